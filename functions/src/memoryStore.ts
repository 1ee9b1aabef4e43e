import type { Entity, Write } from './rows.ts'
import { foundIn, partitionKeyOf, rowKeyOf, spanOf, writesOf } from './rows.ts'
import type { Change, CommitOutcome, Found, Key, Partition, Range, RowKind, Store } from './store.ts'
import { StoreUnavailable } from './store.ts'

type Kept = { entity: Entity; etag: string }

/** A store in memory, for tests: it keeps rows in the form that the table does, is as strict, and is gone with the process. */
export class MemoryStore implements Store {
  readonly #partitions = new Map<Partition, Map<string, Kept>>()
  #writes = 0

  async read<K extends RowKind>(partition: Partition, kind: K, key: Key, signal?: AbortSignal): Promise<Found<K> | undefined> {
    goOn(signal)
    const kept = this.#rows(partition).get(rowKeyOf(kind, key))
    return kept && foundIn(kind, kept.entity.rowKey, kept.entity, kept.etag)
  }

  async *list<K extends RowKind>(partition: Partition, kind: K, range: Range = {}, signal?: AbortSignal): AsyncIterable<Found<K>[]> {
    goOn(signal)
    const span = spanOf(kind, range)
    const page = [...this.#rows(partition).values()].filter(({ entity }) => span.has(entity.rowKey))
    yield page.map(({ entity, etag }) => foundIn(kind, entity.rowKey, entity, etag))
  }

  async commit(partition: Partition, changes: readonly Change[], signal?: AbortSignal): Promise<CommitOutcome> {
    const writes = writesOf(partition, changes)
    goOn(signal)
    const rows = this.#rows(partition)
    if (!writes.every(write => mayGoIn(rows.get(write.entity.rowKey), write))) return 'conflict'
    for (const { put, entity } of writes) {
      if (put === 'delete') rows.delete(entity.rowKey)
      else rows.set(entity.rowKey, { entity, etag: `"${++this.#writes}"` })
    }
    return 'committed'
  }

  async prepare(signal?: AbortSignal): Promise<void> {
    goOn(signal)
  }

  #rows(partition: Partition): Map<string, Kept> {
    const rows = this.#partitions.get(partitionKeyOf(partition)) ?? new Map<string, Kept>()
    this.#partitions.set(partition, rows)
    return rows
  }
}

function goOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StoreUnavailable('the caller gave up', { cause: signal.reason })
}

function mayGoIn(present: Kept | undefined, write: Write): boolean {
  switch (write.put) {
    case 'insert':
      return present === undefined
    case 'replace':
      return present?.etag === write.etag
    case 'delete':
      return present !== undefined
    case 'upsert':
      return true
  }
}
