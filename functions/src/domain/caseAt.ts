import type { Fact, Happening } from './facts.ts'
import { fold, foldEach } from './fold.ts'
import type { KnownQuestion } from './known.ts'
import { known } from './known.ts'
import type { Instant } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'

/** All that is known of a case, the case after all of it, and, once an earlier day was asked about, after each of it. */
type History = { lastRecordedAt: Instant | ''; happenings: readonly Happening[]; now: SupportCase; states?: Map<number, SupportCase> }

// A list of facts is never changed, so what was folded of it once holds for every later question.
const histories = new WeakMap<readonly Fact[], History>()

/**
 * The support case that facts amount to, as at a day and as known at an instant: the fold of `known`.
 * A question of everything known by now is answered from what was folded before, whatever its day.
 */
export function caseAt(facts: readonly Fact[], { knownAt, asAt }: KnownQuestion = {}): SupportCase {
  const history = historyOf(facts)
  const { lastRecordedAt, happenings, now } = history
  if (knownAt !== undefined && knownAt < lastRecordedAt) return fold(known(facts, { knownAt, asAt }))
  // They stand in the order of their days, so those by a day come first.
  const after = asAt === undefined ? -1 : happenings.findIndex(({ happenedOn }) => happenedOn > asAt)
  if (after === -1) return now
  history.states ??= new Map(foldEach(happenings).entries())
  const remembered = history.states.get(after)
  if (remembered) return remembered
  const state = fold(happenings.slice(0, after))
  history.states.set(after, state)
  return state
}

function historyOf(facts: readonly Fact[]): History {
  const kept = histories.get(facts)
  if (kept) return kept
  const happenings = known(facts)
  const lastRecordedAt = facts.reduce<Instant | ''>((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), '')
  const history = { lastRecordedAt, happenings, now: fold(happenings) }
  histories.set(facts, history)
  return history
}
