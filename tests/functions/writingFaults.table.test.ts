import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { tableStoreAt } from '#functions/tableStore.ts'
import type { Store } from '#functions/store.ts'
import type { Writer } from '#functions/writing.ts'
import type { Azurite } from '../../functions/local/azurite.ts'
import { startAzurite } from '../../functions/local/azurite.ts'
import type { Proxy, Toxic } from '../faults/proxy.ts'
import { chooseSeed, startProxy } from '../faults/proxy.ts'
import { begin, contact, enquire, expectSound, keyFor, logOf, rowsOf, writerOn } from './writingSetting.ts'

const table = `t${randomBytes(8).toString('hex')}`
const attempt = 200
const rates: Partial<Record<Toxic, number>> = {
  reset: 0.04,
  'drop-response': 0.05,
  'unavailable-after': 0.03,
  truncate: 0.04,
  unavailable: 0.03,
  'black-hole': 0.01,
  latency: 0.04,
}

let azurite: Azurite
let direct: Store
beforeAll(async () => {
  azurite = await startAzurite()
  direct = tableStoreAt(azurite.connectionString, table)
  await direct.prepare()
})
afterAll(() => azurite.stop())

/** A proxy that is stopped with the test, and a process that writes through it. */
const throughFaults = async (seed: number): Promise<{ proxy: Proxy; process: () => Writer }> => {
  onTestFailed(() => console.error(`Run again with SEED=${seed}`))
  const proxy = await startProxy({ target: azurite.port, seed, toxics: rates })
  const connectionString = proxy.connectionStringFor(azurite.connectionString)
  return { proxy, process: () => writerOn(tableStoreAt(connectionString, table, attempt)) }
}

/** Sends until it is acknowledged, as a client does that keeps its key. */
async function insist<T extends { ok: boolean }>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    const said = await send()
    const busy = !said.ok && JSON.stringify(said).includes('"busy"')
    if (!busy) return said
  }
}

test.each([chooseSeed(), 20_260_503])(
  'with faults of every kind (seed %i) every command takes effect once, and the log holds',
  { timeout: 60_000 },
  async seed => {
    const partition = randomUUID()
    const { proxy, process } = await throughFaults(seed)
    const [one, other] = [process(), process()]
    const cases = [randomUUID(), randomUUID(), randomUUID()] as const
    for (const caseId of cases) expect((await insist(() => enquire(one, partition, caseId, { of: caseId, requestHash: '' }))).ok).toBe(true)

    const acknowledged = new Map<number, number>()
    const client = async (writer: Writer, first: number): Promise<void> => {
      for (let turn = 0; turn < 25; turn++) {
        const minutes = first + turn
        const key = keyFor()
        const said = await insist(() => contact(writer, partition, cases[minutes % 3] ?? cases[0], key, minutes))
        if (said.ok) acknowledged.set(minutes, said.value.n)
        // A browser that saw no answer sends once more.
        if (turn % 5 === 0) await insist(() => contact(turn % 2 ? one : other, partition, cases[minutes % 3] ?? cases[0], key, minutes))
      }
    }
    await Promise.all([one, other, one, other, one, other].map((writer, at) => client(writer, at * 100)))
    await proxy.stop()

    const log = await expectSound(direct, partition)
    expect(acknowledged.size).toBe(150)
    expect(log).toHaveLength(153)
    const recorded = log.flatMap(({ n, facts }) =>
      facts.flatMap(({ fact }) => (fact.kind === 'contact' ? [[fact.data.minutes, n] as const] : [])),
    )
    expect(recorded).toHaveLength(150)
    expect(new Map(recorded)).toEqual(acknowledged)
    expect(await rowsOf(direct, partition, 'command')).toHaveLength(153)
    for (const toxic of ['reset', 'drop-response', 'truncate', 'black-hole'] as const) expect(proxy.met[toxic]).toBeGreaterThan(0)
  },
)

test('with faults of every kind, what may happen once happens once, and only one is told that it did', async () => {
  const partition = randomUUID()
  const { proxy, process } = await throughFaults(chooseSeed())
  const writers = [process(), process(), process()]
  for (let at = 0; at < 8; at++) {
    const caseId = randomUUID()
    expect((await insist(() => enquire(writers[0] as Writer, partition, caseId, keyFor()))).ok).toBe(true)
    const said = await Promise.all(
      writers.map(writer => {
        const key = keyFor()
        return insist(() => begin(writer, partition, caseId, key))
      }),
    )
    expect(said.filter(({ ok }) => ok)).toHaveLength(1)
  }
  await proxy.stop()
  await expectSound(direct, partition)
  expect((await logOf(direct, partition)).filter(({ command }) => command === 'begin-trading')).toHaveLength(8)
})
