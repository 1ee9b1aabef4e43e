import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PotData, ShareRow } from '#domain/fundMarks.ts'
import { hasPotLabels, potPicture, sharePicture } from '#domain/fundMarks.ts'
import type { Ink, Picture, TextMark } from '#domain/marks.ts'
import { labelsOutside, labelsThatMeet } from './labels.ts'

const widths = [288, 320, 328, 360, 552, 680, 768, 1032, 1152]
const frames = widths.flatMap(width => [12, 21].map(f => ({ width, f })))
const desk = { width: 1001, f: 12 }

const labels: PotData['labels'] = {
  paid: { amount: '£40,670', of: 'Paid, less what came back' },
  available: { amount: '£16,430', of: 'Left to award' },
  setAside: { amount: '£2,900', of: 'set aside, 6 grants not paid yet' },
  asked: { amount: '£2,750', of: 'of it asked for by 6' },
}
const pot: PotData = { paid: 40_670_00, setAside: 2_900_00, available: 16_430_00, asked: 2_750_00, labels }

const rectsOf = ({ marks }: Picture, wanted: Ink) => marks.flatMap(mark => (mark.mark === 'rect' && mark.ink === wanted ? [mark] : []))
const widthOf = (picture: Picture, ink: Ink): number => rectsOf(picture, ink)[0]?.width ?? 0
const textsOf = ({ marks }: Picture): TextMark[] => marks.filter(mark => mark.mark === 'text')

describe('a fund as one bar', () => {
  test('has pieces as long as their money, less the seams between them', () => {
    // £60,000 over 1,000 px: £40,670 is 677.83 px, £2,900 48.33 px, £16,430 273.83 px and £2,750 45.83 px; two seams of 2 px.
    const picture = potPicture(pot, desk)
    expect(widthOf(picture, 'bar')).toBeCloseTo(675.83, 1)
    expect(widthOf(picture, 'second-bar')).toBeCloseTo(46.33, 1)
    expect(widthOf(picture, 'own-number')).toBeCloseTo(273.83, 1)
    expect(widthOf(picture, 'asked-for')).toBeCloseTo(45.83, 1)
  })

  test('hatches what is asked for within what is left, and never beyond it', () => {
    const picture = potPicture({ ...pot, asked: 99_000_00 }, desk)
    const [left, asked] = [rectsOf(picture, 'own-number')[0], rectsOf(picture, 'asked-for')[0]]
    expect([asked?.x, asked?.width]).toEqual([left?.x, left?.width])
  })

  test('draws nothing for what is nothing: an empty fund, and one that is all paid', () => {
    const empty = { ...pot, paid: 0, setAside: 0, available: 0, asked: 0 }
    expect(potPicture(empty, desk).marks.filter(({ mark }) => mark === 'rect')).toEqual([])
    const paid = potPicture({ ...empty, paid: 60_000_00 }, desk)
    expect(widthOf(paid, 'bar')).toBeCloseTo(1000, 1)
    expect(textsOf(paid).map(({ lead }) => lead)).toEqual([undefined, undefined, undefined, undefined])
  })

  test('shows a penny among thousands', () => {
    expect(widthOf(potPicture({ ...pot, setAside: 1 }, desk), 'second-bar')).toBeGreaterThanOrEqual(1)
  })

  test('has no labels where it is narrow: there rows stand beneath it', () => {
    expect([599, 600].map(width => hasPotLabels({ width, f: 12 }))).toEqual([false, true])
    expect(textsOf(potPicture(pot, { width: 360, f: 12 }))).toEqual([])
  })

  test('keeps its labels inside and apart, whatever the amounts and the width', () => {
    const pence = fc.integer({ min: 0, max: 9_000_000 })
    fc.assert(
      fc.property(pence, pence, pence, pence, fc.constantFrom(...frames), (paid, setAside, available, asked, frame) => {
        const picture = potPicture({ ...pot, paid, setAside, available, asked }, frame)
        expect(labelsOutside(picture, textsOf(picture))).toEqual([])
        expect(labelsThatMeet(textsOf(picture))).toEqual([])
      }),
    )
  })
})

describe('what the money went to', () => {
  const row = (name: string, paid: number, setAside: number, below: string | null = null): ShareRow => ({
    name,
    paid,
    setAside,
    amount: '£14,620',
    note: '31 paid, £960 to pay',
    below,
  })
  const rows = [
    row('Personal care', 13_660_00, 960_00, '118 hours a week are wanted. Before the fund 20 were there, now 60.'),
    row('Help at home', 6_830_00, 480_00),
    row('Getting ready for work', 0, 0),
  ]

  test('is drawn on one scale: half the money is half as long', () => {
    for (const frame of frames) {
      const [first, second] = rectsOf(sharePicture(rows, frame), 'bar')
      // The seam before what is set aside is 2 px in both.
      expect((second?.width ?? 0) + 2).toBeCloseTo(((first?.width ?? 0) + 2) / 2, 1)
    }
  })

  test('has no bar for nothing, and says its name all the same', () => {
    const picture = sharePicture(rows, desk)
    expect(rectsOf(picture, 'bar')).toHaveLength(2)
    expect(textsOf(picture).map(({ text }) => text)).toContain('Getting ready for work')
  })

  test('keeps its labels inside and apart at every width', () => {
    for (const frame of frames) {
      const picture = sharePicture(rows, frame)
      expect(labelsOutside(picture, textsOf(picture))).toEqual([])
      expect(labelsThatMeet(textsOf(picture))).toEqual([])
    }
  })

  test('of nothing is nothing', () => {
    expect(sharePicture([], desk).marks).toEqual([])
  })
})
