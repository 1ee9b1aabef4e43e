import { caseAt } from './caseAt.ts'
import { formOf } from './cohortMembers.ts'
import type { Fact } from './facts.ts'
import { milestoneMarks } from './milestones.ts'
import { lastContactOn, nextSteps, standingOf } from './nextSteps.ts'
import type { PlainDate } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import { beganOn, enquiredOn, originOf } from './supportCase.ts'
import type { CaseRow } from './wireSchemas.ts'

/** A case as it is stored: its facts, and what may be shown of it to those who see names. */
export type RecordedCase = { caseId: string; n: number; reference: string; facts: readonly Fact[]; name: string | null }

/** The case as of today, by everything known. */
export const asOf = (facts: readonly Fact[], today: PlainDate): SupportCase => caseAt(facts, { asAt: today })

/** One row of the list. `name` is null for those who may not see names. */
export function caseRow({ caseId, n, reference, facts, name }: RecordedCase, today: PlainDate): CaseRow {
  const supportCase = asOf(facts, today)
  const [next = null] = nextSteps(supportCase, today)
  return {
    id: caseId,
    n,
    reference,
    name,
    area: supportCase.area ?? null,
    form: formOf(supportCase.constitution) ?? null,
    standing: standingOf(supportCase, today),
    origin: originOf(supportCase) ?? null,
    catalyst: supportCase.catalyst ?? null,
    marks: milestoneMarks(supportCase, today),
    next,
    lastContactOn: lastContactOn(supportCase) ?? null,
    enquiredOn: enquiredOn(supportCase.support) ?? null,
    tradingFrom: beganOn(supportCase.trading) ?? null,
  }
}
