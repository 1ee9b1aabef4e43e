import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark, TextMark } from '#domain/marks.ts'
import type { StepData, StepRow } from '#domain/stepMarks.ts'
import { stepPicture } from '#domain/stepMarks.ts'
import { labelsOutside, labelsThatMeet } from './labels.ts'

const row: StepRow = {
  name: 'CQC: sent to registered',
  quarter: 60,
  half: 120,
  threeQuarters: 180,
  low: 90,
  high: 150,
  said: '120 days (90 to 150)',
  openDays: [30, 900],
}
const dataOf = (...rows: StepRow[]): StepData => ({ rows, head: 'Half done by', days: 'days' })
const desk = { width: 900, f: 12 }

const bars = (marks: readonly Mark[]) => marks.flatMap(mark => (mark.mark === 'rect' ? [mark] : []))
const ticks = (marks: readonly Mark[]) => marks.flatMap(mark => (mark.mark === 'line' && mark.ink === 'censored' ? [mark.x1] : []))
const dots = (marks: readonly Mark[]) => marks.flatMap(mark => (mark.mark === 'circle' ? [mark.cx] : []))

describe('how long each step takes, as bars', () => {
  test('the bar goes from the quarter to three quarters, with the half in its place', () => {
    const { marks } = stepPicture(dataOf(row), desk)
    const [bar] = bars(marks)
    const [dot] = dots(marks)
    // 60, 120 and 180 days: the dot is half way along.
    expect(dot).toBeCloseTo((bar?.x ?? 0) + (bar?.width ?? 0) / 2, 1)
  })

  test('the axis goes on to the longest quartile, and one that is still open beyond it stands at the edge', () => {
    const short = stepPicture(dataOf(row), desk).marks
    const long = stepPicture(dataOf(row, { ...row, threeQuarters: 470 }), desk).marks
    const edge = 900 - 12 * 12
    expect(ticks(short)[1]).toBe(edge)
    expect(long.some(mark => mark.mark === 'text' && mark.text === '480 days')).toBe(true)
  })

  test('what is not reached is not drawn: no half, no dot; no quarter, no bar', () => {
    const { marks } = stepPicture(dataOf({ ...row, quarter: null, half: null, threeQuarters: null, low: null, high: null }), desk)
    expect([bars(marks), dots(marks)]).toEqual([[], []])
  })

  test('its labels stay inside and apart, whatever the days and the width', () => {
    const frames = [288, 320, 360, 480, 552, 680, 1032].map(width => ({ width, f: 12 }))
    const day = fc.option(fc.integer({ min: 0, max: 900 }))
    fc.assert(
      fc.property(day, day, fc.constantFrom(...frames), (half, threeQuarters, frame) => {
        const picture = stepPicture(dataOf({ ...row, half, threeQuarters }, row), frame)
        const labels = picture.marks.filter((mark): mark is TextMark => mark.mark === 'text')
        expect([labelsOutside(picture, labels), labelsThatMeet(labels)]).toEqual([[], []])
      }),
    )
  })
})
