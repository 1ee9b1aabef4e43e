import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Change, Store } from '#functions/store.ts'
import { StoreUnavailable } from '#functions/store.ts'
import { tableStoreAt } from '#functions/tableStore.ts'

// What Azure answers and Azurite never does, from a server that says what it is told to.
type Answer = { status: number; headers?: Record<string, string>; body?: string }

const asked: { url: string; body: string }[] = []
let answers: Answer[] = []
let store: Store

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

const server = createServer((request, response) => {
  void bodyOf(request).then(body => {
    asked.push({ url: decodeURIComponent(request.url ?? ''), body })
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 500 }
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const account = `AccountName=someone;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:${port}/someone`
  store = tableStoreAt(`DefaultEndpointsProtocol=http;${account};`, 'casebook', 1_000)
})
beforeEach(() => {
  asked.length = 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const insert = (name: string): Change => ({ put: 'insert', kind: 'claim', key: [name], row: { caseId: 'holder' } })
const remove = (name: string): Change => ({ put: 'delete', kind: 'claim', key: [name] })
const json = { 'Content-Type': 'application/json;odata=minimalmetadata' }
const storedClaim = (rowKey: string) => ({ 'odata.etag': 'W/"1"', PartitionKey: 'p', RowKey: rowKey, row0: '{"caseId":"holder"}' })
const page = (rows: readonly object[], next?: string): Answer => ({
  status: 200,
  headers: { ...json, ...(next !== undefined && { 'x-ms-continuation-NextPartitionKey': 'p', 'x-ms-continuation-NextRowKey': next }) },
  body: JSON.stringify({ value: rows }),
})
const batch = (...parts: readonly string[]): Answer => ({
  status: 202,
  headers: { 'Content-Type': 'multipart/mixed; boundary=batchresponse_1' },
  body: [
    '--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n',
    ...parts.map(part => `--changesetresponse_1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 ${part}\r\n\r\n`),
    '--changesetresponse_1--\r\n--batchresponse_1--\r\n',
  ].join(''),
})
const nothing = { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>Sign in to the guest network</p>' }

async function listed(): Promise<string[]> {
  const keys: string[] = []
  for await (const found of store.list('p', 'claim')) keys.push(...found.map(({ key }) => key.join('|')))
  return keys
}

test('an empty page that carries a token is passed over', async () => {
  answers = [page([], 'claim|a'), page([storedClaim('claim|b')], 'claim|c'), page([], 'claim|d'), page([storedClaim('claim|a')])]
  expect(await listed()).toEqual(['b', 'a'])
  expect(asked).toHaveLength(4)
  expect(asked[3]?.url).toContain('NextRowKey=claim|d')
  expect(asked[3]?.url).toContain("PartitionKey eq 'p' and RowKey ge 'claim' and RowKey lt 'claim}'")
})

test('rows that do not belong to the range are left out', async () => {
  answers = [page([storedClaim('claim|b'), storedClaim('claims|c'), storedClaim('claim}|d')])]
  expect(await listed()).toEqual(['b'])
})

test.each([429, 500, 503])('the status %i to every try is unavailable', async status => {
  answers = [{ status, headers: { 'Retry-After': '0' } }]
  await expect(store.read('p', 'claim', ['a'])).rejects.toThrow(StoreUnavailable)
  await expect(listed()).rejects.toThrow(StoreUnavailable)
  asked.length = 0
  await expect(store.commit('p', [insert('a')])).rejects.toThrow(StoreUnavailable)
  expect(asked).toHaveLength(1)
})

test('a read is tried again where the store was busy', async () => {
  answers = [{ status: 503 }, { status: 200, headers: json, body: JSON.stringify(storedClaim('claim|a')) }]
  expect(await store.read('p', 'claim', ['a'])).toEqual({ key: ['a'], row: { caseId: 'holder' }, etag: 'W/"1"' })
})

test.each([401, 403])('the status %i says that the store cannot be used now', async status => {
  answers = [{ status }]
  await expect(store.read('p', 'claim', ['a'])).rejects.toThrow(StoreUnavailable)
  await expect(store.prepare()).rejects.toThrow(StoreUnavailable)
})

test('a request that the store does not understand is our mistake, and not tried again', async () => {
  answers = [{ status: 400 }]
  await expect(store.commit('p', [insert('a')])).rejects.not.toThrow(StoreUnavailable)
  await expect(listed()).rejects.not.toThrow(StoreUnavailable)
  expect(asked).toHaveLength(2)
})

test.each([
  ['a page of something else', nothing],
  ['an empty answer', { status: 200 }],
  ['JSON of something else', { status: 200, headers: json, body: '{}' }],
  ['JSON that is broken off', { status: 200, headers: json, body: '{"value":[{"RowKey":"cla' }],
  ['another row', { status: 200, headers: json, body: JSON.stringify(storedClaim('claim|b')) }],
])('%s is unavailable, not a row, a list or a success', async (_, answer) => {
  answers = [answer]
  await expect(store.read('p', 'claim', ['a'])).rejects.toThrow(StoreUnavailable)
  await expect(listed()).rejects.toThrow(StoreUnavailable)
  await expect(store.commit('p', [insert('a')])).rejects.toThrow(StoreUnavailable)
})

test('a transaction is committed where every row was', async () => {
  answers = [batch('204 No Content', '204 No Content')]
  expect(await store.commit('p', [insert('a'), remove('b')])).toBe('committed')
})

test('a transaction that is answered in part may or may not have happened', async () => {
  answers = [batch('204 No Content')]
  await expect(store.commit('p', [insert('a'), insert('b')])).rejects.toThrow(StoreUnavailable)
  answers = [batch()]
  await expect(store.commit('p', [insert('a')])).rejects.toThrow(StoreUnavailable)
})

test.each(['409 Conflict', '412 Precondition Failed'])(
  'a refusal without words, or with words on many lines, is a conflict: %s',
  async status => {
    answers = [batch(status)]
    expect(await store.commit('p', [insert('a')])).toBe('conflict')
    answers = [batch(`${status}\r\n\r\n{\n"odata.error": {\n"code": "Some"\n}\n}`)]
    expect(await store.commit('p', [insert('a'), insert('b')])).toBe('conflict')
    answers = [batch(`${status}\r\n\r\n{"odata.error":{"code":"Some","message":{"value":"0:words"}}}`)]
    expect(await store.commit('p', [insert('a'), insert('b')])).toBe('conflict')
  },
)

test('a missing row is a conflict for whoever deletes it; for whoever inserts it the table is missing', async () => {
  answers = [batch('404 Not Found')]
  expect(await store.commit('p', [remove('a')])).toBe('conflict')
  await expect(store.commit('p', [insert('a')])).rejects.toThrow(StoreUnavailable)
})

test.each(['500 Internal Server Error', '503 Service Unavailable', '429 Too Many Requests'])(
  'a transaction whose row is answered %s is unavailable',
  async status => {
    answers = [batch(status)]
    await expect(store.commit('p', [insert('a')])).rejects.toThrow(StoreUnavailable)
    answers = [batch(`${status}\r\n\r\n{"odata.error":{"code":"ServerBusy","message":{"value":"busy"}}}`)]
    await expect(store.commit('p', [insert('a')])).rejects.toThrow(StoreUnavailable)
  },
)

test('preparing makes the table, and is content where it is there', async () => {
  answers = [{ status: 204 }]
  await store.prepare()
  expect(asked[0]?.body).toContain('"TableName":"casebook"')
  answers = [{ status: 409, headers: json, body: '{"odata.error":{"code":"TableAlreadyExists","message":{"value":"there"}}}' }]
  await store.prepare()
  answers = [{ status: 409, headers: json, body: '{"odata.error":{"code":"TableBeingDeleted","message":{"value":"going"}}}' }]
  await expect(store.prepare()).rejects.toThrow(StoreUnavailable)
})
