import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Duplicates, RecordedAnswer } from '#domain/wireSchemas.ts'
import type { Casebook, Who } from './casebook.ts'
import { assignTo, daysOn, newKey, saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

type Detail = { n: number; name: string | null; person: unknown }
const read = async (p: string, id: string) => (await casebook.as('catalyst').get<Detail>(`programmes/${p}/cases/${id}`)).body

const change = (p: string, id: string, body: object, n: number, who: Who = 'catalyst', key = newKey()) =>
  casebook.as(who).put<RecordedAnswer>(`programmes/${p}/cases/${id}/person`, body, { 'if-match': `"${n}"`, ...key })
const found = async (p: string, body: object) =>
  (await casebook.as('catalyst').post<Duplicates>(`programmes/${p}/cases/duplicates`, body)).body.maybeSame.map(({ id }) => id)

describe('A person’s details', () => {
  test('are changed whole: what is left out is blank, and the list shows the new name', async () => {
    const p = await casebook.newProgramme()
    const { id, n } = await casebook.newCase(p, { name: 'Mary Lee', phone: '07700 900123', email: 'mary@example.org' })
    const said = await change(p, id, { name: 'Mary Lee-Poe', contactName: 'Mary', phone: '01632 960001' }, n)
    expect(said.status).toBe(200)
    expect(said.body).toMatchObject({ id, n: n + 1, facts: [] })
    expect(await read(p, id)).toMatchObject({
      n: n + 1,
      name: 'Mary Lee-Poe',
      person: { name: 'Mary Lee-Poe', contactName: 'Mary', phone: '01632 960001', email: null, postcode: null },
    })
    const { body } = await casebook.as('lead').get<{ cases: { name: string }[] }>(`programmes/${p}/cases`)
    expect(body.cases.map(({ name }) => name)).toEqual(['Mary Lee-Poe'])
  })

  test('are found by from then on, and no longer by what they were', async () => {
    const p = await casebook.newProgramme()
    const { id, n } = await casebook.newCase(p, { name: 'Mary Lee', phone: '07700 900123', postcode: 'TA6 3XX' })
    await change(p, id, { name: 'Mary Lee', phone: '01632 960001', postcode: 'TA6 3XX' }, n)
    expect(await found(p, { phone: '07700 900123' })).toEqual([])
    expect(await found(p, { phone: '01632 960001' })).toEqual([id])
    expect(await found(p, { name: 'M Lee', postcode: 'TA6 3XX' })).toEqual([id])
  })

  test('are no entry of the timeline, and what open to-dos say stays', async () => {
    const p = await casebook.newProgramme()
    const { id, n } = await casebook.newCase(p, { name: 'Mary Lee', next: { dueOn: daysOn(60), words: 'Ring her' } })
    await change(p, id, { name: 'Mary Poe' }, n)
    const { body } = await casebook
      .as('catalyst')
      .get<{ entries: { kind: string; text: string | null }[] }>(`programmes/${p}/cases/${id}/facts`)
    expect(body.entries.map(({ kind }) => kind)).toEqual(['enquired', 'task-set'])
    expect(JSON.stringify(body)).not.toContain('Poe')
    expect(body.entries[1]?.text).toBe('Ring her')
  })

  test('changed by someone else meanwhile are not written over: 412, with what was recorded since', async () => {
    const p = await casebook.newProgramme()
    const { id, n } = await casebook.newCase(p, { name: 'Mary Lee' })
    await casebook.as('catalyst').command(p, id, { kind: 'tell-privacy', happenedOn: '2024-01-09', how: 'by-phone' })
    const said = await change(p, id, { name: 'Mary Poe' }, n)
    expect(saidBy(said)).toMatchObject({ status: 412, kind: 'changed-since-read' })
    expect(said.body).toMatchObject({ n: n + 1, entries: [{ kind: 'told-privacy' }] })
    expect(await read(p, id)).toMatchObject({ name: 'Mary Lee' })
  })

  test('sent twice under one key are changed once', async () => {
    const p = await casebook.newProgramme()
    const { id, n } = await casebook.newCase(p, { name: 'Mary Lee' })
    const key = newKey()
    const [one, other] = [
      await change(p, id, { name: 'Mary Poe' }, n, 'lead', key),
      await change(p, id, { name: 'Mary Poe' }, n, 'lead', key),
    ]
    expect(other.body).toEqual(one.body)
    expect((await read(p, id)).n).toBe(n + 1)
  })

  test('without a number, a key or a name are refused', async () => {
    const p = await casebook.newProgramme()
    const { id, n } = await casebook.newCase(p, { name: 'Mary Lee' })
    const put = casebook.as('catalyst').put
    const path = `programmes/${p}/cases/${id}/person`
    expect(saidBy(await put(path, { name: 'Mary Poe' }, newKey()))).toMatchObject({ status: 428, kind: 'if-match-missing' })
    expect(saidBy(await put(path, { name: 'Mary Poe' }, { 'if-match': `"${n}"` }))).toMatchObject({ status: 428 })
    expect(saidBy(await change(p, id, { name: ' ' }, n))).toMatchObject({ status: 400 })
  })

  test('of their own records a partner may change, of others they are not there; who only reads may not', async () => {
    const p = await casebook.newProgramme()
    const ours = await casebook.newCase(p, { name: 'Mary Lee' })
    const theirs = await casebook.newCase(p, { name: 'Ann Poe' }, assignTo('partner-catalyst'))
    expect(saidBy(await change(p, ours.id, { name: 'X' }, ours.n, 'partner-catalyst'))).toMatchObject({ status: 404 })
    expect((await change(p, theirs.id, { name: 'Ann Roe' }, theirs.n, 'partner-catalyst')).status).toBe(200)
    expect(saidBy(await change(p, ours.id, { name: 'X' }, ours.n, 'reviewer'))).toMatchObject({ status: 403, kind: 'not-permitted' })
  })
})
