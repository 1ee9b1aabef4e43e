import { describe, expect, test } from 'vitest'
import type { Cohort, ComparedGroup } from '#domain/cohortSchemas.ts'
import {
  compareDescription,
  comparedDay,
  compareTitle,
  groupName,
  groupRows,
  groupShare,
  namedGroups,
  sayP,
  testSentences,
} from '#tab/cohorts/compareWords.ts'
import { at } from './cohortExample.ts'

const areas = [
  { id: 'west', name: 'Abbot’s Moor' },
  { id: 'east', name: 'Zeal' },
]
const groupOf = (group: string, n: number, two: number | null = 0.8): ComparedGroup => ({
  group,
  n,
  ended: 4,
  notWorking: 1,
  at: [at(365, 0.9, 0.8, 0.95, 30), at(730, two, two && two - 0.1, two && two + 0.1, 20)],
})
const compared: NonNullable<Cohort['compared']> = {
  by: 'area',
  groups: [groupOf('-', 25, 0.99), groupOf('east', 40, 0.9), groupOf('west', 12, 0.2)],
  logRank: { kind: 'nothing-ended' },
  withinYears: null,
}

describe('groups side by side, in words', () => {
  test('stand in the order of their names and never by how they did, the unknown last', () => {
    expect(namedGroups(compared, areas).map(({ name }) => name)).toEqual(['Abbot’s Moor', 'Zeal', 'Area not said'])
  })

  test('have names that people know', () => {
    expect(groupName('form', 'sole_trader', areas)).toBe('Self-employed')
    expect(groupName('service', 'dog-walking', areas)).toBe('Dog walking')
    expect(groupName('year', '2015', areas)).toBe('2015')
    expect(groupName('area', 'gone-north', areas)).toBe('Gone north')
    expect(groupName('form', '-', areas)).toBe('No form yet')
  })

  test('have a share with its range, and none under twenty or before its time', () => {
    expect(groupShare(groupOf('east', 40, 0.855), 730)).toBe('86% (76 to 96)')
    expect(groupShare(groupOf('east', 19), 730)).toBe('too few')
    expect(groupShare(groupOf('east', 40, null), 730)).toBe('not yet')
  })

  test('are drawn at two years, or at one where nobody enough can be read at two', () => {
    expect(comparedDay(compared)).toBe(730)
    expect(comparedDay({ ...compared, groups: [groupOf('east', 40, null), groupOf('west', 12)] })).toBe(365)
    const named = namedGroups(compared, areas)
    expect(groupRows(named, 730).map(({ share }) => share)).toEqual([null, 0.9, 0.99])
    expect(compareDescription(named, 730)).toContain('Still trading after two years: Abbot’s Moor too few, Zeal 90%')
  })

  test('the title says what stands there, and nothing on who did best', () => {
    expect(compareTitle(compared)).toBe('Areas, side by side')
    expect(compareTitle(null)).toBe('Areas, legal forms, services or years')
  })
})

describe('what the log-rank test says', () => {
  const groups = [{ group: 'east', n: 40, ended: 14, expected: 12.3 }]

  test('a p is never 0, and never read as proof that groups are alike', () => {
    expect([sayP(0.0004), sayP(0.0449), sayP(0.71)]).toEqual(['less than 0.001', '0.045', '0.710'])
    expect(testSentences({ kind: 'worked-out', chiSquare: 0.138, degrees: 1, p: 0.71, groups }).join(' ')).toBe(
      'Chi-square 0.14 on 1 degree of freedom, p = 0.710, on 14 that stopped. There is no evidence of a difference. That does not show that there is none: with few stops only large ones can be seen.',
    )
    expect(testSentences({ kind: 'worked-out', chiSquare: 25.4, degrees: 3, p: 0.00001, groups }).join(' ')).toContain(
      'on 3 degrees of freedom, p less than 0.001, on 14 that stopped. Differences as large as these would be rare',
    )
  })

  test.each([
    [{ kind: 'nothing-ended' }, /nothing to test/],
    [{ kind: 'too-few-ended', ended: 4 }, /Only 4 have stopped/],
    [{ kind: 'one-group-at-risk' }, /only one group was still followed/],
    [{ kind: 'no-chance-left' }, /stopped on one day/],
    [{ kind: 'groups-overlap' }, /groups overlap/],
  ] as const)('where it says nothing it says why: %o', (answer, words) => {
    const said = testSentences(answer).join(' ')
    expect(said).toMatch(words)
    expect(said).not.toMatch(/p =|p less/)
  })
})
