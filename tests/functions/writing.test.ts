import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ok } from '#domain/result.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import type { Change, CommitOutcome, Found, Key, Partition, RowKind } from '#functions/store.ts'
import { StoreUnavailable } from '#functions/store.ts'
import type { Writer } from '#functions/writing.ts'
import { write } from '#functions/writing.ts'
import { begin, by, contact, enquire, expectSound, keyFor, rowsOf, writerOn } from './writingSetting.ts'

const moors: Partition = 'moors'

/** What becomes of the next transactions, in this order; then all is well again. */
type Fate = 'lost-before' | 'lost-after' | 'late'

/** A store in memory whose transactions meet their fates: never stored, stored without an answer, or stored late, after the next marker was read. */
class FatefulStore extends MemoryStore {
  readonly fates: Fate[] = []
  commits = 0
  conflicts = 0
  /** After so many transactions nothing can be read. */
  outage = Infinity
  #late: (() => Promise<CommitOutcome>) | undefined

  override async commit(partition: Partition, changes: readonly Change[], signal?: AbortSignal): Promise<CommitOutcome> {
    this.commits += 1
    const fate = this.fates.shift()
    if (fate === 'late') this.#late = () => super.commit(partition, changes)
    const outcome = fate === 'late' || fate === 'lost-before' ? 'conflict' : await super.commit(partition, changes, signal)
    if (fate) throw new StoreUnavailable('no answer')
    if (outcome === 'conflict') this.conflicts += 1
    return outcome
  }

  override async read<K extends RowKind>(partition: Partition, kind: K, key: Key, signal?: AbortSignal): Promise<Found<K> | undefined> {
    if (this.commits >= this.outage) throw new StoreUnavailable('no answer')
    const found = await super.read(partition, kind, key, signal)
    if (kind === 'command' && this.#late) {
      const goIn = this.#late
      this.#late = undefined
      await goIn()
    }
    return found
  }
}

/** A clock that moves only while somebody waits. */
function stoppedClock(): Pick<Writer, 'clock' | 'wait'> & { now: number; waits: number[] } {
  const time = {
    now: Date.parse('2026-05-03T09:00:00Z'),
    waits: new Array<number>(),
    clock: () => time.now,
    wait: async (milliseconds: number) => {
      time.waits.push(milliseconds)
      time.now += Math.ceil(milliseconds)
    },
  }
  return time
}

/** One case that has enquired, and a writer. */
async function oneCase(fates: Fate[] = []) {
  const store = new FatefulStore()
  const time = stoppedClock()
  const writer = writerOn(store, time)
  const caseId = randomUUID()
  expect((await enquire(writer, moors, caseId)).ok).toBe(true)
  store.fates.push(...fates)
  return { store, time, writer, caseId }
}
const kindsOf = async (store: MemoryStore): Promise<string[]> => (await expectSound(store, moors)).map(({ command }) => command)

describe('a command', () => {
  test.each<[string, Fate[]]>([
    ['whose answer was lost', ['lost-after']],
    ['that never arrived', ['lost-before']],
    ['that arrived late', ['late']],
    ['that was lost again and again', ['lost-before', 'lost-before', 'lost-before', 'lost-after']],
    ['that was late twice over', ['late', 'late']],
  ])('%s takes effect once', async (_, fates) => {
    const { store, writer, caseId } = await oneCase(fates)
    const said = await contact(writer, moors, caseId, keyFor())
    expect(said).toMatchObject({ ok: true, value: { n: 2, caseId, facts: [{ caseId, id: '2.0' }] } })
    expect(await kindsOf(store)).toEqual(['enquire', 'log-contact'])
  })

  test.each<[string, Fate[]]>([
    ['late', ['late']],
    ['unanswered', ['lost-after']],
  ])('that was %s is not refused for its own effect', async (_, fates) => {
    const { store, writer, caseId } = await oneCase(fates)
    expect(await begin(writer, moors, caseId, keyFor())).toMatchObject({ ok: true, value: { n: 2 } })
    expect(await kindsOf(store)).toEqual(['enquire', 'begin-trading'])
  })

  test('without a key of its own takes effect once all the same', async () => {
    const { store, writer, caseId } = await oneCase(['lost-after'])
    expect((await contact(writer, moors, caseId)).ok).toBe(true)
    expect(await kindsOf(store)).toEqual(['enquire', 'log-contact'])
  })

  test('sent again under its key is answered as it was, and says that it is a repeat', async () => {
    const { store, writer, caseId } = await oneCase()
    const key = keyFor()
    const first = await contact(writer, moors, caseId, key)
    const again = await contact(writerOn(store), moors, caseId, key)
    expect(first).toMatchObject({ ok: true, value: { replayed: false } })
    expect(again).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), replayed: true } })
    expect(await kindsOf(store)).toEqual(['enquire', 'log-contact'])
  })

  test('under a key that another request had is refused, and changes nothing', async () => {
    const { store, writer, caseId } = await oneCase()
    const key = keyFor()
    await contact(writer, moors, caseId, key)
    expect(await contact(writer, moors, caseId, { ...key, requestHash: 'other' })).toEqual({
      ok: false,
      refusal: { kind: 'key-used-otherwise' },
    })
    expect(await kindsOf(store)).toEqual(['enquire', 'log-contact'])
  })

  test('that is refused leaves no marker, and its key is still good', async () => {
    const { store, writer, caseId } = await oneCase()
    await begin(writer, moors, caseId)
    const [key, before] = [keyFor(), await rowsOf(store, moors, 'command')]
    expect(await begin(writer, moors, caseId, key)).toEqual({ ok: false, refusal: { kind: 'twice' } })
    expect(await rowsOf(store, moors, 'command')).toEqual(before)
    expect((await contact(writer, moors, caseId, key)).ok).toBe(true)
  })
})

describe('when the store does not answer', () => {
  test('a command gives up after 20 seconds, says that it is busy, and its key is still good', async () => {
    const { store, time, writer, caseId } = await oneCase(Array.from({ length: 1_000 }, () => 'lost-before' as const))
    const [key, began] = [keyFor(), time.now]
    expect(await contact(writer, moors, caseId, key)).toEqual({ ok: false, refusal: { kind: 'busy' } })
    expect(time.now - began).toBeGreaterThanOrEqual(20_000)
    expect(time.now - began).toBeLessThan(23_000)
    expect(await kindsOf(store)).toEqual(['enquire'])

    store.fates.length = 0
    expect((await contact(writer, moors, caseId, key)).ok).toBe(true)
    expect(await kindsOf(store)).toEqual(['enquire', 'log-contact'])
  })

  test('one that gave up although it took effect is found under its key', async () => {
    const { store, writer, caseId } = await oneCase(['lost-after'])
    const key = keyFor()
    store.outage = store.commits + 1
    expect(await contact(writer, moors, caseId, key)).toEqual({ ok: false, refusal: { kind: 'busy' } })
    store.outage = Infinity
    expect(await contact(writer, moors, caseId, key)).toMatchObject({ ok: true, value: { n: 2, replayed: true } })
    expect(await kindsOf(store)).toEqual(['enquire', 'log-contact'])
  })

  test('the waits grow, with jitter, and none is longer than a few seconds', async () => {
    const { time, writer, caseId } = await oneCase(Array.from({ length: 1_000 }, () => 'lost-before' as const))
    await contact({ ...writer, chance: () => 0.5 }, moors, caseId)
    expect(time.waits.slice(0, 9)).toEqual([15, 30, 60, 120, 240, 480, 960, 1_500, 1_500])
  })

  test('those who wait in line give up with the first: nobody waits 20 seconds for each', async () => {
    const { store, time, writer, caseId } = await oneCase(Array.from({ length: 1_000 }, () => 'lost-before' as const))
    const began = time.now
    const all = await Promise.all(Array.from({ length: 5 }, () => contact(writer, moors, caseId)))
    for (const said of all) expect(said).toEqual({ ok: false, refusal: { kind: 'busy' } })
    expect(time.now - began).toBeLessThan(23_000)
    expect(store.commits).toBeLessThan(40)
  })

  test('a mistake of ours is not tried again, and the next in line goes on', async () => {
    const { store, writer, caseId } = await oneCase()
    const before = store.commits
    const tooMany = Array.from({ length: 120 }, (_, at): Change => ({ put: 'insert', kind: 'claim', key: [`c${at}`], row: { caseId } }))
    const request = { partition: moors, command: 'too-many', by, via: 'person' } as const
    const broken = write(writer, request, async () => ok({ cases: [], changes: tooMany }))
    const thrown = write(writer, request, async () => {
      throw new TypeError('a bug')
    })
    const next = contact(writer, moors, caseId)
    await expect(broken).rejects.toThrow(RangeError)
    await expect(thrown).rejects.toThrow('a bug')
    expect((await next).ok).toBe(true)
    expect(store.commits - before).toBe(2)
    expect(await kindsOf(store)).toEqual(['enquire', 'log-contact'])
  })
})

describe('many commands', () => {
  test('of one process on one programme wait in line, so that none meets another', async () => {
    const { store, writer, caseId } = await oneCase()
    await Promise.all(Array.from({ length: 40 }, () => contact(writer, moors, caseId)))
    expect(store.conflicts).toBe(0)
    expect(await expectSound(store, moors)).toHaveLength(41)
  })

  test('of one programme do not hold up another', async () => {
    const { writer, caseId } = await oneCase()
    let go = (): void => undefined
    const held = write(writer, { partition: moors, command: 'held', by, via: 'person' }, async () => {
      await new Promise<void>(resolve => (go = resolve))
      return ok({ cases: [], changes: [] })
    })
    expect((await enquire(writer, 'levels', randomUUID())).ok).toBe(true)
    go()
    expect((await held).ok).toBe(true)
    expect((await contact(writer, moors, caseId)).ok).toBe(true)
    expect(writer.lines.size).toBe(0)
  })

  test('of three processes on one case all take effect, once each, and times rise though one clock is slow', async () => {
    const store = new FatefulStore()
    const caseId = randomUUID()
    const clocks = [0, -90_000, 90_000]
    const writers = clocks.map(ahead => writerOn(store, { clock: () => Date.now() + ahead }))
    await enquire(writers[0] as Writer, moors, caseId)
    const said = await Promise.all(writers.flatMap(writer => Array.from({ length: 15 }, () => contact(writer, moors, caseId))))
    expect(said.every(each => each.ok)).toBe(true)
    expect(store.conflicts).toBeGreaterThan(0)
    expect(await expectSound(store, moors)).toHaveLength(46)
  })

  test('that may happen once happen once, whoever comes first: the decision sees the newest case', async () => {
    const store = new FatefulStore()
    const caseId = randomUUID()
    const writers = [writerOn(store), writerOn(store), writerOn(store)]
    await enquire(writers[0] as Writer, moors, caseId)
    const said = await Promise.all(writers.map(writer => begin(writer, moors, caseId)))
    expect(said.filter(each => each.ok)).toHaveLength(1)
    expect(said.flatMap(each => (each.ok ? [] : [each.refusal.kind]))).toEqual(['twice', 'twice'])
    expect(await kindsOf(store)).toEqual(['enquire', 'begin-trading'])
  })

  test('sent at once by two processes under one key take effect once', async () => {
    const store = new FatefulStore()
    const [caseId, key] = [randomUUID(), keyFor()]
    const writers = [writerOn(store), writerOn(store)]
    await enquire(writers[0] as Writer, moors, caseId)
    const said = await Promise.all(writers.map(writer => contact(writer, moors, caseId, key)))
    expect(said.map(each => each.ok && each.value.n)).toEqual([2, 2])
    expect(said.filter(each => each.ok && each.value.replayed)).toHaveLength(1)
    expect(await kindsOf(store)).toEqual(['enquire', 'log-contact'])
  })
})
