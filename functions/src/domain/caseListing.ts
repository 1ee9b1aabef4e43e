import type { Recorded } from './caseAt.ts'
import { caseAt } from './caseAt.ts'
import { formOf } from './cohortMembers.ts'
import type { Fact } from './facts.ts'
import type { FlagLimits } from './flags.ts'
import { flagsOf } from './flags.ts'
import { milestoneMarks } from './milestones.ts'
import { contactNext, lastContactOn, nextSteps, standingOf } from './nextSteps.ts'
import type { PlainDate } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import { beganOn, enquiredOn, originOf } from './supportCase.ts'
import type { CaseRow } from './wireSchemas.ts'

/** A case as it stands on a day, and what may be shown of it to those who see names. */
export type StandingCase = {
  caseId: string
  n: number
  reference: string
  supportCase: SupportCase
  name: string | null
  phone: string | null
}

/** The case as of today, by everything known. */
export const asOf = (of: Recorded | readonly Fact[], today: PlainDate): SupportCase => caseAt(of, { asAt: today })

/** One row of the list, as those see it who see names. */
export function caseRow(shown: StandingCase, today: PlainDate, limits: FlagLimits): CaseRow {
  const { caseId, n, reference, supportCase, name, phone } = shown
  const [next = null] = nextSteps(supportCase, today)
  const standing = standingOf(supportCase, today)
  const contact = contactNext(supportCase, today)
  return {
    id: caseId,
    n,
    reference,
    name,
    phone,
    area: supportCase.area ?? null,
    services: [...supportCase.services],
    areasServed: [...supportCase.areasServed],
    form: formOf(supportCase.constitution) ?? null,
    standing,
    origin: originOf(supportCase) ?? null,
    catalyst: supportCase.catalyst ?? null,
    marks: milestoneMarks(supportCase, today),
    next,
    nextContactOn: contact?.on ?? null,
    nextContactAt: contact?.at ?? null,
    flags: flagsOf(supportCase, today, limits, standing),
    lastContactOn: lastContactOn(supportCase) ?? null,
    enquiredOn: enquiredOn(supportCase.support) ?? null,
    tradingFrom: beganOn(supportCase.trading) ?? null,
  }
}

/** A row for those who may not see names: nothing in it names anybody. */
export const withoutNames = (row: CaseRow): CaseRow => ({ ...row, name: null, phone: null })
