import { randomUUID } from 'node:crypto'
import type { ImportAnswers, ImportReport } from '#domain/importSchemas.ts'
import { importReportSchema } from '#domain/importSchemas.ts'
import { day } from '#domain/plainDate.ts'
import type { Permission, Role } from '#domain/permissions.ts'
import type { Result } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import { Books } from '#functions/book.ts'
import type { Caller } from '#functions/caller.ts'
import type { Asked } from '#functions/http.ts'
import { importFile } from '#functions/imports.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import { programmeRoutes } from '#functions/programmes.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow, Change, CommitOutcome, Partition } from '#functions/store.ts'
import { StoreUnavailable } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { expect } from 'vitest'

export const tid = '10000000-0000-4000-8000-000000000001'
export const priya = '30000000-0000-4000-8000-000000000003'
export const lead: Caller = { tid, oid: '20000000-0000-4000-8000-000000000002', name: 'Lou Lead', administrator: true }
export const programme = 'levels'

/** A store that counts the cases of each transaction, says when it takes one, and is out of reach after so many. */
class CountingStore extends MemoryStore {
  readonly cases: number[] = []
  takes = Infinity
  onCommit = (): void => {}
  override async commit(partition: Partition, changes: readonly Change[]): Promise<CommitOutcome> {
    if (this.takes <= 0) throw new StoreUnavailable()
    this.takes -= 1
    this.onCommit()
    if (partition === programme) this.cases.push(changes.filter(({ kind }) => kind === 'case').length)
    return super.commit(partition, changes)
  }
}

export type Setting = { world: World; store: CountingStore; waits: number[] }

/** A programme on 30 June 2018 with one worker. Time passes with waiting, and with each transaction. */
export async function setting({ eachTakes = 0 } = {}): Promise<Setting> {
  const store = new CountingStore()
  const waits: number[] = []
  let time = Date.parse('2018-06-30T09:00:00Z')
  const writer = {
    store,
    clock: () => time,
    chance: () => 0.5,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds)
      time += milliseconds
    },
    newId: () => randomUUID(),
    lines: new Map(),
  }
  const world: World = { store, books: new Books(store), writer, secret: async () => 'secret' }
  const make = programmeRoutes(world).find(({ name }) => name === 'api-programmes-make')
  const body = {
    id: programme,
    name: 'Levels',
    areas: ['Levels', 'Moors'],
    period: { from: day('2014-01-01'), to: day('2018-12-31') },
    costPence: 1,
  }
  await make?.handle({ ...nothingAsked, body })
  const member = { oid: priya, roles: ['catalyst'] as Role[], label: 'Priya' }
  await store.commit(programme, [{ put: 'insert', kind: 'member', key: [`${tid}.${priya}`], row: member }])
  store.cases.length = 0
  store.onCommit = () => void (time += eachTakes)
  return { world, store, waits }
}

export const nothingAsked: Asked = {
  caller: lead,
  params: { p: programme },
  query: {},
  body: undefined,
  file: { bytes: new Uint8Array(), contentType: '' },
  headers: new Headers(),
  traceId: '0',
}

async function admitted(world: World, permission: Permission = 'import'): Promise<Admitted> {
  const result = await admit(world.store, lead, programme, permission)
  if (!result.ok) throw new Error(result.refusal.kind)
  return result.value
}

type Sent = { dryRun?: boolean; from?: number; seconds?: number; answers?: ImportAnswers; contentType?: string }

export async function send({ world }: Setting, file: string | Uint8Array, sent: Sent = {}): Promise<Result<ImportReport, Refusal>> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  return importFile(world, await admitted(world), {
    bytes,
    contentType: 'text/csv',
    dryRun: false,
    from: 1,
    seconds: 60,
    answers: {},
    ...sent,
  })
}

export async function report(here: Setting, file: string | Uint8Array, sent: Sent = {}): Promise<ImportReport> {
  const result = await send(here, file, sent)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  expect(importReportSchema.parse(result.value)).toEqual(result.value)
  return result.value
}

export async function casesOf({ world }: Setting): Promise<CaseRow[]> {
  return [...(await new Books(world.store).open(programme)).cases.values()].sort((a, b) => (a.reference < b.reference ? -1 : 1))
}

const headings = 'ref,name,area,journey,enquiry_date,started_trading_date,closed_date,closed_reason,phone,note'
export const line = (ref: number, cells: Partial<Record<'began' | 'closed' | 'reason' | 'phone' | 'note', string>> = {}) => {
  const { began = '', closed = '', reason = '', phone = '', note = '' } = cells
  return `${String(ref).padStart(4, '0')},Enterprise ${ref},Levels,new,2014-01-06,${began},${closed},${reason},${phone},${note}`
}
export const csv = (...lines: string[]) => [headings, ...lines].join('\n')
export const many = (count: number) => csv(...Array.from({ length: count }, (_, place) => line(place + 1)))
