import { describe, expect, test } from 'vitest'
import type { Fact, NewFact } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import { membersOf } from '#domain/cohortMembers.ts'
import { keepPresent, presentAfter } from '#domain/caseAt.ts'
import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import type { Merge } from '#domain/merging.ts'
import { merge, mergedOf, otherRecordsOf, split } from '#domain/merging.ts'
import type { Instant } from '#domain/plainDate.ts'
import { day, parseInstant } from '#domain/plainDate.ts'
import { anEnquiry, ids, journey, supported } from '../builders.ts'

const today = day('2016-03-10')
const instant = (text: string): Instant => {
  const parsed = parseInstant(text)
  if (!parsed) throw new RangeError(`not an instant: ${text}`)
  return parsed
}
const at = instant('2016-03-10T12:00:00Z')
const later = instant('2016-03-11T12:00:00Z')

const added = (facts: readonly Fact[], more: readonly NewFact[], n: number, recordedAt = at): Fact[] => [
  ...facts,
  ...record(more, { n, recordedAt, recordedBy: ids.catalyst, via: 'person' }),
]
const value = (made: ReturnType<typeof merge>): Merge => {
  if (!made.ok) throw new Error(made.refusal.kind)
  return made.value
}

/** The same enterprise twice: enquired on 5 January 2015, and again on 2 March 2015. */
const first = anEnquiry().facts
const second = journey().enquired('2015-03-02', { reference: 'LM-002' }).accepted('2015-03-10').facts

const both = (duplicate: readonly Fact[], kept: readonly Fact[]) => [
  { caseId: ids.text, facts: duplicate },
  { caseId: ids.grant, facts: kept },
]
const question = { by: 'enquiry', asAt: day('2016-03-09'), knownAt: later } as const
const counted = (duplicate: readonly Fact[], kept: readonly Fact[], knownAt = later) =>
  membersOf(both(duplicate, kept), { ...question, knownAt }).map(({ caseId, enquired }) => [caseId, enquired])

describe('a duplicate', () => {
  const made = value(merge({ duplicate: first, kept: second }, ids.grant, today))
  const [duplicate, kept] = [added(first, made.duplicate, 50), added(second, made.kept, 50)]

  test('is in no count from the moment it was merged, on whatever day one asks about', () => {
    expect(counted(first, second)).toHaveLength(2)
    expect(counted(duplicate, kept)).toEqual([[ids.grant, '2015-01-05']])
  })

  test('still counts for what was known before', () => {
    expect(counted(duplicate, kept, instant('2016-03-10T11:59:59Z'))).toHaveLength(2)
  })

  test('that came first gives the kept one its day of enquiry, as a correction', () => {
    expect(made.kept).toMatchObject([{ kind: 'replace', data: { happenedOn: '2015-01-05', reason: 'wrong-date' } }])
  })

  test('that came later changes nothing on the kept one', () => {
    expect(value(merge({ duplicate: second, kept: first }, ids.grant, today)).kept).toEqual([])
  })

  test('keeps its own history', () => {
    expect(duplicate.slice(0, first.length)).toEqual(first)
  })

  test('is not merged twice, nor into one that is itself a duplicate', () => {
    expect(merge({ duplicate, kept }, ids.grant, today)).toMatchObject({ ok: false, refusal: { kind: 'merged-before' } })
    expect(merge({ duplicate: supported().facts, kept: duplicate }, ids.text, today)).toMatchObject({
      ok: false,
      refusal: { kind: 'kept-is-merged' },
    })
  })

  test('taken apart, both stand as they stood before', () => {
    const apart = value(split({ duplicate, kept }, ids.grant))
    const [one, other] = [added(duplicate, apart.duplicate, 51, later), added(kept, apart.kept, 51, later)]
    expect(fold(known(one))).toEqual(fold(known(first)))
    expect(fold(known(other))).toEqual(fold(known(second)))
    expect(split({ duplicate: one, kept: other }, ids.grant)).toEqual({ ok: false, refusal: { kind: 'not-merged' } })
  })

  test('is not taken apart from a record that it was not merged into', () => {
    expect(split({ duplicate, kept }, ids.text)).toEqual({ ok: false, refusal: { kind: 'not-merged' } })
  })
})

describe('the records of one enterprise', () => {
  const into = (caseId: string, kept?: string) => ({
    caseId,
    facts: (kept === undefined ? supported() : supported().happened('merged-into', '2016-03-10', { into: kept })).facts,
  })
  // a and b went into c, and c into d; f into e. g stands alone.
  const records = [into('a', 'c'), into('b', 'c'), into('c', 'd'), into('d'), into('e'), into('f', 'e'), into('g')]
  const others = (id: string, of = mergedOf(records)) => otherRecordsOf(id, of).sort().join(' ')

  test('are the one that is kept and all that were merged into it, straight or by way of another', () => {
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => others(id))).toEqual(['b c d', 'a c d', 'a b d', 'a b c', 'f', 'e', ''])
  })

  test('are told by what a store kept beside them: nobody looks at their entries for it', () => {
    const kept = records.map(({ caseId, facts }) => {
      const row = {
        caseId,
        get facts(): readonly Fact[] {
          throw new Error(`the entries of ${caseId} were looked at`)
        },
      }
      keepPresent(row, presentAfter(facts))
      return row
    })
    expect(others('a', mergedOf(kept))).toBe('b c d')
  })

  test('end where two were merged into each other', () => {
    const each = mergedOf([into('a', 'b'), into('b', 'a')])
    expect([others('a', each), others('b', each)]).toEqual(['b', 'a'])
  })
})
