import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ticket } from '#domain/downloadSchemas.ts'
import { ticketSchema } from '#domain/downloadSchemas.ts'
import { noFilters } from '#domain/listQuestion.ts'
import type { CaseList } from '#domain/wireSchemas.ts'
import { people } from '#local/people.ts'
import type { AccessRow } from '#functions/store.ts'
import { tableStoreAt } from '#functions/tableStore.ts'
import { readWorkbook } from '#functions/workbook.ts'
import type { Casebook, Who } from './casebook.ts'
import { assignTo, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  await casebook.newCase(p, {
    name: '=HYPERLINK("x")',
    reference: 'A-1',
    area: 'north-moor',
    phone: '+44 7700 900147',
    postcode: 'ZZ1 1ZZ',
  })
  await casebook.newCase(p, { name: 'Harbour, Help', reference: 'B-2', area: 'coast' }, assignTo('partner-catalyst'))
  await casebook.newCase(p, { name: 'Zebra “Stripes”', reference: 'C-3', area: 'north-moor' }, assignTo('catalyst'))
})
afterAll(() => casebook.stop())

const all = { view: 'all', sort: { by: 'reference', down: false }, filters: noFilters }
type Wanted = { format?: string; question?: object; only?: string[] }
const ask = (who: Who, wanted: Wanted = {}, headers = {}) =>
  casebook.as(who).post<Ticket>(`programmes/${p}/downloads`, { of: 'cases', format: 'csv', question: all, ...wanted }, headers)
/** A browser that follows a link carries no token. */
const take = ({ path }: Ticket): Promise<Response> => fetch(`${casebook.address}${path}`)

/** The lines of a CSV file without quotes in quotes: enough for what is made here. */
async function csv(who: Who, wanted: Wanted = {}, headers = {}): Promise<{ heads: string[]; text: string; lines: string[] }> {
  const file = await take((await ask(who, wanted, headers)).body)
  expect(file.status).toBe(200)
  const text = await file.text()
  const [first = '', ...lines] = text.replace('\ufeff', '').trimEnd().split('\r\n')
  return { heads: first.split(','), text, lines }
}

async function accessRows(): Promise<AccessRow[]> {
  const rows: AccessRow[] = []
  for await (const page of tableStoreAt(casebook.connectionString, casebook.tableName).list(p, 'access'))
    rows.push(...page.map(({ row }) => row))
  return rows
}

describe('a file of the list', () => {
  test('holds every row that matches, in the order asked for, and the ticket says how many', async () => {
    const { body, status } = await ask('lead')
    expect(status).toBe(201)
    expect(ticketSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({ rows: 3, names: true })
    const { lines } = await csv('lead')
    expect(lines.map(line => line.split(',')[0])).toEqual(['A-1', 'B-2', 'C-3'])
    const turned = await csv('lead', { question: { ...all, sort: { by: 'reference', down: true } } })
    expect(turned.lines.map(line => line.split(',')[0])).toEqual(['C-3', 'B-2', 'A-1'])
  })

  test('holds what the filters let through, and of it only what was chosen', async () => {
    const { cases } = (await casebook.as('lead').get<CaseList>(`programmes/${p}/cases`)).body
    const north = { ...all, filters: { ...noFilters, area: ['north-moor'] } }
    const expected = cases.filter(({ area }) => area === 'north-moor')
    expect((await csv('lead', { question: north })).lines).toHaveLength(expected.length)
    const ids = cases.filter(({ reference }) => reference !== 'A-1').map(({ id }) => id)
    expect((await csv('lead', { question: north, only: ids })).lines.map(line => line.split(',')[0])).toEqual(['C-3'])
    expect((await csv('catalyst', { question: { ...all, view: 'mine' } })).lines.map(line => line.split(',')[0])).toEqual(['C-3'])
  })

  test('keeps a name that looks like a formula, and a phone with a plus, as text', async () => {
    const { text } = await csv('lead')
    expect(text).toContain('"\'=HYPERLINK(""x"")"')
    expect(text).toContain("'+44 7700 900147")
    expect(text).toContain('"Harbour, Help"')
  })

  test('names people to those who see names: a reviewer’s has references and no column for them', async () => {
    const lead = await csv('lead')
    expect(lead.heads).toEqual(expect.arrayContaining(['Name', 'Phone', 'Postcode', 'Catalyst']))
    const reviewer = await csv('reviewer')
    expect(reviewer.lines).toHaveLength(3)
    for (const word of ['Name', 'Phone', 'HYPERLINK', 'Harbour', 'Zebra', '900147', 'ZZ1']) expect(reviewer.text).not.toContain(word)
    expect((await ask('reviewer')).body.names).toBe(false)
  })

  test('in meeting view names nobody, whoever takes it', async () => {
    const { text } = await csv('lead', {}, { 'x-names': 'hidden' })
    for (const word of ['Name', 'HYPERLINK', 'Harbour', '900147']) expect(text).not.toContain(word)
  })

  test('of a partner holds their own only', async () => {
    expect((await csv('partner-catalyst')).lines.map(line => line.split(',')[0])).toEqual(['B-2'])
  })

  test('as a workbook has the same rows, text as text and days as days', async () => {
    const file = await take((await ask('lead', { format: 'xlsx' })).body)
    expect(file.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="enterprises-${today()}.xlsx"`)
    expect(file.headers.get('cache-control')).toBe('no-store')
    const book = await readWorkbook(new Uint8Array(await file.arrayBuffer()), { rows: 100, columns: 60 })
    if (!book.ok) throw new Error('the workbook cannot be read')
    const [heads, ...rows] = book.value.rows.map(({ cells }) => cells)
    const cell = (row: number, head: string) => rows[row]?.[heads?.indexOf(head) ?? -1]
    expect(rows).toHaveLength(3)
    expect(cell(0, 'Name')).toBe('=HYPERLINK("x")')
    expect(cell(0, 'Phone')).toBe('+44 7700 900147')
    expect(cell(0, 'Enquired')).toBe('2024-01-08')
    expect(cell(0, 'Area')).toBe('North Moor')
    expect(book.value.name).toBe('Enterprises')
  })
})

describe('a ticket', () => {
  test('is good once', async () => {
    const { body } = await ask('lead')
    expect((await take(body)).status).toBe(200)
    const again = await take(body)
    expect(again.status).toBe(404)
    expect(await again.json()).toMatchObject({ kind: 'ticket-gone' })
  })

  test('used by two at once gives one file', async () => {
    const { body } = await ask('lead')
    const statuses = await Promise.all([take(body), take(body), take(body)].map(async said => (await said).status))
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 404, 404])
  })

  test('of another programme, or made up, is none', async () => {
    const { path, ...rest } = (await ask('lead')).body
    const other = await casebook.newProgramme()
    expect((await take({ ...rest, path: path.replace(p, other) })).status).toBe(404)
    expect((await take({ ...rest, path: `/api/v1/downloads/${p}.${'x'.repeat(43)}` })).status).toBe(404)
    expect((await take({ ...rest, path: '/api/v1/downloads/x' })).status).toBe(404)
  })

  test('is for those who may: a funder and a decider take nothing away', async () => {
    expect(saidBy(await ask('funder'))).toMatchObject({ status: 403 })
    expect(saidBy(await ask('decider'))).toMatchObject({ status: 403 })
  })

  test('of one who has been taken out of the programme since is gone', async () => {
    const { body } = await ask('second-catalyst')
    await casebook.as('lead').put(`programmes/${p}/members/${people['second-catalyst'].oid}`, { roles: [] })
    expect((await take(body)).status).toBe(404)
  })
})

test('each file that is taken is on record: who, when, how many rows, which filters, and no name', async () => {
  const before = await accessRows()
  await ask('reviewer')
  expect(await accessRows()).toHaveLength(before.length)
  const question = { ...all, filters: { ...noFilters, area: ['north-moor'] } }
  await csv('reviewer', { question })
  const known = new Set(before.map(each => JSON.stringify(each)))
  const fresh = (await accessRows()).filter(each => !known.has(JSON.stringify(each)))
  expect(fresh).toEqual([
    {
      what: 'export',
      by: people.reviewer.oid,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      format: 'csv',
      rows: 2,
      names: false,
      question,
      chosen: false,
    },
  ])
  expect(JSON.stringify(await accessRows())).not.toMatch(/Harbour|Zebra|HYPERLINK|900147/)
})
