import type { NewPot, Pots } from '#domain/potSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, addMonths } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import type { CaseList, CaseRow, RecordedAnswer } from '#domain/wireSchemas.ts'
import type { PersonId } from './people.ts'
import type { SampleOptions } from './sampleCall.ts'
import { call } from './sampleCall.ts'
import { sampleId } from './sampleSpreadsheet.ts'

/** The sample's fund: £6,000 for a year and a half, of which half a year is to come. */
const fundOf = (today: PlainDate): NewPot => ({
  name: 'Start-up micro-grants',
  from: addMonths(today, -12),
  to: addMonths(today, 6),
  amountPence: toPence(600_000),
  capPence: toPence(150_000),
  smallPence: toPence(50_000),
  costCode: 'ASC-4410',
  department: 'Adult social care',
  subsidy: 'minimal-assistance',
  why: 'It is the council’s money, and it goes to people who trade.',
  gaps: [],
  rules: [
    { rule: 'for-the-idea', sentence: 'It is for getting the idea off the ground' },
    { rule: 'costs-seen', sentence: 'We have seen what it costs' },
  ],
  asks: ['council-debt'],
  quorum: 0,
  limits: [],
  evidenceDays: 90,
})

type Step = { as: PersonId; body: object }
type Plan = {
  pence: number
  gap: string
  purpose: string
  why: string
  /** How many days ago it was recommended. */
  ago: number
  steps: readonly ((day: (after: number) => PlainDate) => Step)[]
}

const rules = ['for-the-idea', 'costs-seen'].map(rule => ({ rule, result: 'pass' }))
const yes =
  (pence: number) =>
  (day: (after: number) => PlainDate): Step => ({
    as: 'decider',
    body: { kind: 'decide-grant', happenedOn: day(6), outcome: 'yes', pence, rules, note: 'It meets a gap, and the costs are seen.' },
  })
const offered = (day: (after: number) => PlainDate): Step => ({ as: 'catalyst', body: { kind: 'offer-grant', happenedOn: day(8) } })
const accepted = (day: (after: number) => PlainDate): Step => ({
  as: 'catalyst',
  body: { kind: 'accept-grant', happenedOn: day(12), confirmed: true, earlierPence: 0 },
})
const paid =
  (pence: number) =>
  (day: (after: number) => PlainDate): Step => ({
    as: 'payer',
    body: {
      kind: 'pay-grant',
      happenedOn: day(16),
      pence,
      account: { how: 'payee-check', checkedOn: day(15) },
      reference: `BACS-${4_100 + pence / 1_000}`,
    },
  })
// Nothing is paid to somebody without cover.
const insured = (day: (after: number) => PlainDate): Step => ({
  as: 'catalyst',
  body: { kind: 'see-check', happenedOn: day(14), check: 'public-liability', until: day(379) },
})
const seen =
  (pence: number) =>
  (day: (after: number) => PlainDate): Step => ({
    as: 'catalyst',
    body: { kind: 'see-evidence', happenedOn: day(60), pence },
  })
const returned =
  (pence: number) =>
  (day: (after: number) => PlainDate): Step => ({
    as: 'payer',
    body: { kind: 'take-back-unspent', happenedOn: day(62), pence, reference: 'BACS-4390' },
  })
const closed = (day: (after: number) => PlainDate): Step => ({
  as: 'catalyst',
  body: { kind: 'close-grant', happenedOn: day(64), why: 'evidence-seen' },
})

/** One grant at each place in the journey, from closed to just recommended. */
const plans: readonly Plan[] = [
  {
    pence: 45_000,
    gap: 'help-at-home',
    purpose: 'A bicycle with panniers, and a lone-worker alarm.',
    why: 'Two villages have no help at home in the evening.',
    ago: 200,
    steps: [yes(45_000), offered, accepted, insured, paid(45_000), seen(39_000), returned(6_000), closed],
  },
  {
    pence: 50_000,
    gap: 'personal-care',
    purpose: 'First-year insurance, and moving and handling training for two.',
    why: 'Four people wait for personal care at weekends.',
    ago: 130,
    steps: [yes(50_000), offered, accepted, insured, paid(50_000)],
  },
  {
    pence: 38_000,
    gap: 'meals',
    purpose: 'Insulated boxes and food hygiene training.',
    why: 'Nobody brings a hot meal on Sundays.',
    ago: 30,
    steps: [yes(38_000), offered, accepted],
  },
  {
    pence: 120_000,
    gap: 'transport',
    purpose: 'Wheelchair restraints for a van, and a day of driver training for two.',
    why: 'People who cannot transfer have no way to the day centre.',
    ago: 12,
    steps: [],
  },
  {
    pence: 48_000,
    gap: 'company',
    purpose: 'A deposit on a hall (£190) and first-year insurance (£290), so that a second weekly session can open.',
    why: 'Six people have asked and waited.',
    ago: 6,
    steps: [],
  },
]

/** Makes the fund where there is none, and a few grants at different places in their journey, each step by whoever takes it. */
export async function loadFund(options: SampleOptions, today: PlainDate): Promise<void> {
  const { pots } = await call<Pots>(options, { path: `programmes/${sampleId}/pots`, as: 'lead' })
  if (pots.length > 0) return
  const made = await call<Pots>(options, { path: `programmes/${sampleId}/pots`, as: 'lead', send: fundOf(today) })
  const pot = made.pots[0]?.id
  if (pot === undefined) throw new Error('The sample fund was not made.')
  const enterprises = await candidates(options)
  for (const [at, plan] of plans.entries()) {
    const enterprise = enterprises[at * 3]
    if (enterprise) await carryOut(options, { plan, pot, enterprise, today })
  }
}

/** Those that trade and that nobody of the frame works with, so that everybody there can take a step. */
async function candidates(options: SampleOptions): Promise<CaseRow[]> {
  const { cases } = await call<CaseList>(options, { path: `programmes/${sampleId}/cases?sort=reference`, as: 'lead' })
  return cases.filter(
    ({ standing, marks }) => standing === 'trading' && marks.some(({ milestone, state }) => milestone === 'idea' && state === 'done'),
  )
}

type Carrying = { plan: Plan; pot: string; enterprise: CaseRow; today: PlainDate }

async function carryOut(options: SampleOptions, { plan, pot, enterprise, today }: Carrying): Promise<void> {
  const { pence, gap, purpose, why, ago, steps } = plan
  const first = addDays(today, -ago)
  const day = (after: number): PlainDate => addDays(first, after)
  const path = `programmes/${sampleId}/cases/${enterprise.id}/commands`
  const command = (as: PersonId, ifMatch: number, send: object) => call<RecordedAnswer>(options, { path, as, ifMatch, send })
  const recommended = { kind: 'recommend-grant', happenedOn: first, pot, pence, gap, flags: { 'council-debt': 'no' }, purpose, why }
  let { n } = await command('catalyst', enterprise.n, recommended)
  const { tracks } = await call<{ tracks: { grants: readonly { grantId: string; pot?: string }[] } }>(options, {
    path: `programmes/${sampleId}/cases/${enterprise.id}`,
    as: 'lead',
  })
  const grantId = tracks.grants.find(grant => grant.pot === pot)?.grantId
  for (const step of steps) {
    const { as, body } = step(day)
    ;({ n } = await command(as, n, 'check' in body ? body : { grantId, ...body }))
  }
}
