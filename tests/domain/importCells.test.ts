import {
  readCount,
  readDay,
  readForm,
  readHours,
  readJourney,
  readMoney,
  readOutcome,
  readPastDay,
  readReference,
  moreThanNames,
  readSlugs,
  readYesNo,
} from '#domain/importCells.ts'
import { day } from '#domain/plainDate.ts'
import { describe, expect, test } from 'vitest'

const read = (result: { ok: true; value: unknown } | { ok: false; refusal: { what: string } }): unknown =>
  result.ok ? result.value : result.refusal.what

test.each([
  ['2014-05-03', '2014-05-03'],
  ['2014-05-03 00:00:00', '2014-05-03'],
  ['3/5/2014', '2014-05-03'],
  ['03.05.2014', '2014-05-03'],
  ['03-05-2014', '2014-05-03'],
  ['03/05/14', '2014-05-03'],
  ['3 May 2014', '2014-05-03'],
  ['3rd May 2014', '2014-05-03'],
  ['03-May-14', '2014-05-03'],
  ['Saturday 3 May 2014', '2014-05-03'],
  ['1 Sept 2014', '2014-09-01'],
  ['29/02/2016', '2016-02-29'],
  // 1 January 2000 is day 36,526 of a spreadsheet; 3 May 2014 is 5,236 days later.
  ['41762', '2014-05-03'],
  ['36526', '2000-01-01'],
])('the day %s is %s: the day comes before the month', (cell, expected) => {
  expect(read(readDay(cell))).toBe(expected)
})

test.each([
  ['31/02/2015', '31/02/2015 is not a real date.'],
  ['29/02/2015', '29/02/2015 is not a real date.'],
  ['5/25/2014', '5/25/2014 is not a real date.'],
  ['2015-02-30', '2015-02-30 is not a real date.'],
  ['spring 2014', '“spring 2014” is not a date we can read. Write it like 3/5/2014.'],
  ['May 2014', '“May 2014” is not a date we can read. Write it like 3/5/2014.'],
  ['3 Mai 2014', '“3 Mai 2014” is not a date we can read. Write it like 3/5/2014.'],
  ['14-05-03', '14-05-03 could be read two ways. Write the year in full, like 3/5/2014.'],
  ['1/1/1900', '1 January 1900 is too long ago to be right.'],
])('%s is refused as a day, in a sentence', (cell, expected) => {
  expect(read(readDay(cell))).toBe(expected)
})

test('a day that has not come is refused, and today is not', () => {
  expect(read(readPastDay('2018-07-01', day('2018-06-30')))).toBe('1 July 2018 has not come yet.')
  expect(read(readPastDay('2018-06-30', day('2018-06-30')))).toBe('2018-06-30')
})

test.each([
  ['3', 3],
  ['1,200', 1200],
  ['3.0', 3],
  ['', undefined],
  ['2.5', '2.5 is not a whole number.'],
  ['-1', '-1 is less than nothing.'],
  ['two', '“two” is not a number.'],
  ['1,20', '“1,20” is not a number.'],
])('the number of people “%s” is read as %s', (cell, expected) => {
  expect(read(readCount(cell))).toBe(expected)
})

test.each([
  ['7.5', 450],
  ['16', 960],
  ['0.25', 15],
  // A third of an hour is 20 minutes; 0.33 of one is 19.8.
  ['0.33', 20],
  ['12 hours', 720],
  ['lots', '“lots” is not a number.'],
])('%s hours a week are %s whole minutes', (cell, expected) => {
  expect(read(readHours(cell))).toBe(expected)
})

test.each([
  ['35000', 35_000],
  ['£350', 35_000],
  ['£1,250.50', 125_050],
  ['£4.35', 435],
  ['£ 12', 1_200],
  ['350p', 350],
  ['350.50', '350.50 is not a whole number of pence. Put a £ before it if it is pounds.'],
  ['£1.005', '“£1.005” is not an amount of money.'],
  ['-£5', '“-£5” is not an amount of money.'],
])('the amount %s is %s pence', (cell, expected) => {
  expect(read(readMoney(cell))).toBe(expected)
})

test('Y and N are read in the ways people write them', () => {
  expect(['Y', 'yes', 'TRUE', 'Needed'].map(cell => read(readYesNo(cell)))).toEqual([true, true, true, true])
  expect(['N', 'no', 'FALSE', 'not needed'].map(cell => read(readYesNo(cell)))).toEqual([false, false, false, false])
  expect(read(readYesNo('perhaps'))).toBe('“perhaps” is neither Y nor N.')
})

test.each([
  ['sole_trader', 'sole_trader'],
  ['Sole trader', 'sole_trader'],
  ['Self-employed', 'sole_trader'],
  ['Ltd.', 'limited_company'],
  ['Company limited by guarantee', 'guarantee_company'],
  ['CLG', 'guarantee_company'],
  ['C.I.C.', 'cic'],
  ['Co-op', 'cooperative_society'],
  ['Community group', 'unincorporated_association'],
  ['BenCom', 'community_benefit_society'],
  ['plc', 'We do not know this form.'],
])('the form “%s” is %s', (cell, expected) => {
  expect(read(readForm(cell))).toBe(expected)
})

test('outcomes and journeys are read by name and by common words', () => {
  expect(['trading', 'Still trading', 'no_response', 'No reply', 'closed', 'ceased trading'].map(cell => read(readOutcome(cell)))).toEqual([
    'trading',
    'trading',
    'no_response',
    'no_response',
    'closed',
    'closed',
  ])
  expect(read(readOutcome('maybe'))).toBe('We do not know this answer. Write trading, no_response or closed.')
  expect(['new', 'Existing', 'advised_only', 'Established'].map(cell => read(readJourney(cell)))).toEqual([
    'new',
    'existing',
    'advised-only',
    'established',
  ])
  expect(read(readJourney('pending'))).toBe('We do not know this word. Write new, existing or advised_only.')
})

test('spaces in a reference become dashes, and what is too long or strange is refused', () => {
  expect(read(readReference('LM 0147'))).toBe('LM-0147')
  expect(read(readReference('2014/17'))).toBe('2014/17')
  const refused = 'A reference has letters and digits, at most 24. It may also have . _ / and -.'
  expect(read(readReference('£17'))).toBe(refused)
  expect(read(readReference('a'.repeat(25)))).toBe(refused)
})

test('a list of services becomes short codes, each once, in the order of the cell', () => {
  expect(read(readSlugs('Company & visits; Shopping, company and visits | Café trips', 30))).toEqual([
    'company-and-visits',
    'shopping',
    'cafe-trips',
  ])
  expect(read(readSlugs('a, b, c', 2))).toBe('This is a long list. Keep it to 2 things.')
  expect(read(readSlugs(' , ', 2))).toBe(undefined)
})

describe('a list of services', () => {
  test('becomes codes only where it names things: what tells of a person stays with the words of the file', () => {
    const cell = 'Help at home; Cooks for Mrs Jones at 4 High Street, ring Ann 07700 900123'
    expect(readSlugs(cell, 30)).toEqual({ ok: true, value: ['help-at-home'] })
    expect(moreThanNames(cell)).toEqual(['Cooks for Mrs Jones at 4 High Street', 'ring Ann 07700 900123'])
  })
})
