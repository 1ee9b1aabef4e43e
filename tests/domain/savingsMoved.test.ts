import { expect, test } from 'vitest'
import type { AssumptionKind } from '#domain/assumptions.ts'
import { savingsFigures } from '#domain/savingsFigures.ts'
import { yearlyIf } from '#domain/savingsMoved.ts'
import type { SavingsEstimate } from '#domain/savingsSchemas.ts'
import { trading } from '../builders.ts'
import { all, exactly, hours, inputOf, unsplitHours, worked } from './savingsScene.ts'

type Figures = Parameters<typeof all>[0]

/** Every figure with a range about it. */
const ranged: Figures = {
  ...worked,
  comparator: { low: 2_200, central: 2_410, high: 2_600 },
  'contract-price': { low: 1_900, central: 2_000, high: 2_100 },
  'direct-payment-rate': { low: 1_700, central: 1_800, high: 1_850 },
  'direct-payment-unspent': { low: 500, central: 1_000, high: 1_200 },
  'unsplit-direct': { low: 4_000, central: 5_000, high: 6_000 },
  'unsplit-nhs': { low: 500, central: 1_000, high: 2_000 },
  'assessed-need': { low: 8_000, central: 9_000, high: 9_500 },
}
const stories = [trading().told('2015-04-01', hours(20, 7, 7, 2)), trading().told('2015-04-01', unsplitHours(30, 11))]

function estimate(figures: Figures): SavingsEstimate {
  const { estimate: found } = savingsFigures(inputOf(stories, { asAt: '2015-04-30', figures: all(figures) }), 1)
  if (!found) throw new Error('something is missing')
  return found
}
const now = estimate(ranged)

test.each([
  ['comparator', 2_300],
  ['contract-price', 1_750],
  ['direct-payment-rate', 1_600],
  ['direct-payment-unspent', 2_000],
  ['unsplit-direct', 7_000],
  ['unsplit-nhs', 300],
  ['assessed-need', 6_500],
  ['contributions', 2_500],
  ['deadweight', 0],
  ['displacement', 9_900],
  ['attribution', 3_333],
] as const)('a year’s saving with another %s is what it comes to once that is recorded', (kind: AssumptionKind, to) => {
  const from = ranged[kind]?.central ?? 0
  const then = estimate({ ...ranged, [kind]: exactly(to) }).steps.net
  // The ends of the line are whole pence, and so is the figure: to a pound is far more than the page shows.
  expect(Math.abs((yearlyIf(now, kind, { from, to }) ?? NaN) - then)).toBeLessThan(100)
})

test('what nobody recorded yet, and what need not be known, is taken off from nothing', () => {
  const then = estimate({ ...ranged, leakage: exactly(1_000) }).steps.net
  expect(yearlyIf(now, 'leakage', { from: 0, to: 1_000 })).toBeCloseTo(then, -1)
})

test('what a year’s saving does not rest on, or has no range, cannot be foreseen', () => {
  expect(yearlyIf(now, 'discount-rate', { from: 350, to: 400 })).toBeUndefined()
  const fixed = estimate({ ...ranged, comparator: exactly(2_410) })
  expect(yearlyIf(fixed, 'comparator', { from: 2_410, to: 2_500 })).toBeUndefined()
  expect(yearlyIf(now, 'deadweight', { from: 10_000, to: 0 })).toBeUndefined()
})
