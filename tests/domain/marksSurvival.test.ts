import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cohort } from '#domain/cohortSchemas.ts'
import type { Mark, TextMark } from '#domain/marks.ts'
import type { Spell } from '#domain/survival.ts'
import { survivalAt, survivalCurve } from '#domain/survival.ts'
import type { SurvivalPicture, SurvivalWords } from '#domain/survivalMarks.ts'
import { readingMarks, survivalPicture } from '#domain/survivalMarks.ts'
import { hasLateEntries, numbersAt, readingsOf } from '#domain/survivalReadings.ts'
import { labelsOutside, labelsThatMeet } from './labels.ts'

type Survival = Cohort['survival']

const words: SurvivalWords = {
  tradingFor: 'Trading for',
  start: '0',
  after: ['6 months', '1 year', '18 months', '2 years'],
  followed: 'Still followed',
  ended: 'Stopped so far',
  gone: 'Too recent, or lost',
  notYet: 'not yet',
  to: 'to',
  best: 'best case',
  worst: 'worst case',
  bestShort: 'best',
  worstShort: 'worst',
  fewFollowed: 'fewer than 20 still followed',
  nobodyYet: 'Nobody has traded this long yet.',
}

function survivalOf(spells: readonly Spell[], lost = 0): Survival {
  const days = [182, 365, 730]
  const at = days.map(day => survivalAt(spells, day))
  return {
    n: spells.length,
    ended: spells.filter(({ ended }) => ended).length,
    lost,
    unwatched: 0,
    at,
    bounds: at.map(({ day, share, exactLow }) => ({ day, low: share === null ? null : ((exactLow ?? 0) + share) / 2, high: share })),
    steps: survivalCurve(spells).map(step => {
      const { exactLow, exactHigh } = survivalAt(spells, step.day)
      return { ...step, exactLow, exactHigh }
    }),
  }
}

const followedTo = (days: readonly number[], ended = false): Spell[] => days.map(to => ({ from: 0, to, ended }))
const grown = survivalOf(
  [
    ...followedTo(Array.from({ length: 60 }, (_, index) => 200 + index * 9)),
    ...followedTo(Array(59).fill(730)),
    ...followedTo([90, 200, 200, 333, 410, 500, 640, 700, 701, 720, 725, 728, 729, 729], true),
  ],
  5,
)
const young = survivalOf([...followedTo(Array.from({ length: 27 }, (_, index) => 148 + index * 9)), ...followedTo([289], true)])
const few = survivalOf([...followedTo([800, 700, 660, 510, 366, 280, 220]), ...followedTo([203], true)], 1)
const cases = [
  { name: 'a grown cohort', survival: grown },
  { name: 'a young one', survival: young },
  { name: 'a small one', survival: few },
  { name: 'one enterprise', survival: survivalOf(followedTo([400])) },
  { name: 'one that stopped on its first day', survival: survivalOf(followedTo([0], true)) },
  { name: 'all ended', survival: survivalOf(followedTo([30, 60, 60, 120, 300], true)) },
  { name: 'nobody', survival: survivalOf([]) },
  {
    name: 'late entries',
    survival: survivalOf([{ from: 400, to: 730, ended: false }, { from: 100, to: 350, ended: true }, ...followedTo([50, 700])]),
  },
  { name: 'answered a year late', survival: survivalOf(followedTo([1090, 1100, 731, 745])) },
  { name: 'thousands', survival: survivalOf([...followedTo(Array(4000).fill(730)), ...followedTo(Array(300).fill(100), true)], 12) },
]
const frames = [288, 328, 320, 360, 540, 728, 768, 1232, 1280].flatMap(width => [12, 21].map(f => ({ width, f })))

const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter(mark => mark.mark === 'text')
const allOf = (picture: SurvivalPicture): Mark[] => [...picture.marks, ...picture.standing]
const pathsOf = (picture: SurvivalPicture, ink: string) =>
  picture.marks.flatMap(mark => (mark.mark === 'path' && mark.ink === ink ? [mark] : []))
const cornersOf = (d: string): [number, number][] => [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

describe('the survival chart', () => {
  test.each(cases)('$name: no broken number, and labels inside the picture and apart, at every width and size', ({ survival }) => {
    const faults = frames.flatMap(frame => {
      const picture = survivalPicture(survival, frame, words)
      const labels = textsOf(allOf(picture))
      const broken = JSON.stringify(allOf(picture)).match(/NaN|Infinity/g) ?? []
      return [...broken, ...labelsOutside(picture, labels), ...labelsThatMeet(labels)].map(
        fault => `${frame.width} px, size ${frame.f}: ${fault}`,
      )
    })
    expect(faults).toEqual([])
  })

  test('a reading line at any day keeps its words inside', () => {
    const picture = survivalPicture(grown, { width: 288, f: 12 }, words)
    const outside = picture.places.flatMap(place =>
      labelsOutside(picture, textsOf(readingMarks(picture, place, '90% at day 548', '82% to 94%; 72 still followed, 11 stopped'))),
    )
    expect(outside).toEqual([])
  })

  test('the curve begins at 100% on the first day and ends on the last day that anyone is followed', () => {
    const picture = survivalPicture(grown, { width: 700, f: 12 }, words)
    const corners = pathsOf(picture, 'curve').flatMap(({ d }) => cornersOf(d))
    expect(corners[0]).toEqual([picture.plot.left, picture.plot.top])
    // The plot runs from day 0 to day 800; the last of them were followed to day 731, by 9-day steps from 200.
    const perDay = (picture.plot.right - picture.plot.left) / 800
    expect(corners.at(-1)?.[0]).toBeCloseTo(picture.plot.left + 731 * perDay, 1)
    const band = pathsOf(picture, 'band').flatMap(({ d }) => cornersOf(d))
    expect(Math.max(...band.map(([x]) => x))).toBeCloseTo(picture.plot.left + 731 * perDay, 1)
  })

  test('a few late answers past two years are not drawn: the line ends with two calendar years', () => {
    const late = survivalOf(followedTo([...Array.from({ length: 40 }, () => 730), 760, 900]))
    const picture = survivalPicture(late, { width: 700, f: 12 }, words)
    const perDay = (picture.plot.right - picture.plot.left) / 800
    const ends = ['curve', 'band'].map(ink => Math.max(...pathsOf(picture, ink).flatMap(({ d }) => cornersOf(d).map(([x]) => x))))
    expect(ends.map(x => Math.round((x - picture.plot.left) / perDay))).toEqual([731, 731])
    expect(picture.places.map(({ day }) => day)).toEqual([0, 182, 365, 730, 731])
  })

  test('the line is thin where fewer than 20 are followed', () => {
    const thicknesses = pathsOf(survivalPicture(grown, { width: 700, f: 12 }, words), 'curve').map(({ thick }) => thick)
    expect(thicknesses).toEqual([2.4, 1.08])
    expect(pathsOf(survivalPicture(few, { width: 700, f: 12 }, words), 'curve').map(({ thick }) => thick)).toEqual([1.08])
  })

  test('a two-year figure that cannot be known yet leaves hatching from the last followed day, and no best or worst case', () => {
    const picture = survivalPicture(young, { width: 700, f: 12 }, words)
    const hatch = picture.marks.find(mark => mark.mark === 'rect' && mark.ink === 'not-known')
    // Followed to day 148 + 26 × 9 = 382 of an axis of 800.
    const perDay = (picture.plot.right - picture.plot.left) / 800
    expect(hatch).toMatchObject({ x: expect.closeTo(picture.plot.left + 382 * perDay, 1) })
    expect(picture.marks.filter(mark => mark.mark === 'line' && mark.ink === 'edge-case')).toEqual([])
    expect(textsOf(picture.marks).map(({ text }) => text)).toContain('not yet')
  })

  test('where all have ended nothing is hatched: that is known', () => {
    const picture = survivalPicture(survivalOf(followedTo([30, 60, 60, 120, 300], true)), { width: 700, f: 12 }, words)
    expect(picture.marks.filter(mark => mark.mark === 'rect')).toEqual([])
  })

  test('for any cohort the band holds the line, and neither leaves the plot', () => {
    const spell = fc.record({ from: fc.constant(0), to: fc.integer({ min: 0, max: 900 }), ended: fc.boolean() })
    fc.assert(
      fc.property(fc.array(spell, { minLength: 1, maxLength: 40 }), spells => {
        const survival = survivalOf(spells)
        for (const { share, low, high } of readingsOf(survival)) {
          expect(low ?? 0).toBeLessThanOrEqual(share)
          expect(high ?? 1).toBeGreaterThanOrEqual(share)
        }
        const picture = survivalPicture(survival, { width: 600, f: 12 }, words)
        const corners = [...pathsOf(picture, 'curve'), ...pathsOf(picture, 'band')].flatMap(({ d }) => cornersOf(d))
        for (const [x, y] of corners) {
          expect(x).toBeGreaterThanOrEqual(picture.plot.left - 0.01)
          expect(x).toBeLessThanOrEqual(picture.plot.right + 0.01)
          expect(y).toBeGreaterThanOrEqual(picture.plot.top - 0.01)
          expect(y).toBeLessThanOrEqual(picture.plot.bottom + 0.01)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('for any cohort the numbers under the axis add up to all of it, and those followed are those the answer counts', () => {
    const spell = fc
      .record({ from: fc.integer({ min: 0, max: 300 }), more: fc.integer({ min: 1, max: 700 }), ended: fc.boolean() })
      .map(({ from, more, ended }) => ({ from, to: from + more, ended }))
    fc.assert(
      fc.property(fc.array(spell, { minLength: 1, maxLength: 40 }), spells => {
        const survival = survivalOf(spells)
        // Who came in late, but before anything happened, cannot be told from who was there from the start.
        const known = hasLateEntries(survival) ? 0 : (survival.steps[0]?.day ?? 0)
        for (const { day, numbers } of numbersAt(survival)) {
          if (!numbers || day <= known) continue
          expect(numbers.followed + numbers.ended + numbers.gone).toBe(spells.length)
          expect(Math.min(numbers.followed, numbers.ended, numbers.gone)).toBeGreaterThanOrEqual(0)
          expect(numbers.followed).toBe(spells.filter(({ from, to }) => (from === 0 || from < day) && to >= day).length)
        }
      }),
      { numRuns: 100 },
    )
  })
})
