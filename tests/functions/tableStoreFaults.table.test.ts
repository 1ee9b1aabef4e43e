import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { instantAt } from '#domain/plainDate.ts'
import type { Change, CommitOutcome, Store } from '#functions/store.ts'
import { StoreUnavailable } from '#functions/store.ts'
import { tableStoreAt } from '#functions/tableStore.ts'
import type { Azurite } from '../../functions/local/azurite.ts'
import { startAzurite } from '../../functions/local/azurite.ts'
import type { Proxy, Toxic } from '../faults/proxy.ts'
import { chooseSeed, startProxy, toxics } from '../faults/proxy.ts'

const attempt = 400
const holder = randomUUID()
const table = `t${randomBytes(8).toString('hex')}`
const beforeTheStore: readonly Toxic[] = ['reset', 'black-hole', 'unavailable']
const afterTheStore: readonly Toxic[] = ['drop-response', 'unavailable-after', 'truncate']

let azurite: Azurite
let proxy: Proxy
let direct: Store
let faulty: Store
beforeAll(async () => {
  azurite = await startAzurite()
  proxy = await startProxy({ target: azurite.port, seed: chooseSeed() })
  direct = tableStoreAt(azurite.connectionString, table)
  faulty = tableStoreAt(proxy.connectionStringFor(azurite.connectionString), table, attempt)
  await direct.prepare()
})
afterAll(async () => {
  await proxy.stop()
  await azurite.stop()
})

const claim = (name: string): Change => ({ put: 'insert', kind: 'claim', key: [name], row: { caseId: holder } })
const isThere = async (partition: string, name: string): Promise<boolean> => (await direct.read(partition, 'claim', [name])) !== undefined
const sayingSeed = (seed: number): void => onTestFailed(() => console.error(`Run again with SEED=${seed}`))

/** The answer, or that there was none; any other error is a wrong answer. */
async function answerOf<T>(asked: Promise<T>): Promise<T | 'unavailable'> {
  const began = Date.now()
  const answer = await asked.catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return 'unavailable' as const
    throw error
  })
  expect(Date.now() - began).toBeLessThan(attempt + 1_000)
  return answer
}

async function countOf(store: Store, partition: string): Promise<number> {
  let count = 0
  for await (const page of store.list(partition, 'claim')) count += page.length
  return count
}

test.each(beforeTheStore)('a write that meets %s is unavailable, and is not sent again', async toxic => {
  const partition = randomUUID()
  proxy.meetNext(toxic)
  expect(await answerOf(faulty.commit(partition, [claim('a')]))).toBe('unavailable')
  expect(await isThere(partition, 'a')).toBe(false)
})

test.each(afterTheStore)('a write that meets %s is unavailable although it happened, and is not sent again', async toxic => {
  const partition = randomUUID()
  proxy.meetNext(toxic)
  expect(await answerOf(faulty.commit(partition, [claim('a')]))).toBe('unavailable')
  expect(await isThere(partition, 'a')).toBe(true)
})

test('a late answer is an answer', async () => {
  const partition = randomUUID()
  proxy.meetNext('latency')
  expect(await answerOf(faulty.commit(partition, [claim('a')]))).toBe('committed')
  proxy.meetNext('latency')
  expect(await answerOf(faulty.read(partition, 'claim', ['a']))).toMatchObject({ row: { caseId: holder } })
})

test.each(toxics)('a conflict that meets %s is a conflict or unavailable, never a success', async toxic => {
  const partition = randomUUID()
  await direct.commit(partition, [claim('a')])
  proxy.meetNext(toxic)
  expect(['conflict', 'unavailable']).toContain(await answerOf(faulty.commit(partition, [claim('a'), claim('b')])))
  expect(await isThere(partition, 'b')).toBe(false)
})

test.each(toxics)('a read that meets %s gives the row or is unavailable', async toxic => {
  const partition = randomUUID()
  await direct.commit(partition, [claim('a')])
  proxy.meetNext(toxic)
  const once = await answerOf(faulty.read(partition, 'claim', ['a']))
  if (once !== 'unavailable') expect(once?.row).toEqual({ caseId: holder })

  // The client for reads tries three times, so three in a row are an outage.
  const outage = await startProxy({ target: azurite.port, seed: proxy.seed, toxics: { [toxic]: 1 }, latencyMilliseconds: attempt * 2 })
  const store = tableStoreAt(outage.connectionStringFor(azurite.connectionString), table, attempt)
  expect(await answerOf(store.read(partition, 'claim', ['a']))).toBe('unavailable')
  expect(await answerOf(store.read(partition, 'claim', ['missing']))).toBe('unavailable')
  expect(await answerOf(countOf(store, partition))).toBe('unavailable')
  expect(await answerOf(store.prepare())).toBe('unavailable')
  await outage.stop()
})

test.each(toxics)('a list whose second page meets %s is complete or unavailable', async toxic => {
  const partition = randomUUID()
  for (let hundred = 0; hundred < 11; hundred += 1)
    await direct.commit(
      partition,
      Array.from({ length: 100 }, (_, place) => claim(`${hundred}-${place}`)),
    )
  const pages = faulty.list(partition, 'claim')[Symbol.asyncIterator]()
  // The second page is asked for as soon as the first is there.
  proxy.meetNext('latency')
  proxy.meetNext(toxic)
  const first = (await pages.next()) as IteratorYieldResult<readonly unknown[]>
  const second = await answerOf(pages.next())
  expect([1_100, 'unavailable']).toContain(
    second === 'unavailable' ? second : first.value.length + (second.value as readonly unknown[]).length,
  )
})

test('an answer broken off anywhere is never taken for another answer', async () => {
  sayingSeed(proxy.seed)
  const partition = randomUUID()
  await direct.commit(partition, [claim('taken')])
  for (let turn = 0; turn < 40; turn += 1) {
    const rows = [`${turn}-a`, `${turn}-b`, `${turn}-c`].map(claim)
    proxy.meetNext('truncate')
    expect(await answerOf(faulty.commit(partition, [...rows, claim('taken')]))).not.toBe('committed')
    proxy.meetNext('truncate')
    expect(await answerOf(faulty.commit(partition, rows))).not.toBe('conflict')
    proxy.meetNext('truncate')
    expect(await answerOf(faulty.read(partition, 'claim', ['taken']))).toBeDefined()
  }
  expect(await countOf(direct, partition)).toBe(121)
})

test('a caller who gives up is let go at once, whatever the store does', async () => {
  const partition = randomUUID()
  const patient = tableStoreAt(proxy.connectionStringFor(azurite.connectionString), table)
  proxy.meetNext('black-hole')
  proxy.meetNext('black-hole')
  const began = Date.now()
  await expect(patient.commit(partition, [claim('a')], AbortSignal.timeout(100))).rejects.toThrow(StoreUnavailable)
  await expect(patient.read(partition, 'claim', ['a'], AbortSignal.timeout(100))).rejects.toThrow(StoreUnavailable)
  expect(Date.now() - began).toBeLessThan(2_000)
})

test('a store that says nothing is given five seconds', async () => {
  const patient = tableStoreAt(proxy.connectionStringFor(azurite.connectionString), table)
  proxy.meetNext('black-hole')
  const began = Date.now()
  await expect(patient.commit(randomUUID(), [claim('a')])).rejects.toThrow(StoreUnavailable)
  expect(Date.now() - began).toBeGreaterThan(4_900)
  expect(Date.now() - began).toBeLessThan(6_500)
})

test('nobody at the address is unavailable, and so is a table that is missing', async () => {
  const { port, connectionStringFor, stop } = await startProxy({ target: azurite.port, seed: 1 })
  await stop()
  expect(port).toBeGreaterThan(0)
  const nobody = tableStoreAt(connectionStringFor(azurite.connectionString), table)
  expect(await answerOf(nobody.read('p', 'claim', ['a']))).toBe('unavailable')
  expect(await answerOf(nobody.commit('p', [claim('a')]))).toBe('unavailable')
  const missing = tableStoreAt(azurite.connectionString, 'missing')
  expect(await answerOf(missing.commit('p', [claim('a')]))).toBe('unavailable')
  expect(await answerOf(countOf(missing, 'p'))).toBe('unavailable')
})

test('in a storm, what was committed is there, what conflicted is not, and numbers have no gap', async () => {
  const seed = chooseSeed()
  sayingSeed(seed)
  const partition = randomUUID()
  const rates = Object.fromEntries(toxics.map(toxic => [toxic, toxic === 'black-hole' ? 0.01 : 0.04]))
  const storm = await startProxy({ target: azurite.port, seed, toxics: rates, latencyMilliseconds: 20 })
  const store = tableStoreAt(storm.connectionStringFor(azurite.connectionString), table, attempt)
  await direct.commit(partition, [{ put: 'insert', kind: 'head', key: [], row: { n: 0, hash: '', recordedAt: instantAt(0) } }])

  const said: { name: string; n: number; outcome: CommitOutcome | 'unavailable' }[] = []
  const work = async (worker: number): Promise<void> => {
    for (let turn = 0; turn < 30; turn += 1) {
      const found = await answerOf(store.read(partition, 'head', []))
      if (found === 'unavailable' || found === undefined) continue
      const [n, name] = [found.row.n + 1, `${worker}-${turn}`]
      const head: Change = { put: 'replace', kind: 'head', key: [], row: { ...found.row, n }, etag: found.etag }
      said.push({ name, n, outcome: await answerOf(store.commit(partition, [head, claim(name)])) })
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, worker) => work(worker)))
  await storm.stop()

  const stored = new Set<string>()
  for await (const page of direct.list(partition, 'claim')) for (const { key } of page) stored.add(key[0] ?? '')
  const wrong = said.filter(({ name, outcome }) => outcome !== 'unavailable' && stored.has(name) !== (outcome === 'committed'))
  expect(wrong).toEqual([])
  expect(
    said
      .filter(({ name }) => stored.has(name))
      .map(({ n }) => n)
      .sort((a, b) => a - b),
  ).toEqual(Array.from(stored, (_, place) => place + 1))
  expect((await direct.read(partition, 'head', []))?.row.n).toBe(stored.size)
  expect(Object.values(storm.met).reduce((sum, count) => sum + count)).toBeGreaterThan(20)
})
