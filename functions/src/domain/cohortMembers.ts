import type { Recorded } from './caseAt.ts'
import { caseAt } from './caseAt.ts'
import type { SettledQuestion } from './cohort.ts'
import type { FollowedSpell, Part } from './followUp.ts'
import { acceptedExisting, followedSpell, hasLostTouch, partAt, spellSinceAccepted } from './followUp.ts'
import type { PlainDate } from './plainDate.ts'
import type { Constitution, SupportCase } from './supportCase.ts'
import { beganOn, enquiredOn, originOf } from './supportCase.ts'
import type { CheckInMonth, LegalForm, Origin } from './vocabulary.ts'

/** A case as a cohort reads it: its id and everything recorded of it. */
export type CaseFacts = Recorded & { caseId: string }

/** One enterprise of a cohort, folded as at the question's day and as known at its instant. */
export type Member = {
  caseId: string
  supportCase: SupportCase
  enquired: PlainDate | undefined
  origin: Origin | undefined
  /** The day it began to trade with us; undefined where it never did. What ran before we met it is counted apart. */
  began: PlainDate | undefined
  /** Where it stood at each check-in. */
  parts: Readonly<Record<CheckInMonth, Part>>
  /** Its time under observation; undefined where it never traded, or was never watched. */
  spell: FollowedSpell | undefined
  /** Ran before we met it: the day we accepted it, and its time under observation since; undefined of all others. */
  existing: { acceptedOn: PlainDate; spell: FollowedSpell | undefined } | undefined
  /** Neither trading nor stopped on the question's day: nobody has heard. */
  lostTouch: boolean
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

/** The legal form it had, or had chosen, on a day; undefined where that came later. */
export function formOn(constitution: Constitution, day: PlainDate): LegalForm | undefined {
  if (constitution.state === 'not-chosen') return undefined
  if (constitution.state === 'chosen') return constitution.on <= day ? constitution.form : undefined
  return [...constitution.earlier, constitution.present].findLast(({ on }) => on <= day)?.form
}

/** The enterprises that a question is about: chosen by when they enquired or began to trade, and by area and legal form. */
export function membersOf(cases: readonly CaseFacts[], question: SettledQuestion): Member[] {
  const members: Member[] = []
  for (const each of cases) {
    // A duplicate is counted where it was merged into, on every day: what was known says so, not what had happened.
    if (caseAt(each, { knownAt: question.knownAt }).mergedInto) continue
    const supportCase = caseAt(each, question)
    const enquired = enquiredOn(supportCase.support)
    if (isIn(question, supportCase, enquired)) members.push(memberOf(each.caseId, supportCase, enquired, question.asAt))
  }
  return members
}

// The same enterprise on the same day is the same member of every cohort: another area or year of it is not worked out again.
const remembered = new WeakMap<SupportCase, { asAt: PlainDate; member: Member }>()

function memberOf(caseId: string, supportCase: SupportCase, enquired: PlainDate | undefined, asAt: PlainDate): Member {
  const kept = remembered.get(supportCase)
  if (kept?.asAt === asAt && kept.member.caseId === caseId) return kept.member
  const at = (months: CheckInMonth) => partAt(supportCase, months, asAt)
  const origin = originOf(supportCase)
  const acceptedOn = acceptedExisting(supportCase)
  const member: Member = {
    caseId,
    supportCase,
    enquired,
    origin,
    began: origin === 'existing' ? undefined : beganOn(supportCase.trading),
    parts: { 6: at(6), 12: at(12), 24: at(24) },
    spell: followedSpell(supportCase, asAt),
    existing: acceptedOn && { acceptedOn, spell: spellSinceAccepted(supportCase, asAt) },
    lostTouch: hasLostTouch(supportCase, asAt),
  }
  remembered.set(supportCase, { asAt, member })
  return member
}

function isIn({ by, from, to, area, form }: SettledQuestion, supportCase: SupportCase, enquired: PlainDate | undefined): boolean {
  const chosenOn = by === 'enquiry' ? enquired : beganOn(supportCase.trading)
  if (!enquired || !chosenOn) return false
  if ((from && chosenOn < from) || (to && chosenOn > to)) return false
  if (area && supportCase.area !== area) return false
  return !form || formOf(supportCase.constitution) === form
}
