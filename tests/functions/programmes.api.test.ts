import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissionsOf } from '#domain/permissions.ts'
import type { Me, Members, Programme } from '#domain/wireSchemas.ts'
import { mySchema, membersSchema, programmeSchema } from '#domain/wireSchemas.ts'
import { localTenant, people } from '#local/people.ts'
import type { Casebook } from './casebook.ts'
import { saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const newId = (): string => `p-${randomBytes(5).toString('hex')}`
const moors = (id: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  name: 'Moors and Coast',
  areas: ['North Moor', 'Coast & Cove'],
  period: { from: '2020-04-01', to: '2023-03-31' },
  costPence: 13_500_000,
  ...more,
})
const make = (body: unknown, who: Parameters<Casebook['as']>[0] = 'administrator') => casebook.as(who).post<Programme>('programmes', body)

describe('making a programme', () => {
  test('gives it back, its areas with short names, and a warning while nobody makes the check-ins after the money ends', async () => {
    const id = newId()
    const { status, body } = await make(moors(id))
    expect(status).toBe(201)
    expect(body).toEqual({
      id,
      name: 'Moors and Coast',
      areas: [
        { id: 'north-moor', name: 'North Moor' },
        { id: 'coast-and-cove', name: 'Coast & Cove' },
      ],
      formerAreas: [],
      period: { from: '2020-04-01', to: '2023-03-31' },
      costPence: 13_500_000,
      followUpUntil: null,
      followUpOwner: null,
      followUpBy: 'nobody',
      followUpPerson: null,
      invented: false,
      warnings: ['no-follow-up-owner'],
    })
    expect(await casebook.as('administrator').get(`programmes/${id}`)).toMatchObject({ status: 200, body })
  })

  test('warns of nothing once it is said who makes the check-ins', async () => {
    const { body } = await make(moors(newId(), { followUpOwner: 'The council’s care team', followUpUntil: '2025-05-01' }))
    expect(body).toMatchObject({
      followUpOwner: 'The council’s care team',
      followUpUntil: '2025-05-01',
      followUpBy: 'council-team',
      warnings: [],
    })
  })

  test('says who makes the check-ins: a team, one named person, or nobody yet; a person needs a name', async () => {
    const by = async (overrides: Record<string, unknown>) => (await make(moors(newId(), overrides))).body
    expect(await by({ followUpBy: 'council-team' })).toMatchObject({ followUpBy: 'council-team', followUpOwner: null, warnings: [] })
    expect(await by({ followUpBy: 'person', followUpOwner: 'Tom' })).toMatchObject({ followUpBy: 'person', followUpOwner: 'Tom' })
    expect(await by({ followUpBy: 'nobody', followUpOwner: 'Tom' })).toMatchObject({
      followUpBy: 'nobody',
      followUpOwner: null,
      warnings: ['no-follow-up-owner'],
    })
    expect(await by({ followUpBy: 'person' })).toMatchObject({ kind: 'follow-up-unnamed' })
  })

  test('is for administrators: a lead may not', async () => {
    const id = newId()
    expect(saidBy(await make(moors(id), 'lead'))).toEqual({
      status: 403,
      kind: 'not-permitted',
      detail: 'Your role in this programme does not include this. Ask the lead.',
    })
    expect((await casebook.as('administrator').get(`programmes/${id}`)).status).toBe(404)
  })

  test('the very same one again is the same programme, not a second one', async () => {
    const id = newId()
    const first = await make(moors(id))
    const again = await make(moors(id))
    expect(again).toMatchObject({ status: 201, body: first.body })
    const { body } = await casebook.as('administrator').get<{ programmes: Programme[] }>('programmes')
    expect(body.programmes.filter(each => each.id === id)).toHaveLength(1)
  })

  test.each([
    ['another name', { name: 'Moors' }],
    ['another cost', { costPence: 1 }],
    ['other areas', { areas: ['North Moor'] }],
  ])('another one under the same id is refused: %s', async (_, change) => {
    const id = newId()
    await make(moors(id))
    expect(saidBy(await make(moors(id, change)))).toEqual({
      status: 409,
      kind: 'programme-exists',
      detail: `There is a programme ${id} already.`,
    })
    expect((await casebook.as('administrator').get<Programme>(`programmes/${id}`)).body).toMatchObject(
      moors(id, { areas: expect.any(Array) }),
    )
  })

  test('of two different ones made at once under one id, exactly one is made', async () => {
    const id = newId()
    const both = await Promise.all([make(moors(id)), make(moors(id, { name: 'Another' }))])
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409])
    const made = both.find(({ status }) => status === 201)
    expect((await casebook.as('administrator').get<Programme>(`programmes/${id}`)).body).toEqual(made?.body)
  })

  test.each([
    ['areas that are alike', { areas: ['Glastonbury & Street', 'Glastonbury and Street'] }, 422, 'areas-share-a-name'],
    ['an area of marks only', { areas: ['!?'] }, 422, 'area-without-a-name'],
    ['a period that ends before it begins', { period: { from: '2023-03-31', to: '2020-04-01' } }, 422, 'period-backwards'],
    ['a period with a day that does not exist', { period: { from: '2023-02-30', to: '2023-04-01' } }, 400, 'not-understood'],
    ['no name', { name: ' ' }, 400, 'not-understood'],
    ['half a penny', { costPence: 0.5 }, 400, 'not-understood'],
    ['a word we do not know', { colour: 'red' }, 400, 'not-understood'],
  ])('is refused with %s, and nothing is made', async (_, change, status, kind) => {
    const id = newId()
    expect(saidBy(await make(moors(id, change)))).toMatchObject({ status, kind })
    expect((await casebook.as('administrator').get(`programmes/${id}`)).status).toBe(404)
  })

  test('the sentences name what is wrong', async () => {
    const alike = await make(moors(newId(), { areas: ['Glastonbury & Street', 'Glastonbury and Street'] }))
    expect(saidBy(alike).detail).toBe('The areas “Glastonbury & Street” and “Glastonbury and Street” are too much alike to tell apart.')
    const backwards = await make(moors(newId(), { period: { from: '2023-03-31', to: '2020-04-01' } }))
    expect(saidBy(backwards).detail).toBe('The funded period ends (1 April 2020) before it begins (31 March 2023).')
  })

  test('cannot take the name under which the index of programmes is kept', async () => {
    expect(saidBy(await make(moors('directory')))).toMatchObject({ status: 409, kind: 'programme-exists' })
    expect((await casebook.as('administrator').get('programmes/directory')).status).toBe(404)
  })

  test.each(['A', 'Moors', 'moors/../coast', 'm', 'x'.repeat(41), ''])('is refused under the id "%s"', async id => {
    expect(saidBy(await make(moors(id)))).toMatchObject({ status: 400, kind: 'not-understood' })
  })
})

describe('what I am told of myself', () => {
  test('is who I am, today’s day, and each programme with my roles and what I may do there', async () => {
    const id = await casebook.newProgramme()
    const { body } = await casebook.as('decider').get<Me>('me')
    expect(mySchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({ tid: localTenant, oid: people.decider.oid, name: 'Decider', administrator: false, today: today() })
    const mine = body.programmes.find(each => each.id === id)
    expect(mine?.roles).toEqual(['decider'])
    expect(mine?.permissions).toEqual(permissionsOf({ administrator: false, roles: ['decider'] }))
    expect(mine?.permissions).toContain('grants.decide')
    expect(mine?.permissions).not.toContain('grants.pay')
  })

  test('an administrator sees every programme of their own tenant, and none of another', async () => {
    const id = await casebook.newProgramme()
    const idsOf = async (who: 'administrator' | 'foreign-administrator' | 'stranger'): Promise<string[]> =>
      (await casebook.as(who).get<Me>('me')).body.programmes.map(each => each.id)
    expect(await idsOf('administrator')).toContain(id)
    expect(await idsOf('foreign-administrator')).toEqual([])
    expect(await idsOf('stranger')).toEqual([])
  })

  test('a programme belongs to the tenant of the one who made it', async () => {
    const id = newId()
    expect((await make(moors(id), 'foreign-administrator')).status).toBe(201)
    expect((await casebook.as('administrator').get(`programmes/${id}`)).status).toBe(404)
    expect((await casebook.as('foreign-administrator').get(`programmes/${id}`)).status).toBe(200)
    expect(saidBy(await make(moors(id)))).toMatchObject({ status: 409, kind: 'programme-exists' })
  })

  test('the programmes page lists the same programmes as they stand', async () => {
    const id = await casebook.newProgramme()
    const { body } = await casebook.as('reviewer').get<{ programmes: Programme[] }>('programmes')
    const listed = body.programmes.find(each => each.id === id)
    expect(listed).toEqual((await casebook.as('reviewer').get<Programme>(`programmes/${id}`)).body)
    expect(programmeSchema.parse(listed)).toEqual(listed)
  })
})

describe('the members of a programme', () => {
  const newcomer = 'c0000000-0000-4000-8000-000000000001'
  const membersOf = async (id: string): Promise<Members['members']> =>
    (await casebook.as('lead').get<Members>(`programmes/${id}/members`)).body.members

  test('a lead gives a person roles and a label, and the list says so', async () => {
    const id = await casebook.newProgramme()
    const put = await casebook
      .as('lead')
      .put(`programmes/${id}/members/${newcomer}`, { roles: ['catalyst', 'catalyst', 'decider'], label: 'Bay team' })
    expect(put).toMatchObject({ status: 200, body: { roles: ['catalyst', 'decider'], label: 'Bay team' } })
    const members = await membersOf(id)
    expect(members.find(({ oid }) => oid === newcomer)).toEqual({ oid: newcomer, roles: ['catalyst', 'decider'], label: 'Bay team' })
    expect(membersSchema.parse({ members })).toEqual({ members })
  })

  test('a person taken out is out at once, and one taken in is in at once', async () => {
    const id = await casebook.newProgramme()
    const path = `programmes/${id}/members/${people.catalyst.oid}`
    expect((await casebook.as('catalyst').get(`programmes/${id}/cases`)).status).toBe(200)
    expect((await casebook.as('lead').put(path, { roles: [] })).status).toBe(200)
    expect((await casebook.as('catalyst').get(`programmes/${id}/cases`)).status).toBe(404)
    expect((await casebook.as('catalyst').get<Me>('me')).body.programmes.map(each => each.id)).not.toContain(id)
    expect((await membersOf(id)).map(({ oid }) => oid)).not.toContain(people.catalyst.oid)

    await casebook.as('lead').put(path, { roles: ['reviewer'] })
    expect((await casebook.as('catalyst').get(`programmes/${id}/cases`)).status).toBe(200)
    expect((await casebook.as('catalyst').get(`programmes/${id}/members`)).status).toBe(403)
  })

  test('the last lead stays, until there is another', async () => {
    const id = await casebook.newProgramme()
    const lead = (oid: string) => `programmes/${id}/members/${oid}`
    expect(saidBy(await casebook.as('lead').put(lead(people.lead.oid), { roles: ['reviewer'] }))).toEqual({
      status: 409,
      kind: 'last-lead',
      detail: 'A programme keeps at least one lead. Name another first.',
    })
    expect(saidBy(await casebook.as('lead').put(lead(people.lead.oid), { roles: [] }))).toMatchObject({ kind: 'last-lead' })
    expect((await casebook.as('lead').put(lead(people.reviewer.oid), { roles: ['lead'] })).status).toBe(200)
    expect((await casebook.as('lead').put(lead(people.lead.oid), { roles: ['reviewer'] })).status).toBe(200)
  })

  test('taking out someone who is not in changes nothing', async () => {
    const id = await casebook.newProgramme()
    const before = await membersOf(id)
    expect((await casebook.as('lead').put(`programmes/${id}/members/${newcomer}`, { roles: [] })).status).toBe(200)
    expect(await membersOf(id)).toEqual(before)
  })

  test('a role nobody knows, a member nobody can be, and a change by a catalyst are refused', async () => {
    const id = await casebook.newProgramme()
    const path = `programmes/${id}/members/${newcomer}`
    expect(saidBy(await casebook.as('lead').put(path, { roles: ['owner'] }))).toMatchObject({ status: 400, kind: 'not-understood' })
    expect(saidBy(await casebook.as('lead').put(`programmes/${id}/members/someone`, { roles: [] }))).toMatchObject({ status: 404 })
    expect(saidBy(await casebook.as('catalyst').put(path, { roles: ['lead'] }))).toMatchObject({ status: 403, kind: 'not-permitted' })
  })
})
