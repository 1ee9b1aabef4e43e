import { describe, expect, test } from 'vitest'
import type { Instant } from '#domain/plainDate.ts'
import {
  addDays,
  addMonths,
  day,
  daysBetween,
  dayOf,
  earlier,
  instantAt,
  later,
  londonDay,
  parseInstant,
  parsePlainDate,
} from '#domain/plainDate.ts'

describe('a calendar month later', () => {
  test.each([
    ['2015-03-15', 6, '2015-09-15', 'is the same day of the month'],
    ['2014-08-31', 6, '2015-02-28', 'is the last day of February where the month has no 31st'],
    ['2015-08-31', 6, '2016-02-29', 'is 29 February in a leap year'],
    ['2015-12-31', 6, '2016-06-30', 'is the last day of a month of thirty days'],
    ['2016-02-29', 12, '2017-02-28', 'is 28 February a year after a 29 February'],
    ['2016-02-29', 24, '2018-02-28', 'is 28 February two years after a 29 February'],
    ['2012-02-29', 48, '2016-02-29', 'is a 29 February again after four years'],
    ['2015-02-28', 12, '2016-02-28', 'stays on the 28th though the month is longer then'],
    ['2015-12-01', 1, '2016-01-01', 'goes over the end of the year'],
    ['2016-01-31', -2, '2015-11-30', 'goes back as well'],
    ['1999-02-28', 12, '2000-02-28', 'is right in the leap year 2000'],
  ])('%s and %i months is %s: it %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to)
  })
})

describe('a count of days', () => {
  test('the clocks going forward do not shorten it', () => {
    // British clocks went forward on 29 March 2015.
    expect(daysBetween(day('2015-03-28'), day('2015-03-30'))).toBe(2)
    expect(addDays(day('2015-03-28'), 2)).toBe('2015-03-30')
  })

  test('the clocks going back do not lengthen it', () => {
    expect(daysBetween(day('2015-10-24'), day('2015-10-26'))).toBe(2)
    expect(addDays(day('2015-10-24'), 2)).toBe('2015-10-26')
  })

  test('two calendar years are 730 days, or 731 with a 29 February between', () => {
    expect(daysBetween(day('2013-03-01'), day('2015-03-01'))).toBe(730)
    expect(daysBetween(day('2014-03-01'), day('2016-03-01'))).toBe(731)
  })

  test('it is negative where the second day is earlier, and nothing on the same day', () => {
    expect(daysBetween(day('2015-03-02'), day('2015-03-01'))).toBe(-1)
    expect(daysBetween(day('2015-03-02'), day('2015-03-02'))).toBe(0)
    expect(addDays(day('2016-03-01'), -1)).toBe('2016-02-29')
  })
})

describe('a day that is read', () => {
  test.each(['2015-02-31', '2015-02-29', '2100-02-29', '2015-13-01', '2015-00-10', '2015-06-31', '2015-06-00'])(
    '%s does not exist',
    text => {
      expect(parsePlainDate(text)).toBeUndefined()
      expect(() => day(text)).toThrow(RangeError)
    },
  )

  test.each(['2015-2-3', '15-02-03', '03/02/2015', '2015-02-03T00:00:00Z', '2015-02-03 ', '', 'today', '２０１５-02-03'])(
    '“%s” is not written as a day',
    text => {
      expect(parsePlainDate(text)).toBeUndefined()
    },
  )

  test('29 February exists in a leap year', () => {
    expect(parsePlainDate('2016-02-29')).toBe('2016-02-29')
    expect(dayOf(2016, 2, 29)).toBe('2016-02-29')
    expect(dayOf(2015, 2, 29)).toBeUndefined()
    expect(dayOf(2015, 3, 5)).toBe('2015-03-05')
  })

  test('days compare as text', () => {
    expect(later(day('2015-09-30'), day('2015-10-01'))).toBe('2015-10-01')
    expect(earlier(day('2015-09-30'), day('2015-10-01'))).toBe('2015-09-30')
  })
})

describe('the day in London', () => {
  test.each([
    ['2015-06-30T22:59:59.999Z', '2015-06-30', 'a minute before midnight on a summer evening'],
    ['2015-06-30T23:30:00.000Z', '2015-07-01', 'half past midnight there, half past eleven in UTC'],
    ['2015-12-31T23:30:00.000Z', '2015-12-31', 'in winter the same in both'],
    ['2015-03-29T00:30:00.000Z', '2015-03-29', 'the night the clocks go forward'],
    ['2015-10-24T23:30:00.000Z', '2015-10-25', 'the night the clocks go back'],
    ['2015-10-25T23:30:00.000Z', '2015-10-25', 'the night after'],
  ])('at %s it is %s: %s', (moment, date) => {
    expect(londonDay(moment as Instant)).toBe(date)
  })
})

describe('an instant', () => {
  test('is kept to the millisecond, so that instants compare as text', () => {
    expect(parseInstant('2015-06-30T23:30:00Z')).toBe('2015-06-30T23:30:00.000Z')
    expect(parseInstant('2015-06-30T23:30:00.5Z')).toBe('2015-06-30T23:30:00.500Z')
    expect(instantAt(1_000)).toBe('1970-01-01T00:00:01.000Z')
  })

  test.each(['2015-02-31T10:00:00Z', '2015-06-30T10:00:00', '2015-06-30T10:00:00+01:00', '2015-06-30', '2015-06-30T25:00:00Z'])(
    '%s is none',
    text => {
      expect(parseInstant(text)).toBeUndefined()
    },
  )
})
