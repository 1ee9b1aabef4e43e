import { HttpRequest } from '@azure/functions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { problemSchema } from '#domain/problems.ts'
import { day, instantAt } from '#domain/plainDate.ts'
import { ok } from '#domain/result.ts'
import type { Route } from '#functions/http.ts'
import { read, reply, replyProblem } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'

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

const on = day('2024-05-03')
const twice = { kind: 'twice', what: 'trading-began', on, firstOn: on } as const

const report = {
  dryRun: false,
  rows: 2,
  written: 0,
  unchanged: 0,
  refused: 2,
  next: null,
  fresh: 0,
  changed: 0,
  errors: [],
  warnings: [],
  changes: [],
  columns: { read: [], notRead: [] },
  questions: { established: 0, stopped: false, grantsIn: false, endings: [] },
}

/** One refusal of each kind and its status, from the meaning of the codes in RFC 9110 and RFC 6585. */
const refusals: { readonly [K in Refusal['kind']]: [Extract<Refusal, { kind: K }>, number] } = {
  'not-signed-in': [{ kind: 'not-signed-in' }, 401],
  'token-expired': [{ kind: 'token-expired' }, 401],
  'token-not-ours': [{ kind: 'token-not-ours' }, 401],
  'keys-unreachable': [{ kind: 'keys-unreachable' }, 503],
  'views-full': [{ kind: 'views-full', most: 50 }, 409],
  'ticket-gone': [{ kind: 'ticket-gone' }, 404],
  'in-future': [{ kind: 'in-future', happenedOn: on, today: on }, 422],
  impossible: [{ kind: 'impossible', about: twice }, 409],
  'attribute-shape': [{ kind: 'attribute-shape', attribute: 'languages' }, 422],
  'no-numbers-before': [{ kind: 'no-numbers-before' }, 422],
  'more-than-the-hours': [{ kind: 'more-than-the-hours', part: 'council' }, 422],
  'nobody-works': [{ kind: 'nobody-works' }, 422],
  'answer-missing': [{ kind: 'answer-missing' }, 422],
  'stopped-later': [{ kind: 'stopped-later', stoppedOn: on }, 422],
  'due-in-the-past': [{ kind: 'due-in-the-past', dueOn: on }, 422],
  'too-far-ahead': [{ kind: 'too-far-ahead', latest: on }, 422],
  'no-handover': [{ kind: 'no-handover' }, 409],
  'offered-already': [{ kind: 'offered-already', on }, 409],
  'theirs-already': [{ kind: 'theirs-already' }, 409],
  'merge-with-itself': [{ kind: 'merge-with-itself' }, 422],
  'merged-before': [{ kind: 'merged-before', into: '1' }, 409],
  'kept-is-merged': [{ kind: 'kept-is-merged' }, 409],
  'not-merged': [{ kind: 'not-merged' }, 409],
  'of-two-records': [{ kind: 'of-two-records' }, 409],
  'cannot-take-over': [{ kind: 'cannot-take-over' }, 422],
  'no-safeguarding-number': [{ kind: 'no-safeguarding-number' }, 409],
  'gate-shut': [{ kind: 'gate-shut', gate: 'list', inTheWay: [{ kind: 'taken-on', met: false }], called: {} }, 409],
  'past-legal-day': [{ kind: 'past-legal-day', need: 'cqc-clock', on: day('2015-06-01') }, 422],
  'look-again-before-seen': [{ kind: 'look-again-before-seen', seenOn: on, lookAgainOn: on }, 422],
  'issued-after-seen': [{ kind: 'issued-after-seen', seenOn: on, issuedOn: on }, 422],
  'not-asked-to-take-over': [{ kind: 'not-asked-to-take-over' }, 403],
  'check-without-answers': [{ kind: 'check-without-answers' }, 422],
  'outcome-does-not-follow': [{ kind: 'outcome-does-not-follow', follows: 'required' }, 422],
  'no-such-entry': [{ kind: 'no-such-entry', of: '1.0' }, 422],
  'corrected-already': [{ kind: 'corrected-already', of: '1.0' }, 409],
  'enquiry-stays': [{ kind: 'enquiry-stays' }, 422],
  'nothing-to-undo': [{ kind: 'nothing-to-undo', of: 1 }, 422],
  'handover-answered': [{ kind: 'handover-answered', answer: 'yes' }, 409],
  'not-yours-to-undo': [{ kind: 'not-yours-to-undo' }, 403],
  'too-late-to-undo': [{ kind: 'too-late-to-undo', recordedAt: instantAt(0) }, 409],
  'data-of-another-kind': [{ kind: 'data-of-another-kind', of: '1.0', is: 'stopped' }, 422],
  'identifier-shape': [{ kind: 'identifier-shape', register: 'oscr', identifier: '12X' }, 422],
  'nothing-told': [{ kind: 'nothing-told' }, 422],
  'dbs-apart': [{ kind: 'dbs-apart' }, 422],
  'offer-not-told': [{ kind: 'offer-not-told' }, 422],
  'reference-stays': [{ kind: 'reference-stays' }, 422],
  'too-early': [{ kind: 'too-early', month: 24, dueOn: day('2027-05-16') }, 422],
  'more-than-asked': [{ kind: 'more-than-asked', asked: 10, answered: 11 }, 422],
  'more-than-answered': [{ kind: 'more-than-answered', answered: 10, said: 11 }, 422],
  'year-to-come': [{ kind: 'year-to-come', year: 2025 }, 422],
  'asked-already': [{ kind: 'asked-already', year: 2023, on }, 409],
  'answered-already': [{ kind: 'answered-already', on }, 409],
  'answered-before-asked': [{ kind: 'answered-before-asked', askedOn: on }, 422],
  'permission-too-short': [{ kind: 'permission-too-short', from: on, until: day('2024-05-02') }, 422],
  'no-permission': [{ kind: 'no-permission' }, 409],
  'permission-is-theirs': [{ kind: 'permission-is-theirs' }, 409],
  'story-gone': [{ kind: 'story-gone' }, 409],
  'other-numbers': [{ kind: 'other-numbers', wanted: 12, ready: 9 }, 409],
  'nothing-to-sign': [{ kind: 'nothing-to-sign' }, 409],
  'no-such-area': [{ kind: 'no-such-area', area: 'moon' }, 422],
  'no-such-service': [{ kind: 'no-such-service', service: 'moon' }, 422],
  busy: [{ kind: 'busy' }, 503],
  'key-used-otherwise': [{ kind: 'key-used-otherwise' }, 422],
  'bad-file': [{ kind: 'bad-file', what: 'The file has no rows.' }, 422],
  'file-too-large': [{ kind: 'file-too-large', what: 'The file has too many rows.' }, 413],
  'rows-need-you': [
    {
      kind: 'rows-need-you',
      what: 'Two rows need you.',
      report,
    },
    422,
  ],
  'not-found': [{ kind: 'not-found' }, 404],
  'not-permitted': [{ kind: 'not-permitted', permission: 'import' }, 403],
  'not-understood': [{ kind: 'not-understood', errors: [{ where: 'name', what: 'Too small' }] }, 400],
  'not-json': [{ kind: 'not-json' }, 400],
  'wrong-content-type': [{ kind: 'wrong-content-type', wanted: 'application/json' }, 415],
  'body-too-large': [{ kind: 'body-too-large', limit: 1_048_576 }, 413],
  'length-missing': [{ kind: 'length-missing' }, 411],
  'idempotency-key-missing': [{ kind: 'idempotency-key-missing' }, 428],
  'if-match-missing': [{ kind: 'if-match-missing' }, 428],
  'changed-since-read': [{ kind: 'changed-since-read', n: 7, entries: [] }, 412],
  'draft-held-back': [{ kind: 'draft-held-back' }, 409],
  'draft-too-long': [{ kind: 'draft-too-long', limit: 65_536 }, 413],
  'programme-exists': [{ kind: 'programme-exists', id: 'moors' }, 409],
  'areas-share-a-name': [{ kind: 'areas-share-a-name', first: 'A', second: 'a' }, 422],
  'area-without-a-name': [{ kind: 'area-without-a-name', area: '!' }, 422],
  'period-backwards': [{ kind: 'period-backwards', from: on, to: on }, 422],
  'reference-taken': [{ kind: 'reference-taken', reference: '0001' }, 409],
  'code-twice': [{ kind: 'code-twice', code: 'north' }, 422],
  'code-without-a-name': [{ kind: 'code-without-a-name', code: 'north' }, 422],
  'names-too-alike': [{ kind: 'names-too-alike', first: 'North', second: 'NORTH' }, 422],
  'code-not-listed': [{ kind: 'code-not-listed', code: 'north' }, 422],
  'follow-up-unnamed': [{ kind: 'follow-up-unnamed' }, 422],
  'not-a-phone-number': [{ kind: 'not-a-phone-number' }, 422],
  'settings-changed': [{ kind: 'settings-changed', version: 3 }, 412],
  'nothing-changed': [{ kind: 'nothing-changed' }, 422],
  'owner-not-here': [{ kind: 'owner-not-here' }, 422],
  'nobody-follows-up': [{ kind: 'nobody-follows-up' }, 422],
  'not-a-member': [{ kind: 'not-a-member' }, 422],
  'last-lead': [{ kind: 'last-lead' }, 409],
  'works-on-it': [{ kind: 'works-on-it' }, 403],
  'decided-it': [{ kind: 'decided-it' }, 403],
  'paid-it': [{ kind: 'paid-it' }, 403],
  'asked-of-the-future': [{ kind: 'asked-of-the-future', today: on }, 422],
  'known-in-the-future': [{ kind: 'known-in-the-future' }, 422],
  'range-backwards': [{ kind: 'range-backwards' }, 422],
  'no-such-figure': [{ kind: 'no-such-figure', figure: 'n' }, 404],
  'no-such-cursor': [{ kind: 'no-such-cursor' }, 400],
  'store-unavailable': [{ kind: 'store-unavailable' }, 503],
  broken: [{ kind: 'broken' }, 500],
}

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
