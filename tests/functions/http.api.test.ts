import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '#domain/problems.ts'
import { localClient, localTenant } from '#local/people.ts'
import { claimsOf } from '#local/signIn.ts'
import type { Casebook } from './casebook.ts'
import { json, newKey, saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
})
afterAll(() => casebook.stop())

const bearer = async (): Promise<string> => `Bearer ${await casebook.sign(claimsOf('lead', Math.floor(Date.now() / 1_000)))}`
const call = async (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${casebook.address}${path}`, { ...init, headers: { authorization: await bearer(), ...(init.headers as Record<string, string>) } })
const problemOf = async (response: Response): Promise<{ status: number; kind: string }> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const { status, kind } = problemSchema.parse(await response.json())
  expect(response.status).toBe(status)
  return { status, kind }
}

describe('an address', () => {
  test.each([
    ['GET', '/api/v1/nothing'],
    ['GET', '/api/v2/me'],
    ['GET', '/api'],
    ['GET', '/API/V1/NOTHING'],
    ['POST', '/api/v1/me'],
    ['DELETE', '/api/v1/programmes'],
    ['PATCH', '/api/v1/programmes/moors'],
    ['PUT', '/api/v1/programmes/moors/cases'],
  ])('that the API does not have, or not by this method, is a problem and not the tab’s page: %s %s', async (method, path) => {
    expect(await problemOf(await call(path, { method }))).toEqual({ status: 404, kind: 'not-found' })
  })

  test('is read whatever its letter case and with a slash at its end', async () => {
    expect((await call('/API/V1/Me/')).status).toBe(200)
  })

  test('answers nothing of its own to a browser that asks which methods there are', async () => {
    const response = await call('/api/v1/me', { method: 'OPTIONS' })
    expect(response.status).toBe(404)
    expect([...response.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
  })
})

describe('an answer', () => {
  test('is not to be guessed at, kept by others, or read as another kind of file', async () => {
    const { headers } = await call('/api/v1/me')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })

  test('carries the code to quote, the one that the platform began where there is one', async () => {
    const traceparent = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`
    const response = await call(`/api/v1/programmes/nowhere`, { headers: { traceparent } })
    expect(response.headers.get('x-correlation-id')).toBe('ab'.repeat(16))
    expect(((await response.json()) as { traceId: string }).traceId).toBe('ab'.repeat(16))
    expect((await call('/api/v1/me')).headers.get('x-correlation-id')).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('a body', () => {
  const post = (body: BodyInit, headers: Record<string, string> = json) => call('/api/v1/programmes', { method: 'POST', body, headers })

  test('whose length is not said is refused, and not taken for an empty one', async () => {
    const authorization = await bearer()
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = { ...json, authorization, 'transfer-encoding': 'chunked' }
      const sent = request(`${casebook.address}/api/v1/programmes`, { method: 'POST', headers }, response => {
        let said = ''
        response.on('data', chunk => (said += String(chunk))).on('end', () => resolve({ status: response.statusCode ?? 0, text: said }))
      })
      sent.on('error', reject)
      sent.end('{}')
    })
    expect({ status, kind: (JSON.parse(text) as { kind: string }).kind }).toEqual({ status: 411, kind: 'length-missing' })
  })

  test('of ten megabytes is too large, and so is one byte more than a megabyte', async () => {
    expect(await problemOf(await post('x'.repeat(10_000_000)))).toEqual({ status: 413, kind: 'body-too-large' })
    expect(await problemOf(await post('x'.repeat(1_048_577)))).toEqual({ status: 413, kind: 'body-too-large' })
    expect(await problemOf(await post('x'.repeat(1_048_576)))).toEqual({ status: 400, kind: 'not-json' })
  })

  test.each<[string, BodyInit]>([
    ['cut off', '{'],
    ['empty', ''],
    ['with a comma too many', '{"id":"moors",}'],
    ['two at once', 'null null'],
    ['not text', new Uint8Array([0x22, 0xff, 0x22])],
  ])('that is not JSON is refused: %s', async (_, body) => {
    expect(await problemOf(await post(body))).toEqual({ status: 400, kind: 'not-json' })
  })

  test('of another kind is refused', async () => {
    expect(await problemOf(await post('id=moors', { 'content-type': 'application/x-www-form-urlencoded' }))).toEqual({
      status: 415,
      kind: 'wrong-content-type',
    })
    expect(await problemOf(await post('{}', { 'content-type': 'text/plain' }))).toEqual({ status: 415, kind: 'wrong-content-type' })
  })

  test('that is deeply nested, or a very long list, is not understood', async () => {
    expect(await problemOf(await post(`${'['.repeat(50_000)}${']'.repeat(50_000)}`))).toMatchObject({ status: 400 })
    expect(await problemOf(await post(JSON.stringify({ id: 'moors', areas: Array(10_000).fill('x') })))).toMatchObject({ status: 400 })
  })

  test('with members nobody asked for is refused on every route that takes one', async () => {
    const lead = casebook.as('lead')
    const extra = { unasked: true }
    const made = await casebook.newCase(p)
    const answers = [
      await casebook.as('administrator').post('programmes', {
        id: 'moors',
        name: 'M',
        areas: [],
        period: { from: '2020-01-01', to: '2021-01-01' },
        costPence: 0,
        ...extra,
      }),
      await lead.put(`programmes/${p}/members/c0000000-0000-4000-8000-000000000009`, { roles: [], ...extra }),
      await lead.post(`programmes/${p}/cases`, { name: 'Harbour Help', ...extra }, newKey()),
      await lead.post(`programmes/${p}/cases/${made.id}/commands`, { kind: 'begin-trading', happenedOn: '2024-02-29', ...extra }, newKey()),
    ]
    for (const answer of answers) expect(saidBy(answer)).toMatchObject({ status: 400, kind: 'not-understood' })
    // What it was called is not said back: it may be somebody's words.
    expect(saidBy(answers[0]!).detail).toBe('We did not understand this: a field that we do not know.')
  })
})

describe('a token', () => {
  const now = Math.floor(Date.now() / 1_000)
  const kindOf = async (authorization: string | undefined, headers: Record<string, string> = {}): Promise<unknown> => {
    const response = await fetch(`${casebook.address}/api/v1/me`, { headers: { ...headers, ...(authorization ? { authorization } : {}) } })
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    return problemOf(response)
  }

  test('is needed', async () => {
    expect(await kindOf(undefined)).toEqual({ status: 401, kind: 'not-signed-in' })
    expect(await kindOf('Basic bGVhZDpsZWFk')).toEqual({ status: 401, kind: 'not-signed-in' })
    expect(saidBy(await casebook.as('nobody').get('me')).detail).toBe('Please sign in.')
  })

  test('that ran out is refused, and the person is asked to sign in again', async () => {
    const expired = await casebook.sign({ ...claimsOf('lead', now - 7_200) })
    expect(await kindOf(`Bearer ${expired}`)).toEqual({ status: 401, kind: 'token-expired' })
    expect(saidBy(await casebook.with(`Bearer ${expired}`).get('me')).detail).toBe('Please sign in again.')
  })

  test('whose claims were changed after it was signed is refused', async () => {
    const [header = '', , signature = ''] = (await casebook.sign(claimsOf('lead', now))).split('.')
    const claims = Buffer.from(JSON.stringify(claimsOf('administrator', now))).toString('base64url')
    expect(await kindOf(`Bearer ${header}.${claims}.${signature}`)).toEqual({ status: 401, kind: 'token-not-ours' })
  })

  test('made out to somebody else is refused', async () => {
    const token = await casebook.sign({ ...claimsOf('lead', now), aud: localTenant })
    expect(await kindOf(`Bearer ${token}`)).toEqual({ status: 401, kind: 'token-not-ours' })
    const ours = await casebook.sign({ ...claimsOf('lead', now), aud: `api://localhost:${new URL(casebook.address).port}/${localClient}` })
    expect((await casebook.with(`Bearer ${ours}`).get('me')).status).toBe(200)
  })

  test('is not replaced by what a gateway might have said of the caller', async () => {
    const principal = Buffer.from(JSON.stringify({ auth_typ: 'aad', claims: [{ typ: 'roles', val: 'Administrator' }] })).toString('base64')
    const forged = { 'x-ms-client-principal': principal, 'x-ms-client-principal-id': 'admin', 'x-ms-client-principal-name': 'admin' }
    expect(await kindOf(undefined, forged)).toEqual({ status: 401, kind: 'not-signed-in' })
    const lead = await casebook.with(await bearer()).get<{ administrator: boolean }>('me', forged)
    expect(lead.body.administrator).toBe(false)
  })
})

describe('without a token', () => {
  test('anyone may ask whether it runs, and is told nothing more', async () => {
    expect(await casebook.as('nobody').get('health')).toMatchObject({ status: 200, body: { ok: true, storage: 'reached' } })
  })

  test('anyone may read the description of the API', async () => {
    expect(await casebook.as('nobody').get('openapi.json')).toMatchObject({ status: 200, body: { openapi: '3.1.0' } })
  })

  test.each(['/', '/programmes/moors', '/some/deep/link'])(
    'the tab’s page answers GET and HEAD at %s, and may be framed by Teams only',
    async path => {
      // The page is there once the tab is built; the headers are there always.
      const status = existsSync(new URL('../../functions/dist/web/index.html', import.meta.url)) ? 200 : 404
      for (const method of ['GET', 'HEAD']) {
        const response = await fetch(`${casebook.address}${path}`, { method })
        expect(response.status).toBe(status)
        const policy = response.headers.get('content-security-policy') ?? ''
        expect(policy).toContain("default-src 'none'")
        expect(policy).toMatch(/frame-ancestors 'self' https:\/\/teams\.microsoft\.com/)
        expect(response.headers.get('x-content-type-options')).toBe('nosniff')
        expect(response.headers.get('strict-transport-security')).toContain('max-age=')
        expect((await response.text()) === '').toBe(method === 'HEAD')
      }
    },
  )

  test('a file the tab does not have is not its page', async () => {
    const response = await fetch(`${casebook.address}/assets/nothing.js`)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })

  test('the tab’s addresses take nothing but reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await fetch(`${casebook.address}/programmes/moors`, { method })).status).toBe(404)
  })
})
