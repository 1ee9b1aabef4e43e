import { beforeEach, expect, test } from 'vitest'
import type { Ticket } from '#domain/downloadSchemas.ts'
import { noFilters } from '#domain/listQuestion.ts'
import { Books } from '#functions/book.ts'
import { downloadRoutes } from '#functions/downloads.ts'
import type { Asked } from '#functions/http.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import { programmeRoutes } from '#functions/programmes.ts'
import { secretOf } from '#functions/secret.ts'
import type { World } from '#functions/world.ts'

const caller = {
  tid: 'a0000000-0000-4000-8000-00000000000a',
  oid: 'a0000000-0000-4000-8000-00000000000b',
  name: '',
  administrator: true,
}
const programme = {
  id: 'moors',
  name: 'Moors',
  areas: ['North'],
  period: { from: '2024-04-01', to: '2026-03-31' },
  costPence: 0,
}
const question = { view: 'all', sort: { by: 'name', down: false }, filters: noFilters } as const

let clock: number
let world: World
beforeEach(async () => {
  clock = Date.parse('2026-05-04T09:00:00Z')
  const store = new MemoryStore()
  let ids = 0
  const writer = {
    store,
    clock: () => clock,
    chance: () => 0.5,
    wait: async () => {},
    newId: () => `f0000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    lines: new Map(),
  }
  world = { store, books: new Books(store), writer, secret: secretOf(store) }
  await ask(programmeRoutes(world), 'api-programmes-make', { body: programme })
})

async function ask(routes: ReturnType<typeof downloadRoutes>, name: string, asked: Partial<Asked>) {
  const route = routes.find(each => each.name === name)
  const file = { bytes: new Uint8Array(), contentType: '' }
  const headers = { get: () => null }
  return route?.handle({ caller, query: {}, body: undefined, file, traceId: '', headers, params: {}, ...asked })
}

async function ticket(): Promise<Ticket> {
  const body = { of: 'cases', format: 'csv', question }
  const said = await ask(downloadRoutes(world), 'api-downloads-ask', { params: { p: 'moors' }, body })
  if (!said?.ok) throw new Error('no ticket was given')
  return said.value.body as Ticket
}
const take = async ({ path }: Ticket): Promise<string> => {
  const said = await ask(downloadRoutes(world), 'api-downloads-take', { params: { ticket: path.split('/').at(-1) ?? '' } })
  return said?.ok ? 'a file' : (said?.refusal.kind ?? '')
}
async function kept(kind: 'ticket' | 'access'): Promise<number> {
  let count = 0
  for await (const page of world.store.list('moors', kind)) count += page.length
  return count
}

test('a ticket is good for a minute and no longer', async () => {
  const [inTime, tooLate] = [await ticket(), await ticket()]
  expect(inTime.until).toBe('2026-05-04T09:01:00.000Z')
  clock += 60_000
  expect(await take(inTime)).toBe('a file')
  clock += 1
  expect(await take(tooLate)).toBe('ticket-gone')
})

test('a ticket that was used leaves a note of the access and is gone; one that was not used leaves none', async () => {
  await take(await ticket())
  expect([await kept('ticket'), await kept('access')]).toEqual([0, 1])
  await ticket()
  expect([await kept('ticket'), await kept('access')]).toEqual([1, 1])
})

test('tickets that nobody used are swept when the next one is asked for', async () => {
  await ticket()
  await ticket()
  clock += 60_001
  await ticket()
  expect(await kept('ticket')).toBe(1)
})

test('a programme without a single enterprise gives a file of heads', async () => {
  expect((await ticket()).rows).toBe(0)
  expect(await take(await ticket())).toBe('a file')
})
