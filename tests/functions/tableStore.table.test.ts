import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe } from 'vitest'
import { tableStoreAt } from '#functions/tableStore.ts'
import type { Azurite } from '../../functions/local/azurite.ts'
import { startAzurite } from '../../functions/local/azurite.ts'
import { storeContract } from './storeContract.ts'

// The preload only changes how long Azurite takes; this shows that it changes no answer.
describe.each([
  { preload: true, name: 'the store in a table' },
  { preload: false, name: 'the store in a table, Azurite as it comes' },
])('', ({ preload, name }) => {
  let azurite: Azurite
  beforeAll(async () => {
    azurite = await startAzurite({ preload })
  })
  afterAll(() => azurite.stop())

  storeContract(name, async () => tableStoreAt(azurite.connectionString, `t${randomBytes(8).toString('hex')}`))
})
