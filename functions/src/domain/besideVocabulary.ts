/**
 * The closed lists of what stands beside the tracks: checks and listings, training, to-dos, attributes, documents.
 * Labels for people live in the tab.
 */

/** Why a sign-off or a listing ended. */
export const withdrawalReasons = ['check-ran-out', 'concern', 'they-asked', 'stopped', 'other'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

const insurances: readonly string[] = ['public-liability', 'employers-liability', 'professional-indemnity', 'vehicle-insurance']

/** Whether a check is an insurance: that has a last day, even where the programme has no rule for it. */
export const isInsurance = (check: string): boolean => insurances.includes(check)

/** Where an enterprise is shown: listed is not signed off, and neither is a recommendation. */
export const listingKinds = ['directory', 'preferred-supplier'] as const
export type ListingKind = (typeof listingKinds)[number]

/** What we do only when the way is clear. Nothing here stops anyone from recording what happened. */
export const gates = ['list', 'sign-off', 'suggest', 'recommend-grant', 'pay-grant'] as const
export type Gate = (typeof gates)[number]

/** Training and skills. */
export const skills = [
  'care-certificate',
  'safeguarding',
  'first-aid',
  'food-hygiene',
  'moving-and-handling',
  'medicines',
  'data-protection',
  'business',
  'book-keeping',
  'marketing',
  'online',
  'other',
] as const
export type Skill = (typeof skills)[number]

/** Who paid for training. */
export const trainingPayers = ['themselves', 'programme', 'council', 'skills-budget', 'free', 'other'] as const
export type TrainingPayer = (typeof trainingPayers)[number]

/** What is only a dated attribute of an enterprise. What each holds (codes, a number, a last day) is said in `attributes.ts`. */
export const attributeKinds = [
  'languages',
  'communities',
  'charter',
  'living-wage',
  'cqc-rating',
  'money-won',
  'council-loan',
  'complaints-upheld',
  'spare-hours',
  'joined-consortium',
  'left-consortium',
  'employment-status',
  'size-looked-at',
] as const
export type AttributeKind = (typeof attributeKinds)[number]

/** What a service is for: counted, never for each person. */
export const purposes = ['company', 'personal-care', 'ready-for-work', 'break-for-carers', 'help-at-home', 'other'] as const
export type Purpose = (typeof purposes)[number]

/** What a to-do is about. */
export const taskAbouts = ['next-contact', 'visit', 'set-up', 'cqc', 'checks', 'money', 'numbers', 'training', 'other'] as const
export type TaskAbout = (typeof taskAbouts)[number]

/** How many calendar months ahead something is planned at most: a thing that is put off, and the day of a to-do. Ours. */
export const monthsAhead = { putOff: 12, task: 60 }

/** Why something was put off. */
export const putOffReasons = ['waiting-for-them', 'waiting-for-others', 'away'] as const
export type PutOffReason = (typeof putOffReasons)[number]

/** Why an enterprise needs somebody, besides a to-do. */
export const needs = [
  'enquiry',
  'privacy',
  'check-in',
  'numbers',
  'check',
  'cqc-check',
  'cqc-clock',
  'with-cqc',
  'grant-evidence',
  'grant-receipts',
  'grant-more',
  'change',
  'handover',
  'silent',
  'stuck',
] as const
export type Need = (typeof needs)[number]

/** What a linked document is. The link and its name are words. */
export const documentKinds = ['plan', 'policy', 'certificate', 'letter', 'receipt', 'picture', 'other'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What a group session was. */
export const sessionKinds = ['meet-up', 'training', 'workshop', 'drop-in', 'other'] as const
export type SessionKind = (typeof sessionKinds)[number]
