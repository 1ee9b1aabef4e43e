import { describe, expect, test } from 'vitest'
import { inDateOf, memberOf, membershipOf, together } from '#domain/consortia.ts'
import type { DbsStanding } from '#domain/dbs.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { toMinutes } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { supported, trading } from '../builders.ts'

const moor = 'moor-carers'
const joined = (story: Journey, on: string, code = moor) =>
  story.happened('attribute', on, { attribute: 'joined-consortium', codes: [code] })
const left = (story: Journey, on: string, code = moor) => story.happened('attribute', on, { attribute: 'left-consortium', codes: [code] })
const memberAt = (story: Journey, date: string, dbs?: DbsStanding) =>
  memberOf(story.asAt(date), moor, { rules: defaultRules, dbs, today: day(date) })

describe('a membership', () => {
  const of = (story: Journey) => membershipOf(story.asAt().attributes, moor)

  test('begins on the day it was joined, and ends on the day it was left', () => {
    expect(of(trading())).toBeUndefined()
    expect(of(joined(trading(), '2015-05-01'))).toEqual({ joinedOn: '2015-05-01', leftOn: undefined })
    expect(of(left(joined(trading(), '2015-05-01'), '2015-09-01'))).toEqual({ joinedOn: '2015-05-01', leftOn: '2015-09-01' })
  })

  test('of one that came back begins anew; joined twice without leaving, it began the first time', () => {
    const back = joined(left(joined(trading(), '2015-05-01'), '2015-09-01'), '2015-11-01')
    expect(of(back)).toEqual({ joinedOn: '2015-11-01', leftOn: undefined })
    expect(of(joined(joined(trading(), '2015-05-01'), '2015-06-01'))).toEqual({ joinedOn: '2015-05-01', leftOn: undefined })
  })

  test('of one consortium says nothing of another, and leaving one that was never joined is no membership', () => {
    expect(of(joined(trading(), '2015-05-01', 'coast'))).toBeUndefined()
    expect(of(left(trading(), '2015-05-01'))).toBeUndefined()
  })
})

test.each([
  ['holds', 'in-date'],
  ['soon', 'in-date'],
  ['ran-out', 'look-again'],
  ['look-again', 'look-again'],
  ['undecided', 'look-again'],
  ['missing', 'not-known'],
] as const)('a check that %s is told as %s', (state, told) => {
  expect(inDateOf({ state })).toBe(told)
})

test('a check that nobody asks for, and nobody saw, is not known', () => {
  expect(inDateOf(undefined)).toBe('not-known')
})

describe('a member', () => {
  // Insured until 19 February 2016; numbers are good for twelve months.
  const member = joined(trading(), '2015-05-01')
    .happened('services-offered', '2015-05-01', { services: ['meals'] })
    .told('2015-06-01', { minutesPerWeek: toMinutes(600) })

  test('brings its services, its hours while they are fresh, and whether its checks are in date', () => {
    expect(memberAt(member, '2015-07-01')).toEqual({
      joinedOn: '2015-05-01',
      leftOn: undefined,
      isMember: true,
      services: ['meals'],
      minutesPerWeek: 600,
      insurance: 'in-date',
      dbs: 'not-known',
    })
    // Past 19 February and past 1 June 2016.
    expect(memberAt(member, '2016-06-02')).toMatchObject({ minutesPerWeek: undefined, insurance: 'look-again' })
  })

  test('has its DBS check told in three words, and nothing of what was decided', () => {
    const seen = { seenOn: day('2015-04-01'), lookAgainOn: day('2018-04-01'), people: 1 }
    expect(memberAt(member, '2015-07-01', { ...seen, settled: true })).toMatchObject({ dbs: 'in-date' })
    expect(memberAt(member, '2015-07-01', { ...seen, settled: false })).toMatchObject({ dbs: 'look-again' })
  })

  test('that left, or whose record ended, is no member any more; one that never joined is not there', () => {
    expect(memberAt(left(member, '2015-09-01'), '2015-09-02')).toMatchObject({ isMember: false, leftOn: '2015-09-01' })
    expect(memberAt(member.stopped('2015-09-01'), '2015-09-02')).toMatchObject({ isMember: false, leftOn: undefined })
    expect(memberAt(trading(), '2015-09-02')).toBeUndefined()
    expect(
      memberAt(member.happened('merged-into', '2015-09-01', { into: 'd0000000-0000-4000-8000-000000000001' }), '2015-09-02'),
    ).toBeUndefined()
  })

  test('counts together with the others: each service once, and the hours of those whose hours are known', () => {
    const other = joined(supported(), '2015-05-02').happened('services-offered', '2015-05-02', { services: ['meals', 'company'] })
    const gone = left(member, '2015-06-10')
    const members = [member, other, gone].flatMap(story => memberAt(story, '2015-07-01') ?? [])
    // 600 minutes of the first; the second was never asked; the third has left.
    expect(together(members)).toEqual({ members: 2, services: ['company', 'meals'], minutesPerWeek: 600, withHours: 1 })
  })
})
