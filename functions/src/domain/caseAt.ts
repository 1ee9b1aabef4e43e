import type { Fact, Happening } from './facts.ts'
import { fold, foldEach } from './fold.ts'
import type { KnownQuestion } from './known.ts'
import { known } from './known.ts'
import type { Instant, PlainDate } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'

/** Whatever has the facts of a case, such as its row. A row that was read need not look at them until somebody asks for them. */
export type Recorded = { readonly facts: readonly Fact[] }

/** The case after everything recorded of it, and what tells whether a question asks for just that. A store keeps it beside the facts. */
export type Present = {
  supportCase: SupportCase
  /** The latest day on which something happened that counts; empty where nothing does. */
  lastHappenedOn: PlainDate | ''
  lastRecordedAt: Instant | ''
  /** Who typed the enquiry in; undefined where it came from a spreadsheet. */
  takenInBy: string | undefined
}

/** What counts of all that is known of a case, and, once an earlier day was asked about, the case after each of it. */
type History = { lastRecordedAt: Instant | ''; happenings: readonly Happening[]; now?: SupportCase; states?: Map<number, SupportCase> }

// Neither a list of facts nor a row is ever changed, so what was folded of it once, or kept beside it, holds for every later question.
const histories = new WeakMap<readonly Fact[], History>()
const presents = new WeakMap<Recorded, Present>()

/**
 * The support case that facts amount to, as at a day and as known at an instant: the fold of `known`.
 * A question of everything known by now is answered from what was folded before, whatever its day.
 */
export function caseAt(of: Recorded | readonly Fact[], question: KnownQuestion = {}): SupportCase {
  if (!('facts' in of)) return foldedAt(of, question)
  const { lastRecordedAt, lastHappenedOn, supportCase } = presentOf(of)
  const { knownAt = lastRecordedAt, asAt = lastHappenedOn } = question
  return knownAt >= lastRecordedAt && asAt >= lastHappenedOn ? supportCase : foldedAt(of.facts, question)
}

function foldedAt(facts: readonly Fact[], { knownAt, asAt }: KnownQuestion): SupportCase {
  const history = historyOf(facts)
  const { lastRecordedAt, happenings } = history
  if (knownAt !== undefined && knownAt < lastRecordedAt) return fold(known(facts, { knownAt, asAt }))
  // They stand in the order of their days, so those by a day come first.
  const after = asAt === undefined ? -1 : happenings.findIndex(({ happenedOn }) => happenedOn > asAt)
  if (after === -1) return (history.now ??= fold(happenings))
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
  const lastRecordedAt = facts.reduce<Instant | ''>((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), '')
  const history: History = { lastRecordedAt, happenings: known(facts) }
  histories.set(facts, history)
  return history
}

/** The present of a case: as a store kept it, or worked out from the facts. */
export function presentOf(of: Recorded): Present {
  const kept = presents.get(of)
  if (kept) return kept
  const present = presentAfter(of.facts)
  presents.set(of, present)
  return present
}

/** The present that facts amount to. */
export function presentAfter(facts: readonly Fact[]): Present {
  const { happenings, lastRecordedAt } = historyOf(facts)
  const enquiry = facts.find(({ kind }) => kind === 'enquired')
  return {
    supportCase: foldedAt(facts, {}),
    lastHappenedOn: happenings.at(-1)?.happenedOn ?? '',
    lastRecordedAt,
    takenInBy: enquiry?.via === 'person' ? enquiry.recordedBy : undefined,
  }
}

/** Says what a store kept beside the facts of a row, so that they need not be folded, nor looked at. */
export const keepPresent = (of: Recorded, present: Present): void => {
  presents.set(of, present)
}
