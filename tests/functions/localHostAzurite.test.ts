import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TransactionAction } from '@azure/data-tables'
import { TableClient } from '@azure/data-tables'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Azurite } from '#local/azurite.ts'
import { startAzurite } from '#local/azurite.ts'

const tableOf = ({ connectionString }: Azurite, name = 'casebook'): TableClient =>
  TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true })

const padded = (n: number): string => String(n).padStart(5, '0')

async function insertRows(table: TableClient, partitionKey: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += 100) {
    const rows = Array.from({ length: Math.min(100, count - from) }, (_, at) => ({ partitionKey, rowKey: padded(from + at), n: from + at }))
    await table.submitTransaction(rows.map((row): TransactionAction => ['create', row]))
  }
}

async function statusOf(work: Promise<unknown>): Promise<number> {
  return work.then(
    () => 200,
    (error: unknown) => (error as { statusCode?: number }).statusCode ?? 0,
  )
}

/** A walk over the questions a casebook asks of its store, and the answers it gets. */
async function answersOf(table: TableClient): Promise<unknown> {
  await table.createTable()
  await insertRows(table, 'one', 250)
  await insertRows(table, 'two', 250)
  const found = await table.getEntity<{ n: number }>('two', '00007')
  await table.updateEntity({ partitionKey: 'two', rowKey: '00007', n: 700 }, 'Replace', { etag: found.etag })
  await table.deleteEntity('one', '00003')
  const rows = table.listEntities<{ n: number }>({ queryOptions: { filter: "RowKey ge '00002' and RowKey lt '00009'" } })
  const listed = []
  for await (const row of rows) listed.push(`${row.partitionKey} ${row.rowKey} ${row.n}`)
  const halfDone: TransactionAction[] = [
    ['create', { partitionKey: 'one', rowKey: 'new', n: 1 }],
    ['create', { partitionKey: 'one', rowKey: '00001', n: 1 }],
  ]
  return {
    found: found.n,
    listed,
    stale: await statusOf(table.updateEntity({ partitionKey: 'two', rowKey: '00007', n: 1 }, 'Replace', { etag: found.etag })),
    twice: await statusOf(table.createEntity({ partitionKey: 'one', rowKey: '00001' })),
    sameRowKeyElsewhere: await statusOf(table.createEntity({ partitionKey: 'three', rowKey: '00001' })),
    absent: await statusOf(table.getEntity('one', '00003')),
    halfDone: await statusOf(table.submitTransaction(halfDone)),
    afterHalfDone: await statusOf(table.getEntity('one', 'new')),
  }
}

describe('the local store', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'azurite-'))
  })

  afterAll(() => rm(folder, { recursive: true }))

  test('keeps every row when it is stopped and started again', { timeout: 60_000 }, async () => {
    const first = await startAzurite({ location: folder })
    await tableOf(first).createTable()
    await insertRows(tableOf(first), 'harbour', 200)
    await first.stop()

    const second = await startAzurite({ location: folder })
    const kept: number[] = []
    for await (const row of tableOf(second).listEntities<{ n: number }>()) kept.push(row.n)
    await second.stop()
    expect(kept).toEqual(Array.from({ length: 200 }, (_, n) => n))
  })

  test('refuses to open data that another one has open', { timeout: 60_000 }, async () => {
    const first = await startAzurite({ location: folder })
    await expect(startAzurite({ location: folder })).rejects.toThrow('is in use by another local casebook')
    await first.stop()
    const next = await startAzurite({ location: folder })
    await next.stop()
  })

  test('gives the same answers with and without the row-key patch', { timeout: 60_000 }, async () => {
    const [patched, plain] = await Promise.all([startAzurite(), startAzurite({ preload: false })])
    const [withPatch, without] = await Promise.all([answersOf(tableOf(patched)), answersOf(tableOf(plain))])
    await Promise.all([patched.stop(), plain.stop()])
    expect(withPatch).toEqual(without)
    expect(withPatch).toMatchObject({
      found: 7,
      stale: 412,
      twice: 409,
      sameRowKeyElsewhere: 200,
      absent: 404,
      halfDone: 409,
      afterHalfDone: 404,
    })
  })
})
