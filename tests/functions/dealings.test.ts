import { expect, test } from 'vitest'
import type { Instant } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import { keptPots } from '#functions/dealings.ts'
import { ledgerKey } from '#functions/fund.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import { foundIn } from '#functions/rows.ts'
import { firstPotVersion, fundRows, potId } from './storedFund.ts'

test('a version of a fund of the first release is read, and what had been put in by then is what its ledger says', async () => {
  const { row } = foundIn('potVersion', `potVersion|${potId}|0000000001`, { row0: firstPotVersion }, 'e')
  expect(row).toEqual(JSON.parse(firstPotVersion))
  const store = new MemoryStore()
  const { ledger } = fundRows
  // £20,000 with the version and £500 half an hour later; £450 of it were paid.
  const entries = [
    { entry: 1, kind: 'put-in', pence: toPence(20_000_00), recordedAt: row.recordedAt },
    { entry: 2, kind: 'paid', pence: toPence(450_00), recordedAt: row.recordedAt },
    { entry: 3, kind: 'put-in', pence: toPence(500_00), recordedAt: '2026-03-02T10:00:00.000Z' as Instant },
  ] as const
  await store.commit('north', [
    { put: 'insert', kind: 'potVersion', key: [potId, '0000000001'], row },
    { put: 'insert', kind: 'potVersion', key: [potId, '0000000002'], row: { ...fundRows.potVersion.row, putIn: toPence(20_500_00) } },
    ...entries.map(
      each => ({ put: 'insert', kind: 'ledger', key: ledgerKey(potId, each.entry), row: { ...ledger.row, ...each } }) as const,
    ),
  ])
  expect((await keptPots(store, 'north', potId)).map(({ putIn }) => putIn)).toEqual([20_000_00, 20_500_00])
})
