import { expect, test } from 'vitest'
import { formIdOf } from '#domain/draft.ts'
import { day } from '#domain/plainDate.ts'
import { createApi, Failed } from '#tab/api.ts'
import { caseIdOf } from '../builders.ts'
import type { Answer } from './fakeServer.ts'
import { fakeServer } from './fakeServer.ts'

const token = (): Promise<string> => Promise.resolve('a-token')
const id = caseIdOf(147)
const problem = {
  type: 'about:blank',
  title: 'No',
  status: 409,
  detail: 'They have been paused since 3 May 2026.',
  kind: 'impossible',
  traceId: '7F3K',
}
const recorded = { id, n: 12, reference: '0147', recordedAt: '2026-05-06T10:00:00.000Z', facts: ['12.0'] }
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof Failed ? error.failure : error),
  )

test('every call carries a token of its own, asked for at that moment', async () => {
  let asked = 0
  const { fetch, calls } = fakeServer({ status: 200, body: {} })
  const api = createApi({ fetch, token: () => Promise.resolve(`token ${++asked}`) })
  await api.me()
  await api.cases('levels')
  expect(calls.map(({ headers }) => headers['authorization'])).toEqual(['Bearer token 1', 'Bearer token 2'])
})

test('what has not changed on the server is not sent again', async () => {
  const list = { total: 1 }
  const { fetch, calls } = fakeServer({ status: 200, body: list, headers: { etag: '"41"' } }, { status: 304 })
  const api = createApi({ fetch, token })
  await api.cases('levels')
  expect(await api.cases('levels')).toEqual(list)
  expect(calls.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"41"'])
})

test('an entry says which state of the record it was typed on, and takes effect once', async () => {
  const { fetch, calls } = fakeServer({ status: 200, body: recorded })
  const api = createApi({ fetch, token })
  const answer = await api.command('levels', id, { kind: 'resume', happenedOn: day('2026-05-03') }, { key: 'key-1', n: 11 })
  expect(answer).toEqual({ ok: true, value: recorded })
  expect(calls[0]).toMatchObject({
    method: 'POST',
    path: `/api/v1/programmes/levels/cases/${id}/commands`,
    body: { kind: 'resume', happenedOn: '2026-05-03' },
  })
  expect(calls[0]?.headers).toMatchObject({ 'idempotency-key': 'key-1', 'if-match': '"11"' })
})

test('a contact only adds, so it carries no state of the record', async () => {
  const { fetch, calls } = fakeServer({ status: 200, body: recorded })
  await createApi({ fetch, token }).command(
    'levels',
    id,
    { kind: 'log-contact', happenedOn: day('2026-05-03'), reached: true },
    { key: 'key-1' },
  )
  expect(calls[0]?.headers).not.toHaveProperty('if-match')
})

test('a token that ran out is renewed without a question; only a second no asks the person', async () => {
  const { fetch, calls } = fakeServer({ status: 401 }, { status: 200, body: { name: 'M' } })
  expect(await createApi({ fetch, token }).me()).toEqual({ name: 'M' })
  expect(calls).toHaveLength(2)
  const refusing = fakeServer({ status: 401 })
  expect(await failureOf(createApi({ fetch: refusing.fetch, token }).me())).toEqual({ kind: 'signed-out' })
})

test('a host that gives no token means signing in', async () => {
  const { fetch } = fakeServer({ status: 200, body: {} })
  const api = createApi({ fetch, token: () => Promise.reject(new Error('CancelledByUser')) })
  expect(await failureOf(api.me())).toEqual({ kind: 'signed-out' })
})

test('no signal, a busy server and our own fault are told apart', async () => {
  const failures = async (answer: Answer) => failureOf(createApi({ fetch: fakeServer(answer).fetch, token }).me())
  expect(await failures('no-signal')).toEqual({ kind: 'no-signal' })
  expect(await failures({ status: 503 })).toEqual({ kind: 'busy' })
  expect(await failures({ status: 500, body: { ...problem, traceId: '7F3K' } })).toEqual({ kind: 'broken', code: '7F3K' })
})

test('forbidden and not there look the same to the one who reads', async () => {
  const failures = async (status: number) =>
    failureOf(createApi({ fetch: fakeServer({ status, body: problem }).fetch, token }).case('levels', id))
  expect(await failures(403)).toEqual({ kind: 'not-shown' })
  expect(await failures(404)).toEqual({ kind: 'not-shown' })
})

test('a refusal brings its sentence', async () => {
  const { fetch } = fakeServer({ status: 409, body: problem })
  const answer = await createApi({ fetch, token }).command(
    'levels',
    id,
    { kind: 'pause', happenedOn: day('2026-05-04') },
    { key: 'k', n: 1 },
  )
  expect(answer).toMatchObject({ ok: false, refusal: { kind: 'refused', problem: { detail: 'They have been paused since 3 May 2026.' } } })
})

test('someone was faster: the answer holds what they recorded, and the state of the record now', async () => {
  const entries = [{ id: '12.0', kind: 'trading-began' }]
  const { fetch } = fakeServer({ status: 412, body: { ...problem, kind: 'changed-since-read', n: 12, entries } })
  const answer = await createApi({ fetch, token }).command(
    'levels',
    id,
    { kind: 'begin-trading', happenedOn: day('2026-05-04') },
    { key: 'k', n: 11 },
  )
  expect(answer).toEqual({ ok: false, refusal: { kind: 'changed', n: 12, entries } })
})

test('a page that a gateway put in the way is not taken for an answer', async () => {
  const fetch: typeof globalThis.fetch = async () => new Response('<html>Bad gateway</html>', { status: 400 })
  const answer = await createApi({ fetch, token }).enquire('levels', { name: 'M. L.' }, { key: 'k' })
  expect(answer).toEqual({ ok: false, refusal: { kind: 'broken', code: '' } })
})

test('no name and no word that was typed stands in an address', async () => {
  const { fetch, calls } = fakeServer({ status: 201, body: recorded })
  await createApi({ fetch, token }).enquire('levels', { name: 'M. L.', wants: 'Company for older neighbours.' }, { key: 'k' })
  expect(calls[0]?.path).toBe('/api/v1/programmes/levels/cases')
})

test('words that go with the page go out at once, with the last token there was, and outlive it', async () => {
  let asked = 0
  const seen: RequestInit[] = []
  const fetch: typeof globalThis.fetch = async (_, init = {}) => {
    seen.push(init)
    return new Response(JSON.stringify({ keptAt: '2026-05-06T10:00:00.000Z' }), { status: 200 })
  }
  const api = createApi({ fetch, token: () => Promise.resolve(`token ${++asked}`) })
  const form = formIdOf(id, 'log-contact')
  await api.keepDraft('levels', form, { note: 'a' }, false)
  const leaving = api.keepDraft('levels', form, { note: 'ab' }, true)
  // Nothing was waited for: the page may be gone by the next turn.
  expect(seen).toHaveLength(2)
  await leaving
  expect(seen.map(({ method, keepalive, body }) => [method, keepalive ?? false, body])).toEqual([
    ['PUT', false, '{"words":{"note":"a"}}'],
    ['PUT', true, '{"words":{"note":"ab"}}'],
  ])
  expect(seen.map(({ headers }) => new Headers(headers).get('authorization'))).toEqual(['Bearer token 1', 'Bearer token 1'])
})

test('the words of a form are kept, found and dropped under its name', async () => {
  const { fetch, calls } = fakeServer({ status: 200, body: { words: {}, keptAt: '2026-05-06T10:00:00.000Z' } })
  const api = createApi({ fetch, token })
  const form = formIdOf(id, 'log-contact')
  await api.draft('levels', form)
  await api.dropDraft('levels', form)
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /api/v1/programmes/levels/drafts/${id}.log-contact`,
    `DELETE /api/v1/programmes/levels/drafts/${id}.log-contact`,
  ])
})
