import { describe, expect, test } from 'vitest'
import { afterFunding, checkInsToCome, followsUp, handings, isEndNear } from '#domain/afterFunding.ts'
import type { Role } from '#domain/permissions.ts'
import { day } from '#domain/plainDate.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, caseIdOf, ids, supported, trading } from '../builders.ts'

// The money ends on 31 December 2015. `trading()` began on 1 March 2015: 1 September 2015 is before that, 1 March 2016 and 2017 after.
const terms = {
  period: { from: day('2014-01-01'), to: day('2015-12-31') },
  followUpUntil: null,
  followUpBy: 'person',
  followUpPerson: ids.payer,
} as const

const cases = (...stories: Journey[]) => stories.map((story, place) => ({ caseId: caseIdOf(place), supportCase: story.asAt() }))
const assigned = (story: Journey) => story.happened('assigned', '2015-03-01', { catalyst: ids.catalyst })

describe('what comes after the money', () => {
  test('is counted month by month, with the two-year check-ins among it', () => {
    const story = trading().answered(6, '2015-09-03')
    const other = supported().began('2015-03-20')
    expect(afterFunding(cases(story, other), terms, day('2015-10-01'))).toEqual({
      endsOn: '2015-12-31',
      checkIns: 4,
      twoYear: 2,
      twoYearWithoutOwner: 0,
      months: [
        { month: '2016-03', checkIns: 2, twoYear: 0 },
        { month: '2017-03', checkIns: 2, twoYear: 2 },
      ],
      lastOn: '2017-03-20',
      // 25 months after 20 March 2015.
      followUpUntil: '2017-04-20',
      startsBeyond: '2013-12-31',
    })
  })

  test('is nothing in a new programme, which says from which start on it will be something', () => {
    expect(afterFunding([], terms, day('2014-01-01'))).toMatchObject({ checkIns: 0, twoYear: 0, months: [], startsBeyond: '2013-12-31' })
  })

  test('leaves out who stopped, who left, who was a duplicate, and what was answered or missed', () => {
    const left = [
      trading().stopped('2015-06-01'),
      trading().leftSight('2015-06-01'),
      trading().happened('merged-into', '2015-06-01', { into: ids.grant }),
      anEnquiry().declined('2015-01-20'),
      trading().answered(6, '2015-09-03').missed(12, '2016-03-30').answered(24, '2017-03-03'),
    ]
    expect(afterFunding(cases(...left), terms, day('2015-10-01')).checkIns).toBe(0)
  })

  test('leaves out a check-in that a later one has overtaken', () => {
    // On 2 March 2016 the check-in of 1 September 2015 is not asked any more.
    const months = (today: string) => checkInsToCome(cases(trading()), terms, day(today)).map(({ month }) => month)
    expect(months('2016-02-29')).toEqual([6, 12, 24])
    expect(months('2016-03-01')).toEqual([12, 24])
  })
})

describe('who makes a check-in', () => {
  const ownersBy = (change: object, story = assigned(trading())) =>
    checkInsToCome(cases(story), { ...terms, ...change }, day('2015-06-01')).map(({ owner: { by } }) => by)

  test('is the catalyst until the money ends, and then whoever the settings name', () => {
    expect(ownersBy({})).toEqual(['catalyst', 'person', 'person'])
    expect(ownersBy({ followUpBy: 'council-team' })).toEqual(['catalyst', 'council-team', 'council-team'])
    expect(ownersBy({ followUpBy: 'nobody' })).toEqual(['catalyst', 'nobody', 'nobody'])
  })

  test('is nobody where none works with them, or where the follow-up is over by then', () => {
    expect(ownersBy({}, trading())).toEqual(['nobody', 'person', 'person'])
    expect(ownersBy({ followUpUntil: day('2016-12-31') })).toEqual(['catalyst', 'person', 'nobody'])
    expect(afterFunding(cases(trading()), { ...terms, followUpUntil: day('2016-12-31') }, day('2015-06-01'))).toMatchObject({
      twoYear: 1,
      twoYearWithoutOwner: 1,
    })
  })
})

test('the end is near from six months before the money ends', () => {
  expect([isEndNear(terms, day('2015-06-29')), isEndNear(terms, day('2015-06-30'))]).toEqual([false, true])
})

describe('handing records over', () => {
  const open = [assigned(trading()), trading().paused('2015-06-01'), anEnquiry(), supported()]
  const over = [trading().stopped('2015-06-01'), anEnquiry().declined('2015-01-20'), anEnquiry().advisedOnly('2015-01-20')]

  test('takes every open record and none that is over', () => {
    expect(handings(cases(...open, ...over), [ids.payer]).map(({ caseId }) => caseId)).toEqual([0, 1, 2, 3].map(caseIdOf))
  })

  test('shares them out in turn among several', () => {
    expect(handings(cases(...open), [ids.payer, ids.decider]).map(({ to }) => to)).toEqual([ids.payer, ids.decider, ids.payer, ids.decider])
  })

  test('leaves what one of them has, so that doing it again changes nothing', () => {
    const handed = open.map(story => story.happened('assigned', '2016-01-01', { catalyst: ids.payer }))
    expect(handings(cases(...handed), [ids.payer, ids.decider])).toEqual([])
  })

  test('hands nothing to nobody', () => {
    expect(handings(cases(...open), [])).toEqual([])
  })
})

describe('who follows up after the money', () => {
  const isTheirs = (named: Partial<typeof terms> | object, roles: readonly Role[], person: string = ids.payer) =>
    followsUp({ ...terms, ...named }, { person, roles })

  test('is the person whom the settings name, whatever their role, and nobody else', () => {
    expect(isTheirs({}, ['payer'])).toBe(true)
    expect(isTheirs({}, ['follow-up-owner'], ids.decider)).toBe(false)
  })

  test('is whoever has that role where no member is named', () => {
    for (const named of [{ followUpPerson: null }, { followUpBy: 'council-team' }, { followUpBy: 'nobody' }]) {
      expect(isTheirs(named, ['follow-up-owner'])).toBe(true)
      expect(isTheirs(named, ['catalyst'])).toBe(false)
    }
  })
})
