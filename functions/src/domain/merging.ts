import type { Fact, NewFact } from './facts.ts'
import { fold } from './fold.ts'
import { known } from './known.ts'
import type { PlainDate } from './plainDate.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'
import type { SupportCase } from './supportCase.ts'
import { enquiredOn } from './supportCase.ts'

/** Two records of one enterprise. The duplicate points to the one that is kept and is in no count; nothing moves between their histories. */
export type Pair = { duplicate: readonly Fact[]; kept: readonly Fact[] }

/** Why two records are not merged, or not taken apart. */
export type CannotMerge =
  { kind: 'merge-with-itself' } | { kind: 'merged-before'; into: string } | { kind: 'kept-is-merged' } | { kind: 'not-merged' }

/** What a merge records on each of the two. */
export type Merge = { duplicate: NewFact[]; kept: NewFact[] }

const stateOf = (facts: readonly Fact[]): SupportCase => fold(known(facts))

/**
 * Merges a duplicate into the record that is kept. Where the duplicate came first, the kept one takes its day of enquiry as a correction,
 * so that waiting is counted from when they first got in touch. `today` is the day in Europe/London.
 */
export function merge({ duplicate, kept }: Pair, into: string, today: PlainDate): Result<Merge, CannotMerge> {
  const [from, to] = [stateOf(duplicate), stateOf(kept)]
  if (from.mergedInto) return refused({ kind: 'merged-before', into: from.mergedInto })
  if (to.mergedInto) return refused({ kind: 'kept-is-merged' })
  const first = enquiredOn(from.support)
  const enquiry = known(kept).find(({ kind }) => kind === 'enquired')
  const takesDay = first !== undefined && enquiry !== undefined && first < enquiry.happenedOn
  return ok({
    duplicate: [{ kind: 'merged-into', happenedOn: today, data: { into } }],
    kept: takesDay ? [{ kind: 'replace', data: { of: enquiry.id, reason: 'wrong-date', happenedOn: first, data: enquiry.data } }] : [],
  })
}

/** Takes the merge of a duplicate `into` another apart: what it recorded on either of the two is withdrawn, and both count again. */
export function split({ duplicate, kept }: Pair, into: string): Result<Merge, CannotMerge> {
  const merged = known(duplicate).find(fact => fact.kind === 'merged-into' && fact.data.into === into)
  if (!merged) return refused({ kind: 'not-merged' })
  const taken = kept.filter(({ kind, n }) => kind === 'replace' && n === merged.n)
  const back = (of: string): NewFact => ({ kind: 'withdraw', data: { of, reason: 'wrong-enterprise' } })
  return ok({ duplicate: [back(merged.id)], kept: taken.map(({ id }) => back(id)) })
}
