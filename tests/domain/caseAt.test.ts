import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseAt, keepPresent, presentAfter, presentOf } from '#domain/caseAt.ts'
import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import type { NewFact } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import { addDays, day, instantAt } from '#domain/plainDate.ts'
import { nothingYet } from '#domain/supportCase.ts'
import { ids } from '../builders.ts'
import { anyDay, anyFacts } from './anyFacts.ts'

const anyQuestion = fc.record({ asAt: fc.option(anyDay, { nil: undefined }), back: fc.option(fc.nat(30), { nil: undefined }) })

test('a case asked about again and again, by any day and any moment, is the fold of what was known then', () => {
  fc.assert(
    fc.property(anyFacts(), fc.array(anyQuestion, { minLength: 1, maxLength: 8 }), (facts, questions) => {
      for (const { asAt, back } of questions) {
        const moment = back === undefined ? undefined : facts.at(-1 - back)?.recordedAt
        const question = { asAt, knownAt: moment }
        expect(caseAt(facts, question)).toEqual(fold(known(facts, question)))
      }
    }),
    { numRuns: 500 },
  )
})

test('a case is the very same for every question that knows the same of it', () => {
  fc.assert(
    fc.property(anyFacts(), anyDay, (facts, asAt) => {
      expect(caseAt(facts, { asAt })).toBe(caseAt(facts, { asAt, knownAt: instantAt(Date.parse('2100-01-01')) }))
    }),
  )
})

test('a row whose present was kept beside its facts answers every question as its facts do', () => {
  fc.assert(
    fc.property(anyFacts(), fc.array(anyQuestion, { minLength: 1, maxLength: 8 }), (facts, questions) => {
      const row = { facts: [...facts] }
      keepPresent(row, presentAfter(facts))
      for (const { asAt, back } of questions) {
        const moment = back === undefined ? undefined : facts.at(-1 - back)?.recordedAt
        const question = { asAt, knownAt: moment }
        expect(caseAt(row, question)).toEqual(fold(known(facts, question)))
      }
    }),
    { numRuns: 500 },
  )
})

test('facts are looked at only for a day or a moment before the last of them', () => {
  fc.assert(
    fc.property(anyFacts(), facts => {
      const row = {
        get facts(): never {
          throw new Error('these facts need not be looked at')
        },
      }
      const present = presentAfter(facts)
      keepPresent(row, present)
      const { lastHappenedOn, lastRecordedAt } = present
      expect(caseAt(row)).toBe(present.supportCase)
      if (lastHappenedOn !== '') expect(caseAt(row, { asAt: lastHappenedOn })).toBe(present.supportCase)
      if (lastRecordedAt !== '') expect(caseAt(row, { knownAt: lastRecordedAt })).toBe(present.supportCase)
      if (lastHappenedOn !== '') expect(() => caseAt(row, { asAt: addDays(lastHappenedOn, -1) })).toThrow('looked at')
    }),
  )
})

test('who typed an enquiry in is known, and nobody is where a spreadsheet brought it', () => {
  const stamp = { n: 1, recordedAt: instantAt(0), recordedBy: ids.catalyst }
  const enquired: NewFact = { kind: 'enquired', happenedOn: day('2015-01-05'), data: { reference: 'LM-001' } }
  expect(presentOf({ facts: record([enquired], { ...stamp, via: 'person' }) }).takenInBy).toBe(ids.catalyst)
  expect(presentOf({ facts: record([enquired], { ...stamp, via: 'import' }) }).takenInBy).toBeUndefined()
  expect(presentOf({ facts: [] })).toEqual({ supportCase: nothingYet, lastHappenedOn: '', lastRecordedAt: '', takenInBy: undefined })
})
