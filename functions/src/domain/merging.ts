import { caseAt } from './caseAt.ts'
import type { Fact, NewFact } from './facts.ts'
import { isSettled } from './grants.ts'
import { known } from './known.ts'
import type { PlainDate } from './plainDate.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'
import { enquiredOn } from './supportCase.ts'

/** Two records of one enterprise. The duplicate points to the one that is kept and is in no count; nothing moves between their histories. */
export type Pair = { duplicate: readonly Fact[]; kept: readonly Fact[] }

/** Why two records are not merged, or not taken apart. */
export type CannotMerge =
  | { kind: 'merge-with-itself' }
  | { kind: 'merged-before'; into: string }
  | { kind: 'kept-is-merged' }
  | { kind: 'not-merged' }
  /** `number` is null where the grant is from before the programme kept its fund here. */
  | { kind: 'duplicate-has-grant'; number: number | null }

/** What a merge records on each of the two. */
export type Merge = { duplicate: NewFact[]; kept: NewFact[] }

/**
 * Merges a duplicate into the record that is kept. Where the duplicate came first, the kept one takes its day of enquiry as a correction,
 * so that waiting is counted from when they first got in touch. A grant that is not over stays on a record that is kept: the other one is
 * merged into it, or the grant is closed first. `today` is the day in Europe/London.
 */
export function merge({ duplicate, kept }: Pair, into: string, today: PlainDate): Result<Merge, CannotMerge> {
  const [from, to] = [caseAt(duplicate), caseAt(kept)]
  if (from.mergedInto) return refused({ kind: 'merged-before', into: from.mergedInto })
  if (to.mergedInto) return refused({ kind: 'kept-is-merged' })
  const open = from.grants.find(grant => !isSettled(grant))
  if (open) return refused({ kind: 'duplicate-has-grant', number: open.number ?? null })
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

/** Into which record each one was merged, by their ids: those that were not are left out. */
export type Merged = ReadonlyMap<string, string>

export function mergedOf(records: Iterable<{ caseId: string; facts: readonly Fact[] }>): Merged {
  const merged = new Map<string, string>()
  for (const { caseId, facts } of records) {
    // Most were never merged: those need no look at what their entries come to.
    const into = facts.some(({ kind }) => kind === 'merged-into') ? caseAt(facts).mergedInto : undefined
    if (into !== undefined) merged.set(caseId, into)
  }
  return merged
}

/** The other records of the same enterprise: the one that is kept, and all that were merged into it, straight or by way of another. */
export function otherRecordsOf(caseId: string, merged: Merged): string[] {
  const keptFor = (id: string, before: readonly string[] = []): string => {
    const into = merged.get(id)
    return into === undefined || before.includes(into) ? id : keptFor(into, [...before, id])
  }
  const kept = keptFor(caseId)
  return [...new Set([kept, ...[...merged.keys()].filter(id => keptFor(id) === kept)])].filter(id => id !== caseId)
}
