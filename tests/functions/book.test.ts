import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt } from '#domain/plainDate.ts'
import { ok } from '#domain/result.ts'
import type { Book } from '#functions/book.ts'
import { Books } from '#functions/book.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import type { Change, Found, Key, Partition, Range, RowKind } from '#functions/store.ts'
import { StoreUnavailable } from '#functions/store.ts'
import { write } from '#functions/writing.ts'
import { begin, by, contact, enquire, logOf, writerOn } from './writingSetting.ts'

const moors: Partition = 'moors'

/** A store that counts what is read of it, and can be held up before each read of a head or a case. */
class CountingStore extends MemoryStore {
  reads: Partial<Record<RowKind, number>> = {}
  lists: Partial<Record<RowKind, number>> = {}
  before: (kind: RowKind) => Promise<void> = async () => undefined

  override async read<K extends RowKind>(partition: Partition, kind: K, key: Key): Promise<Found<K> | undefined> {
    this.reads[kind] = (this.reads[kind] ?? 0) + 1
    const found = await super.read(partition, kind, key)
    await this.before(kind)
    return found
  }

  override async *list<K extends RowKind>(partition: Partition, kind: K, range?: Range): AsyncIterable<Found<K>[]> {
    this.lists[kind] = (this.lists[kind] ?? 0) + 1
    // Many small pages, so that others may write between them.
    for await (const page of super.list(partition, kind, range)) {
      for (const row of page) {
        yield [row]
        await this.before(kind)
      }
    }
  }
}

async function programmeOf(cases: number) {
  const store = new CountingStore()
  const writer = writerOn(store)
  const ids = Array.from({ length: cases }, () => randomUUID())
  for (const id of ids) await enquire(writer, moors, id)
  store.reads = {}
  store.lists = {}
  return { store, writer, ids, books: new Books(store) }
}

const plain = ({ head, cases }: Book) => ({ head, cases: [...cases.values()].sort((a, b) => (a.caseId < b.caseId ? -1 : 1)) })

/** The cases as the log has them up to a number: what a book that rests on it must hold. */
async function factsUpTo(store: MemoryStore, n: number): Promise<Map<string, string[]>> {
  const facts = new Map<string, string[]>()
  for (const row of await logOf(store, moors))
    if (row.n <= n) for (const { caseId, fact } of row.facts) facts.set(caseId, [...(facts.get(caseId) ?? []), fact.id])
  return facts
}
const factsIn = ({ cases }: Book) => new Map([...cases].map(([id, { facts }]) => [id, facts.map(fact => fact.id)]))

/** A gate: who waits until it is `passed` goes on when somebody opens it. */
function gate(): { passed: Promise<void>; open: () => void } {
  let open = (): void => undefined
  const passed = new Promise<void>(resolve => (open = resolve))
  return { passed, open: () => open() }
}

describe('a book', () => {
  test('brought up to date is the one that would be read afresh, whatever was recorded in between', async () => {
    const step = fc.record({ what: fc.constantFrom('enquire', 'contact', 'begin', 'nothing-of-a-case', 'look'), which: fc.nat(9) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async steps => {
        const { store, writer, ids, books } = await programmeOf(2)
        for (const { what, which } of steps) {
          const id = ids[which % ids.length] ?? ''
          if (what === 'enquire') await enquire(writer, moors, ids[ids.push(randomUUID()) - 1] ?? '')
          if (what === 'contact') await contact(writer, moors, id)
          if (what === 'begin') await begin(writer, moors, id)
          if (what === 'nothing-of-a-case')
            await write(writer, { partition: moors, command: 'other', by, via: 'person' }, async () => ok({ cases: [], changes: [] }))
          if (what === 'look') expect(plain(await books.open(moors))).toEqual(plain(await new Books(store).open(moors)))
        }
        const book = await books.open(moors)
        expect(plain(book)).toEqual(plain(await new Books(store).open(moors)))
        expect(factsIn(book)).toEqual(await factsUpTo(store, book.head.n))
      }),
      { numRuns: 40 },
    )
  })

  test('holds exactly what its number says, though others record while it is read', async () => {
    for (const at of [1, 2, 3, 5, 8, 12, 20]) {
      const { store, ids, books } = await programmeOf(8)
      await books.open(moors)
      for (const id of ids) await contact(writerOn(store), moors, id)
      let [reads, busy] = [0, false]
      store.before = async kind => {
        if (busy || (kind !== 'case' && kind !== 'head') || ++reads % at > 0 || reads > 30) return
        busy = true
        // Two cases by two other processes: one that was read already perhaps, and one that was not.
        await contact(writerOn(store), moors, ids[reads % 8] ?? '')
        await begin(writerOn(store), moors, ids[(reads + 3) % 8] ?? '')
        busy = false
      }
      for (const look of [books, new Books(store)]) {
        const book = await look.open(moors)
        expect(factsIn(book)).toEqual(await factsUpTo(store, book.head.n))
      }
    }
  })

  test('that nothing was recorded in costs one point read, and is the very same', async () => {
    const { store, books } = await programmeOf(5)
    const first = await books.open(moors)
    store.reads = {}
    store.lists = {}
    const again = await books.open(moors)
    expect({ reads: store.reads, lists: store.lists }).toEqual({ reads: { head: 1 }, lists: {} })
    expect(again.cases).toBe(first.cases)
  })

  test('reads the cases that were recorded on, and leaves the others as they are', async () => {
    const { store, writer, ids, books } = await programmeOf(5)
    const [one = '', other = ''] = ids
    const first = await books.open(moors)
    await contact(writer, moors, one)
    await contact(writer, moors, one)
    store.reads = {}
    store.lists = {}
    const next = await books.open(moors)
    expect({ reads: store.reads, lists: store.lists }).toEqual({ reads: { head: 1, case: 1 }, lists: { log: 1 } })
    expect(next.cases.get(one)?.facts).toHaveLength(3)
    expect(next.cases.get(other)).toBe(first.cases.get(other))
    // What was opened before stays as it was.
    expect(first.cases.get(one)?.facts).toHaveLength(1)
  })

  test('that very much was recorded in is read whole again', async () => {
    const { store, writer, ids, books } = await programmeOf(210)
    await books.open(moors)
    for (const id of ids) await contact(writer, moors, id)
    store.reads = {}
    store.lists = {}
    const book = await books.open(moors)
    expect({ reads: store.reads, lists: store.lists }).toEqual({ reads: { head: 1 }, lists: { log: 1, case: 1 } })
    expect(factsIn(book)).toEqual(await factsUpTo(store, 420))
  })

  test('tells who waits for it of each case, as it comes, where all have to be read', async () => {
    const { store, writer, ids, books } = await programmeOf(5)
    const told: string[] = []
    const tell = ({ caseId }: { caseId: string }) => told.push(caseId)
    await books.open(moors, tell)
    expect(told.sort()).toEqual(ids.toSorted())
    // Later only what was recorded since is read, and nobody has to wait for that.
    await contact(writer, moors, ids[0] ?? '')
    await books.open(moors, tell)
    expect(told).toHaveLength(5)
    expect(store.lists).toEqual({ case: 1, log: 1 })
  })

  test('of a programme in which nothing was recorded is empty', async () => {
    const book = await new Books(new MemoryStore()).open(moors)
    expect([book.head.n, book.cases.size]).toEqual([0, 0])
  })
})

describe('askers who come together', () => {
  test('share one look', async () => {
    const { store, books } = await programmeOf(5)
    const all = await Promise.all(Array.from({ length: 10 }, () => books.open(moors)))
    expect(store.lists).toEqual({ case: 1 })
    expect(store.reads['head']).toBeLessThanOrEqual(2)
    expect(new Set(all.map(({ cases }) => cases)).size).toBe(1)
  })

  test('each see what they recorded before they asked, though a look was under way', async () => {
    const { store, writer, ids, books } = await programmeOf(5)
    await books.open(moors)
    const [reached, go] = [gate(), gate()]
    store.before = async () => {
      store.before = async () => undefined
      reached.open()
      await go.passed
    }
    // This look has read the head, and waits; then something is recorded, and its writer looks.
    const early = books.open(moors)
    await reached.passed
    await contact(writer, moors, ids[0] ?? '')
    const late = books.open(moors)
    go.open()
    expect((await early).head.n).toBe(5)
    expect((await late).head.n).toBe(6)
    expect((await late).cases.get(ids[0] ?? '')?.facts).toHaveLength(2)
  })

  test('do not fail one another: a look after one that failed begins again', async () => {
    const { store, books } = await programmeOf(5)
    store.before = async () => {
      store.before = async () => undefined
      throw new StoreUnavailable('no answer')
    }
    const failed = books.open(moors)
    const next = books.open(moors)
    await expect(failed).rejects.toThrow(StoreUnavailable)
    expect((await next).cases.size).toBe(5)
    expect((await books.open(moors)).cases.size).toBe(5)
  })
})

describe('the number at an instant', () => {
  test('is the last one recorded by then, of any instant', async () => {
    const { store, writer, ids, books } = await programmeOf(1)
    for (let at = 0; at < 30; at++) await contact(writer, moors, ids[0] ?? '')
    const log = await logOf(store, moors)
    const { head } = await books.open(moors)
    for (const { recordedAt } of log) {
      for (const off of [-1, 0, 1]) {
        const instant = instantAt(Date.parse(recordedAt) + off)
        const expected = log.findLast(row => row.recordedAt <= instant)
        expect(await books.numberAt(moors, instant, head)).toEqual({
          n: expected?.n ?? 0,
          recordedAt: expected?.recordedAt ?? '1970-01-01T00:00:00.000Z',
        })
      }
    }
  })
})

describe('more cases than are kept in memory', () => {
  const large = (n: number): Change[] =>
    Array.from({ length: 99 }, (_, at): Change => {
      const caseId = `c-${n}-${at}`
      return { put: 'insert', kind: 'case', key: [caseId], row: { caseId, n: 1, reference: caseId, facts: [], private: null } }
    })

  test('drop the book that was used least lately, and only that', async () => {
    const store = new CountingStore()
    for (const programme of ['a', 'b', 'c']) {
      // 70 × 99 = 6,930 cases each: three fit within 20,000 only just not, two do.
      for (let at = 0; at < 70; at++) await store.commit(programme, large(at))
      await store.commit(programme, [{ put: 'insert', kind: 'head', key: [], row: { n: 1, hash: '', recordedAt: instantAt(0) } }])
    }
    const books = new Books(store)
    const isKept = async (programme: Partition): Promise<boolean> => {
      store.lists = {}
      await books.open(programme)
      return store.lists['case'] === undefined
    }
    await books.open('a')
    await books.open('b')
    expect(await isKept('a')).toBe(true)
    expect(await isKept('c')).toBe(false)
    expect(await isKept('a')).toBe(true)
    expect(await isKept('c')).toBe(true)
    expect(await isKept('b')).toBe(false)
  })
})
