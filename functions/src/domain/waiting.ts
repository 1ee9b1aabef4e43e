import { checkInDueOn, daysToAnswer, lastCheckIn } from './followUp.ts'
import { evidenceDueOn, isUnpaid, unseenPence } from './grants.ts'
import { asks, reScoping } from './milestones.ts'
import { lastContactOn } from './nextSteps.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, later } from './plainDate.ts'
import type { ProgrammeRules, StuckStep } from './programmeRules.ts'
import type { SupportCase } from './supportCase.ts'
import { enquiredOn, going } from './supportCase.ts'

/** The programme's limits, after which one waits too long. */
export type WaitingLimits = Pick<ProgrammeRules, 'silentDays' | 'stuckDays'>

/** A step in which an enterprise is longer than the limit: since when, and the day by which it should have moved on. */
export type Stuck = { step: StuckStep; since: PlainDate; on: PlainDate }

/**
 * The one step in which a new enterprise is longer than the programme's limit, on its way to trading. What CQC has is CQC's to move, a grant that
 * waits for its payment is a matter of its own, and one that trades, did before we met it, or paused, is not stuck.
 */
export function stuckNow(supportCase: SupportCase, today: PlainDate, { stuckDays }: WaitingLimits): Stuck | undefined {
  const at = stepNow(supportCase, today)
  const on = at && addDays(at.since, stuckDays[at.step])
  return on && on < today ? { ...at, on } : undefined
}

/** Grants that were decided and wait for their payment: since when, and the day by which they should have been paid. */
export const unpaidGrants = ({ grants }: SupportCase, { stuckDays }: WaitingLimits) =>
  grants.filter(isUnpaid).map(({ grantId, number = null, pence, decided }) => ({
    grantId,
    number,
    pence,
    since: decided.on,
    on: addDays(decided.on, stuckDays.grant),
  }))

/** Grants about which more was asked for before anybody decides: since when. */
export const sentBackGrants = ({ grants }: SupportCase) =>
  grants.flatMap(({ state, grantId, number, pence, since }) =>
    state === 'sent-back' && number !== undefined ? [{ grantId, number, pence, since }] : [],
  )

/** Grants whose receipts are still to come: how much of them, since which payment, and the day by which they are due. */
export const receiptsMissing = ({ grants }: SupportCase) =>
  grants.flatMap(grant => {
    const [on, since, { grantId, number }] = [evidenceDueOn(grant), grant.payments.at(-1)?.on, grant]
    return on && since && number !== undefined ? [{ grantId, number, pence: unseenPence(grant), since, on }] : []
  })

/**
 * Nobody there, of those that we took on and that have not paused, was reached for longer than the programme's limit: since when, and the last day within it. Where one agreed on the next time,
 * that is what counts, and after the last check-in that was promised nobody has to be rung.
 */
export function silentNow(
  supportCase: SupportCase,
  today: PlainDate,
  { silentDays }: WaitingLimits,
): { since: PlainDate; on: PlainDate } | undefined {
  // Whom we have not taken on waits for an answer, and a pause stops what we would ask by ourselves.
  if (supportCase.support.state !== 'accepted') return undefined
  const since = lastHeardOn(supportCase)
  const on = since && addDays(since, silentDays)
  if (!on || on >= today) return undefined
  const isAgreed = supportCase.tasks.some(
    ({ state, about, dueOn }) => state === 'open' && (about === 'next-contact' || about === 'visit') && dueOn >= today,
  )
  const last = checkInDueOn(supportCase, lastCheckIn)
  const isLast = last !== undefined && (addDays(last, daysToAnswer) <= today || supportCase.checkIns[lastCheckIn]?.state === 'answered')
  return isAgreed || isLast ? undefined : { since, on }
}

/** The last day on which somebody there was reached, or that of taking them on, or of their enquiry. */
export function lastHeardOn(supportCase: SupportCase): PlainDate | undefined {
  const before = going(supportCase.support)
  const answered = before?.state === 'accepted' ? before.acceptedOn : enquiredOn(supportCase.support)
  const heard = lastContactOn(supportCase)
  return heard && answered ? later(heard, answered) : (heard ?? answered)
}

/** The first step that is not done, and the day the one before it was; nothing waits for us before they were taken on. */
function stepNow(supportCase: SupportCase, today: PlainDate): { step: StuckStep; since: PlainDate } | undefined {
  const { idea, support, trading } = supportCase
  const before = going(support)
  if (support.state !== 'accepted' || before?.state !== 'accepted' || before.origin === 'existing' || trading.state !== 'not-yet')
    return undefined
  if (idea.state === 'to-do') return { step: 'idea', since: before.acceptedOn }
  return afterIdea(supportCase, today, later(before.acceptedOn, idea.on))
}

function afterIdea(supportCase: SupportCase, today: PlainDate, agreedOn: PlainDate): { step: StuckStep; since: PlainDate } | undefined {
  const { constitution, scoping, registration } = supportCase
  if (constitution.state !== 'constituted') return { step: 'set-up', since: agreedOn }
  const setUpOn = later(agreedOn, (constitution.earlier[0] ?? constitution.present).on)
  switch (registration.state) {
    case 'not-begun': {
      if (scoping.state === 'to-do') return { step: 'cqc-check', since: setUpOn }
      // A check that is to be done again is asked when one next speaks. That they must register stands meanwhile.
      if (reScoping(supportCase, today) && asks(scoping) !== 'register') return undefined
      return { step: asks(scoping) === 'nothing' ? 'trading' : 'cqc-application', since: later(setUpOn, scoping.on) }
    }
    case 'preparing':
    case 'returned':
      return { step: 'cqc-application', since: later(agreedOn, registration.since) }
    case 'registered':
      return { step: 'trading', since: later(setUpOn, registration.since) }
    case 'submitted':
    case 'in-assessment':
    case 'interview':
    case 'notice-of-proposal':
    case 'refused':
    case 'withdrawn':
    case 'deregistered':
      return undefined
  }
}
