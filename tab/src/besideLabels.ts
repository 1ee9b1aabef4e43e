import type { CqcRating, Community, EmploymentAnswer, Language } from '#domain/attributes.ts'
import type { DbsCheck, DbsSubject } from '#domain/dbs.ts'
import type {
  AttributeKind,
  DocumentKind,
  Gate,
  ListingKind,
  Purpose,
  PutOffReason,
  Skill,
  TaskAbout,
  TrainingPayer,
  WithdrawalReason,
} from '#domain/besideVocabulary.ts'
import type {
  ChangeKind,
  CqcPaper,
  HeardOf,
  LastJob,
  Ownership,
  PermissionUse,
  ReferralTarget,
  StoryPlace,
  Telling,
  ToldBy,
} from '#domain/vocabulary.ts'

/** Words for what stands beside the tracks. A code without words does not compile. */

export const referralLabels = {
  'personal-assistant-work': 'Work for one person',
  'direct-payment-support': 'Direct payment support',
  'job-centre': 'Job centre',
  'business-advice': 'Business advice',
  volunteering: 'Volunteering',
  'another-programme': 'Another programme',
  other: 'Somewhere else',
} satisfies Record<ReferralTarget, string>

export const heardOfLabels = {
  'social-worker': 'Social worker',
  'job-centre': 'Job centre',
  'word-of-mouth': 'Word of mouth',
  council: 'The council',
  health: 'GP or hospital',
  'voluntary-group': 'Voluntary group',
  event: 'An event',
  online: 'Online',
  'local-news': 'Local news',
  other: 'Some other way',
} satisfies Record<HeardOf, string>

export const lastJobLabels = {
  'home-care': 'Home care',
  'other-care': 'Other care work',
  health: 'Health work',
  'other-work': 'Other work',
  'self-employed': 'Worked for themselves',
  studying: 'Studying',
  'caring-for-family': 'Cared for family',
  'out-of-work': 'Out of work',
  other: 'Something else',
} satisfies Record<LastJob, string>

export const tellingLabels = { 'by-phone': 'By phone', 'by-email': 'By email', 'on-paper': 'On paper' } satisfies Record<Telling, string>

export const permissionUseLabels = { directory: 'To be in a directory', story: 'To tell their story' } satisfies Record<
  PermissionUse,
  string
>

export const storyPlaceLabels = {
  report: 'In a report',
  website: 'On a website',
  press: 'In the press',
  training: 'In training',
} satisfies Record<StoryPlace, string>

export const ownershipLabels = {
  worker: 'Those who work in it',
  community: 'The people it serves',
  'local-private': 'A local owner',
  'sole-trader': 'Self-employed',
  'in-house': 'The council',
} satisfies Record<Ownership, string>

export const paperLabels = {
  'statement-of-purpose': 'Statement of purpose',
  'business-plan': 'Business plan',
  'financial-forecast': 'Two-year forecast',
  'financial-viability': 'Letter from an accountant or bank',
  governance: 'How it is run',
  'infection-control': 'Infection control',
  medicines: 'Medicines',
  complaints: 'Complaints',
  consent: 'Consent',
  equality: 'Equality',
  insurance: 'Insurance',
} satisfies Record<CqcPaper, string>

export const changeLabels = {
  'took-someone-on': 'Took someone on',
  'found-cover': 'Found cover',
  'changed-form': 'Changed form',
  'began-personal-care': 'Began personal care',
  'took-council-work': 'Took council work',
  'new-price': 'New price',
  'new-insurance-date': 'New insurance date',
  'could-take-more': 'Could take more',
  'second-place': 'Works from a second place',
  'who-decides': 'Someone else decides for a person',
} satisfies Record<ChangeKind, string>

export const toldByLabels = { 'they-did': 'They did', 'i-think-so': 'I think so' } satisfies Record<ToldBy, string>

export const withdrawalLabels = {
  'check-ran-out': 'A check ran out',
  concern: 'A concern',
  'they-asked': 'They asked',
  stopped: 'They stopped',
  other: 'Something else',
} satisfies Record<WithdrawalReason, string>

export const listingKindLabels = { directory: 'In a directory', 'preferred-supplier': 'Preferred supplier' } satisfies Record<
  ListingKind,
  string
>

/** What a gate keeps us from, as it follows "We cannot … yet". */
export const gateLabels = {
  list: 'list them',
  'sign-off': 'sign them off',
  suggest: 'suggest them to anyone',
  'recommend-grant': 'recommend a grant',
  'pay-grant': 'pay the grant',
} satisfies Record<Gate, string>

export const skillLabels = {
  'care-certificate': 'Care Certificate',
  safeguarding: 'Safeguarding',
  'first-aid': 'First aid',
  'food-hygiene': 'Food hygiene',
  'moving-and-handling': 'Moving and handling',
  medicines: 'Medicines',
  'data-protection': 'Data protection',
  business: 'Business skills',
  'book-keeping': 'Book-keeping',
  marketing: 'Marketing',
  online: 'Online skills',
  other: 'Something else',
} satisfies Record<Skill, string>

export const trainingPayerLabels = {
  themselves: 'They paid',
  programme: 'The programme',
  council: 'The council',
  'skills-budget': 'A skills budget',
  free: 'It was free',
  other: 'Someone else',
} satisfies Record<TrainingPayer, string>

export const attributeLabels = {
  languages: 'Languages',
  communities: 'Communities',
  charter: 'Care charter',
  'living-wage': 'Living wage',
  'cqc-rating': 'CQC rating',
  'money-won': 'Other money won',
  'council-loan': 'Council loan',
  'complaints-upheld': 'Complaints upheld',
  'spare-hours': 'Could take more',
  'joined-consortium': 'Joined a consortium',
  'left-consortium': 'Left a consortium',
  'employment-status': 'Self-employed or employee',
  'size-looked-at': 'Size looked at',
} satisfies Record<AttributeKind, string>

export const purposeLabels = {
  company: 'Company',
  'personal-care': 'Personal care',
  'ready-for-work': 'Getting ready for work',
  'break-for-carers': 'A break for carers',
  'help-at-home': 'Help at home',
  other: 'Something else',
} satisfies Record<Purpose, string>

export const taskAboutLabels = {
  'next-contact': 'Next contact',
  visit: 'Visit',
  'set-up': 'Set up',
  cqc: 'CQC',
  checks: 'Checks',
  money: 'Money',
  numbers: 'Numbers',
  training: 'Training',
  other: 'To-do',
} satisfies Record<TaskAbout, string>

export const putOffLabels = {
  'waiting-for-them': 'Waiting for them',
  'waiting-for-others': 'Waiting for someone else',
  away: 'I am away',
} satisfies Record<PutOffReason, string>

export const documentLabels = {
  plan: 'Plan',
  policy: 'Policy',
  certificate: 'Certificate',
  letter: 'Letter',
  receipt: 'Receipt',
  picture: 'Picture',
  other: 'Document',
} satisfies Record<DocumentKind, string>

/** What a gate keeps us from, as a list offers it. */
export const gateNames = {
  list: 'Listing them',
  'sign-off': 'Signing them off',
  suggest: 'Suggesting them',
  'recommend-grant': 'Recommending a grant',
  'pay-grant': 'Paying the grant',
} satisfies Record<Gate, string>

export const languageLabels = {
  english: 'English',
  bsl: 'British Sign Language',
  arabic: 'Arabic',
  bengali: 'Bengali',
  chinese: 'Chinese',
  gujarati: 'Gujarati',
  polish: 'Polish',
  portuguese: 'Portuguese',
  punjabi: 'Punjabi',
  romanian: 'Romanian',
  somali: 'Somali',
  ukrainian: 'Ukrainian',
  urdu: 'Urdu',
  other: 'Another',
} satisfies Record<Language, string>

export const communityLabels = {
  'older-people': 'Older people',
  'disabled-people': 'Disabled people',
  'family-carers': 'Family carers',
  'young-adults': 'Young adults',
  'faith-group': 'A faith group',
  'language-group': 'People who share a language',
  lgbt: 'LGBT people',
  rural: 'Villages',
  veterans: 'Veterans',
  other: 'Others',
} satisfies Record<Community, string>

export const ratingLabels = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Needs to improve',
  inadequate: 'Inadequate',
} satisfies Record<CqcRating, string>

export const employmentLabels = {
  'self-employed': 'Self-employed, we talked about it',
  'may-be-employee': 'They may be an employee',
  'not-sure': 'Not sure yet',
} satisfies Record<EmploymentAnswer, string>

export const dbsLevelLabels = {
  basic: 'Basic',
  standard: 'Standard',
  enhanced: 'Enhanced',
  'enhanced-barred': 'Enhanced, with barred list',
  'not-recorded': 'Level not known',
} satisfies Record<DbsCheck['level'], string>

export const dbsDecisionLabels = {
  'go-on': 'Go on',
  'go-on-with-a-plan': 'Go on, with a plan',
  wait: 'Wait',
  'not-suitable': 'Not suitable',
  'not-recorded': 'Seen before this record began',
} satisfies Record<DbsCheck['decision'], string>

export const dbsSubjectLabels = { owner: 'The owner', worker: 'Someone who works with them' } satisfies Record<DbsSubject, string>
