import { describe, expect, test } from 'vitest'
import type { Journey } from '../builders.ts'
import { journey, trading } from '../builders.ts'
import { day } from '#domain/plainDate.ts'
import { savingsFigures } from '#domain/savingsFigures.ts'
import type { SavingsEstimate } from '#domain/savingsSchemas.ts'
import { all, exactly, hours, inputOf, recorded, unsplitHours, worked } from './savingsScene.ts'

/** Seven hours a week by contract, seven by direct payment, of twenty; told on 1 April 2015. */
const seven = trading().told('2015-04-01', hours(20, 7, 7))

function estimate(stories: readonly Journey[], asAt: string, figures = all(worked)): SavingsEstimate {
  const { estimate: found, missing } = savingsFigures(inputOf(stories, { asAt, figures }), 1)
  if (!found) throw new Error(`missing: ${JSON.stringify(missing)}`)
  return found
}

const soFar = (story: Journey, asAt: string, figures = all(worked)): number => estimate([story], asAt, figures).soFar.pence
const hoursSoFar = (story: Journey, asAt: string): number => estimate([story], asAt).soFarMinutes / 60

/*
 * One hour by contract saves £24.10 − £20.00 = £4.10, one by direct payment £24.10 − £18.00 × 0.9 = £7.90.
 * Of that are left 0.9 × 0.8 × 0.9 × 0.85 = 0.5508.
 */
describe('what the council did not have to pay', () => {
  test('April 2015: 30 days of 14 hours a week are 60 hours, half by contract', () => {
    // 30 × £4.10 + 30 × £7.90 = £360.00; × 0.5508 = £198.288.
    expect(estimate([seven], '2015-04-30')).toMatchObject({ soFar: { pence: 198_29 }, soFarMinutes: 60 * 60 })
  })

  test('a year at the present hours is 365.25 ÷ 7 weeks', () => {
    // A week: 7 × £4.10 + 7 × £7.90 = £84.00; × 52.178571… = £4,383.00; × 0.5508 = £2,414.1564.
    expect(estimate([seven], '2015-04-30').yearly.pence).toBe(2_414_16)
  })

  test('each step of a year is a share of what is left, and the last is the figure', () => {
    // All 20 hours at £6.00 each: £6,261.43. 4,383.00 − 10% = 3,944.70 − 20% = 3,155.76 − 10% = 2,840.184 − 15% = 2,414.1564.
    expect(estimate([seven], '2015-04-30').steps).toEqual({
      allHours: 6_261_43,
      difference: 4_383_00,
      assessed: 4_383_00,
      left: { contributions: 3_944_70, deadweight: 3_155_76, displacement: 2_840_18, attribution: 2_414_16 },
      net: 2_414_16,
    })
  })

  test('what went elsewhere, or took the place of care that people paid for, is taken off where it is known', () => {
    // £198.288 × 0.95 × 0.9 = £169.53624.
    expect(soFar(seven, '2015-04-30', all({ ...worked, leakage: exactly(500), substitution: exactly(1_000) }))).toBe(169_54)
  })

  test('only hours that meet an assessed need count', () => {
    // Half of £198.288.
    expect(soFar(seven, '2015-04-30', all({ ...worked, 'assessed-need': exactly(5_000) }))).toBe(99_14)
  })

  test('a price above what the council would have paid makes it negative, and it is not cut to nothing', () => {
    // By contract 30 × (24.10 − 30.00) = −£177.00, by direct payment £237.00: £60.00 × 0.5508 = £33.048.
    expect(soFar(seven, '2015-04-30', all({ ...worked, 'contract-price': exactly(3_000) }))).toBe(33_05)
    // At £40.00: −£477.00 + £237.00 = −£240.00 × 0.5508 = −£132.192.
    expect(soFar(seven, '2015-04-30', all({ ...worked, 'contract-price': exactly(4_000) }))).toBe(-132_19)
  })

  test('hours that people pay for themselves, and hours for nothing, save the council nothing', () => {
    expect(estimate([trading().told('2015-04-01', hours(20, 0, 0))], '2015-04-30').soFar.pence).toBe(0)
  })

  test('what the enterprise charges changes nothing', () => {
    const priced = seven.happened('price-set', '2015-04-02', { pencePerHour: 1_500 as never })
    expect(soFar(priced, '2015-04-30')).toBe(198_29)
  })

  test('the NHS’s hours are the NHS’s: 14 hours a week, of which the council pays for none', () => {
    const nhs = trading().told('2015-04-01', hours(20, 0, 0, 14))
    expect(estimate([nhs], '2015-04-30')).toMatchObject({ soFar: { pence: 0 }, yearly: { pence: 0 }, nhsYearlyPence: null })
    // 14 × 52.178571… × (£30.00 − £25.00) = £3,652.50; × 0.8 × 0.9 × 0.85 = £2,235.33. Nobody pays the NHS towards it.
    const known = all({ ...worked, 'nhs-comparator': exactly(3_000), 'health-budget-rate': exactly(2_500) })
    expect(estimate([nhs], '2015-04-30', known)).toMatchObject({ yearly: { pence: 0 }, nhsYearlyPence: 2_235_33 })
  })

  test('hours that nobody split are split by the shares that were recorded for it', () => {
    // 14 hours a week, half by direct payment, none the NHS's: the same as the first example.
    const figures = all({ ...worked, 'unsplit-direct': exactly(5_000), 'unsplit-nhs': exactly(0) })
    expect(soFar(trading().told('2015-04-01', unsplitHours(20, 14)), '2015-04-30', figures)).toBe(198_29)
  })
})

describe('which hours count', () => {
  test('none before somebody told, though it traded since 1 March', () => {
    expect(hoursSoFar(seven, '2015-04-07')).toBe(14)
  })

  test('none during a pause', () => {
    // 1 to 7 April, and 15 to 21 April.
    expect(hoursSoFar(seven.paused('2015-04-08').resumed('2015-04-15'), '2015-04-21')).toBe(28)
    expect(estimate([seven.paused('2015-04-08')], '2015-04-21').yearly.pence).toBe(0)
  })

  test('none from the day it stopped', () => {
    expect(hoursSoFar(seven.stopped('2015-04-15'), '2015-06-30')).toBe(28)
  })

  test('the latest answer, from its day', () => {
    // Two weeks of 14, and one of 4.
    expect(hoursSoFar(seven.told('2015-04-15', hours(20, 4, 0)), '2015-04-21')).toBe(32)
  })

  test('of one we lost touch with, those until somebody there last told us that it trades', () => {
    // The check-in of 1 September is unanswered on 29 September. The last word was of 1 April: that day alone counts.
    expect(hoursSoFar(seven, '2015-09-28')).toBeGreaterThan(300)
    expect(hoursSoFar(seven, '2015-09-29')).toBe(2)
    expect(hoursSoFar(seven.reached('2015-04-14', 'trading'), '2015-09-29')).toBe(28)
  })

  test('none while it was closed, whether the record was opened again or somebody said that it trades after all', () => {
    // 1 to 14 April, and June.
    const reopened = seven.stopped('2015-04-15').reopened('2015-06-01')
    expect(hoursSoFar(reopened, '2015-05-31')).toBe(28)
    expect(hoursSoFar(reopened, '2015-06-30')).toBe(28 + 60)
    const heard = seven.reached('2015-04-15', 'stopped').reached('2015-06-01', 'trading')
    expect(hoursSoFar(heard, '2015-06-30')).toBe(28 + 60)
  })

  test('an answer holds for twelve months at most', () => {
    const confirmed = seven.answered(6, '2015-09-01').answered(12, '2016-03-01').reached('2016-05-30', 'trading')
    // 1 April 2015 to 1 April 2016 are 367 days (2016 has a 29 February).
    expect(hoursSoFar(confirmed, '2016-05-31')).toBe((367 / 7) * 14)
  })

  test('none of an enterprise that ran before we met it, and none of a community activity', () => {
    const existing = journey().enquired('2015-01-05').accepted('2015-01-20', 'existing').began('2012-06-01')
    const activity = journey().enquired('2015-01-05', { ventureKind: 'community-activity' }).accepted('2015-01-20').began('2015-03-01')
    for (const story of [existing, activity]) {
      const told = story.told('2015-04-01', hours(20, 7, 7))
      expect(savingsFigures(inputOf([told], { asAt: '2015-04-30' }), 1).estimate?.soFar.pence).toBe(0)
    }
  })
})

describe('the figures of each month are those of its own time', () => {
  const dearer = [...all(worked), recorded(20, 'comparator', exactly(2_510), '2015-05-01')]

  test('a price that holds from May changes nothing of April', () => {
    expect(soFar(seven, '2015-04-30', dearer)).toBe(198_29)
    // May: 62 hours at £6.00 + £1.00 = £434.00; × 0.5508 = £239.0472; with April £437.3352.
    expect(soFar(seven, '2015-05-31', dearer)).toBe(437_34)
  })

  test('what was recorded after the moment that is asked about is not known', () => {
    const late = [...all(worked), recorded(20, 'comparator', exactly(9_999), '2015-01-01', '2021-06-01')]
    expect(soFar(seven, '2015-04-30', late)).toBe(198_29)
  })

  test('of two figures from the same day the one recorded later counts', () => {
    const corrected = [...all(worked), recorded(20, 'comparator', exactly(2_510), '2015-01-01')]
    // 60 hours at £7.00 = £420.00 × 0.5508 = £231.336.
    expect(soFar(seven, '2015-04-30', corrected)).toBe(231_34)
  })
})

describe('a figure that nobody recorded', () => {
  const without = (kind: keyof typeof worked) => all(Object.fromEntries(Object.entries(worked).filter(([each]) => each !== kind)))

  test.each(Object.keys(worked) as (keyof typeof worked)[])('%s is asked for, and nothing is guessed', kind => {
    const found = savingsFigures(inputOf([seven], { asAt: '2015-04-30', figures: without(kind) }), 1)
    expect(found.estimate).toBeNull()
    expect(found.missing).toEqual([{ kind, since: '2015-04-01' }])
  })

  test('is asked for from the first month that lacks it', () => {
    const figures = [...without('comparator'), recorded(20, 'comparator', exactly(2_410), '2015-06-01')]
    const found = savingsFigures(inputOf([seven], { asAt: '2015-06-30', figures }), 1)
    expect(found.missing).toEqual([{ kind: 'comparator', since: '2015-04-01' }])
  })

  test('a contract price is not asked for where nobody has a contract', () => {
    const direct = trading().told('2015-04-01', hours(20, 0, 14))
    expect(savingsFigures(inputOf([direct], { asAt: '2015-04-30', figures: without('contract-price') }), 1).missing).toEqual([])
  })

  test('months in which the council pays for nothing ask for nothing', () => {
    const later = trading()
      .told('2015-04-01', hours(20, 0, 0))
      .told('2015-06-01', hours(20, 7, 7))
    const figures = all(worked).map(each => ({ ...each, effectiveFrom: day('2015-06-01') }))
    const found = savingsFigures(inputOf([later], { asAt: '2015-06-30', figures }), 1)
    expect([found.missing, found.estimate?.soFar.pence]).toEqual([[], 198_29])
  })

  test('the split is asked for where somebody did not give it', () => {
    const found = savingsFigures(inputOf([trading().told('2015-04-01', unsplitHours(20, 14))], { asAt: '2015-04-30' }), 1)
    expect(found.missing.map(({ kind }) => kind)).toEqual(['unsplit-direct', 'unsplit-nhs'])
  })

  test('one that is no longer known is missing again', () => {
    const figures = [...all(worked), recorded(20, 'deadweight', null, '2015-04-01')]
    expect(savingsFigures(inputOf([seven], { asAt: '2015-04-30', figures }), 1).missing).toEqual([
      { kind: 'deadweight', since: '2015-04-01' },
    ])
  })
})

describe('what it cost, and when it is paid back', () => {
  const granted = seven.granted('2015-02-15', 300_00).paid('2015-02-18', 300_00)

  test('the programme’s cost falls evenly on the days of its funded period; grants count when they are paid', () => {
    // £1,000 over the 731 days of 2015 and 2016; by 30 April 2015 are gone 120: £164.16.
    expect(savingsFigures(inputOf([granted], { asAt: '2015-04-30' }), 1).cost).toEqual({
      programmePence: 1_000_00,
      soFarPence: 164_16,
      grantsPence: 300_00,
    })
  })

  test('the hours at which it has paid for itself, against the hours there are', () => {
    // An hour has saved £6.00 × 0.5508 = £3.3048 (£198.29 over 60 hours); £1,300 ÷ 3.304833… = 393.36 hours = 23,602 minutes.
    expect(estimate([granted], '2015-04-30')).toMatchObject({ breakEvenMinutes: 23_602, soFarMinutes: 3_600 })
  })

  test('where an hour saves nothing there are no such hours', () => {
    const dear = all({ ...worked, 'contract-price': exactly(4_000) })
    expect(estimate([granted], '2015-04-30', dear).breakEvenMinutes).toBeNull()
  })

  test('the whole cost at the present rate, from the first day', () => {
    // £1,300 ÷ (£2,414.16 ÷ 12) = 6.46 months.
    expect(estimate([granted], '2015-04-30').paidBack.flatMonths).toBeCloseTo(6.46187, 5)
  })

  test('month by month, and the month in which it is passed', () => {
    const kept = granted.answered(6, '2015-09-01').answered(12, '2016-03-01')
    const { months, paidBack } = estimate([kept], '2015-12-31')
    // March: £300 + £1,000 × 90 ÷ 731 = £423.12. April saves £198.288; each month after 2 hours a day: 275 days by the end of the year.
    expect(months.find(({ month }) => month === '2015-03-01')).toEqual({ month: '2015-03-01', cost: 423_12, saved: 0 })
    // 550 hours at £6.00 × 0.5508 = £1,817.64 against £300 + £1,000 × 365 ÷ 731 = £799.32.
    expect(months.at(-1)).toEqual({ month: '2015-12-01', cost: 799_32, saved: 1_817_64 })
    // The whole cost is £1,300: 396 hours, £1,308.70, by the end of October (213 days are 426 hours); 366 hours, £1,209.56, by the end of September.
    expect(paidBack.on).toBe('2015-10-01')
  })

  test('each payment costs in its own month, and what came back in the month in which the grant last moved', () => {
    const staged = seven.granted('2015-02-15', 300_00).paid('2015-02-18', 100_00).paid('2015-04-20', 200_00)
    const costs = estimate([staged], '2015-04-30').months.map(({ month, cost }) => [month, cost])
    // £1,000 × 31 ÷ 731, × 59, × 90, × 120; and the payments.
    expect(costs).toEqual([
      ['2015-01-01', 42_41],
      ['2015-02-01', 180_71],
      ['2015-03-01', 223_12],
      ['2015-04-01', 464_16],
    ])
  })

  test('what an hour costs the council now: at that price nothing would be saved', () => {
    // (£20.00 + £16.20) ÷ 2.
    expect(estimate([seven], '2015-04-30').paysPerHourPence).toBeCloseTo(1_810, 9)
  })
})
