import type { HttpRequest, HttpResponseInit } from '@azure/functions'
import type { Permission } from '#domain/permissions.ts'
import type { Problem } from '#domain/problems.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Caller } from '#functions/caller.ts'
import type { Refusal } from '#functions/refusals.ts'
import { statusOf } from '#functions/refusals.ts'
import { wordsOf } from '#functions/refusalWords.ts'
import type * as z from 'zod'

/** What a route gives back. `etag` is set without quotes. */
export type Answer = {
  status?: number
  body?: unknown
  etag?: string
  headers?: Record<string, string>
  /** In place of a body: bytes that the browser saves under a name. */
  file?: { bytes: Uint8Array; type: string; name: string }
}

/** A request that has been read: its caller is known, its parts are parsed. */
export type Asked<Query = unknown, Body = unknown> = {
  /** Undefined only on routes that anyone may ask. */
  caller: Caller
  params: Readonly<Record<string, string>>
  query: Query
  body: Body
  /** The bytes of a body that is a file. */
  file: { bytes: Uint8Array<ArrayBuffer>; contentType: string }
  headers: { get(name: string): string | null }
  traceId: string
}

/**
 * One route: one function per method and template, because the host answers a wrong method like a wrong address.
 * Every route names what it takes to ask it; one without does not compile, and so does not start.
 */
export type Route = {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** `anyone` needs no sign-in; `signed-in` looks at the person only; a permission is checked in the programme `{p}` by `handle`. */
  needs: 'anyone' | 'signed-in' | Permission
  summary: string
  query?: z.ZodType
  body?: z.ZodType | 'file'
  answer: { status: number; schema?: z.ZodType }
  handle: (asked: Asked) => Promise<Result<Answer, Refusal>>
}

/** The most bytes of a JSON body, and of a file. */
export const bodyLimits = { json: 1_048_576, file: 8 * 1_048_576 } as const

/** Types a route by its schemas, so that `handle` gets what they parse to. */
export function route<Query, Body>(
  spec: Omit<Route, 'handle' | 'query' | 'body'> & {
    query?: z.ZodType<Query>
    body?: z.ZodType<Body> | 'file'
    handle: (asked: Asked<Query, Body>) => Promise<Result<Answer, Refusal>>
  },
): Route {
  // `read` below parses by these very schemas before `handle` is called.
  return { ...spec, handle: asked => spec.handle(asked as Asked<Query, Body>) }
}

/** Reads the query and the body of a request by the route's schemas. */
export async function read(spec: Route, request: HttpRequest): Promise<Result<Pick<Asked, 'query' | 'body' | 'file'>, Refusal>> {
  const query = spec.query ? parse(spec.query, Object.fromEntries(request.query), 'in the address') : ok(undefined)
  if (!query.ok) return query
  const file = { bytes: new Uint8Array(), contentType: '' }
  if (spec.body === undefined) return ok({ query: query.value, body: undefined, file })
  const bytes = await bytesOf(request, spec.body === 'file' ? bodyLimits.file : bodyLimits.json)
  if (!bytes.ok) return bytes
  const contentType = request.headers.get('content-type') ?? ''
  if (spec.body === 'file') return ok({ query: query.value, body: undefined, file: { bytes: bytes.value, contentType } })

  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType)) return refused({ kind: 'wrong-content-type', wanted: 'application/json' })
  const json = readJson(bytes.value)
  if (!json.ok) return json
  const body = parse(spec.body, json.value, '')
  return body.ok ? ok({ query: query.value, body: body.value, file }) : body
}

async function bytesOf(request: HttpRequest, limit: number): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  // The host drops a chunked body without a word, so a body is only believed where its length was said.
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (Number.isNaN(length)) return refused({ kind: 'length-missing' })
  if (length > limit) return refused({ kind: 'body-too-large', limit })
  const bytes = new Uint8Array(await request.arrayBuffer())
  return bytes.byteLength > limit ? refused({ kind: 'body-too-large', limit }) : ok(bytes)
}

function readJson(bytes: Uint8Array): Result<unknown, Refusal> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return refused({ kind: 'not-json' })
  }
}

function parse<T>(schema: z.ZodType<T>, value: unknown, where: string): Result<T, Refusal> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const errors = parsed.error.issues.slice(0, 20).map(issue => ({ where: placeOf(issue) || where, what: whatOf(issue) }))
  return refused({ kind: 'not-understood', errors })
}

/** Where in the body it is. A key that somebody made up may be their words, so only what looks like the name of a field is said. */
const placeOf = ({ path }: z.core.$ZodIssue): string =>
  path.map(part => (typeof part === 'number' || /^[A-Za-z][A-Za-z0-9-]*$/.test(String(part)) ? String(part) : '…')).join('.')

/** What is wrong, without what was sent: zod would name the fields that it does not know, and they may be somebody's words. */
const whatOf = ({ code, message }: z.core.$ZodIssue): string => (code === 'unrecognized_keys' ? 'a field that we do not know' : message)

const always = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-cache',
  'content-type': 'application/json; charset=utf-8',
}

/** An answer as the host takes it. A reader who has this version already gets 304 and no body. */
export function reply(answer: Answer, request: HttpRequest): HttpResponseInit {
  if (answer.file) {
    const { bytes, type, name } = answer.file
    const saved = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' }
    return { status: 200, headers: { ...always, ...saved }, body: bytes }
  }
  const etag = answer.etag === undefined ? undefined : `"${answer.etag}"`
  const headers = { ...always, ...(etag ? { etag } : {}), ...answer.headers }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map(each => each.trim().replace(/^W\//, ''))
  if (etag && request.method === 'GET' && known.includes(etag)) return { status: 304, headers }
  return { status: answer.status ?? 200, headers, body: textOf(answer.body ?? {}) }
}

// An answer that is kept, and given again, is written out once.
const texts = new WeakMap<object, string>()

function textOf(body: object): string {
  const text = texts.get(body) ?? JSON.stringify(body)
  texts.set(body, text)
  return text
}

/** A refusal as the host takes it: problem+json, with the code to quote. */
export function replyProblem(refusal: Refusal, traceId: string): HttpResponseInit {
  const status = statusOf[refusal.kind]
  const { kind, ...rest } = refusal
  const problem: Problem = {
    type: `https://catalyst-casebook.invalid/problems/${kind}`,
    title: titleOf(status),
    status,
    detail: wordsOf(refusal),
    kind,
    traceId,
    ...rest,
  }
  const headers: Record<string, string> = { ...always, 'content-type': 'application/problem+json' }
  if (status === 503) headers['retry-after'] = '2'
  if (status === 401) headers['www-authenticate'] = 'Bearer'
  return { status, headers, body: JSON.stringify(problem) }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Not understood',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'It does not fit what is on record',
  411: 'Length missing',
  412: 'Changed since you read it',
  413: 'Too large',
  415: 'Wrong kind of body',
  422: 'It cannot be recorded like this',
  428: 'A header is missing',
  500: 'Our fault',
  503: 'Not just now',
}

const titleOf = (status: number): string => titles[status] ?? 'Refused'
