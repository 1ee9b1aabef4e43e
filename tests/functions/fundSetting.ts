import type { TypedCommand } from '#domain/commandSchemas.ts'
import { caseAt } from '#domain/caseAt.ts'
import type { Grant } from '#domain/grants.ts'
import type { Role } from '#domain/permissions.ts'
import type { LedgerEntry } from '#domain/pots.ts'
import { newPotSchema, potsSchema } from '#domain/potSchemas.ts'
import { commandSchema } from '#domain/commandSchemas.ts'
import type { Result } from '#domain/result.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import { Books } from '#functions/book.ts'
import type { Caller } from '#functions/caller.ts'
import { commandRoutes } from '#functions/commands.ts'
import { caseRoutes } from '#functions/caseReading.ts'
import { enquiryRoutes } from '#functions/enquiries.ts'
import { grantRoutes } from '#functions/grantReading.ts'
import type { Answer, Asked } from '#functions/http.ts'
import { memberRoutes } from '#functions/members.ts'
import { mergeRoutes } from '#functions/merging.ts'
import { potRoutes } from '#functions/pots.ts'
import { programmeRoutes } from '#functions/programmes.ts'
import type { Refusal } from '#functions/refusals.ts'
import { secretOf } from '#functions/secret.ts'
import type { PotRow, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import type { Writer } from '#functions/writing.ts'
import type { LooseCommand } from './casebook.ts'
import { fundBody, ready, recommendation } from './fundCases.ts'
import { rowsOf, writerOn } from './writingSetting.ts'

const tid = 'a0000000-0000-4000-8000-00000000000a'
export const programme = 'moors'

/** Who takes which part here: one person each. */
const staff = {
  lead: 'lead',
  catalyst: 'catalyst',
  assessor: 'assessor',
  decider: 'decider',
  verifier: 'verifier',
  payer: 'payer',
} as const satisfies Record<string, Role>
export type Staff = keyof typeof staff
export const oidOf = (who: Staff): string => `a0000000-0000-4000-8000-0000000000${String(10 + Object.keys(staff).indexOf(who))}`
const callerOf = (who: Staff | 'administrator'): Caller =>
  who === 'administrator' ? { tid, oid: tid, name: who, administrator: true } : { tid, oid: oidOf(who), name: who, administrator: false }

export type Said = { ok: true; value: RecordedAnswer } | { ok: false; refusal: Refusal }
type Send = {
  who: Staff | 'administrator'
  params?: Record<string, string>
  body?: unknown
  /** The If-Match: a number, or a tag as it was given. */
  n?: number | string | undefined
  key?: string
}

/** The API of one process over a store, with a line of its own. */
export class FundProcess {
  readonly #world: World
  #keys = 0

  constructor(store: Store, more: Partial<Writer> = {}) {
    this.#world = { store, books: new Books(store), writer: writerOn(store, more), secret: secretOf(store) }
  }

  async ask(name: string, send: Send): Promise<Said> {
    const said = await this.#answer(name, send)
    return said.ok ? { ok: true, value: said.value.body as RecordedAnswer } : said
  }

  /** The ETag of what was read. */
  async tagOf(name: string, send: Send): Promise<string> {
    const said = await this.#answer(name, send)
    return (said.ok && said.value.etag) || ''
  }

  async #answer(name: string, { who, params, body, n, key = `a-key-of-mine-${++this.#keys}` }: Send): Promise<Result<Answer, Refusal>> {
    const headers = new Map([['idempotency-key', key]])
    if (n !== undefined) headers.set('if-match', `"${n}"`)
    const asked: Asked = {
      caller: callerOf(who),
      params: { p: programme, ...params },
      query: {},
      body,
      file: { bytes: new Uint8Array(), contentType: '' },
      traceId: '',
      headers: { get: header => headers.get(header) ?? null },
    }
    const routes = [programmeRoutes, memberRoutes, enquiryRoutes, commandRoutes, potRoutes, mergeRoutes, grantRoutes, caseRoutes].flatMap(
      each => each(this.#world),
    )
    const said = await routes.find(each => each.name === name)?.handle(asked)
    if (!said) throw new Error(`there is no route ${name}`)
    return said
  }

  /** A command as it comes over the wire. */
  command = (who: Staff, id: string, typed: LooseCommand, at: { n?: number; key?: string } = {}): Promise<Said> =>
    this.ask('api-case-command', { who, params: { c: id }, body: commandSchema.parse(typed) satisfies TypedCommand, ...at })

  /** A command on the case as it stands, which must be taken. */
  async must(who: Staff, id: string, typed: LooseCommand): Promise<RecordedAnswer> {
    const n = (await this.#world.store.read(programme, 'case', [id]))?.row.n
    return taken(await this.command(who, id, typed, n === undefined ? {} : { n }))
  }

  /** An enquiry that is ready for a grant. */
  async readyCase(): Promise<string> {
    const made = taken(await this.ask('api-cases-enquire', { who: 'catalyst', body: { happenedOn: '2024-01-08', name: 'Harbour Help' } }))
    for (const each of ready) await this.must('catalyst', made.id, each)
    return made.id
  }
}

export function taken(said: Said): RecordedAnswer {
  if (!said.ok) throw new Error(JSON.stringify(said.refusal))
  return said.value
}

/** A programme with its staff. */
export async function makeProgramme(process: FundProcess): Promise<void> {
  const body = { id: programme, name: 'Moors', areas: ['North'], period: { from: '2024-01-01', to: '2026-12-31' }, costPence: 0 }
  taken(await process.ask('api-programmes-make', { who: 'administrator', body }))
  for (const [who, role] of Object.entries(staff)) {
    const member = { roles: [role], label: who }
    taken(await process.ask('api-members-set', { who: 'administrator', params: { oid: oidOf(who as Staff) }, body: member }))
  }
}

/** Makes a fund; gives its id. */
export async function makeFundIn(process: FundProcess, more: Parameters<typeof fundBody>[0] = {}): Promise<string> {
  const made = taken(await process.ask('api-pots-make', { who: 'lead', body: newPotSchema.parse(fundBody(more)) }))
  return potsSchema.parse(made).pots[0]?.id ?? ''
}

/** A case with a grant that waits for its decision. */
export async function recommendedIn(process: FundProcess, store: Store, pot: string, pence: number) {
  const id = await process.readyCase()
  const { n } = await process.must('catalyst', id, recommendation(pot, pence))
  const [grant] = await grantsIn(store, id)
  return { id, n, grantId: grant?.grantId ?? '' }
}

export const grantsIn = async (store: Store, id: string): Promise<readonly Grant[]> =>
  caseAt((await store.read(programme, 'case', [id]))?.row.facts ?? []).grants

export const potIn = async (store: Store, pot: string): Promise<PotRow | undefined> => (await store.read(programme, 'pot', [pot]))?.row

/** A ledger, oldest first. */
export const ledgerIn = async (store: Store): Promise<LedgerEntry[]> =>
  (await rowsOf(store, programme, 'ledger')).map(({ row }) => row).sort((a, b) => a.entry - b.entry)
