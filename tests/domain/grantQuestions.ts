import type { KeptPot } from '#domain/fundChanges.ts'
import type { GrantCommand } from '#domain/grantCommandSchemas.ts'
import type { CannotGrant } from '#domain/grantRules.ts'
import { grantRefusal } from '#domain/grantRules.ts'
import type { Grant } from '#domain/grants.ts'
import type { Pot } from '#domain/pots.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { ids, trading } from '../builders.ts'
import { fund, recommendedOn, step } from './grantStories.ts'

const { grant: grantId, pot, decider } = ids
const pence = toPence
export const account = (checkedOn: string) => ({ how: 'payee-check', checkedOn: day(checkedOn) }) as const
export const anotherGrant = 'b0000000-0000-4000-8000-000000000002'

/** Up to £2,000, above £500 with an assessor; two rules and no panel. */
export const large: Pot = { ...fund, capPence: pence(2_000_00) }
export const withRules: Pot = { ...large, rules: ['local', 'new'] }
export const underTheAct: Pot = { ...fund, subsidy: 'minimal-assistance' }

/** Who is in the programme. */
const members = [...Object.values(ids), 'a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000012']

export type More = { by?: string; from?: Pot; elsewhere?: readonly Grant[]; fundWas?: readonly KeptPot[] }
export type Asked = () => CannotGrant | undefined

export const ask =
  (story: Journey, command: GrantCommand, { by = decider, from = fund, elsewhere = [], fundWas }: More = {}): Asked =>
  () => {
    const supportCase = story.asAt()
    const [grant] = supportCase.grants
    const turning = { decidedAt: undefined, hadPence: pence(0), availablePence: pence(20_000_00), on: day('2015-08-01') }
    const dealings = { facts: story.facts, ...(grant && fundWas && { fund: { grant, versions: fundWas, ...turning } }) }
    return grantRefusal({ command, oid: by, dealings, supportCase, elsewhere, pot: from, pots: [from], members })
  }

type Recommending = { on?: string; amount?: number; gap?: 'respite' | 'meals'; again?: boolean }
export const recommend = (
  story: Journey,
  { on = '2015-08-01', amount = 450_00, gap = 'respite', again = false }: Recommending,
  from = fund,
) =>
  ask(
    story,
    {
      kind: 'recommend-grant',
      happenedOn: day(on),
      pot,
      pence: pence(amount),
      gap,
      purpose: 'A hoist',
      why: 'Nobody else lifts',
      ...(again && { grantId }),
    },
    { by: ids.catalyst, from },
  )

type Deciding = { on?: string; amount?: number; rules?: Extract<GrantCommand, { kind: 'decide-grant' }>['rules']; panel?: Panel }
type Panel = { present: string[]; interested: string[] }
export const decide = (story: Journey, { on = '2015-08-01', amount = 450_00, rules, panel }: Deciding = {}, more: More = {}) =>
  ask(
    story,
    { kind: 'decide-grant', happenedOn: day(on), grantId, outcome: 'yes', pence: pence(amount), rules, panel, note: 'Agreed' },
    more,
  )

type Paying = { amount?: number; checkedOn?: string | null; reference?: string | null }
export const pay = (story: Journey, { amount = 450_00, checkedOn = '2015-08-01', reference = 'BACS/1' }: Paying = {}, from = fund) =>
  ask(
    story,
    {
      kind: 'pay-grant',
      happenedOn: day('2015-08-01'),
      grantId,
      pence: pence(amount),
      ...(checkedOn !== null && { account: account(checkedOn) }),
      ...(reference !== null && { reference }),
    },
    { by: ids.payer, from },
  )

export const close = (story: Journey, why: 'evidence-seen' | 'not-taken-up' | 'settled-otherwise', note?: string) =>
  ask(story, { kind: 'close-grant', happenedOn: day('2015-08-01'), grantId, why, ...(note !== undefined && { note }) })

/** £1,200 asked for; an assessor said yes to it, or no. */
export const asked1200 = recommendedOn(trading(), { pence: 1_200_00 })
export const looked = step(asked1200.by(ids.assessor), 'grant-assessed', '2015-04-05', { pence: pence(1_200_00), recommends: true })
export const agreed1200 = step(looked.by(decider), 'grant-decided', '2015-04-08', { pence: pence(1_200_00), gap: 'respite' })
export const accept = (story: Journey, data: { confirmed?: boolean; earlierPence?: number } = {}) =>
  step(step(story, 'grant-offered', '2015-04-09', {}), 'grant-accepted', '2015-04-14', {
    ...data,
    earlierPence: data.earlierPence === undefined ? undefined : pence(data.earlierPence),
  })
export const accepted1200 = accept(agreed1200)
export const verified1200 = step(accepted1200.by(ids.verifier), 'grant-verified', '2015-04-15', { account: account('2015-04-15') })

export const said = (rules: Record<string, 'pass' | 'fail' | 'waived'>) =>
  Object.entries(rules).map(([rule, result]) => ({ rule, result, ...(result === 'waived' && { why: 'They serve the village next door' }) }))
export const lookedWith = (rules: Record<string, 'pass' | 'fail' | 'waived'>) =>
  step(asked1200.by(ids.assessor), 'grant-assessed', '2015-04-05', {
    pence: pence(1_200_00),
    recommends: true,
    rules: said(rules).map(({ rule, result }) => ({ rule, result })),
  })

export function outside(): CannotGrant {
  return { kind: 'outside-the-fund', from: day('2015-01-01'), to: day('2015-12-31') }
}
export function overTheCap(hadPence: number): CannotGrant {
  return { kind: 'over-the-cap', capPence: pence(500_00), hadPence: pence(hadPence) }
}
export function limited(): Pot {
  return { ...fund, limits: [{ person: decider, pence: pence(300_00) }] }
}
export function assess(rules: Record<string, 'pass' | 'fail'>): GrantCommand {
  const note = 'It stands'
  return {
    kind: 'assess-grant',
    happenedOn: day('2015-08-01'),
    grantId,
    pence: pence(1_200_00),
    recommends: true,
    rules: said(rules),
    note,
  }
}
export function decideAgain(amount: number): GrantCommand {
  const at = { happenedOn: day('2015-08-02'), grantId: anotherGrant }
  return { kind: 'decide-grant', ...at, outcome: 'yes', pence: pence(amount), note: 'Agreed' }
}
