import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Change, Found, Key, Range, RowKind, Rows, Store } from '#functions/store.ts'
import { logKey, StoreUnavailable } from '#functions/store.ts'
import { caseId, exampleRows, facts } from './storedExamples.ts'

const insert = <K extends RowKind>(kind: K, key: Key, row: Rows[K]): Change => ({ put: 'insert', kind, key, row }) as Change
const claim = (name: string, holder = caseId): Change => insert('claim', [name], { caseId: holder })
const words = (length: number): Rows['text'] => ({ words: 'x'.repeat(length) })

async function listed<K extends RowKind>(store: Store, partition: string, kind: K, range?: Range): Promise<Found<K>[]> {
  const found: Found<K>[] = []
  for await (const page of store.list(partition, kind, range)) found.push(...page)
  return found
}

const keysOf = (found: readonly { key: Key }[]): string[] => found.map(({ key }) => key.join('|')).sort()

/** What holds of every store. The store may be one for all tests: each works in a partition of its own. */
export function storeContract(name: string, makeStore: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store
    beforeAll(async () => {
      store = await makeStore()
      await store.prepare()
    })
    rowsContract(() => store)
    writesContract(() => store)
    listsContract(() => store)
    refusalsContract(() => store)
  })
}

function rowsContract(theStore: () => Store): void {
  test.each(Object.keys(exampleRows) as RowKind[])('a row of the kind %s is read and listed as it was written', async kind => {
    const [store, partition] = [theStore(), randomUUID()]
    const { key, row } = exampleRows[kind]
    expect(await store.read(partition, kind, key)).toBeUndefined()
    expect(await store.commit(partition, [insert(kind, key, row)])).toBe('committed')

    const found = await store.read(partition, kind, key)
    expect(found).toEqual({ key, row, etag: expect.any(String) as string })
    expect(await listed(store, partition, kind)).toEqual([found])
  })

  test('all kinds of rows live side by side in one transaction', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const kinds = Object.keys(exampleRows) as RowKind[]
    const all = kinds.map(kind => insert(kind, exampleRows[kind].key, exampleRows[kind].row))
    expect(await store.commit(partition, all)).toBe('committed')
    for (const kind of kinds) expect((await listed(store, partition, kind)).map(({ row }) => row)).toEqual([exampleRows[kind].row])
  })

  test('a private copy that was emptied is read as null', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const { key, row } = exampleRows.case
    await store.commit(partition, [insert('case', key, row)])
    const etag = (await store.read(partition, 'case', key))?.etag ?? ''
    await store.commit(partition, [{ put: 'replace', kind: 'case', key, row: { ...row, private: null }, etag }])
    expect((await store.read(partition, 'case', key))?.row).toEqual({ ...row, private: null })
  })

  test('a row with text of many columns is read whole, without a broken character', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const long = { words: `x${'🧓'.repeat(50_000)}` }
    await store.commit(partition, [insert('text', ['long'], long)])
    expect((await store.read(partition, 'text', ['long']))?.row).toEqual(long)
  })

  test('what goes in and what comes out cannot be changed from outside', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const row = structuredClone(exampleRows.case.row)
    const key = [...exampleRows.case.key]
    await store.commit(partition, [insert('case', key, row)])
    Object.assign(row, { reference: 'CHANGED' })
    const found = await store.read(partition, 'case', exampleRows.case.key)
    Object.assign(found?.row ?? {}, { reference: 'CHANGED' })
    Object.assign(found?.row.facts[0]?.data ?? {}, { reference: 'CHANGED' })
    expect((await store.read(partition, 'case', exampleRows.case.key))?.row).toEqual(exampleRows.case.row)
  })

  test('partitions do not see each other', async () => {
    const [store, one, other] = [theStore(), randomUUID(), randomUUID()]
    await store.commit(one, [claim('a')])
    expect(await store.read(other, 'claim', ['a'])).toBeUndefined()
    expect(await listed(store, other, 'claim')).toEqual([])
    expect(await store.commit(other, [claim('a')])).toBe('committed')
  })
}

function writesContract(theStore: () => Store): void {
  test('a row can be inserted once', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    expect(await store.commit(partition, [claim('a', 'first')])).toBe('committed')
    expect(await store.commit(partition, [claim('a', 'second')])).toBe('conflict')
    expect((await store.read(partition, 'claim', ['a']))?.row).toEqual({ caseId: 'first' })
  })

  test('whoever replaces a row that was written since they read it gets a conflict', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    await store.commit(partition, [claim('a', 'first')])
    const etag = (await store.read(partition, 'claim', ['a']))?.etag ?? ''
    const replace = (holder: string): Change => ({ put: 'replace', kind: 'claim', key: ['a'], row: { caseId: holder }, etag })
    expect(await store.commit(partition, [replace('second')])).toBe('committed')
    expect(await store.commit(partition, [replace('third')])).toBe('conflict')

    const found = await store.read(partition, 'claim', ['a'])
    expect(found?.row).toEqual({ caseId: 'second' })
    expect(found?.etag).not.toBe(etag)
  })

  test('a row that is not there can be neither replaced nor deleted', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    await store.commit(partition, [claim('a')])
    const etag = (await store.read(partition, 'claim', ['a']))?.etag ?? ''
    expect(await store.commit(partition, [{ put: 'delete', kind: 'claim', key: ['a'] }])).toBe('committed')
    expect(await store.read(partition, 'claim', ['a'])).toBeUndefined()
    expect(await store.commit(partition, [{ put: 'delete', kind: 'claim', key: ['a'] }])).toBe('conflict')
    expect(await store.commit(partition, [{ put: 'replace', kind: 'claim', key: ['a'], row: { caseId }, etag }])).toBe('conflict')
  })

  test('an upsert writes whether or not the row is there, and replaces all of it', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const { key, row } = exampleRows.case
    const upsert = (changed: Rows['case']): Change => ({ put: 'upsert', kind: 'case', key, row: changed })
    expect(await store.commit(partition, [upsert(row)])).toBe('committed')
    expect(await store.commit(partition, [upsert({ ...row, facts: [], private: null })])).toBe('committed')
    expect((await store.read(partition, 'case', key))?.row).toEqual({ ...row, facts: [], private: null })
  })

  test('a transaction is all or nothing, wherever in it the conflict is', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    await store.commit(partition, [claim('taken')])
    const stale: Change = {
      put: 'replace',
      kind: 'claim',
      key: ['taken'],
      row: { caseId },
      etag: `W/"datetime'2020-01-01T00%3A00%3A00.0000000Z'"`,
    }
    const missing: Change = { put: 'delete', kind: 'claim', key: ['missing'] }
    for (const bad of [claim('taken'), stale, missing]) {
      expect(await store.commit(partition, [bad, claim('new')])).toBe('conflict')
      expect(await store.commit(partition, [claim('new'), bad])).toBe('conflict')
    }
    expect(keysOf(await listed(store, partition, 'claim'))).toEqual(['taken'])
  })

  test('sixteen writers who compare and set lose nothing', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const row = { ...exampleRows.head.row, n: 0 }
    await store.commit(partition, [insert('head', [], row)])
    const addOne = async (): Promise<void> => {
      const found = await store.read(partition, 'head', [])
      const n = (found?.row.n ?? 0) + 1
      const head: Change = { put: 'replace', kind: 'head', key: [], row: { ...row, n }, etag: found?.etag ?? '' }
      if ((await store.commit(partition, [head, claim(`n-${n}`)])) === 'conflict') await addOne()
    }
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let turn = 0; turn < 4; turn += 1) await addOne()
      }),
    )
    expect((await store.read(partition, 'head', []))?.row.n).toBe(64)
    expect(await listed(store, partition, 'claim')).toHaveLength(64)
  })
}

function listsContract(theStore: () => Store): void {
  test('a range begins with whole parts of a key, not with some of their letters', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const keys = [
      ['a'],
      ['a', '1'],
      ['a', '~2'],
      ['a', '2', 'x'],
      ['a-', '1'],
      ['a.b'],
      ['a0', '1'],
      ['ab', '1'],
      ['a~', '1'],
      ['A', '1'],
      ['b'],
    ]
    await store.commit(
      partition,
      keys.map(key => insert('text', key, { words: key.join(' ') })),
    )
    await store.commit(partition, [insert('head', [], exampleRows.head.row), claim('a')])

    expect(keysOf(await listed(store, partition, 'text'))).toEqual(keysOf(keys.map(key => ({ key }))))
    expect(keysOf(await listed(store, partition, 'text', { startsWith: ['a'] }))).toEqual(['a', 'a|1', 'a|2|x', 'a|~2'])
    expect(keysOf(await listed(store, partition, 'text', { startsWith: ['a', '2'] }))).toEqual(['a|2|x'])
    expect(await listed(store, partition, 'text', { startsWith: ['c'] })).toEqual([])
  })

  test('a range comes after a key, with or without a beginning', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const log = (n: number): Change => insert('log', logKey(n), exampleRows.log.row)
    await store.commit(partition, [
      log(1),
      log(2),
      log(9),
      log(10),
      log(11),
      insert('head', [], exampleRows.head.row),
      claim('a'),
      claim('b'),
    ])
    expect(keysOf(await listed(store, partition, 'log', { after: logKey(9) }))).toEqual(['0000000010', '0000000011'])
    expect(await listed(store, partition, 'log', { after: logKey(11) })).toEqual([])
    expect(keysOf(await listed(store, partition, 'claim', { startsWith: ['b'], after: ['a'] }))).toEqual(['b'])
    expect(keysOf(await listed(store, partition, 'claim', { startsWith: ['a'], after: ['a'] }))).toEqual([])
  })

  test('more rows than a page holds are listed completely, each once', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const names = Array.from({ length: 1_050 }, (_, place) => String(place).padStart(5, '0'))
    for (let from = 0; from < names.length; from += 100)
      await store.commit(
        partition,
        names.slice(from, from + 100).map(name => claim(name, name)),
      )
    expect(keysOf(await listed(store, partition, 'claim'))).toEqual(names)
    expect(keysOf(await listed(store, partition, 'claim', { after: ['00024'] }))).toEqual(names.slice(25))
  })
}

function refusalsContract(theStore: () => Store): void {
  const hundred = Array.from({ length: 100 }, (_, place) => claim(`n-${place}`))
  const many = Array.from({ length: 300 }, () => facts).flat()
  const tooMuch: Record<string, readonly Change[]> = {
    'without rows': [],
    'of more than 100 rows': [...hundred, claim('one-more')],
    'that touches a row twice': [claim('a'), { put: 'delete', kind: 'claim', key: ['a'] }],
    'of more than 1.9 MB': Array.from({ length: 20 }, (_, place) => insert('text', [String(place)], words(100_000))),
    'with a row of more than 1 MiB': [insert('text', ['long'], words(530_000))],
    'with a property of more than 32,768 characters': [
      insert('case', [caseId], { ...exampleRows.case.row, private: { name: 'x'.repeat(32_768) } }),
    ],
    'with a case of more facts than a row takes': [
      insert('case', [caseId], { ...exampleRows.case.row, facts: Array.from({ length: 10 }, () => many).flat() }),
    ],
  }
  test.each(Object.keys(tooMuch))('a transaction %s is refused before anything is sent', async name => {
    const [store, partition] = [theStore(), randomUUID()]
    await expect(store.commit(partition, tooMuch[name] ?? [])).rejects.toThrow(RangeError)
    for (const kind of ['claim', 'text', 'case'] as const) expect(await listed(store, partition, kind)).toEqual([])
  })

  test('a transaction at its limits is taken', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    expect(await store.commit(partition, hundred)).toBe('committed')
    const almost = Array.from({ length: 18 }, (_, place) => insert('text', [String(place)], words(104_000)))
    expect(await store.commit(partition, almost)).toBe('committed')
    expect(await store.commit(partition, [insert('text', ['long'], words(520_000))])).toBe('committed')
    expect((await store.read(partition, 'text', ['long']))?.row.words).toHaveLength(520_000)
    expect(await store.commit(partition, [insert('case', [caseId], { ...exampleRows.case.row, facts: many })])).toBe('committed')
    expect((await store.read(partition, 'case', [caseId]))?.row.facts).toEqual(many)
  })

  test.each(['', ' ', 'a/b', 'a|b', 'a#b', 'a?b', "a'b", 'a\\b', 'é', 'a\n', 'x'.repeat(251)])('the key part %j is refused', async part => {
    const [store, partition] = [theStore(), randomUUID()]
    await expect(store.read(partition, 'claim', [part])).rejects.toThrow(RangeError)
    await expect(store.commit(partition, [claim(part)])).rejects.toThrow(RangeError)
    await expect(listed(store, partition, 'claim', { startsWith: [part] })).rejects.toThrow(RangeError)
    await expect(listed(store, partition, 'claim', { after: [part] })).rejects.toThrow(RangeError)
  })

  test('a partition with other characters is refused', async () => {
    const store = theStore()
    await expect(store.read("a'b", 'claim', ['a'])).rejects.toThrow(RangeError)
    await expect(store.commit('a/b', [claim('a')])).rejects.toThrow(RangeError)
    await expect(listed(store, '', 'claim')).rejects.toThrow(RangeError)
  })

  test('a caller who gives up gets no answer, and nothing is written', async () => {
    const [store, partition] = [theStore(), randomUUID()]
    const given = AbortSignal.abort(new Error('gave up'))
    const pages = store.list(partition, 'claim', {}, given)[Symbol.asyncIterator]()
    await expect(store.read(partition, 'claim', ['a'], given)).rejects.toThrow(StoreUnavailable)
    await expect(store.commit(partition, [claim('a')], given)).rejects.toThrow(StoreUnavailable)
    await expect(store.prepare(given)).rejects.toThrow(StoreUnavailable)
    await expect(pages.next()).rejects.toThrow(StoreUnavailable)
    expect(await store.read(partition, 'claim', ['a'])).toBeUndefined()
  })
}
