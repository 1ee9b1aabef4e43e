import { HttpRequest } from '@azure/functions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { problemSchema } from '#domain/problems.ts'
import { ok } from '#domain/result.ts'
import type { Route } from '#functions/http.ts'
import { read, reply, replyProblem } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'
import { refusals } from './refusalExamples.ts'

type Sent = { method?: string; headers?: Record<string, string>; body?: string }

/** A request with its length said, as the host hands it on. */
function requestOf(address: string, { method = 'GET', headers = {}, body }: Sent = {}): HttpRequest {
  const length: Record<string, string> = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const url = `https://casebook.example${address}`
  const query = Object.fromEntries(new URL(url).searchParams)
  return new HttpRequest({
    url,
    method,
    query,
    headers: { ...length, ...headers },
    ...(body === undefined ? {} : { body: { string: body } }),
  })
}

const json = { 'content-type': 'application/json' }
const routeWith = (more: Partial<Route>): Route => ({
  name: 'test',
  method: 'POST',
  path: 'test',
  needs: 'anyone',
  summary: '',
  answer: { status: 200 },
  handle: async () => ok({}),
  ...more,
})
const taking = routeWith({ body: z.strictObject({ name: z.string() }), query: z.strictObject({ limit: z.coerce.number().optional() }) })
const refusalOf = async (route: Route, request: HttpRequest): Promise<Refusal | undefined> => {
  const said = await read(route, request)
  return said.ok ? undefined : said.refusal
}

describe('a request is read', () => {
  test('by the schemas of its route', async () => {
    const said = await read(taking, requestOf('/test?limit=5', { method: 'POST', headers: json, body: '{"name":"Jo"}' }))
    expect(said).toMatchObject({ ok: true, value: { query: { limit: 5 }, body: { name: 'Jo' } } })
  })

  test('as JSON under any of its names, and as nothing else', async () => {
    const sent = (contentType: string) =>
      requestOf('/test', { method: 'POST', headers: { 'content-type': contentType }, body: '{"name":"Jo"}' })
    for (const name of ['application/json', 'Application/JSON; charset=utf-8', 'application/merge-patch+json'])
      expect(await refusalOf(taking, sent(name))).toBeUndefined()
    for (const name of ['text/json', 'application/jsonp', 'text/plain'])
      expect(await refusalOf(taking, sent(name))).toEqual({ kind: 'wrong-content-type', wanted: 'application/json' })
  })

  test('up to the length that is allowed, whatever length it says', async () => {
    const long = 'x'.repeat(1_048_577)
    const tooLarge = { kind: 'body-too-large', limit: 1_048_576 }
    expect(await refusalOf(taking, requestOf('/test', { method: 'POST', headers: json, body: long }))).toEqual(tooLarge)
    const lying = requestOf('/test', { method: 'POST', headers: { ...json, 'content-length': '10' }, body: long })
    expect(await refusalOf(taking, lying)).toEqual(tooLarge)
    const file = routeWith({ body: 'file' })
    expect(await refusalOf(file, requestOf('/test', { method: 'POST', body: long }))).toBeUndefined()
    expect(await refusalOf(file, requestOf('/test', { method: 'POST', headers: { 'content-length': '8388609' }, body: 'x' }))).toEqual({
      kind: 'body-too-large',
      limit: 8_388_608,
    })
  })

  test('not at all where its length is not said, or is no number', async () => {
    expect(await refusalOf(taking, requestOf('/test', { method: 'POST', headers: json }))).toEqual({ kind: 'length-missing' })
    const odd = requestOf('/test', { method: 'POST', headers: { ...json, 'content-length': 'long' }, body: '{}' })
    expect(await refusalOf(taking, odd)).toEqual({ kind: 'length-missing' })
  })

  test('and where it is wrong, the answer says where, at most twenty times', async () => {
    const many = routeWith({ body: z.strictObject({ days: z.array(z.int()) }) })
    const body = JSON.stringify({ days: Array.from({ length: 100 }, () => 'x') })
    const refusal = await refusalOf(many, requestOf('/test', { method: 'POST', headers: json, body }))
    expect(refusal).toMatchObject({ kind: 'not-understood', errors: { length: 20, 0: { where: 'days.0' } } })
    expect(await refusalOf(taking, requestOf('/test?limit=x'))).toMatchObject({ kind: 'not-understood', errors: [{ where: 'limit' }] })
  })

  test('without naming what somebody made up: a field that we do not know may be called by their words', async () => {
    const body = '{"name":"Jo","Mary Lee has diabetes":1}'
    const said = await refusalOf(taking, requestOf('/test', { method: 'POST', headers: json, body }))
    expect(said).toEqual({ kind: 'not-understood', errors: [{ where: '', what: 'a field that we do not know' }] })
    const named = routeWith({ body: z.strictObject({ words: z.record(z.string(), z.string()) }) })
    const inside = await refusalOf(named, requestOf('/test', { method: 'POST', headers: json, body: '{"words":{"Mary Lee":1}}' }))
    expect(inside).toMatchObject({ kind: 'not-understood', errors: [{ where: 'words.…' }] })
  })
})

describe('an answer', () => {
  const answer = { body: { n: 7 }, etag: '7' }

  test('carries its ETag, and goes out once to each who asks by it', () => {
    expect(reply(answer, requestOf('/test'))).toMatchObject({ status: 200, headers: { etag: '"7"' }, body: '{"n":7}' })
    for (const known of ['"7"', 'W/"7"', '"1", "7"']) {
      const said = reply(answer, requestOf('/test', { headers: { 'if-none-match': known } }))
      expect(said).toMatchObject({ status: 304, headers: { etag: '"7"' } })
      expect(said.body).toBeUndefined()
    }
    for (const known of ['7', '"8"', '"77"'])
      expect(reply(answer, requestOf('/test', { headers: { 'if-none-match': known } })).status).toBe(200)
  })

  test('to a command goes out whatever one has', () => {
    expect(reply(answer, requestOf('/test', { method: 'POST', headers: { 'if-none-match': '"7"' } })).status).toBe(200)
  })
})

describe('a refusal', () => {
  test.each(Object.entries(refusals))('%s says why in a sentence, with its status and the code to quote', (kind, [refusal, status]) => {
    const said = replyProblem(refusal, 'ab'.repeat(16))
    const problem = problemSchema.parse(JSON.parse(said.body as string))
    expect(said).toMatchObject({ status, headers: { 'content-type': 'application/problem+json' } })
    expect(problem).toMatchObject({ ...refusal, kind, status, traceId: 'ab'.repeat(16) })
    expect(problem.title).not.toBe('Refused')
    expect(problem.detail).toMatch(/^[A-Z0-9“].*\.$/s)
    expect(problem.detail).not.toMatch(/undefined|NaN|\[object|[a-z]-[a-z]+-/)
  })

  test('that passes says when to come again, and one for want of a token what to bring', () => {
    expect(replyProblem({ kind: 'busy' }, '').headers).toMatchObject({ 'retry-after': '2' })
    expect(replyProblem({ kind: 'not-signed-in' }, '').headers).toMatchObject({ 'www-authenticate': 'Bearer' })
  })
})
