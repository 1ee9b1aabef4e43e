import { expect, test } from 'vitest'
import { instantAt } from '#domain/plainDate.ts'
import { Books } from '#functions/book.ts'
import { draftRoutes, sweepDrafts } from '#functions/drafts.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import { secretOf } from '#functions/secret.ts'
import type { Store } from '#functions/store.ts'
import { directory, StoreUnavailable } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { lead, nothingAsked, setting } from './importSetting.ts'

const night = Date.parse('2026-06-10T02:20:00.000Z')
const day = 86_400_000
const person = 'a0000000-0000-4000-8000-00000000000a.a0000000-0000-4000-8000-00000000000b'

function worldOver(store: Store): World {
  const writer = { store, clock: () => night, chance: () => 0.5, wait: async () => {}, newId: () => 'id', lines: new Map() }
  return { store, books: new Books(store), writer, secret: secretOf(store) }
}

const programme = (store: Store, id: string) =>
  store.commit(directory, [{ put: 'insert', kind: 'programme', key: [id], row: { id, tid: 'a-tenant' } }])

const keep = (store: Store, partition: string, form: string, daysAgo: number) =>
  store.commit(partition, [
    { put: 'upsert', kind: 'draft', key: ['new', person, form], row: { words: { note: 'x' }, keptAt: instantAt(night - daysAgo * day) } },
  ])

async function formsIn(store: Store, partition: string): Promise<string[]> {
  const forms: string[] = []
  for await (const page of store.list(partition, 'draft')) forms.push(...page.map(({ key }) => key[2] ?? ''))
  return forms.sort()
}

test('a night sweeps what was kept more than thirty days ago, in every programme, and leaves the younger', async () => {
  const store = new MemoryStore()
  await programme(store, 'moors')
  await programme(store, 'coast')
  await keep(store, 'moors', 'fresh', 0)
  await keep(store, 'moors', 'thirty', 30)
  await keep(store, 'moors', 'older', 31)
  await keep(store, 'coast', 'oldest', 400)
  expect(await sweepDrafts(worldOver(store))).toEqual({ programmes: 2, swept: 2, kept: 2, unreachable: 0 })
  expect(await formsIn(store, 'moors')).toEqual(['fresh', 'thirty'])
  expect(await formsIn(store, 'coast')).toEqual([])
})

test('words that were typed on while the sweep ran stay', async () => {
  const store = new MemoryStore()
  await programme(store, 'moors')
  await keep(store, 'moors', 'older', 31)
  // Its writer comes back between the list and the second look.
  const read: Store['read'] = async (partition, kind, key) => {
    await keep(store, 'moors', 'older', 0)
    return store.read(partition, kind, key)
  }
  const typing: Store = {
    read,
    list: (...asked) => store.list(...asked),
    commit: (...asked) => store.commit(...asked),
    prepare: async () => {},
  }
  expect(await sweepDrafts(worldOver(typing))).toMatchObject({ swept: 0, kept: 1 })
  expect(await formsIn(store, 'moors')).toEqual(['older'])
})

test('a programme that cannot be read does not stop the rest, and is told', async () => {
  const store = new MemoryStore()
  await programme(store, 'broken')
  await programme(store, 'moors')
  await keep(store, 'moors', 'older', 31)
  const list: Store['list'] = (partition, kind, range) => {
    if (partition === 'broken') throw new StoreUnavailable('no answer')
    return store.list(partition, kind, range)
  }
  const half: Store = {
    read: (...asked) => store.read(...asked),
    list,
    commit: (...asked) => store.commit(...asked),
    prepare: async () => {},
  }
  expect(await sweepDrafts(worldOver(half))).toEqual({ programmes: 2, swept: 1, kept: 0, unreachable: 1 })
})

test('in meeting view what was typed before is not shown, not written over and not thrown away; what is typed there is kept', async () => {
  const { world } = await setting()
  const ask = async (method: 'GET' | 'PUT' | 'DELETE', namesHidden: boolean, note = '') => {
    const found = draftRoutes(world).find(each => each.method === method && each.path.endsWith('{form}'))
    const asked = {
      ...nothingAsked,
      caller: { ...lead, namesHidden },
      params: { p: 'levels', form: 'new.enquiry' },
      body: { words: { note } },
    }
    const answer = await found?.handle(asked)
    return answer?.ok ? answer.value.body : answer?.refusal.kind
  }
  await ask('PUT', false, 'Zebra said so')
  expect(await ask('GET', true)).toBe('not-found')
  expect(await ask('PUT', true, 'Typed on the wall')).toBe('draft-held-back')
  await ask('DELETE', true)
  expect(await ask('GET', false)).toMatchObject({ words: { note: 'Zebra said so' } })
  await ask('DELETE', false)
  await ask('PUT', true, 'Typed on the wall')
  expect(await ask('GET', true)).toMatchObject({ words: { note: 'Typed on the wall' } })
  await ask('PUT', false, 'And more')
  expect(await ask('GET', true)).toBe('not-found')
})
