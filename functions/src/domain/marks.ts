/**
 * The geometry of every chart: data in, marks out. No page, no measuring of text, no time, no chance, so that the same picture is drawn
 * on the screen, in a meeting and on paper. Lengths are in pixels; charts reckon in `f`, the size of a label.
 */

/** What a line or a shape stands for. Its colour, pattern and dashes follow from this and the theme, where it is drawn. */
export type Ink =
  | 'axis'
  | 'grid'
  | 'curve'
  | 'band'
  | 'censored'
  | 'edge-case'
  | 'day'
  | 'chosen-day'
  | 'reading'
  | 'bar'
  | 'second-bar'
  | 'this-one'
  | 'own-number'
  | 'not-known'
  | 'asked-for'

/** First, second or third foreground. Text is never in a series colour. */
type Tone = 1 | 2 | 3

type Anchor = 'start' | 'middle' | 'end'

export type TextMark = {
  mark: 'text'
  x: number
  y: number
  text: string
  /** Heavier words at its beginning, such as an amount. */
  lead?: string
  size: number
  anchor: Anchor
  tone: Tone
  strong: boolean
  /** Stands over other marks, and so has an edge in the background colour. */
  halo: boolean
}

export type Mark =
  | { mark: 'path'; ink: Ink; d: string; thick: number }
  | { mark: 'line'; ink: Ink; x1: number; y1: number; x2: number; y2: number; thick: number }
  | { mark: 'rect'; ink: Ink; x: number; y: number; width: number; height: number }
  | { mark: 'circle'; ink: Ink; cx: number; cy: number; r: number; thick: number; open: boolean }
  | TextMark

/** A chart ready to be drawn. */
export type Picture = { width: number; height: number; f: number; marks: readonly Mark[] }

/** The width that a chart may fill, and the size of its labels. */
export type Frame = { width: number; f: number }

/** Two decimals of a pixel: the same text on every machine. */
export const tidy = (length: number): number => Math.round(length * 100) / 100

type TextOptions = Partial<Pick<TextMark, 'anchor' | 'tone' | 'strong' | 'halo' | 'lead'>>

/** A label. `y` is its baseline. */
export function textAt(x: number, y: number, text: string, size: number, options: TextOptions = {}): TextMark {
  return { mark: 'text', anchor: 'start', tone: 1, strong: false, halo: false, ...options, x: tidy(x), y: tidy(y), text, size: tidy(size) }
}

/** A straight line. */
export const lineFrom = (ink: Ink, [x1, y1]: [number, number], [x2, y2]: [number, number], thick: number): Mark => ({
  mark: 'line',
  ink,
  x1: tidy(x1),
  y1: tidy(y1),
  x2: tidy(x2),
  y2: tidy(y2),
  thick: tidy(thick),
})

// Widths of letters in a font a little wider than Segoe UI, in parts of its size.
const letterWidths: readonly [RegExp, number][] = [
  [/[ ijl.,:;'’|!]/, 0.28],
  [/[tfr()–-]/, 0.41],
  [/[mwMW%£]/, 0.9],
  [/[A-Z]/, 0.66],
  [/[0-9]/, 0.57],
]

/**
 * About how wide a text is, in pixels, rather too wide than too narrow. Only for choosing a layout: nothing is placed to the pixel by it,
 * and nothing is measured.
 */
export function aboutWidth(text: string, size: number, strong = false): number {
  let width = 0
  for (const letter of text) width += letterWidths.find(([those]) => those.test(letter))?.[1] ?? 0.59
  return width * size * (strong ? 1.08 : 1)
}

/** Where a label ends on either side, by `aboutWidth`. */
export function reachOfText({ x, text, lead = '', size, anchor, strong }: TextMark): { left: number; right: number } {
  const width = aboutWidth(lead, size, true) + aboutWidth(text, size, strong)
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  return { left, right: left + width }
}

/** The same label, moved no further than it must to stay between 0 and the width. */
export function keptInside(label: TextMark, width: number): TextMark {
  const { left, right } = reachOfText(label)
  if (left < 0) return { ...label, anchor: 'start', x: 0 }
  return right > width ? { ...label, anchor: 'end', x: width } : label
}

/** A text in lines that are about so wide at most. A word longer than a line has a line of its own. */
export function inLines(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && aboutWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/**
 * A share in whole hundredths, as every screen says it. What is not quite all is at most 99 and what is not quite none is at least 1:
 * 132 of 133 is never "100 in every 100".
 */
export function inHundred(share: number): number {
  if (share <= 0 || share >= 1) return share <= 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round(share * 100)))
}
