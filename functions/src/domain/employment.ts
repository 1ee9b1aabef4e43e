import type { EmploymentAnswer } from './attributes.ts'
import { employmentAnswers } from './attributes.ts'
import type { SupportCase } from './supportCase.ts'
import { endedOn } from './supportCase.ts'

/** The newest answer to "Have you talked about it?", with its day; undefined where it was never asked. */
export function employmentAnswerOf({ attributes }: Pick<SupportCase, 'attributes'>): { answer: EmploymentAnswer; on: string } | undefined {
  const told = attributes.findLast(({ attribute }) => attribute === 'employment-status')
  const answer = employmentAnswers.find(each => told?.codes.includes(each))
  return told && answer ? { answer, on: told.on } : undefined
}

/**
 * Whether to ask "They help one person only. HMRC may see them as an employee. Have you talked about it?": the record is open,
 * they work for themselves or have no form yet, their newest number of people is one, and it was not settled since that number was told.
 * It asks again with each new number that is one, so at each check-in. Who has one client may be that client's employee for HMRC.
 * Source: You're the Boss, "Structure your care business". It is a question, and never a finding.
 */
export function asksEmploymentStatus(supportCase: SupportCase): boolean {
  const { constitution, support, careReturns } = supportCase
  if (endedOn(support) !== undefined) return false
  const form =
    constitution.state === 'constituted' ? constitution.present.form : constitution.state === 'chosen' ? constitution.form : undefined
  if (form !== undefined && form !== 'sole_trader') return false
  const last = careReturns.findLast(({ people }) => people !== undefined)
  if (last?.people !== 1) return false
  const told = employmentAnswerOf(supportCase)
  return told === undefined || told.answer === 'not-sure' || told.on < last.on
}
