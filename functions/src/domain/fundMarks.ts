import { scaleLinear } from 'd3-scale'
import type { Frame, Ink, Mark, Picture, TextMark } from './marks.ts'
import { aboutWidth, inLines, keptInside, lineFrom, reachOfText, textAt, tidy } from './marks.ts'

/** A label of two parts: an amount, and what it is of. */
export type AmountLabel = { amount: string; of: string }

/** A fund as one bar, in whole pence: paid less what came back, set aside, and what is left to award, of which some is asked for. */
export type PotData = {
  paid: number
  setAside: number
  available: number
  asked: number
  labels: { paid: AmountLabel; available: AmountLabel; setAside: AmountLabel; asked: AmountLabel }
}

/** Below so many labels' sizes of width there are no labels in the picture: rows with swatches stand beneath it. */
const labelsFrom = 50

/** Whether a fund's bar has its labels in the picture at this width. */
export const hasPotLabels = ({ width, f }: Frame): boolean => width / f >= labelsFrom

/** Between neighbours in a bar, in pixels. */
const seam = 2

/** A piece of a bar; nothing where it has no length. Money is never so little that it is not seen. */
function piece(ink: Ink, from: number, to: number, [top, height]: readonly [number, number], isLast: boolean): Mark[] {
  if (to <= from) return []
  return [
    { mark: 'rect', ink, x: tidy(from), y: tidy(top), width: tidy(Math.max(1, to - from - (isLast ? 0 : seam))), height: tidy(height) },
  ]
}

/**
 * A fund as one bar of all that was put in: paid, set aside, and available in outline, with what is asked for hatched within it. Where
 * there is room, the large amounts stand above its ends and the small ones below on leaders, one leaning left and one right; where
 * the two would meet, the second stands lower.
 */
export function potPicture(data: PotData, frame: Frame): Picture {
  const { paid, setAside, available, asked, labels } = data
  const { width, f } = frame
  const labelled = hasPotLabels(frame)
  const x = scaleLinear([0, Math.max(paid + setAside + available, 1)], [0, width - 1])
  const [left, aside, right] = [x(paid), x(paid + setAside), x(paid + setAside + available)]
  const hatched = x(paid + setAside + Math.min(asked, available))
  const [top, height] = [labelled ? 3.4 * f : 0.5, 2.6 * f]
  const marks: Mark[] = [
    ...piece('bar', 0, left, [top, height], setAside + available <= 0),
    ...piece('second-bar', left, aside, [top, height], available <= 0),
    ...piece('own-number', aside, right, [top, height], true),
    ...piece('asked-for', aside, hatched, [top, height], true),
  ]
  if (!labelled) return { width, f, height: tidy(height + 1), marks }
  marks.push(...above(labels.paid, 'start', 0, f), ...above(labels.available, 'end', width, f))
  const below = under(data, { left: (left + aside) / 2, right: (aside + hatched) / 2, from: top + height }, frame)
  marks.push(...below.marks)
  return { width, f, height: tidy(below.end), marks }
}

const above = ({ amount, of }: AmountLabel, anchor: 'start' | 'end', x: number, f: number): TextMark[] => [
  textAt(x, 1.1 * f, of, f, { anchor, tone: 2 }),
  textAt(x, 2.75 * f, amount, 1.17 * f, { anchor, strong: true }),
]

/** The small amounts under the bar, each on its leader. */
function under(
  { setAside, asked, available, labels }: PotData,
  { left, right, from }: { left: number; right: number; from: number },
  { width, f }: Frame,
): { marks: Mark[]; end: number } {
  const [near, far] = [from + 1.2 * f, from + 2.8 * f]
  const label = ({ amount, of }: AmountLabel, x: number, anchor: 'start' | 'end'): TextMark =>
    keptInside(textAt(x, 0, ` ${of}`, f, { anchor, lead: amount }), width)
  // A label that had to move lies under its leader, which then ends above it.
  const leader = (x: number, text: TextMark, row: number): Mark => {
    const { left: start, right: stop } = reachOfText(text)
    return lineFrom('axis', [x, from], [x, start < x && x < stop ? row - 0.45 * f : row], 1)
  }
  const placed = (x: number, text: TextMark, row: number): Mark[] => [leader(x, text, row), { ...text, y: tidy(row + 0.6 * f) }]
  const first = setAside > 0 ? label(labels.setAside, left - 0.35 * f, 'end') : undefined
  const second = asked > 0 && available > 0 ? label(labels.asked, right + 0.35 * f, 'start') : undefined
  const meet = first && second && reachOfText(second).left < reachOfText(first).right + f
  const row = meet ? far : near
  const marks = [...(first ? placed(left, first, near) : []), ...(second ? placed(right, second, row) : [])]
  const end = second ? row : first ? near : from
  return { marks, end: end + (marks.length > 0 ? f : 1) }
}

/** What was paid and set aside for one thing, in whole pence, with its words. */
export type ShareRow = { name: string; paid: number; setAside: number; amount: string; note: string; below: string | null }

/** Names longer than this, in labels' sizes, take two lines beside the bars. */
const nameRoom = 16

/**
 * What a fund's money went to: bars of paid and set aside on one scale from nothing to the largest. Names stand beside them, and above
 * them where it is narrow; a sentence may stand under each.
 */
export function sharePicture(rows: readonly ShareRow[], { width, f }: Frame): Picture {
  const narrow = width / f < labelsFrom
  const amountRoom = Math.max(0, ...rows.map(({ amount }) => aboutWidth(amount, 1.08 * f, true)))
  const noteRoom = narrow ? 0 : Math.max(0, ...rows.map(({ note }) => aboutWidth(note, f))) + 0.6 * f
  const start = narrow ? 0 : (nameRoom + 1) * f
  const end = narrow ? width : width - amountRoom - noteRoom - f
  const largest = Math.max(1, ...rows.map(({ paid, setAside }) => paid + setAside))
  const x = scaleLinear([0, largest], [start, Math.max(start + f, end)])
  const marks: Mark[] = []
  let top = 0
  for (const row of rows) {
    const names = inLines(row.name, narrow ? 0.9 * (width - amountRoom - f) : nameRoom * f, 1.08 * f)
    const barTop = narrow ? top + (0.4 + 1.35 * names.length) * f : top
    const middle = barTop + 0.6 * f + 0.36 * f
    names.forEach((line, place) =>
      marks.push(textAt(0, narrow ? top + (1.1 + 1.35 * place) * f : middle + 1.3 * place * f, line, 1.08 * f)),
    )
    const [paidTo, asideTo] = [x(row.paid), x(row.paid + row.setAside)]
    marks.push(...piece('bar', start, paidTo, [barTop, 1.2 * f], row.setAside <= 0))
    marks.push(...piece('second-bar', paidTo, asideTo, [barTop, 1.2 * f], true))
    marks.push(
      textAt(narrow ? width : width - noteRoom, narrow ? top + 1.1 * f : middle, row.amount, 1.08 * f, { anchor: 'end', strong: true }),
    )
    if (!narrow) marks.push(textAt(width - noteRoom + 0.6 * f, middle, row.note, f, { tone: 3 }))
    top = barTop + 1.2 * f + (narrow ? 0 : 1.3 * f * (names.length - 1))
    const beneath = [...(narrow ? [row.note] : []), ...(row.below === null ? [] : [row.below])].flatMap(text =>
      inLines(text, 0.9 * (width - start), f),
    )
    for (const line of beneath) {
      top += 1.35 * f
      marks.push(textAt(start, top, line, f, { tone: 3 }))
    }
    top += (beneath.length > 0 ? 1.1 : 1) * f
  }
  return { width, f, height: tidy(top), marks }
}
