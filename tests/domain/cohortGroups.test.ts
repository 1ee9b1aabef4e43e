import { describe, expect, test } from 'vitest'
import { cohortFigures } from '#domain/cohort.ts'
import { cohortQuestionSchema } from '#domain/cohortSchemas.ts'
import type { CompareBy } from '#domain/comparing.ts'
import { day } from '#domain/plainDate.ts'
import type { Journey } from '../builders.ts'
import { caseIdOf, journey, supported } from '../builders.ts'

const compared = (stories: readonly Journey[], compare: CompareBy, asAt = '2018-06-30') =>
  cohortFigures(
    stories.map(({ facts }, place) => ({ caseId: caseIdOf(place + 1), facts })),
    { asAt: day(asAt), by: 'enquiry', compare },
    0,
  ).compared

const began = (area: string | undefined, on: string) => journey().enquired('2015-01-05', { area }).accepted('2015-01-20').began(on)

// In the north three stop in their first hundred days; in the south three in their second year; all else is heard of to the end.
const north = [90, 60, 30].map(after => began('north', '2015-03-01').stopped(`2015-0${3 + after / 30}-01`))
const south = ['2016-06-01', '2016-07-01', '2016-08-01'].map(on => began('south', '2015-03-01').stopped(on, 'planned'))

describe('groups side by side', () => {
  test('have each its counts, of those that stopped which were not working, and its share after one year', () => {
    const { groups } = compared([...north, ...south, began(undefined, '2016-03-01')], 'area') ?? { groups: [] }
    expect(groups.map(({ group, n, ended, notWorking, at }) => [group, n, ended, notWorking, at[0]?.share])).toEqual([
      ['-', 1, 0, 0, null], // lost touch at once: followed on the first day alone
      ['north', 3, 3, 3, null], // nobody is left to follow after the last stop
      ['south', 3, 3, 0, 1],
    ])
  })

  test('say whether they differ by more than chance', () => {
    // North stops on days 31, 61 and 92, all six at risk at first: expected 3/6 + 2/5 + 1/4 = 1.15, variance 0.25 + 0.24 + 0.1875 = 0.6775.
    // Chi-square 1.85² / 0.6775 = 5.0517.
    expect(compared([...north, ...south], 'area')?.logRank).toMatchObject({
      kind: 'worked-out',
      degrees: 1,
      chiSquare: expect.closeTo(5.0517, 4),
    })
    // All began in one year, so within it the answer is the same.
    expect(compared([...north, ...south], 'area')?.withinYears).toMatchObject({ chiSquare: expect.closeTo(5.0517, 4) })
    expect(compared(north, 'area')?.logRank).toEqual({ kind: 'one-group-at-risk' })
    expect(compared([...north.slice(1), ...south.slice(1)], 'area')?.logRank).toEqual({ kind: 'too-few-ended', ended: 4 })
  })

  test('by year they began, which is not tested within itself', () => {
    const years = compared([began('north', '2015-03-01'), began('north', '2016-03-01')], 'year')
    expect(years?.groups.map(({ group, n }) => [group, n])).toEqual([
      ['2015', 1],
      ['2016', 1],
    ])
    expect(years).toMatchObject({ logRank: { kind: 'nothing-ended' }, withinYears: null })
  })

  test('by the legal form they had when they began, not by a later one, which may come of having lasted', () => {
    const story = supported().constituted('2015-02-10').began('2015-03-01').constituted('2016-02-10', 'cic')
    const later = supported().began('2015-03-01').constituted('2015-04-10', 'cic')
    expect(compared([story, later], 'form')?.groups.map(({ group, n }) => [group, n])).toEqual([
      ['-', 1],
      ['sole_trader', 1],
    ])
  })

  test('by service: one that offers two stands with both, and no test is made', () => {
    const story = began('north', '2015-03-01').happened('services-offered', '2015-03-02', { services: ['company', 'respite'] })
    const { groups, logRank } = compared([story, began('north', '2015-03-01')], 'service') ?? { groups: [] }
    expect(groups.map(({ group, n }) => [group, n])).toEqual([
      ['-', 1],
      ['company', 1],
      ['respite', 1],
    ])
    expect(logRank).toEqual({ kind: 'groups-overlap' })
  })

  test('are not worked out where nobody asks', () => {
    expect(cohortFigures([], { asAt: day('2018-06-30'), by: 'enquiry' }, 0).compared).toBeNull()
    expect(compared([], 'area')?.groups).toEqual([])
  })
})

test('nobody can ask for catalysts side by side', () => {
  expect(cohortQuestionSchema.safeParse({ compare: 'catalyst' }).success).toBe(false)
  expect(cohortQuestionSchema.safeParse({ compare: 'area' }).success).toBe(true)
})
