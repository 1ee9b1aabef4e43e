import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { budgetFields, budgetRecordOf, cashRows, cashSentence } from '#tab/savings/cashWords.ts'
import { readFields } from '#tab/ui/fields.ts'
import { ids, noon } from '../builders.ts'

const fall = (version: number, label: string | null) => ({
  version,
  pencePerYear: 4_700_000,
  fellOn: day('2025-10-01'),
  budget: version === 1 ? 'Home care, older people' : null,
  recordedAt: noon('2025-10-02'),
  recordedBy: { oid: ids.decider, label },
})

describe('what of a saving is cash', () => {
  test('is nothing until somebody wrote down which budget fell', () => {
    const none = { pencePerYear: 0, falls: [] }
    expect(cashSentence(none)).toContain('None of it is cash')
    expect(cashRows(none, '')).toEqual([])
  })

  test('says which budget, by how much, since when and by whose word', () => {
    const two = { pencePerYear: 9_400_000, falls: [fall(1, 'Sam Weir'), fall(2, null)] }
    expect(cashSentence(two)).toContain('2 budgets fell, by £94,000 a year in all.')
    expect(cashRows(two, '').map(({ budget, amount, detail }) => [budget, amount, detail.replaceAll('\u00a0', ' ')])).toEqual([
      ['Home care, older people', '£47,000 a year', 'from 1 October 2025, by the word of Sam Weir'],
      ['A budget without a name', '£47,000 a year', 'from 1 October 2025, by the word of someone who has left'],
    ])
  })

  test('speaks to whoever recorded it as such', () => {
    expect(cashRows({ pencePerYear: 1, falls: [fall(1, 'Sam Weir')] }, ids.decider)[0]?.detail).toContain('by your own word')
  })
})

describe('the form of a budget', () => {
  const today = day('2025-12-01')
  const typed = (words: Record<string, string>) => readFields(budgetFields, words, today)

  test('sends what was typed, in pence', () => {
    const { answers, faults } = typed({ budget: 'Home care', pencePerYear: '£47,000', fellOn: '1 October' })
    expect(faults).toEqual({})
    expect(budgetRecordOf(answers)).toEqual({ of: 'fall', budget: 'Home care', pencePerYear: 4_700_000, fellOn: '2025-10-01' })
  })

  test('says what is missing or still to come, box by box', () => {
    expect(Object.keys(typed({ fellOn: '1 October 2026' }).faults)).toEqual(['budget', 'pencePerYear', 'fellOn'])
  })
})
