import { checkInDueOn } from './followUp.ts'
import { nextSteps, standingOf } from './nextSteps.ts'
import type { PlainDate } from './plainDate.ts'
import { daysBetween } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import { checkInMonths } from './vocabulary.ts'
import type { WaitingLimits } from './waiting.ts'
import { silentNow, stuckNow, unpaidGrants } from './waiting.ts'
import type { NextStep, Standing } from './wireSchemas.ts'

/** What one should know of an enterprise before opening it, the most urgent first. */
export const flags = ['lost-touch', 'insurance-ran-out', 'no-answer', 'stuck', 'silent', 'paused'] as const
export type Flag = (typeof flags)[number]

/** A flag, and for a length of time its whole days: days of silence, days in the step. */
export type RaisedFlag = { flag: Flag; days: number | null }

/** After how many whole days something is a flag, as the programme has settled it. */
export type FlagLimits = WaitingLimits

/** Where a case stands and what is next: who has it at hand gives it, so that it is worked out once. */
type Stand = { standing: Standing; next: NextStep | null }

const standOf = (supportCase: SupportCase, today: PlainDate): Stand => ({
  standing: standingOf(supportCase, today),
  next: nextSteps(supportCase, today)[0] ?? null,
})

/**
 * The flags of a case on a day, in the order of `flags`. A record that has ended has none.
 * Silence and being stuck are what Today has reasons for, by the same rules: the two cannot disagree.
 */
export function flagsOf(supportCase: SupportCase, today: PlainDate, limits: FlagLimits, known = standOf(supportCase, today)): RaisedFlag[] {
  const { standing, next } = known
  switch (standing) {
    case 'stopped':
    case 'left-sight':
    case 'advised-only':
    case 'declined':
      return []
    case 'paused':
      return [...insurance(supportCase, today), plain('paused')]
    case 'lost-touch':
      return [plain('lost-touch'), ...insurance(supportCase, today)]
    case 'enquiry':
    case 'supported':
    case 'trading':
      return [
        ...insurance(supportCase, today),
        ...noAnswer(supportCase, today),
        ...(next ? [...stuck(supportCase, today, limits), ...silent(supportCase, today, limits)] : []),
      ]
  }
}

const plain = (flag: Flag): RaisedFlag => ({ flag, days: null })

/** Only where they trade: before that a policy holds nothing up. */
function insurance({ checksSeen, trading }: SupportCase, today: PlainDate): RaisedFlag[] {
  const until = checksSeen['public-liability']?.until
  return trading.state === 'trading' && until !== undefined && until < today ? [plain('insurance-ran-out')] : []
}

/** A check-in is due, somebody asked, and nobody was reached since it was due. */
function noAnswer(supportCase: SupportCase, today: PlainDate): RaisedFlag[] {
  const { checkIns, contacts } = supportCase
  const dueOn = checkInMonths.flatMap(month => (checkIns[month] ? [] : [checkInDueOn(supportCase, month)])).find(on => on && on <= today)
  if (!dueOn) return []
  const since = contacts.filter(({ on }) => on >= dueOn)
  return since.length > 0 && since.every(({ reached }) => !reached) ? [plain('no-answer')] : []
}

function stuck(supportCase: SupportCase, today: PlainDate, limits: FlagLimits): RaisedFlag[] {
  const late = unpaidGrants(supportCase, limits).find(({ on }) => on < today)
  const since = stuckNow(supportCase, today, limits)?.since ?? late?.since
  return since ? [{ flag: 'stuck', days: daysBetween(since, today) }] : []
}

/** With whom nothing is next, there is nothing to ring about: they are not asked here. */
function silent(supportCase: SupportCase, today: PlainDate, limits: FlagLimits): RaisedFlag[] {
  const silence = silentNow(supportCase, today, limits)
  return silence ? [{ flag: 'silent', days: daysBetween(silence.since, today) }] : []
}
