import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Frame, Ink, Mark, Picture, TextMark } from './marks.ts'
import { aboutWidth, inLines, keptInside, lineFrom, reachOfText, textAt, tidy } from './marks.ts'

/** How an amount in pence is written. */
export type SayAmount = (pence: number) => string

/** A range with its most likely value, in pence. */
export type IntervalData = { low: number; most: number; high: number }

/** Labels of a scale that do not meet: the first and the last first, then those between that find room. */
function withRoom(labels: readonly TextMark[], gap: number): TextMark[] {
  const kept: TextMark[] = []
  const order = [labels.at(-1), ...labels.slice(0, -1)].filter(label => label !== undefined)
  for (const label of order) {
    const own = reachOfText(label)
    const meets = kept.some(other => {
      const { left, right } = reachOfText(other)
      return own.left < right + gap && left < own.right + gap
    })
    if (!meets) kept.push(label)
  }
  return kept
}

/**
 * A range as a bar on a scale that begins at £0, never cut: with a dot at what is most likely. Where some of it is below nothing, the scale
 * begins there.
 */
export function intervalPicture({ low, most, high }: IntervalData, { width, f }: Frame, say: SayAmount): Picture {
  const edge = 0.6 * f
  const x = scaleLinear([Math.min(0, low, most), Math.max(1, high, most)], [edge, width - edge]).nice(4)
  const [top, height] = [0.4 * f, 0.8 * f]
  const axisAt = top + height + 0.6 * f
  const [from, to] = x.range() as [number, number]
  const ticks = x.ticks(4).map(pence => ({ pence, at: x(pence) }))
  const labels = ticks.map(({ pence, at }) => keptInside(textAt(at, axisAt + 1.5 * f, say(pence), f, { anchor: 'middle', tone: 3 }), width))
  const marks: Mark[] = [
    { mark: 'rect', ink: 'band', x: tidy(x(low)), y: tidy(top), width: tidy(Math.max(1, x(high) - x(low))), height: tidy(height) },
    lineFrom('axis', [from, axisAt], [to, axisAt], 1),
    ...ticks.map(({ at }) => lineFrom('axis', [at, axisAt], [at, axisAt + 0.3 * f], 1)),
    { mark: 'circle', ink: 'curve', cx: tidy(x(most)), cy: tidy(top + height / 2), r: tidy(0.55 * f), thick: 0, open: false },
    ...withRoom(labels, 0.5 * f),
  ]
  return { width, f, height: tidy(axisAt + 2 * f), marks }
}

/** A step from all hours to what is left: a bar from one amount to another, in pence, and how it is said. */
export type StepRow = { name: string; from: number; to: number; kind: 'as-if' | 'off' | 'total'; amount: string }

const stepInks = { 'as-if': 'own-number', off: 'asked-for', total: 'bar' } as const satisfies Record<StepRow['kind'], Ink>

/** Below so many labels' sizes of width, names stand over the bars. */
const besideFrom = 42

/**
 * From every hour to what is left, lying, so that names are readable: each bar begins where the one before it ended. Outlined: as if all
 * hours counted. Hatched: taken off. Solid: what is counted.
 */
export function stepsPicture(rows: readonly StepRow[], { width, f }: Frame): Picture {
  const narrow = width / f < besideFrom
  const amountRoom = Math.max(0, ...rows.map(({ amount }) => aboutWidth(amount, 1.08 * f, true))) + 0.8 * f
  const nameRoom = narrow ? 0 : Math.max(0, ...rows.map(({ name }) => aboutWidth(name, 1.08 * f, true))) + 0.8 * f
  const ends = rows.flatMap(({ from, to }) => [from, to])
  const x = scaleLinear(
    [Math.min(0, ...ends), Math.max(1, ...ends)],
    [nameRoom + 0.5, narrow ? width - 0.5 : Math.max(nameRoom + f, width - amountRoom)],
  )
  const thick = 1.45 * f
  const marks: Mark[] = []
  let top = 0
  rows.forEach(({ name, from, to, kind, amount }, place) => {
    const lines = narrow ? inLines(name, 0.9 * (width - amountRoom), 1.08 * f) : [name]
    const barTop = narrow ? top + (0.25 + 1.35 * lines.length) * f : top + 0.4 * f
    const base = narrow ? top + 1.1 * f : barTop + thick / 2 + 0.36 * f
    const strong = kind === 'total'
    const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))]
    marks.push(
      ...lines.map((text, below) => textAt(0, base + 1.35 * f * below, text, 1.08 * f, { strong })),
      textAt(width, base, amount, 1.08 * f, { anchor: 'end', strong }),
      { mark: 'rect', ink: stepInks[kind], x: tidy(left), y: tidy(barTop), width: tidy(Math.max(1, right - left)), height: tidy(thick) },
    )
    top = narrow ? barTop + thick + 0.5 * f : top + 2.55 * f
    if (!narrow && place < rows.length - 1) marks.push(lineFrom('axis', [x(to), barTop + thick], [x(to), top + 0.4 * f], 1))
  })
  marks.push(lineFrom('axis', [x(0), narrow ? 1.6 * f : 0], [x(0), top - 0.2 * f], 1))
  return { width, f, height: tidy(top), marks }
}

/** What one figure does to a year's saving: what it is at each end, as text, and what the saving would be, in pence. */
export type SwingRow = { name: string; low: string; high: string; atLow: number; atHigh: number }

const swingNamesBeside = 40

/**
 * Which figures matter most: a bar for each, from what a year's saving would be at one end of its range to the other, about a line at the
 * saving as it is stated. At the ends stand the values used; the outcomes stand once, over the widest.
 */
export function swingsPicture(rows: readonly SwingRow[], stated: number, frame: Frame, say: SayAmount): Picture {
  const { width, f } = frame
  const narrow = width / f < swingNamesBeside
  const values = rows.flatMap(({ low, high }) => [low, high])
  const valueRoom = Math.max(0, ...values.map(text => aboutWidth(text, f))) + 0.6 * f
  const nameRoom = narrow ? 0 : Math.min(0.42 * width, Math.max(0, ...rows.map(({ name }) => aboutWidth(name, 1.08 * f))) + f)
  const ends = [stated, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const right = width - valueRoom
  const left = Math.min(nameRoom + valueRoom, right - f)
  const x = scaleLinear([least, Math.max(most, least + 1)], [left, right])
  const head = headLabels({ least, stated, most }, x, frame, say)
  const marks: Mark[] = [...head.marks]
  const names: Mark[] = []
  let top = head.height
  for (const { name, low, high, atLow, atHigh } of rows) {
    const lines = inLines(name, narrow ? 0.9 * width : nameRoom - 0.6 * f, 1.08 * f)
    const rowTop = top
    const barTop = narrow ? rowTop + 1.35 * f * lines.length + 0.4 * f : rowTop + Math.max(0, (lines.length - 1) * 0.65 * f)
    const middle = barTop + 0.6 * f
    const firstLine = narrow ? rowTop + 1.1 * f : middle + 0.36 * f - (lines.length - 1) * 0.65 * f
    lines.forEach((text, place) => names.push(textAt(0, firstLine + place * 1.3 * f, text, 1.08 * f, { halo: true })))
    const [below, above] = atLow <= atHigh ? [low, high] : [high, low]
    const [from, to] = [x(Math.min(atLow, atHigh)), x(Math.max(atLow, atHigh))]
    marks.push(
      { mark: 'rect', ink: 'bar', x: tidy(from), y: tidy(barTop), width: tidy(Math.max(1, to - from)), height: tidy(1.2 * f) },
      textAt(from - 0.35 * f, middle + 0.36 * f, below, f, { anchor: 'end', tone: 2 }),
      textAt(to + 0.35 * f, middle + 0.36 * f, above, f, { tone: 2 }),
    )
    top = Math.max(barTop + 1.2 * f, firstLine + (lines.length - 1) * 1.3 * f) + 1.1 * f
  }
  if (rows.length > 0) marks.push(lineFrom('chosen-day', [x(stated), head.height - 0.3 * f], [x(stated), top - 0.7 * f], 1.25))
  // The line runs behind the names, which stand over it where it is narrow.
  return { width, f, height: tidy(top), marks: [...marks, ...names] }
}

/** The outcomes at the ends and as stated, once over all; those that find no room stand in the table. */
function headLabels(
  { least, stated, most }: { least: number; stated: number; most: number },
  x: (pence: number) => number,
  { width, f }: Frame,
  say: SayAmount,
): { marks: TextMark[]; height: number } {
  const label = (pence: number, strong: boolean): TextMark =>
    keptInside(textAt(x(pence), 1.1 * f, say(pence), f, { anchor: 'middle', strong, tone: strong ? 1 : 2 }), width)
  const middle = label(stated, true)
  const others = [label(least, false), label(most, false)].filter(other => {
    const [own, shown] = [reachOfText(other), reachOfText(middle)]
    return own.right + 0.5 * f < shown.left || shown.right + 0.5 * f < own.left
  })
  return { marks: [middle, ...others], height: 2.2 * f }
}

/** Month by month, how much more was saved than spent, in pence; and the month in which it first was, by its place. */
export type GapData = { months: readonly { label: string; gap: number }[]; paidBackAt: number | null; paidBack: string }

/**
 * What was saved less what was spent, month by month, about a line at £0; an open circle where it was first paid back. The scale is never
 * cut: £0 is always on it.
 */
export function gapPicture({ months, paidBackAt, paidBack }: GapData, { width, f }: Frame, say: SayAmount): Picture {
  const gaps = months.map(({ gap }) => gap)
  const [top, tall] = [2.6 * f, (width / f < 38 ? 14 : 18) * f]
  const scale = scaleLinear([Math.min(0, ...gaps), Math.max(0, ...gaps, 1)], [top + tall, top]).nice(4)
  const ticks = scale.ticks(4)
  // A tenth is left over for a wider font.
  const left = 1.1 * Math.max(0, ...ticks.map(pence => aboutWidth(say(pence), f))) + 0.6 * f
  const right = width - f
  const x = scaleLinear([0, Math.max(1, months.length - 1)], [left, right])
  const path = line<number>()
    .x((_, place) => x(place))
    .y(gap => scale(gap))
    .digits(2)
  const d = path(gaps)
  const labels = months.map(({ label }, place) =>
    keptInside(textAt(x(place), top + tall + 1.6 * f, label, f, { anchor: 'middle', tone: 3 }), width),
  )
  const marks: Mark[] = [
    ...ticks.flatMap(pence => [
      lineFrom(pence === 0 ? 'axis' : 'grid', [left, scale(pence)], [right, scale(pence)], pence === 0 ? 1.25 : 1),
      textAt(left - 0.5 * f, scale(pence) + 0.36 * f, say(pence), f, { anchor: 'end', tone: 3 }),
    ]),
    ...(d === null ? [] : [{ mark: 'path' as const, ink: 'curve' as const, d, thick: tidy(0.2 * f) }]),
    ...paidBackMarks(paidBackAt === null ? undefined : gaps[paidBackAt]),
    ...withRoom(labels, 2 * f),
  ]
  function paidBackMarks(gap: number | undefined): Mark[] {
    if (gap === undefined || paidBackAt === null) return []
    const [cx, cy] = [x(paidBackAt), scale(gap)]
    const label = keptInside(textAt(cx, 1.1 * f, paidBack, f, { anchor: 'middle', strong: true }), width)
    return [
      lineFrom('day', [cx, 1.6 * f], [cx, cy], 1),
      { mark: 'circle', ink: 'reading', cx: tidy(cx), cy: tidy(cy), r: tidy(0.44 * f), thick: tidy(0.2 * f), open: true },
      label,
    ]
  }
  return { width, f, height: tidy(top + tall + 2 * f), marks }
}
