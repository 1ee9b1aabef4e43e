import type { Assumption } from '#domain/assumptions.ts'
import type { BudgetRecord } from '#domain/budgets.ts'
import type { DbsCheck, DbsStanding } from '#domain/dbs.ts'
import type { Fact } from '#domain/facts.ts'
import type { AskedPublication, FileFormat, PublicFormat } from '#domain/downloadSchemas.ts'
import type { ListQuestion } from '#domain/listQuestion.ts'
import type { Insight } from '#domain/insights.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import type { KeptPot } from '#domain/fundChanges.ts'
import type { Balance, LedgerEntry, Pot } from '#domain/pots.ts'
import type { Role } from '#domain/permissions.ts'
import type { FollowUpBy, ProgrammeRules } from '#domain/programmeRules.ts'
import type { Look } from '#domain/viewSchemas.ts'
import type { Ending } from '#domain/vocabulary.ts'

/** A programme's id, or `directory`. Every change to a programme is one transaction in its partition. */
export type Partition = string
export const directory: Partition = 'directory'

/** What the log says of itself. A partition without one has number 0. */
export type Head = { n: number; hash: string; recordedAt: Instant }

/** What one transaction recorded. */
export type LogEntry = {
  n: number
  recordedAt: Instant
  recordedBy: string
  command: string
  cases: readonly string[]
  facts: readonly { caseId: string; fact: Fact }[]
  /** What was told or counted about the place: of no case. */
  insights: readonly Insight[]
  /** A money step that was refused: which, on which case, and why. Nothing of it was recorded. */
  refused?: { command: string; caseId: string; why: string } | undefined
}

/** One transaction, as the log keeps it: inserted once, never changed. `sealLog` makes it of an entry. */
export type LogRow = LogEntry & {
  /** The entry in the words it is kept in. Facts read from it may have moved on to a newer version; the text has not. */
  text: string
  /** SHA-256 of the hash before it and of this row's own text, in base64url. */
  hash: string
  previousHash: string
}

/** What the list shows of a case to those who may see it. Emptied when the person is erased. */
export type PrivateCopy = {
  name: string
  phone?: string | undefined
  email?: string | undefined
  postcode?: string | undefined
  /** What each open to-do says. */
  tasks?: Readonly<Record<string, string>> | undefined
  /** What lists and gates need of DBS checks. */
  dbs?: DbsStanding | undefined
}

/** A case row: what the log's facts of it amount to, all its facts, and the copy that can be emptied. */
export type CaseRow = {
  caseId: string
  /** The log number that last touched it. */
  n: number
  reference: string
  facts: readonly Fact[]
  private: PrivateCopy | null
}

/** Name and contact details of the person behind a case. */
export type PersonRow = {
  name: string
  contactName: string | null
  phone: string | null
  email: string | null
  postcode: string | null
}

/** A case that can be found by a sign of its person. Its key holds the sign's kind and a keyed hash of it, and nothing that can be read. */
export type MatchRow = { caseId: string }
/** The insights of one transaction, as its log row has them: inserted once, never changed, so that they can be read without the rest of the log. */
export type InsightRow = { insights: readonly Insight[] }

/** Words that a person typed, or that a file held. Facts point here by id. */
export type TextRow = { words: string }

/** Makes a command take effect once. `requestHash` tells a repeat from another request under the same key. */
export type CommandRow = { requestHash: string; n: number; caseId: string | null; recordedAt: Instant }

/** Holds what must be unique, such as a reference, for one case. */
export type ClaimRow = { caseId: string }

/** What one person typed into a form and has not saved. Nobody else is shown it. */
/** `inMeeting`: typed while names were hidden, so whoever watches has seen it. */
export type DraftRow = { words: Readonly<Record<string, string>>; keptAt: Instant; inMeeting?: true }

/** A way of looking at the list. Its name is words that somebody typed; everything else of it is codes. */
export type ViewRow = { name: string; by: string; look: Look }

/** A grant fund: what it is for and by which rules, and what its ledger comes to. What it is called stands in the text row `textId`. */
export type PotRow = Pot & {
  textId: string
  /** The sum of its entries, how many they are, and how many grants have a number. */
  balance: Balance
  entries: number
  grants: number
  recordedAt: Instant
  recordedBy: string
}

/** A version of a fund's rules as it was: inserted once, never changed. The first release did not say what had been put in by then. */
export type PotVersionRow = Omit<KeptPot, 'putIn'> & Partial<Pick<KeptPot, 'putIn'>> & { textId: string }

/** What a ticket stands for: who asked, for which file. It holds codes and ids. */
export type TicketRow = {
  by: { tid: string; oid: string; administrator: boolean; namesHidden: boolean }
  until: Instant
  asked:
    | { of: 'cases'; format: FileFormat; question: ListQuestion; only: readonly string[] | null }
    | { of: 'consortium'; format: FileFormat; consortium: string }
    | { of: 'ledger'; format: FileFormat; pot: string; only: readonly number[] | null }
    | { of: 'year-end'; format: FileFormat; pot: string; asAt: PlainDate; knownAt?: Instant | undefined }
    | (AskedPublication & { pot: string })
}

/** Who took what away, and when: filters in codes and a number of rows, never a name. `chosen` is true of rows picked by hand or by a search. */
/** A private note, such as on safeguarding. It is in no entry and no export. */
export type PrivateNoteRow = { id: string; words: string; writtenBy: string; writtenAt: Instant }

/** Who opened a private note, and when. */
type OpenedRow = { what: 'private-note'; by: string; at: Instant; caseId: string; noteId: string }

export type AccessRow = OpenedRow | ExportRow

type ExportRow = {
  what: 'export'
  by: string
  at: Instant
  format: FileFormat | PublicFormat
  rows: number
  names: boolean
} & (
  | { question: ListQuestion; chosen: boolean }
  | { consortium: string }
  /** `chosen`: of a ledger, only the entries that were found. */
  | { fund: string; of: 'ledger' | 'year-end' | 'register' | 'three-sixty' | 'transparency'; chosen: boolean }
)

/** A version of a programme's settings. It holds no words: what the programme and its codes are called stands in the text row `textId`. */
export type ProgrammeSettings = {
  version: number
  tid: string
  areas: readonly string[]
  period: { from: PlainDate; to: PlainDate }
  costPence: number
  followUpUntil: PlainDate | null
  /** Null in versions of the first release: there the owner's name alone says it. */
  followUpBy: FollowUpBy | null
  /** The member who makes the check-ins after the funded period, where it is one person. */
  followUpPerson: string | null
  invented: boolean
  rules: ProgrammeRules
  textId: string
  /** Null counts from the beginning. */
  effectiveFrom: PlainDate | null
  recordedAt: Instant
  /** Null in versions of the first release. */
  recordedBy: string | null
}

/** How a programme's own words for endings are read, each known by its SHA-256 in base64url. */
export type EndingWords = { version: number; endings: Readonly<Record<string, Ending>>; recordedAt: Instant }

/** Who may do what in a programme. `label` is what the programme calls the person. */
export type MemberRow = { oid: string; roles: readonly Role[]; label: string | null }

/** An index of programmes, and of who might be in them: repaired from the programmes, never an authority. */
export type ProgrammeEntry = { id: string; tid: string }

/** A random key made once for the deployment, in base64url. */
export type SecretRow = { key: string }

/** Each kind of row and what it holds. The key parts follow the kind: `case|{caseId}`, `text|{caseId}|{textId}`. */
export type Rows = {
  head: Head
  log: LogRow
  case: CaseRow
  person: PersonRow
  match: MatchRow
  dbs: DbsCheck
  insight: InsightRow
  text: TextRow
  command: CommandRow
  claim: ClaimRow
  draft: DraftRow
  view: ViewRow
  ticket: TicketRow
  access: AccessRow
  pot: PotRow
  potVersion: PotVersionRow
  ledger: LedgerEntry
  privateNote: PrivateNoteRow
  settings: ProgrammeSettings
  /** A figure from outside, as it was recorded: inserted once, never changed. */
  assumption: Assumption
  /** A budget that fell, or a record of one that is taken back: inserted once, never changed. */
  budget: BudgetRecord
  endingWords: EndingWords
  member: MemberRow
  programme: ProgrammeEntry
  secret: SecretRow
}
export type RowKind = keyof Rows

/** The parts of a row's key after its kind; none for `head`. Only `[A-Za-z0-9._~-]` may stand in them. */
export type Key = readonly string[]

/** A row as it was read. `etag` changes with every write. */
export type Found<K extends RowKind> = { key: Key; row: Rows[K]; etag: string }

/** One row of a transaction. `insert` fails where the row exists, `replace` where its etag is no longer the one given. */
export type Change = {
  [K in RowKind]:
    | { put: 'insert'; kind: K; key: Key; row: Rows[K] }
    | { put: 'replace'; kind: K; key: Key; row: Rows[K]; etag: string }
    | { put: 'upsert'; kind: K; key: Key; row: Rows[K] }
    | { put: 'delete'; kind: K; key: Key }
}[RowKind]

/** Which rows of a kind: those whose key begins with these parts, or comes after this one in the order of text. */
export type Range = { startsWith?: Key; after?: Key }

/** `conflict`: somebody else wrote first, and nothing of this transaction was stored. */
export type CommitOutcome = 'committed' | 'conflict'

/**
 * The store could not be reached, or its answer was lost: a write may or may not have happened.
 * Whoever writes asks again, marker first.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/** A transaction is at most this many rows, and this many bytes as stored. */
export const transactionLimits = { rows: 100, bytes: 1_900_000 } as const

/**
 * Where rows are kept. Two stores hold to it, and one suite of tests holds both to it.
 * Every call ends within the signal's time; a store that does not answer throws `StoreUnavailable`.
 */
export interface Store {
  /** One point read; undefined where there is no such row. */
  read<K extends RowKind>(partition: Partition, kind: K, key: Key, signal?: AbortSignal): Promise<Found<K> | undefined>
  /** The rows of a kind in a range, page by page. Pages may be empty and rows come in no promised order. */
  list<K extends RowKind>(partition: Partition, kind: K, range?: Range, signal?: AbortSignal): AsyncIterable<Found<K>[]>
  /** All rows or none, in one partition. Throws RangeError where it is more than `transactionLimits` or touches a row twice. */
  commit(partition: Partition, changes: readonly Change[], signal?: AbortSignal): Promise<CommitOutcome>
  /** Reaches the store and makes its table where there is none. */
  prepare(signal?: AbortSignal): Promise<void>
}

/** The log's key for a number: ten digits, so that text order is number order. */
export const logKey = (n: number): Key => [String(n).padStart(10, '0')]
