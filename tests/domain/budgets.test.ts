import { describe, expect, test } from 'vitest'
import type { BudgetRecord } from '#domain/budgets.ts'
import { budgetFallsOn } from '#domain/budgets.ts'
import { day } from '#domain/plainDate.ts'
import { ids, noon } from '../builders.ts'

const fell = (version: number, fellOn: string, recordedOn = fellOn): BudgetRecord => ({
  version,
  of: 'fall',
  pencePerYear: 1_000_00 * version,
  fellOn: day(fellOn),
  textId: ids.text,
  recordedAt: noon(recordedOn),
  recordedBy: ids.decider,
})
const takenBack = (version: number, takesBack: number, recordedOn: string): BudgetRecord => ({
  version,
  of: 'taken-back',
  takesBack,
  recordedAt: noon(recordedOn),
  recordedBy: ids.decider,
})
const records = [fell(1, '2024-04-01'), fell(2, '2023-10-01', '2024-05-01'), takenBack(3, 1, '2024-07-01')]
const on = (asAt: string, knownAt?: string) =>
  budgetFallsOn(records, day(asAt), knownAt ? noon(knownAt) : undefined).map(({ version }) => version)

describe('budgets that fell', () => {
  test('count from the day they fell, in the order of their days', () => {
    expect(on('2023-12-31')).toEqual([2])
    expect(budgetFallsOn(records.slice(0, 2), day('2024-04-01')).map(({ version }) => version)).toEqual([2, 1])
  })

  test('are not there once they were taken back, on any day', () => {
    expect(on('2024-04-30')).toEqual([2])
  })

  test('are there as they were known at an earlier moment', () => {
    expect(on('2024-04-30', '2024-04-15')).toEqual([1])
    expect(on('2024-04-30', '2024-06-01')).toEqual([2, 1])
  })
})
