import { expect, test } from 'vitest'
import { readCount, readHours, readMoney, writeHours, writeMoney } from '#tab/ui/typed.ts'

test.each([
  ['46½', 2790],
  ['46.5', 2790],
  ['46 1/2', 2790],
  ['6¼', 375],
  ['6.25', 375],
  ['¾', 45],
  ['.75', 45],
  ['1,200', 72_000],
  ['0', 0],
  ['6 hours', 360],
])('“%s” hours are %i minutes', (typed, minutes) => {
  expect(readHours(typed)).toBe(minutes)
})

test.each(['6.3', 'six', '', '6:30', '-2'])('“%s” is not a number of hours in quarters', typed => {
  expect(readHours(typed)).toBeUndefined()
})

test.each([
  ['£500', 50_000],
  ['500', 50_000],
  ['1,015.50', 101_550],
  ['0', 0],
])('“%s” is %i pence', (typed, pence) => {
  expect(readMoney(typed)).toBe(pence)
})

test.each(['500p', '£', '1015.0375', '-5', 'five hundred'])('“%s” is not an amount in pounds', typed => {
  expect(readMoney(typed)).toBeUndefined()
})

test('a count is a whole number', () => {
  expect(readCount('12')).toBe(12)
  expect(readCount('1,200')).toBe(1200)
  expect(readCount('1.5')).toBeUndefined()
})

test('what goes back into a box reads as the same again', () => {
  expect(writeHours(2790)).toBe('46½')
  expect(writeHours(72_000)).toBe('1200')
  expect(writeMoney(50_000)).toBe('500')
  expect(writeMoney(101_550)).toBe('1015.50')
  expect([0, 15, 30, 45, 375, 2790, 72_000].map(minutes => readHours(writeHours(minutes)))).toEqual([0, 15, 30, 45, 375, 2790, 72_000])
})
