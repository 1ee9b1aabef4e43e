import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ticket } from '#domain/downloadSchemas.ts'
import type { Pots, Publications, YearEnd } from '#domain/potSchemas.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import { readWorkbook } from '#functions/workbook.ts'
import { faultsOf } from '../domain/threeSixtySchema.ts'
import type { Casebook, LooseCommand } from './casebook.ts'
import { newKey, saidBy, startCasebook } from './casebook.ts'
import { fundBody, grantsOf, makeFund, ready, recommendation } from './fundCases.ts'

/** Texts that a spreadsheet would run, wherever somebody may type one that a file has. */
const formulas = {
  body: '=HYPERLINK("https://example.org","Willow") CIC',
  area: '+North Moor',
  fund: '-Start-up grants',
  department: '@Adult social care',
  council: '=1+1 Council',
} as const
const publisher = { prefix: '360G-exampletown', orgId: 'GB-LAE-SOM', name: formulas.council }

/** What is typed of a person, and must be in no published file. */
const planted = { person: 'Philippa Quince', phone: '01632 960123', purpose: 'A hoist for Quince Cottage', why: 'Mrs Quince asked' }

let casebook: Casebook
let p: string
let pot: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  pot = await makeFund(casebook, p, { name: formulas.fund, department: formulas.department, publisher })
  await renameArea('north-moor', formulas.area)
  await granted({ name: formulas.body, contactName: planted.person, area: 'north-moor' }, cic('09876543'))
  await granted({ name: planted.person, phone: planted.phone, area: 'north-moor' })
})
afterAll(() => casebook.stop())

const cic = (identifier: string): LooseCommand => ({
  kind: 'constitute',
  happenedOn: '2024-01-20',
  form: 'cic',
  register: 'companies-house',
  identifier,
})

async function renameArea(area: string, name: string): Promise<void> {
  const { version, versions } = (await casebook.as('lead').get<SettingsAnswer>(`programmes/${p}/settings`)).body
  const [newest] = versions
  if (!newest) throw new Error('there is a version')
  const { version: _, effectiveFrom: __, recordedAt: ___, recordedBy: ____, ...settings } = newest
  const names = { ...settings.names, areas: { ...settings.names.areas, [area]: name } }
  const rules = { ...settings.rules, places: [{ area, geoCode: 'E06000066' }] }
  const sent = { effectiveFrom: '2020-01-01', settings: { ...settings, rules, names } }
  expect((await casebook.as('lead').put(`programmes/${p}/settings`, sent, { 'if-match': `"${version}"` })).status).toBe(200)
}

/** £450 granted on 8 February 2024 and not paid. */
async function granted(said: object, form?: LooseCommand): Promise<void> {
  const steps = ready.map(step => (form && step.kind === 'constitute' ? form : step))
  const asked = { ...recommendation(pot, 450_00), purpose: planted.purpose, why: planted.why }
  const { id } = await casebook.newCase(p, said, ...steps, asked)
  const [grant] = await grantsOf(casebook, p, id)
  const decision = { happenedOn: '2024-02-08', grantId: grant?.grantId ?? '', outcome: 'yes', pence: 450_00, note: planted.why }
  expect((await casebook.as('decider').command(p, id, { kind: 'decide-grant', ...decision })).status).toBe(200)
}

const ask = (asked: object, fund = pot) => casebook.as('lead').post<Ticket>(`programmes/${p}/pots/${fund}/publications`, asked)
async function bytesOf(asked: object): Promise<Uint8Array> {
  const file = await fetch(`${casebook.address}${(await ask(asked)).body.path}`)
  expect(file.status).toBe(200)
  return new Uint8Array(await file.arrayBuffer())
}
const textOf = async (asked: object): Promise<string> => new TextDecoder().decode(await bytesOf(asked))
const cellsIn = (csv: string): string[] => parse(csv.replace('\ufeff', '')).flat()

describe('a text that a spreadsheet would run', () => {
  test('is kept from it in each published CSV', async () => {
    const cells = [
      ...cellsIn(await textOf({ of: 'three-sixty', format: 'csv' })),
      ...cellsIn(await textOf({ of: 'transparency', format: 'csv' })),
      ...cellsIn(await textOf({ of: 'register', format: 'csv' })),
    ]
    expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    for (const formula of Object.values(formulas)) expect(cells).toContain(`'${formula}`)
  })

  test('is a text in the workbook, and in the JSON it is as it was typed', async () => {
    const book = await readWorkbook(await bytesOf({ of: 'register', format: 'xlsx' }), { rows: 100, columns: 60 })
    if (!book.ok) throw new Error('the workbook cannot be read')
    expect(book.value.rows.flatMap(({ cells }) => cells)).toContain(formulas.body)
    const json: unknown = JSON.parse(await textOf({ of: 'three-sixty', format: 'json' }))
    expect(faultsOf(json)).toEqual([])
    expect(JSON.stringify(json)).toContain(JSON.stringify(formulas.body))
  })
})

test('what is known of a person, and what was typed about a grant, is in no published file', async () => {
  for (const asked of [
    { of: 'three-sixty', format: 'json' },
    { of: 'three-sixty', format: 'csv' },
    { of: 'transparency', format: 'csv' },
    { of: 'register', format: 'csv' },
  ])
    expect(await textOf(asked)).not.toMatch(/Quince|960123|hoist/)
})

test('what is committed today by cost code is what the fund has set aside, to the penny', async () => {
  const { body } = await casebook.as('payer').get<YearEnd>(`programmes/${p}/pots/${pot}/year-end`)
  const { pots } = (await casebook.as('payer').get<Pots>(`programmes/${p}/pots`)).body
  // Two of £450.
  expect([body.totalPence, pots.find(({ id }) => id === pot)?.balance.setAside]).toEqual([900_00, 900_00])
})

describe('an empty fund', () => {
  test('has lists of nothing that tie to a register of nothing; no package is made of it', async () => {
    const empty = await makeFund(casebook, p, { name: 'Winter fund', publisher })
    const nothing = { grants: 0, awardedPence: 0, paidPence: 0 }
    const none = { listed: nothing, leftOut: [], register: nothing }
    const { body } = await casebook.as('lead').get<Publications>(`programmes/${p}/pots/${empty}/publications`)
    expect(body).toMatchObject({ register: nothing, transparency: none, threeSixty: { ...none, withoutPlace: { grants: 0, areas: [] } } })
    for (const format of ['json', 'csv'])
      expect(saidBy(await ask({ of: 'three-sixty', format }, empty))).toMatchObject({ status: 422, kind: 'nothing-to-publish' })
    for (const of of ['transparency', 'register'])
      expect((await ask({ of, format: 'csv' }, empty)).body).toMatchObject({ rows: 0, names: false })
    expect((await casebook.as('payer').get<YearEnd>(`programmes/${p}/pots/${empty}/year-end`)).body).toMatchObject({
      rows: [],
      totalPence: 0,
    })
  })
})

describe('wrong input', () => {
  test.each<[string, object]>([
    ['a list that there is not', { of: 'everything', format: 'csv' }],
    ['the package of the standard as a workbook', { of: 'three-sixty', format: 'xlsx' }],
    ['the register as JSON', { of: 'register', format: 'json' }],
    ['the transparency list as JSON', { of: 'transparency', format: 'json' }],
    ['no format', { of: 'register' }],
    ['a question that a list does not take', { of: 'register', format: 'csv', only: [1] }],
  ])('%s is refused', async (_, asked) => {
    expect((await ask(asked)).status).toBe(400)
  })

  test.each<[string, object]>([
    ['a prefix that 360Giving did not give', { prefix: 'exampletown' }],
    ['a prefix with a slash', { prefix: '360G-example/town' }],
    ['a number that is of no list', { orgId: 'SOM' }],
    ['no name', { name: ' ' }],
  ])('a publisher with %s is refused', async (_, wrong) => {
    const body = fundBody({ name: 'Summer fund', publisher: { ...publisher, ...wrong } })
    expect((await casebook.as('lead').post(`programmes/${p}/pots`, body, newKey())).status).toBe(400)
  })
})

test('a body that is called after its contact has no name there, and the same question has the same bytes when more was granted since', async () => {
  await granted({ name: 'Marsh Rowan Care CIC', contactName: 'Rowan Marsh', area: 'north-moor' }, cic('09876542'))
  const { knownAt, asAt } = (await casebook.as('lead').get<Publications>(`programmes/${p}/pots/${pot}/publications`)).body
  const files = [
    { of: 'three-sixty', format: 'json', asAt, knownAt },
    { of: 'transparency', format: 'csv', asAt, knownAt },
    { of: 'register', format: 'csv', asAt, knownAt },
  ]
  const before = await Promise.all(files.map(textOf))
  expect(before.join(' ')).not.toMatch(/Rowan|Marsh/)
  await granted({ name: 'Alder Meals CIC', contactName: 'Rowan Marsh', area: 'north-moor' }, cic('09876541'))
  expect(await Promise.all(files.map(textOf))).toEqual(before)
  const now = await textOf({ of: 'register', format: 'csv' })
  expect(now).toContain('Alder Meals CIC')
  expect(now).not.toMatch(/Rowan|Marsh/)
})
