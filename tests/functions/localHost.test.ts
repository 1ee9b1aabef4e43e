import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Host } from '#local/host.ts'
import { startHost } from '#local/host.ts'
import type { LocalHost } from '#local/localHost.ts'
import { startLocalHost } from '#local/localHost.ts'
import { localClient, localTenant, people, personIds } from '#local/people.ts'
import { routeMatcher } from '#local/routes.ts'

/** A small app in the shape of the one that ships: one CommonJS file with the library inside. */
const source = `
import { app } from '@azure/functions'
const seen = []
const echo = async request => ({ jsonBody: {
  method: request.method, params: request.params, query: Object.fromEntries(request.query), body: await request.text(),
} })
app.http('bSearch', { route: 'items/search', methods: ['GET'], handler: () => ({ body: 'search' }) })
app.http('aGet', { route: 'items/{id}', methods: ['GET'], handler: () => ({ body: 'item' }) })
app.http('Echo', { route: 'echo/{name:alpha}/{rest?}', methods: ['GET', 'POST', 'PATCH'], handler: echo })
app.http('throws', { handler: () => { throw new Error('deliberate') } })
app.http('nothing', { handler: () => undefined })
app.http('bytes', { handler: () => ({ body: new Uint8Array([0, 255, 10, 13, 128]), headers: { 'content-type': 'application/octet-stream', 'x-own': 'kept' } }) })
app.http('cookie', { handler: () => ({ status: 201, cookies: [{ name: 'a', value: 'b c', httpOnly: true, sameSite: 'Strict' }] }) })
app.http('settings', { handler: () => ({ body: process.env.FAKE_SETTING ?? 'unset' }) })
app.http('programmes', { route: 'api/v1/programmes', methods: ['POST'], handler: async request => ({ status: 201, jsonBody: await request.json() }) })
app.http('members', { route: 'api/v1/programmes/{p}/members/{oid:guid}', methods: ['PUT'], handler: async request => {
  seen.push({ ...request.params, ...(await request.json()), signed: request.headers.get('authorization')?.startsWith('Bearer ey') })
  return { status: 204 }
} })
app.http('seen', { handler: () => ({ jsonBody: seen }) })
app.timer('nightly', { schedule: '0 0 2 * * *', handler: timer => { seen.push({ late: timer.isPastDue }) } })
app.http('zz-tab', { route: '{*path}', methods: ['GET'], handler: request => ({ body: 'tab ' + (request.params.path ?? '') }) })
`

let folder: string
let host: Host

async function buildFakeApp(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'fake-app-'))
  await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    outfile: join(made, 'main.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@azure/functions-core'],
    logLevel: 'silent',
  })
  await writeFile(join(made, 'package.json'), '{"main":"main.cjs"}')
  await writeFile(join(made, 'host.json'), '{"version":"2.0","extensions":{"http":{"routePrefix":""}}}')
  return made
}

const text = async (path: string, init?: RequestInit): Promise<string> => (await fetch(`${host.address}${path}`, init)).text()
const json = async (path: string, init?: RequestInit): Promise<unknown> => JSON.parse(await text(path, init))

beforeAll(async () => {
  folder = await buildFakeApp()
  host = await startHost({ appFolder: folder, bodyLimit: 1_000, log: () => undefined, environment: () => ({ FAKE_SETTING: 'given' }) })
})

afterAll(async () => {
  await host.stop()
  await rm(folder, { recursive: true })
})

describe('a route', () => {
  test('is chosen by the name of its function, not by how exact it is', async () => {
    expect(await text('/items/search')).toBe('item')
  })

  test('is matched whatever its letter case, with or without a slash at the end', async () => {
    expect(await text('/ITEMS/7/')).toBe('item')
  })

  test('gives its parameters, decoded except for an encoded slash, and leaves out one that is absent', async () => {
    expect(await json('/echo/ada/a%20b%2Fc')).toMatchObject({ params: { name: 'ada', rest: 'a b%2Fc' } })
    expect(await json('/echo/ada')).toMatchObject({ params: { name: 'ada' } })
    expect(Object.keys(((await json('/echo/ada')) as { params: object }).params)).toEqual(['name'])
  })

  test('whose constraint fails is not the route', async () => {
    expect(await text('/echo/4711')).toBe('tab echo/4711')
  })

  test('is not found under another method, which is a 404', async () => {
    expect((await fetch(`${host.address}/items/7`, { method: 'DELETE' })).status).toBe(404)
  })

  test('of the catch-all takes the root and every deep link', async () => {
    expect(await text('/')).toBe('tab ')
    expect(await text('/cohorts/2026/area')).toBe('tab cohorts/2026/area')
  })

  test('holds its parameter to a guid, a whole number or a pattern', () => {
    expect(routeMatcher('a/{id:guid}')('a/6f1d3c52-7a0e-4c8b-9d41-2b5e8a90c7f3')).toEqual({ id: '6f1d3c52-7a0e-4c8b-9d41-2b5e8a90c7f3' })
    expect(routeMatcher('a/{id:guid}')('a/search')).toBeUndefined()
    expect(routeMatcher('a/{n:int:min(1)}')('a/12')).toEqual({ n: '12' })
    expect(routeMatcher('a/{n:int:min(1)}')('a/0')).toBeUndefined()
    expect(routeMatcher('a/{p:regex(^[a-z]{{2,4}}$)}/b')('a/abc/b')).toEqual({ p: 'abc' })
    expect(routeMatcher('a/{p:regex(^[a-z]{{2,4}}$)}/b')('a/abcde/b')).toBeUndefined()
    expect(routeMatcher('files/{name}.{kind}')('files/cohort.csv')).toEqual({ name: 'cohort', kind: 'csv' })
  })

  test('with a constraint that the host does not know is refused at the start', () => {
    expect(() => routeMatcher('a/{id:colour}')).toThrow('constraint "colour"')
  })
})

describe('a request', () => {
  test('carries its body when the length is announced', async () => {
    expect(await json('/echo/ada', { method: 'PATCH', body: 'typed words' })).toMatchObject({ method: 'PATCH', body: 'typed words' })
  })

  test('loses a body that is sent in chunks without a length', async () => {
    const answer = await new Promise<string>((done, failed) => {
      const sent = httpRequest(`${host.address}/echo/ada`, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }, response => {
        const chunks: string[] = []
        response.on('data', chunk => chunks.push(String(chunk))).on('end', () => done(chunks.join('')))
      })
      sent.on('error', failed)
      sent.write('dropped')
      sent.end()
    })
    expect(JSON.parse(answer)).toMatchObject({ method: 'POST', body: '' })
  })

  test('with the same query key twice arrives with one value, joined by a comma', async () => {
    expect(await json('/echo/ada?x=1&y=&x=2')).toMatchObject({ query: { x: '1,2', y: '' } })
  })

  test('above the limit of the body is a 413', async () => {
    expect((await fetch(`${host.address}/echo/ada`, { method: 'POST', body: 'x'.repeat(1_001) })).status).toBe(413)
  })
})

describe('a function', () => {
  test('that throws is a 500 without a body', async () => {
    const answer = await fetch(`${host.address}/throws`)
    expect([answer.status, await answer.text()]).toEqual([500, ''])
  })

  test('that returns nothing is a 204', async () => {
    expect((await fetch(`${host.address}/nothing`)).status).toBe(204)
  })

  test('may answer with bytes and headers of its own', async () => {
    const answer = await fetch(`${host.address}/bytes`)
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 10, 13, 128])
    expect([answer.headers.get('content-type'), answer.headers.get('x-own'), answer.headers.get('content-length')]).toEqual([
      'application/octet-stream',
      'kept',
      '5',
    ])
  })

  test('may set a cookie, which gets the path of the whole site', async () => {
    const answer = await fetch(`${host.address}/cookie`)
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, ['a=b%20c; path=/; samesite=strict; httponly']])
  })

  test('that a timer starts runs by hand, and only that kind does', async () => {
    const run = (name: string): Promise<Response> => fetch(`${host.address}/admin/functions/${name}`, { method: 'POST' })
    expect((await run('nightly')).status).toBe(202)
    expect(await json('/seen')).toContainEqual({ late: false })
    expect([(await run('aGet')).status, (await run('unknown')).status]).toEqual([404, 404])
  })
})

describe('a stop', () => {
  test('ends a host so that its app can be started again with other settings', async () => {
    const second = await startHost({ appFolder: folder, environment: () => ({ FAKE_SETTING: 'other' }) })
    expect(await (await fetch(`${second.address}/settings`)).text()).toBe('other')
    await second.stop()
    await expect(fetch(second.address)).rejects.toThrow()
    expect(process.env.FAKE_SETTING).toBe('given')
  })
})

test('a folder without a build is refused with what to do', async () => {
  await expect(startHost({ appFolder: join(folder, 'nowhere') })).rejects.toThrow('Run "npm run build" first.')
})

describe('the local sign-in', () => {
  let local: LocalHost
  const ask = (body: unknown): Promise<Response> => fetch(`${local.address}/local/token`, { method: 'POST', body: JSON.stringify(body) })

  beforeAll(async () => {
    await writeFile(join(folder, 'index.html'), '<title>frame</title>')
    local = await startLocalHost({ appFolder: folder, frameFolder: folder, connectionString: 'UseDevelopmentStorage=true' })
  })

  afterAll(() => local.stop())

  test('signs tokens that verify against the keys it shows, in the form of Entra', async () => {
    const { token } = (await (await ask({ person: 'lead' })).json()) as { token: string }
    const { payload, protectedHeader } = await jwtVerify(token, createRemoteJWKSet(new URL(`${local.address}/local/keys`)), {
      algorithms: ['RS256'],
      audience: localClient,
      issuer: `https://login.microsoftonline.com/${localTenant}/v2.0`,
      requiredClaims: ['exp', 'nbf', 'iat', 'oid', 'tid', 'ver'],
    })
    expect(protectedHeader).toMatchObject({ typ: 'JWT', alg: 'RS256' })
    expect(payload).toMatchObject({ oid: people.lead.oid, tid: localTenant, ver: '2.0', scp: 'access_as_user', name: 'Lead' })
    expect(payload.azp).toBe('5e3ce6c0-2b1f-4285-8d4b-75ee78787346')
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600)
    expect(payload.roles).toBeUndefined()
  })

  test('gives the application role to the administrator', async () => {
    const claims = (await local.tokenFor('administrator')).split('.')[1] ?? ''
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ roles: ['Administrator'] })
  })

  test('refuses an unknown person and says who there is', async () => {
    const answer = await ask({ person: 'nobody' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ status: 400, people: personIds })
  })

  test('makes the people members of a programme that is made, before the maker is told', async () => {
    const made = await fetch(`${local.address}/api/v1/programmes`, { method: 'POST', body: JSON.stringify({ id: 'harbour' }) })
    expect(made.status).toBe(201)
    const members = (await (await fetch(`${local.address}/seen`)).json()) as { oid: string; roles: string[] }[]
    expect(members).toHaveLength(personIds.length - 1)
    const second = { oid: people['second-catalyst'].oid, label: 'Second catalyst', roles: ['catalyst'] }
    expect(members).toContainEqual({ p: 'harbour', ...second, signed: true })
    expect(members.map(each => each.oid)).not.toContain(people.administrator.oid)
  })

  test('serves the frame, and nothing from outside its folder', async () => {
    expect(await (await fetch(`${local.address}/local/?person=lead`)).text()).toBe('<title>frame</title>')
    expect((await fetch(`${local.address}/local/..%2f..%2fetc/passwd`)).status).toBe(404)
    expect((await fetch(`${local.address}/local/missing.js`)).status).toBe(404)
  })
})
