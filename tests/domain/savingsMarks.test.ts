import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ink, Picture, TextMark } from '#domain/marks.ts'
import type { StepRow } from '#domain/savingsMarks.ts'
import { gapPicture, intervalPicture, stepsPicture, swingsPicture } from '#domain/savingsMarks.ts'
import { labelsOutside, labelsThatMeet } from './labels.ts'

const frames = [288, 320, 360, 552, 680, 768, 1032, 1152].flatMap(width => [12, 21].map(f => ({ width, f })))
const desk = { width: 1001, f: 12 }

/** £121k, as a scale says it. */
const say = (pence: number): string => `${pence < 0 ? '−' : ''}£${Math.round(Math.abs(pence) / 100_000)}k`
const rectsOf = ({ marks }: Picture, wanted?: Ink) =>
  marks.flatMap(mark => (mark.mark === 'rect' && (wanted === undefined || mark.ink === wanted) ? [mark] : []))
const textsOf = ({ marks }: Picture): TextMark[] => marks.filter(mark => mark.mark === 'text')
/** Labels that leave the picture, or stand on each other. */
const faultsIn = (picture: Picture): string[] => [...labelsOutside(picture, textsOf(picture)), ...labelsThatMeet(textsOf(picture))]

const amount = fc.integer({ min: -900_000_00, max: 900_000_00 })
const anyFrame = fc.constantFrom(...frames)

describe('a range', () => {
  test('is a bar on a scale that begins at £0, with a dot at what is most likely', () => {
    // The scale runs from £0 at 7.2 px to £200k at 993.8 px: 4.933 px for £1,000. £78,000 is at 392.0, £169,000 at 840.9 and £121,000 at 604.1.
    const picture = intervalPicture({ low: 78_000_00, most: 121_000_00, high: 169_000_00 }, desk, say)
    const [bar] = rectsOf(picture, 'band')
    expect([bar?.x, (bar?.x ?? 0) + (bar?.width ?? 0)].map(at => Math.round(at ?? 0))).toEqual([392, 841])
    expect(picture.marks.flatMap(mark => (mark.mark === 'circle' ? [Math.round(mark.cx)] : []))).toEqual([604])
    expect(textsOf(picture).map(({ text }) => text)).toContain('£0k')
  })

  test('that reaches below nothing has £0 on its scale all the same', () => {
    const picture = intervalPicture({ low: -50_000_00, most: 20_000_00, high: 90_000_00 }, desk, say)
    expect(textsOf(picture).map(({ text }) => text)).toEqual(expect.arrayContaining(['−£50k', '£0k', '£100k']))
  })

  test('keeps its bar, its dot and its labels inside and apart, whatever it is', () => {
    fc.assert(
      fc.property(amount, amount, amount, anyFrame, (a, b, c, frame) => {
        const [low = 0, most = 0, high = 0] = [a, b, c].sort((one, other) => one - other)
        const picture = intervalPicture({ low, most, high }, frame, say)
        expect(faultsIn(picture)).toEqual([])
        for (const { x, width } of rectsOf(picture)) expect(x >= 0 && x + width <= frame.width).toBe(true)
      }),
    )
  })
})

describe('from every hour to what is left', () => {
  const rows: StepRow[] = [
    { name: 'All hours, as if all counted', from: 0, to: 600_000_00, kind: 'as-if', amount: '£600,000' },
    { name: 'Hours others pay for', from: 600_000_00, to: 222_000_00, kind: 'off', amount: '−£378,000' },
    { name: 'Hours the council pays for', from: 0, to: 222_000_00, kind: 'total', amount: '£222,000' },
    { name: 'Would have started anyway', from: 222_000_00, to: 121_000_00, kind: 'off', amount: '−£101,000' },
    { name: 'What is left, a year', from: 0, to: 121_000_00, kind: 'total', amount: '£121,000' },
  ]

  test('has bars as long as their amounts, each beginning where the one before it ended', () => {
    const [all, others, council, anyway, left] = rectsOf(stepsPicture(rows, desk))
    const scale = (all?.width ?? 0) / 600
    for (const [bar, thousands] of [
      [others, 378],
      [council, 222],
      [anyway, 101],
      [left, 121],
    ] as const)
      expect(bar?.width).toBeCloseTo(thousands * scale, 1)
    const endOf = (bar: typeof all): number => (bar?.x ?? 0) + (bar?.width ?? 0)
    expect(endOf(others)).toBeCloseTo(endOf(all), 1)
    expect(others?.x).toBeCloseTo(endOf(council), 1)
    expect(anyway?.x).toBeCloseTo(endOf(left), 1)
  })

  test('outlines what is as if, hatches what is taken off, and fills what counts', () => {
    expect(rectsOf(stepsPicture(rows, desk)).map(({ ink }) => ink)).toEqual(['own-number', 'asked-for', 'bar', 'asked-for', 'bar'])
  })

  test('has a bar left of £0 where the council pays more than it would have', () => {
    const picture = stepsPicture([{ name: 'What is left', from: 0, to: -5_000_00, kind: 'total', amount: '−£5,000' }], desk)
    const [bar] = rectsOf(picture)
    const zero = picture.marks.flatMap(mark => (mark.mark === 'line' && mark.x1 === mark.x2 ? [mark.x1] : []))[0] ?? 0
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeCloseTo(zero, 1)
  })

  test.each(frames)('keeps its labels inside and apart at $width px and $f px', frame => {
    expect(faultsIn(stepsPicture(rows, frame))).toEqual([])
  })
})

describe('which figure matters most', () => {
  const rows = [
    { name: 'What the council would have paid for an hour', low: '£22.63', high: '£25.57', atLow: 87_000_00, atHigh: 155_000_00 },
    { name: 'Would have started anyway', low: '9%', high: '33%', atLow: 138_000_00, atHigh: 102_000_00 },
  ]

  test('has a bar from one outcome to the other, on one scale', () => {
    // £68,000 and £36,000.
    const [first, second] = rectsOf(swingsPicture(rows, 121_000_00, desk, say))
    expect((second?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(36 / 68, 3)
  })

  test('puts the value that lowers the saving on the left, whether it is the low one or the high one', () => {
    const texts = textsOf(swingsPicture(rows, 121_000_00, desk, say))
    const at = (text: string): number => texts.find(each => each.text === text)?.x ?? 0
    expect(at('£22.63')).toBeLessThan(at('£25.57'))
    expect(at('33%')).toBeLessThan(at('9%'))
  })

  test('says the saving as it is stated over its line, and the ends beside it', () => {
    const heads = textsOf(swingsPicture(rows, 121_000_00, desk, say)).filter(({ text }) => text.startsWith('£') && text.endsWith('k'))
    expect(heads.map(({ text, strong }) => [text, strong])).toEqual([
      ['£121k', true],
      ['£87k', false],
      ['£155k', false],
    ])
  })

  test('draws nothing where no figure has a range', () => {
    expect(rectsOf(swingsPicture([], 121_000_00, desk, say))).toEqual([])
  })

  test('keeps its labels inside and apart, whatever the outcomes', () => {
    fc.assert(
      fc.property(amount, amount, amount, anyFrame, (stated, atLow, atHigh, frame) => {
        const all = [...rows, { name: 'Due to other support', low: '8%', high: '24%', atLow, atHigh }]
        expect(faultsIn(swingsPicture(all, stated, frame, say))).toEqual([])
      }),
    )
  })
})

describe('saved less spent, by month', () => {
  const months = Array.from({ length: 36 }, (_, place) => ({ label: `Apr ${place + 10}`, gap: (place - 24) * 1_000_00 }))
  const paidBack = 'Paid back: April 2026'

  test('is a line that passes £0, with a circle where it was first paid back', () => {
    const picture = gapPicture({ months, paidBackAt: 24, paidBack }, desk, say)
    const circle = picture.marks.find(mark => mark.mark === 'circle')
    const zero = picture.marks.find(mark => mark.mark === 'line' && mark.ink === 'axis')
    expect(circle && 'cy' in circle && circle.cy).toBe(zero && 'y1' in zero && zero.y1)
    expect(textsOf(picture).map(({ text }) => text)).toContain(paidBack)
  })

  test('that never passes it has no circle', () => {
    const picture = gapPicture({ months: months.slice(0, 20), paidBackAt: null, paidBack: '' }, desk, say)
    expect(picture.marks.filter(({ mark }) => mark === 'circle')).toEqual([])
  })

  test('of one month, or of none, is drawn all the same', () => {
    for (const some of [months.slice(0, 1), []])
      expect(faultsIn(gapPicture({ months: some, paidBackAt: null, paidBack: '' }, desk, say))).toEqual([])
  })

  test('keeps its labels inside and apart, whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 60 }), anyFrame, (gaps, frame) => {
        const at = gaps.findIndex(gap => gap >= 0)
        const data = { months: gaps.map((gap, place) => ({ label: `Apr ${place}`, gap })), paidBackAt: at === -1 ? null : at, paidBack }
        expect(faultsIn(gapPicture(data, frame, say))).toEqual([])
      }),
    )
  })
})
