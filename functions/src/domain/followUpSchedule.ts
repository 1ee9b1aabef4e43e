import type { Task } from './besides.ts'
import type { Need } from './besideVocabulary.ts'
import { checkInDueOn, checkInsCountFrom, daysToAnswer, hasLostTouch } from './followUp.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, addMonths, daysBetween, earlier, later } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import { going } from './supportCase.ts'
import type { CheckInMonth } from './vocabulary.ts'
import { checkInMonths } from './vocabulary.ts'

/** A check-in may be answered from so many days before it is due: what is said long before says nothing of that day. */
export const daysBeforeDue = 31

/** Numbers are asked for twice a year. */
const monthsBetweenNumbers = 6

/** Numbers that fall due so close to a check-in wait for it, or go with it: one call settles both. */
export const daysJoined = 60

/** Nobody is asked again for the same thing within a week. */
export const daysBetweenTries = 7

/** Where a thing that is asked for stands: still to come, due, or unanswered for longer than an answer may take. */
export type Asking = 'early' | 'due' | 'unanswered'

/** Something that we ask an enterprise, the day it is due, and the day from which to ask or to ask again. */
export type Ask = { dueOn: PlainDate; askOn: PlainDate; state: Asking; triedOn: readonly PlainDate[] }
export type CheckInAsk = Ask & { month: CheckInMonth }

/**
 * From which day an enterprise that we still follow is counted; undefined for one that is left alone: it stopped, left our sight,
 * was declined or advised only, was merged into another record, or has not begun.
 */
export function followedFrom(supportCase: SupportCase): PlainDate | undefined {
  const { support, mergedInto } = supportCase
  if (mergedInto || support.state === 'stopped' || support.state === 'left-sight') return undefined
  const state = going(support)?.state
  return state === 'enquiry' || state === 'accepted' ? checkInsCountFrom(supportCase) : undefined
}

/** True of a check-in that is over: answered, or recorded as missed. */
const isSettled = ({ checkIns }: SupportCase, month: CheckInMonth): boolean => checkIns[month] !== undefined

/**
 * The check-in that a call on this day is for: the latest that has fallen due, unless it is settled; else the next one.
 * Once a later one is due the earlier is not asked any more: nobody can say now how it stood then. Undefined where none is left,
 * or the record is left alone.
 */
export function checkInAsked(supportCase: SupportCase, today: PlainDate): CheckInAsk | undefined {
  const from = followedFrom(supportCase)
  if (!from) return undefined
  const latest = checkInMonths.findLast(month => addMonths(from, month) <= today)
  const month =
    latest && !isSettled(supportCase, latest)
      ? latest
      : checkInMonths.find(each => addMonths(from, each) > today && !isSettled(supportCase, each))
  return month && { month, ...asked(supportCase, 'check-in', addMonths(from, month), today) }
}

/** The check-in that an answer on this day would settle: one that is due, or falls due within 31 days. */
export function checkInAnswerable(supportCase: SupportCase, today: PlainDate): CheckInAsk | undefined {
  const ask = checkInAsked(supportCase, today)
  return ask && addDays(ask.dueOn, -daysBeforeDue) <= today ? ask : undefined
}

/**
 * When numbers are next due: six months after they were last told, or after trading began. Where a check-in falls within 60 days of
 * that, on its day, so that one call settles both. A round that nobody answered, though we tried after its 28 days, is let go.
 * An estimate is no answer. Undefined where it does not trade, or we lost touch: then the check-in asks for the numbers too.
 */
export function numbersAsked(supportCase: SupportCase, today: PlainDate): Ask | undefined {
  const from = followedFrom(supportCase)
  const { trading, contacts, support } = supportCase
  // One that ran before we met it may have no day on which it began.
  const trades = trading.state === 'trading' || trading.state === 'not-yet'
  if (!from || !trades || support.state === 'paused' || hasLostTouch(supportCase, today)) return undefined
  const told = supportCase.careReturns.findLast(({ told: by }) => by === 'they-did')?.on
  const tries = contacts.filter(({ reached }) => !reached).map(({ on }) => on)
  let dueOn = joined(supportCase, addMonths(later(told ?? from, from), monthsBetweenNumbers))
  while (tries.some(on => on >= addDays(dueOn, daysToAnswer))) dueOn = joined(supportCase, addMonths(dueOn, monthsBetweenNumbers))
  return asked(supportCase, 'numbers', dueOn, today)
}

/** The day of a check-in that is not answered yet and lies within 60 days; else the day itself. */
function joined(supportCase: SupportCase, dueOn: PlainDate): PlainDate {
  const near = checkInMonths
    .filter(month => !isSettled(supportCase, month))
    .map(month => checkInDueOn(supportCase, month))
    .find(on => on !== undefined && Math.abs(daysBetween(on, dueOn)) <= daysJoined)
  return near ?? dueOn
}

function asked(supportCase: SupportCase, need: Need, dueOn: PlainDate, today: PlainDate): Ask {
  const tries = triesSince(supportCase, dueOn)
  const state = dueOn > today ? 'early' : addDays(dueOn, daysToAnswer) > today ? 'due' : 'unanswered'
  return { dueOn, askOn: askOn(supportCase, need, dueOn, tries.last), state, triedOn: tries.notReached }
}

/** Whoever spoke to them in the week before it fell due need not ring again on the very day. */
const triesFrom = (dueOn: PlainDate): PlainDate => addDays(dueOn, 1 - daysBetweenTries)

/** When they were asked: the days on which nobody answered, and the last day of all. */
function triesSince({ contacts, careReturns }: SupportCase, dueOn: PlainDate) {
  const since = contacts.filter(({ on }) => on >= triesFrom(dueOn))
  const told = careReturns.filter(({ on }) => on >= triesFrom(dueOn))
  const days = [...since, ...told].map(({ on }) => on).sort()
  const notReached = since.filter(({ reached }) => !reached).map(({ on }) => on)
  return { last: days.at(-1), notReached: [...new Set(notReached)].sort() }
}

/** Not before it is due, not within a week of the last try, and not before the day we put it off to, or agreed to speak again. */
function askOn(supportCase: SupportCase, need: Need, dueOn: PlainDate, lastTry: PlainDate | undefined): PlainDate {
  const putOff = putOffUntil(supportCase, need, dueOn)
  const agreed = nextContactOf(supportCase)
  // Agreed since, the next talk may wait, though not past the days of grace.
  const waits = agreed && agreed.setOn >= triesFrom(dueOn) ? earlier(agreed.dueOn, addDays(dueOn, daysToAnswer)) : dueOn
  const again = lastTry ? addDays(lastTry, daysBetweenTries) : dueOn
  return [putOff ?? dueOn, waits, again].reduce(later, dueOn)
}

/** Until when a need that began on a day is put off; undefined where it is not. What began after that was not there to be put off. */
export function putOffUntil({ putOffs }: SupportCase, need: Need, beganOn: PlainDate): PlainDate | undefined {
  const putOff = putOffs[need]
  return putOff && beganOn <= putOff.on ? putOff.until : undefined
}

/** When we agreed to speak next; undefined where nothing is agreed. */
export const nextContactOf = ({ tasks }: SupportCase): Task | undefined =>
  tasks.find(({ about, state }) => about === 'next-contact' && state === 'open')
