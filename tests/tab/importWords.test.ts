import { describe, expect, test } from 'vitest'
import { columns } from '#domain/importColumns.ts'
import type { ImportReport } from '#domain/importSchemas.ts'
import { badRowsCsv } from '#tab/import/badRows.ts'
import { columnName, remedyFor } from '#tab/import/columnWords.ts'
import { countsOf } from '#tab/import/countRows.ts'
import { beginWords, doneWords, truth } from '#tab/import/importSentences.ts'
import { secondsLeft } from '#tab/import/progress.ts'

const report: ImportReport = {
  dryRun: true,
  rows: 173,
  written: 166,
  unchanged: 5,
  refused: 2,
  next: null,
  fresh: 157,
  changed: 9,
  errors: [],
  warnings: [],
  changes: [],
  columns: { read: [], notRead: [] },
  questions: { established: 0, stopped: false, grantsIn: false, endings: [] },
}

describe('the first line is the truth', () => {
  test('171 rows are ready, 2 need you, and nothing has been saved', () => {
    expect(truth(report)).toBe('171 rows are ready. 2 need you. Nothing has been saved yet.')
    expect(truth({ ...report, written: 1, unchanged: 0, refused: 0 })).toBe('1 row is ready. Nothing has been saved yet.')
  })

  test('new, changed, the same and those that need you add up to all rows', () => {
    const [all, ...parts] = countsOf(report)
    expect(parts.map(({ name, count }) => [name, count])).toEqual([
      ['new', 157],
      ['changed', 9],
      ['the same', 5],
      ['need you', 2],
    ])
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(all?.count)
  })

  test('the button says what it will do', () => {
    expect(beginWords(171, 2)).toBe('Bring in 171, leave out 2')
    expect(beginWords(5_000, 0)).toBe('Bring in 5,000')
  })

  test('afterwards it is said what went in', () => {
    expect(doneWords({ written: 166, unchanged: 5, refused: 2, fresh: 157, changed: 9 })).toBe(
      '157 new enterprises, 9 changed, 5 as they were.',
    )
    expect(doneWords({ written: 0, unchanged: 0, refused: 2, fresh: 0, changed: 0 })).toBe('Nothing went in.')
  })
})

test('94 of 171 rows in 24 seconds leave about 20; in the first five seconds nobody can say', () => {
  // 77 rows at 24/94 seconds each are 19.7 seconds.
  expect(secondsLeft(94, 171, 24)).toBe(20)
  expect(secondsLeft(94, 171, 4)).toBeNull()
  expect(secondsLeft(0, 171, 30)).toBeNull()
})

describe('a cell is put right by what fits it', () => {
  test('a form, an answer and a yes or no are chosen; days, amounts and references are typed', () => {
    expect(remedyFor('legal_form')).toMatchObject({ kind: 'choose', options: { limited_company: 'Company' } })
    expect(remedyFor('checkin_24m_outcome')).toMatchObject({ kind: 'choose', options: { no_response: 'No answer' } })
    expect(remedyFor('Enquiry date')).toEqual({ kind: 'type', example: 'Such as 3 May 2015' })
    expect(remedyFor('ref')).toEqual({ kind: 'type', example: 'New reference' })
    expect(remedyFor('Fax')).toEqual({ kind: 'type', example: '' })
  })

  test('every column has a name in words, and a heading of the file’s own stays as it is', () => {
    expect(columns.map(columnName).filter(name => /_/.test(name))).toEqual([])
    expect(columnName('Fax')).toBe('Fax')
  })
})

test('the file of bad rows says where, whose, what stands there and what is wrong', () => {
  const remark = {
    row: 18,
    column: 'enquiry_date',
    reference: '0017',
    name: 'Ham Hill Helpers',
    value: '31/02/2015',
    kind: 'x',
    what: '31/02/2015 is not a real date.',
  }
  expect(badRowsCsv([remark])).toEqual([
    ['Row', 'Reference', 'Enterprise', 'Column', 'In the file', 'What is wrong'],
    [18, '0017', 'Ham Hill Helpers', 'enquiry_date', '31/02/2015', '31/02/2015 is not a real date.'],
  ])
})
