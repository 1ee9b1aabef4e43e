import { describe, expect, test } from 'vitest'
import type { AssumptionKind, Range } from '#domain/assumptions.ts'
import { noMinutes } from '#domain/careHours.ts'
import { careOf, givingOf, totalNow } from '#domain/savings.ts'
import { savingsFigures } from '#domain/savingsFigures.ts'
import { quantileOf, swingsOf, uncertaintyOf } from '#domain/savingsRange.ts'
import { trading } from '../builders.ts'
import { all, exactly, hours, inputOf, worked } from './savingsScene.ts'

/** Fourteen hours a week by contract, told on 1 April 2015, as at 30 April: 60 hours so far. */
const story = trading().told('2015-04-01', hours(20, 14, 0))

const ranges = {
  ...worked,
  comparator: { low: 2_200, central: 2_410, high: 2_560 },
  'contract-price': { low: 1_900, central: 2_000, high: 2_130 },
  contributions: { low: 500, central: 1_000, high: 1_800 },
  deadweight: { low: 900, central: 2_000, high: 3_300 },
} as const satisfies Partial<Record<AssumptionKind, Range>>

const nothingAhead = { first: noMinutes, second: noMinutes }

function drawn(figures: Partial<Record<AssumptionKind, Range>>, seed: number, draws = 10_000, costPence = 100_00) {
  const input = inputOf([story], { asAt: '2015-04-30', figures: all(figures) })
  const giving = givingOf(input.members, input.asAt)
  return uncertaintyOf({ months: careOf(giving), now: totalNow(giving), ahead: nothingAhead }, input, costPence, seed, draws)
}

/** Mean and mean square of a figure whose most likely value is `central`: (a + b + c) ÷ 3, and (a² + b² + c² + ab + ac + bc) ÷ 6. */
const moments = ({ low: a, central: c, high: b }: Range): [mean: number, square: number] => [
  (a + b + c) / 3,
  (a * a + b * b + c * c + a * b + a * c + b * c) / 6,
]

/** Mean and standard deviation of the saving on 60 hours, in pence, where every figure is drawn by itself. */
function closedForm(): { mean: number; deviation: number } {
  const [comparator, price] = [moments(ranges.comparator), moments(ranges['contract-price'])]
  const difference = comparator[0] - price[0]
  // E (X − Y)² = E X² − 2 E X E Y + E Y².
  const square = comparator[1] - 2 * comparator[0] * price[0] + price[1]
  const kept = (of: Range): [number, number] => {
    const [mean, meanSquare] = moments(of)
    return [1 - mean / 10_000, 1 - (2 * mean) / 10_000 + meanSquare / 1e8]
  }
  const shares = [ranges.contributions, ranges.deadweight, worked.displacement, worked.attribution].map(kept)
  const mean = shares.reduce((product, [each]) => product * each, 60 * difference)
  const meanSquare = shares.reduce((product, [, each]) => product * each, 3_600 * square)
  return { mean, deviation: Math.sqrt(meanSquare - mean ** 2) }
}

describe('how far a saving could be from what is most likely', () => {
  test.each([1, 20_260_331, 4_294_967_295])('its mean is the one of the closed form, within four standard errors (seed %i)', seed => {
    const { mean, deviation } = closedForm()
    expect(Math.abs(drawn(ranges, seed).soFar.mean - mean)).toBeLessThan((4 * deviation) / Math.sqrt(10_000))
  })

  test('the same seed gives the same to the last digit, another seed another', () => {
    expect(drawn(ranges, 3)).toEqual(drawn(ranges, 3))
    expect(drawn(ranges, 4).soFar).not.toEqual(drawn(ranges, 3).soFar)
  })

  test('one figure alone has the quantiles of its own triangle', () => {
    // Only the comparator is drawn: 60 hours × (it − £20.00) × 0.5508. At 2.5% of the triangle of 2,200, 2,410 and 2,560 it is
    // 2,200 + √(0.025 × 360 × 210) = 2,243.47; at 97.5% 2,560 − √(0.025 × 360 × 150) = 2,523.26.
    const { soFar } = drawn({ ...worked, comparator: ranges.comparator }, 5, 100_000)
    expect(soFar.low / (60 * (2_243.47 - 2_000) * 0.5508)).toBeCloseTo(1, 1.7)
    expect(soFar.high / (60 * (2_523.26 - 2_000) * 0.5508)).toBeCloseTo(1, 1.7)
  })

  test('a figure that the saving does not rest on changes no draw', () => {
    const other = { ...ranges, 'discount-rate': { low: 100, central: 350, high: 500 } }
    expect(drawn(other, 3)).toEqual(drawn(ranges, 3))
  })

  test('without ranges there is one outcome', () => {
    // 60 × £4.10 × 0.5508 = £135.4968.
    const { soFar, chance } = drawn(worked, 3, 100)
    expect([soFar.low, soFar.mean, soFar.high].map(each => Number(each.toFixed(4)))).toEqual([13_549.68, 13_549.68, 13_549.68])
    expect(chance).toBe(1)
    expect(drawn(worked, 3, 100, 135_50).chance).toBe(0)
  })

  test('where every doubt points one way, the range goes out to the stated amount', () => {
    const doubts = { low: 0, central: 0, high: 3_000 }
    const figures = all({ ...worked, contributions: doubts, deadweight: doubts, displacement: doubts, attribution: doubts })
    const { estimate } = savingsFigures(inputOf([story], { asAt: '2015-04-30', figures }), 1)
    // 60 hours at £4.10 with nothing taken off.
    expect(estimate?.soFar).toMatchObject({ pence: 246_00, range: { high: 246_00 } })
    expect(estimate?.soFar.range.mean).toBeLessThan(200_00)
  })

  test('quantiles are those of R: quantile(1:10, c(.025, .5, .975)) is 1.225, 5.5 and 9.775', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    expect([0.025, 0.5, 0.975].map(share => quantileOf(ten, share))).toEqual([1.225, 5.5, 9.775])
  })
})

describe('which figures matter most', () => {
  const input = inputOf([story], { asAt: '2015-04-30', figures: all(ranges) })
  const giving = givingOf(input.members, input.asAt)
  const swings = swingsOf({ months: careOf(giving), now: totalNow(giving), ahead: nothingAhead }, input)

  test('those with a range alone, the widest swing first', () => {
    expect(swings.map(({ kind }) => kind)).toEqual(['comparator', 'contract-price', 'deadweight', 'contributions'])
  })

  test('each at the ends of its middle 95%, the others at their most likely', () => {
    // 14 × 365.25 ÷ 7 hours × (£22.4347 − £20.00) × 0.5508, and the same with £25.2326.
    const [comparator] = swings
    expect(comparator?.atLow).toBeCloseTo(730.5 * (2_200 + Math.sqrt(0.025 * 360 * 210) - 2_000) * 0.5508, 6)
    expect(comparator?.atHigh).toBeCloseTo(730.5 * (2_560 - Math.sqrt(0.025 * 360 * 150) - 2_000) * 0.5508, 6)
  })

  test('none where nothing has a range', () => {
    const fixed = inputOf([story], { asAt: '2015-04-30', figures: all({ ...worked, comparator: exactly(2_410) }) })
    expect(swingsOf({ months: [], now: totalNow(giving), ahead: nothingAhead }, fixed)).toEqual([])
  })
})
