import type { Instant, PlainDate } from '#domain/plainDate.ts'
import type { Pot } from '#domain/pots.ts'
import { toPence } from '#domain/quantities.ts'
import type { Key, Rows } from '#functions/store.ts'

export const potId = '0e0e0e0e-3333-4444-8555-666677778888'
const caseId = '5b0f7f0c-3a44-4d0e-9a2b-0c2f6f6c1a01'
const textId = '9d1f3b52-8c57-4f0a-8a0f-5a3a8d1b7e02'
const person = 'c1a5d9d2-1111-4222-8333-444455556666'
const grantId = '0e0e0e0e-2222-4333-8444-555566667777'
const at = '2026-03-02T09:30:00.000Z' as Instant

/** A fund of £20,000 of public money, for respite and meals. */
const pot: Pot = {
  potId,
  version: 2,
  from: '2025-04-01' as PlainDate,
  to: '2026-03-31' as PlainDate,
  capPence: toPence(500_00),
  smallPence: toPence(500_00),
  costCode: 'ASC-4410',
  subsidy: 'minimal-assistance',
  gaps: ['respite', 'meals'],
  rules: ['local'],
  asks: ['council-debt'],
  quorum: 3,
  limits: [{ person, pence: toPence(300_00) }],
  evidenceDays: 56,
}

/** A row of each kind that a fund has, after one grant that was paid, came back in part and was in part lost. */
export const fundRows: { readonly [K in 'pot' | 'potVersion' | 'ledger']: { key: Key; row: Rows[K] } } = {
  pot: {
    key: [potId],
    row: {
      ...pot,
      textId,
      balance: {
        putIn: toPence(20_000_00),
        setAside: toPence(0),
        paid: toPence(450_00),
        returned: toPence(50_00),
        recovered: toPence(60_00),
        writtenOff: toPence(40_00),
        available: toPence(19_660_00),
      },
      entries: 6,
      grants: 7,
      recordedAt: at,
      recordedBy: person,
    },
  },
  potVersion: { key: [potId, '0000000002'], row: { ...pot, putIn: toPence(20_000_00), textId, recordedAt: at, recordedBy: person } },
  ledger: {
    key: [potId, '0000000003'],
    row: {
      potId,
      entry: 3,
      kind: 'paid',
      pence: toPence(450_00),
      on: '2025-07-20' as PlainDate,
      availablePence: toPence(19_550_00),
      caseId,
      grantId,
      number: 7,
      gap: 'respite',
      costCode: 'ASC-4410',
      reference: 'BACS/2201',
      n: 7,
      recordedAt: at,
      recordedBy: person,
    },
  },
}

/** A version of a fund as the first release kept it: what had been put in by then was not in it. */
export const firstPotVersion =
  '{"potId":"0e0e0e0e-3333-4444-8555-666677778888","version":1,"from":"2025-04-01","to":"2026-03-31","capPence":50000,"smallPence":50000,"costCode":"ASC-4410","subsidy":"minimal-assistance","gaps":["respite","meals"],"rules":["local"],"asks":["council-debt"],"quorum":3,"limits":[],"evidenceDays":56,"textId":"9d1f3b52-8c57-4f0a-8a0f-5a3a8d1b7e02","recordedAt":"2026-03-02T09:30:00.000Z","recordedBy":"c1a5d9d2-1111-4222-8333-444455556666"}'
