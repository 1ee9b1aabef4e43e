import { checkInDueOn, daysToAnswer, hasLostTouch } from './followUp.ts'
import { checkInAsked } from './followUpSchedule.ts'
import { isUnpaid } from './grants.ts'
import { asks, reScoping } from './milestones.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, later } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import { going } from './supportCase.ts'
import type { CheckInMonth } from './vocabulary.ts'
import { checkInMonths } from './vocabulary.ts'
import type { NextStep, Standing } from './wireSchemas.ts'

const stepOf = (step: NextStep['step'], days: { on?: PlainDate | undefined; since?: PlainDate | undefined } = {}): NextStep => ({
  step,
  on: days.on ?? null,
  since: days.since ?? null,
  month: null,
})

/** What comes next on a case, first things first. Nothing comes next once it has ended, was declined, or was advised only. */
export function nextSteps(supportCase: SupportCase, today: PlainDate): NextStep[] {
  const { support } = supportCase
  switch (support.state) {
    case 'unknown':
    case 'advised-only':
    case 'declined':
    case 'stopped':
    case 'left-sight':
      return []
    case 'enquiry':
      return [stepOf('answer-enquiry', { since: support.enquiredOn })]
    case 'paused':
      return [stepOf('resume', { since: support.pausedOn }), ...checkInSteps(supportCase, today)]
    case 'accepted':
      return supportCase.trading.state === 'not-yet' ? beforeTrading(supportCase, today) : whileTrading(supportCase, today)
  }
}

const beforeTrading = (supportCase: SupportCase, today: PlainDate): NextStep[] => [
  ...settingUp(supportCase),
  ...registering(supportCase, today),
  ...money(supportCase),
  ...beginning(supportCase),
  ...checkInSteps(supportCase, today),
]

/** Once it trades, the promised check-in comes before what may wait. */
const whileTrading = (supportCase: SupportCase, today: PlainDate): NextStep[] => [
  ...checkInSteps(supportCase, today),
  ...money(supportCase),
  ...registering(supportCase, today),
  ...settingUp(supportCase),
]

function settingUp({ idea, constitution, support, trading: { state } }: SupportCase): NextStep[] {
  const before = going(support)
  const accepted = before?.state === 'accepted' ? before.acceptedOn : undefined
  const steps: NextStep[] = []
  if (idea.state === 'to-do' && state === 'not-yet') steps.push(stepOf('agree-idea', { since: accepted }))
  if (constitution.state === 'not-chosen') steps.push(stepOf('choose-form', { since: idea.state === 'agreed' ? idea.on : accepted }))
  if (constitution.state === 'chosen') steps.push(stepOf('constitute', { since: constitution.on }))
  return steps
}

function registering(supportCase: SupportCase, today: PlainDate): NextStep[] {
  const { scoping, registration } = supportCase
  if (registration.state === 'registered') return []
  if (registration.state !== 'not-begun') return [stepOf('move-registration', { since: registration.since })]
  if (scoping.state === 'to-do') return [stepOf('do-cqc-check')]
  // A check that lapsed, or that a change raised, is asked again when one next speaks: it has no day on which it is late.
  const again = reScoping(supportCase, today)
  const asked = asks(scoping)
  const redo = again ? [stepOf('redo-cqc-check', { since: again.since })] : []
  // They must register, for all that the check is old: nothing has spoken against it.
  const apply = asked === 'register' || (asked === 'ask' && !again) ? [stepOf('move-registration', { since: scoping.on })] : []
  return [...apply, ...redo]
}

const money = ({ grants }: SupportCase): NextStep[] =>
  grants.filter(isUnpaid).map(grant => stepOf('pay-grant', { since: grant.decided.on }))

function beginning({ constitution }: SupportCase): NextStep[] {
  return [stepOf('begin-trading', { since: constitution.state === 'constituted' ? constitution.present.on : undefined })]
}

/** The check-in that waits for an answer, or the next to come. */
function checkInSteps(supportCase: SupportCase, today: PlainDate): NextStep[] {
  const ask = checkInAsked(supportCase, today)
  return ask ? [{ ...stepOf('check-in', { on: ask.dueOn }), month: ask.month }] : []
}

/** When they are next to be spoken to: the day, and the time of day where one was agreed. */
export type NextContact = { on: PlainDate; at: string | null }

/**
 * When they are next to be spoken to: the earliest of the contact that was agreed, a visit that is to be made, and the check-in
 * which waits for an answer or is the next to come. Undefined where nothing of it is set, and once their record has ended.
 */
export function contactNext(supportCase: SupportCase, today: PlainDate): NextContact | undefined {
  const { support, tasks } = supportCase
  if (support.state !== 'enquiry' && support.state !== 'accepted' && support.state !== 'paused') return undefined
  const agreed = tasks.filter(({ state, about }) => state === 'open' && (about === 'next-contact' || about === 'visit'))
  const asked = support.state === 'enquiry' ? undefined : checkInAsked(supportCase, today)
  const checkIn: NextContact[] = asked ? [{ on: asked.dueOn, at: null }] : []
  const all = [...agreed.map(({ dueOn, at }): NextContact => ({ on: dueOn, at: at ?? null })), ...checkIn]
  // Of one day, what has a time comes first, the earliest before all.
  const place = ({ on, at }: NextContact): string => `${on} ${at ?? '99:99'}`
  return all.sort((a, b) => (place(a) < place(b) ? -1 : 1))[0]
}

/** Where an enterprise stands, in one word. Lost touch is neither trading nor stopped. */
export function standingOf(supportCase: SupportCase, today: PlainDate): Standing {
  const { support, trading: traded } = supportCase
  switch (support.state) {
    case 'unknown':
    case 'enquiry':
      return 'enquiry'
    case 'paused':
    case 'stopped':
    case 'left-sight':
    case 'advised-only':
    case 'declined':
      return support.state
    case 'accepted':
      if (hasLostTouch(supportCase, today)) return 'lost-touch'
      return traded.state === 'trading' ? 'trading' : 'supported'
  }
}

/** A check-in and where it stands. */
export type CheckInDue = {
  month: CheckInMonth
  dueOn: PlainDate
  state: 'not-yet' | 'due' | 'answered' | 'not-reached'
  on: PlainDate | null
  answer: 'trading' | 'paused' | 'stopped' | null
}

/** The three check-ins, from the day there is something to count from. */
export function checkInsDue(supportCase: SupportCase, today: PlainDate): CheckInDue[] {
  return checkInMonths.flatMap((month): CheckInDue[] => {
    const dueOn = checkInDueOn(supportCase, month)
    if (!dueOn) return []
    const checkIn = supportCase.checkIns[month]
    if (checkIn?.state === 'answered') return [{ month, dueOn, state: 'answered', on: checkIn.on, answer: checkIn.answer }]
    const isOver = checkIn !== undefined || addDays(dueOn, daysToAnswer) <= today
    const state = isOver ? 'not-reached' : dueOn <= today ? 'due' : 'not-yet'
    return [{ month, dueOn, state, on: checkIn?.on ?? null, answer: null }]
  })
}

/** The latest contact that reached them, of any kind. What a worker thinks of their numbers is none. */
export function lastContactOn({ contacts, checkIns, careReturns }: SupportCase): PlainDate | undefined {
  let last: PlainDate | undefined
  const heard = (on: PlainDate): void => {
    last = last ? later(last, on) : on
  }
  for (const { reached, on } of contacts) if (reached) heard(on)
  for (const checkIn of Object.values(checkIns)) if (checkIn.state === 'answered') heard(checkIn.on)
  for (const { told, on } of careReturns) if (told === 'they-did') heard(on)
  return last
}
