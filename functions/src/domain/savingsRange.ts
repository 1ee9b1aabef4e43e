import type { AssumptionKind, Range } from './assumptions.ts'
import { wholeShare } from './assumptions.ts'
import type { MonthOfCare, PaidMinutes } from './careHours.ts'
import { monthOf, noMinutes, plus, times } from './careHours.ts'
import { savingOf } from './saving.ts'
import type { Held, SavingsInput } from './savings.ts'
import type { CareAhead } from './savingsAhead.ts'
import { heldIn, sum, valuesOf, weeksInYear } from './savings.ts'
import { seededDraws } from './seededDraws.ts'
import { triangularAt } from './triangular.ts'

/** How often the figures are drawn. */
export const drawsMade = 10_000

/** The middle 95% of what was drawn, and its mean; in pence (not whole). */
export type Drawn = { mean: number; low: number; middle: number; high: number }

/** What the draws came to, and in how many of them so far's saving was more than so far's cost. */
export type Uncertainty = { soFar: Drawn; yearly: Drawn; ahead: Drawn; chance: number; draws: number; seed: number }

/** The care that a total rests on: month by month so far, of a week now, and what is still to come. */
export type Care = { months: readonly MonthOfCare[]; now: PaidMinutes; ahead: CareAhead }

/** Care under the same figures: a saving is a sum of minutes times rates, so months with the same figures are one. */
type Era = { minutes: PaidMinutes; held: Held }

function erasOf(months: readonly MonthOfCare[], input: SavingsInput): Era[] {
  const held = heldIn(input)
  const eras = new Map<string, Era>()
  for (const { month, minutes } of months) {
    const figures = held(month)
    const name = [...figures.values()].map(({ version }) => version).join(' ')
    eras.set(name, { held: figures, minutes: plus(eras.get(name)?.minutes ?? noMinutes, minutes) })
  }
  return [...eras.values()]
}

const netOf = (eras: readonly Era[], of: (kind: AssumptionKind, range: Range) => number): number =>
  sum(eras.map(({ minutes, held }) => savingOf(minutes, valuesOf(held, of)).net))

/**
 * Draws every figure from its range, again and again (Monte Carlo), and works the saving out each time. The same seed draws the same, and each
 * figure has draws of its own: changing one changes nothing that does not rest on it.
 */
export function uncertaintyOf(care: Care, input: SavingsInput, costPence: number, seed: number, draws = drawsMade): Uncertainty {
  const [eras, year] = [erasOf(care.months, input), [yearOf(care, input)]]
  const ranged = [...eras, ...year].flatMap(({ held }) => [...held.values()].filter(({ value: { low, high } }) => low < high))
  const drawing = new Map(ranged.map(({ kind }) => [kind, seededDraws(seed, kind)]))
  const { held } = yearOf(care, input)
  const [first, second] = [[{ minutes: care.ahead.first, held }], [{ minutes: care.ahead.second, held }]]
  const fades = held.get('drop-off')?.value
  const [soFar, yearly, ahead] = [new Float64Array(draws), new Float64Array(draws), new Float64Array(draws)]
  let above = 0
  for (let place = 0; place < draws; place++) {
    const shares = new Map<AssumptionKind, number>()
    for (const [kind, next] of drawing) shares.set(kind, next())
    // The same share for all days of a figure: who is too hopeful of last year's price is so of this year's.
    const drawn = (kind: AssumptionKind, range: Range): number => triangularAt(range, shares.get(kind) ?? 0.5)
    const saved = netOf(eras, drawn)
    soFar[place] = saved
    yearly[place] = netOf(year, drawn)
    ahead[place] = netOf(first, drawn) + netOf(second, drawn) * (1 - (fades ? drawn('drop-off', fades) : 0) / wholeShare)
    if (saved > costPence) above += 1
  }
  return { soFar: drawnOf(soFar), yearly: drawnOf(yearly), ahead: drawnOf(ahead), chance: above / draws, draws, seed }
}

function drawnOf(values: Float64Array): Drawn {
  const mean = values.reduce((all, each) => all + each, 0) / values.length
  values.sort()
  return { mean, low: quantileOf(values, 0.025), middle: quantileOf(values, 0.5), high: quantileOf(values, 0.975) }
}

/** A quantile of values in order, by the straight line between the two nearest, as R's `quantile(type = 7)`. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return below + (above - below) * (at - Math.floor(at))
}

/** What one figure does to a year's saving at the ends of its middle 95%, the others at their most likely. Pence, not whole. */
export type Swing = { kind: AssumptionKind; low: number; high: number; atLow: number; atHigh: number }

/** A year at the present hours, under the figures of the day. */
const yearOf = ({ now }: Care, input: SavingsInput): Era => ({ minutes: times(now, weeksInYear), held: heldIn(input)(monthOf(input.asAt)) })

/** Which figures matter most, the widest swing first. A figure without a range has none. */
export function swingsOf(care: Care, input: SavingsInput): Swing[] {
  const year = yearOf(care, input)
  const yearlyWith = (moved: AssumptionKind, to: number): number => netOf([year], (kind, { central }) => (kind === moved ? to : central))
  return [...year.held.values()]
    .filter(({ value: { low, high } }) => low < high)
    .map(({ kind, value }): Swing => {
      const [low, high] = [triangularAt(value, 0.025), triangularAt(value, 0.975)]
      return { kind, low, high, atLow: yearlyWith(kind, low), atHigh: yearlyWith(kind, high) }
    })
    .filter(({ atLow, atHigh }) => atLow !== atHigh)
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow))
}
