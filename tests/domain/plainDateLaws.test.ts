import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, addMonths, daysBetween } from '#domain/plainDate.ts'

const aDay = 86_400_000
const utcOf = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`)

/** Any day from the year 1 to the year 9000, as the language's own calendar writes it. */
const anyDate = fc
  .integer({ min: Date.parse('0001-01-01T00:00:00Z') / aDay, max: Date.parse('9000-12-31T00:00:00Z') / aDay })
  .map(days => new Date(days * aDay).toISOString().slice(0, 10) as PlainDate)

test('so many days later is the day that the calendar gives', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -300, max: 300_000 }), (date, days) => {
      expect(addDays(date, days)).toBe(new Date(utcOf(date) + days * aDay).toISOString().slice(0, 10))
    }),
    { numRuns: 2_000 },
  )
})

test('days between two days are those that the calendar counts', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (from, to) => {
      expect(daysBetween(from, to)).toBe((utcOf(to) - utcOf(from)) / aDay)
    }),
    { numRuns: 2_000 },
  )
})

test('so many months later is that day of the month, or the last day of a shorter one', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -12, max: 240 }), (date, months) => {
      const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number]
      // The language goes on into the next month where this one is too short; day 0 of a month is the last of the one before.
      const last = new Date(0)
      last.setUTCFullYear(year, month + months, 0)
      const expected = new Date(last)
      expected.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()))
      expect(addMonths(date, months)).toBe(expected.toISOString().slice(0, 10))
    }),
    { numRuns: 2_000 },
  )
})
