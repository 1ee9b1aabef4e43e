import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ticket } from '#domain/downloadSchemas.ts'
import { ticketSchema } from '#domain/downloadSchemas.ts'
import type { Pots, Publications } from '#domain/potSchemas.ts'
import { publicationsSchema } from '#domain/potSchemas.ts'
import { people, personIds } from '#local/people.ts'
import { tableStoreAt } from '#functions/tableStore.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import { readWorkbook } from '#functions/workbook.ts'
import type { Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo, newKey, saidBy, startCasebook } from './casebook.ts'
import { faultsOf } from '../domain/threeSixtySchema.ts'
import { fundBody } from './fundCases.ts'

let casebook: Casebook
let p: string
let pot: string

const publisher = { prefix: '360G-exampletown', orgId: 'GB-LAE-SOM', name: 'Exampletown Council' }

const ready = (form: 'sole_trader' | 'cic', more: object = {}): LooseCommand[] => [
  { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' },
  { kind: 'agree-idea', happenedOn: '2024-01-16' },
  { kind: 'constitute', happenedOn: '2024-01-20', form, ...more },
  { kind: 'see-check', happenedOn: '2024-01-20', check: 'public-liability', until: '2099-01-01' },
]

/** A grant of this much, as far as the decision on 1 March 2024; or paid on the 20th, under a reference of finance. */
async function grant(id: string, pence: number, reference?: string): Promise<void> {
  const send = async (who: Who, command: LooseCommand): Promise<void> => {
    const said = await casebook.as(who).command(p, id, command)
    expect(said.status).toBe(200)
  }
  await send('catalyst', {
    kind: 'recommend-grant',
    happenedOn: '2024-02-10',
    pot,
    pence,
    gap: 'meals',
    purpose: 'Boxes that Maisie picked',
    why: 'Nobody brings meals',
  })
  const { tracks } = (await casebook.as('lead').get<{ tracks: { grants: { grantId: string }[] } }>(`programmes/${p}/cases/${id}`)).body
  const grantId = tracks.grants[0]?.grantId ?? ''
  await send('decider', { kind: 'decide-grant', happenedOn: '2024-03-01', grantId, outcome: 'yes', pence, note: 'It is needed.' })
  if (reference === undefined) return
  await send('catalyst', { kind: 'offer-grant', happenedOn: '2024-03-02', grantId })
  await send('catalyst', { kind: 'accept-grant', happenedOn: '2024-03-05', grantId, confirmed: true })
  const account = { how: 'payee-check', checkedOn: '2024-03-19' }
  await send('payer', { kind: 'pay-grant', happenedOn: '2024-03-20', grantId, pence, reference, account })
}

beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  const made = await casebook.as('lead').post<Pots>(`programmes/${p}/pots`, fundBody(), newKey())
  pot = made.body.pots[0]?.id ?? ''
  const bakes = await casebook.newCase(
    p,
    { name: 'Harbour Bakes CIC', contactName: 'Maisie Cook', reference: 'B-2', area: 'coast' },
    ...ready('cic', { register: 'companies-house', identifier: '09876543' }),
  )
  await grant(bakes.id, 300_00, 'BACS-7')
  const willow = await casebook.newCase(p, { name: 'Willow Marsh', reference: 'A-1', area: 'north-moor' }, ...ready('sole_trader'))
  await grant(willow.id, 450_50)
  // Handed over after its grant, so that its entries are a partner's own.
  await casebook.as('lead').command(p, willow.id, assignTo('partner-catalyst', '2024-03-25'))
})
afterAll(() => casebook.stop())

const askFile = (who: Who, body: object, headers = {}, fund = pot) =>
  casebook.as(who).post<Ticket>(`programmes/${p}/pots/${fund}/files`, { format: 'csv', ...body }, headers)
const askList = (who: Who, body: object, headers = {}) =>
  casebook.as(who).post<Ticket>(`programmes/${p}/pots/${pot}/publications`, { format: 'csv', ...body }, headers)
/** A browser that follows a link carries no token. */
const take = ({ path }: Ticket): Promise<Response> => fetch(`${casebook.address}${path}`)

async function textOf(asked: ReturnType<typeof askFile>): Promise<string> {
  const file = await take((await asked).body)
  expect(file.status).toBe(200)
  return (await file.text()).replace('\ufeff', '')
}
/** The cells of each row under one head. */
const column = (text: string, head: string): (string | undefined)[] => {
  const [heads = [], ...rows] = parse(text)
  return rows.map(row => row[heads.indexOf(head)])
}

describe('the ledger as a file', () => {
  test('has every entry, oldest first, in pounds; the ticket says how many and that it names people', async () => {
    const asked = askFile('decider', { of: 'ledger' })
    expect(ticketSchema.parse((await asked).body)).toMatchObject({ rows: 4, names: true })
    const text = await textOf(asked)
    expect(column(text, 'Kind')).toEqual(['Put into the fund', 'Commitment', 'Payment', 'Commitment'])
    expect(column(text, 'Grant')).toEqual(['', 'G-0001', 'G-0001', 'G-0002'])
    expect(column(text, 'Name')).toEqual(['', 'Harbour Bakes CIC', 'Harbour Bakes CIC', 'Willow Marsh'])
    // £20,000 less £300, and less £450.50.
    expect(column(text, 'Available after, £')).toEqual(['20000', '19700', '19700', '19249.5'])
    expect(column(text, 'Payment reference')).toEqual(['', '', 'BACS-7', ''])
    expect(column(text, 'Recorded by')).toEqual(['Lead', 'Decider', 'Payer', 'Decider'])
  })

  test('has of it only the entries that were found', async () => {
    expect(column(await textOf(askFile('lead', { of: 'ledger', only: [3] })), 'Kind')).toEqual(['Payment'])
  })

  test('has no names for a reviewer, nor for anybody in meeting view', async () => {
    for (const asked of [askFile('reviewer', { of: 'ledger' }), askFile('lead', { of: 'ledger' }, { 'x-names': 'hidden' })]) {
      expect((await asked).body.names).toBe(false)
      const text = await textOf(asked)
      expect(text).not.toMatch(/Willow|Harbour/)
      expect(column(text, 'Reference')).toEqual(['', 'B-2', 'B-2', 'A-1'])
    }
  })

  test('of a partner has the entries of their own enterprises', async () => {
    expect(column(await textOf(askFile('partner-catalyst', { of: 'ledger' })), 'Grant')).toEqual(['G-0002'])
  })

  test('is a workbook as well, with days as days', async () => {
    const file = await take((await askFile('payer', { of: 'ledger', format: 'xlsx' })).body)
    expect(file.headers.get('content-disposition')).toMatch(/filename="ledger-\d{4}-\d\d-\d\d\.xlsx"/)
    const book = await readWorkbook(new Uint8Array(await file.arrayBuffer()), { rows: 100, columns: 60 })
    if (!book.ok) throw new Error('the workbook cannot be read')
    const [heads = [], ...rows] = book.value.rows.map(({ cells }) => cells)
    expect(rows[3]?.[heads.indexOf('Day')]).toBe('2024-03-01')
    expect(rows[3]?.[heads.indexOf('Set aside, £')]).toBe('450.5')
  })

  test('is not there where the fund is not, or is of another programme', async () => {
    expect((await askFile('lead', { of: 'ledger' }, {}, '0e0e0e0e-2222-4333-8444-555566667777')).status).toBe(404)
    const other = await casebook.newProgramme()
    expect((await casebook.as('lead').post(`programmes/${other}/pots/${pot}/files`, { of: 'ledger', format: 'csv' })).status).toBe(404)
  })
})

describe('what was set aside and not paid', () => {
  test('at a year end has the grants that were decided by then and not paid', async () => {
    const text = await textOf(askFile('payer', { of: 'year-end', asAt: '2024-03-31' }))
    expect(column(text, 'Grant')).toEqual(['G-0002'])
    expect(column(text, 'Not paid yet, £')).toEqual(['450.5'])
    expect(column(text, 'Cost code')).toEqual(['ASC-4410'])
    // Before the payment of 20 March both were set aside; before the decisions none was.
    expect(column(await textOf(askFile('payer', { of: 'year-end', asAt: '2024-03-10' })), 'Grant')).toEqual(['G-0001', 'G-0002'])
    expect(column(await textOf(askFile('payer', { of: 'year-end', asAt: '2024-02-29' })), 'Grant')).toEqual([])
  })

  test('on a day to come is not known', async () => {
    expect(saidBy(await askFile('payer', { of: 'year-end', asAt: '2099-03-31' }))).toMatchObject({ kind: 'asked-of-the-future' })
  })
})

describe('the published lists', () => {
  const publications = async (question = ''): Promise<Publications> => {
    const { body, status } = await casebook.as('decider').get<Publications>(`programmes/${p}/pots/${pot}/publications${question}`)
    expect(status).toBe(200)
    return publicationsSchema.parse(body)
  }
  /** What was granted, in pence, by parts of a list. */
  const sums = ({ listed, leftOut }: Publications['transparency']) => [listed, ...leftOut].map(each => each.awardedPence)

  test('say who is left out and why, and tie to the register to the penny', async () => {
    const { register, transparency, threeSixty } = await publications()
    expect(register).toEqual({ grants: 2, awardedPence: 750_50, paidPence: 300_00 })
    expect(transparency.listed).toEqual({ grants: 1, awardedPence: 300_00, paidPence: 300_00 })
    expect(transparency.leftOut).toEqual([{ why: 'individual', grants: 1, awardedPence: 450_50, paidPence: 0 }])
    expect(sums(transparency).reduce((sum, each) => sum + each, 0)).toBe(register.awardedPence)
    expect(threeSixty).toBeNull()
  })

  test('are those of any day: nothing before the decision on 1 March 2024, and nothing paid before the 20th', async () => {
    expect((await publications('?asAt=2024-02-29')).register.grants).toBe(0)
    const unpaid = await publications('?asAt=2024-03-19')
    expect(unpaid).toMatchObject({ asAt: '2024-03-19', register: { grants: 2, awardedPence: 750_50, paidPence: 0 } })
    const file = (asAt: string) => textOf(askList('payer', { of: 'register', asAt, knownAt: unpaid.knownAt }))
    expect((await file('2024-02-29')).trim().split('\n')).toHaveLength(1)
    expect((await file('2024-03-19')).trim().split('\n')).toHaveLength(3)
    expect(saidBy(await askList('payer', { of: 'register', asAt: '2099-01-01' }))).toMatchObject({ kind: 'asked-of-the-future' })
  })

  test('by the 360Giving standard wait until somebody says who publishes', async () => {
    expect(saidBy(await askList('decider', { of: 'three-sixty' }))).toEqual({
      status: 422,
      kind: 'no-publisher',
      detail: 'Say in the fund first who publishes its grants.',
    })
  })

  test('by the 360Giving standard hold people as individuals: no name, and nothing that was typed', async () => {
    const changed = await casebook
      .as('lead')
      .put(`programmes/${p}/pots/${pot}`, { ...fundBody(), publisher }, { ...newKey(), 'if-match': '"1"' })
    expect(changed.status).toBe(200)
    const { threeSixty, register } = await publications()
    expect(threeSixty && sums(threeSixty).reduce((sum, each) => sum + each, 0)).toBe(register.awardedPence)
    const file = await take((await askList('payer', { of: 'three-sixty', format: 'json' })).body)
    expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const text = await file.text()
    const { version, grants } = JSON.parse(text) as { version: string; grants: Record<string, unknown>[] }
    expect(version).toBe('1.4')
    expect(grants).toHaveLength(2)
    expect(grants.map(each => ('recipientIndividual' in each ? each['recipientIndividual'] : each['recipientOrganization']))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Individual Recipient' }),
        [expect.objectContaining({ id: 'GB-COH-09876543', name: 'Harbour Bakes CIC' })],
      ]),
    )
    expect(text).not.toMatch(/Willow|Maisie|A-1|G-000/)
    expect(await textOf(askList('payer', { of: 'three-sixty' }))).not.toMatch(/Willow|Maisie|A-1|G-000/)
  })

  test('say where by the code of an area, once it has one; asked twice they are the same bytes', async () => {
    expect((await publications()).threeSixty?.withoutPlace).toEqual({ grants: 2, areas: ['coast', 'north-moor'] })
    const { version, versions } = (await casebook.as('lead').get<SettingsAnswer>(`programmes/${p}/settings`)).body
    const [newest] = versions
    if (!newest) throw new Error('there is a version')
    const { version: _, effectiveFrom: __, recordedAt: ___, recordedBy: ____, ...settings } = newest
    const save = (geoCode: string) => {
      const rules = { ...settings.rules, places: [{ area: 'north-moor', geoCode }] }
      const sent = { effectiveFrom: '2020-01-01', settings: { ...settings, rules } }
      return casebook.as('lead').put(`programmes/${p}/settings`, sent, { 'if-match': `"${version}"` })
    }
    for (const geoCode of ['E01029999', 'E02006999', 'BA6 9EL', 'e05000001']) expect((await save(geoCode)).status).toBe(400)
    expect((await save('E05000001')).status).toBe(200)
    expect((await publications()).threeSixty?.withoutPlace).toEqual({ grants: 1, areas: ['coast'] })
    const ask = () => textOf(askList('payer', { of: 'three-sixty', format: 'json' }))
    const text = await ask()
    expect(text).toMatch(/"geoCode": "E05000001",\s+"geoCodeType": "WD"/)
    expect(faultsOf(JSON.parse(text))).toEqual([])
    expect(await ask()).toBe(text)
  })

  test('by the Transparency Code hold no person; the register has both, and no person’s name', async () => {
    const list = await textOf(askList('lead', { of: 'transparency' }))
    expect(column(list, 'Beneficiary')).toEqual(['Harbour Bakes CIC'])
    const register = await textOf(askList('lead', { of: 'register' }))
    expect(column(register, 'Grant')).toEqual(['G-0001', 'G-0002'])
    expect(column(register, 'Awarded, £')).toEqual(['300', '450.5'])
    for (const text of [list, register]) expect(text).not.toMatch(/Willow|Maisie/)
  })
})

describe('who may', () => {
  const readers = ['administrator', 'lead', 'catalyst', 'second-catalyst', 'partner-catalyst', 'reviewer', 'assessor', 'decider', 'payer']
  const everyReader = [...readers, 'verifier']
  const publishers = ['administrator', 'lead', 'decider', 'payer']
  const allowed = async (ask: (who: Who) => Promise<{ status: number }>): Promise<string[]> => {
    const said = await Promise.all(personIds.map(async who => [who, (await ask(who)).status] as const))
    expect(said.filter(([, status]) => ![200, 201, 403].includes(status))).toEqual([])
    return said.flatMap(([who, status]) => (status === 403 ? [] : [who]))
  }

  test('takes away what they may read', async () => {
    expect(await allowed(who => askFile(who, { of: 'ledger' }))).toEqual(everyReader)
    expect(await allowed(who => askFile(who, { of: 'year-end', asAt: '2024-03-31' }))).toEqual(everyReader)
  })

  test('takes away the published lists is who publishes', async () => {
    expect(await allowed(who => askList(who, { of: 'register' }))).toEqual(publishers)
    expect(await allowed(who => casebook.as(who).get(`programmes/${p}/pots/${pot}/publications`))).toEqual(publishers)
  })

  test('a list is not to be had by the way of the files, nor a file by the way of the lists', async () => {
    expect((await askFile('reviewer', { of: 'register' })).status).toBe(400)
    expect((await askList('lead', { of: 'ledger' })).status).toBe(400)
    expect((await casebook.as('reviewer').post(`programmes/${p}/downloads`, { of: 'register', format: 'csv', pot })).status).toBe(400)
  })

  test('strangers and those of another tenant find nothing there, and nobody without a token', async () => {
    expect((await askFile('stranger', { of: 'ledger' })).status).toBe(404)
    expect((await askFile('foreign-administrator', { of: 'ledger' })).status).toBe(404)
    expect((await askFile('nobody', { of: 'ledger' })).status).toBe(401)
  })

  test('one who has lost the role since has no file', async () => {
    const { body } = await askList('payer', { of: 'register' })
    await casebook.as('lead').put(`programmes/${p}/members/${people.payer.oid}`, { roles: ['reviewer'] })
    expect((await take(body)).status).toBe(404)
    await casebook.as('lead').put(`programmes/${p}/members/${people.payer.oid}`, { roles: ['payer'], label: 'Payer' })
  })
})

test('each file that is taken is on record: who, when, of which fund, how many rows, and no word', async () => {
  const taken = async (): Promise<string[]> => {
    const rows: string[] = []
    for await (const page of tableStoreAt(casebook.connectionString, casebook.tableName).list(p, 'access'))
      rows.push(...page.map(({ row }) => JSON.stringify(row)))
    return rows
  }
  const before = new Set(await taken())
  await textOf(askFile('verifier', { of: 'ledger', only: [2, 3] }))
  await textOf(askList('decider', { of: 'transparency' }))
  const fresh = (await taken()).filter(row => !before.has(row)).map(row => JSON.parse(row) as Record<string, unknown>)
  expect(fresh.sort((a, b) => Number(b['rows']) - Number(a['rows']))).toMatchObject([
    { what: 'export', by: people.verifier.oid, format: 'csv', rows: 2, names: true, fund: pot, of: 'ledger', chosen: true },
    { what: 'export', by: people.decider.oid, format: 'csv', rows: 1, names: true, fund: pot, of: 'transparency', chosen: false },
  ])
  expect(JSON.stringify(await taken())).not.toMatch(/Willow|Harbour|Maisie/)
})
