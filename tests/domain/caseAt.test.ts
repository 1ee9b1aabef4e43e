import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseAt } from '#domain/caseAt.ts'
import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import { instantAt } from '#domain/plainDate.ts'
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
