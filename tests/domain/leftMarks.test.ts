import { describe, expect, test } from 'vitest'
import { leftPicture } from '#domain/leftMarks.ts'
import type { Mark } from '#domain/marks.ts'

const words = { thisOne: 'this grant £480', left: 'left £15,950' }
const frame = { width: 403.6, f: 12 }
type Rect = Extract<Mark, { mark: 'rect' }>
const rects = (marks: readonly Mark[]): Rect[] => marks.filter(mark => mark.mark === 'rect')
const texts = (marks: readonly Mark[]) => marks.filter(mark => mark.mark === 'text')
const widthOf = (marks: readonly Mark[], ink: string): number => rects(marks).find(each => each.ink === ink)?.width ?? 0

describe('What is left, with one grant in it', () => {
  test('widths are shares of the whole, and this grant has a little more so that it is seen', () => {
    // 400 px for £40,000: £20,000 paid is 200 px, £4,000 set aside 40 px, £6,000 this one 60 px and 3.6 px more, £10,000 left 100 px.
    const { marks } = leftPicture({ paid: 2_000_000, setAside: 400_000, thisOne: 600_000, left: 1_000_000 }, words, frame)
    expect(['bar', 'second-bar', 'this-one', 'own-number'].map(ink => widthOf(marks, ink))).toEqual([200, 40, 63.6, 100])
  })

  test('the parts stand edge to edge and fill the whole width', () => {
    const { marks } = leftPicture({ paid: 3_777, setAside: 1, thisOne: 999, left: 12_345 }, words, frame)
    const sorted = rects(marks).toSorted((a, b) => a.x - b.x)
    let end = 0
    for (const { x, width } of sorted) {
      expect(x).toBeCloseTo(end, 1)
      end = x + width
    }
    expect(end).toBeCloseTo(frame.width, 1)
  })

  test('a part with nothing in it is not drawn, and an empty fund does not divide by nothing', () => {
    const inks = rects(leftPicture({ paid: 0, setAside: 0, thisOne: 0, left: 0 }, words, frame).marks).map(({ ink }) => ink)
    expect(inks).toEqual(['own-number', 'this-one'])
    const over = leftPicture({ paid: 100, setAside: 0, thisOne: 50, left: -20 }, words, frame)
    expect(rects(over.marks).every(({ width, x }) => width > 0 && x + width <= frame.width + 0.1)).toBe(true)
  })

  test('the words of this grant end at its leader, and begin no earlier than the bar', () => {
    const late = texts(leftPicture({ paid: 200, setAside: 0, thisOne: 10, left: 190 }, words, frame).marks)[0]
    expect(late?.x).toBeGreaterThan(200)
    expect(late?.x).toBeLessThan(220)
    const early = texts(leftPicture({ paid: 0, setAside: 0, thisOne: 1, left: 399 }, words, frame).marks)[0]
    // "this grant £480" has fifteen letters: it needs some room before its end.
    expect(early?.x).toBeGreaterThan(60)
  })

  test('where the two words would meet they stand one under the other', () => {
    const rows = (left: number): number =>
      new Set(texts(leftPicture({ paid: 400 - left, setAside: 0, thisOne: 1, left }, words, frame).marks).map(({ y }) => y)).size
    expect(rows(200)).toBe(1)
    expect(rows(20)).toBe(2)
  })
})
