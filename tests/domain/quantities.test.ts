import { expect, test } from 'vitest'
import { inWords } from '#domain/dayWords.ts'
import { day } from '#domain/plainDate.ts'
import { roundHalfAway, toMinutes, toPence } from '#domain/quantities.ts'

test('money is whole pence, and what goes back may be negative', () => {
  expect(toPence(500_00)).toBe(50_000)
  expect(toPence(-1)).toBe(-1)
  for (const notPence of [0.5, 1015.0375, Number.NaN, Infinity, 2 ** 53]) expect(() => toPence(notPence)).toThrow(RangeError)
})

test('care time is whole minutes, and never negative', () => {
  expect(toMinutes(37 * 60)).toBe(2220)
  for (const notMinutes of [-1, 0.5, Number.NaN]) expect(() => toMinutes(notMinutes)).toThrow(RangeError)
})

test('half a penny is rounded away from zero, on both sides of it', () => {
  expect([0.5, 1.5, 2.5, -0.5, -2.5, 2.4, -2.4].map(roundHalfAway)).toEqual([1, 2, 3, -1, -3, 2, -2])
})

test('a day is said as people say it', () => {
  expect(inWords(day('2026-05-03'))).toBe('3 May 2026')
  expect(inWords(day('2014-12-31'))).toBe('31 December 2014')
})
