import { checkInDueOn } from './followUp.ts'
import { standingOf } from './nextSteps.ts'
import type { PlainDate } from './plainDate.ts'
import { daysBetween } from './plainDate.ts'
import type { ProgrammeRules } from './programmeRules.ts'
import { isOver } from './programmeRules.ts'
import type { Settings } from './settings.ts'
import type { SupportCase } from './supportCase.ts'
import { checkInMonths } from './vocabulary.ts'
import type { WaitingLimits } from './waiting.ts'
import { isOpen } from './todayReasons.ts'
import { silentNow, stuckNow, unpaidGrants } from './waiting.ts'

/** What one should know of an enterprise before opening it, the most urgent first. */
export const flags = ['lost-touch', 'insurance-ran-out', 'no-answer', 'stuck', 'silent', 'paused'] as const
export type Flag = (typeof flags)[number]

/** A flag, and for a length of time its whole days: days of silence, days in the step. */
export type RaisedFlag = { flag: Flag; days: number | null }

/** After how many whole days something is a flag, as the programme has settled it, and until when it asks. */
export type FlagLimits = { rules: WaitingLimits & Pick<ProgrammeRules, 'closedOn'>; fundedUntil: PlainDate }

/** What a programme's settings say of flags. */
export const flagLimits = ({ rules, period }: Pick<Settings, 'rules' | 'period'>): FlagLimits => ({ rules, fundedUntil: period.to })

/**
 * The flags of a case on a day, in the order of `flags`. A record that has ended has none.
 * Silence and being stuck are what Today has reasons for, by the same rules, whatever was put off there.
 */
export function flagsOf(
  supportCase: SupportCase,
  today: PlainDate,
  limits: FlagLimits,
  standing = standingOf(supportCase, today),
): RaisedFlag[] {
  const asks = isOpen(supportCase) && !isOver(limits, today)
  const waiting = asks ? [...stuck(supportCase, today, limits.rules), ...silent(supportCase, today, limits.rules)] : []
  switch (standing) {
    case 'stopped':
    case 'left-sight':
    case 'advised-only':
    case 'declined':
      return []
    case 'paused':
      return [...insurance(supportCase, today), ...waiting, plain('paused')]
    case 'lost-touch':
      return [plain('lost-touch'), ...insurance(supportCase, today), ...waiting]
    case 'enquiry':
    case 'supported':
    case 'trading':
      return [...insurance(supportCase, today), ...noAnswer(supportCase, today), ...waiting]
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

function stuck(supportCase: SupportCase, today: PlainDate, limits: WaitingLimits): RaisedFlag[] {
  const late = unpaidGrants(supportCase, limits).find(({ on }) => on < today)
  const since = stuckNow(supportCase, today, limits)?.since ?? late?.since
  return since ? [{ flag: 'stuck', days: daysBetween(since, today) }] : []
}

function silent(supportCase: SupportCase, today: PlainDate, limits: WaitingLimits): RaisedFlag[] {
  const silence = silentNow(supportCase, today, limits)
  return silence ? [{ flag: 'silent', days: daysBetween(silence.since, today) }] : []
}
