/**
 * The closed lists of the field. A value outside its list is refused where it comes in.
 * Labels for people live in the tab's label table, which does not compile until every value has one.
 */

/** Legal forms, as a spreadsheet and the record write them. A sole trader is "self-employed" on the screen. */
export const legalForms = [
  'sole_trader',
  'partnership',
  'limited_company',
  'guarantee_company',
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

/** Where someone whom we did not take on was sent. */
export const referralTargets = [
  'personal-assistant-work',
  'direct-payment-support',
  'job-centre',
  'business-advice',
  'volunteering',
  'another-programme',
  'other',
] as const
export type ReferralTarget = (typeof referralTargets)[number]

/** How they heard of us. */
export const heardOfs = [
  'social-worker',
  'job-centre',
  'word-of-mouth',
  'council',
  'health',
  'voluntary-group',
  'event',
  'online',
  'local-news',
  'other',
] as const
export type HeardOf = (typeof heardOfs)[number]

/** What they did before. Who leaves home care to begin displaces care as well as adding some. */
export const lastJobs = [
  'home-care',
  'other-care',
  'health',
  'other-work',
  'self-employed',
  'studying',
  'caring-for-family',
  'out-of-work',
  'other',
] as const
export type LastJob = (typeof lastJobs)[number]

/** How they were told how we use their details. Telling is not asking. */
export const tellings = ['by-phone', 'by-email', 'on-paper'] as const
export type Telling = (typeof tellings)[number]

/** What a yes is asked for. Everything else rests on no consent. */
export const permissionUses = ['directory', 'story'] as const
export type PermissionUse = (typeof permissionUses)[number]

/** Where a story may be told. */
export const storyPlaces = ['report', 'website', 'press', 'training'] as const
export type StoryPlace = (typeof storyPlaces)[number]

/** Classes of ownership, as CLES sees them, with a line of its own for the self-employed, of whom that view does not speak. */
export const ownerships = ['worker', 'community', 'local-private', 'sole-trader', 'in-house'] as const
export type Ownership = (typeof ownerships)[number]

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

/**
 * Papers of an application to CQC, as its guidance for home care lists them. Source: CQC, supporting documents for domiciliary care
 * agencies (3 August 2022); the lists seen were cut short, so a programme may need more.
 */
export const cqcPapers = [
  'statement-of-purpose',
  'business-plan',
  'financial-forecast',
  'financial-viability',
  'governance',
  'infection-control',
  'medicines',
  'complaints',
  'consent',
  'equality',
  'insurance',
] as const
export type CqcPaper = (typeof cqcPapers)[number]

/** What may have changed since we last spoke. */
export const changeKinds = [
  'took-someone-on',
  'found-cover',
  'changed-form',
  'began-personal-care',
  'took-council-work',
  'new-price',
  'new-insurance-date',
  'could-take-more',
  'second-place',
  'who-decides',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Calendar months after trading began at which we promise to check in. */
export const checkInMonths = [6, 12, 24] as const
export type CheckInMonth = (typeof checkInMonths)[number]

/** What an answered check-in heard. */
export const checkInAnswers = ['trading', 'paused', 'stopped'] as const
export type CheckInAnswer = (typeof checkInAnswers)[number]

/** What a contact heard about how they are doing. */
export const heardStates = ['trading', 'not-yet-trading', 'paused', 'stopped'] as const
export type HeardState = (typeof heardStates)[number]

/** Who an answer rests on: they said so, or the worker thinks so. */
export const toldBys = ['they-did', 'i-think-so'] as const
export type ToldBy = (typeof toldBys)[number]

/** What came of a call: they said so, the worker only thinks so, or nobody answered. */
export const callResults = [...toldBys, 'no-answer'] as const
export type CallResult = (typeof callResults)[number]

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

/**
 * Checks whose evidence is seen; the record holds days and never what a certificate says. A programme adds its own, by a slug.
 * `dbs` stands in older records alone: a DBS check now has a row of its own, which can be emptied.
 */
export const checks = [
  'public-liability',
  'employers-liability',
  'professional-indemnity',
  'vehicle-insurance',
  'safeguarding-training',
  'food-hygiene',
  'hmrc-evidence',
  'ico-fee',
  'cic-report',
  'confirmation-statement',
  'dbs',
] as const
export type Check = (typeof checks)[number]

/** Why an entry was taken back or put right. */
export const givenReasons = ['wrong-date', 'wrong-enterprise', 'did-not-happen', 'wrong-details', 'file-changed'] as const

/** The same, and what undo says by itself. */
export const correctionReasons = [...givenReasons, 'undone'] as const
export type CorrectionReason = (typeof correctionReasons)[number]

/** Who asked the people supported what they think: a figure says whose question it answers. */
export const surveyors = ['enterprise', 'programme', 'independent', 'council'] as const
export type Surveyor = (typeof surveyors)[number]

/** Who asked for help that we could not find. A kind of person, and never a name. */
export const requesters = ['social-worker', 'family', 'person', 'hospital', 'other'] as const
export type Requester = (typeof requesters)[number]

/** The gender of worker that someone asked for, where they asked for one. */
export const workerGenders = ['woman', 'man'] as const
export type WorkerGender = (typeof workerGenders)[number]

/**
 * Languages that a request may ask for: those most spoken at home in England after English (Census 2021, main language), Welsh and
 * British Sign Language.
 */
export const languages = [
  'british-sign-language',
  'albanian',
  'arabic',
  'bengali',
  'bulgarian',
  'cantonese',
  'french',
  'greek',
  'gujarati',
  'hindi',
  'hungarian',
  'italian',
  'kurdish',
  'lithuanian',
  'malayalam',
  'mandarin',
  'nepali',
  'panjabi',
  'pashto',
  'persian',
  'polish',
  'portuguese',
  'romanian',
  'russian',
  'somali',
  'spanish',
  'tamil',
  'turkish',
  'ukrainian',
  'urdu',
  'welsh',
  'yiddish',
  'other',
] as const
export type Language = (typeof languages)[number]

/** What an area needs, and what it has to build on. */
export const areaSides = ['need', 'asset'] as const
export type AreaSide = (typeof areaSides)[number]

/** In what a need or an asset is counted. */
export const areaUnits = ['people', 'households', 'hours-a-week', 'places', 'groups', 'buildings', 'percent', 'per-thousand'] as const
export type AreaUnit = (typeof areaUnits)[number]

/** As what a person signs that a council service is ready to change. */
export const signers = ['lead', 'reviewer', 'administrator'] as const
export type Signer = (typeof signers)[number]

/** The five milestones that everybody counts, in their order on the screen. */
export const milestones = ['idea', 'constitution', 'registration', 'grant', 'two-years'] as const
export type Milestone = (typeof milestones)[number]
