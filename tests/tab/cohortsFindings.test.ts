import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cohort, Parts } from '#domain/cohortSchemas.ts'
import { day } from '#domain/plainDate.ts'
import { checkInMonths } from '#domain/vocabulary.ts'
import {
  checkInTitle,
  costTitle,
  funnelTitle,
  olderReportsTitle,
  partsSentence,
  survivalDescription,
  survivalSentences,
  survivalTitle,
  whoSentence,
} from '#tab/cohorts/findings.ts'
import { headlinesOf } from '#tab/cohorts/headlineRows.ts'
import { funnelRows } from '#tab/cohorts/funnelRows.ts'
import { at, example, nobody, noParts } from './cohortExample.ts'

const plain = (words: string): string => words.replaceAll('\u00a0', ' ')

const withSurvival = (survival: Partial<Cohort['survival']>, parts?: Partial<Parts>): Cohort => ({
  ...example,
  survival: { ...example.survival, ...survival },
  ...(parts && { parts: [noParts(6), noParts(12), { ...noParts(24), ...parts }] }),
})

const small = withSurvival(
  { n: 8, ended: 1, lost: 1, at: [at(182, 1, 0.6, 1, 8), at(365, 0.88, 0.4, 1, 5), at(730, null, null, null, 0)] },
  { notYet: 8 },
)
const young = withSurvival(
  { n: 28, ended: 1, lost: 0, at: [at(182, 1, 0.86, 1, 25), at(365, 0.91, 0.16, 1, 2), at(730, null, null, null, 0)] },
  { notYet: 28 },
)
const allStopped = withSurvival({
  n: 25,
  ended: 25,
  lost: 0,
  steps: [{ day: 300, share: 0, low: null, high: null, exactLow: 0, exactHigh: 0.1, atRisk: 1, ended: 1, censored: 0 }],
})
const noneStopped = withSurvival({ ended: 0, lost: 0, at: [at(182, 1, 0.97, 1, 130), at(365, 1, 0.97, 1, 100), at(730, 1, 0.94, 1, 59)] })
const lostAll = withSurvival(
  { at: [at(182, 1, 0.9, 1, 60), at(365, 0.9, 0.7, 1, 30), at(730, null, null, null, 0)] },
  { due: 12, notReached: 12, notYet: 40 },
)
const nobodyTrades = {
  ...withSurvival(nobody, { notYet: 0 }),
  funnel: example.funnel.map(each => (each.step === 'trading' ? { ...each, count: 0 } : each)),
}

describe('a title says what is true of these enterprises', () => {
  test.each([
    ['an estimate says about', example, 'About 86 in 100 enterprises are still trading after two years'],
    ['fewer than twenty get a count and no percentage', small, '8 enterprises began to trade: 1 has stopped and 1 we lost touch with'],
    ['too young gets the day from which it can be known', young, 'Survival at two years cannot be known before 14 March 2027'],
    [
      'lost before two years says why there is no figure',
      lostAll,
      'Survival at two years cannot be worked out: we could follow nobody that long',
    ],
    ['all stopped is said plainly', allStopped, 'All 25 that we could follow have stopped'],
    ['none stopped is said as what is known', noneStopped, 'None of 133 is known to have stopped within two years'],
    ['nobody began', nobodyTrades, 'Nobody here has begun to trade yet'],
    ['one enterprise', withSurvival({ n: 1, ended: 0, lost: 0 }), 'One enterprise began to trade, and none is known to have stopped'],
    [
      'a few that stopped at first, and others that came later',
      withSurvival({ steps: allStopped.survival.steps }),
      'Survival at two years cannot be worked out: too few were followed at first',
    ],
  ] as const)('survival: %s', (_, cohort, title) => {
    expect(plain(survivalTitle(cohort, day('2025-03-14')))).toBe(title)
  })

  test.each([
    ['some began', example, '133 of 171 enquiries have begun to trade'],
    ['nobody began', nobodyTrades, 'None of 171 enquiries has begun to trade yet'],
    ['all were chosen because they began', { ...example, by: 'trading' as const }, 'All 133 began to trade'],
    ['nobody enquired', { ...example, funnel: [] }, 'From enquiry to trading'],
  ])('the funnel: %s', (_, cohort, title) => {
    expect(funnelTitle(cohort)).toBe(title)
  })

  test.each([
    ['two years', example, 'Two years on, 46 of 59 were trading'],
    [
      'a year, where nobody has had two',
      { ...example, parts: [noParts(6), { ...noParts(12), due: 9, trading: 1, stopped: 8 }, noParts(24)] },
      'One year on, 1 of 9 was trading',
    ],
    ['nobody so long', { ...example, parts: checkInMonths.map(noParts) }, 'Nobody has been trading for six months yet'],
  ])('check-ins: %s', (_, cohort, title) => {
    expect(checkInTitle(cohort)).toBe(title)
  })

  test('older reports and the cost are said with both numbers', () => {
    expect(olderReportsTitle(example)).toBe('Older reports would have said 640 people, not 600')
    expect(costTitle(example)).toBe('Each enterprise set up cost the programme £1,015')
    expect(costTitle({ ...example, cost: { ...example.cost, perSetUp: null } })).toBe('The programme cost £135,000')
  })
})

describe('words under the curve', () => {
  test('the estimate comes with its interval, and with both cases for those we lost touch with', () => {
    expect(survivalSentences(example).join(' ')).toBe(
      'Our best estimate: 86 in every 100 are still trading after two years. It could be as low as 76 or as high as 91. ' +
        'If all six we lost touch with had closed, it would be 80. If all were trading, 86.',
    )
  })

  test('where nobody has had two years, they say when the first will, and how little is known', () => {
    expect(plain(survivalSentences(young, day('2025-03-14')).join(' '))).toBe(
      'We cannot say yet. Nobody here has had two years. The first will get there on 14 March 2027. So far one of the 28 has stopped. ' +
        'After one year it is between 16 and 100 in every 100, with 2 still followed.',
    )
  })

  test('eight are too few for a rate, and get the range', () => {
    expect(survivalSentences(small).join(' ')).toBe(
      'Eight is too few for a rate. From these records, after one year anywhere between 40 and 100 in every 100 could be trading. ' +
        'That says very little. With 20 we draw the curve.',
    )
  })

  test('the sentence for those who cannot see the curve has its end points', () => {
    expect(survivalDescription(example)).toBe(
      'Step line from 100% at the start to 98% at six months, 94% at one year, 86% at two years; 95% interval 76% to 91% at two years.',
    )
  })
})

describe('the count that anyone can check by hand', () => {
  test('59 began at least two years ago, and the parts are those 59', () => {
    expect(partsSentence(example.parts[2] as Parts)).toEqual({
      lead: '59 began trading at least two years ago.',
      rest: 'By then 46 were trading. 8 had stopped. 5 we could not reach. 74 more have not had two years yet.',
    })
  })

  test('nobody has had two years', () => {
    expect(partsSentence({ ...noParts(24), notYet: 28 })).toEqual({
      lead: 'Nobody here has had two years yet.',
      rest: '28 began trading since.',
    })
  })

  test('whatever the parts are, the numbers in the sentence add up to all that began', () => {
    const some = fc.integer({ min: 0, max: 90 })
    fc.assert(
      fc.property(
        fc.constantFrom(...checkInMonths),
        fc.array(some, { minLength: 7, maxLength: 7 }),
        (months, [trading = 0, paused = 0, stopped = 0, notReached = 0, left = 0, awaited = 0, notYet = 0]) => {
          const due = trading + paused + stopped + notReached + left + awaited
          const { lead, rest } = partsSentence({ months, due, trading, paused, stopped, notReached, left, awaited, notYet })
          const numbers = [...rest.matchAll(/\d+/g)].map(Number)
          expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(due + notYet)
          if (due > 0) expect(lead).toContain(`${due} began`)
        },
      ),
    )
  })
})

describe('who is on the page', () => {
  test('everyone, those of some days, and those who began to trade', () => {
    expect(whoSentence(example)).toBe('171 enquiries. 133 enterprises began to trade; 38 people were advised only.')
    expect(plain(whoSentence({ ...example, from: day('2014-04-01'), to: day('2015-03-31') }))).toBe(
      '171 enquiries, from 1 April 2014 to 31 March 2015. 133 enterprises began to trade; 38 people were advised only.',
    )
    expect(whoSentence({ ...example, by: 'trading', n: 1 })).toBe('1 enterprise began to trade.')
  })

  test('the cost is shown over both kinds of enterprise, and over neither where only some are chosen', () => {
    const [, , , , cost] = headlinesOf(example)
    expect(cost).toMatchObject({ number: '£135,000', n: '£1,015 for each of the 133 set up; £789 for each of the 171 set up or advised' })
    const narrowed = headlinesOf({ ...example, cost: { ...example.cost, perSetUp: null, perSetUpOrAdvised: null } })[4]
    expect(narrowed?.n).toBe('for the whole programme; not shared out over a part of it')
  })

  test('without any numbers from the last twelve months, people are not known, and not nought', () => {
    const silent = { ...example, returns: { ...example.returns, current: { enterprises: 0, jobs: 0, minutesPerWeek: 0, people: 0 } } }
    expect(
      headlinesOf(silent)
        .slice(0, 4)
        .map(({ number, list }) => [number, list]),
    ).toEqual([
      [null, undefined],
      [null, undefined],
      ['112', { figure: 'tradingNow', rows: 112 }],
      [null, undefined],
    ])
  })
})

describe('rows of the funnel', () => {
  test('CQC is out of those that need it, two years out of those who had them, with what is not known as a range', () => {
    const { some } = funnelRows(example)
    expect(some.map(({ name, count, of, note }) => [name, count, of, note])).toEqual([
      ['CQC registered', 17, 21, null],
      // 46 of 59 is 78%; with the five not reached, 51 of 59 is 86%.
      ['At two years', 46, 59, '8 stopped, 5 not reached: 78% to 86%'],
    ])
  })

  test('people advised only are named under those who enquired, and grants with their sum', () => {
    const { rows } = funnelRows(example)
    expect(rows.map(({ name, note }) => [name, note])).toEqual([
      ['Enquired', '38 advised only'],
      ['Idea agreed', null],
      ['Set up', null],
      ['Grant agreed', '£42,500 in all'],
      ['Trading began', null],
    ])
  })
})
