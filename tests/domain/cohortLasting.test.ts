import { describe, expect, test } from 'vitest'
import { cohortFigures } from '#domain/cohort.ts'
import { day } from '#domain/plainDate.ts'
import { caseIdOf, trading } from '../builders.ts'

// Four that began on 1 March 2015, as at 30 April 2017, 791 days later: one answered every call, one took a job on day 92, one left our sight on
// day 214, one was last heard on day 186 (3 September 2015).
const four = [
  trading().answered(6, '2015-09-02').answered(12, '2016-03-02').answered(24, '2017-03-02'),
  trading().stopped('2015-06-01', 'took-job'),
  trading().leftSight('2015-10-01'),
  trading().answered(6, '2015-09-03'),
]
const { lasting, endings, survival } = cohortFigures(
  four.map(({ facts }, place) => ({ caseId: caseIdOf(place + 1), facts })),
  { asAt: day('2017-04-30'), by: 'enquiry' },
  0,
)

describe('how long four enterprises last, by hand', () => {
  test('the curve falls once, by a quarter on day 92, so a quarter had stopped by then and half never had', () => {
    expect(lasting.quantiles.map(({ part, day: by }) => [part, by])).toEqual([
      // Exactly three quarters from day 92 to the end: the first of those days.
      [0.25, 92],
      [0.5, null],
      [0.75, null],
    ])
  })

  test('out of two years they trade 92 days and three quarters of the other 638: 570.5 days, without a range on one stop', () => {
    expect(lasting.restrictedMean).toMatchObject({ until: 730, mean: 570.5, ended: 1, low: null, high: null })
  })

  test('we followed 730, 92, 214 and 186 of the 730, 92, 730 and 730 days that there were', () => {
    expect(lasting.completeness).toBeCloseTo((730 + 92 + 214 + 186) / (730 + 92 + 730 + 730), 12)
  })

  test('half were followed for at least 214 days, the one that stopped not counted as lost from view', () => {
    // Leaving observation on 186, 214 and 732, of 3, 2 and 1 still there after the stop on day 92: 2/3, 1/3.
    expect(lasting.medianFollowUp).toBe(214)
  })

  test('one took a job, and none closed because it was not working', () => {
    expect(endings.map(({ ending, count, days }) => [ending, count, days])).toEqual([
      ['not-working', 0, []],
      ['planned', 0, []],
      ['took-job', 1, [92]],
      ['joined-another', 0, []],
      ['unknown', 0, []],
    ])
    expect(endings.map(({ at }) => at.map(({ share }) => share))).toEqual([
      [0, 0],
      [0, 0],
      [0.25, 0.25],
      [0, 0],
      [0, 0],
    ])
    expect(survival.ended).toBe(1)
  })
})
