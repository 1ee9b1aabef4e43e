import type { Happening } from './facts.ts'
import type { Step } from './fold.ts'
import { asks } from './milestones.ts'
import type { PlainDate } from './plainDate.ts'
import type { Began, CheckIn, Impossible, LeftSight, ShouldNotHave, StoppedSupport, Support, SupportCase, Trading } from './supportCase.ts'
import { endedOn, enquiredOn, originOf } from './supportCase.ts'
import type { HeardState } from './vocabulary.ts'
import { adding, having } from './having.ts'

type TradingKind = 'trading-began' | 'check-in-answered' | 'check-in-missed' | 'paused' | 'resumed' | 'stopped' | 'left-sight' | 'reopened'

/** Trading and survival: what began, paused, resumed, stopped, left our sight or opened again, and what check-ins heard. */
export function foldTrading(before: SupportCase, fact: Happening<TradingKind>): Step {
  switch (fact.kind) {
    case 'trading-began':
      return began(before, fact)
    case 'check-in-answered':
      return checkedIn(before, fact, { state: 'answered', on: fact.happenedOn, answer: fact.data.answer })
    case 'check-in-missed':
      return checkedIn(before, fact, { state: 'missed', on: fact.happenedOn })
    case 'paused':
      return paused(before, fact.happenedOn)
    case 'resumed':
      return resumed(before, fact.happenedOn)
    case 'stopped':
    case 'left-sight':
      return ended(before, fact)
    case 'reopened':
      return reopened(before, fact)
  }
}

function began(before: SupportCase, { kind, happenedOn, data, via }: Happening<'trading-began'>): Step {
  const { trading, support } = before
  if (trading.state !== 'not-yet') {
    return { next: before, impossible: { kind: 'twice', what: kind, on: happenedOn, firstOn: trading.beganOn } }
  }
  const start: Began = { beganOn: happenedOn, followedFrom: data.followedFrom }
  const end = endedOn(support)
  if (end && end < happenedOn) {
    return { next: before, impossible: { kind: 'stopped-before-trading', stoppedOn: end, beganOn: happenedOn } }
  }
  // An ending typed in before the beginning, on the same day: it traded for no time at all.
  if (support.state === 'stopped' || support.state === 'left-sight')
    return { next: having(before, { trading: endedTrading(start, support) }) }
  const shouldNotHave = via === 'person' ? gateAtTrading(before, happenedOn) : undefined
  return { next: having(before, { trading: { state: 'trading', ...start } }), ...(shouldNotHave ? { shouldNotHave } : {}) }
}

/** What should have been in place. What began before we met them, or stands in an old spreadsheet, began without our checks. */
function gateAtTrading(before: SupportCase, on: PlainDate): ShouldNotHave | undefined {
  const { scoping, registration, support } = before
  if (support.state === 'unknown') return undefined
  if (asks(scoping) === 'register' && registration.state !== 'registered') return { kind: 'trading-before-registration', on }
  const insurance = before.checksSeen['public-liability']
  const insured = insurance && (!insurance.until || insurance.until >= on)
  return !insured && originOf(before) !== 'existing' ? { kind: 'trading-without-insurance', on } : undefined
}

/**
 * Check-ins are counted from the day trading began, or from acceptance where it ran before we met it.
 * An answer after a miss stands; the same check-in cannot be answered twice.
 */
function checkedIn(before: SupportCase, fact: Happening<'check-in-answered' | 'check-in-missed'>, checkIn: CheckIn): Step {
  const { kind, happenedOn: on } = fact
  const { month } = fact.data
  const next = having(before, { checkIns: { ...before.checkIns, [month]: checkIn } })
  const impossible = (about: Impossible): Step => ({ next: before, impossible: about })
  if (before.trading.state === 'not-yet' && originOf(before) !== 'existing') return impossible({ kind: 'not-trading-yet', what: kind, on })
  const earlier = before.checkIns[month]
  if (earlier?.state === 'answered') {
    return checkIn.state === 'missed' ? { next: before } : impossible({ kind: 'twice', what: kind, on, firstOn: earlier.on })
  }
  if (checkIn.state === 'missed') return { next }
  const end = isOnlyHeard(before.support) ? undefined : endedOn(before.support)
  if (end && checkIn.answer !== 'stopped' && end < on) return impossible({ kind: 'after-the-end', what: kind, on, endedOn: end })
  return { next: afterHearing(next, on, checkIn.answer) }
}

/**
 * What a check-in or a contact heard is also true of the record: "stopped" is the ending, on the day it was heard, until the ending itself
 * is recorded; "paused" pauses one that trades; "trading" ends a pause, and an ending that was only heard.
 */
export function afterHearing(before: SupportCase, on: PlainDate, heard: HeardState): SupportCase {
  switch (heard) {
    case 'not-yet-trading':
      return before
    case 'stopped':
      return isEnded(before.support) || before.support.state === 'unknown'
        ? before
        : withEnding(before, { state: 'stopped', stoppedOn: on, ending: 'unknown', told: 'heard', before: before.support })
    case 'paused': {
      const open = openAgainOn(before, on)
      return open.support.state !== 'paused' && open.trading.state === 'trading' ? paused(open, on).next : open
    }
    case 'trading': {
      const open = openAgainOn(before, on)
      return open.support.state === 'paused' ? resumed(open, on).next : open
    }
  }
}

const isOnlyHeard = (support: Support): support is StoppedSupport => support.state === 'stopped' && support.told === 'heard'

const isEnded = (support: Support): support is StoppedSupport | LeftSight => support.state === 'stopped' || support.state === 'left-sight'

function withoutHeardEnding(before: SupportCase): SupportCase {
  const { support, trading } = before
  return isOnlyHeard(support) ? having(before, { support: support.before, trading: tradingAgain(trading) }) : before
}

/** One that was heard to have stopped, and is heard to go on: what was between is not known to have been trading. */
function openAgainOn(before: SupportCase, on: PlainDate): SupportCase {
  const open = withoutHeardEnding(before)
  return open === before ? before : having(open, { closures: closuresUntil(before, on) })
}

const closuresUntil = ({ support, closures }: SupportCase, on: PlainDate): SupportCase['closures'] => {
  const from = endedOn(support)
  return from ? adding(closures, { from, to: on }) : closures
}

function paused(before: SupportCase, on: PlainDate): Step {
  const { support, trading } = before
  const kind = 'paused'
  if (support.state === 'unknown') return { next: before, impossible: { kind: 'before-enquiry', what: kind, on } }
  if (support.state === 'paused') return { next: before, impossible: { kind: 'paused-already', on, pausedOn: support.pausedOn } }
  if (isEnded(support)) return afterTheEnd(before, kind, on)
  const pausedTrading: Trading = trading.state === 'trading' ? { ...trading, state: 'paused', pausedOn: on } : trading
  const pauses = adding(before.pauses, { from: on, to: undefined })
  return { next: having(before, { support: { state: 'paused', pausedOn: on, before: support }, trading: pausedTrading, pauses }) }
}

function resumed(before: SupportCase, on: PlainDate): Step {
  const { support, trading } = before
  if (support.state !== 'paused') return { next: before, impossible: { kind: 'not-paused', on } }
  return { next: having(before, { support: support.before, trading: tradingAgain(trading), pauses: pausesUntil(before, on) }) }
}

const pausesUntil = ({ pauses }: SupportCase, on: PlainDate): SupportCase['pauses'] =>
  pauses.map(pause => (pause.to ? pause : { from: pause.from, to: on }))

function ended(before: SupportCase, fact: Happening<'stopped' | 'left-sight'>): Step {
  const { kind, happenedOn: on } = fact
  const open = withoutHeardEnding(before)
  const { support } = open
  if (support.state === 'unknown' || !enquiredOn(support)) return { next: before, impossible: { kind: 'before-enquiry', what: kind, on } }
  if (isEnded(support)) return afterTheEnd(before, kind, on)
  const ending: StoppedSupport | LeftSight =
    fact.kind === 'stopped'
      ? { state: 'stopped', stoppedOn: on, ending: fact.data.ending, told: 'recorded', before: support }
      : { state: 'left-sight', leftOn: on, leaving: fact.data.leaving, before: support }
  return { next: withEnding(open, ending) }
}

function withEnding(before: SupportCase, ending: StoppedSupport | LeftSight): SupportCase {
  const { trading } = before
  const on = ending.state === 'stopped' ? ending.stoppedOn : ending.leftOn
  const endedOrNot = trading.state === 'not-yet' ? trading : endedTrading(trading, ending)
  return having(before, { support: ending, trading: endedOrNot, pauses: pausesUntil(before, on) })
}

/** Open again: what was before the ending counts on. */
function reopened(before: SupportCase, { happenedOn: on }: Happening<'reopened'>): Step {
  const { support, trading } = before
  if (support.state !== 'stopped' && support.state !== 'left-sight') return { next: before, impossible: { kind: 'not-ended', on } }
  const open = support.before.state === 'paused' ? support.before.before : support.before
  return { next: having(before, { support: open, trading: tradingAgain(trading), closures: closuresUntil(before, on) }) }
}

const afterTheEnd = (before: SupportCase, what: TradingKind, on: PlainDate): Step => ({
  next: before,
  impossible: { kind: 'after-the-end', what, on, endedOn: endedOn(before.support) ?? on },
})

const tradingAgain = (trading: Trading): Trading =>
  trading.state === 'not-yet' ? trading : { state: 'trading', beganOn: trading.beganOn, followedFrom: trading.followedFrom }

function endedTrading({ beganOn, followedFrom }: Began, ending: StoppedSupport | LeftSight): Trading {
  const start = { beganOn, followedFrom }
  return ending.state === 'stopped'
    ? { state: 'stopped', ...start, stoppedOn: ending.stoppedOn, ending: ending.ending }
    : { state: 'left-sight', ...start, leftOn: ending.leftOn, leaving: ending.leaving }
}
