import { scaleLinear } from 'd3-scale'
import type { Frame, Mark, Picture } from './marks.ts'
import { aboutWidth, inHundred, inLines, lineFrom, textAt, tidy } from './marks.ts'

/** A row of the funnel: how many got there, out of how many, and a line on what became of the others. */
export type FunnelRow = { name: string; count: number; of: number; note: string | null; strong: boolean }

/** Rows out of everyone who enquired, and rows asked of some only, each out of its own number. */
export type FunnelData = {
  all: number
  rows: readonly FunnelRow[]
  some: readonly FunnelRow[]
  someTitle: string
  of: string
  /** Shares of all as percentages; with few enterprises they are counts instead. */
  inPercent: boolean
}

type Place = { left: number; right: number; countAt: number; above: boolean }

const inThousands = (count: number): string => count.toLocaleString('en-GB')

function placeOf({ all, some, of, inPercent }: FunnelData, { width, f }: Frame): Place {
  const above = width / f < 22
  const shares = [inPercent ? '100%' : `${of} ${inThousands(all)}`, ...some.map(row => `${of} ${inThousands(row.of)}`)]
  const shareRoom = Math.max(...shares.map(text => aboutWidth(text, f))) + 0.9 * f
  const countRoom = Math.max(2.8 * f, aboutWidth(inThousands(all), 1.17 * f, true) + 0.6 * f)
  const countAt = width - shareRoom
  return { above, left: above ? 0 : 9.6 * f, countAt, right: countAt - countRoom }
}

/**
 * The funnel: bars on one scale, from nothing to everyone who enquired, so that lengths can be compared. Where a step is asked of some
 * only, an outline as long as their number stands behind the bar. A chart too narrow for names beside the bars has them above.
 */
export function funnelPicture(data: FunnelData, frame: Frame): Picture {
  const { all, rows, some, someTitle, of, inPercent } = data
  const { width, f } = frame
  const place = placeOf(data, frame)
  const x = scaleLinear([0, Math.max(all, 1)], [place.left, Math.max(place.right, place.left)])
  const marks: Mark[] = []
  let top = 0

  const draw = (row: FunnelRow, own: boolean) => {
    const nameHeight = place.above ? 1.5 * f : 0
    const barTop = top + nameHeight
    const middle = barTop + 0.75 * f + 0.36 * f
    marks.push(textAt(0, place.above ? top + 1.1 * f : middle, row.name, 1.08 * f, { strong: row.strong }))
    if (own) marks.push({ mark: 'rect', ink: 'own-number', x: x(0), y: barTop, width: tidy(x(row.of) - x(0)), height: 1.5 * f })
    marks.push({ mark: 'rect', ink: 'bar', x: x(0), y: barTop, width: tidy(x(row.count) - x(0)), height: 1.5 * f })
    marks.push(textAt(place.countAt, middle, inThousands(row.count), 1.17 * f, { anchor: 'end', strong: true }))
    const share = own || !inPercent ? `${of} ${inThousands(row.of)}` : `${inHundred(all > 0 ? row.count / all : 0)}%`
    marks.push(textAt(width, middle, share, f, { anchor: 'end', tone: 2 }))
    top = barTop + 2.2 * f
    if (row.note !== null) drawNote(row.note)
  }
  const drawNote = (note: string) => {
    const start = place.left + 0.5 * f
    // A tenth is left over for a wider font.
    for (const line of inLines(note, 0.9 * (width - start), 0.95 * f)) {
      marks.push(textAt(start, top + 0.36 * f, line, 0.95 * f, { tone: 3 }))
      top += 1.3 * f
    }
  }
  const axis = (from: number) => marks.push(lineFrom('axis', [x(0), from], [x(0), top - 0.4 * f], 1))

  for (const row of rows) draw(row, false)
  axis(0)
  if (some.length > 0) {
    top += 0.9 * f
    for (const line of inLines(someTitle, 0.9 * width, f)) {
      marks.push(textAt(0, top + 0.7 * f, line, f, { tone: 3 }))
      top += 1.4 * f
    }
    const from = (top += 0.3 * f)
    for (const row of some) draw(row, true)
    axis(from)
  }
  return { width, f, height: tidy(top), marks }
}
