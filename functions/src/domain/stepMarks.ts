import { scaleLinear } from 'd3-scale'
import type { Frame, Mark, Picture } from './marks.ts'
import { keptInside, lineFrom, textAt, tidy } from './marks.ts'

/** One step: its name, the quartiles with the range of the middle one, in days, what is said of it, and the ages of those still in it. */
export type StepRow = {
  name: string
  quarter: number | null
  half: number | null
  threeQuarters: number | null
  low: number | null
  high: number | null
  said: string
  openDays: readonly number[]
}

export type StepData = { rows: readonly StepRow[]; head: string; days: string }

/** The axis goes on to the longest quartile, in steps of 60 days, and is never shorter than this. */
const shortestAxis = 240

const axisOf = (rows: readonly StepRow[]): number =>
  rows.reduce((end, { half, threeQuarters }) => Math.max(end, Math.ceil(Math.max(half ?? 0, threeQuarters ?? 0) / 60) * 60), shortestAxis)

/**
 * How long each step takes: a bar from the day a quarter was done to the day three quarters were, a line over the range of the half-way day and a
 * dot on it, and below it a tick for each still in the step, at its age; older ones stand at the edge. A bar without an end goes to the edge. A
 * chart too narrow for names beside the bars has them above.
 */
export function stepPicture({ rows, head, days }: StepData, { width, f }: Frame): Picture {
  const narrow = width / f < 42
  const [left, right] = narrow ? [0.6 * f, width - 0.6 * f] : [13.4 * f, width - 12 * f]
  const end = axisOf(rows)
  const x = scaleLinear([0, end], [left, Math.max(right, left)]).clamp(true)
  const [top, pitch, barAt] = [2 * f, narrow ? 4.6 * f : 3 * f, narrow ? 1.7 * f : 0.4 * f]
  const bottom = top + rows.length * pitch
  const marks: Mark[] = [textAt(width, 0.9 * f, head, f, { anchor: 'end', tone: 2 })]
  const ticks = [0, 1, 2, 3, 4].map(place => Math.round((end * place) / 4))
  for (const day of ticks) marks.push(lineFrom(day === 0 ? 'axis' : 'grid', [x(day), top], [x(day), bottom], 1))
  rows.forEach((row, place) => {
    const at = top + place * pitch
    const nameAt = at + (narrow ? 0.9 * f : barAt + 0.5 * f + 0.36 * f)
    marks.push(textAt(0, nameAt, row.name, f, { halo: true }), textAt(width, nameAt, row.said, f, { anchor: 'end', tone: 2, halo: true }))
    marks.push(...barMarks(row, x, { at: at + barAt, end, f }))
  })
  for (const day of ticks) {
    const label = day === end ? `${day} ${days}` : String(day)
    marks.push(keptInside(textAt(x(day), bottom + 1.6 * f, label, f, { anchor: 'middle', tone: 2 }), width))
  }
  return { width, f, height: tidy(bottom + 2.2 * f), marks }
}

type BarPlace = { at: number; end: number; f: number }

function barMarks(
  { quarter, half, threeQuarters, low, high, openDays }: StepRow,
  x: (day: number) => number,
  { at, end, f }: BarPlace,
): Mark[] {
  const marks: Mark[] = []
  const middle = at + 0.5 * f
  if (quarter !== null) {
    const [from, to] = [x(quarter), x(threeQuarters ?? end)]
    marks.push({ mark: 'rect', ink: 'band', x: tidy(from), y: tidy(at), width: tidy(Math.max(1, to - from)), height: tidy(f) })
  }
  if (half !== null) {
    marks.push(lineFrom('curve', [x(low ?? 0), middle], [x(high ?? end), middle], 1.5))
    marks.push({ mark: 'circle', ink: 'reading', cx: tidy(x(half)), cy: tidy(middle), r: tidy(0.42 * f), thick: 1, open: false })
  }
  for (const day of openDays) marks.push(lineFrom('censored', [x(day), at + 1.12 * f], [x(day), at + 1.65 * f], 0.75))
  return marks
}
