import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GroupRow } from '#domain/groupMarks.ts'
import { groupPicture } from '#domain/groupMarks.ts'
import type { TextMark } from '#domain/marks.ts'
import { labelsOutside, labelsThatMeet } from './labels.ts'

const row = (name: string, share: number | null): GroupRow => {
  return { name, share, low: 0.25, high: 0.75, said: share === null ? 'too few' : '50% (25 to 75)' }
}

describe('groups side by side, as dots on one scale', () => {
  test('a half stands in the middle of 0 and 100, with its range as far to either side', () => {
    const { marks } = groupPicture([row('North', 0.5)], { width: 900, f: 12 })
    const ends = marks.flatMap(mark => (mark.mark === 'line' && mark.ink === 'curve' && mark.x1 !== mark.x2 ? [mark.x1, mark.x2] : []))
    const dot = marks.flatMap(mark => (mark.mark === 'circle' ? [mark.cx] : []))[0] ?? 0
    // The plot runs from 13.4 to 75 − 10.5 labels of 12 px.
    expect(dot).toBeCloseTo((13.4 * 12 + 64.5 * 12) / 2, 1)
    expect((ends[0] ?? 0) + (ends[1] ?? 0)).toBeCloseTo(2 * dot, 1)
  })

  test('a group of too few has its name and no dot', () => {
    const { marks } = groupPicture([row('North', null)], { width: 900, f: 12 })
    expect(marks.some(({ mark }) => mark === 'circle')).toBe(false)
    expect(marks.some(mark => mark.mark === 'text' && mark.text === 'too few')).toBe(true)
  })

  test('labels stay inside and apart, however long a name is and however narrow the chart', () => {
    const name = fc.array(fc.constantFrom('Community', 'benefit', 'society', 'of', 'North', 'Moors'), { minLength: 1, maxLength: 6 })
    const frames = [288, 320, 360, 480, 680, 1032].map(width => ({ width, f: 12 }))
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.constantFrom(...frames), (names, frame) => {
        const picture = groupPicture(
          names.map((words, place) => row(words.join(' '), place % 2 === 0 ? 0.5 : null)),
          frame,
        )
        const labels = picture.marks.filter((mark): mark is TextMark => mark.mark === 'text')
        expect([labelsOutside(picture, labels), labelsThatMeet(labels)]).toEqual([[], []])
      }),
    )
  })
})
