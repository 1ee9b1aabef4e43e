import { scaleLinear } from 'd3-scale'
import type { Frame, Mark, Picture } from './marks.ts'
import { keptInside, lineFrom, textAt, tidy } from './marks.ts'

/** One way of ending: its name, how many days each had traded, and the share by two years as it is said. */
export type EndingRow = { name: string; days: readonly number[]; share: string }

export type EndingData = { rows: readonly EndingRow[]; soFar: string; byTwoYears: string; ticks: readonly { day: number; label: string }[] }

/** Nobody is followed much longer than two years: the axis ends here. */
const axisDays = 800
/** More endings than this in a row run into one another as dots; they stand in columns of 30 days instead. */
const mostDots = 40
const columnDays = 30

/** So many days fall into each column of 30, the last one taking what lies past the axis. */
function columnsOf(days: readonly number[]): number[] {
  const columns = Array.from({ length: Math.ceil(axisDays / columnDays) }, () => 0)
  for (const day of days) {
    const at = Math.min(columns.length - 1, Math.floor(day / columnDays))
    columns[at] = (columns[at] ?? 0) + 1
  }
  return columns
}

/**
 * How they ended: a row for each way, a dot for each enterprise at the days it had traded, how many, and the share by two years. A chart too
 * narrow for names beside the dots has them above.
 */
export function endingPicture({ rows, soFar, byTwoYears, ticks }: EndingData, { width, f }: Frame): Picture {
  const narrow = width / f < 44
  const left = narrow ? f : 14.5 * f
  const [shareAt, countAt] = [width, width - 9.4 * f]
  const right = narrow ? width - f : countAt - 3 * f
  const x = scaleLinear([0, axisDays], [left, Math.max(right, left)]).clamp(true)
  const marks: Mark[] = [
    textAt(countAt, 0.9 * f, soFar, f, { anchor: 'end', tone: 2 }),
    textAt(shareAt, 0.9 * f, byTwoYears, f, { anchor: 'end', tone: 2 }),
  ]
  const [top, pitch, dotAt] = [2.4 * f, narrow ? 3.9 * f : 2.5 * f, narrow ? 2.6 * f : 1 * f]
  const bottom = top + rows.length * pitch
  marks.push(lineFrom('axis', [x(0), top], [x(0), bottom], 1))
  for (const { day } of ticks) marks.push(lineFrom('grid', [x(day), top], [x(day), bottom], 1))
  rows.forEach(({ name, days, share }, place) => {
    const [at, nameAt] = [top + place * pitch + dotAt, top + place * pitch + (narrow ? 0.9 * f : dotAt + 0.36 * f)]
    marks.push(textAt(0, nameAt, name, f, { halo: narrow }))
    marks.push(textAt(countAt, nameAt, days.length.toLocaleString('en-GB'), 1.17 * f, { anchor: 'end', strong: true, halo: narrow }))
    marks.push(textAt(shareAt, nameAt, share, f, { anchor: 'end', tone: 2, halo: narrow }))
    marks.push(...(days.length > mostDots ? columnMarks(days, x, at, f) : dotMarks(days, x, at, f)))
  })
  marks.push(keptInside(textAt(x(0), bottom + 1.6 * f, '0', f, { anchor: 'middle', tone: 2 }), width))
  for (const { day, label } of ticks) {
    marks.push(lineFrom('axis', [x(day), bottom], [x(day), bottom + 0.4 * f], 1))
    marks.push(keptInside(textAt(x(day), bottom + 1.6 * f, label, f, { anchor: 'middle', tone: 2 }), width))
  }
  return { width, f, height: tidy(bottom + 2.2 * f), marks }
}

const dotMarks = (days: readonly number[], x: (day: number) => number, at: number, f: number): Mark[] =>
  days.map(day => ({ mark: 'circle', ink: 'reading', cx: tidy(x(day)), cy: tidy(at), r: tidy(0.42 * f), thick: 1, open: false }))

/** Columns on one line, the tallest 1.6 labels high. */
function columnMarks(days: readonly number[], x: (day: number) => number, at: number, f: number): Mark[] {
  const columns = columnsOf(days)
  const most = Math.max(...columns)
  return columns.flatMap((count, place): Mark[] => {
    const [start, end] = [x(place * columnDays), x((place + 1) * columnDays)]
    const height = (1.6 * f * count) / most
    if (count === 0) return []
    return [
      { mark: 'rect', ink: 'bar', x: tidy(start), y: tidy(at + 0.8 * f - height), width: tidy(end - start - 1), height: tidy(height) },
    ]
  })
}
