import type { GrantCommandKind } from '#domain/grantCommandSchemas.ts'
import { grantCommands } from '#domain/grantCommandSchemas.ts'
import type { Pots } from '#domain/potSchemas.ts'
import type { CaseBody, RecordedAnswer } from '#domain/wireSchemas.ts'
import type { Answer, Casebook, Who } from './casebook.ts'
import { daysOn, newKey } from './casebook.ts'
import type { Planted } from './planting.ts'
import { withText } from './planting.ts'

type Body = Record<string, unknown>

/** A fund of £500 with one rule, which takes a grant of £100 through every step. */
export const aFund = {
  name: 'A fund',
  from: '2020-01-01',
  to: daysOn(30),
  amountPence: 50_000,
  capPence: 50_000,
  smallPence: 50_000,
  costCode: 'ASC-1',
  subsidy: 'not-a-subsidy',
  why: 'It is below what counts.',
  gaps: [],
  rules: [{ rule: 'costs-seen', sentence: 'We have seen what it costs' }],
  asks: [],
  quorum: 0,
  limits: [],
  evidenceDays: 90,
  publisher: { prefix: '360G-exampletown', orgId: 'GB-LAE-SOM', name: 'A council' },
}

const rules = [{ rule: 'costs-seen', result: 'waived', why: 'Said on the phone' }]
const trail = (pot: string): readonly [GrantCommandKind, Who, Body][] => [
  ['recommend-grant', 'catalyst', { pot, pence: 10_000, gap: 'meals', purpose: 'A pan', why: 'They cook' }],
  ['assess-grant', 'assessor', { pence: 10_000, recommends: true, rules, note: 'Seen' }],
  ['decide-grant', 'decider', { outcome: 'yes', pence: 10_000, rules, note: 'Agreed' }],
  ['offer-grant', 'catalyst', {}],
  ['accept-grant', 'catalyst', {}],
  ['pay-grant', 'payer', { pence: 10_000, account: { how: 'payee-check', checkedOn: '2022-05-01' }, reference: 'BACS-1' }],
  ['see-evidence', 'catalyst', { pence: 5_000 }],
  ['ask-grant-back', 'decider', { pence: 5_000, reason: 'no-evidence', note: 'Asked' }],
  ['write-off-grant', 'decider', { pence: 5_000, note: 'In vain' }],
  ['close-grant', 'catalyst', { why: 'settled-otherwise' }],
]

export const isOfGrant = (kind: string | undefined): boolean => grantCommands.some(({ shape }) => (shape.kind.value as string) === kind)

const begun = [
  { kind: 'accept', origin: 'new' },
  { kind: 'agree-idea' },
  { kind: 'constitute', form: 'sole_trader' },
  { kind: 'see-check', check: 'public-liability', until: daysOn(300) },
].map(body => ({ happenedOn: '2022-02-01', ...body }))

/** One step of a grant that holds the word, after all the steps before it, in a programme with a fund of its own. */
export async function grantStep(casebook: Casebook, { kind, way, word }: Planted): Promise<Answer<unknown>> {
  const p = await casebook.newProgramme()
  const { body: funds } = await casebook.as('lead').post<Pots>(`programmes/${p}/pots`, aFund, newKey())
  const enquiry = { happenedOn: '2022-01-08', name: 'Plain Help' }
  const made = (await casebook.as('lead').post<RecordedAnswer>(`programmes/${p}/cases`, enquiry, newKey())).body
  const send = (who: Who, body: Body) => casebook.as(who).command(p, made.id, body as Parameters<ReturnType<Casebook['as']>['command']>[2])
  for (const body of begun) {
    const said = await send('catalyst', body)
    if (said.status >= 300) return said
  }
  let grantId: string | undefined
  for (const [step, who, of] of trail(funds.pots[0]?.id ?? '')) {
    const body = { kind: step, happenedOn: '2022-05-01', ...(grantId !== undefined && { grantId }), ...of }
    if (step === kind) return send(who, withText(body, way, word))
    const said = await send(who, body)
    if (said.status >= 300) return said
    const read = await casebook.as('lead').get<CaseBody>(`programmes/${p}/cases/${made.id}`)
    grantId ??= (read.body.tracks['grants'] as { grantId: string }[])[0]?.grantId
  }
  throw new Error(`no step of a grant is ${kind ?? 'unnamed'}`)
}
