import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noFilters } from '#domain/listQuestion.ts'
import { permissionTable } from '#domain/permissions.ts'
import { namesOnly } from '#domain/settings.ts'
import { createCore, loadWithCore } from '#local/coreModule.ts'
import { triggerOf } from '#local/invocation.ts'
import { localEnvironment } from '#local/localHost.ts'
import { personIds } from '#local/people.ts'
import { anId, commands, workers } from './accessCommands.ts'
import type { Answer, Casebook, Who } from './casebook.ts'
import { assignTo, startCasebook } from './casebook.ts'
import { insightCommands } from './insightAccess.ts'
import { exampleRows } from './storedExamples.ts'

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
let description: Description
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  ours = (await casebook.newCase(p)).id
  theirs = (await casebook.newCase(p, {}, assignTo('partner-catalyst'))).id
  for (const each of keepers.split(' ') as Who[])
    await casebook.as(each).put(`programmes/${p}/drafts/new.enquiry`, { words: { name: 'Not sent' } })
  description = (await casebook.as('nobody').get<Description>('openapi.json')).body
})
afterAll(() => casebook.stop())

const everyone = personIds.join(' ')
const readers = 'administrator lead catalyst second-catalyst reviewer assessor decider payer verifier follow-up-owner'
const keepers = `${workers} partner-catalyst decider payer follow-up-owner`
const figures = 'administrator lead catalyst second-catalyst reviewer decider follow-up-owner'

const { areas, period, costPence, followUpUntil, rules } = exampleRows.settings.row
const called = { ...namesOnly('Moors'), areas: { 'north-town': 'North Town' }, services: { company: 'Company' } }
const settings = { areas, period, costPence, followUpUntil, followUpBy: 'nobody', followUpPerson: null, rules, names: called }

const question = { view: 'all', sort: { by: 'name', down: false }, filters: noFilters }
const look = { ...question, layout: 'list', columns: ['step'] }
const wanted = { of: 'cases', format: 'csv', question }

/**
 * Who may ask what, written out by hand: a route that is not here fails the test. Whoever is in the programme and not named is refused (403);
 * to a stranger, and to another tenant, nothing of it is there (404); without a token it is 401.
 */
const routes: Record<string, { may: string; body?: unknown; type?: string }> = {
  'GET /api/v1/me': { may: 'all' },
  'GET /api/v1/programmes': { may: 'all' },
  'POST /api/v1/programmes': {
    may: 'administrator',
    body: { id: 'directory', name: 'Not made', areas: [], period: { from: '2020-01-01', to: '2021-01-01' }, costPence: 0 },
  },
  'GET /api/v1/programmes/{p}': { may: everyone },
  'GET /api/v1/programmes/{p}/members': { may: `${workers} follow-up-owner` },
  'PUT /api/v1/programmes/{p}/members/{oid}': { may: 'administrator lead', body: { roles: [] } },
  'GET /api/v1/programmes/{p}/settings': { may: `${readers} partner-catalyst` },
  // What is sent has no If-Match, so nothing is changed.
  'PUT /api/v1/programmes/{p}/settings': { may: 'administrator lead', body: { effectiveFrom: '2024-02-01', settings } },
  'GET /api/v1/programmes/{p}/cases': { may: `${readers} partner-catalyst` },
  'POST /api/v1/programmes/{p}/cases': { may: `${workers} partner-catalyst`, body: { name: 'Not recorded' } },
  'POST /api/v1/programmes/{p}/cases/duplicates': { may: `${workers} partner-catalyst`, body: { phone: '07700 900123' } },
  // Everyone's, which is a permission of its own, is asked in today.api.test.ts.
  'GET /api/v1/programmes/{p}/today': { may: `${readers} partner-catalyst` },
  'GET /api/v1/programmes/{p}/cases/{c}': { may: readers },
  // It has no If-Match, so nothing is changed.
  'PUT /api/v1/programmes/{p}/cases/{c}/person': { may: `${workers} follow-up-owner`, body: { name: 'Not recorded' } },
  'GET /api/v1/programmes/{p}/cases/{c}/facts': { may: readers },
  'GET /api/v1/programmes/{p}/views': { may: `${readers} partner-catalyst` },
  'PUT /api/v1/programmes/{p}/views/{v}': { may: `${readers} partner-catalyst`, body: { name: 'Mine', shared: false, look } },
  'DELETE /api/v1/programmes/{p}/views/{v}': { may: `${readers} partner-catalyst` },
  'PUT /api/v1/programmes/{p}/columns': { may: `${readers} partner-catalyst`, body: { columns: ['step'] } },
  'POST /api/v1/programmes/{p}/downloads': { may: `${workers} partner-catalyst reviewer follow-up-owner`, body: wanted },
  // The ticket is who may: to anyone without one there is nothing.
  'GET /api/v1/downloads/{ticket}': { may: 'ticket' },
  'GET /api/v1/programmes/{p}/cases/{c}/dbs': { may: workers },
  'POST /api/v1/programmes/{p}/cases/{c}/dbs': {
    may: workers,
    body: { of: 'owner', level: 'basic', seenOn: '2099-01-01', decision: 'wait' },
  },
  'POST /api/v1/programmes/{p}/cases/{c}/merge': { may: workers, body: { into: anId } },
  'POST /api/v1/programmes/{p}/cases/{c}/split': { may: workers, body: { into: anId } },
  'GET /api/v1/programmes/{p}/cases/{c}/private-notes': { may: `${workers} follow-up-owner` },
  'POST /api/v1/programmes/{p}/cases/{c}/private-notes': { may: `${workers} follow-up-owner`, body: { words: 'Not kept.' } },
  'POST /api/v1/programmes/{p}/cases/{c}/private-notes/{id}/opening': { may: `${workers} follow-up-owner`, body: {} },
  'DELETE /api/v1/programmes/{p}/cases/{c}/dbs/{id}': { may: workers },
  // Each kind of command has a row of its own below.
  'POST /api/v1/programmes/{p}/cases/{c}/commands': {
    may: `${workers} follow-up-owner`,
    body: { kind: 'log-contact', happenedOn: '2024-02-01', reached: true },
  },
  // Everyone who may has one, so that there is something to find.
  'GET /api/v1/programmes/{p}/drafts': { may: keepers },
  'GET /api/v1/programmes/{p}/drafts/{form}': { may: keepers },
  'PUT /api/v1/programmes/{p}/drafts/{form}': { may: keepers, body: { words: { note: 'Not sent' } } },
  'DELETE /api/v1/programmes/{p}/drafts/{form}': { may: keepers },
  'POST /api/v1/programmes/{p}/imports': { may: 'administrator lead', body: 'ref,name,enquiry_date\n', type: 'text/csv' },
  'GET /api/v1/programmes/{p}/update-round': { may: `${workers} partner-catalyst follow-up-owner` },
  'GET /api/v1/programmes/{p}/consortia': { may: `${readers} partner-catalyst` },
  'GET /api/v1/programmes/{p}/after-funding': { may: figures },
  'POST /api/v1/programmes/{p}/close': { may: 'administrator lead' },
  'GET /api/v1/programmes/{p}/cohort': { may: figures },
  'GET /api/v1/programmes/{p}/cohort/lines': { may: figures },
  'GET /api/v1/programmes/{p}/insights': { may: `${figures} partner-catalyst` },
  // Each kind has a row of its own below.
  'POST /api/v1/programmes/{p}/insights': {
    may: `${workers} partner-catalyst`,
    body: { kind: 'log-request', happenedOn: '2024-02-01', service: 'company', minutesPerWeek: 60, askedBy: 'family' },
  },
  'GET /api/v1/health': { may: 'anyone' },
  'GET /api/v1/openapi.json': { may: 'anyone' },
}

/** What a partner catalyst may do to a case of their own: what a catalyst may. On a case of others, nothing of it is there. */
const mayOnOwn = (may: string): string => (may.includes('second-catalyst') ? `${may} partner-catalyst` : may)

const operations = (): [string, Operation][] =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method.toUpperCase()} ${path}`, operation]),
  )

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
    .replace('{form}', 'new.enquiry')
  const client = casebook.as(who)
  if (method === 'DELETE') return client.delete(path)
  if (method === 'GET') return client.get(path.endsWith('lines') ? `${path}?figure=declined` : path)
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
