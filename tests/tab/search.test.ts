import { expect, test } from 'vitest'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { elsewhere } from '#tab/enterprises/elsewhere.ts'
import { searchIn } from '#tab/enterprises/search.ts'
import { caseRow } from './caseRows.ts'

const places: Record<string, string> = { glastonbury: 'Glastonbury', 'brent-knoll': 'Brent Knoll' }
const placeOf = (area: string): string => places[area] ?? area

const willow = caseRow(147, { name: 'Willow Companions', area: 'glastonbury', phone: '01632 960 147' })
const orchard = caseRow(161, { name: 'Orchard Lunch Club', area: 'brent-knoll', phone: '+44 7700 900632' })
const cafe = caseRow(12, { name: 'Café on the Green', area: 'glastonbury' })
const nameless = caseRow(98, { name: null, area: 'glastonbury' })
const all = [willow, orchard, cafe, nameless]

const search = (words: string, rows: readonly CaseRow[] = all): string[] =>
  searchIn(rows, words, placeOf).found.map(({ reference }) => reference)
const reason = (words: string, row: CaseRow) => searchIn(all, words, placeOf).reasonFor(row)

test.each([
  ['willow', ['0147']],
  ['brent knoll', ['0161']],
  ['glastonbury', ['0147', '0012', '0098']],
  ['0161', ['0161']],
  ['companions willow', ['0147']],
  ['willow glastonbury', ['0147']],
  ['01632 960147', ['0147']],
  ['900632', ['0161']],
  ['', ['0147', '0161', '0012', '0098']],
])('“%s” finds what has it in its name, its place, its reference or its phone', (words, found) => {
  expect(search(words)).toEqual(found)
})

test.each([
  ['willw', '0147'],
  ['orchrad', '0161'],
  ['orcherd lnch', '0161'],
  ['cafe', '0012'],
  ['glastenbury willow', '0147'],
])('one slip in a word is forgiven: “%s” finds %s', (words, found) => {
  expect(search(words)).toEqual([found])
})

test('a slip in a number is not forgiven: it would be somebody else', () => {
  expect(search('0162')).toEqual([])
  expect(search('900633')).toEqual([])
})

test('an enterprise whose name one may not see is not found by a name', () => {
  expect(search('Enterprise', [nameless])).toEqual([])
})

test('what is found by its name needs no reason; what is found otherwise says by what', () => {
  expect(reason('willow', willow)).toBeUndefined()
  expect(reason('willw', willow)).toBeUndefined()
  expect(reason('960147', willow)).toEqual({ by: 'phone', words: '147' })
  expect(reason('900632', orchard)).toEqual({ by: 'phone', words: '632' })
  expect(reason('0161', orchard)).toEqual({ by: 'reference', words: '0161' })
  expect(reason('glastonbury', cafe)).toEqual({ by: 'place', words: 'Glastonbury' })
  expect(reason('', willow)).toBeUndefined()
})

test('rows that come anew are looked through anew', () => {
  const before = [caseRow(1, { name: 'Before' })]
  expect(search('after', before)).toEqual([])
  expect(search('after', [caseRow(1, { name: 'After' })])).toEqual(['0001'])
})

test('where nothing matches here, it says how many do elsewhere', () => {
  const [open, closed] = [caseRow(1), caseRow(2, { standing: 'stopped' })]
  expect(elsewhere('brent knoll', 2, [])).toBe('Under All, 2 match.')
  expect(elsewhere('brent knoll', 1, [])).toBe('Under All, 1 matches.')
  expect(elsewhere('brent knoll', 2, [closed])).toBe('Under All, 2 match. 1 more has stopped or gone.')
  expect(elsewhere('brent knoll', 0, [closed, closed])).toBe('2 have stopped or gone.')
  expect(elsewhere('brent knoll', 0, [open])).toBe('The filters hide 1.')
  expect(elsewhere('brent knoll', 0, [])).toBe('Nothing else in this programme matches.')
  expect(elsewhere('', 0, [open])).toBe('Take a filter off to see more.')
})
