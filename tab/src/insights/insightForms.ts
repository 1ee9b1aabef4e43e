import type { InsightCommandKind, TypedInsight } from '#domain/insightSchemas.ts'
import type { Insights } from '#domain/insightWireSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { areaSides, areaUnits, languages, requesters, storyPlaces, surveyors, workerGenders } from '#domain/vocabulary.ts'
import { storyPlaceLabels } from '#tab/besideLabels.ts'
import {
  genderLabels,
  languageLabels,
  requesterLabels,
  sideLabels,
  surveyorLabels,
  takeBackLabels,
  unitLabels,
} from '#tab/insightLabels.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import type { Answers, Field, FieldOption } from '#tab/ui/fields.ts'
import { readNumber } from '#tab/ui/typed.ts'

/** What a form needs to know to ask: the areas, services and enterprises there are, and the day. */
export type Asking = {
  today: PlainDate
  areas: readonly { id: string; name: string }[]
  services: readonly { id: string; label: string }[]
  enterprises: readonly FieldOption[]
}

/** Reasons that fit an entry of the place. */
const correctable = ['wrong-details', 'did-not-happen', 'wrong-date'] as const

/** The forms that stand in a dialog. A request has a page, and a table that is pasted a dialog of its own. */
export type DialogKind = Exclude<InsightCommandKind, 'log-request'>

type Form = { title: string; lead?: string; save: string; fields: (asking: Asking) => Field[] }

const asOptions = (list: readonly { id: string; name: string }[]): FieldOption[] => list.map(({ id, name }) => ({ value: id, label: name }))
const dayField = (label: string): Field => ({ kind: 'day', name: 'happenedOn', label })

const areaField = ({ areas }: Asking, optional: boolean): Field[] =>
  areas.length === 0 ? [] : [{ kind: 'list', name: 'area', label: 'Where?', options: asOptions(areas), optional }]

const enterpriseField = ({ enterprises }: Asking, label: string, hint: string): Field[] =>
  enterprises.length === 0 ? [] : [{ kind: 'list', name: 'caseId', label, hint, options: enterprises, optional: true }]

const yearField = (label: string, { today }: Asking): Field => {
  const year = Number(today.slice(0, 4))
  const options = [0, 1, 2, 3, 4, 5].map(back => ({ value: String(year - back), label: String(year - back) }))
  return { kind: 'list', name: 'year', label, options, sentAs: 'number' }
}

const lasting: readonly Field[] = [
  { kind: 'several', name: 'places', label: 'Where may we tell it?', options: optionsOf(storyPlaces, storyPlaceLabels) },
  { kind: 'day', name: 'until', label: 'Until when?', hint: 'A year from now is usual.', mayBeLater: true },
]

/** Four taps and one number: where, what, which language, who asked, and how many hours. */
export const requestFields = (asking: Asking): Field[] => [
  ...areaField(asking, false),
  {
    kind: 'list',
    name: 'service',
    label: 'What did they ask for?',
    options: asking.services.map(({ id, label }) => ({ value: id, label })),
  },
  { kind: 'hours', name: 'minutesPerWeek', label: 'How many hours a week?' },
  { kind: 'stack', name: 'askedBy', label: 'Who asked?', options: optionsOf(requesters, requesterLabels) },
  { kind: 'list', name: 'language', label: 'In which language?', options: optionsOf(languages, languageLabels), optional: true },
  {
    kind: 'choice',
    name: 'gender',
    label: 'Did they ask for a woman or a man?',
    options: optionsOf(workerGenders, genderLabels),
    optional: true,
  },
  dayField('When did they ask?'),
]

/** Every form of the page, as data. */
export const forms: Readonly<Record<DialogKind, Form>> = {
  'ask-people': {
    title: 'What people say',
    lead: 'Totals only. Please do not write down who said what.',
    save: 'Save answers',
    fields: asking => [
      yearField('For which year?', asking),
      { kind: 'stack', name: 'askedBy', label: 'Who asked them?', options: optionsOf(surveyors, surveyorLabels) },
      ...enterpriseField(asking, 'About which enterprise?', 'Leave it blank if it is about all of them.'),
      { kind: 'count', name: 'asked', label: 'How many were asked?' },
      { kind: 'count', name: 'answered', label: 'How many answered?' },
      { kind: 'count', name: 'moreChoice', label: 'How many say they have more choice and control?' },
      { kind: 'count', name: 'wouldRecommend', label: 'How many would recommend it?' },
      dayField('When was this counted?'),
    ],
  },
  'answer-request': {
    title: 'Someone can help after all',
    save: 'Save',
    fields: asking => [
      ...enterpriseField(asking, 'Which enterprise?', 'Leave it blank if it is none of ours.'),
      dayField('From which day?'),
    ],
  },
  'count-area': {
    title: 'A need, or something to build on',
    lead: 'A number for an area, with where it comes from.',
    save: 'Save number',
    fields: asking => [
      { kind: 'choice', name: 'side', label: 'Which is it?', options: optionsOf(areaSides, sideLabels) },
      ...areaField(asking, true),
      { kind: 'line', name: 'name', label: 'What is counted?', hint: 'Such as “people over 75 who live alone”.', most: 120 },
      { kind: 'line', name: 'number', label: 'How many?', most: 16, pattern: /^[\d,. ]+$/, fault: 'Type a number, such as 1,200 or 12.5.' },
      { kind: 'list', name: 'unit', label: 'In what?', options: optionsOf(areaUnits, unitLabels) },
      { kind: 'line', name: 'source', label: 'Where does it come from?', most: 200 },
      { kind: 'line', name: 'year', label: 'Of which year?', most: 4, pattern: /^\d{4}$/, fault: 'Type a year, such as 2024.' },
      dayField('When did you look it up?'),
    ],
  },
  'count-readiness': {
    title: 'Count the places',
    save: 'Save places',
    fields: () => [
      { kind: 'count', name: 'wanted', label: 'How many places are wanted?' },
      { kind: 'count', name: 'ready', label: 'How many of them are ready?' },
      dayField('On which day?'),
    ],
  },
  'sign-readiness': { title: 'Sign for this service', save: 'Sign', fields: () => [dayField('On which day do you sign?')] },
  'tell-story': {
    title: 'A story',
    lead: 'Only with a yes. It goes the moment they take the yes back.',
    save: 'Save story',
    fields: asking => [
      { kind: 'note', name: 'words', label: 'The story', hint: 'Leave out full names, addresses and anything about health.' },
      ...enterpriseField(asking, 'Whose story is it?', 'Blank for someone who is supported. An enterprise says yes on its own page.'),
      ...lasting.map((field): Field => ({ ...field, when: words => (words['caseId'] ?? '') === '' })),
      dayField('When did they tell it?'),
    ],
  },
  'renew-story': { title: 'They said yes for longer', save: 'Save', fields: () => [...lasting, dayField('When did they say so?')] },
  'end-story': {
    title: 'Take the yes back',
    lead: 'The words go at once, and cannot be brought back.',
    save: 'Remove the story',
    fields: () => [dayField('When did they say so?')],
  },
  withdraw: {
    title: 'Take this back',
    lead: 'It no longer counts. The old entry and your reason stay on record.',
    save: 'Take it back',
    fields: () => [{ kind: 'stack', name: 'reason', label: 'Why?', options: optionsOf(correctable, takeBackLabels) }],
  },
}

/** What is sent: the answers, with what the page knew already. */
export function commandOf(kind: InsightCommandKind, answers: Answers, known: Answers = {}): TypedInsight {
  if (kind !== 'count-area') return { kind, ...answers, ...known } as TypedInsight
  const { happenedOn, number, year, ...line } = answers
  const hundredths = readNumber(String(number))
  return { kind, happenedOn, lines: [{ ...line, hundredths, year: Number(year) }] } as TypedInsight
}

/** Services by what the programme calls them; our own codes by our own words. */
export const servicesOf = ({ services }: Pick<Insights, 'services'>, ours: Readonly<Record<string, string>>): Asking['services'] =>
  services.map(({ id, name }) => ({ id, label: name ?? ours[id] ?? id }))
