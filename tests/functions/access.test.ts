import { beforeEach, describe, expect, test } from 'vitest'
import type { Permission, Role } from '#domain/permissions.ts'
import { instantAt } from '#domain/plainDate.ts'
import { admit, personKey, reaches } from '#functions/access.ts'
import type { Caller } from '#functions/caller.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import type { Change, Store } from '#functions/store.ts'
import { exampleRows } from './storedExamples.ts'

const tid = '6f1d3c52-7a0e-4c8b-9d41-2b5e8a90c7f3'
const otherTid = '0d9c5b1e-3f47-4a62-8c15-7e2b90d4a6f8'
const oid = 'a0000000-0000-4000-8000-000000000003'
const jo: Caller = { tid, oid, name: 'Jo', administrator: false }
const administrator: Caller = { ...jo, administrator: true }

let store: Store
beforeEach(async () => {
  store = new MemoryStore()
  await store.commit('moors', [
    { put: 'insert', kind: 'head', key: [], row: { n: 1, hash: '', recordedAt: instantAt(0) } },
    {
      put: 'insert',
      kind: 'settings',
      key: ['programme', '0000000001'],
      row: {
        ...exampleRows.settings.row,
        tid,
      },
    },
  ])
})

const giving = (roles: Role[], who: Caller = jo): Change => ({
  put: 'upsert',
  kind: 'member',
  key: [personKey(who)],
  row: { oid, roles, label: null },
})
const doorOf = async (who: Caller, permission: Permission, programme = 'moors'): Promise<string> => {
  const said = await admit(store, who, programme, permission)
  return said.ok ? 'in' : said.refusal.kind
}

describe('a programme lets in', () => {
  test('those who have a role in it that includes the thing, and tells the others of it no', async () => {
    await store.commit('moors', [giving(['reviewer'])])
    expect(await doorOf(jo, 'cases.read')).toBe('in')
    expect(await doorOf(jo, 'members.change')).toBe('not-permitted')
  })

  test('nobody without a role: to them it is not there', async () => {
    expect(await doorOf(jo, 'programme.read')).toBe('not-found')
    await store.commit('moors', [giving([])])
    expect(await doorOf(jo, 'programme.read')).toBe('not-found')
  })

  test('administrators of its own tenant, for what a lead may', async () => {
    expect(await doorOf(administrator, 'members.change')).toBe('in')
    expect(await doorOf(administrator, 'grants.decide')).toBe('not-permitted')
  })

  test('nobody of another tenant, even one with a row in it', async () => {
    const stranger = { ...administrator, tid: otherTid }
    await store.commit('moors', [giving(['lead'], stranger)])
    expect(await doorOf(stranger, 'programme.read')).toBe('not-found')
  })

  test('no longer, from the moment the row is gone', async () => {
    await store.commit('moors', [giving(['lead'])])
    expect(await doorOf(jo, 'members.read')).toBe('in')
    await store.commit('moors', [{ put: 'delete', kind: 'member', key: [personKey(jo)] }])
    expect(await doorOf(jo, 'members.read')).toBe('not-found')
  })

  test.each(['nowhere', 'directory', 'Moors', 'a|b', '../moors', '', 'x'.repeat(41)])(
    'nobody where there is no programme: "%s"',
    async id => {
      expect(await doorOf(administrator, 'programme.read', id)).toBe('not-found')
    },
  )
})

describe('a permission reaches', () => {
  const reach = async (roles: Role[], permission: Permission, catalyst: string | null): Promise<boolean> => {
    await store.commit('moors', [giving(roles)])
    const admitted = await admit(store, jo, 'moors', 'programme.read')
    return admitted.ok && reaches(admitted.value, permission, catalyst)
  }

  test('a partner’s own cases only, and nobody’s are not theirs', async () => {
    expect(await reach(['partner-catalyst'], 'cases.read', oid)).toBe(true)
    expect(await reach(['partner-catalyst'], 'cases.read', 'someone-else')).toBe(false)
    expect(await reach(['partner-catalyst'], 'cases.read', null)).toBe(false)
  })

  test('as far as the role that reaches furthest, each permission by itself', async () => {
    const both: Role[] = ['partner-catalyst', 'reviewer']
    expect(await reach(both, 'cases.read', 'someone-else')).toBe(true)
    expect(await reach(both, 'names.see', 'someone-else')).toBe(false)
    expect(await reach(both, 'names.see', oid)).toBe(true)
    expect(await reach(both, 'grants.decide', oid)).toBe(false)
  })
})
