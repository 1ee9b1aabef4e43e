import { describe, expect, test } from 'vitest'
import type { InsightCommand } from '#domain/decideInsight.ts'
import { decideInsight, storiesToEnd, wordsToEmpty } from '#domain/decideInsight.ts'
import { record } from '#domain/facts.ts'
import type { Insight } from '#domain/insights.ts'
import { insightsAt } from '#domain/insights.ts'
import { day } from '#domain/plainDate.ts'
import { toMinutes } from '#domain/quantities.ts'
import { ids, noon } from '../builders.ts'

const today = day('2026-05-04')
const happenedOn = day('2026-05-01')

const asked = {
  kind: 'ask-people',
  happenedOn,
  year: 2025,
  askedBy: 'independent',
  asked: 40,
  answered: 30,
  moreChoice: 24,
  wouldRecommend: 27,
} as const
const request = { kind: 'log-request', happenedOn, service: 'company', minutesPerWeek: toMinutes(150), askedBy: 'social-worker' } as const
const counts = { happenedOn, service: 'day-centre', wanted: 12, ready: 9 } as const
const story = {
  kind: 'tell-story',
  happenedOn,
  words: 'A walk',
  places: ['report'],
  until: day('2027-05-01'),
  textId: ids.text,
} satisfies InsightCommand
const line = { side: 'need', name: 'Aged over 75', hundredths: 120_000, unit: 'people', source: 'Census', year: 2021 } as const
const signedBy = { person: ids.catalyst, as: 'lead' } as const

/** What is there after these commands, each in an entry of its own; the first is number 1. */
function after(...commands: InsightCommand[]): Insight[] {
  return commands.reduce<Insight[]>((insights, command, at) => {
    const decision = decideInsight(insights, command, today)
    if (!decision.ok) throw new Error(decision.refusal.kind)
    return [...insights, ...record(decision.value, { n: at + 1, recordedAt: noon('2026-05-04'), recordedBy: ids.catalyst, via: 'person' })]
  }, [])
}

const no = (insights: readonly Insight[], command: InsightCommand) => {
  const decision = decideInsight(insights, command, today)
  return decision.ok ? 'taken' : decision.refusal
}

describe('what people supported say', () => {
  test('is kept in totals, for a year, with who asked', () => {
    expect(after(asked)).toMatchObject([
      {
        kind: 'people-asked',
        happenedOn,
        data: { year: 2025, askedBy: 'independent', asked: 40, answered: 30, moreChoice: 24, wouldRecommend: 27 },
      },
    ])
  })

  test('more answers than were asked are refused, and more who said so than answered', () => {
    expect(no([], { ...asked, answered: 41 })).toEqual({ kind: 'more-than-asked', asked: 40, answered: 41 })
    expect(no([], { ...asked, moreChoice: 31 })).toEqual({ kind: 'more-than-answered', answered: 30, said: 31 })
    expect(no([], { ...asked, wouldRecommend: 31 })).toEqual({ kind: 'more-than-answered', answered: 30, said: 31 })
    expect(no([], { ...asked, answered: 40, moreChoice: 40, wouldRecommend: 40 })).toBe('taken')
  })

  test('a year to come is refused', () => {
    expect(no([], { ...asked, year: 2027 })).toEqual({ kind: 'year-to-come', year: 2027 })
    expect(no([], { ...asked, year: 2026 })).toBe('taken')
  })

  test('the same people are not counted twice: one answer for a year, an asker and an enterprise', () => {
    const once = after(asked)
    expect(no(once, { ...asked, happenedOn: today })).toEqual({ kind: 'asked-already', year: 2025, on: happenedOn })
    expect(no(once, { ...asked, year: 2024 })).toBe('taken')
    expect(no(once, { ...asked, askedBy: 'council' })).toBe('taken')
    expect(no(once, { ...asked, caseId: ids.grant })).toBe('taken')
    expect(no(after(asked, { kind: 'withdraw', of: '1.0', reason: 'wrong-details' }), asked)).toBe('taken')
  })
})

describe('a day to come', () => {
  test.each<InsightCommand>([asked, request, { kind: 'count-readiness', ...counts }, story])('is refused: $kind', command => {
    const tomorrow = day('2026-05-05')
    expect(no([], { ...command, happenedOn: tomorrow } as InsightCommand)).toEqual({ kind: 'in-future', happenedOn: tomorrow, today })
  })
})

describe('a request that could not be met', () => {
  const open = after(request)
  const answer = (on: string, of = '1.0'): InsightCommand => ({
    kind: 'answer-request',
    happenedOn: day(on),
    request: of,
    caseId: ids.grant,
  })

  test('holds where, what, how much and who asked, and nothing of the person', () => {
    expect(open[0]).toMatchObject({ kind: 'request-unmet', data: { service: 'company', minutesPerWeek: 150, askedBy: 'social-worker' } })
    expect(JSON.parse(JSON.stringify(open[0]?.data))).toEqual({ service: 'company', minutesPerWeek: 150, askedBy: 'social-worker' })
  })

  test('is met once, on the day it was made or later', () => {
    expect(no(open, answer('2026-04-30'))).toEqual({ kind: 'answered-before-asked', askedOn: happenedOn })
    expect(no(open, answer('2026-05-01'))).toBe('taken')
    expect(no(after(request, answer('2026-05-02')), answer('2026-05-03'))).toEqual({ kind: 'answered-already', on: '2026-05-02' })
  })

  test('one that is not there, or was taken back, cannot be met', () => {
    expect(no(open, answer('2026-05-02', '9.0'))).toEqual({ kind: 'no-such-entry', of: '9.0' })
    const back = after(request, { kind: 'withdraw', of: '1.0', reason: 'did-not-happen' })
    expect(no(back, answer('2026-05-02'))).toEqual({ kind: 'no-such-entry', of: '1.0' })
  })
})

describe('needs and assets', () => {
  test('come many at a time, and each knows its line of the words', () => {
    const counted = after({ kind: 'count-area', happenedOn, lines: [line, { ...line, side: 'asset' }], textId: ids.text })
    expect(counted.map(({ id, data }) => [id, data])).toEqual([
      ['1.0', { side: 'need', area: undefined, hundredths: 120_000, unit: 'people', year: 2021, textId: ids.text, line: 0 }],
      ['1.1', { side: 'asset', area: undefined, hundredths: 120_000, unit: 'people', year: 2021, textId: ids.text, line: 1 }],
    ])
  })

  test('a number of a year to come is refused, and with it the whole table', () => {
    const lines = [line, { ...line, year: 2027 }]
    expect(no([], { kind: 'count-area', happenedOn, lines, textId: ids.text })).toEqual({ kind: 'year-to-come', year: 2027 })
  })
})

describe('a council service', () => {
  const sign = { kind: 'sign-readiness', ...counts, signedBy } as const

  test('is signed with the numbers that stand, and by a person as what they are', () => {
    const signed = after({ kind: 'count-readiness', ...counts }, sign)
    expect(signed[1]?.data).toEqual({ service: 'day-centre', wanted: 12, ready: 9, signedAs: 'lead', person: ids.catalyst })
  })

  test('is not signed before it is counted, nor with other numbers than those that stand', () => {
    expect(no([], sign)).toEqual({ kind: 'nothing-to-sign' })
    const moved = after({ kind: 'count-readiness', ...counts }, { kind: 'count-readiness', ...counts, ready: 7 })
    expect(no(moved, sign)).toEqual({ kind: 'other-numbers', wanted: 12, ready: 7 })
  })
})

describe('a story', () => {
  const told = after(story)
  const end: InsightCommand = { kind: 'end-story', happenedOn: today, story: '1.0' }

  test('needs a permission that lasts at least the day', () => {
    expect(no([], { ...story, until: day('2026-04-30') })).toEqual({ kind: 'permission-too-short', from: happenedOn, until: '2026-04-30' })
    expect(no([], { ...story, until: happenedOn })).toBe('taken')
  })

  test('loses its words when the permission is taken back, or the entry is', () => {
    const decided = decideInsight(told, end, today)
    expect(wordsToEmpty(told, decided.ok ? decided.value : [])).toMatchObject([{ textId: ids.text }])
    const back = decideInsight(told, { kind: 'withdraw', of: '1.0', reason: 'did-not-happen' }, today)
    expect(wordsToEmpty(told, back.ok ? back.value : [])).toMatchObject([{ textId: ids.text }])
  })

  test('other entries take no words with them', () => {
    const open = after(request)
    const back = decideInsight(open, { kind: 'withdraw', of: '1.0', reason: 'did-not-happen' }, today)
    expect(wordsToEmpty(open, back.ok ? back.value : [])).toEqual([])
  })

  test('is not told without a yes, nor without where and until when', () => {
    const { places: _places, ...unsaid } = story
    expect(no([], unsaid)).toEqual({ kind: 'no-permission' })
    expect(no([], { ...story, until: undefined })).toEqual({ kind: 'no-permission' })
  })

  test('of an enterprise rests on the yes in its own record, and is renewed there', () => {
    const own = { kind: 'tell-story', happenedOn, words: 'A walk', caseId: ids.grant, textId: ids.text } satisfies InsightCommand
    const given = { state: 'given', on: happenedOn, places: ['report'], until: today } as const
    expect(no([], own)).toEqual({ kind: 'no-permission' })
    expect(no([], { ...own, enterprise: { state: 'ended', on: happenedOn } })).toEqual({ kind: 'no-permission' })
    expect(no([], { ...own, enterprise: { ...given, until: day('2026-05-03') } })).toEqual({ kind: 'no-permission' })
    const kept = after({ ...own, enterprise: given })
    expect(kept[0]?.data).toEqual({ textId: ids.text, caseId: ids.grant })
    const renew = {
      kind: 'renew-story',
      happenedOn: today,
      story: '1.0',
      places: ['training'],
      until: day('2028-01-01'),
    } satisfies InsightCommand
    expect(no(kept, renew)).toEqual({ kind: 'permission-is-theirs' })
  })

  test('of an enterprise ends when it takes its yes back; stories of others, and what ended before, are left alone', () => {
    const own = { kind: 'tell-story', happenedOn, words: 'A walk', caseId: ids.grant, textId: ids.text } satisfies InsightCommand
    const given = { state: 'given', on: happenedOn, places: ['report'], until: undefined } as const
    const three = after({ ...own, enterprise: given }, { ...own, enterprise: given }, story, {
      kind: 'end-story',
      happenedOn,
      story: '2.0',
    })
    expect(storiesToEnd(three, ids.grant, today)).toEqual([{ kind: 'story-ended', happenedOn: today, data: { story: '1.0' } }])
    expect(storiesToEnd(three, ids.payer, today)).toEqual([])
  })

  test('that ended cannot come back: not by renewing, not by ending it again, not by taking the ending back', () => {
    const gone = after(story, end)
    expect(no(gone, { kind: 'renew-story', happenedOn: today, story: '1.0', places: ['training'], until: day('2028-01-01') })).toEqual({
      kind: 'story-gone',
    })
    expect(no(gone, end)).toEqual({ kind: 'story-gone' })
    expect(no(gone, { kind: 'withdraw', of: '2.0', reason: 'wrong-details' })).toEqual({ kind: 'story-gone' })
    expect(insightsAt(gone, { asAt: today }).stories[0]?.endedOn).toBe(today)
  })

  test('that was taken back cannot come back either', () => {
    const back = after(story, { kind: 'withdraw', of: '1.0', reason: 'did-not-happen' })
    expect(no(back, { kind: 'withdraw', of: '2.0', reason: 'wrong-details' })).toEqual({ kind: 'story-gone' })
    expect(no(back, end)).toEqual({ kind: 'no-such-entry', of: '1.0' })
  })
})

describe('taking back', () => {
  test('an entry that is not there, or that was taken back already, is refused', () => {
    expect(no([], { kind: 'withdraw', of: '1.0', reason: 'wrong-details' })).toEqual({ kind: 'no-such-entry', of: '1.0' })
    const back = after(request, { kind: 'withdraw', of: '1.0', reason: 'wrong-details' })
    expect(no(back, { kind: 'withdraw', of: '1.0', reason: 'wrong-details' })).toEqual({ kind: 'corrected-already', of: '1.0' })
  })

  test('can itself be taken back', () => {
    const again = after(
      request,
      { kind: 'withdraw', of: '1.0', reason: 'wrong-details' },
      { kind: 'withdraw', of: '2.0', reason: 'did-not-happen' },
    )
    expect(insightsAt(again, { asAt: today }).requests).toHaveLength(1)
  })
})
