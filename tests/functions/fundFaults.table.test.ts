import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { tableStoreAt } from '#functions/tableStore.ts'
import type { Azurite } from '../../functions/local/azurite.ts'
import { startAzurite } from '../../functions/local/azurite.ts'
import type { Toxic } from '../faults/proxy.ts'
import { chooseSeed, startProxy } from '../faults/proxy.ts'
import { decideAtOnce, expectExactly37, hundredWaiting } from './fundRace.ts'
import { FundProcess } from './fundSetting.ts'

const attempt = 400
const rates: Partial<Record<Toxic, number>> = {
  reset: 0.02,
  'drop-response': 0.03,
  'unavailable-after': 0.02,
  truncate: 0.02,
  unavailable: 0.02,
  'black-hole': 0.005,
  latency: 0.02,
}

let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(() => azurite.stop())

test.each([chooseSeed(), 20_260_503])(
  'of 100 decisions at once by two processes, through a network with faults of every kind (seed %i), exactly 37 are granted',
  { timeout: 300_000 },
  async seed => {
    onTestFailed(() => console.error(`Run again with SEED=${seed}`))
    const table = `t${randomBytes(8).toString('hex')}`
    const direct = tableStoreAt(azurite.connectionString, table)
    await direct.prepare()
    const waiting = await hundredWaiting(new FundProcess(direct), direct)
    const proxy = await startProxy({ target: azurite.port, seed, toxics: rates })
    const through = () => new FundProcess(tableStoreAt(proxy.connectionStringFor(azurite.connectionString), table, attempt))
    const said = await decideAtOnce(waiting, [through(), through()])
    await proxy.stop()
    await expectExactly37(direct, waiting, said)
    for (const toxic of ['reset', 'drop-response', 'truncate', 'unavailable-after'] as const) expect(proxy.met[toxic]).toBeGreaterThan(0)
  },
)
