import type { Besides } from './besides.ts'
import { nothingBesides } from './besides.ts'
import type { CqcAnswers } from './cqcCheckSchemas.ts'
import type { GrantKind, HappeningKind } from './facts.ts'
import type { Grant } from './grants.ts'
import type { GrantState } from './grantVocabulary.ts'
import type { CareKind, Payer } from './hours.ts'
import type { PlainDate } from './plainDate.ts'
import type { Minutes, Pence } from './quantities.ts'
import type {
  ChangeKind,
  CheckInAnswer,
  CheckInMonth,
  DeclineReason,
  Ending,
  HeardState,
  Leaving,
  LegalForm,
  Origin,
  Register,
  ReferralTarget,
  RegistrationState,
  ScopingOutcome,
  ToldBy,
  VentureKind,
} from './vocabulary.ts'

/** The journey of one enterprise with the programme: tracks that run side by side, each with its own states. */
export type SupportCase = Besides & {
  /** What the programme calls it; undefined before anything is known. */
  reference: string | undefined
  area: string | undefined
  ventureKind: VentureKind
  /** Object id of the worker. */
  catalyst: string | undefined
  support: Support
  idea: Idea
  constitution: Constitution
  scoping: Scoping
  registration: Registration
  grants: readonly Grant[]
  trading: Trading
  checkIns: Readonly<Partial<Record<CheckInMonth, CheckIn>>>
  /** Pauses of the record, oldest first; the last one has no end while it lasts. An ending ends it. */
  pauses: readonly { from: PlainDate; to: PlainDate | undefined }[]
  /** Times between an ending and the day on which the record was opened again, oldest first. */
  closures: readonly { from: PlainDate; to: PlainDate }[]
  /** In the order of their days. */
  careReturns: readonly CareReturn[]
  contacts: readonly Contact[]
  /** The latest look at each check, by its slug. */
  checksSeen: Readonly<Record<string, CheckSeen>>
  price: { pencePerHour: Pence; since: PlainDate } | undefined
  services: readonly string[]
  areasServed: readonly string[]
  warnings: readonly Warning[]
}

export type Enquiry = { state: 'enquiry'; enquiredOn: PlainDate }
export type Accepted = { state: 'accepted'; enquiredOn: PlainDate; acceptedOn: PlainDate; origin: Origin; service: string | undefined }
export type AdvisedOnly = { state: 'advised-only'; enquiredOn: PlainDate; advisedOn: PlainDate }
export type Declined = {
  state: 'declined'
  enquiredOn: PlainDate
  declinedOn: PlainDate
  reason: DeclineReason
  referredTo: ReferralTarget | undefined
}
/** Support that is going on, or has come to its one answer. */
export type Going = Enquiry | Accepted | AdvisedOnly | Declined
export type PausedSupport = { state: 'paused'; pausedOn: PlainDate; before: Going }
/** `told` says whether the ending was recorded as such, or only heard at a check-in or a contact: what is recorded later counts instead. */
export type StoppedSupport = {
  state: 'stopped'
  stoppedOn: PlainDate
  ending: Ending
  told: 'recorded' | 'heard'
  before: Going | PausedSupport
}
export type LeftSight = { state: 'left-sight'; leftOn: PlainDate; leaving: Leaving; before: Going | PausedSupport }

/** The support track. A stopped record keeps what it was. */
export type Support = { state: 'unknown' } | Going | PausedSupport | StoppedSupport | LeftSight

export type Idea = { state: 'to-do' } | { state: 'agreed'; on: PlainDate; shapedWithPeople: boolean | undefined }

/** One legal form, from its day. A sole trader is set up when they say they are self-employed. */
export type ConstitutedForm = {
  form: LegalForm
  on: PlainDate
  register: Register | undefined
  identifier: string | undefined
}

/** The set-up track. Forms change over time and keep their history, oldest first, the present one apart. */
export type Constitution =
  | { state: 'not-chosen' }
  | { state: 'chosen'; form: LegalForm; on: PlainDate }
  | { state: 'constituted'; present: ConstitutedForm; earlier: readonly ConstitutedForm[] }

/** The CQC check: a dated opinion. The latest counts; it lapses after 12 months, or when something changes. */
export type Scoping =
  | { state: 'to-do' }
  | {
      state: 'recorded'
      outcome: ScopingOutcome
      on: PlainDate
      answers: CqcAnswers | undefined
      /** Since when the answers are true, as far as that was told. */
      trueFrom: PlainDate
      /** What happened since that raises the check again, oldest first, each once. */
      raisedBy: readonly Raise[]
    }

/** What raises a CQC check again. Numbers count only where they speak against what the check rested on. */
export type Raise =
  | { because: 'changed'; what: ChangeKind; on: PlainDate }
  | { because: 'new-form'; form: LegalForm; on: PlainDate }
  | { because: 'more-people'; jobs: number; on: PlainDate }
  | { because: 'personal-care'; on: PlainDate }
  | { because: 'council-contract'; on: PlainDate }

/** The application to CQC: the present state, since when, and each state it was in, oldest first. */
export type Registration =
  | { state: 'not-begun' }
  | {
      state: RegistrationState
      since: PlainDate
      registeredOn: PlainDate | undefined
      /** The day the last notice was served, as far as it is known. */
      servedOn: PlainDate | undefined
      providerId: string | undefined
      locationIds: readonly string[]
      moves: readonly { to: RegistrationState; on: PlainDate }[]
    }

export type Began = { beganOn: PlainDate; followedFrom: PlainDate | undefined }

/** The trading track. A pause is not an ending. */
export type Trading =
  | { state: 'not-yet' }
  | ({ state: 'trading' } & Began)
  | ({ state: 'paused'; pausedOn: PlainDate } & Began)
  | ({ state: 'stopped'; stoppedOn: PlainDate; ending: Ending } & Began)
  | ({ state: 'left-sight'; leftOn: PlainDate; leaving: Leaving } & Began)

export type CheckIn = { state: 'answered'; on: PlainDate; answer: CheckInAnswer } | { state: 'missed'; on: PlainDate }

/** People and hours at a date. What was not asked or not told is undefined, never 0. */
export type CareReturn = {
  on: PlainDate
  factId: string
  jobs: number | undefined
  minutesPerWeek: Minutes | undefined
  people: number | undefined
  councilPaidMinutes: Minutes | undefined
  personalCareMinutes: Minutes | undefined
  /** By who pays, where that was asked. */
  paid: Readonly<Partial<Record<Payer, Minutes>>> | undefined
  /** By what they are, personal care apart, where that was asked. */
  kinds: Readonly<Partial<Record<CareKind, Minutes>>> | undefined
  told: ToldBy
  same: boolean
}

export type Contact = { on: PlainDate; reached: boolean; heard: HeardState | undefined }

export type CheckSeen = { on: PlainDate; until: PlainDate | undefined }

/** What cannot have happened: `decide` refuses a command that would make the history say so. */
export type Impossible =
  | { kind: 'twice'; what: HappeningKind; on: PlainDate; firstOn: PlainDate }
  | { kind: 'before-enquiry'; what: HappeningKind; on: PlainDate }
  | { kind: 'stopped-before-trading'; stoppedOn: PlainDate; beganOn: PlainDate }
  | { kind: 'after-the-end'; what: HappeningKind; on: PlainDate; endedOn: PlainDate }
  | { kind: 'not-trading-yet'; what: HappeningKind; on: PlainDate }
  | { kind: 'not-paused'; on: PlainDate }
  | { kind: 'paused-already'; on: PlainDate; pausedOn: PlainDate }
  | { kind: 'not-ended'; on: PlainDate }
  | { kind: 'paid-without-decision'; on: PlainDate }
  | { kind: 'paid-before-decision'; on: PlainDate; decidedOn: PlainDate }
  | { kind: 'paid-more-than-decided'; on: PlainDate }
  | { kind: 'no-such-grant'; what: HappeningKind; on: PlainDate }
  | { kind: 'grant-not-there-yet'; what: GrantKind; on: PlainDate; state: GrantState }
  | { kind: 'back-more-than-paid'; what: HappeningKind; on: PlainDate }
  | { kind: 'not-registered'; on: PlainDate }
  | { kind: 'nothing-to-end'; what: HappeningKind; on: PlainDate }
  | { kind: 'merged-already'; on: PlainDate }

/** What should not have been, and is recorded all the same: a warning and something to do. */
export type ShouldNotHave =
  | { kind: 'trading-without-insurance'; on: PlainDate }
  | { kind: 'trading-before-registration'; on: PlainDate }
  | { kind: 'registered-though-not-needed'; on: PlainDate }

export type Warning = { severity: 'impossible'; about: Impossible } | { severity: 'should-not-have'; about: ShouldNotHave }

/** What `fold` begins from. */
export const nothingYet: SupportCase = {
  ...nothingBesides,
  reference: undefined,
  area: undefined,
  ventureKind: 'care-enterprise',
  catalyst: undefined,
  support: { state: 'unknown' },
  idea: { state: 'to-do' },
  constitution: { state: 'not-chosen' },
  scoping: { state: 'to-do' },
  registration: { state: 'not-begun' },
  grants: [],
  trading: { state: 'not-yet' },
  checkIns: {},
  pauses: [],
  closures: [],
  careReturns: [],
  contacts: [],
  checksSeen: {},
  price: undefined,
  services: [],
  areasServed: [],
  warnings: [],
}

/** The day the enquiry came, if it has. */
export function enquiredOn(support: Support): PlainDate | undefined {
  switch (support.state) {
    case 'unknown':
      return undefined
    case 'enquiry':
    case 'accepted':
    case 'advised-only':
    case 'declined':
      return support.enquiredOn
    case 'paused':
    case 'stopped':
    case 'left-sight':
      return enquiredOn(support.before)
  }
}

/** What the support is, or was before it paused, stopped or left our sight. */
export function going(support: Support): Going | undefined {
  switch (support.state) {
    case 'unknown':
      return undefined
    case 'enquiry':
    case 'accepted':
    case 'advised-only':
    case 'declined':
      return support
    case 'paused':
    case 'stopped':
    case 'left-sight':
      return going(support.before)
  }
}

/** Where it came from, once accepted. */
export function originOf(supportCase: SupportCase): Origin | undefined {
  const before = going(supportCase.support)
  return before?.state === 'accepted' ? before.origin : undefined
}

/** The day a record came to an end (stopped, or left our sight); undefined while it is open. */
export function endedOn(support: Support): PlainDate | undefined {
  if (support.state === 'stopped') return support.stoppedOn
  return support.state === 'left-sight' ? support.leftOn : undefined
}

/** Since when it trades or traded; undefined where it never began. */
export const beganOn = (trading: Trading): PlainDate | undefined => (trading.state === 'not-yet' ? undefined : trading.beganOn)
