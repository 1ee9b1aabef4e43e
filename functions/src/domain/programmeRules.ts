import type { AreaPlace } from './places.ts'
import type { PlainDate } from './plainDate.ts'

/**
 * What a programme decides for itself: limits, standards, lists and templates. Every version has the day from which it counts.
 * Rules hold codes and numbers only. What each code is called stands in words that can be emptied, beside the version.
 */

/** How much can go wrong where a check is missing. A tier asks for all that the tiers before it ask for. */
export const riskTiers = ['everyone', 'in-the-home', 'regulated'] as const
export type RiskTier = (typeof riskTiers)[number]

/** A check that the programme wants to see. `check` is one of the known kinds or the programme's own slug. */
export type CheckRule = {
  check: string
  /** From which tier on it is wanted. */
  tier: RiskTier
  /** True where its evidence has a last day, as insurance has; else it is looked at again after so many months, or never. */
  hasEnd: boolean
  lookAgainMonths: number | null
  /** Without it we do not list them. */
  neededToList: boolean
}

/** A step of the journey that a template of to-dos hangs on. Its to-dos move when the day of the step moves. */
export const templateSteps = [
  'enquired',
  'accepted',
  'idea-agreed',
  'constituted',
  'application-submitted',
  'listed',
  'trading-began',
] as const
export type TemplateStep = (typeof templateSteps)[number]

/** One to-do of a template: so many days after the step. */
export type TaskTemplate = { id: string; after: TemplateStep; days: number }

/** The places where an enterprise can be stuck, as Today counts them. */
export const stuckSteps = ['idea', 'set-up', 'cqc-check', 'cqc-application', 'grant', 'trading'] as const
export type StuckStep = (typeof stuckSteps)[number]

/** What may be switched on: each adds boxes, so each is off until someone has a use for it. */
export const extras = ['charter', 'living-wage', 'payer-split', 'kind-split', 'consortia', 'community', 'skills'] as const
export type Extra = (typeof extras)[number]

/** Who makes the check-ins after the funded period. */
export const followUpOwners = ['council-team', 'person', 'nobody'] as const
export type FollowUpBy = (typeof followUpOwners)[number]

/** So many minutes of a service in a normal week, wanted in an area. The version's day says from when. */
export type CapacityWanted = { area: string; service: string; minutesPerWeek: number }

/** Everything that a programme's settings say of how cases are read and shown. */
export type ProgrammeRules = {
  /** The promise: an enquiry is answered in so many working days. */
  answerWorkingDays: number
  /** No contact for longer than this is a reason to ring. */
  silentDays: number
  /** Longer than this in a step, and it counts as stuck. */
  stuckDays: Readonly<Record<StuckStep, number>>
  /** How many open records one catalyst can carry. */
  caseload: number
  /** The largest enterprise we support, in hundredths of a full-time equivalent; null where there is no cap. */
  sizeCapHundredths: number | null
  /** One full-time job, in minutes a week: 37½ hours unless said otherwise. */
  fullTimeMinutes: number
  checks: readonly CheckRule[]
  /** What must be seen before sign-off against the programme's own standard. */
  standard: readonly string[]
  templates: readonly TaskTemplate[]
  extras: readonly Extra[]
  /** Slugs of what enterprises offer, of council services that staff leave, of directories and of consortia. */
  services: readonly string[]
  councilServices: readonly string[]
  directories: readonly string[]
  consortia: readonly string[]
  capacityWanted: readonly CapacityWanted[]
  /** Which ward or council an area is, where that was said: published lists of grants say where by it. */
  places: readonly AreaPlace[]
  /** The day the programme closed: from then on the promised check-ins are made and no other reminder comes. Null while it is open. */
  closedOn: PlainDate | null
}

/**
 * What holds until the lead says otherwise. The limits are our starting point and no fact of the field.
 * Versions that were written without rules are read with these, so a number here never changes: it would change old answers.
 */
export const defaultRules: ProgrammeRules = {
  answerWorkingDays: 2,
  silentDays: 42,
  stuckDays: { idea: 60, 'set-up': 60, 'cqc-check': 30, 'cqc-application': 120, grant: 30, trading: 90 },
  caseload: 100,
  sizeCapHundredths: 800,
  fullTimeMinutes: 2_250,
  checks: [
    { check: 'public-liability', tier: 'everyone', hasEnd: true, lookAgainMonths: null, neededToList: true },
    { check: 'dbs', tier: 'in-the-home', hasEnd: false, lookAgainMonths: 36, neededToList: true },
    { check: 'safeguarding-training', tier: 'in-the-home', hasEnd: false, lookAgainMonths: 36, neededToList: true },
    { check: 'hmrc-evidence', tier: 'everyone', hasEnd: false, lookAgainMonths: null, neededToList: false },
    { check: 'employers-liability', tier: 'regulated', hasEnd: true, lookAgainMonths: null, neededToList: false },
  ],
  standard: ['public-liability', 'dbs', 'safeguarding-training'],
  templates: [],
  extras: [],
  services: [],
  councilServices: [],
  directories: [],
  consortia: [],
  capacityWanted: [],
  places: [],
  closedOn: null,
}

/** Whether a programme has closed by a day. */
export const hasClosed = ({ closedOn }: Pick<ProgrammeRules, 'closedOn'>, today: PlainDate): boolean =>
  closedOn !== null && closedOn <= today

/** The funding is over, or the programme was closed before: only its check-ins remain. */
export const isOver = (
  { rules, fundedUntil }: { rules: Pick<ProgrammeRules, 'closedOn'>; fundedUntil: PlainDate },
  today: PlainDate,
): boolean => today > fundedUntil || hasClosed(rules, today)
