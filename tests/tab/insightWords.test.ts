import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import {
  countWords,
  feedbackTitle,
  feedbackWords,
  gapDetail,
  gapWords,
  hoursInWords,
  isSignedAsItStands,
  readinessWords,
  requestWords,
} from '#tab/insights/insightWords.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const gap = {
  area: 'north',
  service: 'company',
  wantedMinutes: 6_000,
  thereMinutes: 3_600,
  shortMinutes: 2_400,
  trading: 1,
  settingUp: 2,
  unmet: 3,
  unmetMinutes: 450,
}

describe('a gap in words', () => {
  test('says first how many hours are short', () => {
    expect(plain(gapWords(gap))).toBe('short by 40 hours: 60 hours there, 100 hours wanted')
    expect(plain(gapWords({ ...gap, shortMinutes: 0, thereMinutes: 6_000 }))).toBe('enough: 100 hours there, 100 hours wanted')
    expect(plain(gapWords({ ...gap, wantedMinutes: null, shortMinutes: null }))).toBe('60 hours there; nobody has said how much is wanted')
  })

  test('says who is there, who is on the way, and what was asked for in vain', () => {
    expect(plain(gapDetail(gap))).toBe('1 enterprise trading, 2 enterprises getting ready, 3 requests not met (7½ hours)')
    expect(gapDetail({ ...gap, trading: 0, settingUp: 0, unmet: 0 })).toBe('nobody there yet')
  })
})

test('one hour is an hour, and all else are hours', () => {
  expect([15, 60, 75, 0].map(minutes => plain(hoursInWords(minutes)))).toEqual(['¼ hour', '1 hour', '1¼ hours', '0 hours'])
})

describe('what people say', () => {
  const said = {
    year: 2025,
    askedBy: 'council',
    about: 'all',
    enterprises: 0,
    asked: 40,
    answered: 30,
    moreChoice: 24,
    wouldRecommend: 27,
    entries: null,
  } as const

  test('is out of those who answered, with how many were asked', () => {
    // 24 ÷ 30 = 80%, 27 ÷ 30 = 90%.
    expect(feedbackWords({ ...said, entries: null })).toEqual({
      choice: '24 of 30 have more choice and control (80%)',
      recommend: '27 of 30 would recommend it (90%)',
      n: '30 of 40 answered',
    })
    expect(feedbackWords({ ...said, answered: 0, moreChoice: 0, wouldRecommend: 0, entries: null }).choice).toContain('nobody answered')
  })

  test('says who asked, and about whom', () => {
    expect(feedbackTitle({ ...said, entries: null })).toBe('2025, asked by the council, about all of them')
    expect(plain(feedbackTitle({ ...said, about: 'enterprises', enterprises: 2, entries: null }))).toBe(
      '2025, asked by the council, about 2 enterprises',
    )
  })
})

describe('a council service', () => {
  const counted = { id: '1.0', on: day('2026-05-03'), wanted: 12, ready: 9 }
  const signed = { id: '2.0', on: day('2026-05-04'), as: 'lead', person: '', label: null, wanted: 12, ready: 9 } as const
  const service = { service: 'day-centre', name: 'Day centre', counted, signed, enterprises: [] }

  test('says how many places are short', () => {
    expect(plain(readinessWords(service))).toBe('9 of 12 places ready: short by 3. Counted on 3 May 2026.')
    expect(plain(readinessWords({ ...service, counted: { ...counted, ready: 12 } }))).toBe('12 of 12 places ready. Counted on 3 May 2026.')
    expect(readinessWords({ ...service, counted: null })).toBe('Nobody has counted the places yet.')
  })

  test('is signed as it stands only while the numbers are those that were signed', () => {
    expect(isSignedAsItStands(service)).toBe(true)
    expect(isSignedAsItStands({ ...service, counted: { ...counted, ready: 7 } })).toBe(false)
    expect(isSignedAsItStands({ ...service, signed: null })).toBe(false)
  })
})

test('a number has its unit, its source and its year', () => {
  const count = {
    id: '1.0',
    on: day('2026-05-03'),
    side: 'need',
    area: null,
    name: 'Over 75',
    source: 'Census',
    hundredths: 120_050,
    unit: 'people',
    year: 2021,
  } as const
  expect(countWords(count)).toBe('1,200.5 people (Census, 2021)')
  expect(countWords({ ...count, source: null })).toBe('1,200.5 people (2021)')
})

test('a request says what, where and how much', () => {
  const called = { service: () => 'Company', area: () => 'North' }
  expect(plain(requestWords({ service: 'company', area: 'north', minutesPerWeek: 150 }, called))).toBe('Company, North, 2½ hours a week')
  expect(plain(requestWords({ service: 'company', area: null, minutesPerWeek: 15 }, called))).toBe('Company, ¼ hour a week')
})
