import { describe, expect, test } from 'vitest'
import type { Cohort, EndedInOneWay } from '#domain/cohortSchemas.ts'
import {
  dayRange,
  endingData,
  endingsDescription,
  endingsShown,
  endingsTitle,
  followUpWords,
  lastingRows,
  lastingSentence,
  lastingTitle,
  shareOfEnding,
} from '#tab/cohorts/lastingWords.ts'
import { at, example } from './cohortExample.ts'

const lasting = (change: Partial<Cohort['lasting']>): Cohort => ({ ...example, lasting: { ...example.lasting, ...change } })
const few: Cohort = { ...example, survival: { ...example.survival, n: 8 } }
const thin: Cohort = {
  ...example,
  survival: {
    ...example.survival,
    steps: [{ day: 9, share: 0, low: null, high: null, exactLow: 0, exactHigh: 0.8, atRisk: 1, ended: 1, censored: 0 }],
  },
}
const halfDay = (day: number): Cohort => lasting({ quantiles: [{ part: 0.5, day, low: 300, high: null, exactLow: 290, exactHigh: 600 }] })

describe('how long they last', () => {
  test('the title gives the day by which half had stopped, and else the time they trade out of two years', () => {
    expect(lastingTitle(halfDay(412.5))).toBe('Half of them had stopped by day 412.5')
    expect(lastingTitle(example)).toBe('Of the first two years, they trade for 690 days on average')
    expect(lastingTitle(lasting({ restrictedMean: null }))).toBe('More than half of them go on for as long as we can see')
    expect(lastingTitle(few)).toBe('How long they last')
  })

  test('a table with each figure and how low or high it could be', () => {
    expect(lastingRows(example).map(({ key, best, range }) => [key, best, range])).toEqual([
      ['0.25', 'not in two years', '731 days or more'],
      ['0.5', 'not in two years', '731 days or more'],
      ['0.75', 'not in two years', '731 days or more'],
      ['mean', '690 days', '674 to 707 days'],
      ['cases', '', '80% to 86%'],
      ['complete', '97%', ''],
      ['followed', '612 days', ''],
    ])
  })

  test('no range on few stops, and no time out of two years where nobody was followed so long', () => {
    const { restrictedMean } = example.lasting
    const fewStops = lasting({ restrictedMean: restrictedMean && { ...restrictedMean, low: null, high: null } })
    expect(lastingRows(fewStops).find(({ key }) => key === 'mean')?.range).toBe('too few stopped')
    expect(lastingSentence(fewStops)).toContain('we give no range')
    expect(lastingRows(lasting({ restrictedMean: null })).find(({ key }) => key === 'mean')?.best).toBe('not known')
  })

  test('fewer than twenty, or a first few that all stopped, get a sentence and no figures', () => {
    expect([lastingRows(few), lastingRows(thin)]).toEqual([[], []])
    expect(lastingSentence(few)).toBe('8 are too few for these figures. From 20 on we work them out.')
    expect(lastingSentence(thin)).toContain('we cannot say')
  })

  test('how much could be followed stands beside the curve, where it is known', () => {
    expect(followUpWords(example)).toBe('Follow-up is 97% complete. ')
    expect(followUpWords(lasting({ completeness: null }))).toBe('')
  })

  test('a range that is open on one side says so', () => {
    expect(dayRange({ exactLow: 90, exactHigh: 600 })).toBe('90 to 600 days')
    // Past two years only late answers are left: no day is read off them.
    expect(dayRange({ exactLow: 90, exactHigh: 745 })).toBe('90 days or more')
    expect(dayRange({ exactLow: 739, exactHigh: null })).toBe('not in two years')
    expect(dayRange({ exactLow: 90, exactHigh: null })).toBe('90 days or more')
    expect(dayRange({ exactLow: null, exactHigh: null })).toBe('not in two years')
  })
})

const way = (
  ending: EndedInOneWay['ending'],
  days: number[],
  share: number | null,
  low: number | null,
  high: number | null,
): EndedInOneWay => ({
  ending,
  count: days.length,
  days,
  at: [{ day: 730, share, standardError: share === null ? null : 0.01, low, high }],
})

describe('how they ended', () => {
  const ended: Cohort = {
    ...example,
    endings: [
      way('not-working', [90, 400], 0.021, 0.004, 0.06),
      way('planned', [100, 200, 300], 0.03, 0.008, 0.08),
      way('took-job', [], 0, null, null),
    ],
  }

  test('“not working” stands beside every stop, in the title and as a row of its own though nobody had it', () => {
    expect(endingsTitle(ended)).toBe('15 of 133 have stopped; 2 because it was not working')
    const without = {
      ...ended,
      endings: ended.endings.map(each => (each.ending === 'not-working' ? way('not-working', [], 0, null, null) : each)),
    }
    expect(endingsTitle(without)).toBe('15 of 133 have stopped; none because it was not working')
    expect(endingsShown(without.endings).map(({ ending }) => ending)).toEqual(['planned', 'not-working'])
    expect(endingsTitle({ ...ended, survival: { ...ended.survival, ended: 0 } })).toBe('None of 133 has stopped')
  })

  test('the share of each reason has its range, and none where nobody had it or it is not known', () => {
    expect(ended.endings.map(each => shareOfEnding(each, 730))).toEqual(['2% (1 to 6)', '3% (1 to 8)', 'none'])
    expect(shareOfEnding(way('planned', [3], null, null, null), 730)).toBe('not known yet')
    expect(shareOfEnding(way('planned', [3], 0.1, null, null), 365)).toBe('not known yet')
  })

  test('the picture and its sentence have the same rows, and no share of fewer than twenty', () => {
    expect(endingData(ended).rows.map(({ name, days }) => [name, days.length])).toEqual([
      ['Closed as planned', 3],
      ['It was not working', 2],
    ])
    expect(endingsDescription(ended)).toBe(
      'One dot for each that stopped, at the days it had traded: Closed as planned 3, It was not working 2.',
    )
    const small = { ...ended, survival: { ...ended.survival, n: 8, at: [at(730, 0.9, 0.5, 1, 3)] } }
    expect(endingData(small).rows.map(({ share }) => share)).toEqual(['', ''])
  })
})
