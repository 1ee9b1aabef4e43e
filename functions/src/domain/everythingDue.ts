import type { TaskAbout } from './besideVocabulary.ts'
import type { Ask, CheckInAsk } from './followUpSchedule.ts'
import { checkInAnswerable, followedFrom, numbersAsked } from './followUpSchedule.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays } from './plainDate.ts'
import type { ProgrammeRules } from './programmeRules.ts'
import { hasClosed } from './programmeRules.ts'
import type { SupportCase } from './supportCase.ts'
import type { ChangeKind } from './vocabulary.ts'

/** One thing that a call settles. `on` is the day it is due, or since when it waits. */
export type CallThing =
  | ({ what: 'check-in' } & CheckInAsk)
  | ({ what: 'numbers' } & Ask)
  | { what: 'check-date'; check: string; on: PlainDate }
  | { what: 'change'; change: ChangeKind; on: PlainDate }
  | { what: 'to-do'; task: string; about: TaskAbout; on: PlainDate; at: string | undefined; textId: string | undefined }

/** A date of insurance is asked for from so many days before it runs out. */
const daysBeforeEnd = 60

/** To-dos that a call is about. */
const aboutCalls: readonly TaskAbout[] = ['next-contact', 'visit', 'numbers']

/**
 * Everything that one call to an enterprise settles on a day: the check-in and the numbers that may be answered now, dates of insurance
 * that run out, changes they told us of and that ask for more, and to-dos about speaking with them. After the programme has closed the
 * check-in alone is left. Nothing for a record that has ended or never was taken on.
 */
export function everythingDue(supportCase: SupportCase, rules: ProgrammeRules, today: PlainDate): CallThing[] {
  const checkIn = checkInAnswerable(supportCase, today)
  const things: CallThing[] = checkIn ? [{ what: 'check-in', ...checkIn }] : []
  if (hasClosed(rules, today) || !isOpen(supportCase)) return things
  const numbers = numbersAsked(supportCase, today)
  // Numbers that fall due a little later go with a check-in that is asked now.
  if (numbers && (numbers.dueOn <= today || (checkIn && numbers.dueOn <= checkIn.dueOn))) things.push({ what: 'numbers', ...numbers })
  things.push(...endingChecks(supportCase, rules, today))
  for (const { what, on, settledOn } of supportCase.changes) if (!settledOn) things.push({ what: 'change', change: what, on })
  for (const { task, about, dueOn: on, at, textId, state } of supportCase.tasks)
    if (state === 'open' && on <= today && aboutCalls.includes(about)) things.push({ what: 'to-do', task, about, on, at, textId })
  return things
}

/**
 * Whether it is time to ring for the follow-up, of all that a call settles: a check-in or numbers that are due, and that nobody asked for
 * within the week, put off, or agreed to speak about later.
 */
export const isTimeToRing = (things: readonly CallThing[], today: PlainDate): boolean =>
  things.some(thing => (thing.what === 'check-in' || thing.what === 'numbers') && thing.dueOn <= today && thing.askOn <= today)

function isOpen(supportCase: SupportCase): boolean {
  const { state } = supportCase.support
  const isGoing = state === 'enquiry' || state === 'accepted' || state === 'paused'
  return !supportCase.mergedInto && (isGoing || followedFrom(supportCase) !== undefined)
}

/** Checks with a last day that is over, or near. One that was never seen has no date to ask for. */
const endingChecks = ({ checksSeen }: SupportCase, { checks }: ProgrammeRules, today: PlainDate): CallThing[] =>
  checks.flatMap(({ check, hasEnd }): CallThing[] => {
    const until = checksSeen[check]?.until
    return hasEnd && until && until <= addDays(today, daysBeforeEnd) ? [{ what: 'check-date', check, on: until }] : []
  })
