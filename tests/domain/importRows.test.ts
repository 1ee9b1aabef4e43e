import { rowsOfFile } from '#domain/importRows.ts'
import { expect, test } from 'vitest'
import { errorsOf, factsOf, plansOf, rowsRead, sheet, someone, warningsOf } from './importSheets.ts'

const numbered = (ref: string, more: Record<string, string> = {}) => ({ ...someone, ref, name: `Enterprise ${ref}`, ...more })

test('a file without a column that must be there is refused, and the columns are named', () => {
  const read = rowsOfFile({ headings: ['Reference', 'Fax'], rows: [], said: [] }, {}, () => undefined)
  expect(read).toEqual({
    ok: false,
    refusal: { kind: 'columns-missing', missing: ['name', 'enquiry_date'], found: ['Reference', 'Fax'] },
  })
})

test('columns that are not read are listed by name, a nameless one by its place', () => {
  const file = {
    headings: ['ref', 'name', 'enquiry_date', 'journey', 'Fax', ''],
    rows: [{ row: 2, cells: ['1', 'A', '2014-01-06', 'new', '', 'odd'] }],
    said: [],
  }
  const read = rowsRead(file)
  expect(read.columns).toEqual({ read: ['ref', 'name', 'enquiry_date', 'journey'], notRead: ['Fax', 'column 6, which has no heading'] })
  expect(read.said.map(({ what }) => what)).toEqual(['We did not read: Fax, column 6, which has no heading.'])
})

test('a reference that stands twice is an error on both rows, each naming the other', () => {
  const [first, second, third] = plansOf(sheet(numbered('A 1'), numbered('B2'), numbered('a-1')))
  expect(errorsOf(first)).toEqual([['ref', 'Row 4 has the same reference.']])
  expect(second?.outcome).toBe('fresh')
  expect(errorsOf(third)).toEqual([['ref', 'Row 2 has the same reference.']])
})

test('a row with more or fewer cells than headings is an error that counts them', () => {
  const file = {
    headings: ['ref', 'name', 'enquiry_date'],
    rows: [
      { row: 2, cells: ['1', 'Care', 'Ltd', '2014-01-06'] },
      { row: 3, cells: ['2', 'Moor'] },
      { row: 4, cells: ['3', 'Fen', '2014-01-06', '', ''] },
    ],
    said: [],
  }
  const said = plansOf(file).map(errorsOf)
  expect(said).toEqual([
    [[null, 'This row has 4 cells and there are 3 headings. A comma or a quote mark is out of place.']],
    [[null, 'This row has 2 cells and there are 3 headings. A comma or a quote mark is out of place.']],
    [],
  ])
})

test('what was put right on the screen takes the place of the cell, by heading or by the column’s own name', () => {
  const file = { headings: ['Reference', 'name', 'Enquired on'], rows: [{ row: 2, cells: ['1', 'Moor', '31/02/2015'] }], said: [] }
  expect(plansOf(file)[0]?.outcome).toBe('bad')
  for (const column of ['Enquired on', 'enquiry_date']) {
    const [plan] = plansOf(file, { answers: { fixes: [{ row: 2, column, value: ' 28/02/2015 ' }] } })
    expect(plan?.facts[0]).toMatchObject({ happenedOn: '2015-02-28' })
  }
  const nowhere = rowsRead(file, { answers: { fixes: [{ row: 9, column: 'name', value: 'x' }] } })
  expect(nowhere.said.map(({ what }) => what)).toContain('You put right row 9, “name”, and the file has no such cell.')
})

test('grants of £5 or less in a pence column raise the question whether they are pounds', () => {
  const file = sheet(
    numbered('1', { grant_awarded_pence: '350', grant_date: '2014-05-12' }),
    numbered('2', { grant_awarded_pence: '500', grant_date: '2014-05-12' }),
  )
  const unanswered = rowsRead(file)
  expect(unanswered.questions.grantsIn).toBe(true)
  expect(unanswered.said.map(({ kind }) => kind)).toContain('grants-in-pence')
  const [inPence] = plansOf(file)
  expect(factsOf(inPence)[0]).toEqual(['grant-decided', '2014-05-12', { pence: 350, gap: 'not-recorded' }])

  const [inPounds] = plansOf(file, { answers: { grantsIn: 'pounds' } })
  expect(factsOf(inPounds)[0]).toEqual(['grant-decided', '2014-05-12', { pence: 35_000, gap: 'not-recorded' }])
  expect(rowsRead(file, { answers: { grantsIn: 'pounds' } }).said.map(({ kind }) => kind)).not.toContain('grants-in-pence')
})

test('one grant above £5 in a pence column, and the question is not asked', () => {
  const file = sheet(
    numbered('1', { grant_awarded_pence: '350', grant_date: '2014-05-12' }),
    numbered('2', { grant_awarded_pence: '50000', grant_date: '2014-05-12' }),
  )
  expect(rowsRead(file).questions.grantsIn).toBe(false)
})

test('a heading with £ is pounds, and asks nothing', () => {
  const file = sheet(numbered('1', { 'Grant (£)': '350', grant_date: '2014-05-12', 'Price per hour (£)': '16.50' }))
  expect(rowsRead(file).questions.grantsIn).toBe(false)
  const [plan] = plansOf(file)
  expect(factsOf(plan)).toContainEqual(['grant-paid', '2014-05-12', { pence: 35_000 }])
  expect(factsOf(plan)).toContainEqual(['price-set', '2014-01-06', { pencePerHour: 1_650 }])
})

test('prices of £5 an hour or less in a pence column are read as pence, with a warning', () => {
  const file = sheet(numbered('1', { price_per_hour_pence: '16' }))
  expect(factsOf(plansOf(file)[0])).toEqual([['price-set', '2014-01-06', { pencePerHour: 16 }]])
  expect(rowsRead(file).said.map(({ kind }) => kind)).toEqual(['prices-in-pence'])
})

test('the questions are those that the file raises, and only those', () => {
  const plain = rowsRead(sheet(numbered('1')))
  expect(plain.questions).toEqual({ established: 0, stopped: false, grantsIn: false, endings: [] })

  const traded = { started_trading_date: '2014-09-01', closed_date: '2016-05-12' }
  const asking = rowsRead(
    sheet(
      numbered('1', { journey: 'established', ...traded, closed_reason: 'Took a job' }),
      numbered('2', { journey: 'Established', ...traded, closed_reason: 'took a job.' }),
      numbered('3', { ...traded, closed_reason: 'Illness' }),
      numbered('4', { ...traded, closed_reason: 'planned' }),
    ),
    { answers: { endings: { Illness: 'not-working' } } },
  )
  expect(asking.questions).toEqual({
    established: 2,
    stopped: true,
    grantsIn: false,
    endings: [
      { words: 'Took a job', rows: 2, ending: null },
      { words: 'Illness', rows: 1, ending: 'not-working' },
      { words: 'planned', rows: 1, ending: 'planned' },
    ],
  })
  expect(asking.said.map(({ kind }) => kind)).toEqual(['stopped-unanswered'])
  expect(rowsRead(sheet(numbered('1', traded)), { answers: { stopped: 'all' } }).said).toEqual([])
})

test('a file without a column for the journey says so once, not row by row', () => {
  const { journey: _journey, ...row } = someone
  const file = sheet({ ...row, idea_date: '2014-02-03' })
  expect(rowsRead(file).said.map(({ kind }) => kind)).toEqual(['journey-missing'])
  expect(plansOf(file).map(warningsOf)).toEqual([[]])
  expect(plansOf(file)[0]?.facts[1]).toMatchObject({ kind: 'accepted', data: { origin: 'new' } })
})
