import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import type { Cohort } from './cohortSchemas.ts'
import type { Frame, Mark, Picture, TextMark } from './marks.ts'
import { aboutWidth, inHundred, inLines, keptInside, lineFrom, reachOfText, textAt, tidy } from './marks.ts'
import type { CurvePoint } from './survivalReadings.ts'
import { axisEnd, curvePoints, fewFollowed, haveAllEnded, lastFollowedDay, numbersAt, readingsOf, tickDays } from './survivalReadings.ts'

/** The words in a survival chart. */
export type SurvivalWords = {
  tradingFor: string
  start: string
  /** For 6, 12, 18 and 24 months. */
  after: readonly [string, string, string, string]
  followed: string
  ended: string
  gone: string
  notYet: string
  to: string
  best: string
  worst: string
  bestShort: string
  worstShort: string
  fewFollowed: string
  nobodyYet: string
}

/** Where the curve is drawn, in pixels. */
export type Plot = { left: number; right: number; top: number; bottom: number }

/** A day on the curve at which a reading line may stand. */
export type ReadingPlace = { day: number; x: number; y: number }

export type SurvivalPicture = Picture & {
  plot: Plot
  /** The labels over the plot at the two standing days; a reading line takes their place. */
  standing: readonly Mark[]
  places: readonly ReadingPlace[]
}

type Survival = Cohort['survival']

type Layout = Plot & {
  f: number
  width: number
  narrow: boolean
  /** Days to pixels, and shares to pixels. */
  x: (day: number) => number
  y: (share: number) => number
}

const inkOfBounds = 1.25

function layoutOf({ width, f }: Frame, survival: Survival, withBounds: boolean, words: SurvivalWords): Layout {
  const units = width / f
  const narrow = units < 42
  const widestName = Math.max(...[words.followed, words.ended, words.gone].map(name => aboutWidth(name, f)))
  const left = narrow ? 3.3 * f : Math.max(9.4 * f, widestName + aboutWidth(String(survival.n), f) / 2 + 0.6 * f)
  const right = width - (withBounds ? (narrow ? 3.8 : 6.2) : 1.6) * f
  const top = 3.3 * f
  const bottom = top + (units < 38 ? 17 : 25) * f
  const x = scaleLinear([0, axisEnd], [left, right])
  const y = scaleLinear([0, 1], [bottom, top])
  return { f, width, narrow, left, right, top, bottom, x, y }
}

function gridMarks({ f, left, right, y }: Layout): Mark[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap(share => [
    lineFrom(share === 0 ? 'axis' : 'grid', [left, y(share)], [right, y(share)], 1),
    textAt(left - 0.55 * f, y(share) + 0.36 * f, `${share * 100}%`, f, { anchor: 'end', tone: 3 }),
  ])
}

function bandMarks({ x, y }: Layout, points: readonly CurvePoint[]): Mark[] {
  const known = points.filter(point => point.low !== null && point.high !== null)
  const shape = area<CurvePoint>()
    .x(({ day }) => x(day))
    .y0(({ low, share }) => y(low ?? share))
    .y1(({ high, share }) => y(high ?? share))
    .curve(curveStepAfter)
    .digits(2)
  const d = known.length > 1 ? shape(known) : null
  return d ? [{ mark: 'path', ink: 'band', d, thick: 1 }] : []
}

/** The curve in runs: thick where enough are followed, thin where they are few. */
function curveMarks({ f, x, y }: Layout, points: readonly CurvePoint[]): Mark[] {
  const runs: { few: boolean; points: CurvePoint[] }[] = []
  points.forEach((point, index) => {
    const next = points[index + 1]
    if (!next) return
    const few = next.followedBefore < fewFollowed
    const run = runs.at(-1)
    if (run?.few === few) run.points.push(next)
    else runs.push({ few, points: [point, next] })
  })
  const path = line<CurvePoint>()
    .x(({ day }) => x(day))
    .y(({ share }) => y(share))
    .curve(curveStepAfter)
    .digits(2)
  return runs.flatMap(run => {
    const d = path(run.points)
    return d ? [{ mark: 'path' as const, ink: 'curve' as const, d, thick: tidy((run.few ? 0.09 : 0.2) * f) }] : []
  })
}

function censoredMarks({ f, x, y }: Layout, points: readonly CurvePoint[]): Mark[] {
  return points
    .filter(({ censored }) => censored > 0)
    .map(({ day, share }) => lineFrom('censored', [x(day), y(share) - 0.36 * f], [x(day), y(share) + 0.36 * f], 0.75))
}

/** Best and worst case for those we lost touch with, at two years: from that day to the edge, with their names outside. */
function boundMarks(layout: Layout, { bounds }: Survival, words: SurvivalWords): Mark[] {
  const { f, x, y, right, narrow } = layout
  const bound = bounds.find(({ day }) => day === 730)
  if (!bound || bound.low === null || bound.high === null) return []
  const middle = (y(bound.low) + y(bound.high)) / 2
  const apart = Math.max(y(bound.low) - y(bound.high), 1.25 * f) / 2
  const named = [
    { share: bound.high, at: middle - apart, name: narrow ? words.bestShort : words.best },
    { share: bound.low, at: middle + apart, name: narrow ? words.worstShort : words.worst },
  ]
  return named.flatMap(({ share, at, name }) => [
    lineFrom('edge-case', [x(730), y(share)], [right, y(share)], inkOfBounds),
    textAt(right + 0.45 * f, at + 0.36 * f, name, f, { tone: 2 }),
  ])
}

/** Hatching over the days that nobody has reached, where a two-year figure is still to come. */
function nobodyMarks({ f, x, y, left, right, top, bottom }: Layout, from: number, words: SurvivalWords): Mark[] {
  const start = Math.max(left, x(from))
  if (right - start < f) return []
  const room = right - start - 0.8 * f
  const lines = inLines(words.nobodyYet, Math.min(room, 16 * f), f)
  const fits = lines.every(text => aboutWidth(text, f) <= room)
  const middle = (start + right) / 2
  const first = y(0.6) - ((lines.length - 1) * 1.5 * f) / 2
  const said = lines.map((text, index) => textAt(middle, first + index * 1.5 * f, text, f, { anchor: 'middle', tone: 2, halo: true }))
  const hatch: Mark = {
    mark: 'rect',
    ink: 'not-known',
    x: tidy(start),
    y: tidy(top),
    width: tidy(right - start),
    height: tidy(bottom - top),
  }
  return fits ? [hatch, ...said] : [hatch]
}

/** A bracket over the axis where fewer than twenty are followed. */
function fewMarks({ f, x, bottom, width, left }: Layout, points: readonly CurvePoint[], words: SurvivalWords): Mark[] {
  const last = points.at(-1)
  const from = points.findLast(point => point.followedBefore >= fewFollowed)?.day ?? 0
  if (!last || x(last.day) - x(from) < 1.5 * f || aboutWidth(words.fewFollowed, f) > width - left) return []
  const [start, end, at] = [x(from), x(last.day), bottom - 0.5 * f]
  const label = textAt(end, at - 0.5 * f, words.fewFollowed, f, { anchor: 'end', tone: 3, halo: true })
  const inside = reachOfText(label).left < left ? { ...label, anchor: 'start' as const, x: tidy(left + 0.4 * f) } : label
  return [
    lineFrom('axis', [start, at], [end, at], 1),
    lineFrom('axis', [start, at - 0.25 * f], [start, at + 0.25 * f], 1),
    lineFrom('axis', [end, at - 0.25 * f], [end, at + 0.25 * f], 1),
    keptInside(inside, width),
  ]
}

function tickMarks(layout: Layout, words: SurvivalWords): Mark[] {
  const { f, x, bottom, narrow, width } = layout
  const labels = [words.start, ...words.after]
  const year = x(365) - x(0)
  const halfYears = !narrow && year > 2 * (aboutWidth(words.after[2], f) + 0.8 * f)
  const years = year > aboutWidth(words.after[3], f) + 0.8 * f
  const isNamed = (index: number) => halfYears || (index % 2 === 0 && years) || index === 0 || index === 4
  const marks = tickDays.flatMap((day, index) => {
    const tick = lineFrom('axis', [x(day), bottom], [x(day), bottom + 0.4 * f], 1)
    if (!isNamed(index)) return [tick]
    return [tick, keptInside(textAt(x(day), bottom + 1.6 * f, labels[index] ?? '', f, { anchor: 'middle', tone: 3 }), width)]
  })
  return narrow ? marks : [...marks, textAt(0, bottom + 1.6 * f, words.tradingFor, f, { tone: 3 })]
}

/** The numbers under the axis, which add up to all enterprises at every day. */
function numberMarks(layout: Layout, survival: Survival, words: SurvivalWords): { marks: Mark[]; height: number } {
  const { f, x, bottom, narrow, width } = layout
  const columns = numbersAt(survival)
  const widest = Math.max(words.notYet.length * (columns.some(({ numbers }) => numbers === null) ? 1 : 0), String(survival.n).length)
  const tight = x(182) - x(0) < aboutWidth('0'.repeat(widest), f) + 0.5 * f
  const shown = tight ? columns.filter(({ day }) => day % 365 === 0) : columns
  const rows = [
    { name: words.followed, of: 'followed', tone: 1 },
    { name: words.ended, of: 'ended', tone: 1 },
    { name: words.gone, of: 'gone', tone: 1 },
  ] as const
  const pitch = (narrow ? 2.7 : 1.55) * f
  const first = bottom + (narrow ? 4.7 : 3.6) * f
  const marks = rows.flatMap((row, index) => {
    const at = first + index * pitch
    const name = textAt(0, narrow ? at - 1.25 * f : at, row.name, f, { tone: 3 })
    const cells = shown.flatMap(({ day, numbers }) => {
      const text = numbers ? String(numbers[row.of]) : row.of === 'followed' ? words.notYet : ''
      return text === '' ? [] : [keptInside(textAt(x(day), at, text, f, { anchor: 'middle', tone: row.tone }), width)]
    })
    return [name, ...cells]
  })
  return { marks, height: first + 2 * pitch + 0.6 * f }
}

/** The two days whose values stand over the plot: one and two years, or the longest two that can be read. */
function standingMarks({ f, x, y, top, bottom, width }: Layout, { at }: Survival, words: SurvivalWords) {
  const read = at.filter(({ share }) => share !== null).slice(-2)
  const bare = width / f < 20
  const between = x(read[1]?.day ?? 0) - x(read[0]?.day ?? 0)
  const close = read.length === 2 && between < 7.4 * f
  const lines: Mark[] = []
  const dots: Mark[] = []
  const labels: TextMark[] = []
  read.forEach(({ day, share, exactLow, exactHigh }, index) => {
    const [px, py, strong] = [x(day), y(share ?? 0), day === 730]
    const anchor = close && !bare ? (index === 0 ? 'end' : 'start') : 'middle'
    const shift = anchor === 'middle' ? 0 : (anchor === 'end' ? -0.4 : 0.4) * f
    lines.push(lineFrom(strong ? 'chosen-day' : 'day', [px, top - 0.4 * f], [px, bottom], strong ? 1 : 0.75))
    dots.push({ mark: 'circle', ink: 'reading', cx: tidy(px), cy: tidy(py), r: tidy(0.44 * f), thick: tidy(0.2 * f), open: true })
    if (bare && index === 0 && read.length === 2 && between < 4.2 * f) return
    labels.push(
      keptInside(textAt(px + shift, top - (bare ? 0.9 : 2.05) * f, `${inHundred(share ?? 0)}%`, 1.17 * f, { anchor, strong }), width),
    )
    const range = `${inHundred(exactLow ?? 0)}% ${words.to} ${inHundred(exactHigh ?? 1)}%`
    if (!bare) labels.push(keptInside(textAt(px + shift, top - 0.75 * f, range, f, { anchor, tone: 2 }), width))
  })
  return { lines, dots, labels }
}

/**
 * The survival chart: a step line from 100%, the beta product band as far as anyone is followed, and the numbers followed under the axis.
 * Nothing is drawn past the last follow-up. The axis always runs from 0 to 100%.
 */
export function survivalPicture(survival: Survival, frame: Frame, words: SurvivalWords): SurvivalPicture {
  const twoYears = survival.at.find(({ day }) => day === 730)
  const withBounds = survival.lost > 0 && twoYears !== undefined && twoYears.share !== null
  const layout = layoutOf(frame, survival, withBounds, words)
  const points = curvePoints(survival)
  const numbers = numberMarks(layout, survival, words)
  const standing = standingMarks(layout, survival, words)
  const unread = twoYears?.share === null && !haveAllEnded(survival)
  const marks = [
    ...gridMarks(layout),
    ...(unread ? nobodyMarks(layout, lastFollowedDay(survival) ?? 0, words) : []),
    ...bandMarks(layout, points),
    ...(withBounds ? boundMarks(layout, survival, words) : []),
    ...standing.lines,
    ...curveMarks(layout, points),
    ...censoredMarks(layout, points),
    ...standing.dots,
    ...fewMarks(layout, points, words),
    ...tickMarks(layout, words),
    ...numbers.marks,
  ]
  const places = readingsOf(survival).map(({ day, share }) => ({ day, x: tidy(layout.x(day)), y: tidy(layout.y(share)) }))
  const plot = { left: tidy(layout.left), right: tidy(layout.right), top: tidy(layout.top), bottom: tidy(layout.bottom) }
  return { width: frame.width, f: frame.f, height: tidy(numbers.height), marks, standing: standing.labels, places, plot }
}

/** The reading line at one day, with its two lines of words in place of the standing labels. */
export function readingMarks({ f, width, plot }: SurvivalPicture, { x, y }: ReadingPlace, above: string, below: string): Mark[] {
  return [
    lineFrom('chosen-day', [x, plot.top - 0.4 * f], [x, plot.bottom], 1.25),
    { mark: 'circle', ink: 'reading', cx: x, cy: y, r: tidy(0.8 * f), thick: 2, open: true },
    { mark: 'circle', ink: 'reading', cx: x, cy: y, r: tidy(0.36 * f), thick: 0, open: false },
    keptInside(textAt(x, plot.top - 2.05 * f, above, 1.08 * f, { anchor: 'middle', strong: true }), width),
    keptInside(textAt(x, plot.top - 0.75 * f, below, 0.92 * f, { anchor: 'middle', tone: 2 }), width),
  ]
}
