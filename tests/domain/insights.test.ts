import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { record } from '#domain/facts.ts'
import type { Insight, NewInsight } from '#domain/insights.ts'
import { insightsAt, knownInsights, storyOn, takenBack } from '#domain/insights.ts'
import { insightSchemas } from '#domain/insightSchemas.ts'
import { addDays, day } from '#domain/plainDate.ts'
import { toMinutes } from '#domain/quantities.ts'
import { ids, noon } from '../builders.ts'
import { anyInsights } from './anyInsights.ts'

type Written = readonly [writtenOn: string, insight: NewInsight]

/** Each in an entry of its own, number 1 first, written at noon of its day. */
const written = (...entries: readonly Written[]): Insight[] =>
  entries.flatMap(([writtenOn, insight], at) =>
    record([insight], { n: at + 1, recordedAt: noon(writtenOn), recordedBy: ids.catalyst, via: 'person' }),
  )

const request = (on: string, minutes = 150): NewInsight => ({
  kind: 'request-unmet',
  happenedOn: day(on),
  data: { area: 'north', service: 'company', minutesPerWeek: toMinutes(minutes), askedBy: 'family' },
})
const answered = (on: string, of: string): NewInsight => ({
  kind: 'request-answered',
  happenedOn: day(on),
  data: { request: of, caseId: ids.grant },
})
const counted = (on: string, ready: number): NewInsight => ({
  kind: 'readiness-counted',
  happenedOn: day(on),
  data: { service: 'day-centre', wanted: 12, ready },
})
const signed = (on: string, ready: number): NewInsight => ({
  kind: 'readiness-signed',
  happenedOn: day(on),
  data: { service: 'day-centre', wanted: 12, ready, signedAs: 'lead', person: ids.catalyst },
})
const story = (on: string, until: string): NewInsight => ({
  kind: 'story-told',
  happenedOn: day(on),
  data: { textId: ids.text, places: ['report'], until: day(until) },
})
const ended = (on: string, of: string): NewInsight => ({ kind: 'story-ended', happenedOn: day(on), data: { story: of } })
const takeBack = (of: string): NewInsight => ({ kind: 'withdraw', data: { of, reason: 'wrong-details' } })

const asked = (asAt: string, knownAt?: string) => ({ asAt: day(asAt), knownAt: knownAt === undefined ? undefined : noon(knownAt) })
const dayNumber = (insights: readonly Insight[], question = {}): string[] =>
  knownInsights(insights, question).map(({ happenedOn }) => happenedOn)

describe('what counts', () => {
  const late = written(['2026-03-01', request('2026-03-01')], ['2026-05-01', request('2026-02-01')])

  test('is in the order of the days on which it was heard, not of writing', () => {
    expect(dayNumber(late)).toEqual(['2026-02-01', '2026-03-01'])
  })

  test('as at a day is what had been heard by the end of it', () => {
    expect(dayNumber(late, asked('2026-02-28'))).toEqual(['2026-02-01'])
    expect(dayNumber(late, asked('2026-01-31'))).toEqual([])
  })

  test('written late, it counts on its day and was not known before it was written', () => {
    expect(dayNumber(late, asked('2026-02-28', '2026-04-30'))).toEqual([])
    expect(dayNumber(late, asked('2026-02-28', '2026-05-01'))).toEqual(['2026-02-01'])
  })

  test('taken back, it counts on no day; as known before that, it still does', () => {
    const back = written(['2026-03-01', request('2026-03-01')], ['2026-06-01', takeBack('1.0')])
    expect(dayNumber(back)).toEqual([])
    expect(dayNumber(back, asked('2026-03-01'))).toEqual([])
    expect(dayNumber(back, asked('2026-07-01', '2026-05-31'))).toEqual(['2026-03-01'])
  })

  test('what was taken back counts again when that is itself taken back', () => {
    const again = written(['2026-03-01', request('2026-03-01')], ['2026-03-02', takeBack('1.0')], ['2026-03-03', takeBack('2.0')])
    expect(dayNumber(again)).toEqual(['2026-03-01'])
    expect([...takenBack(again)]).toEqual(['2.0'])
  })
})

describe('a request that could not be met', () => {
  const insights = written(['2026-03-01', request('2026-03-01')], ['2026-04-01', answered('2026-04-01', '1.0')])

  test('is open until an enterprise meets it', () => {
    expect(insightsAt(insights, asked('2026-03-31')).requests[0]?.answered).toBeUndefined()
    expect(insightsAt(insights, asked('2026-04-01')).requests[0]?.answered).toEqual({ on: '2026-04-01', caseId: ids.grant })
  })

  test('an answer to one that was taken back is left aside', () => {
    const back = [
      ...insights,
      ...record([takeBack('1.0')], { n: 3, recordedAt: noon('2026-05-01'), recordedBy: ids.catalyst, via: 'person' }),
    ]
    expect(insightsAt(back, asked('2026-05-01')).requests).toEqual([])
  })
})

describe('a council service', () => {
  const insights = written(
    ['2026-03-01', counted('2026-03-01', 9)],
    ['2026-03-10', signed('2026-03-10', 9)],
    ['2026-04-01', counted('2026-04-01', 7)],
  )

  test('stands where it was counted last; the signature keeps the numbers it was for', () => {
    const [now] = insightsAt(insights, asked('2026-04-02')).readiness
    expect(now).toMatchObject({ service: 'day-centre', wanted: 12, ready: 7, countedOn: '2026-04-01' })
    expect(now?.signed).toMatchObject({ ready: 9, on: '2026-03-10', as: 'lead', person: ids.catalyst })
  })

  test('is not signed on a day before anyone signed', () => {
    expect(insightsAt(insights, asked('2026-03-05')).readiness[0]?.signed).toBeUndefined()
  })
})

describe('a story of a person supported', () => {
  const insights = written(['2026-03-01', story('2026-03-01', '2026-06-30')])
  const standing = (of: readonly Insight[], on: string) => {
    const [told] = insightsAt(of, asked(on)).stories
    return told && storyOn(told, undefined, day(on))
  }

  test('may be told to the last day of its permission, and no longer', () => {
    expect(standing(insights, '2026-06-30')).toEqual({ state: 'given', places: ['report'], until: '2026-06-30' })
    expect(standing(insights, '2026-07-01')?.state).toBe('ran-out')
  })

  test('may be told again once the permission is given for longer, and then in the new places only', () => {
    const renewed: NewInsight = {
      kind: 'story-renewed',
      happenedOn: day('2026-08-01'),
      data: { story: '1.0', places: ['training'], until: day('2027-06-30') },
    }
    const longer = written(['2026-03-01', story('2026-03-01', '2026-06-30')], ['2026-08-01', renewed])
    expect(standing(longer, '2026-07-15')?.state).toBe('ran-out')
    expect(standing(longer, '2026-08-01')).toEqual({ state: 'given', places: ['training'], until: '2027-06-30' })
  })

  test('may be told no more from the day the permission is taken back, however long it was for', () => {
    const gone = written(['2026-03-01', story('2026-03-01', '2026-06-30')], ['2026-04-01', ended('2026-04-01', '1.0')])
    expect(standing(gone, '2026-03-31')?.state).toBe('given')
    expect(standing(gone, '2026-04-01')?.state).toBe('ended')
    expect(standing(gone, '2026-12-01')?.state).toBe('ended')
  })
})

describe('a story of an enterprise', () => {
  const told: NewInsight = { kind: 'story-told', happenedOn: day('2026-03-01'), data: { textId: ids.text, caseId: ids.grant } }
  const [own] = insightsAt(written(['2026-03-01', told]), asked('2026-03-01')).stories
  const given = { state: 'given', on: day('2026-02-01'), places: ['website'], until: day('2026-06-30') } as const
  const standing = (permission: Parameters<typeof storyOn>[1], on: string) => own && storyOn(own, permission, day(on))

  test('may be told where, and as long as, the enterprise’s own record says', () => {
    expect(standing(given, '2026-06-30')).toEqual({ state: 'given', places: ['website'], until: '2026-06-30' })
    expect(standing(given, '2026-07-01')?.state).toBe('ran-out')
    expect(standing({ ...given, until: undefined }, '2099-01-01')?.state).toBe('given')
  })

  test('may not be told where the record says no, or nothing', () => {
    expect(standing({ state: 'ended', on: day('2026-04-01') }, '2026-04-01')?.state).toBe('ended')
    expect(standing(undefined, '2026-04-01')?.state).toBe('ended')
  })
})

describe('whatever is recorded', () => {
  test('never more counts on an earlier day than on a later one', () => {
    fc.assert(
      fc.property(anyInsights, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (insights, a, b) => {
        const on = (days: number): number => knownInsights(insights, { asAt: addDays(day('2026-01-01'), days) }).length
        expect(on(Math.min(a, b))).toBeLessThanOrEqual(on(Math.max(a, b)))
      }),
    )
  })

  test('an answer for an instant is the same, whatever is recorded after it', () => {
    fc.assert(
      fc.property(anyInsights, fc.nat(20), (insights, at) => {
        const until = insights[at]
        if (!until) return
        const question = { asAt: day('2027-12-31'), knownAt: until.recordedAt }
        expect(insightsAt(insights, question)).toEqual(insightsAt(insights.slice(0, at + 1), question))
      }),
    )
  })

  test('the order in which the rows are read makes no difference', () => {
    fc.assert(
      fc.property(anyInsights, insights => {
        expect(knownInsights([...insights].reverse())).toEqual(knownInsights(insights))
      }),
    )
  })
})

describe('an insight takes', () => {
  const wanted = { area: 'north', service: 'company', minutesPerWeek: 150, askedBy: 'family' }
  const takes = (data: object) => insightSchemas['request-unmet'].safeParse(data).success

  test('hours in quarters, from a quarter of an hour to a whole week, and nothing between', () => {
    expect([15, 150, 10_080, 0, 14, 20, 10_095, -15, 1.5].map(minutesPerWeek => takes({ ...wanted, minutesPerWeek }))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  test('kinds of people and languages of the lists, and no name or note beside them', () => {
    expect(takes({ ...wanted, language: 'polish', gender: 'woman' })).toBe(true)
    expect(takes({ ...wanted, askedBy: 'Mrs Evans' })).toBe(false)
    expect(takes({ ...wanted, language: 'Klingon' })).toBe(false)
    expect(takes({ ...wanted, note: 'She rang' })).toBe(false)
  })
})
