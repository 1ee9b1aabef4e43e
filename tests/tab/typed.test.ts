import { expect, test } from 'vitest'
import { readCount, readHours, readMoney, readNumber, withFullStop, writeHours, writeMoney } from '#tab/ui/typed.ts'

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
  ['6 ½ h', 390],
  ['1 200', 72_000],
])('“%s” hours are %i minutes', (typed, minutes) => {
  expect(readHours(typed)).toBe(minutes)
})

test.each(['6.3', 'six', '', '6:30', '-2', '12,5', '1 5', '12,50', '1,2000', '0,500'])(
  '“%s” is not a number of hours in quarters',
  typed => {
    expect(readHours(typed)).toBeUndefined()
  },
)

test.each([
  ['£500', 50_000],
  ['500', 50_000],
  ['1,015.50', 101_550],
  ['0', 0],
  ['19.5', 1_950],
  ['£ 18.50', 1_850],
  ['£1 015', 101_500],
])('“%s” is %i pence', (typed, pence) => {
  expect(readMoney(typed)).toBe(pence)
})

test.each(['500p', '£', '1015.0375', '-5', 'five hundred', '18,50', '18,5', '1 5', '1,015,50'])(
  '“%s” is not an amount in pounds',
  typed => {
    expect(readMoney(typed)).toBeUndefined()
  },
)

test('a count is a whole number', () => {
  expect(readCount('12')).toBe(12)
  expect(readCount('1,200')).toBe(1200)
  expect(readCount('1.5')).toBeUndefined()
})

test('a comma or a space stands between thousands only with three digits after it', () => {
  expect(['12,5', '1 5', '1,20', '12,3456'].map(readCount)).toEqual([undefined, undefined, undefined, undefined])
  expect(['1,234', '1 234', '12,345'].map(readCount)).toEqual([1_234, 1_234, 12_345])
  expect([readNumber('1,234,567.5'), readNumber('12,5')]).toEqual([123_456_750, undefined])
})

test('a number with a comma for its full stop is told as it is to be typed', () => {
  expect(['12,5', '£18,50', '12,5 hours'].map(withFullStop)).toEqual(['12.5', '18.50', '12.5'])
  expect(['12.5', '1,200', '12,5,0', 'six'].map(withFullStop)).toEqual([undefined, undefined, undefined, undefined])
})

test('what goes back into a box reads as the same again', () => {
  expect(writeHours(2790)).toBe('46½')
  expect(writeHours(72_000)).toBe('1200')
  expect(writeMoney(50_000)).toBe('500')
  expect(writeMoney(101_550)).toBe('1015.50')
  expect([0, 15, 30, 45, 375, 2790, 72_000].map(minutes => readHours(writeHours(minutes)))).toEqual([0, 15, 30, 45, 375, 2790, 72_000])
})
