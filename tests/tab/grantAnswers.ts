import { amountsOf } from '#domain/fundPage.ts'
import type { Grant } from '#domain/grants.ts'
import type { GrantStep } from '#domain/grantRules.ts'
import { nextStepOf } from '#domain/grantRules.ts'
import { commandOfStep, stepsBeside } from '#domain/grantSteps.ts'
import { grantParts } from '#domain/grantVocabulary.ts'
import { day } from '#domain/plainDate.ts'
import type { GrantAnswer, PotAnswer, StepStanding } from '#domain/potSchemas.ts'
import { toPence } from '#domain/quantities.ts'
import { boundBy, tookPartIn } from '#domain/separation.ts'
import type { Journey } from '../builders.ts'
import { caseIdOf, ids } from '../builders.ts'
import { grantOf } from '../domain/grantStories.ts'

export const me = 'a0000000-0000-4000-8000-000000000099'
/** What a page calls the made-up people. */
export const people: Readonly<Record<string, string>> = {
  [ids.catalyst]: 'Kit Lane',
  [ids.decider]: 'Sam Weir',
  [ids.payer]: 'Dan Fry',
  [me]: 'Hazel Boon',
}
export const nameOf = (oid: string): string => (oid === me ? 'you' : (people[oid] ?? 'a colleague'))
export const today = day('2015-06-01')

/** £6,000, of which £1,000 is paid and £300 set aside for others: £4,700 is left. */
export const potAnswer: PotAnswer = {
  id: ids.pot,
  version: 1,
  name: 'Start-up grants',
  from: day('2015-01-01'),
  to: day('2015-12-31'),
  amountPence: toPence(600_000),
  capPence: toPence(50_000),
  smallPence: toPence(50_000),
  costCode: 'ASC-4410',
  subsidy: 'not-a-subsidy',
  why: 'It is the council’s money.',
  gaps: [],
  rules: [],
  asks: [],
  quorum: 0,
  limits: [],
  evidenceDays: 56,
  balance: { putIn: 600_000, setAside: 30_000, paid: 100_000, returned: 0, recovered: 0, writtenOff: 0, available: 470_000 },
  entries: 5,
  grants: 7,
}

export const rules = [
  { rule: 'costs-seen', sentence: 'We have seen what it costs' },
  { rule: 'trained', sentence: 'They are trained' },
]

type More = { pot?: Partial<PotAnswer>; next?: Partial<StepStanding>; words?: Partial<GrantAnswer['words']> } & Partial<
  Omit<GrantAnswer, 'pot' | 'row' | 'grant' | 'words'>
>

/** What the server says of the grant of a story, to somebody who may take its next step unless it says otherwise. */
export function answerOf(story: Journey, { pot: potMore, next: nextMore, words, ...more }: More = {}): GrantAnswer {
  const grant = grantOf(story)
  const pot = { ...potAnswer, ...potMore }
  const step: GrantStep | undefined = nextStepOf(grant, pot)
  const waits = step && commandOfStep[step]
  const free = { may: true, bound: null, whoCan: [me] }
  const had = tookPartIn(story.facts, grant.grantId)
  return {
    programme: 'levels',
    through: 40,
    today,
    n: 12,
    pot,
    row: {
      caseId: caseIdOf(1),
      reference: 'LM-0001',
      name: 'Vale of Avalon Wellbeing',
      area: 'north',
      grantId: grant.grantId,
      number: grant.number ?? 0,
      gap: grant.gap,
      state: grant.state,
      since: grant.since,
      ...amountsOf(grant),
      purpose: null,
      next: step ? { step, may: true, bound: null, whoCan: [me], ...nextMore } : null,
    },
    // As it comes over the wire: what is undefined is left out.
    grant: JSON.parse(JSON.stringify(grant)) as Grant,
    words: { purpose: 'A hoist sling.', why: 'Six people wait.', assessment: null, decision: null, said: null, waived: {}, ...words },
    form: 'sole_trader',
    constitutedOn: day('2015-02-01'),
    tradingFrom: null,
    leftIfGrantedPence: pot.balance.available - (grant.decided ? 0 : grant.pence),
    gapWantedMinutes: 3_600,
    gapThereMinutes: 2_760,
    subsidy: null,
    inTheWay: [],
    interests: [],
    beside: stepsBeside(grant, pot).flatMap(kind => (kind === waits ? [] : [{ kind, ...free }])),
    notTheirs: Object.fromEntries(
      grantParts.map(part => [part, had.filter(oid => boundBy(story, { part, grantId: grant.grantId, oid })).sort()]),
    ),
    seats: Object.keys(people),
    people,
    ...more,
  }
}
