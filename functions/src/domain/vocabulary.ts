/**
 * The closed lists of the field. A value outside its list is refused where it comes in.
 * Labels for people live in the tab's label table, which does not compile until every value has one.
 */

/** Legal forms, as a spreadsheet and the record write them. A sole trader is "self-employed" on the screen. */
export const legalForms = [
  'sole_trader',
  'partnership',
  'limited_company',
  'cic',
  'cio',
  'charity',
  'cooperative_society',
  'community_benefit_society',
  'llp',
  'unincorporated_association',
] as const
export type LegalForm = (typeof legalForms)[number]

/** Public registers in which a form has an identifier. */
export const registers = ['companies-house', 'charity-commission', 'oscr', 'ccni', 'mutuals'] as const
export type Register = (typeof registers)[number]

/** Why an enterprise stopped. Moving away, changing form and a pause are not endings. */
export const endings = ['not-working', 'planned', 'took-job', 'joined-another', 'unknown'] as const
export type Ending = (typeof endings)[number]

/** Left our sight while still trading. */
export const leavings = ['moved-away', 'asked-no-contact'] as const
export type Leaving = (typeof leavings)[number]

/** Where an accepted enterprise comes from: set up with us, running before we met it, or staff leaving a named council service. */
export const origins = ['new', 'existing', 'spin-out'] as const
export type Origin = (typeof origins)[number]

/** A care enterprise counts for everything; a community activity has people and hours and no savings. */
export const ventureKinds = ['care-enterprise', 'community-activity'] as const
export type VentureKind = (typeof ventureKinds)[number]

/** Why an enquiry was not taken on. */
export const declineReasons = ['not-care', 'wants-one-person', 'outside-area', 'duplicate', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

/**
 * What a CQC check came to. It is a dated opinion, never a determination.
 * `reported-needed` and `reported-not-needed` are what an older record said, without the answers behind it.
 * Source of the others: Health and Social Care Act 2008 (Regulated Activities) Regulations 2014, Schedule 1, paragraph 1.
 */
export const scopingOutcomes = [
  'not-personal-care',
  'individual-1-3-c',
  'introduction-1-3-b',
  'required',
  'other-activity',
  'refer-to-cqc',
  'reported-needed',
  'reported-not-needed',
] as const
export type ScopingOutcome = (typeof scopingOutcomes)[number]

/** Where an application to CQC stands. */
export const registrationStates = [
  'preparing',
  'submitted',
  'returned',
  'in-assessment',
  'interview',
  'notice-of-proposal',
  'registered',
  'refused',
  'withdrawn',
  'deregistered',
] as const
export type RegistrationState = (typeof registrationStates)[number]

/** Calendar months after trading began at which we promise to check in. */
export const checkInMonths = [6, 12, 24] as const
export type CheckInMonth = (typeof checkInMonths)[number]

/** What an answered check-in heard. */
export const checkInAnswers = ['trading', 'paused', 'stopped'] as const
export type CheckInAnswer = (typeof checkInAnswers)[number]

/** What a contact heard about how they are doing. */
export const heardStates = ['trading', 'not-yet-trading', 'paused', 'stopped'] as const
export type HeardState = (typeof heardStates)[number]

/** How a contact was made. */
export const contactChannels = ['visit', 'call', 'message', 'group'] as const
export type ContactChannel = (typeof contactChannels)[number]

/** The capacity gap that a grant fills. */
export const capacityGaps = [
  'personal-care',
  'company',
  'respite',
  'transport',
  'meals',
  'help-at-home',
  'getting-ready-for-work',
  'other',
  'not-recorded',
] as const
export type CapacityGap = (typeof capacityGaps)[number]

/** Checks whose evidence is seen; the record holds days and never what a certificate says. */
export const checks = ['public-liability', 'dbs'] as const
export type Check = (typeof checks)[number]

/** Why an entry was taken back or put right. */
export const correctionReasons = ['wrong-date', 'wrong-enterprise', 'did-not-happen', 'wrong-details', 'file-changed'] as const
export type CorrectionReason = (typeof correctionReasons)[number]

/** The five milestones that everybody counts, in their order on the screen. */
export const milestones = ['idea', 'constitution', 'registration', 'grant', 'two-years'] as const
export type Milestone = (typeof milestones)[number]
