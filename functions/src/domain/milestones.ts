import { checkInDueOn, confirmedOn, lastCheckIn, partAt } from './followUp.ts'
import { isSettled, paidOn } from './grants.ts'
import type { PlainDate } from './plainDate.ts'
import { addMonths } from './plainDate.ts'
import type { Raise, Scoping, Support, SupportCase } from './supportCase.ts'
import { endedOn, going } from './supportCase.ts'
import type { Milestone, ScopingOutcome } from './vocabulary.ts'
import type { Mark } from './wireSchemas.ts'

/** A CQC check lapses after so many months: the answer may have changed. */
export const monthsACheckHolds = 12

/** Where one of the five milestones stands, and the one day behind it. */
export type MilestoneMark = { milestone: Milestone; state: Mark; on: PlainDate | null }

/** What an outcome of the CQC check asks for: registering, asking CQC, or nothing more for now. */
export const scopingAsks = {
  'not-personal-care': 'nothing',
  'individual-1-3-c': 'nothing',
  'introduction-1-3-b': 'nothing',
  required: 'register',
  'other-activity': 'ask',
  'refer-to-cqc': 'ask',
  'reported-needed': 'register',
  'reported-not-needed': 'nothing',
} as const satisfies Record<ScopingOutcome, 'nothing' | 'register' | 'ask'>

/** What the latest CQC check asks for; undefined before there is one. */
export const asks = (scoping: Scoping): 'nothing' | 'register' | 'ask' | undefined =>
  scoping.state === 'recorded' ? scopingAsks[scoping.outcome] : undefined

/** True where the latest CQC check is older than it holds. */
export const hasLapsed = (scoping: Scoping, today: PlainDate): boolean =>
  scoping.state === 'recorded' && addMonths(scoping.on, monthsACheckHolds) < today

/** Why a CQC check is to be done again: its twelve months are over, or something happened that may change its answer. */
export type ReScoping = {
  /** The first day on which it was to be done again. */
  since: PlainDate
  /** The day its twelve months were over; undefined while they are not. */
  lapsedOn: PlainDate | undefined
  raisedBy: readonly Raise[]
}

/**
 * Whether the CQC check is to be done again, and why. Not where there is none yet, nor once the application has begun: from then on CQC
 * decides. A record that came to its end keeps its last check.
 */
export function reScoping({ scoping, registration, support }: SupportCase, today: PlainDate): ReScoping | undefined {
  if (scoping.state === 'to-do' || registration.state !== 'not-begun' || !isOpen(support)) return undefined
  const lapsedOn = hasLapsed(scoping, today) ? addMonths(scoping.on, monthsACheckHolds) : undefined
  const days = [...scoping.raisedBy.map(({ on }) => on), ...(lapsedOn ? [lapsedOn] : [])].sort()
  const [since] = days
  return since && { since, lapsedOn, raisedBy: scoping.raisedBy }
}

function isOpen(support: Support): boolean {
  const before = going(support)
  return endedOn(support) === undefined && (before?.state === 'accepted' || before?.state === 'enquiry')
}

/** The five milestones in their order. "CQC" is reached by registering, and by a dated decision that it is probably not needed. */
export function milestoneMarks(supportCase: SupportCase, today: PlainDate): MilestoneMark[] {
  return [
    ideaMark(supportCase),
    setUpMark(supportCase),
    registrationMark(supportCase, today),
    grantMark(supportCase),
    twoYearsMark(supportCase, today),
  ]
}

const mark = (milestone: Milestone, state: Mark, on: PlainDate | undefined): MilestoneMark => ({ milestone, state, on: on ?? null })

function ideaMark({ idea, support }: SupportCase): MilestoneMark {
  if (idea.state === 'agreed') return mark('idea', 'done', idea.on)
  const before = going(support)
  if (before?.state === 'accepted') return mark('idea', 'in-progress', before.acceptedOn)
  return mark('idea', 'to-do', undefined)
}

function setUpMark({ constitution }: SupportCase): MilestoneMark {
  switch (constitution.state) {
    case 'not-chosen':
      return mark('constitution', 'to-do', undefined)
    case 'chosen':
      return mark('constitution', 'in-progress', constitution.on)
    case 'constituted':
      return mark('constitution', 'done', constitution.present.on)
  }
}

/** A check that is to be done again says nothing any more: the milestone is on its way until it is done. */
function registrationMark(supportCase: SupportCase, today: PlainDate): MilestoneMark {
  const { scoping, registration } = supportCase
  if (registration.state === 'registered') return mark('registration', 'done', registration.since)
  if (registration.state !== 'not-begun') return mark('registration', 'in-progress', registration.since)
  if (scoping.state === 'to-do') return mark('registration', 'to-do', undefined)
  const again = reScoping(supportCase, today)
  if (again) return mark('registration', 'in-progress', again.since)
  return mark('registration', asks(scoping) === 'nothing' ? 'not-needed' : 'in-progress', scoping.on)
}

function grantMark({ grants }: SupportCase): MilestoneMark {
  const paid = grants.map(paidOn).find(on => on !== undefined)
  if (paid) return mark('grant', 'done', paid)
  const open = grants.find(grant => !isSettled(grant))
  const begun = open && (open.decided ?? open.recommended)
  return begun ? mark('grant', 'in-progress', begun.on) : mark('grant', 'to-do', undefined)
}

/** Counted as cohorts count it: only if someone there told us that it was trading, at the check-in or later. */
function twoYearsMark(supportCase: SupportCase, today: PlainDate): MilestoneMark {
  const { checkIns, trading } = supportCase
  const due = checkInDueOn(supportCase, lastCheckIn)
  if (due && due <= today && partAt(supportCase, lastCheckIn, due) === 'trading') {
    const last = checkIns[lastCheckIn]
    const heardOn = last?.state === 'answered' ? last.on : confirmedOn(supportCase).find(on => on >= due)
    return mark('two-years', 'done', heardOn ?? due)
  }
  return trading.state === 'not-yet' ? mark('two-years', 'to-do', undefined) : mark('two-years', 'in-progress', trading.beganOn)
}
