import { randomUUID } from 'node:crypto'
import type { NewPot, Pots } from '#domain/potSchemas.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { Answer, Casebook, LooseCommand, Who } from './casebook.ts'
import { newKey } from './casebook.ts'

/** A fund as it is made over the wire: a year of £20,000, £500 at most to one enterprise, all of it by the short process. */
export const fundBody = (more: Partial<Record<keyof NewPot, unknown>> = {}): object => ({
  name: 'Start-up micro-grants',
  from: '2024-01-01',
  to: '2026-12-31',
  amountPence: 20_000_00,
  capPence: 500_00,
  smallPence: 500_00,
  costCode: 'ASC-4410',
  subsidy: 'not-a-subsidy',
  why: 'No rival could lose by it.',
  gaps: [],
  rules: [],
  asks: [],
  quorum: 0,
  limits: [],
  evidenceDays: 56,
  ...more,
})

/** Makes a fund; gives its id. The programme may have others already. */
export async function makeFund({ as }: Casebook, p: string, more: Partial<Record<keyof NewPot, unknown>> = {}): Promise<string> {
  const others = new Set((await as('lead').get<Pots>(`programmes/${p}/pots`)).body.pots.map(({ id }) => id))
  const made = await as('lead').post<Pots>(`programmes/${p}/pots`, fundBody(more), newKey())
  if (made.status !== 201) throw new Error(made.text)
  return made.body.pots.find(({ id }) => !others.has(id))?.id ?? ''
}

/** Changes a fund as it was made: the first change of it. */
export async function changeFund(
  { as }: Casebook,
  who: Who,
  { p, pot }: { p: string; pot: string },
  more: Partial<Record<keyof NewPot, unknown>>,
): Promise<void> {
  const said = await as(who).put(`programmes/${p}/pots/${pot}`, fundBody(more), { ...newKey(), 'if-match': '"1"' })
  if (said.status !== 200) throw new Error(said.text)
}

/** Ready for a grant: taken on, with an idea, set up and insured. */
export const ready: readonly LooseCommand[] = [
  { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' },
  { kind: 'agree-idea', happenedOn: '2024-01-16' },
  { kind: 'constitute', happenedOn: '2024-01-20', form: 'sole_trader' },
  { kind: 'see-check', happenedOn: '2024-01-20', check: 'public-liability', until: '2099-01-01' },
]

export const recommendation = (pot: string, pence: number, grantId?: string): LooseCommand => ({
  kind: 'recommend-grant',
  happenedOn: '2024-02-01',
  pot,
  pence,
  gap: 'respite',
  purpose: 'A hoist for the day room',
  why: 'Nobody else nearby lifts',
  ...(grantId && { grantId }),
})

type Grant = { grantId: string; state: string; number?: number }

/** The grants of a case, as its page has them. */
export const grantsOf = async ({ as }: Casebook, p: string, id: string): Promise<Grant[]> =>
  (await as('lead').get<{ tracks: { grants: Grant[] } }>(`programmes/${p}/cases/${id}`)).body.tracks.grants

type To = { p: string; id: string; n?: number; key?: string }

/** Sends a command until it is taken or refused for good, under one key, as a browser does. */
export async function insist(
  { as }: Casebook,
  who: Who,
  { p, id, n, key = randomUUID() }: To,
  command: LooseCommand,
): Promise<Answer<RecordedAnswer>> {
  for (;;) {
    const said = await as(who).command(p, id, command, { key, ...(n !== undefined && { n }) })
    if (said.status !== 503) return said
  }
}
