import { describe, expect, test } from 'vitest'
import { seededDraws, xoshiro128 } from '#domain/seededDraws.ts'
import { triangularAt } from '#domain/triangular.ts'

const take = (count: number, next: () => number): number[] => Array.from({ length: count }, next)

describe('numbers drawn from a seed', () => {
  test('are those of the reference implementation', () => {
    // xoshiro128starstar.c, version 1.1, from the state 1, 2, 3, 4; as the Rust crate rand_xoshiro tests them.
    const reference = [
      11_520, 0, 5_927_040, 70_819_200, 2_031_721_883, 1_637_235_492, 1_287_239_034, 3_734_860_849, 3_729_100_597, 4_258_142_804,
    ]
    expect(take(10, xoshiro128([1, 2, 3, 4]))).toEqual(reference)
  })

  test('are the same for the same seed and name, and others for another', () => {
    const five = take(5, seededDraws(7, 'comparator'))
    expect(take(5, seededDraws(7, 'comparator'))).toEqual(five)
    expect(take(5, seededDraws(8, 'comparator'))).not.toEqual(five)
    expect(take(5, seededDraws(7, 'deadweight'))).not.toEqual(five)
  })

  test('lie between 0 and 1, and in each tenth as often as in another', () => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const each of take(100_000, seededDraws(1, 'comparator'))) {
      expect(each > 0 && each < 1).toBe(true)
      tenths[Math.floor(10 * each)]! += 1
    }
    // Chi-square with 9 degrees of freedom: 27.88 is passed once in a thousand seeds.
    expect(tenths.reduce((sum, seen) => sum + (seen - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.88)
  })
})

describe('a figure between its lowest and its highest', () => {
  const range = { low: 0, central: 3, high: 10 }

  test('is at its ends and at its most likely value where the shares say so', () => {
    expect(triangularAt(range, 0)).toBe(0)
    expect(triangularAt(range, 1)).toBe(10)
    // Below the most likely value lie (3 − 0) ÷ (10 − 0) of all.
    expect(triangularAt(range, 0.3)).toBeCloseTo(3, 12)
  })

  test('is below a value as often as the triangle says: x² ÷ (10 × 3) up to the peak, 1 − (10 − x)² ÷ (10 × 7) after it', () => {
    expect(triangularAt(range, 1 / 30)).toBeCloseTo(1, 12)
    expect(triangularAt(range, 1 - 25 / 70)).toBeCloseTo(5, 12)
  })

  test('without a range is what it is', () => {
    expect(triangularAt({ low: 4, central: 4, high: 4 }, 0.7)).toBe(4)
  })
})
