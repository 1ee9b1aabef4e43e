import { describe, expect, test } from 'vitest'
import type { SettledQuestion } from '#domain/cohort.ts'
import { cohortFigures } from '#domain/cohort.ts'
import type { CaseFacts } from '#domain/cohortMembers.ts'
import { membersOf } from '#domain/cohortMembers.ts'
import { figureLines } from '#domain/cohortLines.ts'
import { day } from '#domain/plainDate.ts'
import { toMinutes } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, caseIdOf, journey, supported, trading } from '../builders.ts'

const costPence = 135_000_00

const casesOf = (stories: readonly Journey[]): CaseFacts[] => stories.map(({ facts }, place) => ({ caseId: caseIdOf(place + 1), facts }))

const question = (asAt: string): SettledQuestion => ({ asAt: day(asAt), by: 'enquiry' })

const figuresOf = (stories: readonly Journey[], asAt: string) => cohortFigures(casesOf(stories), question(asAt), costPence)

const told = (jobs: number | undefined, minutes: number, people: number) => ({ jobs, minutesPerWeek: toMinutes(minutes), people })

/*
 * Twelve enquiries, as at 30 April 2017. A to D and K began on 1 March 2015: due on 1 September 2015, 1 March 2016 and 1 March 2017.
 * Their days: 1 June 2015 = 92, 1 September = 184, 1 October = 214, 1 March 2016 = 366, 1 March 2017 = 731.
 */
const twelve = {
  A: trading()
    .cqcCheck('2015-02-12', 'required')
    .registration('2015-02-25', 'registered')
    .granted('2015-02-15', 300_00)
    .paid('2015-02-18', 300_00)
    .answered(6, '2015-09-02')
    .answered(12, '2016-03-02')
    .answered(24, '2017-03-02')
    .told('2017-03-05', told(2, 1200, 5)),
  B: trading()
    .told('2015-05-01', told(1, 600, 2))
    .stopped('2015-06-01', 'took-job'),
  C: trading().leftSight('2015-10-01'),
  D: trading()
    .answered(6, '2015-09-03')
    .told('2015-09-03', told(1, 300, 1)),
  E: journey().enquired('2016-11-01').accepted('2016-11-10').began('2017-01-10'),
  F: journey()
    .began('2012-06-01')
    .constituted('2012-06-01')
    .enquired('2015-01-05')
    .accepted('2015-01-20', 'existing')
    .told('2017-02-01', told(4, 2400, 8)),
  G: anEnquiry().advisedOnly('2015-01-09'),
  H: anEnquiry().declined('2015-01-09'),
  I: supported().ideaAgreed('2015-02-01').stopped('2015-03-01', 'took-job'),
  J: supported().cqcCheck('2015-02-01', 'reported-needed').granted('2015-02-15', 200_00),
  K: trading()
    .answered(6, '2015-09-02')
    .paused('2016-02-01')
    .told('2016-04-29', told(1, 120, 1))
    .resumed('2016-06-01')
    .answered(24, '2017-03-05'),
  L: journey()
    .enquired('2016-01-05')
    .accepted('2016-01-20')
    .began('2016-04-10')
    .told('2016-04-30', told(undefined, 60, 1))
    .answered(6, '2016-10-12'),
}
const stories = Object.values(twelve)
const figures = figuresOf(stories, '2017-04-30')

describe('the plain counts of twelve enquiries', () => {
  test('of everyone who enquired, advised only and declined among them; registered of those needing it', () => {
    // Idea: A, B, C, D, I, K. Set up: A, B, C, D, F, K. Needing it: A, J. Trading: all but G, H, I, J.
    expect(figures.funnel).toEqual([
      { step: 'enquired', count: 12, of: 12 },
      { step: 'idea-agreed', count: 6, of: 12 },
      { step: 'constituted', count: 6, of: 12 },
      { step: 'registration-needed', count: 2, of: 12 },
      { step: 'registered', count: 1, of: 2 },
      { step: 'granted', count: 2, of: 12 },
      { step: 'trading', count: 8, of: 12 },
    ])
    expect(figures).toMatchObject({ n: 12, advisedOnly: 1, declined: 1, grantedPence: 500_00 })
  })

  test('one registered though no check said so is among those needing it, so that no more are registered than need it', () => {
    const unasked = figuresOf([supported().registration('2015-06-01', 'registered'), supported()], '2016-01-01').funnel
    expect(unasked.filter(({ step }) => step.startsWith('regist'))).toEqual([
      { step: 'registration-needed', count: 1, of: 2 },
      { step: 'registered', count: 1, of: 1 },
    ])
  })

  test('what ran before we met it is in the counts, and apart in everything after', () => {
    // F was taken on on 20 January 2015 and told of itself on 1 February 2017: trading at all three, and followed to 20 January 2017.
    const stood = { due: 1, trading: 1, paused: 0, stopped: 0, notReached: 0, left: 0, awaited: 0, notYet: 0 }
    expect(figures.existing).toMatchObject({ accepted: 1, trading: 1, followed: 1, ended: 0, lost: 0 })
    expect(figures.existing.parts).toEqual([6, 12, 24].map(months => ({ months, ...stood })))
    expect(figures.existing.at.map(({ share, atRisk }) => [share, atRisk])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ])
    expect(figures.survival.n).toBe(7) // A, B, C, D, E, K, L
    expect(figures.cost.setUp).toBe(5) // A, B, C, D, K
  })
})

describe('where those that began trading stood at 6, 12 and 24 months', () => {
  test('the parts add up to those who had that long', () => {
    // At 6: A, C, D, K, L trading, B stopped, E not yet. C left our sight a month later, so it was trading then.
    // At 12: A trading, K paused, B stopped, D not reached, C left, L awaited until 8 May 2017 (due on 10 April), E not yet.
    // At 24: A and K trading, B stopped, D not reached, C left; E and L not yet.
    expect(figures.parts).toEqual([
      { months: 6, due: 6, trading: 5, paused: 0, stopped: 1, notReached: 0, left: 0, awaited: 0, notYet: 1 },
      { months: 12, due: 6, trading: 1, paused: 1, stopped: 1, notReached: 1, left: 1, awaited: 1, notYet: 1 },
      { months: 24, due: 5, trading: 2, paused: 0, stopped: 1, notReached: 1, left: 1, awaited: 0, notYet: 2 },
    ])
  })

  test('an answer that is still awaited becomes not reached when its 28 days are over', () => {
    const twelveMonths = (asAt: string) => figuresOf(stories, asAt).parts[1]
    expect(twelveMonths('2017-05-07')).toMatchObject({ awaited: 1, notReached: 1 })
    expect(twelveMonths('2017-05-08')).toMatchObject({ awaited: 0, notReached: 2 })
  })
})

describe('survival from the day trading began', () => {
  // Spells: B ended on day 92; E followed to 110 (21 + 28 + 31 + 30), D lost at 186, C to 214, L to 385 (365 + 20), A to 732, K to 735.
  test('counts a stop on its day among all then at risk', () => {
    expect(figures.survival).toMatchObject({ n: 7, ended: 1, lost: 1, unwatched: 0 })
    expect(figures.survival.at.map(({ day: on, share, atRisk }) => ({ on, share, atRisk }))).toEqual([
      { on: 182, share: 6 / 7, atRisk: 5 },
      { on: 365, share: 6 / 7, atRisk: 3 },
      { on: 730, share: 6 / 7, atRisk: 2 },
    ])
    expect(figures.survival.steps.map(({ day: on, atRisk, ended, censored }) => [on, atRisk, ended, censored])).toEqual([
      [92, 7, 1, 0],
      [110, 6, 0, 1],
      [186, 5, 0, 1],
      [214, 4, 0, 1],
      [385, 3, 0, 1],
      [732, 2, 0, 1],
      [735, 1, 0, 1],
    ])
  })

  test('is between what it would be if all we lost had closed the day after, and if all still traded', () => {
    // D closed on day 187, with A, C, D, K and L at risk: 6/7 × 4/5 = 24/35.
    const [half, one, two] = figures.survival.bounds
    expect(half).toEqual({ day: 182, low: 6 / 7, high: 6 / 7 })
    for (const bounds of [one, two]) {
      expect(bounds?.low).toBeCloseTo(24 / 35, 12)
      expect(bounds?.high).toBeCloseTo(6 / 7, 12)
    }
  })

  test('counts a stop of every kind', () => {
    const kinds = ['not-working', 'planned', 'took-job', 'joined-another', 'unknown'] as const
    const { survival } = figuresOf(
      kinds.map(ending => trading().stopped('2015-06-01', ending)),
      '2018-06-30',
    )
    expect(survival).toMatchObject({ n: 5, ended: 5, steps: [{ day: 92, ended: 5, share: 0 }] })
  })

  test('begins late where enterprises are watched from a later day, and leaves out those never watched', () => {
    const late = (story: Journey) => story.answered(12, '2016-03-02').answered(24, '2017-03-01')
    const { survival } = figuresOf(
      [
        supported().began('2015-03-01', '2016-01-01').answered(12, '2016-03-02').stopped('2016-04-01'), // 306 to 397, ended
        late(supported().began('2015-03-01', '2015-06-01')), // 92 to 731
        late(supported().began('2015-03-01')), // 0 to 731
        supported().began('2015-03-01', '2016-01-01').stopped('2015-10-01'), // never watched
      ],
      '2018-06-30',
    )
    expect(survival).toMatchObject({ n: 3, ended: 1, lost: 0, unwatched: 1 })
    expect(survival.at.map(({ atRisk }) => atRisk)).toEqual([2, 3, 2])
    expect(survival.at[1]?.share).toBe(1)
    expect(survival.at[2]?.share).toBeCloseTo(2 / 3, 12)
  })

  test('is not estimable past the last day on which anyone was followed, and never drawn on flat', () => {
    const { survival } = figuresOf([twelve.E], '2017-04-30')
    const not = { share: null, low: null, high: null, exactLow: null, exactHigh: null, atRisk: 0 }
    expect(survival.at).toEqual([182, 365, 730].map(on => ({ day: on, ...not })))
    expect(survival.bounds).toEqual([182, 365, 730].map(on => ({ day: on, low: null, high: null })))
  })

  test('of nobody is not estimable, and nothing is divided by nothing', () => {
    const none = figuresOf([], '2017-04-30')
    expect(none.survival).toMatchObject({ n: 0, steps: [], at: [{ share: null }, { share: null }, { share: null }] })
    expect(none.cost).toMatchObject({ perSetUp: null, perSetUpOrAdvised: null, perJob: null, perPerson: null })
  })
})

describe('people and hours', () => {
  test('current: trading now, with a return not older than twelve months; one that lost touch is not trading', () => {
    // A, F, and L, whose return is twelve months old to the day. B stopped, D lost touch, K told us a day earlier than L.
    expect(figures.returns.current).toEqual({ enterprises: 3, jobs: 6, minutesPerWeek: 3660, people: 14 })
    expect(figuresOf(stories, '2017-05-01').returns.current).toEqual({ enterprises: 2, jobs: 6, minutesPerWeek: 3600, people: 13 })
  })

  test('a return of one that lost touch is not current, however new: silence is not trading', () => {
    const lost = trading().told('2015-08-31', told(1, 60, 1))
    expect(figuresOf([lost], '2015-09-28').returns.current.enterprises).toBe(1)
    expect(figuresOf([lost], '2015-09-29').returns).toMatchObject({ latest: { enterprises: 1 }, current: { enterprises: 0 } })
  })

  test('latest: the latest return of every enterprise that ever traded, as older reports counted it', () => {
    // A, B, D, F, K, L.
    expect(figures.returns.latest).toEqual({ enterprises: 6, jobs: 9, minutesPerWeek: 4680, people: 18 })
  })

  test('one that paused is not trading now, and only its latest return counts', () => {
    const story = trading()
      .told('2015-06-01', told(1, 60, 1))
      .told('2015-08-01', told(2, 90, 3))
      .paused('2015-08-10')
    const { returns } = figuresOf([story], '2015-08-20')
    expect(returns).toEqual({
      latest: { enterprises: 1, jobs: 2, minutesPerWeek: 90, people: 3 },
      current: { enterprises: 0, jobs: 0, minutesPerWeek: 0, people: 0 },
    })
  })

  test('a return of one that never traded counts nowhere', () => {
    const { returns } = figuresOf([supported().told('2015-06-01', told(1, 60, 1))], '2015-08-20')
    expect([returns.latest.enterprises, returns.current.enterprises]).toEqual([0, 0])
  })
})

describe('what it cost', () => {
  test('£135,000 for 133 set up is £1,015.04 each; for 171 set up or advised, £789.47', () => {
    // 135,000 ÷ 133 = 1,015.0376 and 135,000 ÷ 171 = 789.4737
    const setUp = Array.from({ length: 133 }, () => supported().constituted('2015-02-10'))
    const advised = Array.from({ length: 38 }, () => anEnquiry().advisedOnly('2015-01-09'))
    expect(figuresOf([...setUp, ...advised], '2016-03-31').cost).toMatchObject({
      pence: 135_000_00,
      setUp: 133,
      setUpOrAdvised: 171,
      perSetUp: 1_015_04,
      perSetUpOrAdvised: 789_47,
    })
  })

  test('by job and person it is divided by current returns, and by latest ones only as older reports did', () => {
    // Jobs 6 and 9, people 14 and 18: 135,000 ÷ 14 = 9,642.857
    expect(figures.cost).toMatchObject({
      perJob: 22_500_00,
      perPerson: 9_642_86,
      perJobAsOlderReports: 15_000_00,
      perPersonAsOlderReports: 7_500_00,
    })
  })
})

describe('the list behind a figure', () => {
  const members = membersOf(casesOf(stories), question('2017-04-30'))
  const listed = (figure: string) =>
    figureLines(members, figure, day('2017-04-30'))?.lines.map(({ member, on, value }) => {
      const letter = Object.keys(twelve)[Number(member.caseId.slice(-2)) - 1]
      return [letter, on, value].filter(each => each !== undefined).join(' ')
    })

  test.each([
    ['parts.12.notReached', ['D 2015-03-01']],
    ['parts.12.awaited', ['L 2016-04-10']],
    ['parts.24.due', ['A 2015-03-01', 'B 2015-03-01', 'C 2015-03-01', 'D 2015-03-01', 'K 2015-03-01']],
    ['survival.ended', ['B 2015-03-01']],
    ['survival.lost', ['D 2015-03-01']],
    ['survival.atRisk.730', ['A 2015-03-01', 'K 2015-03-01']],
    ['funnel.registered', ['A 2015-02-25']],
    ['funnel.granted', ['A 2015-02-15', 'J 2015-02-15']],
    ['grantedPence', ['A 2015-02-15 30000', 'J 2015-02-15 20000']],
    ['returns.current.people', ['A 2017-03-05 5', 'F 2017-02-01 8', 'L 2016-04-30 1']],
    ['returns.current.jobs', ['A 2017-03-05 2', 'F 2017-02-01 4', 'L 2016-04-30']],
    ['existing.trading', ['F 2012-06-01']],
    ['advisedOnly', ['G 2015-01-09']],
    ['declined', ['H 2015-01-09']],
    ['cost.setUpOrAdvised', ['A 2015-01-05', 'B 2015-01-05', 'C 2015-01-05', 'D 2015-01-05', 'G 2015-01-05', 'K 2015-01-05']],
  ])('%s', (figure, lines) => {
    expect(listed(figure)).toEqual(lines)
  })

  test.each([
    'funnel',
    'funnel.nothing',
    'parts.7.due',
    'parts.6.months',
    'survival.at',
    'survival.atRisk.x',
    'returns.jobs',
    'nothing',
    '',
  ])('there is none of “%s”', figure => {
    expect(listed(figure)).toBeUndefined()
  })
})
