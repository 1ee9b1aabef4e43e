import type { AreaSide, AreaUnit, CorrectionReason, Language, Requester, Signer, Surveyor, WorkerGender } from '#domain/vocabulary.ts'

/** The words for what people say, ask for and need. A code without words does not compile. */

export const surveyorLabels = {
  enterprise: 'The enterprise itself',
  programme: 'Us',
  independent: 'An outside group',
  council: 'The council',
} satisfies Record<Surveyor, string>

/** Who asked, inside a sentence: "asked by the council". */
export const surveyorWords = {
  enterprise: 'the enterprises themselves',
  programme: 'us',
  independent: 'an outside group',
  council: 'the council',
} satisfies Record<Surveyor, string>

export const requesterLabels = {
  'social-worker': 'Social worker',
  family: 'Family',
  person: 'The person',
  hospital: 'Hospital',
  other: 'Someone else',
} satisfies Record<Requester, string>

export const genderLabels = { woman: 'A woman', man: 'A man' } satisfies Record<WorkerGender, string>

export const languageLabels = {
  'british-sign-language': 'British Sign Language',
  albanian: 'Albanian',
  arabic: 'Arabic',
  bengali: 'Bengali',
  bulgarian: 'Bulgarian',
  cantonese: 'Cantonese',
  french: 'French',
  greek: 'Greek',
  gujarati: 'Gujarati',
  hindi: 'Hindi',
  hungarian: 'Hungarian',
  italian: 'Italian',
  kurdish: 'Kurdish',
  lithuanian: 'Lithuanian',
  malayalam: 'Malayalam',
  mandarin: 'Mandarin',
  nepali: 'Nepali',
  panjabi: 'Panjabi',
  pashto: 'Pashto',
  persian: 'Persian',
  polish: 'Polish',
  portuguese: 'Portuguese',
  romanian: 'Romanian',
  russian: 'Russian',
  somali: 'Somali',
  spanish: 'Spanish',
  tamil: 'Tamil',
  turkish: 'Turkish',
  ukrainian: 'Ukrainian',
  urdu: 'Urdu',
  welsh: 'Welsh',
  yiddish: 'Yiddish',
  other: 'Another language',
} satisfies Record<Language, string>

export const sideLabels = { need: 'A need', asset: 'Something to build on' } satisfies Record<AreaSide, string>

export const unitLabels = {
  people: 'people',
  households: 'homes',
  'hours-a-week': 'hours a week',
  places: 'places',
  groups: 'groups',
  buildings: 'buildings',
  percent: 'in a hundred',
  'per-thousand': 'in a thousand',
} satisfies Record<AreaUnit, string>

export const signerLabels = {
  lead: 'the lead',
  reviewer: 'the growth team',
  administrator: 'an administrator',
} satisfies Record<Signer, string>

/** Why an entry of this page is taken back. */
export const takeBackLabels = {
  'did-not-happen': 'It did not happen',
  'wrong-details': 'A number or a word is wrong',
  'wrong-date': 'The day is wrong',
} satisfies Partial<Record<CorrectionReason, string>>
