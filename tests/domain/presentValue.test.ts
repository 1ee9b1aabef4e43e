import { describe, expect, test } from 'vitest'
import { fading, presentValue } from '#domain/presentValue.ts'
import { publishedCheck, somerset } from '#domain/publishedCheck.ts'

describe('what yearly amounts are worth at the beginning', () => {
  const five = fading(400_000, 0, 5)

  // £400,000 a year for five years at 3.5%, less £135,000. Year-end: 400,000 × (1 − 1.035⁻⁵) ÷ 0.035 = 1,806,020.95.
  test.each([
    ['year-end', 1_671_020.95],
    ['mid-year', 1_702_354.51],
    ['year-start', 1_734_231.68],
  ] as const)('%s: the five-year value of the published figures is £%d', (timing, pounds) => {
    expect(presentValue(five, 0.035, timing) - 135_000).toBeCloseTo(pounds, 2)
  })

  test('at a rate of nothing it is the sum', () => {
    expect(presentValue([1, 2, 3], 0, 'mid-year')).toBe(6)
  })

  test('hours that fade are lost from the second year, a share of what is left', () => {
    expect(fading(1_000, 0.1, 4).map(each => Number(each.toFixed(6)))).toEqual([1_000, 900, 810, 729])
  })
})

describe('how one county’s published figures were made', () => {
  const check = publishedCheck(somerset)

  test('the sums that were printed', () => {
    expect(Math.round(check.perEnterprise)).toBe(1_015)
    expect(check.perJob).toBe(750)
    expect(check.perPerson).toBe(225)
    expect(check.perHour.toFixed(2)).toBe('3.47')
    expect(check.paybackMonths).toBeCloseTo(4.05, 10)
    expect(check.ratio.toFixed(2)).toBe('2.96')
  })

  test('if only the council’s share of hours counts, each of them must have saved £12.38', () => {
    expect(check.perCouncilHour.toFixed(2)).toBe('12.38')
  })

  test('4 of 133 is 3.0%, and could be anything from 0.8% to 7.5%', () => {
    // R: binom.test(4, 133)$conf.int is 0.00825406 to 0.07521352.
    const { share, low, high } = check.closedShare
    expect([share, low, high].map(each => (100 * each).toFixed(1))).toEqual(['3.0', '0.8', '7.5'])
  })

  test('none of them, and all of them', () => {
    expect(publishedCheck({ ...somerset, closed: 0 }).closedShare).toMatchObject({ low: 0 })
    // 1 − 0.025^(1/133) = 2.736%.
    expect(publishedCheck({ ...somerset, closed: 0 }).closedShare.high).toBeCloseTo(0.0273552, 6)
    expect(publishedCheck({ ...somerset, closed: 133 }).closedShare).toMatchObject({ high: 1 })
  })
})
