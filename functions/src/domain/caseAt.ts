import type { Fact, Happening } from './facts.ts'
import { fold, foldSteadily } from './fold.ts'
import type { KnownQuestion } from './known.ts'
import { known } from './known.ts'
import type { Instant } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'

/** All that is known of a case, and the case after each of it. */
type History = { lastRecordedAt: Instant | ''; happenings: readonly Happening[]; states: readonly SupportCase[] | undefined }

// A list of facts is never changed, so what was folded of it once holds for every later question.
const histories = new WeakMap<readonly Fact[], History>()

/**
 * The support case that facts amount to, as at a day and as known at an instant: the fold of `known`.
 * A question of everything known by now is answered from what was folded before, whatever its day.
 */
export function caseAt(facts: readonly Fact[], { knownAt, asAt }: KnownQuestion = {}): SupportCase {
  const { lastRecordedAt, happenings, states } = historyOf(facts)
  if (!states || (knownAt !== undefined && knownAt < lastRecordedAt)) return fold(known(facts, { knownAt, asAt }))
  let count = happenings.length
  // They stand in the order of their days, so those by a day come first.
  if (asAt !== undefined) while (count > 0 && happenings[count - 1]!.happenedOn > asAt) count -= 1
  return states[count]!
}

function historyOf(facts: readonly Fact[]): History {
  const kept = histories.get(facts)
  if (kept) return kept
  const happenings = known(facts)
  const lastRecordedAt = facts.reduce<Instant | ''>((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), '')
  const history = { lastRecordedAt, happenings, states: foldSteadily(happenings) }
  histories.set(facts, history)
  return history
}
