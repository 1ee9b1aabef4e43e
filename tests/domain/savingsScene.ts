import type { Assumption, AssumptionKind, Range } from '#domain/assumptions.ts'
import { caseAt } from '#domain/caseAt.ts'
import type { CaseFacts } from '#domain/cohortMembers.ts'
import { membersOf } from '#domain/cohortMembers.ts'
import { day } from '#domain/plainDate.ts'
import { toMinutes } from '#domain/quantities.ts'
import type { SavingsInput } from '#domain/savings.ts'
import type { Journey } from '../builders.ts'
import { caseIdOf, ids, noon } from '../builders.ts'

/** A figure without a range. */
export const exactly = (central: number): Range => ({ low: central, central, high: central })

/**
 * The figures of the worked examples: the council would have paid £24.10 an hour; it pays £20.00 by contract, and £18.00 by direct payment of
 * which a tenth comes back, so £16.20. All hours meet an assessed need.
 */
export const worked = {
  comparator: exactly(2_410),
  'contract-price': exactly(2_000),
  'direct-payment-rate': exactly(1_800),
  'direct-payment-unspent': exactly(1_000),
  'assessed-need': exactly(10_000),
  contributions: exactly(1_000),
  deadweight: exactly(2_000),
  displacement: exactly(1_000),
  attribution: exactly(1_500),
} as const satisfies Partial<Record<AssumptionKind, Range>>

/** A figure as it was recorded; by default on the first day of 2015, as from that day. */
export const recorded = (
  version: number,
  kind: AssumptionKind,
  value: Range | null,
  from = '2015-01-01',
  on = '2015-01-01',
): Assumption => ({
  version,
  kind,
  value,
  effectiveFrom: day(from),
  confidence: 'high',
  textId: ids.text,
  recordedAt: noon(on),
  recordedBy: ids.decider,
})

export const all = (figures: Partial<Record<AssumptionKind, Range>>): Assumption[] =>
  Object.entries(figures).map(([kind, value], place) => recorded(place + 1, kind as AssumptionKind, value))

export const casesOf = (stories: readonly Journey[]): CaseFacts[] =>
  stories.map(({ facts }, place) => ({ caseId: caseIdOf(place + 1), facts }))

type Asking = { asAt: string; figures?: readonly Assumption[]; costPence?: number }

/** A programme that was funded from 1 January 2015 to 31 December 2016. */
export function inputOf(stories: readonly Journey[], { asAt, figures = all(worked), costPence = 1_000_00 }: Asking): SavingsInput {
  const cases = casesOf(stories)
  return {
    members: membersOf(cases, { by: 'enquiry', asAt: day(asAt) }),
    granted: cases.map(({ caseId, facts }) => ({ caseId, supportCase: caseAt(facts, { asAt: day(asAt) }) })),
    recorded: figures,
    asAt: day(asAt),
    knownAt: noon('2020-01-01'),
    costPence,
    period: { from: day('2015-01-01'), to: day('2016-12-31') },
  }
}

/** So many hours of care a week: in all, by council contract, by direct payment, and by personal health budget. */
export const hours = (inAll: number, contract: number, direct: number, nhs = 0) => ({
  minutesPerWeek: toMinutes(60 * inAll),
  councilPaidMinutes: toMinutes(60 * (contract + direct + nhs)),
  paid: { councilContract: toMinutes(60 * contract), directPayment: toMinutes(60 * direct), healthBudget: toMinutes(60 * nhs) },
})

/** The same without the split. */
export const unsplitHours = (inAll: number, paid: number) => ({
  minutesPerWeek: toMinutes(60 * inAll),
  councilPaidMinutes: toMinutes(60 * paid),
})
