import { describe, expect, test } from 'vitest'
import type { Assumption } from '#domain/assumptions.ts'
import { savingsFigures } from '#domain/savingsFigures.ts'
import { journey, trading } from '../builders.ts'
import { all, exactly, hours, inputOf, worked } from './savingsScene.ts'

const seven = trading().told('2015-04-01', hours(20, 7, 7))
const earlier = journey().enquired('2013-01-02').accepted('2013-01-10').began('2013-02-01')
/** Followed to 20 February 2015, day 749. */
const followed = earlier.answered(6, '2013-08-02').answered(12, '2014-02-02').answered(24, '2015-02-20')
/** Stopped on day 365. */
const stopped = earlier.answered(6, '2013-08-02').stopped('2014-02-01')

const aheadWith = (figures: readonly Assumption[], stories = [seven, followed, stopped]) =>
  savingsFigures(inputOf(stories, { asAt: '2015-04-30', figures }), 1).estimate?.ahead

describe('what is still to come', () => {
  /*
   * The curve: 1 until day 364, ½ from day 365 (one of the two that were followed so far stopped), and no curve after day 749.
   * Ours is 60 days old. After 9 months it is 336 days old, after 10 it is 365; after 22 months 730, after 23 it is 760: no curve.
   * Months 1 to 9 count whole, 10 to 22 half: 9 + 6.5 = 15.5 months at £2,414.1564 ÷ 12.
   */
  test('counts each month by the share of others that still traded at that age, as far as anyone was followed', () => {
    const nothingFades = all({ ...worked, 'drop-off': exactly(0) })
    // No figure has a range, so what is drawn is the same each time.
    const range = { mean: 3_118_29, low: 3_118_29, middle: 3_118_29, high: 3_118_29 }
    const found = { pence: 3_118_29, range, enterprises: 1, shortened: 1, leftOut: 0, until: '2017-04-30' }
    expect(aheadWith(nothingFades)).toEqual(found)
    // Those that had traded for years before we met them have lived on already, and say nothing of others.
    const existing = journey().enquired('2015-01-05').accepted('2015-01-20', 'existing').began('2012-06-01')
    expect(aheadWith(nothingFades, [seven, followed, stopped, existing, existing])).toEqual(found)
  })

  test('cannot be said where nobody recorded how fast hours fade', () => {
    expect(aheadWith(all(worked))).toBeNull()
  })

  test('loses what fades from the second year: 9 + 1.5 + 5 × 0.9 = 15 months', () => {
    expect(aheadWith(all({ ...worked, 'drop-off': exactly(1_000) }))?.pence).toBe(3_017_70)
  })

  /*
   * What fades, d, between none and a fifth, a tenth most likely: its middle 95% is 0.1 × √0.05 = 0.02236 to 0.17764.
   * £2,414.1564 ÷ 12 × (10.5 + 5 × (1 − d)) is £2,939.59 at the one end and £3,095.79 at the other; 10,000 draws find them to about £1.
   */
  test('has the range of what fades', () => {
    const range = aheadWith(all({ ...worked, 'drop-off': { low: 0, central: 1_000, high: 2_000 } }))?.range
    expect(Math.abs((range?.low ?? 0) - 2_939_59)).toBeLessThan(4_00)
    expect(Math.abs((range?.high ?? 0) - 3_095_79)).toBeLessThan(4_00)
    expect(Math.abs((range?.mean ?? 0) - 3_017_70)).toBeLessThan(2_00)
  })

  test('says of nobody what no other has lived to show', () => {
    expect(aheadWith(all({ ...worked, 'drop-off': exactly(0) }), [seven])).toMatchObject({ pence: 0, enterprises: 0, leftOut: 1 })
  })

  test('is nothing for those that have stopped', () => {
    const known = all({ ...worked, 'drop-off': exactly(0) })
    expect(aheadWith(known, [seven.stopped('2015-04-20'), followed, stopped])).toMatchObject({ pence: 0, enterprises: 0, leftOut: 0 })
  })
})

describe('five years at the present rate', () => {
  const valueWith = (figures: readonly Assumption[]) => savingsFigures(inputOf([seven], { asAt: '2015-04-30', figures }), 1).estimate?.value

  test('cannot be said without a discount rate, or without what fades', () => {
    expect(valueWith(all(worked))).toBeNull()
    expect(valueWith(all({ ...worked, 'discount-rate': exactly(350) }))).toBeNull()
  })

  test('takes off the cost at the beginning', () => {
    // £2,414.16 × (1 − 1.035⁻⁵) ÷ 0.035 = 2,414.16 × 4.515052… = £10,900.06; less £1,000.
    const value = valueWith(all({ ...worked, 'discount-rate': exactly(350), 'drop-off': exactly(0) }))
    expect(value).toMatchObject({ years: 5, rate: 0.035, lost: 0, pence: { 'year-end': 9_900_06 } })
  })
})
