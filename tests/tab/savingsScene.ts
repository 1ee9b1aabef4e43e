import type { AssumptionAnswer } from '#domain/assumptionSchemas.ts'
import type { AssumptionKind, Range } from '#domain/assumptions.ts'
import { day } from '#domain/plainDate.ts'
import type { Savings, SavingsEstimate } from '#domain/savingsSchemas.ts'
import { ids, noon } from '../builders.ts'

/** A figure from outside as it travels, recorded on the first day of 2025 by the lead. */
export const figure = (version: number, kind: AssumptionKind, value: Range | null, from = '2025-01-01'): AssumptionAnswer => ({
  version,
  kind,
  value,
  effectiveFrom: day(from),
  confidence: 'high',
  source: 'Fee schedule',
  recordedAt: noon('2025-01-01'),
  recordedBy: { oid: ids.decider, label: 'Lead' },
})

const pounds = (amount: number): number => amount * 100

/** An estimate like the one in the pictures: £121,000 a year, of 822 hours of 2,220 a week. */
export const estimate = (overrides: Partial<SavingsEstimate> = {}): SavingsEstimate => ({
  breakEvenMinutes: 60 * 50_447,
  soFarMinutes: 60 * 61_234,
  perHourPence: 283,
  soFar: { pence: pounds(202_000), range: { mean: 0, low: pounds(131_000), middle: 0, high: pounds(282_000) } },
  yearly: {
    pence: pounds(121_400),
    range: { mean: pounds(118_300), low: pounds(77_900), middle: pounds(117_600), high: pounds(169_200) },
  },
  ahead: {
    pence: pounds(223_000),
    range: { mean: pounds(223_000), low: pounds(140_000), middle: pounds(222_000), high: pounds(310_000) },
    enterprises: 100,
    shortened: 40,
    leftOut: 12,
    until: day('2028-03-31'),
  },
  value: {
    years: 5,
    rate: 0.035,
    lost: 0.075,
    pence: { 'year-end': pounds(160_000), 'mid-year': pounds(168_000), 'year-start': pounds(176_000) },
  },
  chance: 0.76,
  draws: 10_000,
  seed: 20_260_331,
  steps: {
    allHours: pounds(600_000),
    difference: pounds(222_000),
    assessed: pounds(200_000),
    left: { contributions: pounds(180_000), deadweight: pounds(150_000), attribution: pounds(121_400) },
    net: pounds(121_400),
  },
  nhsYearlyPence: null,
  paysPerHourPence: 1_890,
  swings: [
    { kind: 'comparator', low: 2_263, high: 2_557, atLow: pounds(87_000), atHigh: pounds(155_000) },
    { kind: 'deadweight', low: 900.4, high: 3_300.2, atLow: pounds(138_000), atHigh: pounds(102_000) },
  ],
  months: [
    { month: day('2025-10-01'), cost: pounds(60_000), saved: pounds(1_000) },
    { month: day('2025-11-01'), cost: pounds(62_000), saved: pounds(40_000) },
    { month: day('2025-12-01'), cost: pounds(64_000), saved: pounds(70_000) },
  ],
  paidBack: { on: day('2025-12-01'), flatMonths: 16.2 },
  ...overrides,
})

export const savings = (overrides: Partial<Savings> = {}): Savings => ({
  programme: 'levels-and-moors',
  through: 900,
  knownAt: noon('2026-03-31'),
  method: 'savings-1',
  asAt: day('2026-03-31'),
  hours: { trading: 112, told: 104, estimates: 0, allMinutes: 60 * 2_220, paidMinutes: 60 * 911, nhsMinutes: 60 * 89 },
  cost: { programmePence: pounds(135_000), soFarPence: pounds(135_000), grantsPence: pounds(39_480) },
  missing: [],
  notCounted: ['leakage', 'substitution'],
  estimate: estimate(),
  cashable: { pencePerYear: 0, falls: [] },
  assumptions: [],
  ...overrides,
})
