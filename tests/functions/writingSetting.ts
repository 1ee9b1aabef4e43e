import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { fold } from '#domain/fold.ts'
import type { Fact } from '#domain/facts.ts'
import { known } from '#domain/known.ts'
import { day } from '#domain/plainDate.ts'
import { ok, refused } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import { logHashOf } from '#functions/logText.ts'
import type { CaseRow, Found, LogRow, RowKind, Store } from '#functions/store.ts'
import type { CannotWrite, WriteRequest, Writer, Written } from '#functions/writing.ts'
import { write } from '#functions/writing.ts'

/** The person behind every command of these tests. */
export const by = 'a0000000-0000-4000-8000-000000000003'

/** A process that writes: its own line, its own clock. */
export const writerOn = (store: Store, more: Partial<Writer> = {}): Writer => ({
  store,
  clock: () => Date.now(),
  chance: Math.random,
  wait: async milliseconds => pause(milliseconds),
  newId: randomUUID,
  lines: new Map(),
  ...more,
})

type Said = Promise<Result<Written, CannotWrite | { kind: 'twice' }>>
type Key = WriteRequest['key']

/** A key of a caller's own, for one request. */
export const keyFor = (requestHash = 'hash'): NonNullable<Key> => ({ of: randomUUID(), requestHash })

const request = (partition: string, command: string, key?: Key): WriteRequest => ({ partition, command, by, via: 'person', key })

/** An enquiry: it begins a case. */
export const enquire = (writer: Writer, partition: string, caseId: string, key?: Key): Said =>
  write(writer, request(partition, 'enquire', key), async () => {
    const reference = `R-${caseId.slice(0, 8)}`
    const enquired = { kind: 'enquired', happenedOn: day('2024-01-08'), data: { reference } } as const
    return ok({ cases: [{ caseId, reference, found: undefined, added: [enquired], private: { name: 'Harbour Help' } }], changes: [] })
  })

/** A contact: it only adds, as often as it is sent under a new key. */
export const contact = (writer: Writer, partition: string, caseId: string, key?: Key, minutes?: number): Said =>
  write(writer, request(partition, 'log-contact', key), async ({ read }) => {
    const found = await read('case', [caseId])
    if (!found) throw new Error('the case is not there')
    const added = [{ kind: 'contact', happenedOn: day('2024-03-10'), data: { reached: true, minutes } } as const]
    return ok({ cases: [{ caseId, reference: found.row.reference, found, added }], changes: [] })
  })

/** The beginning of trading: a decision on what is there, refused the second time. */
export const begin = (writer: Writer, partition: string, caseId: string, key?: Key): Said =>
  write<{ kind: 'twice' }>(writer, request(partition, 'begin-trading', key), async ({ read }) => {
    const found = await read('case', [caseId])
    if (!found) throw new Error('the case is not there')
    if (fold(known(found.row.facts)).trading.state !== 'not-yet') return refused({ kind: 'twice' })
    const added = [{ kind: 'trading-began', happenedOn: day('2024-02-29'), data: {} } as const]
    return ok({ cases: [{ caseId, reference: found.row.reference, found, added }], changes: [] })
  })

/** Every row of a kind. */
export async function rowsOf<K extends RowKind>(store: Store, partition: string, kind: K): Promise<Found<K>[]> {
  const found: Found<K>[] = []
  for await (const page of store.list(partition, kind)) found.push(...page)
  return found
}

/** The log in order. */
export async function logOf(store: Store, partition: string): Promise<LogRow[]> {
  const rows = (await rowsOf(store, partition, 'log')).map(({ row }) => row)
  return rows.sort((a, b) => a.n - b.n)
}

/**
 * What is always so: numbers without a gap, each hash of the text and the hash before it, times that only rise, a head that is the end of
 * the log, and cases that hold exactly what the log says of them.
 */
export async function expectSound(store: Store, partition: string): Promise<LogRow[]> {
  const log = await logOf(store, partition)
  const head = await store.read(partition, 'head', [])
  expect(log.map(({ n }) => n)).toEqual(log.map((_, at) => at + 1))
  log.forEach((row, at) => {
    expect(row.previousHash).toBe(log[at - 1]?.hash ?? '')
    expect(row.hash).toBe(logHashOf(row.previousHash, row.text))
    expect(row.recordedAt > (log[at - 1]?.recordedAt ?? '')).toBe(true)
  })
  const last = log.at(-1)
  expect(head?.row).toEqual(last && { n: last.n, hash: last.hash, recordedAt: last.recordedAt })

  const facts = new Map<string, Fact[]>()
  for (const row of log) for (const { caseId, fact } of row.facts) facts.set(caseId, [...(facts.get(caseId) ?? []), fact])
  const cases = new Map<string, CaseRow>((await rowsOf(store, partition, 'case')).map(({ row }) => [row.caseId, row]))
  expect([...cases.keys()].sort()).toEqual([...facts.keys()].sort())
  for (const [caseId, row] of cases) {
    expect(row.facts).toEqual(facts.get(caseId))
    expect(row.n).toBe(facts.get(caseId)?.at(-1)?.n)
  }
  const insights = await rowsOf(store, partition, 'insight')
  expect(insights.flatMap(({ row }) => row.insights)).toEqual(log.flatMap(row => row.insights))
  return log
}
