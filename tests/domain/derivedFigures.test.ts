import { describe, expect, test } from 'vitest'
import { mayShowMedian, type PublishedCount, publishedMean, publishedPercent, survivalDaysShown } from '#domain/derivedFigures.ts'
import { hidingRules } from '#domain/disclosure.ts'

const rule = hidingRules.funder
const shown = (count: number): PublishedCount => ({ count, treatment: 'shown' })

describe('a share is the count it rests on', () => {
  // 22 of 61 are printed as 20 of 60: a third.
  test('it is made of the rounded numbers', () => expect(publishedPercent(shown(22), shown(61), rule)).toBe(33))

  test('it is hidden where its part or its whole is', () => {
    expect(publishedPercent({ count: 3, treatment: 'small' }, shown(61), rule)).toBeNull()
    expect(publishedPercent(shown(20), { count: 61, treatment: 'goes-with-it' }, rule)).toBeNull()
  })

  // 58 of 61: three are left over, and 97% would say so.
  test('it is hidden where those left over are few', () => expect(publishedPercent(shown(58), shown(61), rule)).toBeNull())
})

describe('a mean', () => {
  test('is of the rounded numbers', () => expect(publishedMean(240, shown(21), rule)).toBe(12))
  test('is hidden with its total or its members', () => {
    expect(publishedMean(null, shown(21), rule)).toBeNull()
    expect(publishedMean(240, { count: 2, treatment: 'small' }, rule)).toBeNull()
  })
})

describe('survival is read only where enough ended since the day shown before', () => {
  const endings = [100, 200, 300, 365, 365, 500, 600, 700, 729, 730]
  test('one year and two, with five endings each', () => expect(survivalDaysShown(endings, [730, 365], rule)).toEqual([365, 730]))
  // By day 548 one more has ended: not shown; the five of the second year are then seen at two years together.
  test('a day with too few since the last is left out', () => expect(survivalDaysShown(endings, [365, 548, 730], rule)).toEqual([365, 730]))
  test('nothing is shown where too few ended at all', () => expect(survivalDaysShown([50, 60], [365, 730], rule)).toEqual([]))
  test('endings on the first day count', () => expect(survivalDaysShown([0, 0, 0, 0, 0], [0], rule)).toEqual([0]))
})

test('a median is shown with at least five on either side', () => {
  expect(mayShowMedian(5, 5, rule)).toBe(true)
  expect(mayShowMedian(4, 20, rule)).toBe(false)
})
