import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EndingData } from '#domain/endingMarks.ts'
import { endingPicture } from '#domain/endingMarks.ts'
import type { TextMark } from '#domain/marks.ts'
import { labelsOutside, labelsThatMeet } from './labels.ts'

const data: EndingData = {
  rows: [
    { name: 'It was not working', days: [30, 365, 730], share: '2% (1 to 6)' },
    { name: 'Closed as planned', days: [100], share: '100% (99 to 100)' },
  ],
  soFar: 'So far',
  byTwoYears: 'By two years',
  ticks: [
    { day: 365, label: '1 year' },
    { day: 730, label: '2 years' },
  ],
}

const frames = [288, 320, 360, 480, 552, 680, 1032].map(width => ({ width, f: 12 }))
const large = [552, 680, 1032].map(width => ({ width, f: 21 }))

describe('how they ended, as dots', () => {
  test('there is one dot for each that stopped, later ones further to the right', () => {
    const dots = endingPicture(data, { width: 680, f: 12 }).marks.filter(({ mark }) => mark === 'circle')
    expect(dots).toHaveLength(4)
    const [first, second, third] = dots.map(dot => (dot.mark === 'circle' ? dot.cx : 0))
    // Days 30, 365 and 730: the second gap is 365 days to 335.
    expect(((third ?? 0) - (second ?? 0)) / ((second ?? 0) - (first ?? 0))).toBeCloseTo(365 / 335, 2)
  })

  test('more than forty in a row stand in columns, and the tallest is the one of most', () => {
    const many = { ...data, rows: [{ name: 'Took a job', days: Array.from({ length: 41 }, (_, i) => (i < 30 ? 5 : 400)), share: '' }] }
    const bars = endingPicture(many, { width: 680, f: 12 }).marks.flatMap(mark => (mark.mark === 'rect' ? [mark.height] : []))
    expect(bars).toHaveLength(2)
    // 30 against 11.
    expect((bars[0] ?? 0) / (bars[1] ?? 1)).toBeCloseTo(30 / 11, 2)
  })

  test('its labels stay inside and apart, whatever the counts and the width', () => {
    const days = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 60 })
    fc.assert(
      fc.property(days, days, fc.constantFrom(...frames, ...large), (first, second, frame) => {
        const rows = data.rows.map((row, place) => ({ ...row, days: place === 0 ? first : second }))
        const picture = endingPicture({ ...data, rows }, frame)
        const labels = picture.marks.filter((mark): mark is TextMark => mark.mark === 'text')
        expect([labelsOutside(picture, labels), labelsThatMeet(labels)]).toEqual([[], []])
      }),
    )
  })
})
