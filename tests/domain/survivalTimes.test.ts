import { describe, expect, test } from 'vitest'
import type { Spell } from '#domain/survival.ts'
import { survivalCurve } from '#domain/survival.ts'
import { completeness, medianFollowUp, quantileDay, rangeOfMean, restrictedMean } from '#domain/survivalTimes.ts'
import reference from './reference/estimates.json' with { type: 'json' }

type Listed = { from: number[]; to: number[]; ended: number[] }
const spellsOf = ({ from, to, ended }: Listed): Spell[] =>
  to.map((day, place) => ({ from: from[place] ?? 0, to: day, ended: ended[place] === 1 }))

const followed = (to: number, from = 0): Spell => ({ from, to, ended: false })
const ended = (to: number, from = 0): Spell => ({ from, to, ended: true })
const times = (count: number, spell: Spell): Spell[] => Array.from({ length: count }, () => spell)

/** 1e-9 in parts of the value, or of 1 where it is smaller. */
const near = (actual: number | null | undefined, fromR: number | null): boolean =>
  typeof actual === 'number' && typeof fromR === 'number'
    ? Math.abs(actual - fromR) <= 1e-9 * Math.max(1, Math.abs(fromR))
    : actual === fromR

describe(`agrees with R ${reference.versions.R}, survival ${reference.versions.survival}`, () => {
  for (const { name, until, spells: listed, quantiles, restrictedMean: mean, medianFollowUp: median } of reference.times) {
    const spells = spellsOf(listed)

    test(`on the days by which a quarter, half and three quarters had ended, with their limits, of ${name}`, () => {
      expect(quantiles.map(({ part }) => ({ part, ...quantileDay(spells, part) }))).toEqual(quantiles)
    })

    test(`on the restricted mean to day ${until}, and the median follow-up, of ${name}`, () => {
      const ours = restrictedMean(survivalCurve(spells), until)
      expect([near(ours?.mean, mean.mean), near(ours?.standardError, mean.standardError)]).toEqual([true, true])
      expect(medianFollowUp(spells)).toBe(median)
    })
  }

  test('on ten thousand enterprises, a third of them followed on', () => {
    const spells = Array.from({ length: 10_000 }, (_, i): Spell => ({ from: 0, to: ((i * 7919) % 1000) + 1, ended: i % 3 > 0 }))
    const { until, quantiles, restrictedMean: mean } = reference.tenThousand
    const ours = quantiles.map(({ part }) => quantileDay(spells, part))
    expect(ours).toMatchObject(quantiles.map(({ day, low, high }) => ({ day, low, high })))
    const found = restrictedMean(survivalCurve(spells), until)
    expect([near(found?.mean, mean.mean), near(found?.standardError, mean.standardError)]).toEqual([true, true])
  })
})

describe('the day by which half have ended', () => {
  test('is not reached while more than half go on, and never the longest time', () => {
    expect(quantileDay([ended(10), followed(900), followed(900)], 0.5)).toMatchObject({ day: null, high: null, exactHigh: null })
    expect(quantileDay([], 0.5)).toEqual({ day: null, low: null, high: null, exactLow: null, exactHigh: null })
  })

  test('is the middle of the days in which exactly half go on', () => {
    // Half from day 20 to day 40: (20 + 40) / 2.
    expect(quantileDay([ended(10), ended(20), ended(40), followed(50)], 0.5).day).toBe(30)
  })

  test('is the first of those days where it never falls below half, as R prints it', () => {
    expect(quantileDay([ended(10), ended(20), followed(40), followed(50)], 0.5).day).toBe(20)
  })

  test('may be as early as day 0 where so few were there that half of them could have ended unseen', () => {
    // With five followed and none ended the lower edge is 0.025^(1/5) = 0.478, below a half; with six it is 0.541.
    expect(quantileDay(times(5, followed(100)), 0.5).exactLow).toBe(0)
    expect(quantileDay(times(6, followed(100)), 0.5).exactLow).toBeNull()
  })

  test('a part that is none or all is refused', () => {
    expect(() => quantileDay([ended(1)], 0)).toThrow(RangeError)
    expect(() => quantileDay([ended(1)], 1)).toThrow(RangeError)
  })
})

describe('how many of the first 730 days they trade', () => {
  const meanOf = (spells: readonly Spell[]) => restrictedMean(survivalCurve(spells), 730)

  test('one of two ended on day 365: half of them the whole time, half of them half of it', () => {
    // 365 + 365 / 2 = 547.5; variance (365 / 2)² × 1 / (2 × 1), whose root is 129.05.
    const mean = meanOf([ended(365), followed(730)])
    expect(mean?.mean).toBe(547.5)
    expect(mean?.standardError).toBeCloseTo(129.047, 3)
  })

  test('is not worked out where nobody was followed so far and some still trade', () => {
    expect(meanOf([ended(100), followed(729)])).toBeNull()
    expect(meanOf([])).toBeNull()
  })

  test('is known where all have ended before: nothing is left to follow', () => {
    expect(meanOf([ended(100), ended(300)])?.mean).toBe(200)
  })

  test('has no range on fewer than five endings, and one that stays within the two years', () => {
    expect(rangeOfMean({ mean: 725, standardError: 4, ended: 4 }, 730)).toBeNull()
    // 725 − 1.96 × 4 = 717.16; 725 + 7.84 is more than there is.
    expect(rangeOfMean({ mean: 725, standardError: 4, ended: 5 }, 730)).toEqual({ low: expect.closeTo(717.16, 2), high: 730 })
    expect(rangeOfMean({ mean: 3, standardError: 4, ended: 5 }, 730)?.low).toBe(0)
  })
})

describe('how much of the follow-up there could be was seen', () => {
  test('one seen for 300 of 600 days and one to the end of its 730: 1,030 of 1,330', () => {
    const seen = [
      { from: 0, seen: 300, possible: 600 },
      { from: 0, seen: 731, possible: 900 },
    ]
    expect(completeness(seen, 730)).toBeCloseTo(1030 / 1330, 12)
  })

  test('days before anyone watched are neither seen nor possible', () => {
    expect(completeness([{ from: 100, seen: 300, possible: 500 }], 730)).toBe(0.5)
  })

  test('is all where nobody was lost, and nothing that can be said where nobody could be followed', () => {
    expect(completeness([{ from: 0, seen: 40, possible: 40 }], 730)).toBe(1)
    expect(completeness([], 730)).toBeNull()
    expect(completeness([{ from: 0, seen: 0, possible: 0 }], 730)).toBeNull()
  })
})
