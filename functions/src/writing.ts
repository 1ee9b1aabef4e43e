import type { Fact, NewFact, Recorded } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import type { Insight, NewInsight } from '#domain/insights.ts'
import type { Instant } from '#domain/plainDate.ts'
import { instantAt } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { sha256 } from '#functions/hashing.ts'
import { sealLog } from '#functions/logText.ts'
import type { CaseRow, Change, Found, Head, Key, LogEntry, LogRow, Partition, PrivateCopy, RowKind, Store } from '#functions/store.ts'
import { StoreUnavailable, logKey } from '#functions/store.ts'

/** What the write protocol needs of the world. */
export type Writer = {
  store: Store
  /** Milliseconds since 1970. */
  clock: () => number
  /** From 0 up to 1: jitter, so that writers who met do not meet again. */
  chance: () => number
  wait: (milliseconds: number) => Promise<void>
  newId: () => string
  /** Writes of one partition wait in line within this process, so that If-Match decides only between processes. */
  lines: Map<Partition, Promise<unknown>>
}

/** Who does what, once. `key` names the caller's command; the same key with another request is refused. */
export type WriteRequest = {
  partition: Partition
  command: string
  by: string
  via: Recorded['via']
  key?: { of: string; requestHash: string } | undefined
}

/** Reads as of the attempt's head. The transaction fails, and the decision is made again, where anything was recorded since. */
export type Snapshot = {
  head: Head
  /** The instant at which this attempt will have been recorded. */
  recordedAt: Instant
  read: <K extends RowKind>(kind: K, key: Key) => Promise<Found<K> | undefined>
}

/** What a decision wants written: facts by case, and rows beside them. */
export type CaseWrite = {
  caseId: string
  reference: string
  /** The case as the decision read it; undefined for a new one. */
  found: Found<'case'> | undefined
  added: readonly NewFact[]
  /** The new private copy; left out, it stays as it is. */
  private?: PrivateCopy | null
}
export type Draft = {
  cases: readonly CaseWrite[]
  /** What was told or counted about the place, and belongs to no case. */
  insights?: readonly NewInsight[]
  changes: readonly Change[]
  /** A money step that is refused: the log says so, and nothing else is recorded. */
  refused?: LogEntry['refused']
}

/** What was written, now or when the same command came before. */
export type Written = {
  n: number
  recordedAt: Instant
  caseId: string | null
  facts: readonly { caseId: string; id: string }[]
  insights: readonly string[]
  replayed: boolean
}

export type CannotWrite = { kind: 'busy' } | { kind: 'key-used-otherwise' }

const deadline = 20_000
const firstWait = 15
const longestWait = 1_500

/** The head of a partition in which nothing was recorded. */
export const noHead: Head = { n: 0, hash: '', recordedAt: instantAt(0) }

/**
 * Makes a command take effect exactly once: marker, then head and what the decision reads, then the decision,
 * then one transaction. After a conflict, or an answer that was lost, it begins again from the marker, with jitter,
 * for 20 seconds in all; then it is `busy`, and the key is still good. A refusal leaves no marker.
 */
export async function write<R>(
  writer: Writer,
  request: WriteRequest,
  decide: (snapshot: Snapshot) => Promise<Result<Draft, R>>,
): Promise<Result<Written, R | CannotWrite>> {
  // A key of its own for those who gave none: an answer that was lost must not be written twice.
  const key = request.key ?? { of: writer.newId(), requestHash: '' }
  // Waiting in line counts: nobody waits longer than the 20 seconds, however many come before.
  const until = writer.clock() + deadline
  return inLine(writer, request.partition, () => attempts(writer, request, key, until, decide))
}

/**
 * What a command would come to, with nothing written: what its decision says as things stand, or what it came to where the same key took
 * effect before. It waits for nobody, so another may still come first.
 */
export async function foresee<R>(
  { store, clock }: Pick<Writer, 'store' | 'clock'>,
  { partition, key }: Pick<WriteRequest, 'partition' | 'key'>,
  decide: (snapshot: Snapshot) => Promise<Result<Draft, R>>,
): Promise<Result<Written | undefined, R | CannotWrite>> {
  const signal = AbortSignal.timeout(deadline)
  const before = key && (await earlier(store, partition, key, signal))
  if (before) return before
  const head = (await store.read(partition, 'head', [], signal))?.row ?? noHead
  const decision = await decide({ head, recordedAt: instantAt(clock()), read: (kind, row) => store.read(partition, kind, row, signal) })
  return decision.ok ? ok(undefined) : decision
}

/** Waits until every write of a partition that this process has begun is over. */
export const writesInHand = (writer: Writer, partition: Partition): Promise<void> => inLine(writer, partition, async () => undefined)

async function inLine<T>({ lines }: Writer, partition: Partition, work: () => Promise<T>): Promise<T> {
  const before = lines.get(partition) ?? Promise.resolve()
  const mine = before.then(work, work)
  lines.set(partition, mine)
  try {
    return await mine
  } finally {
    if (lines.get(partition) === mine) lines.delete(partition)
  }
}

type KeyUsed = { of: string; requestHash: string }

async function attempts<R>(
  writer: Writer,
  request: WriteRequest,
  key: KeyUsed,
  until: number,
  decide: (snapshot: Snapshot) => Promise<Result<Draft, R>>,
): Promise<Result<Written, R | CannotWrite>> {
  const { clock, chance, wait } = writer
  for (let attempt = 0; clock() < until; attempt++) {
    try {
      const answer = await oneAttempt(writer, request, key, AbortSignal.timeout(Math.max(1, until - clock())), decide)
      if (answer !== 'conflict') return answer
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
    }
    await wait(Math.min(longestWait, firstWait * 2 ** attempt) * (0.5 + chance()))
  }
  return refused({ kind: 'busy' })
}

async function oneAttempt<R>(
  { store, clock }: Writer,
  { partition, command, by, via }: WriteRequest,
  key: KeyUsed,
  signal: AbortSignal,
  decide: (snapshot: Snapshot) => Promise<Result<Draft, R>>,
): Promise<Result<Written, R | CannotWrite> | 'conflict'> {
  const before = await earlier(store, partition, key, signal)
  if (before) return before

  const found = await store.read(partition, 'head', [], signal)
  const head = found?.row ?? noHead
  const recordedAt = instantAt(Math.max(clock(), Date.parse(head.recordedAt) + 1))
  const decision = await decide({ head, recordedAt, read: (kind, rowKey) => store.read(partition, kind, rowKey, signal) })
  // A transaction that seemed lost may go in late, after the marker was looked for: then this command refuses its own effect.
  if (!decision.ok) return (await earlier(store, partition, key, signal)) ?? decision

  const stamp = { n: head.n + 1, recordedAt, recordedBy: by, via }
  const rows = stamped(decision.value.cases, stamp)
  const insights: Insight[] = record(decision.value.insights ?? [], { ...stamp, firstPlace: rows.flatMap(({ facts }) => facts).length })
  const log = logRow(head, stamp, command, rows, { insights, refused: decision.value.refused })
  const next: Head = { n: stamp.n, hash: log.hash, recordedAt: stamp.recordedAt }
  const caseId = decision.value.cases.length === 1 ? (decision.value.cases[0]?.caseId ?? null) : null
  const outcome = await store.commit(
    partition,
    [
      found ? { put: 'replace', kind: 'head', key: [], row: next, etag: found.etag } : { put: 'insert', kind: 'head', key: [], row: next },
      { put: 'insert', kind: 'log', key: logKey(stamp.n), row: log },
      {
        put: 'insert',
        kind: 'command',
        key: markerKey(key),
        row: { requestHash: key.requestHash, n: stamp.n, caseId, recordedAt: stamp.recordedAt },
      },
      ...rows.map(({ change }) => change),
      ...insightRows(insights),
      ...decision.value.changes,
    ],
    signal,
  )
  if (outcome === 'conflict') return 'conflict'
  return ok({ n: stamp.n, recordedAt: stamp.recordedAt, caseId, ...idsOf(log), replayed: false })
}

const markerKey = ({ of }: KeyUsed): readonly string[] => [sha256(of)]

/** What the same command came to, where it took effect before. */
async function earlier(
  store: Store,
  partition: Partition,
  key: KeyUsed,
  signal: AbortSignal,
): Promise<Result<Written, CannotWrite> | undefined> {
  const marker = await store.read(partition, 'command', markerKey(key), signal)
  if (!marker) return undefined
  if (marker.row.requestHash !== key.requestHash) return refused({ kind: 'key-used-otherwise' })
  return ok(await written(store, partition, marker.row, signal))
}

export type Stamp = { n: number; recordedAt: Instant; recordedBy: string; via: Recorded['via'] }

function stamped(cases: readonly CaseWrite[], stamp: Stamp): { caseId: string; facts: Fact[]; change: Change }[] {
  let firstPlace = 0
  return cases.map(({ caseId, reference, found, added, private: copy }) => {
    const facts = record(added, { ...stamp, firstPlace })
    firstPlace += facts.length
    const row: CaseRow = {
      caseId,
      n: stamp.n,
      reference,
      facts: [...(found?.row.facts ?? []), ...facts],
      private: copy === undefined ? (found?.row.private ?? null) : copy,
    }
    const change: Change = found
      ? { put: 'replace', kind: 'case', key: [caseId], row, etag: found.etag }
      : { put: 'insert', kind: 'case', key: [caseId], row }
    return { caseId, facts, change }
  })
}

const insightRows = (insights: readonly Insight[]): Change[] =>
  insights.slice(0, 1).map(({ n }) => ({ put: 'insert', kind: 'insight', key: logKey(n), row: { insights } }))

function logRow(
  head: Head,
  stamp: Stamp,
  command: string,
  rows: readonly { caseId: string; facts: Fact[] }[],
  { insights, refused: not }: Pick<LogEntry, 'insights' | 'refused'>,
): LogRow {
  const { n, recordedAt, recordedBy } = stamp
  const cases = rows.map(({ caseId }) => caseId)
  const facts = rows.flatMap(({ caseId, facts: added }) => added.map(fact => ({ caseId, fact })))
  return sealLog({ n, recordedAt, recordedBy, command, cases, facts, insights, ...(not && { refused: not }) }, head.hash)
}

const idsOf = ({ facts, insights }: LogRow): Pick<Written, 'facts' | 'insights'> => ({
  facts: facts.map(({ caseId, fact }) => ({ caseId, id: fact.id })),
  insights: insights.map(({ id }) => id),
})

async function written(
  store: Store,
  partition: Partition,
  marker: { n: number; caseId: string | null; recordedAt: Instant },
  signal: AbortSignal,
): Promise<Written> {
  const log = await store.read(partition, 'log', logKey(marker.n), signal)
  const ids = log ? idsOf(log.row) : { facts: [], insights: [] }
  return { n: marker.n, recordedAt: marker.recordedAt, caseId: marker.caseId, ...ids, replayed: true }
}
