import { fileLimits, readSpreadsheet, workbookType } from '#functions/spreadsheet.ts'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'

const utf8 = (text: string) => new TextEncoder().encode(text)
const csv = (text: string) => readSpreadsheet(utf8(text), 'text/csv')
const sheetOf = async (bytes: Uint8Array, type = 'text/csv') => {
  const read = await readSpreadsheet(bytes, type)
  if (!read.ok) throw new Error(read.refusal.what)
  return read.value
}
const refusalOf = async (bytes: Uint8Array, type = 'text/csv') => {
  const read = await readSpreadsheet(bytes, type)
  return read.ok ? undefined : read.refusal
}

test('commas, quote marks and line ends are read as RFC 4180 says', async () => {
  const sheet = await sheetOf(utf8('ref,name,note\r\n1,"Moor, Fen & Co","She said ""yes"""\r\n2,Fen,"two\r\nlines"\r\n'))
  expect(sheet).toEqual({
    headings: ['ref', 'name', 'note'],
    rows: [
      { row: 2, cells: ['1', 'Moor, Fen & Co', 'She said "yes"'] },
      { row: 3, cells: ['2', 'Fen', 'two\r\nlines'] },
    ],
    said: [],
  })
})

test('a byte order mark is no part of the first heading', async () => {
  expect((await sheetOf(utf8('\uFEFFref,name\n1,Fen'))).headings).toEqual(['ref', 'name'])
})

test('what is not UTF-8 is read as Windows-1252, with a warning', async () => {
  // “Café” in Windows-1252: é is the one byte 0xE9, the dash 0x96.
  const bytes = new Uint8Array([...utf8('ref,name\n1,Caf'), 0xe9, ...utf8(' '), 0x96, ...utf8(' Moor')])
  const sheet = await sheetOf(bytes)
  expect(sheet.rows[0]?.cells).toEqual(['1', 'Café – Moor'])
  expect(sheet.said.map(({ kind }) => kind)).toEqual(['windows-1252'])
})

test('Unicode text as spreadsheets save it, with tabs, is read', async () => {
  const text = 'ref\tname\r\n1\tCafé'
  const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
  expect(await sheetOf(bytes)).toMatchObject({ headings: ['ref', 'name'], rows: [{ row: 2, cells: ['1', 'Café'] }] })
})

test('semicolons are seen from the headings, and commas in the cells below are words', async () => {
  const sheet = await sheetOf(utf8('ref;"name, or title";note\n1;Moor;"a; b, c"\n'))
  expect(sheet.headings).toEqual(['ref', 'name, or title', 'note'])
  expect(sheet.rows[0]?.cells).toEqual(['1', 'Moor', 'a; b, c'])
})

test('rows are numbered as the file has them, empty ones counted and left out', async () => {
  const sheet = await sheetOf(utf8('\nref,name\n\n1,Moor\n,\n2,Fen\n\n'))
  expect(sheet.headings).toEqual(['ref', 'name'])
  expect(sheet.rows).toEqual([
    { row: 4, cells: ['1', 'Moor'] },
    { row: 6, cells: ['2', 'Fen'] },
  ])
})

test('columns at the right that hold nothing are left off; one that holds something is kept', async () => {
  expect((await sheetOf(utf8('ref,name,,\n1,Moor,,\n'))).headings).toEqual(['ref', 'name'])
  expect((await sheetOf(utf8('ref,name,,\n1,Moor,,x\n'))).headings).toEqual(['ref', 'name', '', ''])
})

test('every ragged row keeps its own number of cells, so that each can be named', async () => {
  const sheet = await sheetOf(utf8('ref,name\n1\n2,Moor\n3,Fen,Extra\n'))
  expect(sheet.rows.map(({ cells }) => cells.length)).toEqual([1, 2, 3])
})

test('a quote mark that never closes is refused, with the row in which it opens', async () => {
  expect(await refusalOf(utf8('ref,name\n1,Moor\n2,"Fen\n3,Hill\n'))).toEqual({
    kind: 'unclosed-quote',
    what: 'A quote mark opens in row 3 and never closes.',
  })
})

test('a quote mark in the wrong place is refused, with its row', async () => {
  expect(await refusalOf(utf8('ref,name\r\n1,"Moor" Ltd\r\n'))).toEqual({
    kind: 'stray-quote',
    what: 'A quote mark stands in the wrong place in row 2.',
  })
  expect((await refusalOf(utf8('ref,name\n1,5" pipe\n')))?.kind).toBe('stray-quote')
})

test.each([
  ['nothing', utf8(''), 'text/csv', 'empty-file'],
  ['only empty lines', utf8('\n,,\n  \n'), 'text/csv', 'empty-file'],
  ['an old .xls, or one with a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), workbookType, 'old-or-locked'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]), 'image/png', 'not-a-spreadsheet'],
  ['a program called CSV', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]), 'text/csv', 'not-a-spreadsheet'],
  ['text called a workbook', utf8('ref,name\n1,Moor'), workbookType, 'not-a-spreadsheet'],
])('%s is refused', async (_what, bytes, type, kind) => {
  expect((await refusalOf(bytes, type))?.kind).toBe(kind)
})

test('more than 8 MB is refused, and so are more than 20,000 rows and 100 columns', async () => {
  expect((await refusalOf(new Uint8Array(fileLimits.bytes + 1).fill(0x61)))?.kind).toBe('too-large')
  const rows = (count: number) => csv(`ref,name\n${'1,Moor\n'.repeat(count)}`)
  expect(await rows(20_000)).toMatchObject({ ok: true })
  expect(await rows(20_001)).toMatchObject({ ok: false, refusal: { kind: 'too-many-rows' } })
  const columns = (count: number) => csv(`${Array.from({ length: count }, (_, place) => `c${place}`).join(',')}\n`)
  expect(await columns(100)).toMatchObject({ ok: true })
  expect(await columns(101)).toMatchObject({ ok: false, refusal: { kind: 'too-many-columns' } })
})

test('a workbook is known by its first bytes, whatever it is called', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'FileRows',
        rows: [
          ['ref', 'name'],
          ['1', 'Moor'],
        ],
      },
    ],
  })
  for (const type of [workbookType, 'text/csv', 'application/octet-stream']) {
    expect(await sheetOf(bytes, type)).toEqual({ headings: ['ref', 'name'], rows: [{ row: 2, cells: ['1', 'Moor'] }], said: [] })
  }
})

test('a cell beside the headings of a workbook is a column without a name, not a ragged row', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'FileRows', rows: [['ref', 'name'], ['1'], ['2', 'Moor', 'see Ann']] }] })
  expect(await sheetOf(bytes)).toMatchObject({
    headings: ['ref', 'name', ''],
    rows: [{ cells: ['1', '', ''] }, { cells: ['2', 'Moor', 'see Ann'] }],
  })
})

test('sheets that are not read are named', async () => {
  const sheets = ['FileRows', 'Totals', 'Old'].map(name => ({
    name,
    rows: [
      ['ref', 'name'],
      ['1', 'Moor'],
    ],
  }))
  expect((await sheetOf(await writeXlsx({ sheets }))).said.map(({ what }) => what)).toEqual([
    'We read the sheet “FileRows”. We did not read “Totals” and “Old”.',
  ])
})
