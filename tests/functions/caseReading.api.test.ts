import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import type { Entry } from '#domain/wireSchemas.ts'
import { caseSchema, factsSchema } from '#domain/wireSchemas.ts'
import { people } from '#local/people.ts'
import type { Answer, Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo, saidBy, startCasebook, today } from './casebook.ts'

type Case = z.output<typeof caseSchema>
type Timeline = z.output<typeof factsSchema>

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
})
afterAll(() => casebook.stop())

const read = (id: string, who: Who = 'catalyst'): Promise<Answer<Case>> => casebook.as(who).get<Case>(`programmes/${p}/cases/${id}`)
const entriesOf = async (id: string, who: Who = 'catalyst'): Promise<Entry[]> => {
  const { status, body } = await casebook.as(who).get<Timeline>(`programmes/${p}/cases/${id}/facts`)
  expect(status).toBe(200)
  expect(factsSchema.parse(body)).toEqual(body)
  return body.entries
}

const accepted: LooseCommand = { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' }
const began: LooseCommand = { kind: 'begin-trading', happenedOn: '2024-02-29' }
const visited: LooseCommand = { kind: 'log-contact', happenedOn: '2024-03-10', reached: true, channel: 'visit', note: 'They want a van.' }

describe('a case', () => {
  test('says where it stands, what comes next, and when its check-ins are', async () => {
    const { id, n } = await casebook.newCase(p, { area: 'coast' }, accepted, assignTo('catalyst'), began)
    const { body } = await read(id)
    expect(caseSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      id,
      n,
      programme: p,
      today: today(),
      area: 'coast',
      origin: 'new',
      catalyst: people.catalyst.oid,
      tradingFrom: '2024-02-29',
      person: { name: 'Harbour Help', contactName: null, phone: null, email: null, postcode: null },
      tracks: { support: { state: 'accepted', acceptedOn: '2024-01-15' }, trading: { state: 'trading', beganOn: '2024-02-29' } },
    })
    // 29 February 2024 and 6, 12 and 24 calendar months; where there is no 29th, the last day of the month.
    expect(body.checkIns.map(({ month, dueOn }) => [month, dueOn])).toEqual([
      [6, '2024-08-29'],
      [12, '2025-02-28'],
      [24, '2026-02-28'],
    ])
    expect(body.next).toEqual(body.nextSteps[0])
  })

  test('that began to trade without insurance says so, and is recorded all the same', async () => {
    const { id } = await casebook.newCase(p, {}, accepted, began)
    expect((await read(id)).body.warnings).toEqual([{ kind: 'trading-without-insurance', on: '2024-02-29' }])
  })

  test('is not sent again to who has it, and its ETag is what a command needs', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const etag = (await read(id)).headers.get('etag') ?? ''
    const path = `programmes/${p}/cases/${id}`
    expect((await casebook.as('catalyst').get(path, { 'if-none-match': etag })).status).toBe(304)
    const sent = await casebook.as('catalyst').post(`${path}/commands`, began, { 'if-match': etag, 'idempotency-key': randomUUID() })
    expect(sent.status).toBe(200)
    expect((await casebook.as('catalyst').get(path, { 'if-none-match': etag })).status).toBe(200)
  })

  test('read by a reviewer has no name and no person, and is not the version that a lead reads', async () => {
    const { id } = await casebook.newCase(p, { name: 'Wren and Daughters' })
    const { body, headers } = await read(id, 'reviewer')
    expect(body).toMatchObject({ name: null, person: null, reference: expect.any(String) })
    expect(JSON.stringify(body)).not.toContain('Wren')
    const asLead = await casebook.as('lead').get(`programmes/${p}/cases/${id}`, { 'if-none-match': headers.get('etag') ?? '' })
    expect(asLead).toMatchObject({ status: 200, body: { name: 'Wren and Daughters' } })
  })

  test.each([randomUUID(), 'nothing', '%7C', 'head', '00000000-0000-0000-0000-00000000000g'])('under the id %s is not there', async id => {
    expect(saidBy((await read(id)) as Answer<unknown>)).toMatchObject({ status: 404, kind: 'not-found' })
  })

  test('of another programme is not there', async () => {
    const { id } = await casebook.newCase(p)
    const elsewhere = await casebook.newProgramme()
    expect((await casebook.as('lead').get(`programmes/${elsewhere}/cases/${id}`)).status).toBe(404)
  })
})

describe('the timeline of a case', () => {
  test('holds every entry in the order of recording, with what was typed', async () => {
    const { id } = await casebook.newCase(p, { wants: 'Help with shopping' }, accepted, visited)
    const entries = await entriesOf(id)
    expect(entries.map(({ kind, happenedOn, text, counts }) => [kind, happenedOn, text, counts])).toEqual([
      ['enquired', '2024-01-08', 'Help with shopping', 'yes'],
      ['accepted', '2024-01-15', null, 'yes'],
      ['contact', '2024-03-10', 'They want a van.', 'yes'],
    ])
    for (const entry of entries) expect(entry).toMatchObject({ recordedBy: people.catalyst.oid, via: 'person' })
    const written = entries.map(({ recordedAt }) => recordedAt)
    expect(written).toEqual([...new Set(written)].sort())
  })

  test('keeps what was put right and what was taken back, and says so', async () => {
    const { id, facts } = await casebook.newCase(p, {}, accepted, began)
    const start = facts[0] ?? ''
    const put = await casebook
      .as('catalyst')
      .command(p, id, { kind: 'replace', of: start, reason: 'wrong-date', happenedOn: '2024-03-04', note: 'A typo' })
    const right = put.body.facts[0] ?? ''
    expect((await read(id)).body.tradingFrom).toBe('2024-03-04')
    expect((await entriesOf(id)).slice(2).map(({ kind, counts, of, happenedOn, text }) => [kind, counts, of, happenedOn, text])).toEqual([
      ['trading-began', 'replaced', null, '2024-02-29', null],
      ['replace', 'correction', start, '2024-03-04', 'A typo'],
    ])

    await casebook.as('catalyst').command(p, id, { kind: 'withdraw', of: right, reason: 'did-not-happen' })
    expect((await entriesOf(id)).slice(2).map(({ kind, counts, of }) => [kind, counts, of])).toEqual([
      ['trading-began', 'yes', null],
      ['replace', 'taken-back', start],
      ['withdraw', 'correction', right],
    ])
    // A correction that was taken back hides nothing.
    expect((await read(id)).body.tradingFrom).toBe('2024-02-29')
  })

  test.each(['reviewer', 'assessor', 'decider', 'payer', 'verifier'] as const)('shows the days to a %s, and not the words', async who => {
    const { id } = await casebook.newCase(p, { wants: 'Help with shopping' }, accepted, visited)
    const entries = await entriesOf(id, who)
    expect(entries.map(({ kind }) => kind)).toEqual(['enquired', 'accepted', 'contact'])
    expect(entries.map(({ text }) => text)).toEqual([null, null, null])
  })

  test('is not sent again to who has it, but what a lead has is not what a reviewer has', async () => {
    const { id } = await casebook.newCase(p, {}, visited)
    const path = `programmes/${p}/cases/${id}/facts`
    const known = { 'if-none-match': (await casebook.as('lead').get(path)).headers.get('etag') ?? '' }
    expect((await casebook.as('lead').get(path, known)).status).toBe(304)
    expect((await casebook.as('reviewer').get(path, known)).status).toBe(200)
  })
})
