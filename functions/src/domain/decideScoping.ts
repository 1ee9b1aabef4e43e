import { formOf } from './cohortMembers.ts'
import type { CheckOutcome } from './cqcCheck.ts'
import { outcomeOf } from './cqcCheck.ts'
import type { Fact } from './facts.ts'
import { fold } from './fold.ts'
import { known } from './known.ts'
import type { PlainDate } from './plainDate.ts'
import type { HappeningData } from './schemas.ts'

/** Why a CQC check is not recorded as it came. */
export type WrongCheck = { kind: 'check-without-answers' } | { kind: 'outcome-does-not-follow'; follows: CheckOutcome }

type Check = Pick<HappeningData['scoped'], 'outcome' | 'answers'>

/**
 * A check is recorded with its answers, and what it came to follows from them and from the legal form of that day.
 * An outcome alone comes from an older record only: a correction keeps the answers that were there, and needs none where there were none.
 */
export function wrongCheck(
  facts: readonly Fact[],
  { happenedOn, data: { outcome, answers } }: { happenedOn: PlainDate; data: Check },
  replaced?: Check,
): WrongCheck | undefined {
  if (!answers) return replaced && !replaced.answers ? undefined : { kind: 'check-without-answers' }
  const { constitution } = fold(known(facts, { asAt: happenedOn }))
  const follows = outcomeOf(answers, formOf(constitution)).outcome
  return outcome === follows ? undefined : { kind: 'outcome-does-not-follow', follows }
}
