import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssumptionKind } from '#domain/assumptions.ts'
import { caseAt } from '#domain/caseAt.ts'
import { membersOf } from '#domain/cohortMembers.ts'
import { addDays, daysBetween, day } from '#domain/plainDate.ts'
import type { SavingsInput } from '#domain/savings.ts'
import { savingsFigures } from '#domain/savingsFigures.ts'
import { savingsLines } from '#domain/savingsLines.ts'
import type { SavingsFigure } from '#domain/savingsSchemas.ts'
import { noon } from '../builders.ts'
import { anyProgramme, askedFrom, askedTo } from './anyProgramme.ts'
import { all, exactly, worked } from './savingsScene.ts'

const share = fc.integer({ min: 0, max: 10_000 }).map(exactly)
const price = fc.integer({ min: 0, max: 20_000 }).map(exactly)

/** Every figure, whatever it is. */
const anyFigures = fc.record({
  comparator: price,
  'contract-price': price,
  'direct-payment-rate': price,
  'direct-payment-unspent': share,
  'unsplit-direct': fc.integer({ min: 0, max: 5_000 }).map(exactly),
  'unsplit-nhs': fc.integer({ min: 0, max: 5_000 }).map(exactly),
  'assessed-need': share,
  contributions: share,
  deadweight: share,
  displacement: share,
  attribution: share,
  leakage: share,
  substitution: share,
  'drop-off': share,
  'nhs-comparator': price,
  'health-budget-rate': price,
}) satisfies fc.Arbitrary<Partial<Record<AssumptionKind, unknown>>>

const anyInput: fc.Arbitrary<SavingsInput> = fc
  .tuple(anyProgramme, anyFigures, fc.integer({ min: 0, max: daysBetween(askedFrom, askedTo) }))
  .map(([cases, figures, after]) => {
    const asAt = addDays(askedFrom, after)
    return {
      members: membersOf(cases, { by: 'enquiry', asAt }),
      granted: cases.map(each => ({ caseId: each.caseId, supportCase: caseAt(each, { asAt }) })),
      recorded: all(figures).map(each => ({ ...each, effectiveFrom: day('2000-01-01') })),
      asAt,
      knownAt: noon('2030-01-01'),
      costPence: 1_000_00,
      period: { from: day('2014-01-01'), to: day('2016-12-31') },
    }
  })

const totalOf = (input: SavingsInput, figure: SavingsFigure): number =>
  savingsLines(input, figure).reduce((sum, { amount }) => sum + amount, 0)

describe('of any programme', () => {
  test('each figure is the sum of its list, to the penny', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const { estimate, cost, missing } = savingsFigures(input, 1)
        expect(missing).toEqual([])
        expect(estimate?.soFar.pence).toBe(totalOf(input, 'soFar'))
        expect(estimate?.yearly.pence).toBe(totalOf(input, 'yearly'))
        expect(estimate?.ahead?.pence).toBe(totalOf(input, 'ahead'))
        expect(estimate?.nhsYearlyPence).toBe(totalOf(input, 'nhs'))
        expect(cost.grantsPence).toBe(totalOf(input, 'grants'))
      }),
      { numRuns: 60 },
    )
  })

  test('nobody saves anything where the council pays what it would have paid', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const same = all({
          ...worked,
          'contract-price': exactly(2_410),
          'direct-payment-rate': exactly(2_410),
          'direct-payment-unspent': exactly(0),
        })
        const unsplit = all({ 'unsplit-direct': exactly(5_000), 'unsplit-nhs': exactly(1_000) })
        const recorded = [...same, ...unsplit].map(each => ({ ...each, effectiveFrom: day('2000-01-01') }))
        expect(savingsFigures({ ...input, recorded }, 1).estimate).toMatchObject({ soFar: { pence: 0 }, yearly: { pence: 0 } })
      }),
      { numRuns: 30 },
    )
  })

  test('the order in which cases are read, and figures were kept, changes nothing', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const turned = {
          ...input,
          members: [...input.members].reverse(),
          granted: [...input.granted].reverse(),
          recorded: [...input.recorded].reverse(),
        }
        const [one, other] = [savingsFigures(input, 7), savingsFigures(turned, 7)]
        expect(other.estimate?.soFar.pence).toBe(one.estimate?.soFar.pence)
        expect({ ...other, estimate: null }).toEqual({ ...one, estimate: null })
      }),
      { numRuns: 20 },
    )
  })
})
