import { expect, test } from 'vitest'
import { day, instantAt } from '#domain/plainDate.ts'
import { sayAway, sayDay, sayHours, sayKeptOn, sayLength, sayLongDay, sayMoney, sayNearDay, sayTime } from '#tab/ui/say.ts'

// 6 May 2026 is a Wednesday.
const today = day('2026-05-06')
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

test('days are said as people say them, and never break between their parts', () => {
  expect(sayDay(day('2026-05-03'))).toBe('3\u00a0May\u00a02026')
  expect(plain(sayLongDay(day('2026-05-13')))).toBe('Wednesday 13 May 2026')
})

test('a day within four weeks has its weekday, one within six months its month, a later one its year', () => {
  expect(plain(sayNearDay(day('2026-05-12'), today))).toBe('Tue 12 May')
  expect(plain(sayNearDay(day('2026-07-12'), today))).toBe('12 July')
  expect(plain(sayNearDay(day('2027-07-12'), today))).toBe('12 July 2027')
})

test.each([
  ['2026-05-06', 'Today'],
  ['2026-05-07', 'Tomorrow'],
  ['2026-05-05', 'Yesterday'],
  ['2026-05-12', 'In 6 days'],
  ['2026-05-03', '3 days ago'],
])('%s, on 6 May 2026, is “%s”', (date, said) => {
  expect(plain(sayAway(day(date), today))).toBe(said)
})

test('money is said in pounds, and pence only where there are some', () => {
  expect(sayMoney(101_500)).toBe('£1,015')
  expect(sayMoney(1_550)).toBe('£15.50')
})

test('hours are said in quarters', () => {
  expect(sayHours(2790)).toBe('46½')
  expect(sayHours(375)).toBe('6¼')
  expect(sayHours(30)).toBe('½')
  expect(sayHours(0)).toBe('0')
})

test('a long time is said in months or years', () => {
  expect(plain(sayLength(1))).toBe('1 day')
  expect(plain(sayLength(43))).toBe('43 days')
  expect(plain(sayLength(430))).toBe('14 months')
  // 11 years of 365.25 days are 4,017.75 days; 12 are 4,383.
  expect(plain(sayLength(4228))).toBe('11 years')
})

test('the time is the time in London, in summer an hour before that of Greenwich', () => {
  expect(sayTime('2026-05-06T08:41:00Z')).toBe('9:41')
  expect(sayTime('2026-01-06T08:41:00Z')).toBe('8:41')
})

test('words kept today say the time, in the last six days the weekday, and before that the day', () => {
  const kept = (moment: string): string => plain(sayKeptOn(instantAt(Date.parse(moment)), today))
  expect(kept('2026-05-06T08:41:00Z')).toBe('at 9:41')
  // Half past eleven at night in Greenwich is already today in London.
  expect(kept('2026-05-05T23:30:00Z')).toBe('at 0:30')
  expect(kept('2026-05-05T08:41:00Z')).toBe('on Tuesday')
  // Six days ago was Thursday; seven days ago was Wednesday, as today is.
  expect(kept('2026-04-30T08:41:00Z')).toBe('on Thursday')
  expect(kept('2026-04-29T08:41:00Z')).toBe('on 29 April 2026')
})
