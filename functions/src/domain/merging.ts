import type { Recorded } from './caseAt.ts'
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

/** The records of one enterprise by the id of each: the one that is kept, and all that were merged into it, straight or by way of another. */
export type Merged = ReadonlyMap<string, readonly string[]>

/** Which records are of one enterprise; those that nothing was merged with are left out. */
export function mergedOf(records: Iterable<Recorded & { caseId: string }>): Merged {
  const intoBy = new Map<string, string>()
  for (const record of records) {
    const { mergedInto } = caseAt(record)
    if (mergedInto !== undefined) intoBy.set(record.caseId, mergedInto)
  }
  const keptFor = (id: string, before: readonly string[] = []): string => {
    const into = intoBy.get(id)
    return into === undefined || before.includes(into) ? id : keptFor(into, [...before, id])
  }
  const groups = new Map<string, string[]>()
  for (const id of intoBy.keys()) {
    const kept = keptFor(id)
    groups.set(kept, [...(groups.get(kept) ?? [kept]), id])
  }
  return new Map([...groups.values()].flatMap(group => group.map(id => [id, group] as const)))
}

/** The other records of the same enterprise, by their ids. */
export const otherRecordsOf = (caseId: string, merged: Merged): string[] => (merged.get(caseId) ?? []).filter(id => id !== caseId)
