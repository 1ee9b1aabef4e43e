import type { PlainDate } from './plainDate.ts'
import type { Pence } from './quantities.ts'
import type {
  AttributeKind,
  DocumentKind,
  Gate,
  ListingKind,
  Need,
  Purpose,
  PutOffReason,
  Skill,
  TaskAbout,
  TrainingPayer,
  WithdrawalReason,
} from './besideVocabulary.ts'
import type { ChangeKind, CqcPaper, HeardOf, LastJob, Ownership, PermissionUse, StoryPlace, Telling } from './vocabulary.ts'

/** What stands beside the tracks: how they came, what they agreed to, to-dos, training, attributes, listings, and who is asked to take them over. */
export type Besides = {
  heardOf: HeardOf | undefined
  lastJob: LastJob | undefined
  /** How they were told how we use their details; undefined while that is still to do. */
  told: { how: Telling; on: PlainDate } | undefined
  permissions: Readonly<Partial<Record<PermissionUse, Permission>>>
  /** What the programme said of ownership, against what follows from the form. */
  ownership: { ownership: Ownership; on: PlainDate } | undefined
  members: MemberCounts | undefined
  /** Papers of the application to CQC that are ready, by the day. */
  papersReady: Readonly<Partial<Record<CqcPaper, PlainDate>>>
  /** What changed, oldest first, and whether what it asks for was recorded since. */
  changes: readonly Change[]
  purposes: readonly Purpose[]
  signOff: SignOff
  listings: Readonly<Partial<Record<ListingKind, Listing>>>
  /** Gates that the lead went on without, with the day. */
  overruled: Readonly<Partial<Record<Gate, PlainDate>>>
  training: Readonly<Partial<Record<Skill, Training>>>
  /** Every attribute ever told, oldest first. */
  attributes: readonly Attribute[]
  tasks: readonly Task[]
  /** To-dos of a template that were settled: they are worked out, and only their end is recorded. */
  settledTasks: Readonly<Record<string, { on: PlainDate; dropped: boolean; factId: string }>>
  /** Until when a to-do of a template is put off: it is worked out, so that its new day stands here. */
  tasksPutOff: Readonly<Record<string, PlainDate>>
  /** Until when a reason is put off. The latest counts. */
  putOffs: Readonly<Partial<Record<Need, PutOff>>>
  /** Who is asked to take the record over, until they do or say no. */
  handover: { to: string; offeredBy: string; on: PlainDate } | undefined
  documents: readonly { document: DocumentKind; on: PlainDate; factId: string; textId: string | undefined }[]
  /** Who knows them or is of their family, and settles no money of theirs: object ids, each once. */
  interests: readonly string[]
  /** The record that this one was a duplicate of. It is in no count. */
  mergedInto: string | undefined
}

export type Permission =
  { state: 'given'; on: PlainDate; places: readonly StoryPlace[]; until: PlainDate | undefined } | { state: 'ended'; on: PlainDate }

export type MemberCounts = { on: PlainDate; people: number; families: number; workers: number; volunteers: number }

export type Change = { what: ChangeKind; on: PlainDate; settledOn: PlainDate | undefined }

export type SignOff =
  | { state: 'not-yet' }
  | { state: 'signed-off'; on: PlainDate; by: string; until: PlainDate | undefined }
  | { state: 'ended'; on: PlainDate; reason: WithdrawalReason }

export type Listing =
  { state: 'listed'; on: PlainDate; directory: string | undefined } | { state: 'delisted'; on: PlainDate; reason: WithdrawalReason }

export type Training = {
  neededOn: PlainDate | undefined
  doneOn: PlainDate | undefined
  pence: Pence | undefined
  paidBy: TrainingPayer | undefined
}

export type Attribute = {
  attribute: AttributeKind
  on: PlainDate
  codes: readonly string[]
  value: number | undefined
  until: PlainDate | undefined
  factId: string
}

/** A to-do. `superseded`: a later "next contact" took its place. */
export type Task = {
  task: string
  about: TaskAbout
  setOn: PlainDate
  setBy: string
  /** The day it is due now: put off counts. */
  dueOn: PlainDate
  at: string | undefined
  state: 'open' | 'done' | 'dropped' | 'superseded'
  /** The day it was settled. */
  on: PlainDate | undefined
  textId: string | undefined
}

export type PutOff = { until: PlainDate; why: PutOffReason; on: PlainDate }

/** Nothing of all that. */
export const nothingBesides: Besides = {
  heardOf: undefined,
  lastJob: undefined,
  told: undefined,
  permissions: {},
  ownership: undefined,
  members: undefined,
  papersReady: {},
  changes: [],
  purposes: [],
  signOff: { state: 'not-yet' },
  listings: {},
  overruled: {},
  training: {},
  attributes: [],
  tasks: [],
  settledTasks: {},
  tasksPutOff: {},
  putOffs: {},
  handover: undefined,
  documents: [],
  interests: [],
  mergedInto: undefined,
}
