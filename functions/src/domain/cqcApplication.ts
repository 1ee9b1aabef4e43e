import { isInterview } from './foldTasks.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, addMonths, daysBetween } from './plainDate.ts'
import type { Registration, SupportCase } from './supportCase.ts'
import type { CqcPaper, RegistrationState } from './vocabulary.ts'
import { cqcPapers } from './vocabulary.ts'

/** CQC's own aim for a decision, in weeks. It is CQC's, and never the enterprise's lateness. Source: Kingsley Napley (2020), on CQC's aim. */
export const aimWeeks = 10

/**
 * Calendar days to reply to a notice of proposal, and to appeal to the First-tier Tribunal against a notice of decision, from the day of
 * service. Source: Health and Social Care Act 2008, sections 27 and 32; CQC, "Representations and appeals".
 */
export const daysToReply = 28

/**
 * A day that matters while CQC has the application. `with-cqc`: since it was last sent. `reply`: CQC plans to say no. `appeal`: CQC said no.
 * `servedOn` is the day used: that of service, or the day it came to light where that is not known. The letter itself is what counts.
 * `interview`: planned, and not held yet.
 */
export type CqcClock =
  | { kind: 'with-cqc'; since: PlainDate; days: number; aimOn: PlainDate; pastAim: boolean }
  | { kind: 'reply' | 'appeal'; servedOn: PlainDate; lastDay: PlainDate; daysLeft: number }
  | { kind: 'interview'; task: string; dueOn: PlainDate; at: string | undefined }

/** The clocks that run on a day. None before there is an application, and none once CQC has registered them. */
export function cqcClocks(supportCase: SupportCase, today: PlainDate): CqcClock[] {
  const { registration } = supportCase
  switch (registration.state) {
    case 'submitted':
    case 'in-assessment':
    case 'interview':
      return [...withCqc(registration.moves, today), ...interviews(supportCase)]
    case 'notice-of-proposal':
      return noticed('reply', registration.servedOn, today)
    case 'refused':
      return noticed('appeal', registration.servedOn, today)
    case 'not-begun':
    case 'preparing':
    case 'returned':
    case 'registered':
    case 'withdrawn':
    case 'deregistered':
      return []
  }
}

type Moves = Extract<Registration, { since: PlainDate }>['moves']

/** Since when CQC has it, without a break: from the day it was last sent, or the first day on which we know that CQC had it. */
export function withCqcSince(moves: Moves): PlainDate | undefined {
  let since: PlainDate | undefined
  for (const { to, on } of moves) {
    if (to === 'submitted') since = on
    else if (to === 'in-assessment' || to === 'interview' || to === 'notice-of-proposal') since ??= on
    else since = undefined
  }
  return since
}

function withCqc(moves: Moves, today: PlainDate): CqcClock[] {
  const since = withCqcSince(moves)
  if (!since) return []
  const aimOn = addDays(since, aimWeeks * 7)
  return [{ kind: 'with-cqc', since, days: daysBetween(since, today), aimOn, pastAim: today > aimOn }]
}

function noticed(kind: 'reply' | 'appeal', servedOn: PlainDate | undefined, today: PlainDate): CqcClock[] {
  if (!servedOn) return []
  const lastDay = addDays(servedOn, daysToReply)
  return [{ kind, servedOn, lastDay, daysLeft: daysBetween(today, lastDay) }]
}

const interviews = ({ tasks }: SupportCase): CqcClock[] =>
  tasks.filter(isInterview).map(({ task, dueOn, at }) => ({ kind: 'interview', task, dueOn, at }))

/**
 * The day a DBS check turns twelve months old, where that comes while CQC has the application, or before its aim. CQC takes one that is
 * at most twelve months old. Source: CQC, "DBS checks for registration" (13 March 2024).
 */
export function dbsTooOldOn(issuedOn: PlainDate, clocks: readonly CqcClock[]): PlainDate | undefined {
  const clock = clocks.find(({ kind }) => kind === 'with-cqc')
  const on = addMonths(issuedOn, 12)
  return clock?.kind === 'with-cqc' && (on <= clock.aimOn || daysBetween(clock.since, on) <= clock.days) ? on : undefined
}

/** Where an application goes next, as a rule. What happened otherwise is recorded all the same. */
export const usualMoves = {
  'not-begun': ['preparing', 'submitted'],
  preparing: ['submitted', 'withdrawn'],
  submitted: ['in-assessment', 'returned', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  'in-assessment': ['interview', 'registered', 'notice-of-proposal', 'returned', 'withdrawn'],
  interview: ['registered', 'notice-of-proposal', 'in-assessment', 'withdrawn'],
  'notice-of-proposal': ['registered', 'refused', 'in-assessment', 'withdrawn'],
  registered: ['deregistered'],
  refused: ['preparing', 'submitted', 'registered'],
  withdrawn: ['preparing', 'submitted'],
  deregistered: ['preparing', 'submitted'],
} as const satisfies Record<Registration['state'], readonly RegistrationState[]>

/** The papers of the application: which are ready, and which are still to do, in the order of the list. */
export function papersOf({ papersReady }: Pick<SupportCase, 'papersReady'>): { ready: CqcPaper[]; missing: CqcPaper[] } {
  return {
    ready: cqcPapers.filter(paper => papersReady[paper] !== undefined),
    missing: cqcPapers.filter(paper => papersReady[paper] === undefined),
  }
}
