import { asks } from './milestones.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, later } from './plainDate.ts'
import type { StuckStep } from './programmeRules.ts'
import type { SupportCase } from './supportCase.ts'
import { going } from './supportCase.ts'
import type { TodayQuestion } from './todayQuestion.ts'
import type { Reason } from './todaySchemas.ts'

/**
 * The one step in which a new enterprise is longer than the programme's limit, on its way to trading. What CQC has is CQC's to move, a grant that
 * waits for its payment is a reason of its own, and one that trades, or did before we met it, is not stuck.
 */
export function stuckReasons(supportCase: SupportCase, { rules, today }: TodayQuestion): Reason[] {
  const at = stepNow(supportCase)
  if (!at) return []
  const on = addDays(at.since, rules.stuckDays[at.step])
  return on < today ? [{ kind: 'stuck', on, step: at.step, since: at.since }] : []
}

/** The first step that is not done, and the day the one before it was; nothing waits for us before they were taken on. */
function stepNow({ idea, support, trading, ...tracks }: SupportCase): { step: StuckStep; since: PlainDate } | undefined {
  const before = going(support)
  if (before?.state !== 'accepted' || before.origin === 'existing' || trading.state !== 'not-yet') return undefined
  if (idea.state === 'to-do') return { step: 'idea', since: before.acceptedOn }
  return afterIdea(tracks, later(before.acceptedOn, idea.on))
}

function afterIdea(
  { constitution, scoping, registration }: Pick<SupportCase, 'constitution' | 'scoping' | 'registration'>,
  agreedOn: PlainDate,
): { step: StuckStep; since: PlainDate } | undefined {
  if (constitution.state !== 'constituted') return { step: 'set-up', since: agreedOn }
  const setUpOn = later(agreedOn, (constitution.earlier[0] ?? constitution.present).on)
  switch (registration.state) {
    case 'not-begun': {
      if (scoping.state === 'to-do') return { step: 'cqc-check', since: setUpOn }
      return { step: asks(scoping) === 'nothing' ? 'trading' : 'cqc-application', since: later(setUpOn, scoping.on) }
    }
    case 'preparing':
    case 'returned':
      return { step: 'cqc-application', since: later(agreedOn, registration.since) }
    case 'registered':
      return { step: 'trading', since: later(setUpOn, registration.since) }
    case 'submitted':
    case 'in-assessment':
    case 'interview':
    case 'notice-of-proposal':
    case 'refused':
    case 'withdrawn':
    case 'deregistered':
      return undefined
  }
}
