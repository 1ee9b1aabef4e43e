import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FunnelData } from '#domain/funnelMarks.ts'
import { funnelPicture } from '#domain/funnelMarks.ts'
import type { Mark, Picture, TextMark } from '#domain/marks.ts'
import { inHundred, inLines } from '#domain/marks.ts'
import { labelsOutside, labelsThatMeet } from './labels.ts'

const widths = [288, 320, 328, 360, 552, 768, 1232, 1280]
const sizes = [12, 21]
const frames = widths.flatMap(width => sizes.map(f => ({ width, f })))

const funnel: FunnelData = {
  all: 171,
  rows: [
    { name: 'Enquired', count: 171, of: 171, note: '38 advised only, 0 not taken on', strong: true },
    { name: 'Idea agreed', count: 133, of: 171, note: null, strong: true },
    { name: 'Trading began', count: 57, of: 171, note: null, strong: true },
  ],
  some: [
    { name: 'CQC registered', count: 17, of: 21, note: null, strong: false },
    { name: 'At two years', count: 46, of: 59, note: '8 stopped, 5 not reached: 78% to 86%', strong: false },
  ],
  someTitle: 'Asked of some only: out of their own number',
  of: 'of',
  inPercent: true,
}

const textsOf = (picture: Picture): TextMark[] => picture.marks.filter(mark => mark.mark === 'text')
const barsOf = (picture: Picture) => picture.marks.filter((mark): mark is Extract<Mark, { mark: 'rect' }> => mark.mark === 'rect')

describe('the funnel', () => {
  test('bars are as long as their counts at every width', () => {
    for (const frame of frames) {
      const bars = barsOf(funnelPicture(funnel, frame)).filter(({ ink }) => ink === 'bar')
      const longest = bars[0]?.width ?? 0
      const lengths = [171, 133, 57, 17, 46].map(count => (longest * count) / 171)
      bars.forEach(({ width }, index) => expect(width).toBeCloseTo(lengths[index] ?? 0, 1))
    }
  })

  test('an outline as long as its own number stands behind a step asked of some only', () => {
    for (const frame of frames) {
      const [enquired] = barsOf(funnelPicture(funnel, frame))
      const own = barsOf(funnelPicture(funnel, frame)).filter(({ ink }) => ink === 'own-number')
      expect(own[0]?.width).toBeCloseTo(((enquired?.width ?? 0) * 21) / 171, 1)
      expect(own[1]?.width).toBeCloseTo(((enquired?.width ?? 0) * 59) / 171, 1)
    }
  })

  test.each(frames)('labels stay inside the picture and apart at $width px and size $f', frame => {
    const picture = funnelPicture(funnel, frame)
    expect(labelsOutside(picture, textsOf(picture))).toEqual([])
    expect(labelsThatMeet(textsOf(picture))).toEqual([])
  })

  test('nobody who enquired gives bars of no length, and no broken number', () => {
    const rows = funnel.rows.map(row => ({ ...row, count: 0, of: 0 }))
    const picture = funnelPicture({ ...funnel, all: 0, rows, some: [] }, { width: 400, f: 12 })
    expect(barsOf(picture).map(({ width }) => width)).toEqual([0, 0, 0])
    expect(JSON.stringify(picture)).not.toMatch(/NaN|null|Infinity/)
  })
})

describe('words in a picture', () => {
  test('132 of 133 is 99 in every 100, never 100; 1 of 1,000 is 1, never 0; all is 100 and none is 0', () => {
    expect([132 / 133, 999 / 1000, 1, 1 / 1000, 0, 0.856].map(inHundred)).toEqual([99, 99, 100, 1, 0, 86])
  })

  test('a text broken into lines keeps all its words in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.integer({ min: 20, max: 400 }), (words, width) => {
        expect(inLines(words.join(' '), width, 12).join(' ')).toBe(words.join(' '))
      }),
    )
  })
})
