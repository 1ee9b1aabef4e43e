import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissionTable } from '#domain/permissions.ts'
import type { Pots } from '#domain/potSchemas.ts'
import { createCore, loadWithCore } from '#local/coreModule.ts'
import { triggerOf } from '#local/invocation.ts'
import { localEnvironment } from '#local/localHost.ts'
import { personIds } from '#local/people.ts'
import { anId, commands } from './accessCommands.ts'
import { keepers, readers, routes } from './accessRoutes.ts'
import type { Answer, Casebook, Who } from './casebook.ts'
import { assignTo, newKey, startCasebook } from './casebook.ts'
import { aFund } from './grantPlanter.ts'
import { insightCommands } from './insightAccess.ts'

type Operation = {
  operationId: string
  'x-permission': string
  security: unknown[]
  parameters: { name: string; in: string }[]
  responses: object
}
type Description = { paths: Record<string, Record<string, Operation>> }

let casebook: Casebook
let p: string
let ours: string
let theirs: string
let fund: string
let grants: { ours: string; theirs: string }
let description: Description
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  ours = (await casebook.newCase(p)).id
  theirs = (await casebook.newCase(p, {}, assignTo('partner-catalyst'))).id
  fund = (await casebook.as('lead').post<Pots>(`programmes/${p}/pots`, aFund, newKey())).body.pots[0]?.id ?? ''
  grants = { ours: await recommended(ours), theirs: await recommended(theirs) }
  for (const each of keepers.split(' ') as Who[])
    await casebook.as(each).put(`programmes/${p}/drafts/new.enquiry`, { words: { name: 'Not sent' } })
  description = (await casebook.as('nobody').get<Description>('openapi.json')).body
})
afterAll(() => casebook.stop())

/** A grant of the fund, recommended for a case by a catalyst. */
async function recommended(id: string): Promise<string> {
  const of = { pot: fund, pence: 10_000, gap: 'meals', purpose: 'A pan', why: 'They cook' }
  for (const body of [{ kind: 'accept', origin: 'new' }, { kind: 'agree-idea' }, { kind: 'recommend-grant', ...of }]) {
    const said = await casebook.as('catalyst').command(p, id, { happenedOn: '2024-02-01', ...body })
    expect(said.status).toBe(200)
  }
  const read = await casebook.as('lead').get<{ tracks: { grants: { grantId: string }[] } }>(`programmes/${p}/cases/${id}`)
  return read.body.tracks.grants[0]?.grantId ?? ''
}

/** What a partner catalyst may do to a case of their own: what a catalyst may. On a case of others, nothing of it is there. */
const mayOnOwn = (may: string): string => (may.includes('second-catalyst') ? `${may} partner-catalyst` : may)

const operations = (): [string, Operation][] =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method.toUpperCase()} ${path}`, operation]),
  )

/** What a route wants to be asked with. */
const queries: Readonly<Record<string, string>> = {
  'cohort/lines': '?figure=declined',
  'savings/lines': '?figure=grants',
  'year-end': '?asAt=2024-03-31',
}

type Asking = { programme?: string; caseId?: string; body?: unknown; type?: string | undefined }

function ask(who: Who, route: string, { programme = p, caseId = ours, body, type = 'application/json' }: Asking): Promise<Answer<unknown>> {
  const [method, template = ''] = route.split(' ')
  const path = template
    .replace('/api/v1/', '')
    .replace('{p}', programme)
    .replace('{c}', caseId)
    .replace('{oid}', anId)
    .replace('{v}', anId)
    .replace('{ticket}', `${programme}.${'x'.repeat(43)}`)
    .replace('{id}', anId)
    .replace('{pot}', fund)
    .replace('{g}', caseId === theirs ? grants.theirs : grants.ours)
    .replace('{form}', 'new.enquiry')
  const client = casebook.as(who)
  const query = Object.entries(queries).find(([end]) => path.endsWith(`/${end}`))?.[1] ?? ''
  if (method === 'DELETE') return client.delete(path)
  if (method === 'GET') return client.get(`${path}${query}`)
  const dryRun = type === 'text/csv' ? '?dryRun=true' : ''
  return method === 'PUT' ? client.put(path, body) : client.post(`${path}${dryRun}`, body, { 'content-type': type })
}

/** Yes, or the status that says no. Anything that is wrong with the request itself comes after the door. */
const doorFor = ({ status }: Answer<unknown>): 'yes' | number => ([401, 403, 404].includes(status) ? status : 'yes')

function expectedFor(who: Who, may: string, inProgramme: boolean): 'yes' | number {
  if (may === 'anyone') return 'yes'
  if (may === 'ticket') return 404
  if (who === 'nobody') return 401
  if (may === 'all') return 'yes'
  if (!inProgramme) return may.split(' ').includes(who.replace('foreign-', '')) ? 'yes' : 403
  if (who === 'stranger' || who === 'foreign-administrator') return 404
  return may.split(' ').includes(who) ? 'yes' : 403
}

const who: readonly Who[] = [...personIds, 'stranger', 'foreign-administrator', 'nobody']
const doors = async (ask1: (each: Who) => Promise<Answer<unknown>>): Promise<Record<string, 'yes' | number>> =>
  Object.fromEntries(await Promise.all(who.map(async each => [each, doorFor(await ask1(each))] as const)))
const doorsExpected = (expected: (each: Who) => 'yes' | number): Record<string, 'yes' | number> =>
  Object.fromEntries(who.map(each => [each, expected(each)]))

describe('the routes', () => {
  test('are those of the table of who may, all of them', () => {
    expect(
      operations()
        .map(([route]) => route)
        .sort(),
    ).toEqual(Object.keys(routes).sort())
  })

  test('that the host knows are those that are described, and two more that answer all the rest', () => {
    const core = createCore(() => undefined)
    const before = { ...process.env }
    Object.assign(process.env, localEnvironment(7071, casebook.connectionString, casebook.tableName))
    loadWithCore(fileURLToPath(new URL('../../functions/dist/main.cjs', import.meta.url)), core)
    process.env = before
    const asked = core.functions.filter(each => triggerOf(each).type === 'httpTrigger')
    expect(core.functions.filter(each => !asked.includes(each)).map(({ metadata }) => metadata.name)).toEqual(['nightly-drafts'])
    const registered = asked.map(each => {
      const { route, methods } = triggerOf(each)
      return { name: each.metadata.name, routes: methods.map(method => `${method} /${route}`) }
    })
    const names = registered.map(({ name }) => name).sort()
    expect(names.slice(-2)).toEqual(['zy-unknown-api', 'zz-tab'])
    expect(
      registered
        .filter(({ name }) => !name.startsWith('z'))
        .flatMap(each => each.routes)
        .sort(),
    ).toEqual(Object.keys(routes).sort())
    expect(names.slice(0, -2)).toEqual(
      operations()
        .map(([, { operationId }]) => operationId)
        .sort(),
    )
  })

  test('each name a permission of the one table, or say that none is needed', () => {
    for (const [route, operation] of operations()) {
      expect([...Object.keys(permissionTable), 'signed-in', 'anyone']).toContain(operation['x-permission'])
      const isOpen = ['anyone', 'ticket'].includes(routes[route]?.may ?? '')
      expect(operation.security.length === 0).toBe(isOpen)
      expect(operation['x-permission'] === 'anyone').toBe(isOpen)
    }
  })

  test('do not overlap: no address fits two of one method', () => {
    const fitsBoth = (a: string, b: string): boolean => {
      const [one, other] = [a.split('/'), b.split('/')]
      const isOpen = (part: string | undefined): boolean => part?.startsWith('{') ?? false
      return one.length === other.length && one.every((part, at) => part === other[at] || isOpen(part) || isOpen(other[at]))
    }
    const all = Object.keys(routes)
    expect(all.flatMap((a, at) => all.slice(at + 1).filter(b => fitsBoth(a, b)))).toEqual([])
  })

  test('describe every part of their address', () => {
    for (const [route, { parameters }] of operations()) {
      const inPath = parameters.filter(each => each.in === 'path').map(({ name }) => name)
      expect(inPath).toEqual([...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    }
  })
})

describe('who may ask', () => {
  test.each(Object.entries(routes))('%s', async (route, { may, body, type }) => {
    const inProgramme = route.includes('{p}')
    // The case is nobody’s, so a partner catalyst may list and enquire, and does not see it.
    const expected = (each: Who) => (each === 'partner-catalyst' && route.includes('{c}') ? 404 : expectedFor(each, may, inProgramme))
    expect(await doors(each => ask(each, route, { body, type }))).toEqual(doorsExpected(expected))
  })

  test.each(Object.entries(commands))('to record %s', async (kind, { may, body }) => {
    const route = 'POST /api/v1/programmes/{p}/cases/{c}/commands'
    const onOurs = (each: Who) => (each === 'partner-catalyst' ? 404 : expectedFor(each, may, true))
    expect(await doors(each => ask(each, route, { body: { kind, ...body } }))).toEqual(doorsExpected(onOurs))
    expect(await doors(each => ask(each, route, { caseId: theirs, body: { kind, ...body } }))).toEqual(
      doorsExpected(each => expectedFor(each, mayOnOwn(may), true)),
    )
  })

  test.each(Object.entries(insightCommands))('to record, of the place, %s', async (kind, { may, body }) => {
    const route = 'POST /api/v1/programmes/{p}/insights'
    expect(await doors(each => ask(each, route, { body: { kind, ...body } }))).toEqual(doorsExpected(each => expectedFor(each, may, true)))
  })

  test.each(['GET /api/v1/programmes/{p}/cases/{c}', 'GET /api/v1/programmes/{p}/cases/{c}/facts'])(
    '%s of their own: a partner too',
    async route => {
      expect(await doors(each => ask(each, route, { caseId: theirs }))).toEqual(
        doorsExpected(each => expectedFor(each, `${readers} partner-catalyst`, true)),
      )
    },
  )

  test('every route of a programme that is not there is not there, for everyone', async () => {
    const elsewhere = Object.entries(routes).filter(([route]) => route.includes('{p}'))
    for (const [route, { body, type }] of elsewhere) {
      const said = await doors(each => ask(each, route, { programme: 'nowhere', body, type }))
      expect(said).toEqual(doorsExpected(each => (each === 'nobody' ? 401 : 404)))
    }
  })
})
