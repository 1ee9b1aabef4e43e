import { setImmediate } from 'node:timers/promises'
import type { TableTransactionResponse, TransactionAction } from '@azure/data-tables'
import type { PipelineResponse } from '@azure/core-rest-pipeline'
import { createDefaultHttpClient, createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import { RestError, TableClient } from '@azure/data-tables'
import type { Columns, Entity, Span, Write } from './rows.ts'
import { foundIn, partitionKeyOf, rowKeyOf, spanOf, writesOf } from './rows.ts'
import type { Change, CommitOutcome, Found, Key, Partition, Range, RowKind, Store } from './store.ts'
import { StoreUnavailable } from './store.ts'

/** Both clients are of one table; the writer must not retry, because a retry cannot tell its own write from somebody else's. */
export type TableClients = { writer: TableClient; reader: TableClient; allowInsecureConnection: boolean }

const attemptMilliseconds = 5_000
const pageSize = 1_000
const writing = { retryOptions: { maxRetries: 0 } }
const reading = { retryOptions: { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 500 } }

/** A store in one table of Azure Table storage, or of what speaks its language. */
export class TableStore implements Store {
  readonly #clients: TableClients
  readonly #attemptMilliseconds: number

  constructor(clients: TableClients, attempt = attemptMilliseconds) {
    this.#clients = clients
    this.#attemptMilliseconds = attempt
  }

  async read<K extends RowKind>(partition: Partition, kind: K, key: Key, signal?: AbortSignal): Promise<Found<K> | undefined> {
    const [partitionKey, rowKey] = [partitionKeyOf(partition), rowKeyOf(kind, key)]
    const entity = await this.#ask(signal, abortSignal => entityAt(this.#clients.reader, partitionKey, rowKey, abortSignal))
    return entity && foundIn(kind, entity.rowKey, entity, entity.etag)
  }

  async *list<K extends RowKind>(partition: Partition, kind: K, range: Range = {}, signal?: AbortSignal): AsyncIterable<Found<K>[]> {
    const span = spanOf(kind, range)
    const filter = filterOf(partitionKeyOf(partition), span)
    const ask = (from: Place | undefined) => this.#ask(signal, abortSignal => pageOf(this.#clients, { filter, from }, abortSignal))
    let next: Promise<Page> | undefined = ask(undefined)
    while (next) {
      const page: Page = await next
      next = page.next && ask(page.next)
      if (next) {
        // Whoever has seen enough leaves it unread.
        next.catch(() => undefined)
        // The store looks for the next page while this one is read: its question has to be out before reading takes the thread.
        await setImmediate()
      }
      const found = page.rows.filter(({ RowKey }) => span.has(RowKey)).map(row => foundIn(kind, row.RowKey, row, row['odata.etag']))
      if (found.length > 0) yield found
    }
  }

  async commit(partition: Partition, changes: readonly Change[], signal?: AbortSignal): Promise<CommitOutcome> {
    const writes = writesOf(partition, changes)
    return this.#ask(signal, abortSignal => submit(this.#clients.writer, writes, abortSignal))
  }

  async prepare(signal?: AbortSignal): Promise<void> {
    await this.#ask(signal, abortSignal => this.#clients.reader.createTable({ abortSignal }))
  }

  /** One attempt: it ends when the answer is there, when its time is over or when the caller gives up, whatever the client does. */
  async #ask<T>(caller: AbortSignal | undefined, attempt: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(new Error(`no answer in ${this.#attemptMilliseconds} ms`)), this.#attemptMilliseconds)
    const giveUp = (): void => limit.abort(caller?.reason)
    caller?.addEventListener('abort', giveUp)
    const over = new Promise<never>((_, reject) => {
      limit.signal.addEventListener('abort', () => reject(limit.signal.reason as Error))
    })
    if (caller?.aborted) giveUp()
    try {
      return await Promise.race([over, attempt(limit.signal)])
    } catch (cause) {
      throw isOurMistake(cause) ? cause : new StoreUnavailable('the table did not answer', { cause })
    } finally {
      clearTimeout(timer)
      caller?.removeEventListener('abort', giveUp)
    }
  }
}

/** A store on the table that a connection string leads to: Azurite's, Azure's or Cosmos DB's. */
export function tableStoreAt(connectionString: string, table: string, attempt?: number): TableStore {
  // Only a store on this machine speaks plain HTTP.
  const allowInsecureConnection = /TableEndpoint=http:|UseDevelopmentStorage=true/i.test(connectionString)
  const client = (options: typeof writing): TableClient =>
    TableClient.fromConnectionString(connectionString, table, { ...options, allowInsecureConnection })
  return new TableStore({ writer: client(writing), reader: client(reading), allowInsecureConnection }, attempt)
}

/** A store on a table that the app's managed identity may use, such as `https://{account}.table.core.windows.net`. */
export async function tableStoreByIdentity(accountUrl: string, table: string, clientId?: string): Promise<TableStore> {
  const { ManagedIdentityCredential } = await import('@azure/identity')
  const credential = clientId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId })
  const client = (options: typeof writing): TableClient => new TableClient(accountUrl, table, credential, options)
  return new TableStore({ writer: client(writing), reader: client(reading), allowInsecureConnection: false })
}

type Stored = Entity & { etag: string }

// Not every 404 and 409 carries a code, so only the status decides.
const statusOf = (error: unknown): number | undefined => (error instanceof RestError ? error.statusCode : undefined)

/** Asking again would only be refused again. */
const isOurMistake = (error: unknown): boolean => [400, 413].includes(statusOf(error) ?? 0)

async function entityAt(client: TableClient, partitionKey: string, rowKey: string, abortSignal: AbortSignal): Promise<Stored | undefined> {
  const entity = await client.getEntity<Entity>(partitionKey, rowKey, { abortSignal }).catch((error: unknown) => {
    if (statusOf(error) === 404) return undefined
    throw error
  })
  if (entity && entity.rowKey !== rowKey) throw new Error('the answer is not the row asked for')
  return entity
}

// Keys hold no quotes: they have been checked.
const filterOf = (partitionKey: string, { from, before }: Span): string =>
  `PartitionKey eq '${partitionKey}' and RowKey ge '${from}' and RowKey lt '${before}'`

/** A row as it comes over the wire. Its columns are texts and numbers, for which JSON needs no types beside them. */
type WireRow = Columns & { RowKey: string; 'odata.etag': string }

/** Where the next page begins. */
type Place = { partitionKey: string; rowKey: string | undefined }
type Page = { rows: WireRow[]; next: Place | undefined }

const http = createDefaultHttpClient()
const wire = { accept: 'application/json;odata=minimalmetadata', dataserviceversion: '3.0', 'x-ms-version': '2019-02-02' }

/**
 * One page of a query, through the client's own pipeline: signed, tried again and read from JSON as the client does it. What the client does
 * after that, row by row and value by value, takes as long again, and gives rows that are the same but for their names.
 */
async function pageOf(
  { reader: client, allowInsecureConnection }: TableClients,
  { filter, from }: { filter: string; from: Place | undefined },
  abortSignal: AbortSignal,
): Promise<Page> {
  const query = { $filter: filter, $top: String(pageSize), NextPartitionKey: from?.partitionKey, NextRowKey: from?.rowKey }
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
  const url = `${client.url.replace(/\/$/, '')}/${client.tableName}()?${asked.join('&')}`
  const request = createPipelineRequest({ url, headers: createHttpHeaders(wire), abortSignal, allowInsecureConnection })
  // The pipeline has read the body, if it is JSON.
  const response: PipelineResponse & { parsedBody?: unknown } = await client.pipeline.sendRequest(http, request)
  const { status: statusCode, headers, parsedBody } = response
  if (statusCode !== 200) throw new RestError('the table gave no page', { statusCode, request, response })
  const { value } = (parsedBody ?? {}) as { value?: unknown }
  // A gateway's page is an answer without rows too.
  if (!Array.isArray(value)) throw new Error('the answer is not a page of rows')
  const partitionKey = headers.get('x-ms-continuation-nextpartitionkey')
  const rowKey = headers.get('x-ms-continuation-nextrowkey')
  return { rows: value as WireRow[], next: partitionKey === undefined ? undefined : { partitionKey, rowKey } }
}

function actionOf(write: Write): TransactionAction {
  switch (write.put) {
    case 'insert':
      return ['create', write.entity]
    case 'replace':
      return ['update', write.entity, 'Replace', { etag: write.etag }]
    case 'upsert':
      return ['upsert', write.entity, 'Replace']
    case 'delete':
      return ['delete', write.entity]
  }
}

async function submit(client: TableClient, writes: readonly Write[], abortSignal: AbortSignal): Promise<CommitOutcome> {
  const statuses = await client.submitTransaction(writes.map(actionOf), { abortSignal }).then(statusesOf, (error: unknown) => {
    const status = statusOf(error)
    if (status !== undefined && isConflict(status, writes)) return [status]
    throw error
  })
  if (statuses.some(status => isConflict(status, writes))) return 'conflict'
  // The client takes half an answer for a success, and one whose error it cannot read.
  if (statuses.length < writes.length || statuses.some(status => status >= 300)) throw new Error('the answer does not say what was done')
  return 'committed'
}

const statusesOf = ({ subResponses }: TableTransactionResponse): number[] => subResponses.map(({ status }) => status)

/** An insert is never short of its row: there 404 says that the table is missing. */
const isConflict = (status: number, writes: readonly Write[]): boolean =>
  status === 409 || status === 412 || (status === 404 && writes.some(({ put }) => put === 'replace' || put === 'delete'))
