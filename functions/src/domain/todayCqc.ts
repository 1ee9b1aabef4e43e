import { aimWeeks, daysToReply, withCqcSince } from './cqcApplication.ts'
import { reScoping } from './milestones.ts'
import { addDays } from './plainDate.ts'
import type { Raise, SupportCase } from './supportCase.ts'
import type { TodayQuestion } from './todayQuestion.ts'
import type { Reason } from './todaySchemas.ts'
import type { ChangeKind, RegistrationState } from './vocabulary.ts'

/** Days in which what a change asks for should be recorded. Our choice. */
export const daysToAct = 7

/** So long before its aim, CQC's clock is shown. */
const aimDaysAhead = 14

/** Whether a change asks for the CQC check to be done again. */
export const isForCqcCheck = (what: ChangeKind): boolean => (asking as readonly string[]).includes(what)
const asking = [
  'took-someone-on',
  'found-cover',
  'began-personal-care',
  'took-council-work',
  'second-place',
  'who-decides',
] as const satisfies readonly ChangeKind[]

/** What CQC asks for or holds: the check to do again, a notice to reply to, and how long it has had the application. */
export function cqcReasons(supportCase: SupportCase, { today }: TodayQuestion): Reason[] {
  const clock = clockOf(supportCase)
  const shown = clock && (clock.kind !== 'with-cqc' || addDays(today, aimDaysAhead) >= clock.on) ? [clock] : []
  const again = againOf(supportCase, today)
  return again ? [...shown, again] : shown
}

/** The CQC check is to be done again: at once after a change, and when one next speaks after its twelve months. */
function againOf(supportCase: SupportCase, today: TodayQuestion['today']): Reason | undefined {
  const { changes } = supportCase
  const change = changes.find(({ what, settledOn }) => settledOn === undefined && isForCqcCheck(what))
  if (change) return { kind: 'cqc-check', on: addDays(change.on, daysToAct), because: 'changed', what: change.what }
  const again = reScoping(supportCase, today)
  if (!again) return undefined
  const [raise] = again.raisedBy
  return raise
    ? { kind: 'cqc-check', on: addDays(raise.on, daysToAct), because: 'changed', what: whatOf(raise) }
    : { kind: 'cqc-check', on: again.since, because: 'lapsed', what: null }
}

/** What an entry that speaks against the check amounts to: the change that nobody told us of. */
function whatOf(raise: Raise): ChangeKind {
  switch (raise.because) {
    case 'changed':
      return raise.what
    case 'new-form':
      return 'changed-form'
    case 'more-people':
      return 'took-someone-on'
    case 'personal-care':
      return 'began-personal-care'
    case 'council-contract':
      return 'took-council-work'
  }
}

const held: readonly RegistrationState[] = ['submitted', 'in-assessment', 'interview']

function clockOf({ registration }: SupportCase): Extract<Reason, { kind: 'cqc-notice' | 'with-cqc' }> | undefined {
  if (registration.state === 'not-begun') return undefined
  if (registration.state === 'notice-of-proposal') {
    const servedOn = registration.servedOn ?? registration.since
    return { kind: 'cqc-notice', on: addDays(servedOn, daysToReply), servedOn }
  }
  if (!held.includes(registration.state)) return undefined
  const since = withCqcSince(registration.moves) ?? registration.since
  return { kind: 'with-cqc', on: addDays(since, 7 * aimWeeks), since }
}
