import { expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { readDay } from '#tab/ui/dayWords.ts'

// 6 May 2026 is a Wednesday.
const today = day('2026-05-06')

test.each([
  ['3/5', '2026-05-03'],
  ['3/5/26', '2026-05-03'],
  ['3/5/2014', '2014-05-03'],
  ['03.05.2026', '2026-05-03'],
  ['3-5', '2026-05-03'],
  ['2026-05-03', '2026-05-03'],
  ['3 May', '2026-05-03'],
  ['3 may 2026', '2026-05-03'],
  ['3rd May', '2026-05-03'],
  ['21st of April', '2026-04-21'],
  ['1 Sept 2025', '2025-09-01'],
  ['Sunday 3 May 2026', '2026-05-03'],
  ['3\u00a0May\u00a02026', '2026-05-03'],
  ['today', '2026-05-06'],
  ['Yesterday', '2026-05-05'],
  ['tuesday', '2026-05-05'],
  ['last Tue', '2026-05-05'],
  ['Thursday', '2026-04-30'],
])('“%s”, typed on Wednesday 6 May 2026, is %s', (typed, meant) => {
  expect(readDay(typed, today)).toBe(meant)
})

test('the day comes before the month, whatever the machine thinks', () => {
  expect(readDay('5/6/2025', today)).toBe('2025-06-05')
  expect(readDay('13/5', today)).toBe('2025-05-13')
})

test('a day without its year is the last one there was', () => {
  expect(readDay('6 May', today)).toBe('2026-05-06')
  expect(readDay('7 May', today)).toBe('2025-05-07')
  // The last 29 February before May 2026 was in 2024.
  expect(readDay('29 Feb', today)).toBe('2024-02-29')
})

test('a day to come, asked for a plan, is in the year that we are in', () => {
  expect(readDay('31 December', today, 'this-year')).toBe('2026-12-31')
})

test('the name of today’s weekday means a week ago', () => {
  expect(readDay('Wednesday', today)).toBe('2026-04-29')
})

test.each(['31/2/2015', '31 February', '0/5', '3/13', '', 'soon', '3 Mayor', 'May', '3/5/326'])('“%s” is no day', typed => {
  expect(readDay(typed, today)).toBeUndefined()
})
