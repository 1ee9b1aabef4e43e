import { describe, expect, test } from 'vitest'
import type { SettledQuestion } from '#domain/cohort.ts'
import { cohortFigures } from '#domain/cohort.ts'
import type { CaseFacts } from '#domain/cohortMembers.ts'
import { membersOf } from '#domain/cohortMembers.ts'
import { day } from '#domain/plainDate.ts'
import type { Journey } from '../builders.ts'
import { caseIdOf, journey, noon, supported, trading } from '../builders.ts'

const costPence = 135_000_00
const casesOf = (stories: readonly Journey[]): CaseFacts[] => stories.map(({ facts }, place) => ({ caseId: caseIdOf(place + 1), facts }))

const asked = (question: Partial<SettledQuestion> = {}): SettledQuestion => ({ asAt: day('2018-06-30'), by: 'enquiry', ...question })

describe('who is in a cohort', () => {
  const of = (enquired: string, area: string | undefined, began?: string) => {
    const story = journey().enquired(enquired, { area }).accepted(enquired)
    return began === undefined ? story : story.began(began)
  }
  const stories = [
    of('2015-01-01', 'north', '2015-06-30').constituted('2015-02-01', 'cic'),
    of('2015-01-31', 'north').happened('form-chosen', '2015-02-01', { form: 'cic' }),
    of('2015-02-01', 'south', '2016-07-01').constituted('2015-02-10'),
    of('2015-12-31', undefined, '2016-01-01').constituted('2016-01-10').constituted('2017-01-10', 'cic'),
  ]

  /** The places of those who are in it, from 1. */
  const chosen = (question: Partial<SettledQuestion>) =>
    membersOf(casesOf(stories), asked(question)).map(({ caseId }) => Number(caseId.slice(-2)))

  test('everyone who enquired on or before the day, where nothing is asked', () => {
    expect(chosen({})).toEqual([1, 2, 3, 4])
    expect(chosen({ asAt: day('2015-01-31') })).toEqual([1, 2])
    expect(chosen({ asAt: day('2014-12-31') })).toEqual([])
  })

  test('by the day of the enquiry: the first and the last day of the range are in it', () => {
    expect(chosen({ from: day('2015-01-31'), to: day('2015-02-01') })).toEqual([2, 3])
    expect(chosen({ from: day('2015-02-02') })).toEqual([4])
    expect(chosen({ to: day('2015-01-30') })).toEqual([1])
  })

  test('by the day trading began: those that never began are not in it', () => {
    expect(chosen({ by: 'trading' })).toEqual([1, 3, 4])
    expect(chosen({ by: 'trading', from: day('2016-01-01'), to: day('2016-06-30') })).toEqual([4])
    expect(chosen({ by: 'trading', asAt: day('2016-06-30') })).toEqual([1, 4])
  })

  test('by area', () => {
    expect(chosen({ area: 'north' })).toEqual([1, 2])
    expect(chosen({ area: 'east' })).toEqual([])
  })

  test('by the legal form it had, or had chosen, on the day', () => {
    expect(chosen({ form: 'cic' })).toEqual([1, 2, 4])
    expect(chosen({ form: 'cic', asAt: day('2016-12-31') })).toEqual([1, 2])
    expect(chosen({ form: 'sole_trader', asAt: day('2016-12-31') })).toEqual([3, 4])
  })

  test('the cost of the whole programme is not divided by a part of it', () => {
    const cost = (question: Partial<SettledQuestion>) => cohortFigures(casesOf(stories), asked(question), costPence).cost
    expect(cost({}).perSetUp).toBe(45_000_00) // three are set up
    for (const part of [
      { area: 'north' },
      { form: 'cic' },
      { from: day('2015-01-01') },
      { to: day('2016-01-01') },
      { by: 'trading' },
    ] as const)
      expect(cost(part)).toMatchObject({ pence: costPence, perSetUp: null, perSetUpOrAdvised: null, perJob: null, perPerson: null })
  })
})

describe('the same question asked again', () => {
  // Everything so far was written down by 30 April 2017.
  const before = [
    trading().answered(6, '2015-09-03').told('2015-09-03', { jobs: 2 }),
    trading().answered(6, '2015-09-03').answered(12, '2016-03-03').answered(24, '2017-03-03'),
    trading().stopped('2015-06-01'),
    supported().granted('2015-02-01'),
  ] as const
  const [lost, going, stopped, granted] = before
  const question = asked({ asAt: day('2017-04-30'), knownAt: noon('2017-04-30') })
  const bytes = (stories: readonly Journey[], of = question) => JSON.stringify(cohortFigures(casesOf(stories), of, costPence))
  const answer = bytes(before)

  const later = {
    'a late answer, written down in June': [lost.writtenOn('2017-06-01').answered(12, '2016-03-05'), going, stopped, granted],
    'a stop taken back': [lost, going, stopped.writtenOn('2017-06-01').takenBack('stopped'), granted],
    'the day trading began put right': [lost, going.writtenOn('2017-06-01').putRight('trading-began', '2015-02-20'), stopped, granted],
    'the jobs put right': [lost.writtenOn('2017-06-01').putRight('care-return', '2015-09-03', { jobs: 3 }), going, stopped, granted],
    'an enterprise that enquired then and was written in later': [...before, journey().writtenOn('2017-06-01').enquired('2016-01-01')],
    'a grant taken back': [lost, going, stopped, granted.writtenOn('2017-06-01').takenBack('grant-decided')],
  } as const satisfies Record<string, readonly Journey[]>

  test.each(Object.entries(later))('has the same answer, as known then, after %s', (_, stories) => {
    expect(bytes(stories)).toBe(answer)
  })

  test.each(Object.entries(later))('and another one by what is known now, after %s', (_, stories) => {
    expect(bytes(stories, { ...question, knownAt: undefined })).not.toBe(answer)
  })

  test('a correction counts from the instant at which it was written, for every day asked about', () => {
    const takenBack = [stopped.writtenOn('2017-06-01').takenBack('stopped')]
    const ended = (asAt: string, knownAt: string) =>
      cohortFigures(casesOf(takenBack), asked({ asAt: day(asAt), knownAt: noon(knownAt) }), 0).survival.ended
    expect(ended('2016-01-01', '2017-05-31')).toBe(1)
    expect(ended('2016-01-01', '2017-06-01')).toBe(0)
    expect(ended('2015-05-31', '2017-05-31')).toBe(0)
  })

  test('an area and a legal form are known from when they were written down', () => {
    const moved = supported().writtenOn('2017-06-01').putRight('enquired', '2015-01-05', { reference: 'LM-001', area: 'north' })
    const north = (knownAt: string) => membersOf(casesOf([moved]), asked({ area: 'north', knownAt: noon(knownAt) })).length
    expect([north('2017-05-31'), north('2017-06-01')]).toEqual([0, 1])
    const formed = supported().writtenOn('2017-06-01').constituted('2015-02-10', 'cic')
    const cics = (knownAt: string) => membersOf(casesOf([formed]), asked({ form: 'cic', knownAt: noon(knownAt) })).length
    expect([cics('2017-05-31'), cics('2017-06-01')]).toEqual([0, 1])
  })

  test('as at a day, nothing that happened later counts, though it is known', () => {
    const { parts } = cohortFigures(casesOf([going]), asked({ asAt: day('2016-03-02') }), 0)
    expect(parts[1]).toMatchObject({ months: 12, due: 1, awaited: 1, trading: 0 })
  })
})
