import { describe, expect, test } from 'vitest'
import type { Cohort, StepTime } from '#domain/cohortSchemas.ts'
import {
  doneBy,
  halfWords,
  maturitySentence,
  quartileWords,
  stepData,
  stepsDescription,
  stepsShown,
  stepsTitle,
} from '#tab/cohorts/stepWords.ts'
import { example } from './cohortExample.ts'

type Days = [quarter: number | null, half: number | null, rest: number | null]
const timeOf = (step: StepTime['step'], [quarter, half, rest]: Days, change: Partial<StepTime> = {}): StepTime => ({
  step,
  begun: 20,
  reached: 15,
  left: 2,
  open: 3,
  outOfOrder: 0,
  quantiles: [
    { part: 0.25, day: quarter, low: null, high: null },
    { part: 0.5, day: half, low: half && half - 5, high: half && half + 8 },
    { part: 0.75, day: rest, low: null, high: null },
  ],
  at: [
    { day: 90, share: 0.6, standardError: 0.1, low: 0.4, high: 0.8 },
    { day: 180, share: 0.705, standardError: 0.1, low: 0.5, high: 0.85 },
    { day: 365, share: null, standardError: null, low: null, high: null },
  ],
  openDays: [10, 40, 300],
  ...change,
})

const idea = timeOf('accepted-idea', [12, 28, 40])
const registered = timeOf('sent-registered', [60, 100.5, null])
const few = timeOf('asked-paid', [null, null, null], { begun: 3, at: [] })
const none = timeOf('idea-set-up', [null, null, null], { begun: 0, at: [], openDays: [] })
const whole = timeOf('enquiry-trading', [100, 150, 400])
const cohort: Cohort = { ...example, times: [idea, none, registered, few, whole] }

describe('how long each step takes, in words', () => {
  test('the title names the longest step, the whole way left out', () => {
    expect(stepsTitle(cohort)).toBe('The longest step is “CQC: sent to registered”: half are done by day 100.5')
    expect(stepsTitle(example)).toBe('How long each step takes')
  })

  test('a step that nobody began has no row', () => {
    expect(stepsShown(cohort).map(({ step }) => step)).toEqual(['accepted-idea', 'sent-registered', 'asked-paid', 'enquiry-trading'])
  })

  test('half done by, the middle half and the shares, and what stands where they are not known', () => {
    expect([idea, registered, few].map(halfWords)).toEqual(['28 days (23 to 36)', '100.5 days (95.5 to 108.5)', 'too few'])
    expect(halfWords(timeOf('accepted-idea', [12, null, null]))).toBe('not reached')
    expect([idea, registered, few, timeOf('accepted-idea', [null, null, null])].map(quartileWords)).toEqual([
      '12 to 40 days',
      '60 days or more',
      'too few',
      'not reached',
    ])
    expect([90, 180, 365].map(day => doneBy(idea, day))).toEqual(['60%', '71%', 'not yet'])
    expect(doneBy(few, 90)).toBe('too few')
  })

  test('the picture and its sentence have the same rows', () => {
    expect(stepData(cohort).rows.map(({ name, half, said }) => [name, half, said])[0]).toEqual([
      'Taken on to idea agreed',
      28,
      '28 days (23 to 36)',
    ])
    expect(stepsDescription(cohort)).toContain('CQC: sent to registered 100.5 days')
  })

  test('an old cohort can be judged at 180 days, a young one in part, and one of nobody not at all', () => {
    expect(maturitySentence(cohort)).toBe(
      'The youngest enquiry is 184 days old, so all can be judged at 180 days. By then about 71 in every 100 new ones trade (50 to 85).',
    )
    expect(maturitySentence({ ...example, maturity: { lastOn: example.asAt, days: 0, aged: 120 } })).toBe(
      'The youngest enquiry is 0 days old; 120 of 171 are 180 days old.',
    )
    expect(maturitySentence({ ...example, maturity: { lastOn: null, days: null, aged: 0 } })).toBe('')
  })
})
