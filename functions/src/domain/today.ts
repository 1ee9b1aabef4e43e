import { standingOf } from './nextSteps.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays } from './plainDate.ts'
import { beganOn } from './supportCase.ts'
import type { TodayGroup, TodayQuestion } from './todayQuestion.ts'
import { todayGroups } from './todayQuestion.ts'
import type { Kept } from './todayReasons.ts'
import { isOpen, losses, lossOf, reasonsOf } from './todayReasons.ts'
import type { Load, Reason } from './todaySchemas.ts'
import { lastHeardOn } from './waiting.ts'
import type { Standing } from './wireSchemas.ts'

/** What one enterprise needs on a day: its reasons, the most urgent first, and what a list of those left alone says of it. */
export type Needed = {
  open: boolean
  catalyst: string | undefined
  /** Whose it is: the worker's, or, until there is one, that of whoever typed the enquiry in. */
  owner: string | undefined
  area: string | undefined
  reasons: readonly Reason[]
  heardOn: PlainDate | undefined
  standing: Standing
  tradingFrom: PlainDate | undefined
}

/** All that Today knows of a record on a day. */
export function neededBy(kept: Kept, question: TodayQuestion): Needed {
  const { supportCase, takenInBy } = kept
  const { catalyst, area, trading } = supportCase
  return {
    open: isOpen(supportCase),
    catalyst,
    owner: catalyst ?? takenInBy,
    area,
    reasons: reasonsOf(kept, question).sort((a, b) => byUrgency(a, b, question.today)),
    heardOn: lastHeardOn(supportCase),
    standing: standingOf(supportCase, question.today),
    tradingFrom: beganOn(trading),
  }
}

/**
 * In which group a reason stands. A check that lapsed and what CQC holds are no lateness of theirs, so they are never overdue;
 * being asked to take a record over is for today until it is answered. "This week" is the seven days after today.
 */
export function groupOf(reason: Reason, today: PlainDate): TodayGroup {
  if (reason.kind === 'with-cqc' || (reason.kind === 'cqc-check' && reason.because === 'lapsed')) return 'coming'
  if (reason.kind === 'handover' || reason.on === today) return 'today'
  if (reason.on < today) return 'overdue'
  return reason.on <= addDays(today, 7) ? 'this-week' : 'coming'
}

/** The more urgent group first; in a group what loses more if it slips, then the earlier day, and the time of day. */
export const byUrgency = (a: Reason, b: Reason, today: PlainDate): number => inOrder(urgencyOf(a, today), urgencyOf(b, today))

/** The place of a reason as text, which compares as the reasons do: one digit for the group, one for the loss, the day, the time. */
const urgencyOf = (reason: Reason, today: PlainDate): string =>
  `${todayGroups.indexOf(groupOf(reason, today))}${losses.indexOf(lossOf(reason))} ${reason.on} ${timeOf(reason)}`

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const timeOf = (reason: Reason): string => (reason.kind === 'task' && reason.at ? reason.at : '24:00')

/** A row of Today is as urgent as its first reason. */
export type Urgent = { id: string; reasons: readonly [Reason, ...Reason[]] }

/** The rows in the order of the page: by the most urgent reason of each, and where that is the same, always the same way. */
export const inOrderOfUrgency = <R extends Urgent>(rows: readonly R[], today: PlainDate): R[] =>
  rows
    .map(row => ({ row, urgency: urgencyOf(row.reasons[0], today) }))
    .sort((a, b) => inOrder(a.urgency, b.urgency) || inOrder(a.row.id, b.row.id))
    .map(({ row }) => row)

/**
 * Work that waits, by catalyst: open records, and of these how many are overdue, due today or within a week, silent or stuck. Counted in
 * enterprises, so that one with three reasons is one. Those that nobody works on come last; the others in the order of their ids, never by size.
 */
export function loadsOf(all: Iterable<Needed>, today: PlainDate): Load[] {
  const loads = new Map<string, Load>()
  for (const { open, catalyst, reasons } of all) {
    if (!open) continue
    const load = loads.get(catalyst ?? '') ?? { catalyst: catalyst ?? null, open: 0, overdue: 0, thisWeek: 0, silent: 0, stuck: 0 }
    loads.set(catalyst ?? '', load)
    // Who is asked to take a record over has no work of it yet.
    const first = reasons.find(({ kind }) => kind !== 'handover')
    const group = first && groupOf(first, today)
    load.open += 1
    if (group === 'overdue') load.overdue += 1
    if (group === 'today' || group === 'this-week') load.thisWeek += 1
    if (reasons.some(({ kind }) => kind === 'silent')) load.silent += 1
    if (reasons.some(reason => isStuck(reason, today))) load.stuck += 1
  }
  return [...loads.values()].sort((a, b) => inOrder(a.catalyst ?? '~', b.catalyst ?? '~'))
}

const isStuck = (reason: Reason, today: PlainDate): boolean =>
  reason.kind === 'stuck' || (reason.kind === 'grant-unpaid' && reason.on < today)
