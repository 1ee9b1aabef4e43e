import { describe, expect, test } from 'vitest'
import { checkStandings, seenCheckStandings, tierOf } from '#domain/checkStandings.ts'
import type { DbsCheck } from '#domain/dbs.ts'
import { dbsStanding, notRecorded } from '#domain/dbs.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { Journey } from '../builders.ts'
import { ids, journey, noon, supported, trading } from '../builders.ts'

const on = (date: string, story: Journey) => checkStandings(story.asAt(date), undefined, defaultRules, day(date))
const insurance = (date: string, story: Journey) => on(date, story).find(({ check }) => check === 'public-liability')

describe('insurance until 19 February 2016', () => {
  // 19 February 2016 less 60 days is 21 December 2015 (19 in February, 31 in January, 10 in December).
  test.each([
    ['2015-12-20', 'holds', 61],
    ['2015-12-21', 'soon', 60],
    ['2016-02-12', 'soon', 7],
    ['2016-02-19', 'soon', 0],
    ['2016-02-20', 'ran-out', -1],
  ] as const)('on %s it %s, with %i days left', (date, state, daysLeft) => {
    expect(insurance(date, trading())).toMatchObject({ state, daysLeft, until: '2016-02-19', neededToList: true })
  })
})

describe('what has no end date', () => {
  const trained = trading().happened('check-seen', '2015-02-20', { check: 'safeguarding-training' })
  const training = (date: string) => on(date, trained).find(({ check }) => check === 'safeguarding-training')

  test('is looked at again after so many months as the programme says, and never runs out', () => {
    // 36 months after 20 February 2015.
    expect(training('2015-03-01')).toMatchObject({ state: 'holds', until: '2018-02-20' })
    expect(training('2018-02-21')).toMatchObject({ state: 'look-again' })
  })

  test('holds for good where the programme gives no months', () => {
    const shown = trading().happened('check-seen', '2015-02-20', { check: 'hmrc-evidence' })
    expect(on('2024-01-01', shown).find(({ check }) => check === 'hmrc-evidence')).toMatchObject({ state: 'holds', until: undefined })
  })
})

describe('how much can go wrong', () => {
  test('a community activity asks for the least, and one that must register for the most', () => {
    const club = journey().enquired('2015-01-05', { ventureKind: 'community-activity' }).accepted('2015-01-20')
    expect(tierOf(club.asAt())).toBe('everyone')
    expect(tierOf(supported().asAt())).toBe('in-the-home')
    expect(tierOf(supported().cqcCheck('2015-02-01', 'required').asAt())).toBe('regulated')
  })

  test('a check of a higher tier is not wanted, and shows once it was seen', () => {
    const wanted = (story: Journey) => on('2015-06-01', story).find(({ check }) => check === 'employers-liability')
    expect(wanted(supported())).toBeUndefined()
    expect(wanted(supported().happened('check-seen', '2015-02-01', { check: 'employers-liability' }))).toMatchObject({ wanted: false })
  })
})

test('those that were seen are the same with and without what is missing, in the same order', () => {
  const seen = [
    trading()
      .happened('check-seen', '2015-02-20', { check: 'hmrc-evidence' })
      .happened('check-seen', '2015-02-20', { check: 'kitchen-visit' }),
    trading(),
    supported(),
  ]
  const dbs = { people: 1, seenOn: day('2015-03-01'), lookAgainOn: day('2016-03-01'), settled: true }
  for (const story of seen) {
    for (const standing of [undefined, dbs, { ...dbs, settled: false }]) {
      const date = day('2016-02-20')
      const all = checkStandings(story.asAt(date), standing, defaultRules, date)
      const withoutMissing = all.filter(({ state }) => state !== 'missing')
      expect(seenCheckStandings(story.asAt(date), standing, defaultRules, date)).toEqual(withoutMissing)
    }
  }
})

test('a check of the programme’s own stands beside the known ones', () => {
  const rules = { checks: [{ check: 'kitchen-visit', tier: 'everyone', hasEnd: false, lookAgainMonths: 12, neededToList: true }] } as const
  const [first] = checkStandings(supported().asAt(), undefined, rules, day('2015-06-01'))
  expect(first).toMatchObject({ check: 'kitchen-visit', state: 'missing', neededToList: true })
})

describe('DBS checks', () => {
  const seen = (id: string, of: DbsCheck['of'], seenOn: string, lookAgainOn: string | null, decision: DbsCheck['decision'] = 'go-on') =>
    ({ id, of, level: 'enhanced', issuedOn: null, seenOn, seenBy: ids.catalyst, decision, lookAgainOn }) as DbsCheck

  test('the first day to look again counts, over everyone who works in it', () => {
    expect(dbsStanding([seen('1', 'owner', '2026-02-12', '2029-02-12'), seen('2', 'worker', '2026-03-01', '2028-03-01')])).toEqual({
      seenOn: '2026-03-01' as PlainDate,
      lookAgainOn: '2028-03-01' as PlainDate,
      people: 2,
      settled: true,
    })
  })

  test('the owner’s newer check takes the place of the older one', () => {
    const standing = dbsStanding([seen('1', 'owner', '2026-02-12', '2026-05-01', 'wait'), seen('2', 'owner', '2026-04-01', '2029-04-01')])
    expect(standing).toMatchObject({ people: 1, lookAgainOn: '2029-04-01', settled: true })
  })

  test('of two on one day what was typed in last counts, in whatever order they come', () => {
    const slip = { ...seen('1', 'owner', '2026-02-12', null, 'not-suitable'), recordedAt: noon('2026-02-12') }
    const right = { ...seen('2', 'owner', '2026-02-12', null, 'go-on'), recordedAt: noon('2026-02-13') }
    expect(dbsStanding([slip, right])?.settled).toBe(true)
    expect(dbsStanding([right, slip])?.settled).toBe(true)
  })

  test('a later day from a spreadsheet, which decides nothing, takes no decision’s place', () => {
    const decided = seen('1', 'owner', '2026-02-12', '2029-02-12', 'not-suitable')
    const fromSheet = { ...seen('2', 'owner', '2026-04-01', null), level: notRecorded, decision: notRecorded } as const
    expect(dbsStanding([fromSheet, decided])).toEqual(dbsStanding([decided]))
    // Of two that decide nothing the newer one stands.
    expect(dbsStanding([fromSheet, { ...fromSheet, id: '3', seenOn: day('2026-05-01') }])?.seenOn).toBe('2026-05-01')
  })

  test('one who may not go on leaves it unsettled', () => {
    expect(dbsStanding([seen('1', 'owner', '2026-02-12', null), seen('2', 'worker', '2026-03-01', null, 'not-suitable')])?.settled).toBe(
      false,
    )
  })

  test('with none there is nothing to stand on', () => {
    expect(dbsStanding([])).toBeUndefined()
  })
})
