import type { SessionKind } from '#domain/besideVocabulary.ts'
import type { ShouldNotHave } from '#domain/supportCase.ts'
import type {
  CapacityGap,
  Check,
  CheckInAnswer,
  CheckInMonth,
  ContactChannel,
  CorrectionReason,
  DeclineReason,
  Ending,
  HeardState,
  Leaving,
  LegalForm,
  Milestone,
  Origin,
  Register,
  RegistrationState,
  ScopingOutcome,
  VentureKind,
} from '#domain/vocabulary.ts'
import type { NextStep, Standing } from '#domain/wireSchemas.ts'

/** The one table of words for what the record holds in codes. A code without words does not compile. */

export const legalFormLabels = {
  sole_trader: 'Self-employed',
  partnership: 'Partnership',
  limited_company: 'Company',
  guarantee_company: 'Company by guarantee',
  cic: 'CIC',
  cio: 'CIO',
  charity: 'Charity',
  cooperative_society: 'Co-op',
  community_benefit_society: 'Community benefit society',
  llp: 'LLP',
  unincorporated_association: 'Community group',
} satisfies Record<LegalForm, string>

/** A legal form inside a sentence: self-employed, company, CIC. */
export const legalFormInside = (form: LegalForm): string => legalFormLabels[form].replace(/^(?!CI|LLP)./, first => first.toLowerCase())

export const registerLabels = {
  'companies-house': 'Companies House',
  'charity-commission': 'Charity Commission',
  oscr: 'Scottish Charity Regulator',
  ccni: 'Charity Commission for Northern Ireland',
  mutuals: 'Mutuals Register',
} satisfies Record<Register, string>

export const endingLabels = {
  'not-working': 'Closed: it was not working',
  planned: 'Closed: planned',
  'took-job': 'Took a job',
  'joined-another': 'Joined another enterprise',
  unknown: 'We do not know',
} satisfies Record<Ending, string>

export const leavingLabels = {
  'moved-away': 'Moved away and still trading',
  'asked-no-contact': 'Does not want us to ring',
} satisfies Record<Leaving, string>

export const originLabels = {
  new: 'New: we help to set it up',
  existing: 'Was running before we met',
  'spin-out': 'Staff leaving a council service',
} satisfies Record<Origin, string>

export const ventureKindLabels = {
  'care-enterprise': 'Care enterprise',
  'community-activity': 'Community activity',
} satisfies Record<VentureKind, string>

export const declineReasonLabels = {
  'not-care': 'Not care or support',
  'wants-one-person': 'Wants to work for one person only',
  'outside-area': 'Outside our area',
  duplicate: 'We have them already',
  other: 'Something else',
} satisfies Record<DeclineReason, string>

export const scopingLabels = {
  'not-personal-care': 'Not personal care',
  'individual-1-3-c': 'Probably not needed: one person gives all the care',
  'introduction-1-3-b': 'Probably not needed: they only put people in touch',
  required: 'Must register',
  'other-activity': 'Ask CQC: other care or treatment',
  'refer-to-cqc': 'Ask CQC',
  'reported-needed': 'Needed, an older record says',
  'reported-not-needed': 'Not needed, an older record says',
} satisfies Record<ScopingOutcome, string>

export const registrationLabels = {
  preparing: 'Getting ready',
  submitted: 'Sent to CQC',
  returned: 'CQC sent it back',
  'in-assessment': 'With CQC',
  interview: 'Interview',
  'notice-of-proposal': 'CQC plans to say no',
  registered: 'Registered',
  refused: 'CQC said no',
  withdrawn: 'Taken back from CQC',
  deregistered: 'No longer registered',
} satisfies Record<RegistrationState, string>

export const checkInAnswerLabels = { trading: 'Trading', paused: 'Paused', stopped: 'Stopped' } satisfies Record<CheckInAnswer, string>

export const heardLabels = {
  trading: 'Trading',
  'not-yet-trading': 'Not yet',
  paused: 'Paused',
  stopped: 'Stopped',
} satisfies Record<HeardState, string>

export const channelLabels = { visit: 'Visit', call: 'Call', message: 'Message', group: 'Group' } satisfies Record<ContactChannel, string>

/** How a contact was made, inside a sentence: "Reached by phone". */
export const channelWords = { visit: 'at a visit', call: 'by phone', message: 'by message', group: 'in a group' } satisfies Record<
  ContactChannel,
  string
>

/** What a group session was. */
export const sessionLabels = {
  'meet-up': 'Meet-up',
  training: 'Training',
  workshop: 'Workshop',
  'drop-in': 'Drop-in',
  other: 'Something else',
} satisfies Record<SessionKind, string>

/** The same inside a sentence: "Came to a meet-up". */
export const sessionWords = {
  'meet-up': 'a meet-up',
  training: 'training',
  workshop: 'a workshop',
  'drop-in': 'a drop-in',
  other: 'a group session',
} satisfies Record<SessionKind, string>

export const gapLabels = {
  'personal-care': 'Personal care',
  company: 'Company',
  respite: 'A break for carers',
  transport: 'Transport',
  meals: 'Meals',
  'help-at-home': 'Help at home',
  'getting-ready-for-work': 'Getting ready for work',
  other: 'Something else',
  'not-recorded': 'Not on record',
} satisfies Record<CapacityGap, string>

export const checkLabels = {
  'public-liability': 'Public liability insurance',
  'employers-liability': 'Employer’s liability insurance',
  'professional-indemnity': 'Professional indemnity insurance',
  'vehicle-insurance': 'Car insurance for work',
  'safeguarding-training': 'Safeguarding training',
  'food-hygiene': 'Food hygiene',
  'hmrc-evidence': 'HMRC letter',
  'ico-fee': 'Data protection fee',
  'cic-report': 'CIC report',
  'confirmation-statement': 'Companies House statement',
  dbs: 'DBS check',
} satisfies Record<Check, string>

export const correctionReasonLabels = {
  'wrong-date': 'Wrong date',
  'wrong-enterprise': 'Wrong enterprise',
  'did-not-happen': 'Did not happen',
  'wrong-details': 'Wrong details',
  'file-changed': 'The spreadsheet changed',
  undone: 'Undone',
} satisfies Record<CorrectionReason, string>

export const milestoneLabels = {
  idea: 'Idea',
  constitution: 'Set up',
  registration: 'CQC',
  grant: 'Grant',
  'two-years': 'Two years',
} satisfies Record<Milestone, string>

export const markLabels = { done: 'done', 'in-progress': 'in progress', 'not-needed': 'not needed', 'to-do': 'to do' }

export const standingLabels = {
  enquiry: 'Enquiry',
  supported: 'Getting ready',
  trading: 'Trading',
  paused: 'Paused',
  'lost-touch': 'Lost touch',
  stopped: 'Stopped',
  'left-sight': 'Left our sight',
  'advised-only': 'Advised only',
  declined: 'Not taken on',
} satisfies Record<Standing, string>

/** What is next, short enough for a column of the list. A check-in is named by its month. */
export const nextStepLabels = {
  'answer-enquiry': 'Answer the enquiry',
  'agree-idea': 'Agree the idea',
  'choose-form': 'Choose a form',
  constitute: 'Set it up',
  'do-cqc-check': 'Do the CQC check',
  'redo-cqc-check': 'Check CQC again',
  'move-registration': 'CQC application',
  'pay-grant': 'Pay the grant',
  'begin-trading': 'Begin trading',
  'check-in': 'Check-in',
  resume: 'Start again',
} satisfies Record<NextStep['step'], string>

export const checkInLabels = { 6: '6-month check-in', 12: '12-month check-in', 24: '24-month check-in' } satisfies Record<
  CheckInMonth,
  string
>

/** What is recorded and should not have been so; the day follows. */
export const warningLabels = {
  'trading-without-insurance': 'No insurance was on record when they began to trade',
  'trading-before-registration': 'They began to trade before CQC registered them',
  'registered-though-not-needed': 'CQC registered them, but the CQC check said not needed',
} satisfies Record<ShouldNotHave['kind'], string>
