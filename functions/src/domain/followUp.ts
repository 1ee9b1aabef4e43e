import type { PlainDate } from './plainDate.ts'
import { addDays, addMonths, daysBetween, earlier, later } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import { beganOn, going } from './supportCase.ts'
import type { Spell } from './survival.ts'
import type { CheckInMonth } from './vocabulary.ts'
import { checkInMonths } from './vocabulary.ts'

/** Days after a check-in was due in which an answer may still come. Then it counts as unanswered. */
export const daysToAnswer = 28

/** The last check-in that we promise. Nobody is followed past it: silence after it is not trading. */
export const lastCheckIn: CheckInMonth = 24

/** From which day check-ins are counted: the day trading began, or acceptance where it ran before we met it. */
export function checkInsCountFrom(supportCase: SupportCase): PlainDate | undefined {
  return acceptedExisting(supportCase) ?? beganOn(supportCase.trading)
}

/** The day a check-in is due; undefined while there is nothing to count from. */
export function checkInDueOn(supportCase: SupportCase, month: CheckInMonth): PlainDate | undefined {
  const from = checkInsCountFrom(supportCase)
  return from && addMonths(from, month)
}

const answeredOn = ({ checkIns }: SupportCase, month: CheckInMonth): PlainDate | undefined => {
  const checkIn = checkIns[month]
  return checkIn?.state === 'answered' ? checkIn.on : undefined
}

/**
 * The days on which someone there told us it was trading: it began, a check-in was answered, a care return came,
 * or a contact reached them and heard "trading". Silence is not among them.
 */
export function confirmedOn(supportCase: SupportCase): PlainDate[] {
  const days: PlainDate[] = []
  forEachConfirmed(supportCase, on => days.push(on))
  return days.sort()
}

function forEachConfirmed(supportCase: SupportCase, take: (on: PlainDate) => void): void {
  const began = beganOn(supportCase.trading)
  if (began) take(began)
  for (const month of checkInMonths) {
    const answered = answeredOn(supportCase, month)
    if (answered) take(answered)
  }
  for (const { on, told } of supportCase.careReturns) if (told === 'they-did') take(on)
  for (const { on, reached, heard } of supportCase.contacts) if (reached && heard === 'trading') take(on)
}

/** The latest of those days. */
function lastConfirmedOn(supportCase: SupportCase): PlainDate | undefined {
  let last: PlainDate | undefined
  forEachConfirmed(supportCase, on => {
    if (last === undefined || on > last) last = on
  })
  return last
}

function isConfirmedSince(supportCase: SupportCase, day: PlainDate): boolean {
  const last = lastConfirmedOn(supportCase)
  return last !== undefined && last >= day
}

/** True where a check-in that was due stays unanswered past its days of grace, and nothing later confirmed trading. */
function isUnanswered(supportCase: SupportCase, month: CheckInMonth, asAt: PlainDate): boolean {
  const due = checkInDueOn(supportCase, month)
  if (!due || addDays(due, daysToAnswer) > asAt || answeredOn(supportCase, month)) return false
  return !isConfirmedSince(supportCase, due)
}

/** Lost touch on this day: neither trading nor stopped. The fold must be as at the same day. */
export function hasLostTouch(supportCase: SupportCase, asAt: PlainDate): boolean {
  const { state } = supportCase.trading
  return (state === 'trading' || state === 'paused') && checkInMonths.some(month => isUnanswered(supportCase, month, asAt))
}

/** Where an enterprise stood so many months after it began: one of the parts that add up to those due, or not yet so long. */
export type Part = 'trading' | 'paused' | 'stopped' | 'notReached' | 'left' | 'awaited' | 'notYet'

/**
 * Where an enterprise stood at a check-in, as at a day. The answer to that check-in counts, or a stop by then.
 * Without an answer it was trading only if someone later told us so, or told us of an end that came later.
 */
export function partAt(supportCase: SupportCase, months: CheckInMonth, asAt: PlainDate): Part {
  const { trading } = supportCase
  const due = checkInDueOn(supportCase, months)
  if (!due || due > asAt) return 'notYet'
  const checkIn = supportCase.checkIns[months]
  const answered = checkIn?.state === 'answered' ? checkIn : undefined
  const by = answered ? later(due, answered.on) : due
  if (trading.state === 'stopped' && trading.stoppedOn <= by) return 'stopped'
  if (answered) return answered.answer
  if (trading.state === 'left-sight' && trading.leftOn <= by) return 'left'
  if (supportCase.pauses.some(({ from, to }) => from <= due && (to === undefined || to > due))) return 'paused'
  const endedLater = trading.state === 'stopped' || trading.state === 'left-sight'
  if (endedLater || isConfirmedSince(supportCase, due)) return 'trading'
  return addDays(due, daysToAnswer) > asAt ? 'awaited' : 'notReached'
}

/** One enterprise under observation: its spell, and its spell if all we lost had closed, or still traded. */
export type FollowedSpell = Spell & { lost: boolean; worst: Spell; best: Spell }

/**
 * The time under observation of an enterprise that began trading, by the hybrid rule:
 * a stop counts on its day; one that left our sight still trading is censored that day; one that lost touch is censored at
 * the last confirmed contact; nobody is followed past the last promised check-in (the day it was due, or was answered if later);
 * otherwise it is censored at the as-at day. Time before `followedFrom` is not watched (delayed entry).
 * `worst` closes the lost on the day after the last contact; `best` lets them trade on.
 * Undefined where it never traded, or was under observation on no day at all.
 * Sources: Lesko et al. 2018, "When to censor?", Am J Epidemiol 187:623; Clark et al. 2002, Lancet 359:1309.
 */
export function followedSpell(supportCase: SupportCase, asAt: PlainDate): FollowedSpell | undefined {
  const began = beganOn(supportCase.trading)
  return began && spellSince(supportCase, began, asAt)
}

/**
 * The same of an enterprise that ran before we met it, from the day we accepted it: how long it goes on with us. Nobody is at risk before the
 * acceptance, so its earlier years, which it cannot but have lasted, do not count as ours. Undefined where it is none of those.
 */
export function spellSinceAccepted(supportCase: SupportCase, asAt: PlainDate): FollowedSpell | undefined {
  const accepted = acceptedExisting(supportCase)
  return accepted && spellSince(supportCase, accepted, asAt)
}

/** The day on which we accepted an enterprise that ran before we met it; undefined where it is none of those. */
export function acceptedExisting(supportCase: SupportCase): PlainDate | undefined {
  const before = going(supportCase.support)
  return before?.state === 'accepted' && before.origin === 'existing' ? before.acceptedOn : undefined
}

function spellSince(supportCase: SupportCase, start: PlainDate, asAt: PlainDate): FollowedSpell | undefined {
  const { trading } = supportCase
  if (trading.state === 'not-yet') return undefined
  const from = trading.followedFrom ? Math.max(0, daysBetween(start, trading.followedFrom)) : 0
  const until = (on: PlainDate, ended: boolean): Spell => ({ from, to: daysBetween(start, on), ended })
  const due = addMonths(start, lastCheckIn)
  const end = earlier(asAt, later(due, answeredOn(supportCase, lastCheckIn) ?? due))
  const best = until(end, false)

  const spell = spellAsHeard(supportCase, asAt, end, until)
  const heard = spell
    ? { from, to: spell.to, ended: spell.ended, lost: false, worst: spell, best: spell }
    : lostSpell(supportCase, { start, end, until, best })
  return isWatched(heard) ? heard : undefined
}

const isWatched = ({ from, to }: Spell): boolean => (from === 0 ? to >= 0 : to > from)

type Until = (on: PlainDate, ended: boolean) => Spell

function spellAsHeard(supportCase: SupportCase, asAt: PlainDate, end: PlainDate, until: Until): Spell | undefined {
  const { trading } = supportCase
  if (trading.state === 'stopped' && trading.stoppedOn <= end) return until(trading.stoppedOn, true)
  if (trading.state === 'left-sight' && trading.leftOn <= end) return until(trading.leftOn, false)
  const ended = trading.state === 'stopped' || trading.state === 'left-sight'
  const lost = !ended && checkInMonths.some(month => isUnanswered(supportCase, month, asAt))
  return lost ? undefined : until(end, false)
}

type Span = { start: PlainDate; end: PlainDate; until: Until; best: Spell }

function lostSpell(supportCase: SupportCase, { start, end, until, best }: Span): FollowedSpell {
  const heard = earlier(later(lastConfirmedOn(supportCase) ?? end, start), end)
  const closed = addDays(heard, 1)
  const { from, to, ended } = until(heard, false)
  return { from, to, ended, lost: true, worst: closed <= end ? until(closed, true) : until(heard, false), best }
}
