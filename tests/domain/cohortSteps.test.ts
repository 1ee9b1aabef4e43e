import { describe, expect, test } from 'vitest'
import type { SettledQuestion } from '#domain/cohort.ts'
import { cohortFigures } from '#domain/cohort.ts'
import type { TimedStep } from '#domain/cohortSchemas.ts'
import { day } from '#domain/plainDate.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, caseIdOf, journey, supported, trading } from '../builders.ts'

const figuresOf = (stories: readonly Journey[], asAt = '2016-01-05') => {
  const question: SettledQuestion = { asAt: day(asAt), by: 'enquiry' }
  return cohortFigures(
    stories.map(({ facts }, place) => ({ caseId: caseIdOf(place + 1), facts })),
    question,
    0,
  )
}
const timeOf = (stories: readonly Journey[], step: TimedStep, asAt?: string) =>
  figuresOf(stories, asAt).times.find(each => each.step === step)

const enquired = (date: string) => journey().enquired(date)

describe('how long a step takes', () => {
  // All enquired on 5 January 2015; asked on 5 January 2016, 365 days later.
  const six = [
    anEnquiry().accepted('2015-01-15'), // 10 days
    anEnquiry().accepted('2015-01-25'), // 20 days
    anEnquiry().accepted('2015-01-05'), // the same day: 0 days
    anEnquiry().declined('2015-02-04'), // left after 30 days
    anEnquiry(), // open at 365 days
    anEnquiry().accepted('2015-04-15'), // 100 days
  ]

  test('is counted with those still in it and those that left before the end', () => {
    expect(timeOf(six, 'enquiry-accepted')).toMatchObject({ begun: 6, reached: 4, left: 1, open: 1, outOfOrder: 0, openDays: [365] })
  })

  test('has a median that the slow ones push up: half had come to the end by day 20, not by the mean of those done', () => {
    // Kaplan–Meier, left and open censored: 5/6 after day 0, 4/6 after 10, 3/6 after 20 until the next on day 100: 3/6 × (1 − 1/2).
    // Exactly half from day 20 to day 100, so the middle: 60. A quarter by day 10 (4/6 is below 3/4), three quarters on day 100.
    expect(timeOf(six, 'enquiry-accepted')?.quantiles.map(({ part, day: by }) => [part, by])).toEqual([
      [0.25, 10],
      [0.5, 60],
      [0.75, 100],
    ])
  })

  test('has the share at the end by 90, 180 and 365 days, those that left counted as gone for good', () => {
    // By 90 days 3 of 6; one left on day 30, so 2 are at risk on day 100: 1/2 + (3/6 − 1/6) × 1/2 = 4/6.
    expect(timeOf(six, 'enquiry-accepted')?.at.map(({ share }) => share)).toEqual([
      expect.closeTo(3 / 6, 12),
      expect.closeTo(4 / 6, 12),
      expect.closeTo(4 / 6, 12),
    ])
  })

  test('has counts alone where fewer than five began it', () => {
    expect(timeOf(six.slice(0, 4), 'enquiry-accepted')).toMatchObject({
      begun: 4,
      reached: 3,
      at: [],
      quantiles: [{ day: null }, { day: null }, { day: null }],
    })
  })

  test('is not known beyond the oldest that is still in it', () => {
    const young = Array.from({ length: 5 }, () => enquired('2015-12-01'))
    expect(timeOf(young, 'enquiry-accepted')?.at.map(({ share }) => share)).toEqual([null, null, null])
  })
})

describe('which days a step runs between', () => {
  test('idea, set up, and the first day of trading, of one that did all', () => {
    // Taken on 20 January, idea 30 January, set up 10 February, trading 1 March 2015: 15, 10, 11, 19 and 55 days.
    const { times } = figuresOf(Array.from({ length: 5 }, () => trading()))
    expect(times.map(({ step, quantiles }) => [step, quantiles[1]?.day])).toEqual([
      ['enquiry-accepted', 15],
      ['accepted-idea', 10],
      ['idea-set-up', 11],
      ['sent-registered', null],
      ['asked-paid', null],
      ['set-up-trading', 19],
      ['enquiry-trading', 55],
    ])
  })

  test('CQC: from sending the application to being registered, refused or withdrawn', () => {
    const sent = supported().registration('2015-03-01', 'preparing').registration('2015-03-11', 'submitted')
    const stories = [
      sent.registration('2015-06-19', 'registered'),
      sent.registration('2015-04-10', 'withdrawn'),
      sent.registration('2015-05-10', 'refused'),
      sent.registration('2015-04-01', 'in-assessment'),
      supported().registration('2015-03-01', 'preparing'),
    ]
    expect(timeOf(stories, 'sent-registered')).toMatchObject({ begun: 4, reached: 1, left: 2, open: 1, openDays: [300] })
  })

  test('an end dated before its beginning is counted apart, and never as days below nothing', () => {
    const upsideDown = supported().constituted('2015-01-25').ideaAgreed('2015-01-30')
    expect(timeOf([upsideDown], 'idea-set-up')).toMatchObject({ begun: 0, outOfOrder: 1 })
  })

  test('what ran before we met it is in no step', () => {
    const before = journey().began('2012-06-01').constituted('2012-06-01').enquired('2015-01-05').accepted('2015-01-20', 'existing')
    expect(figuresOf([before]).times.every(({ begun, outOfOrder }) => begun + outOfOrder === 0)).toBe(true)
  })

  test('a record that stopped leaves the step it was in', () => {
    expect(timeOf([supported().stopped('2015-03-01', 'took-job')], 'accepted-idea')).toMatchObject({ begun: 1, left: 1, open: 0 })
  })
})

test('a cohort says how old it is: its last enquiry, and how many are 180 days old', () => {
  // 9 July 2015 + 180 days = 5 January 2016.
  const { maturity } = figuresOf([enquired('2015-01-05'), enquired('2015-07-09'), enquired('2015-07-10')])
  expect(maturity).toEqual({ lastOn: '2015-07-10', days: 179, aged: 2 })
  expect(figuresOf([]).maturity).toEqual({ lastOn: null, days: null, aged: 0 })
})
