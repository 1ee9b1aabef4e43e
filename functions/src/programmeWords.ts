import type { Partition, Store } from '#functions/store.ts'

/** Words that belong to no case, by the id of their row: those of a programme, its figures or its budgets, each kept under a name of its own. */
export async function wordsUnder(store: Store, programme: Partition, under: string): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>()
  for await (const page of store.list(programme, 'text', { startsWith: [under] }))
    for (const { key, row } of page) words.set(key[1] ?? '', row.words)
  return words
}
