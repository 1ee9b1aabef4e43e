import type { LedgerKind } from '#domain/grantVocabulary.ts'
import type { Instant } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import type { Fund, GrantRow, Ledger, PotAnswer, StepStanding } from '#domain/potSchemas.ts'
import { toPence } from '#domain/quantities.ts'
import { ids } from '../builders.ts'

/** A fund of £60,000 as it travels, with what one test is about. */
export const potAnswer = (overrides: Partial<PotAnswer> = {}): PotAnswer => ({
  id: ids.pot,
  version: 3,
  name: 'Start-up micro-grants',
  from: day('2023-04-01'),
  to: day('2027-03-31'),
  amountPence: toPence(60_000_00),
  capPence: toPence(500_00),
  smallPence: toPence(500_00),
  costCode: 'ASC-4410',
  subsidy: 'not-a-subsidy',
  why: 'It is for people who start.',
  gaps: [],
  rules: [],
  asks: [],
  quorum: 0,
  limits: [],
  evidenceDays: 90,
  // £41,310 paid, of which £460 came back unspent and £180 was recovered; £2,900 set aside: 60,000 − 41,310 + 640 − 2,900 = 16,430.
  balance: {
    putIn: 60_000_00,
    setAside: 2_900_00,
    paid: 41_310_00,
    returned: 460_00,
    recovered: 180_00,
    writtenOff: 0,
    available: 16_430_00,
  },
  entries: 221,
  grants: 122,
  ...overrides,
})

const standing: StepStanding = { step: 'decide', may: true, bound: null, whoCan: [ids.decider] }

/** G-0121 of £480, recommended on 30 April 2026, with what one test is about. */
export const grantRow = (number = 121, overrides: Partial<GrantRow> = {}): GrantRow => ({
  caseId: `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  reference: '0147',
  name: 'Vale of Avalon Wellbeing',
  area: 'north',
  grantId: `b0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  number,
  gap: 'company',
  state: 'recommended',
  since: day('2026-04-30'),
  pence: 480_00,
  setAsidePence: 0,
  paidPence: 0,
  keptPence: 0,
  unseenPence: 0,
  evidenceDueOn: null,
  purpose: 'Hall deposit and first-year insurance',
  next: standing,
  ...overrides,
})

/** A standing before a step. */
export const standingAt = (step: StepStanding['step'], overrides: Partial<StepStanding> = {}): StepStanding => ({
  ...standing,
  step,
  ...overrides,
})

export const today = day('2026-05-06')

export const fund = (overrides: Partial<Fund> = {}): Fund => ({
  programme: 'moors',
  through: 900,
  today,
  pot: potAnswer(),
  grants: [],
  byGap: [],
  byArea: [],
  people: { [ids.decider]: 'Sam Weir', [ids.assessor]: 'Hazel Boon', [ids.payer]: 'Dan Fry', [ids.catalyst]: 'Kit Lane' },
  ...overrides,
})

/** An entry of the ledger. */
export const ledgerEntry = (
  entry: number,
  kind: LedgerKind,
  pence: number,
  overrides: Partial<Ledger['entries'][number]> = {},
): Ledger['entries'][number] => ({
  potId: ids.pot,
  entry,
  kind,
  pence,
  on: day('2026-04-28'),
  availablePence: 16_930_00,
  caseId: 'd0000000-0000-4000-8000-000000000115',
  caseReference: '0147',
  name: 'Café Kindly CIC',
  grantId: ids.grant,
  number: 115,
  gap: 'meals',
  costCode: 'ASC-4410',
  reference: null,
  n: 800 + entry,
  recordedAt: '2026-04-28T10:00:00.000Z' as Instant,
  recordedBy: ids.payer,
  ...overrides,
})
