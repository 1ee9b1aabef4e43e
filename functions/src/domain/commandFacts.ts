import type { TypedCommand, TypedEnquiry } from './commandSchemas.ts'
import type { CannotRecord } from './decide.ts'
import type { Fact, NewFact, NewHappening } from './facts.ts'
import { grantEntry } from './grantFacts.ts'
import { fold } from './fold.ts'
import { checkInDueOn, daysToAnswer } from './followUp.ts'
import { known } from './known.ts'
import { oneEntry } from './oneEntry.ts'
import { councilPart, tooLarge } from './numbersNow.ts'
import type { Instant, PlainDate } from './plainDate.ts'
import { addDays } from './plainDate.ts'
import { toMinutes } from './quantities.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'
import type { HappeningData } from './schemas.ts'
import { happeningSchemas } from './schemas.ts'
import type { HeardOf, LastJob, Telling, ToldBy, VentureKind } from './vocabulary.ts'

/**
 * A command whose words have been put in a row of their own: `textId` points there. `grantId` and `taskId` name a grant and a to-do
 * that the command makes, and `taskTextId` points to what the to-do says.
 */
export type Command = (TypedCommand | NewEnquiry) & {
  textId?: string | undefined
  grantId?: string | undefined
  grantNumber?: number | undefined
  whyTextId?: string | undefined
  /** By when receipts of a payment are due. */
  evidenceDueOn?: PlainDate | undefined
  ruleTextIds?: Readonly<Record<string, string>> | undefined
  taskId?: string | undefined
  taskTextId?: string | undefined
  /** Who asks, and when: undo depends on both, and nothing else does. */
  asked?: { by: string; at: Instant } | undefined
}

/** The enquiry that begins a case. */
export type NewEnquiry = {
  kind: 'enquire'
  happenedOn: PlainDate
  reference: string
  area?: string | undefined
  ventureKind?: VentureKind | undefined
  heardOf?: HeardOf | undefined
  lastJob?: LastJob | undefined
  told?: Telling | undefined
  notSameAs?: readonly string[] | undefined
  next?: TypedEnquiry['next']
}

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

type OneEntry = keyof typeof oneEntry

/** What one command makes; corrections, a form that is set up, numbers and check-ins apart, which have rules of their own. */
export type PlainKind = OneEntry | 'award-grant' | 'recommend-grant' | 'log-contact' | 'set-task' | 'tell-offer'

const isOneEntry = (command: Command): command is Of<OneEntry> => Object.hasOwn(oneEntry, command.kind)

/** The entries that a plain command makes. */
export function happeningsOf(command: Of<PlainKind>): NewFact[] {
  if (isOneEntry(command)) return [entryOf(command), ...besidesOf(command)]
  const { happenedOn, textId } = command
  switch (command.kind) {
    case 'award-grant': {
      const { grantId, pence, gap } = command
      if (!grantId) throw new Error('a grant that is awarded needs an id')
      return [{ kind: 'grant-decided', happenedOn, data: { grantId, pence, gap, textId } }]
    }
    case 'recommend-grant':
      return [grantEntry(command, command, undefined)]
    case 'log-contact': {
      const { reached, heard, channel, session, minutes, done = [] } = command
      const data = { reached, heard: reached ? heard : undefined, channel, session, minutes, textId }
      const settled = done.map((task): NewHappening => ({ kind: 'task-done', happenedOn, data: { task } }))
      return [{ kind: 'contact', happenedOn, data }, ...settled, ...nextContactOf(command)]
    }
    case 'set-task': {
      const { about, dueOn, at } = command
      return [{ kind: 'task-set', happenedOn, data: { task: idOf(command), about, dueOn, at, textId } }]
    }
    case 'tell-offer':
      return offerOf(command)
  }
}

/** Each thing that was told of what they offer is an entry of its own: a file and a call tell them one by one too. */
function offerOf({ happenedOn, services, purposes, areas, pencePerHour, spareMinutes }: Of<'tell-offer'>): NewHappening[] {
  const made: NewHappening[] = []
  if (services) made.push({ kind: 'services-offered', happenedOn, data: { services, purposes } })
  if (areas) made.push({ kind: 'areas-served', happenedOn, data: { areas } })
  if (pencePerHour !== undefined) made.push({ kind: 'price-set', happenedOn, data: { pencePerHour } })
  if (spareMinutes !== undefined) made.push({ kind: 'attribute', happenedOn, data: { attribute: 'spare-hours', value: spareMinutes } })
  return made
}

/** What a command tells besides its one entry. */
function besidesOf(command: Of<OneEntry>): NewHappening[] {
  if (command.kind === 'enquire' || command.kind === 'record-scoping') return nextContactOf(command)
  if (command.kind === 'put-off' || command.kind === 'put-off-task') return putOffToo(command)
  const { happenedOn } = command
  return command.kind === 'accept' && command.employmentStatus
    ? [{ kind: 'attribute', happenedOn, data: { attribute: 'employment-status', codes: [command.employmentStatus] } }]
    : []
}

function entryOf({ kind, happenedOn, ...rest }: Of<OneEntry>): NewHappening {
  const { shape } = happeningSchemas[oneEntry[kind]]
  // The schema of such a command is made of that of its entry, so it holds what the entry holds; its words and ids stand elsewhere.
  const data = Object.fromEntries(Object.entries(rest).filter(([name]) => name in shape))
  return { kind: oneEntry[kind], happenedOn, data } as NewHappening
}

/** What is put off with it. */
function putOffToo({ happenedOn, until, why, also }: Of<'put-off' | 'put-off-task'>): NewHappening[] {
  const needs = also?.needs.map((need): NewHappening => ({ kind: 'put-off', happenedOn, data: { need, until, why } }))
  const tasks = also?.tasks.map((task): NewHappening => ({ kind: 'task-put-off', happenedOn, data: { task, until, why } }))
  return [...(needs ?? []), ...(tasks ?? [])]
}

function idOf({ taskId }: Command): string {
  if (!taskId) throw new Error('a to-do that is set needs an id')
  return taskId
}

/** Whoever was asked to take the record over does so. */
export function handoverOf(facts: readonly Fact[], { happenedOn }: Of<'accept-handover'>): Result<NewFact[], CannotRecord> {
  const { handover } = fold(known(facts))
  return handover ? ok([{ kind: 'assigned', happenedOn, data: { catalyst: handover.to } }]) : refused({ kind: 'no-handover' })
}

/**
 * A colleague is asked to take the record over. Asking whoever works with them already, or was asked and has not answered, would change
 * nothing: of many records handed over at once, it says which are left out and why.
 */
export function idleOffer(facts: readonly Fact[], { to }: Of<'offer-handover'>): CannotRecord | undefined {
  const { catalyst, handover } = fold(known(facts))
  if (handover?.to === to) return { kind: 'offered-already', on: handover.on }
  return catalyst === to ? { kind: 'theirs-already' } : undefined
}

/** When one next speaks is a to-do of its own. */
function nextContactOf(command: Of<'enquire' | 'log-contact' | 'check-in' | 'record-scoping'>): NewHappening[] {
  const { next, happenedOn, taskTextId } = command
  if (!next) return []
  const { about = 'next-contact', dueOn, at } = next
  return [{ kind: 'task-set', happenedOn, data: { task: idOf(command), about, dueOn, at, textId: taskTextId } }]
}

/**
 * One call, one screen: what was heard, the answer to the check-in, the numbers, what changed, and when one next speaks.
 * What the worker only thinks answers no check-in and confirms no trading: its numbers stand as an estimate.
 * Nobody answered is a try, and no more.
 */
export function checkInOf(facts: readonly Fact[], command: Of<'check-in'>): Result<NewFact[], CannotRecord> {
  const { happenedOn, answer, told, changed = [], textId } = command
  if (told === 'no-answer') return ok(notAnswered(facts, command))
  const theySaid = told === 'they-did'
  if (theySaid && answer === undefined) return refused({ kind: 'answer-missing' })
  if (command.stoppedOn && command.stoppedOn > happenedOn) return refused({ kind: 'stopped-later', stoppedOn: command.stoppedOn })
  if (answer === 'trading' && command.numbers?.jobs === 0) return refused({ kind: 'nobody-works' })
  const numbers = numbersOf(facts, command, told)
  if (!numbers.ok) return numbers
  const made: NewFact[] = []
  if (theySaid) made.push({ kind: 'contact', happenedOn, data: { reached: true, heard: answer, channel: 'call', textId } })
  if (theySaid) made.push(...answeredBy(command))
  if (numbers.value) made.push({ kind: 'care-return', happenedOn, data: numbers.value })
  made.push(...changed.map((what): NewHappening => ({ kind: 'changed', happenedOn, data: { what } })))
  if (theySaid) made.push(...endOf(command))
  made.push(...nextContactOf(command))
  return made.length === 0 ? refused({ kind: 'nothing-told' }) : ok(made)
}

/** A try. After the days in which an answer may come, the check-in is missed: an answer later still stands. */
function notAnswered(facts: readonly Fact[], command: Of<'check-in'>): NewFact[] {
  const { happenedOn, month, textId } = command
  const made: NewFact[] = [{ kind: 'contact', happenedOn, data: { reached: false, channel: 'call', textId } }]
  const supportCase = fold(known(facts))
  const dueOn = month && checkInDueOn(supportCase, month)
  const isMissed = dueOn && addDays(dueOn, daysToAnswer) <= happenedOn && !supportCase.checkIns[month]
  if (isMissed) made.push({ kind: 'check-in-missed', happenedOn, data: { month } })
  return [...made, ...nextContactOf(command)]
}

function answeredBy({ happenedOn, month, answer }: Of<'check-in'>): NewHappening[] {
  if (month === undefined || answer === undefined || answer === 'not-yet-trading') return []
  return [{ kind: 'check-in-answered', happenedOn, data: { month, answer } }]
}

/** Why it stopped, on the day it did; or that it trades on where we do not see it. */
function endOf({ happenedOn, answer, ending, stoppedOn, leaving }: Of<'check-in'>): NewHappening[] {
  if (answer === 'stopped' && (ending || stoppedOn))
    return [{ kind: 'stopped', happenedOn: stoppedOn ?? happenedOn, data: { ending: ending ?? 'unknown' } }]
  return leaving && answer !== 'stopped' ? [{ kind: 'left-sight', happenedOn, data: { leaving } }] : []
}

/** Whether anything is told: who told it is nothing by itself. */
const tellsNumbers = ({ told: _told, same: _same, paid, kinds, ...numbers }: HappeningData['care-return']): boolean =>
  [...Object.values(numbers), ...Object.values(paid ?? {}), ...Object.values(kinds ?? {})].some(value => value !== undefined)

/** What is wrong with numbers: there are none, or a part is more than the whole. */
export function cannotCount(numbers: HappeningData['care-return']): CannotRecord | undefined {
  if (!tellsNumbers(numbers)) return { kind: 'nothing-told' }
  const part = tooLarge(numbers)
  return part && { kind: 'more-than-the-hours', part }
}

function numbersOf(
  facts: readonly Fact[],
  { happenedOn, same = false, numbers }: Of<'check-in'>,
  told: ToldBy,
): Result<HappeningData['care-return'] | undefined, CannotRecord> {
  if (!same) {
    if (!numbers || !tellsNumbers(numbers)) return ok(undefined)
    const cannot = cannotCount(numbers)
    return cannot ? refused(cannot) : ok({ ...withCouncilPart(numbers), told })
  }
  const last = fold(known(facts, { asAt: happenedOn })).careReturns.at(-1)
  if (!last) return refused({ kind: 'no-numbers-before' })
  const { jobs, minutesPerWeek, people, councilPaidMinutes, personalCareMinutes, paid, kinds } = last
  return ok({ jobs, minutesPerWeek, people, councilPaidMinutes, personalCareMinutes, paid, kinds, told, same })
}

/** Where the hours were split by payer, what the council or the NHS pays for need not be said twice. */
function withCouncilPart(numbers: HappeningData['care-return']): HappeningData['care-return'] {
  const part = councilPart(numbers.paid)
  return numbers.councilPaidMinutes !== undefined || part === undefined ? numbers : { ...numbers, councilPaidMinutes: toMinutes(part) }
}
