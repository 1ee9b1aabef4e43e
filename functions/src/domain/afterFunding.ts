import { checkInDueOn } from './followUp.ts'
import { followedFrom } from './followUpSchedule.ts'
import type { Role } from './permissions.ts'
import type { PlainDate } from './plainDate.ts'
import { addMonths, later } from './plainDate.ts'
import type { Settings } from './settings.ts'
import type { SupportCase } from './supportCase.ts'
import { beganOn } from './supportCase.ts'
import type { CheckInMonth } from './vocabulary.ts'
import { checkInMonths } from './vocabulary.ts'

/** The settings that say when the money ends, and who follows up from then on. */
export type FollowUpTerms = Pick<Settings, 'period' | 'followUpUntil' | 'followUpBy' | 'followUpPerson'>

/** Where nothing else is said, the follow-up goes on for so many months after the last start: the last check-in, and a month to answer it. */
const monthsAfterTheLastStart = 25

/** Who makes a check-in. `past-the-end`: the follow-up will be over by then, so nobody does. */
export type CheckInOwner =
  | { by: 'catalyst'; person: string }
  | { by: 'council-team' }
  | { by: 'person'; person: string | null }
  | { by: 'nobody'; why: 'not-assigned' | 'not-named' | 'past-the-end' }

/** A case as the follow-up reads it. */
export type FollowedCase = { caseId: string; supportCase: SupportCase }

/** A check-in that is still to be made. */
export type CheckInToCome = { caseId: string; month: CheckInMonth; dueOn: PlainDate; owner: CheckInOwner }

/** Check-ins that come in one month, and how many of them are the two-year ones. */
export type MonthAfter = { month: string; checkIns: number; twoYear: number }

/** What comes after the funded period, as today's record says. */
export type AfterFunding = {
  endsOn: PlainDate
  checkIns: number
  twoYear: number
  /** Two-year check-ins after the funded period that nobody would make. */
  twoYearWithoutOwner: number
  months: readonly MonthAfter[]
  /** The day the last check-in is due, where one comes. */
  lastOn: PlainDate | null
  /** Until when the follow-up goes on: as the settings say, or 25 months after the last start. Null where nobody has begun. */
  followUpUntil: PlainDate | null
  /** Whoever begins after this day has the two-year check-in when the money has ended. */
  startsBeyond: PlainDate
}

/** Until when check-ins are made: as the settings say, or 25 months after the last start. Undefined where nobody has begun. */
export function followUpEnds(
  cases: readonly FollowedCase[],
  { followUpUntil }: Pick<FollowUpTerms, 'followUpUntil'>,
): PlainDate | undefined {
  if (followUpUntil) return followUpUntil
  const starts = cases.flatMap(({ supportCase }) => followedFrom(supportCase) ?? beganOn(supportCase.trading) ?? [])
  return starts.length === 0 ? undefined : addMonths(starts.reduce(later), monthsAfterTheLastStart)
}

/** Every check-in that is still to be made, with whoever makes it: none of a record that is left alone, and none that is settled. */
export function checkInsToCome(cases: readonly FollowedCase[], terms: FollowUpTerms, today: PlainDate): CheckInToCome[] {
  const until = followUpEnds(cases, terms)
  return cases.flatMap(({ caseId, supportCase }) => {
    if (!followedFrom(supportCase)) return []
    // Once a later one is due, the earlier is not asked any more.
    const overtaken = checkInMonths.findLast(month => {
      const dueOn = checkInDueOn(supportCase, month)
      return dueOn !== undefined && dueOn <= today
    })
    return checkInMonths.flatMap((month): CheckInToCome[] => {
      const dueOn = checkInDueOn(supportCase, month)
      if (!dueOn || (overtaken && month < overtaken) || supportCase.checkIns[month]) return []
      return [{ caseId, month, dueOn, owner: ownerOf(supportCase, dueOn, terms, until) }]
    })
  })
}

/** Until the money ends the catalyst rings; after that whoever the settings name, for as long as the follow-up goes on. */
function ownerOf({ catalyst }: SupportCase, dueOn: PlainDate, terms: FollowUpTerms, until: PlainDate | undefined): CheckInOwner {
  const { period, followUpBy, followUpPerson } = terms
  if (dueOn <= period.to) return catalyst ? { by: 'catalyst', person: catalyst } : { by: 'nobody', why: 'not-assigned' }
  if (until && dueOn > until) return { by: 'nobody', why: 'past-the-end' }
  switch (followUpBy) {
    case 'council-team':
      return { by: 'council-team' }
    case 'person':
      return { by: 'person', person: followUpPerson }
    case 'nobody':
      return { by: 'nobody', why: 'not-named' }
  }
}

/** Whether this person makes the check-ins after the money: whom the settings name, or else whoever has that role here. */
export const followsUp = (
  { followUpBy, followUpPerson }: Pick<FollowUpTerms, 'followUpBy' | 'followUpPerson'>,
  { person, roles }: { person: string; roles: readonly Role[] },
): boolean => (followUpBy === 'person' && followUpPerson !== null ? followUpPerson === person : roles.includes('follow-up-owner'))

/** How many check-ins come after the funded period, month by month, and whether somebody will make them. */
export function afterFunding(cases: readonly FollowedCase[], terms: FollowUpTerms, today: PlainDate): AfterFunding {
  const { period } = terms
  const after = checkInsToCome(cases, terms, today).filter(({ dueOn }) => dueOn > period.to)
  const twoYear = after.filter(({ month }) => month === 24)
  const days = after.map(({ dueOn }) => dueOn).sort()
  return {
    endsOn: period.to,
    checkIns: after.length,
    twoYear: twoYear.length,
    twoYearWithoutOwner: twoYear.filter(({ owner }) => owner.by === 'nobody').length,
    months: monthsOf(after),
    lastOn: days.at(-1) ?? null,
    followUpUntil: followUpEnds(cases, terms) ?? null,
    startsBeyond: addMonths(period.to, -24),
  }
}

function monthsOf(checkIns: readonly CheckInToCome[]): MonthAfter[] {
  const months = new Map<string, MonthAfter>()
  for (const checkIn of checkIns) {
    const month = checkIn.dueOn.slice(0, 7)
    const before = months.get(month) ?? { month, checkIns: 0, twoYear: 0 }
    months.set(month, { month, checkIns: before.checkIns + 1, twoYear: before.twoYear + (checkIn.month === 24 ? 1 : 0) })
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** From so many months before the money ends, Today says so. */
const monthsOfWarning = 6

/** True from six months before the money ends. */
export const isEndNear = ({ period }: Pick<FollowUpTerms, 'period'>, today: PlainDate): boolean =>
  addMonths(period.to, -monthsOfWarning) <= today

/** One record and the person who follows it up from now on. */
export type Handing = { caseId: string; to: string }

/**
 * Which open records go to whom when a programme closes: shared out in turn, in the order of their ids, among those who make the check-ins.
 * A record that one of them works on already stays where it is, so that doing it again changes nothing. None where nobody takes them.
 */
export function handings(cases: readonly FollowedCase[], owners: readonly string[]): Handing[] {
  const open = cases.filter(({ supportCase }) => isOpenRecord(supportCase)).sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
  return open.flatMap(({ caseId, supportCase: { catalyst } }, place) => {
    const to = owners[place % owners.length]
    return to === undefined || (catalyst !== undefined && owners.includes(catalyst)) ? [] : [{ caseId, to }]
  })
}

/** A record that goes on: an enquiry, one that was taken on, or a pause; not one that ended, was answered otherwise, or was a duplicate. */
export function isOpenRecord({ support, mergedInto }: SupportCase): boolean {
  return mergedInto === undefined && (support.state === 'enquiry' || support.state === 'accepted' || support.state === 'paused')
}
