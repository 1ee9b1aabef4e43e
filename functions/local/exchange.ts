import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CookieData, HttpData, TypedData } from './coreModule.ts'
import type { Parameters } from './routes.ts'

const bodyless = new Set(['GET', 'HEAD'])

/**
 * The body the app gets to see: only one whose length was announced, and none with GET or HEAD.
 * A chunked body is dropped without a word, as the real host does.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'none' | 'too large'> {
  const length = Number(request.headers['content-length'] ?? 0)
  if (bodyless.has(request.method ?? 'GET') || !(length > 0)) {
    request.resume()
    return 'none'
  }
  if (length > limit) return 'too large'
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const wrapped = (pairs: Iterable<readonly [string, string]>): Record<string, { value: string }> =>
  Object.fromEntries([...pairs].map(([name, value]) => [name, { value }]))

/** Repeated query keys arrive as one value, joined by commas. */
function joinedQuery(query: URLSearchParams): [string, string][] {
  return [...new Set(query.keys())].map(key => [key, query.getAll(key).join(',')])
}

function headersOf(request: IncomingMessage): [string, string][] {
  return Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  )
}

/** The request in the form that the app's library reads. */
export function toRpcRequest(request: IncomingMessage, url: URL, parameters: Parameters, body: Buffer | 'none'): TypedData {
  const http: HttpData = {
    method: request.method ?? 'GET',
    url: url.href,
    nullableHeaders: wrapped(headersOf(request)),
    nullableQuery: wrapped(joinedQuery(url.searchParams)),
    nullableParams: wrapped(Object.entries(parameters)),
  }
  return { http: body === 'none' ? http : { ...http, body: { bytes: body } } }
}

function cookieLine(cookie: CookieData): string {
  const { name, value, domain, path, expires, maxAge, secure, httpOnly, sameSite } = cookie
  const same = { strict: 'strict', lax: 'lax', explicitNone: 'none' }[sameSite ?? '']
  const parts = [
    `${name}=${encodeURIComponent(value)}`,
    maxAge && `max-age=${maxAge.value}`,
    expires && `expires=${new Date(Number(expires.value.seconds.toString()) * 1000).toUTCString()}`,
    domain && `domain=${domain.value}`,
    // The real host writes this path where the app names none.
    `path=${path?.value ?? '/'}`,
    secure?.value && 'secure',
    same && `samesite=${same}`,
    httpOnly?.value && 'httponly',
  ]
  return parts.filter(Boolean).join('; ')
}

const ownHeaders = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding'])

/** What was answered, for those who want to know. */
export type Answer = { status: number; headers: Record<string, string>; cookies: string[]; body: Buffer }

/** An answer without a body: 500 for a throw, 404 for nothing that takes this path and method. */
export const empty = (status: number): Answer => ({ status, headers: {}, cookies: [], body: Buffer.alloc(0) })

/** The app's answer as bytes for the wire; no answer at all is 204. */
export function fromRpcResponse(value: TypedData | null | undefined): Answer {
  const http = value?.http
  if (!http) return empty(204)
  const { bytes, string, json } = http.body ?? {}
  return {
    status: Number(http.statusCode ?? 200),
    headers: Object.fromEntries(Object.entries(http.headers ?? {}).filter(([name]) => !ownHeaders.has(name.toLowerCase()))),
    cookies: (http.cookies ?? []).map(cookieLine),
    body: bytes ? Buffer.from(bytes) : Buffer.from(string ?? json ?? ''),
  }
}

/** Writes an answer; a status that has no body gets none. */
export function writeAnswer(response: ServerResponse, { status, headers, cookies, body }: Answer): void {
  const hasBody = status !== 204 && status !== 304 && status >= 200
  response.writeHead(status, {
    ...headers,
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    ...(hasBody ? { 'content-length': body.length } : {}),
  })
  response.end(hasBody ? body : undefined)
}

/** Writes an answer of the local host's own, as JSON. */
export function writeJson(response: ServerResponse, status: number, value: unknown): void {
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  const body = Buffer.from(JSON.stringify(value))
  writeAnswer(response, { status, headers: { 'content-type': type, 'cache-control': 'no-store' }, cookies: [], body })
}
