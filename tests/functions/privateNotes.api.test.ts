import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenedNote, PrivateNotes } from '#domain/privateNoteSchemas.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import { people } from '#local/people.ts'
import type { Casebook, Who } from './casebook.ts'
import { newKey, saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
let p: string
let id: string
const words = 'The planted worry about Mrs Threadgold'

beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  id = (await casebook.newCase(p)).id
})
afterAll(() => casebook.stop())

const notes = () => `programmes/${p}/cases/${id}/private-notes`

/** The lead gives the programme a safeguarding number, from the range kept for fiction. */
async function giveNumber(): Promise<void> {
  const { body } = await casebook.as('lead').get<SettingsAnswer>(`programmes/${p}/settings`)
  const [newest] = body.versions
  if (!newest) throw new Error('there is a version')
  const { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names } = newest
  const settings = { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules }
  const numbered = { ...settings, names: { ...names, safeguardingPhone: '01632 960123' } }
  const sent = { effectiveFrom: '2024-01-01', settings: numbered }
  expect((await casebook.as('lead').put(`programmes/${p}/settings`, sent, { 'if-match': `"${body.version}"` })).status).toBe(200)
}

const write = (who: Who, text = words) => casebook.as(who).post<PrivateNotes>(notes(), { words: text }, newKey())
const list = async (who: Who) => (await casebook.as(who).get<PrivateNotes>(notes())).body
const open = (who: Who, note: string | undefined) => casebook.as(who).post<OpenedNote>(`${notes()}/${note}/opening`, {}, newKey())

/** Everything stored of the programme, as text, with the kind of its row. */
async function stored(): Promise<{ kind: string; text: string }[]> {
  const { TableClient } = await import('@azure/data-tables')
  const client = TableClient.fromConnectionString(casebook.connectionString, casebook.tableName, { allowInsecureConnection: true })
  const rows: { kind: string; text: string }[] = []
  for await (const entity of client.listEntities({ queryOptions: { filter: `PartitionKey eq '${p}'` } }))
    rows.push({ kind: (entity.rowKey ?? '').split('|')[0] ?? '', text: JSON.stringify(entity) })
  return rows
}

describe('a private note', () => {
  test('is not written while nobody knows whom to ring', async () => {
    expect(saidBy(await write('catalyst'))).toMatchObject({ status: 409, kind: 'no-safeguarding-number' })
  })

  test('is written by a worker under the number to ring first, and opened by its writer and the lead', async () => {
    await giveNumber()
    const { body, status } = await write('catalyst')
    expect(status).toBe(201)
    expect(body).toMatchObject({ safeguardingPhone: '01632 960123', notes: [{ writtenBy: people.catalyst.oid }] })
    expect((await open('catalyst', body.notes[0]?.id)).body).toMatchObject({ words })
    expect((await open('lead', body.notes[0]?.id)).body).toMatchObject({ words })
  })

  test('is not there for anyone else, who works with them or not', async () => {
    const [note] = (await list('lead')).notes
    expect((await list('second-catalyst')).notes).toEqual([])
    expect((await open('second-catalyst', note?.id)).status).toBe(404)
    for (const who of ['reviewer', 'decider', 'payer', 'assessor'] as const) expect((await casebook.as(who).get(notes())).status).toBe(403)
  })

  test('changes nothing that others see of the record', async () => {
    const before = await casebook.as('reviewer').get<{ n: number }>(`programmes/${p}/cases/${id}`)
    await write('catalyst', 'Another planted worry about Mrs Threadgold')
    expect((await casebook.as('reviewer').get<{ n: number }>(`programmes/${p}/cases/${id}`)).body.n).toBe(before.body.n)
  })

  test('stands in its own rows and nowhere else', async () => {
    const holding = (await stored()).filter(({ text }) => text.includes('Threadgold'))
    expect(new Set(holding.map(({ kind }) => kind))).toEqual(new Set(['privateNote']))
    for (const path of ['cases', `cases/${id}`, `cases/${id}/facts`])
      expect((await casebook.as('lead').get(`programmes/${p}/${path}`)).text).not.toContain('Threadgold')
  })

  test('each opening is on record: who, which note, and never its words', async () => {
    const opened = (await stored()).filter(({ kind, text }) => kind === 'access' && text.includes('private-note'))
    expect(opened).toHaveLength(2)
    expect(opened.every(({ text }) => !text.includes('worry'))).toBe(true)
  })

  test('in a meeting, where names are hidden, none is shown', async () => {
    expect((await casebook.as('lead').get(notes(), { 'x-names': 'hidden' })).status).toBe(403)
  })
})
