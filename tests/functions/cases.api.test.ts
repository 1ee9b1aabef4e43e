import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseList } from '#domain/wireSchemas.ts'
import { caseListSchema } from '#domain/wireSchemas.ts'
import { people } from '#local/people.ts'
import type { Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const listed = async (p: string, query = '', who: Who = 'lead'): Promise<CaseList> => {
  const { status, body } = await casebook.as(who).get<CaseList>(`programmes/${p}/cases${query}`)
  expect(status).toBe(200)
  return body
}

describe('the list', () => {
  test('has the form that is promised, and rests on the newest number', async () => {
    const p = await casebook.newProgramme()
    const { n } = await casebook.newCase(p, {}, { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' })
    const body = await listed(p)
    expect(caseListSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({ programme: p, through: n, today: today(), total: 1, next: null })
  })

  test('is not sent again to who has it, until something is recorded', async () => {
    const p = await casebook.newProgramme()
    await casebook.newCase(p)
    const path = `programmes/${p}/cases`
    const first = await casebook.as('lead').get(path)
    const known = { 'if-none-match': first.headers.get('etag') ?? '' }
    const again = await casebook.as('lead').get(path, known)
    expect(again).toMatchObject({ status: 304, body: undefined })
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
    await casebook.newCase(p)
    expect(await casebook.as('lead').get(path, known)).toMatchObject({ status: 200, body: { total: 2 } })
  })

  test('shows no names to a reviewer, nor an order by them, and is not the same version', async () => {
    const p = await casebook.newProgramme()
    await casebook.newCase(p, { name: 'Zebra', reference: 'A-1' })
    await casebook.newCase(p, { name: 'Aardvark', reference: 'B-2' })
    const [asLead, asReviewer] = [await listed(p, '?sort=name'), await listed(p, '?sort=name', 'reviewer')]
    expect(asLead.cases.map(({ name }) => name)).toEqual(['Aardvark', 'Zebra'])
    expect(asReviewer.cases.map(({ name, reference }) => [name, reference])).toEqual([
      [null, 'A-1'],
      [null, 'B-2'],
    ])
    const path = `programmes/${p}/cases`
    const known = { 'if-none-match': (await casebook.as('lead').get(path)).headers.get('etag') ?? '' }
    expect((await casebook.as('reviewer').get(path, known)).status).toBe(200)
  })

  test('is chosen by area, by form and by where they stand', async () => {
    const p = await casebook.newProgramme()
    const accept: LooseCommand = { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' }
    await casebook.newCase(p, { area: 'coast', reference: 'A' }, accept, { kind: 'choose-form', happenedOn: '2024-02-01', form: 'cic' })
    await casebook.newCase(p, { area: 'north-moor', reference: 'B' }, accept)
    await casebook.newCase(p, { reference: 'C' })
    const references = async (query: string): Promise<string[]> => (await listed(p, query)).cases.map(({ reference }) => reference)
    expect(await references('?sort=reference')).toEqual(['A', 'B', 'C'])
    expect(await references('?area=coast')).toEqual(['A'])
    expect(await references('?form=cic')).toEqual(['A'])
    expect(await references('?standing=enquiry')).toEqual(['C'])
    expect(await references('?standing=supported&area=north-moor')).toEqual(['B'])
    expect(saidBy(await casebook.as('lead').get(`programmes/${p}/cases?standing=famous`))).toMatchObject({ status: 400 })
    expect(saidBy(await casebook.as('lead').get(`programmes/${p}/cases?search=harbour`))).toMatchObject({ status: 400 })
  })

  test.each(['next', 'reference', 'name', 'enquired'])(
    'by %s, page by page, shows every case once while others are recorded between pages',
    async sort => {
      const p = await casebook.newProgramme()
      const days = ['2024-03-01', '2024-01-01', '2024-02-01']
      const first = new Set<string>()
      for (let at = 0; at < 9; at++) {
        const made = await casebook.newCase(p, { name: `Enterprise ${at % 4}`, reference: `R-${at}`, happenedOn: days[at % 3] ?? '' })
        first.add(made.id)
      }
      const seen: string[] = []
      let cursor = ''
      for (let page = 0; page < 20; page++) {
        const { cases, next } = await listed(p, `?sort=${sort}&limit=2${cursor}`)
        expect(cases.length).toBeLessThanOrEqual(2)
        seen.push(...cases.map(({ id }) => id))
        if (next === null) break
        cursor = `&cursor=${encodeURIComponent(next)}`
        await casebook.newCase(p, { name: `Later ${page}`, happenedOn: '2024-01-15', reference: `${page % 2 ? 'A' : 'Z'}-${page}` })
      }
      expect(seen.filter(id => first.has(id)).sort()).toEqual([...first].sort())
      expect(new Set(seen).size).toBe(seen.length)
    },
  )

  test('says nothing in a cursor, and takes none that it did not give', async () => {
    const p = await casebook.newProgramme()
    for (const name of ['Aardvark', 'Badger', 'Civet']) await casebook.newCase(p, { name })
    const { next } = await listed(p, '?sort=name&limit=1')
    const bytes = Buffer.from(next ?? '', 'base64url')
    expect(bytes.toString('latin1')).not.toContain('ardvark')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const forged = [bytes.toString('base64url'), 'abc', Buffer.from(JSON.stringify(['a', randomUUID()])).toString('base64url')]
    for (const cursor of forged) {
      expect(saidBy(await casebook.as('lead').get(`programmes/${p}/cases?limit=1&cursor=${cursor}`))).toEqual({
        status: 400,
        kind: 'no-such-cursor',
        detail: 'This page of the list is no longer there. Begin again at the first.',
      })
    }
    for (const limit of ['0', '501', '1.5', 'all'])
      expect(saidBy(await casebook.as('lead').get(`programmes/${p}/cases?limit=${limit}`))).toMatchObject({ status: 400 })
  })

  test('is not for a funder, who reads packs only', async () => {
    const p = await casebook.newProgramme()
    expect(saidBy(await casebook.as('funder').get(`programmes/${p}/cases`))).toMatchObject({ status: 403, kind: 'not-permitted' })
  })
})

describe('a partner catalyst', () => {
  test('sees the cases they work on, and the others are not there', async () => {
    const p = await casebook.newProgramme()
    const mine = await casebook.newCase(p, { name: 'Mine' }, assignTo('partner-catalyst'))
    const other = await casebook.newCase(p, { name: 'Other' }, assignTo('catalyst'))
    const nobodys = await casebook.newCase(p)
    const partner = casebook.as('partner-catalyst')
    expect((await listed(p, '', 'partner-catalyst')).cases).toMatchObject([{ id: mine.id, name: 'Mine' }])
    expect(await partner.get(`programmes/${p}/cases/${mine.id}`)).toMatchObject({ status: 200, body: { person: { name: 'Mine' } } })
    for (const { id, n } of [other, nobodys]) {
      expect(saidBy(await partner.get(`programmes/${p}/cases/${id}`))).toMatchObject({ status: 404, kind: 'not-found' })
      expect(saidBy(await partner.get(`programmes/${p}/cases/${id}/facts`))).toMatchObject({ status: 404 })
      const contact: LooseCommand = { kind: 'log-contact', happenedOn: '2024-02-01', reached: true }
      expect(saidBy(await partner.command(p, id, contact, { n }))).toMatchObject({ status: 404 })
    }
  })

  test('loses a case that goes to someone else, and one whose assignment is taken back', async () => {
    const p = await casebook.newProgramme()
    const moved = await casebook.newCase(p, {}, assignTo('partner-catalyst'), assignTo('catalyst', '2024-03-01'))
    const mistaken = await casebook.newCase(p, {}, assignTo('partner-catalyst'))
    const partner = casebook.as('partner-catalyst')
    expect((await partner.get(`programmes/${p}/cases/${moved.id}`)).status).toBe(404)
    expect((await partner.get(`programmes/${p}/cases/${mistaken.id}`)).status).toBe(200)
    const withdraw: LooseCommand = { kind: 'withdraw', of: mistaken.facts[0] ?? '', reason: 'wrong-enterprise' }
    expect((await casebook.as('lead').command(p, mistaken.id, withdraw)).status).toBe(200)
    expect((await partner.get(`programmes/${p}/cases/${mistaken.id}`)).status).toBe(404)
    expect((await listed(p, '', 'partner-catalyst')).cases).toEqual([])
  })

  test('who also reviews sees every case, and names and notes of their own only', async () => {
    const p = await casebook.newProgramme()
    const noted = { kind: 'log-contact', happenedOn: '2024-02-01', reached: true, note: 'Kettle on' }
    const mine = await casebook.newCase(p, { name: 'Mine' }, assignTo('partner-catalyst'), noted)
    const other = await casebook.newCase(p, { name: 'Other' }, noted)
    await casebook.as('lead').put(`programmes/${p}/members/${people['partner-catalyst'].oid}`, { roles: ['partner-catalyst', 'reviewer'] })
    const both = casebook.as('partner-catalyst')
    const names = new Map((await listed(p, '?sort=name', 'partner-catalyst')).cases.map(({ id, name }) => [id, name]))
    expect(names).toEqual(
      new Map([
        [mine.id, 'Mine'],
        [other.id, null],
      ]),
    )
    expect(await both.get(`programmes/${p}/cases/${other.id}`)).toMatchObject({ status: 200, body: { name: null, person: null } })
    const textsOf = async (id: string): Promise<unknown[]> =>
      (await both.get<{ entries: { text: string | null }[] }>(`programmes/${p}/cases/${id}/facts`)).body.entries.map(({ text }) => text)
    expect(await textsOf(mine.id)).toContain('Kettle on')
    expect(await textsOf(other.id)).toEqual([null, null])
  })
})
