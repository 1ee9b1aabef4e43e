import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import type { Asked } from '#functions/http.ts'
import { importRoutes } from '#functions/imports.ts'
import { workbookType } from '#functions/spreadsheet.ts'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Setting } from './importSetting.ts'
import { nothingAsked, report, send, casesOf, setting, csv, line, tid, priya } from './importSetting.ts'

test.each([
  ['an unclosed quote mark', 'ref,name\n1,"Moor', 'bad-file', 'A quote mark opens in row 2 and never closes.'],
  [
    'no column for the day',
    'ref,name\n1,Moor',
    'bad-file',
    'We found no column with the day they got in touch, such as “Enquiry date” or “First contact”. The headings in the file are “ref” and “name”.',
  ],
  [
    'no column for a reference',
    'name,enquiry date\nMoor,6/1/2014',
    'bad-file',
    'We found no column with a number for each enterprise, such as “Ref” or “No”. Numbers of your own will do: 1, 2, 3. Keep them, as they tell us which row is which next time. The headings in the file are “name” and “enquiry date”.',
  ],
  ['nothing', '', 'bad-file', 'There is nothing in this file.'],
  ['10 MB', 'x'.repeat(10 * 1_048_576), 'file-too-large', 'This file is larger than 8 MB, the most we can read. Split it in two.'],
])('a file with %s is refused in a sentence, and nothing is lost', async (_what, file, kind, what) => {
  const here = await setting()
  expect(await send(here, file)).toEqual({ ok: false, refusal: { kind, what } })
  expect(here.store.cases).toEqual([])
})

test('a workbook goes in as its CSV does', async () => {
  const here = await setting()
  const rows = [
    ['Reference', 'Enterprise', 'Enquired on', 'Grant (£)', 'Grant paid on'],
    ['0001', 'Moor', new Date('2014-01-06T00:00:00Z'), 350, new Date('2014-05-12T00:00:00Z')],
  ]
  const bytes = await writeXlsx({ sheets: [{ name: 'FileRows', rows }] })
  const said = await report(here, bytes, { contentType: workbookType })
  expect(said).toMatchObject({ written: 1, columns: { read: rows[0], notRead: [] } })
  const [row] = await casesOf(here)
  expect(fold(known(row?.facts ?? [])).grants).toMatchObject([{ state: 'paid', pence: 35_000, payments: [{ on: '2014-05-12' }] }])
})

const importing = async (here: Setting, asked: Partial<Asked>) => importRoutes(here.world)[0]?.handle({ ...nothingAsked, ...asked })
const query = { dryRun: true, from: 1 }

test('a form with a file and its answers is read as the file with answers in the address', async () => {
  const here = await setting()
  const form = new FormData()
  form.set('file', new Blob([csv(line(1, { began: '31/02/2015' }))], { type: 'text/csv' }), 'last-year.csv')
  form.set('answers', JSON.stringify({ stopped: 'some', fixes: [{ row: 2, column: 'started_trading_date', value: '2015-02-28' }] }))
  const sent = new Response(form)
  const file = { bytes: new Uint8Array(await sent.arrayBuffer()), contentType: sent.headers.get('content-type') ?? '' }
  const result = await importing(here, { file, query })
  expect(result).toMatchObject({ ok: true, value: { body: { written: 1, errors: [], warnings: [] } } })
})

test('a form without a file, or with answers that make no sense, is refused', async () => {
  const here = await setting()
  const asForm = async (fields: Record<string, string | Blob>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const sent = new Response(form)
    return { bytes: new Uint8Array(await sent.arrayBuffer()), contentType: sent.headers.get('content-type') ?? '' }
  }
  const refused = { ok: false, refusal: { kind: 'not-understood' } }
  expect(await importing(here, { file: await asForm({ answers: '{}' }), query })).toMatchObject(refused)
  const file = new Blob([csv(line(1))])
  expect(await importing(here, { file: await asForm({ file, answers: '{' }), query })).toMatchObject(refused)
  expect(await importing(here, { file: await asForm({ file, answers: '{"stopped":"perhaps"}' }), query })).toMatchObject(refused)
})

test('only a lead or an administrator brings a file in', async () => {
  const here = await setting()
  const caller = { tid, oid: priya, name: 'Priya', administrator: false }
  const file = { bytes: new TextEncoder().encode(csv(line(1))), contentType: 'text/csv' }
  expect(await importing(here, { caller, file, query })).toMatchObject({
    ok: false,
    refusal: { kind: 'not-permitted', permission: 'import' },
  })
})

test('a row of somebody who is on record under another reference is brought in, with a warning that says which', async () => {
  const here = await setting()
  const head = 'No.,Name,Enquiry date,Contact name,Phone\n'
  await report(here, `${head}1,Moor Care,6/1/2014,Mary Lee,07700 900147`)
  const again = await report(
    here,
    `${head}1,Moor Care,6/1/2014,Mary Lee,07700 900147\n2,Moor,7/1/2014,Mary Lee,+44 7700 900147\n3,Quay,7/1/2014,Jo Roe,`,
  )
  // Row 2 is the record of that reference itself; row 4 has no number, and a name alone is no sign.
  expect(again.warnings.filter(({ kind }) => kind === 'maybe-same')).toMatchObject([
    { row: 3, column: 'Name', what: 'This may be the same person as 1, who is on record. If so, give this row that reference.' },
  ])
  expect(again).toMatchObject({ written: 2, errors: [] })
})

test('a row with several faults tells all of them, and none twice', async () => {
  const here = await setting()
  const head = 'ref,name,enquiry date,phone,set up date,legal form,grant,grant date,closed,people\n'
  const faults = async (row: string) => (await report(here, `${head}${row}`, { dryRun: true })).errors.map(({ column }) => column)
  // No such day, a day set up but no form, a grant without a day, and people that are no number.
  expect(new Set(await faults('1,Moor,6/1/2014,,7/1/2014,,£300,,31/2/2015,many'))).toEqual(
    new Set(['closed', 'people', 'legal form', 'grant date']),
  )
  // The day of the grant is there, though it cannot be read: that is one fault.
  expect(await faults('1,Moor,6/1/2014,,,,£300,31/2/2015,,')).toEqual(['grant date'])
})
