import type { Member } from './cohortMembers.ts'
import type { Cohort, StepTime, TimedStep } from './cohortSchemas.ts'
import { timedSteps } from './cohortSchemas.ts'
import type { CompetingSpell } from './competingEndings.ts'
import { cumulativeIncidence } from './competingEndings.ts'
import { paidOn } from './grants.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, daysBetween, earlier } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import { beganOn, endedOn, going } from './supportCase.ts'
import type { Spell } from './survival.ts'
import { logLogCurve } from './survival.ts'
import { quantileOf } from './survivalTimes.ts'
import { quartiles } from './cohortLasting.ts'

/**
 * One enterprise in one step: since when, how it stands, and after how many whole days. `reached`: it came to the end of the step; `left`: it
 * went away before, and its days end there; `open`: still under way on the day asked about. Where the end is dated before the beginning the
 * two days say nothing of how long it took: `out-of-order`, counted apart and never as negative days.
 */
export type InStep = { state: 'reached' | 'left' | 'open'; since: PlainDate; days: number } | { state: 'out-of-order'; since: PlainDate }

type Ends = { since: PlainDate | undefined; reached: PlainDate | undefined; left?: PlainDate | undefined }

/** The day on which the whole journey came to its end without going on: stopped, left our sight, declined or advised only. */
function wentOn(supportCase: SupportCase): PlainDate | undefined {
  const before = going(supportCase.support)
  if (before?.state === 'declined') return before.declinedOn
  if (before?.state === 'advised-only') return before.advisedOn
  return endedOn(supportCase.support)
}

const ideaOn = ({ idea }: SupportCase): PlainDate | undefined => (idea.state === 'agreed' ? idea.on : undefined)

const setUpOn = ({ constitution }: SupportCase): PlainDate | undefined =>
  constitution.state === 'constituted' ? (constitution.earlier[0] ?? constitution.present).on : undefined

/** From sending the application to CQC; a refusal or a withdrawal ends the wait. */
function registrationEnds({ registration }: SupportCase): Ends {
  if (registration.state === 'not-begun') return { since: undefined, reached: undefined }
  const movedTo = (...states: readonly string[]) => registration.moves.find(({ to }) => states.includes(to))?.on
  return { since: movedTo('submitted'), reached: registration.registeredOn, left: movedTo('refused', 'withdrawn') }
}

/** The first grant that was asked for here; turning it down, or closing it unpaid, ends the wait. */
function grantEnds({ grants }: SupportCase): Ends {
  const first = grants.find(({ recommended }) => recommended !== undefined)
  if (!first) return { since: undefined, reached: undefined }
  const left = first.closed?.on ?? (first.state === 'turned-down' ? first.since : undefined)
  return { since: first.recommended?.on, reached: paidOn(first), left }
}

/** The days of every step of an enterprise, each looked up once. */
function endsOf({ supportCase, enquired }: Member): Readonly<Record<TimedStep, Ends>> {
  const before = going(supportCase.support)
  const acceptedOn = before?.state === 'accepted' ? before.acceptedOn : undefined
  const [idea, setUp, began] = [ideaOn(supportCase), setUpOn(supportCase), beganOn(supportCase.trading)]
  return {
    'enquiry-accepted': { since: enquired, reached: acceptedOn },
    'accepted-idea': { since: acceptedOn, reached: idea },
    'idea-set-up': { since: idea, reached: setUp },
    'sent-registered': registrationEnds(supportCase),
    'asked-paid': grantEnds(supportCase),
    'set-up-trading': { since: setUp, reached: began },
    'enquiry-trading': { since: enquired, reached: began },
  }
}

type Steps = Readonly<Partial<Record<TimedStep, InStep>>>

const remembered = new WeakMap<Member, { asAt: PlainDate; steps: Steps }>()

/**
 * How an enterprise stands in each step on a day; undefined of one that it never began, and of all for those that ran before we met them. A
 * pause does not stop the days.
 */
export function stepsOf(member: Member, asAt: PlainDate): Steps {
  const kept = remembered.get(member)
  if (kept?.asAt === asAt) return kept.steps
  const steps: Partial<Record<TimedStep, InStep>> = {}
  if (member.origin !== 'existing') {
    const ends = endsOf(member)
    const ended = wentOn(member.supportCase)
    for (const step of timedSteps) {
      const found = placeIn(ends[step], ended, asAt)
      if (found) steps[step] = found
    }
  }
  remembered.set(member, { asAt, steps })
  return steps
}

function placeIn({ since, reached, left }: Ends, ended: PlainDate | undefined, asAt: PlainDate): InStep | undefined {
  if (!since) return undefined
  if (reached) return reached < since ? { state: 'out-of-order', since } : { state: 'reached', since, days: daysBetween(since, reached) }
  const away = left && ended ? earlier(left, ended) : (left ?? ended)
  if (away === undefined) return { state: 'open', since, days: daysBetween(since, asAt) }
  return away < since ? { state: 'out-of-order', since } : { state: 'left', since, days: daysBetween(since, away) }
}

/** Ages in days at which reaching the end of a step is read. */
export const stepDays = [90, 180, 365] as const

/** Fewer than this many in a step, and its counts stand without estimates. */
export const fewestInStep = 5

/**
 * How long each step takes. Quartiles by Kaplan–Meier, open spells and those that left censored at their age, so that the slow ones count too;
 * never the mean of the finished ones. Beside them the share that had reached the end by 90, 180 and 365 days, leaving being a real ending
 * (Aalen–Johansen). Under five in a step: counts alone. Days are whole; a step done the same day took 0.
 */
export function timesOf(members: readonly Member[], asAt: PlainDate): Cohort['times'] {
  return timedSteps.map(step => stepTime(step, members, asAt))
}

function stepTime(step: TimedStep, members: readonly Member[], asAt: PlainDate): StepTime {
  const spells: (CompetingSpell<'reached' | 'left'> & Spell)[] = []
  let outOfOrder = 0
  for (const member of members) {
    const found = stepsOf(member, asAt)[step]
    if (found?.state === 'out-of-order') outOfOrder += 1
    else if (found)
      spells.push({ from: 0, to: found.days, ending: found.state === 'open' ? null : found.state, ended: found.state === 'reached' })
  }
  const isEnough = spells.length >= fewestInStep
  const curve = isEnough ? logLogCurve(spells) : []
  const count = (ending: 'reached' | 'left' | null): number => spells.filter(each => each.ending === ending).length
  return {
    step,
    begun: spells.length,
    reached: count('reached'),
    left: count('left'),
    open: count(null),
    outOfOrder,
    quantiles: quartiles.map(part => ({ part, ...quantileOf(curve, part) })),
    at: isEnough ? stepDays.map(day => cumulativeIncidence(spells, 'reached', day)) : [],
    openDays: spells.flatMap(({ to, ending }) => (ending === null ? [to] : [])).sort((a, b) => a - b),
  }
}

/** How old a cohort is: the day of its last enquiry, how many days ago that was, and how many enquired at least 180 days ago. */
export function maturityOf(members: readonly Member[], asAt: PlainDate): Cohort['maturity'] {
  const lastOn = members.reduce<PlainDate | null>((last, { enquired }) => (enquired && (!last || enquired > last) ? enquired : last), null)
  return { lastOn, days: lastOn && daysBetween(lastOn, asAt), aged: members.filter(member => agedOn(member, asAt)).length }
}

/** The day of an enquiry that is old enough to be judged at 180 days; undefined of a younger one. */
export const agedOn = ({ enquired }: Member, asAt: PlainDate): PlainDate | undefined =>
  enquired && addDays(enquired, 180) <= asAt ? enquired : undefined
