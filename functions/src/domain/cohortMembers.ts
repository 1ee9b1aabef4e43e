import type { SettledQuestion } from './cohort.ts'
import type { Fact } from './facts.ts'
import { fold } from './fold.ts'
import type { FollowedSpell, Part } from './followUp.ts'
import { followedSpell, partAt } from './followUp.ts'
import { known } from './known.ts'
import type { PlainDate } from './plainDate.ts'
import type { Constitution, SupportCase } from './supportCase.ts'
import { beganOn, enquiredOn, originOf } from './supportCase.ts'
import type { CheckInMonth, LegalForm, Origin } from './vocabulary.ts'

/** A case as a cohort reads it: its id and everything recorded of it. */
export type CaseFacts = { caseId: string; facts: readonly Fact[] }

/** One enterprise of a cohort, folded as at the question's day and as known at its instant. */
export type Member = {
  caseId: string
  supportCase: SupportCase
  enquired: PlainDate | undefined
  origin: Origin | undefined
  /** Where it stood at each check-in. */
  parts: Readonly<Record<CheckInMonth, Part>>
  /** Its time under observation; undefined where it never traded, or was never watched. */
  spell: FollowedSpell | undefined
}

/** One row behind a figure: the enterprise, the day that puts it there, and its part of a total. */
export type Line = { member: Member; on: PlainDate | undefined; value: number | undefined }

/** A figure that counts is as large as its list is long. */
export const countOf = (lines: readonly Line[]): number => lines.length

/** A figure that adds up is the sum over its list. What nobody told adds nothing. */
export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { value }) => sum + (value ?? 0), 0)

/** The legal form it has, or has chosen. */
export function formOf(constitution: Constitution): LegalForm | undefined {
  switch (constitution.state) {
    case 'not-chosen':
      return undefined
    case 'chosen':
      return constitution.form
    case 'constituted':
      return constitution.present.form
  }
}

/** The enterprises that a question is about: chosen by when they enquired or began to trade, and by area and legal form. */
export function membersOf(cases: readonly CaseFacts[], question: SettledQuestion): Member[] {
  const { asAt, knownAt } = question
  return cases
    .map(({ caseId, facts }) => {
      const supportCase = fold(known(facts, { knownAt, asAt }))
      return { caseId, supportCase, enquired: enquiredOn(supportCase.support), origin: originOf(supportCase) }
    })
    .filter(folded => isIn(question, folded))
    .map(folded => {
      const at = (months: CheckInMonth) => partAt(folded.supportCase, months, asAt)
      return { ...folded, parts: { 6: at(6), 12: at(12), 24: at(24) }, spell: followedSpell(folded.supportCase, asAt) }
    })
}

/** Those that began trading with us: what ran before we met it is counted apart. */
export const membersBegun = (members: readonly Member[]): Member[] =>
  members.filter(({ origin, supportCase }) => origin !== 'existing' && supportCase.trading.state !== 'not-yet')

function isIn({ by, from, to, area, form }: SettledQuestion, { supportCase, enquired }: Pick<Member, 'supportCase' | 'enquired'>): boolean {
  const chosenOn = by === 'enquiry' ? enquired : beganOn(supportCase.trading)
  if (!enquired || !chosenOn) return false
  if ((from && chosenOn < from) || (to && chosenOn > to)) return false
  if (area && supportCase.area !== area) return false
  return !form || formOf(supportCase.constitution) === form
}
