import { expect, test } from 'vitest'
import { caseFile, wordsOf } from '#domain/caseFile.ts'
import { csvText } from '#domain/csv.ts'
import { day } from '#domain/plainDate.ts'
import { ids } from '../builders.ts'
import { caseRow, nextStep } from '../tab/caseRows.ts'

const row = caseRow(147, {
  area: 'glastonbury',
  form: 'sole_trader',
  standing: 'lost-touch',
  catalyst: ids.catalyst,
  next: nextStep('do-cqc-check', { since: '2026-03-24' }),
  flags: [
    { flag: 'lost-touch', days: null },
    { flag: 'insurance-ran-out', days: null },
  ],
})
const person = { name: 'Willow Companions', phone: '01632 960147', email: null, postcode: 'BA6 9EL' }
const words = { placeOf: () => 'Glastonbury', names: true, catalysts: true }

/** Cells of the one row by their heads. */
const cells = (table: ReturnType<typeof caseFile>) => Object.fromEntries(table.heads.map((head, place) => [head, table.rows[0]?.[place]]))

test('a file says of an enterprise what the list says of it, in words', () => {
  const table = caseFile([{ row, person, catalyst: 'Jo' }], words)
  expect(cells(table)).toMatchObject({
    Reference: '0147',
    Name: 'Willow Companions',
    Phone: '01632 960147',
    Email: null,
    Area: 'Glastonbury',
    'Legal form': 'Sole trader',
    Status: 'Lost touch',
    Catalyst: 'Jo',
    Idea: 'To do',
    'Idea, day': null,
    'Step now': 'Do CQC check',
    'In step since': { day: day('2026-03-24') },
    Flags: 'Lost touch, Insurance ran out',
  })
  expect(table.rows.every(each => each.length === table.heads.length)).toBe(true)
})

test('who sees no names gets no columns for them, nor for who works with whom', () => {
  const { heads } = caseFile([{ row, person: null, catalyst: null }], { ...words, names: false, catalysts: false })
  expect(heads.filter(head => ['Name', 'Phone', 'Email', 'Postcode', 'Catalyst'].includes(head))).toEqual([])
})

test('codes are written as words', () => {
  expect(['cic', 'check-in', 'sole_trader', 'with-cqc', 'left-sight'].map(wordsOf)).toEqual([
    'CIC',
    'Check in',
    'Sole trader',
    'With CQC',
    'Left sight',
  ])
})

test.each(['=1+1', '+44 7700 900147', '-5', '@cmd', '\tx', '\rx', '＝1'])('a text cell %j is no formula in a spreadsheet', text => {
  expect(csvText([[text]]).replaceAll('"', '')).toBe(`'${text}\r\n`)
})

test('numbers stay numbers, and commas, quotes and lines stay within their cell', () => {
  expect(csvText([[-5, 'Smith, Jones', 'the "Hut"', 'two\nlines', null]])).toBe('-5,"Smith, Jones","the ""Hut""","two\nlines",\r\n')
})
