import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseAt, presentAfter, presentOf } from '#domain/caseAt.ts'
import type { Fact, FactKind } from '#domain/facts.ts'
import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import { addDays, day } from '#domain/plainDate.ts'
import type { PackedFacts } from '#functions/factText.ts'
import { unpackFacts } from '#functions/factText.ts'
import type { PackedPresent } from '#functions/presentText.ts'
import { presentVersion, unpackPresent } from '#functions/presentText.ts'
import type { Entity } from '#functions/rows.ts'
import { foundIn, writesOf } from '#functions/rows.ts'
import { anyFacts } from '../domain/anyFacts.ts'
import { caseId, factsText, version1 } from './storedExamples.ts'

/** A case row as the table keeps it. */
function storedRow(facts: readonly Fact[]): Entity {
  const kept = { caseId, n: 9, reference: 'EX/014', facts, private: null }
  const [write] = writesOf('p', [{ put: 'insert', kind: 'case', key: [caseId], row: kept }])
  return write?.entity ?? { partitionKey: '', rowKey: '' }
}
const readRow = (stored: Entity) => foundIn('case', stored.rowKey, stored, 'e').row

test('what a row keeps of the present of a case is the fold of its facts, of any history', () => {
  fc.assert(
    fc.property(anyFacts(), facts => {
      const text = String(storedRow(facts)['present'])
      expect(unpackPresent(JSON.parse(text) as PackedPresent)).toEqual(presentAfter(facts))
      expect(presentAfter(facts).supportCase).toEqual(fold(known(facts)))
    }),
    { numRuns: 500 },
  )
})

test('a case row is read without its facts, which are read once somebody asks for them', () => {
  const facts = unpackFacts(JSON.parse(factsText(version1.enquired, version1.accepted)) as PackedFacts)
  const row = readRow({ ...storedRow(facts), facts0: 'broken' })
  expect(caseAt(row)).toEqual(fold(known(facts)))
  expect(() => row.facts).toThrow(`the row case|${caseId} cannot be read: its text is broken`)
  expect(readRow(storedRow(facts)).facts).toEqual(facts)
})

test('a present that another version of the fold made, or none, is worked out again from the facts', () => {
  fc.assert(
    fc.property(anyFacts(), facts => {
      const stored = storedRow(facts)
      const another = { ...stored, present: JSON.stringify([presentVersion + 1, '2000-01-01', '', null, { reference: 'WRONG' }]) }
      const { present: _kept, ...without } = another
      for (const each of [another, without as Entity]) expect(presentOf(readRow(each))).toEqual(presentAfter(facts))
    }),
  )
})

test('the present of a long history is not kept, and the row is read all the same', () => {
  const [contact] = unpackFacts(JSON.parse(factsText(version1.contact)) as PackedFacts)
  // One contact is 55 characters of the case it gives: {"on":"2026-02-03","reached":true,"heard":"trading"} and a comma.
  const facts = Array.from({ length: 600 }, (_, place) => ({ ...contact, id: `7.${place}` }) as Fact)
  const stored = storedRow(facts)
  expect(stored['present']).toBeUndefined()
  expect(caseAt(readRow(stored)).contacts).toHaveLength(600)
})

/** Numbers from 0 up to, not including, `below`, always the same ones. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    // Park and Miller's generator. Source: CACM 31(10), 1988.
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** Histories made of the stored examples of every kind, in all orders of days. They never change. */
function storedHistories(): Fact[][] {
  const kinds = (Object.keys(version1) as FactKind[]).filter(kind => kind !== 'withdraw' && kind !== 'replace')
  return Array.from({ length: 400 }, (_, at) => {
    const next = numbers(at + 1)
    const texts = Array.from({ length: 1 + next(40) }, (_unused, place) => {
      const kind = kinds[next(kinds.length)] ?? 'enquired'
      const [, stamp, , , data] = JSON.parse(version1[kind]) as [string, number, number, string, object]
      return JSON.stringify([kind, stamp, place, addDays(day('2025-04-01'), next(365)), data])
    })
    const enquired = version1.enquired.replace(',0,0,', ',0,99,')
    return unpackFacts(JSON.parse(factsText(enquired, ...texts)) as PackedFacts)
  })
}

const inOrder = (_name: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

test('a fold gives what it gave when this version of it was made: if not, the version is to be the next', () => {
  const given = storedHistories().map(facts => presentAfter(facts).supportCase)
  const hash = createHash('sha256').update(JSON.stringify(given, inOrder)).digest('base64url').slice(0, 12)
  expect([presentVersion, hash]).toEqual([2, 'pz_QwLycy1BB'])
})
