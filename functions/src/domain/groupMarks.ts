import { scaleLinear } from 'd3-scale'
import type { Frame, Mark, Picture } from './marks.ts'
import { inLines, keptInside, lineFrom, textAt, tidy } from './marks.ts'

/** A group's share with its range; null where there are too few for one, or it is not known. `said` is it in words. */
export type GroupRow = { name: string; share: number | null; low: number; high: number; said: string }

/**
 * Groups side by side, in the order they are given: a dot at the share and a line over its range, all on one scale from 0 to 100%. A chart too
 * narrow for names beside the lines has them above.
 */
export function groupPicture(rows: readonly GroupRow[], { width, f }: Frame): Picture {
  const narrow = width / f < 40
  const [left, right] = narrow ? [1.5 * f, width - 1.5 * f] : [13.4 * f, width - 10.5 * f]
  const x = scaleLinear([0, 1], [left, Math.max(right, left)])
  const top = 0.6 * f
  const marks: Mark[] = []
  const drawn: Mark[] = []
  let at = top
  for (const { name, share, low, high, said } of rows) {
    const lines = inLines(name, narrow ? width - 11 * f : 12.4 * f, f)
    lines.forEach((line, place) => drawn.push(textAt(0, at + (1.1 + 1.3 * place) * f, line, f, { halo: true })))
    drawn.push(textAt(width, at + 1.1 * f, said, f, { anchor: 'end', tone: 2, halo: true }))
    const middle = at + (narrow ? 1.3 * lines.length + 0.9 : 0.75) * f
    if (share !== null) {
      drawn.push(lineFrom('curve', [x(low), middle], [x(high), middle], 2))
      for (const end of [low, high]) drawn.push(lineFrom('curve', [x(end), middle - 0.3 * f], [x(end), middle + 0.3 * f], 2))
      drawn.push({ mark: 'circle', ink: 'reading', cx: tidy(x(share)), cy: tidy(middle), r: tidy(0.42 * f), thick: 1, open: false })
    }
    at += (1.3 * lines.length + (narrow ? 1.9 : 0.9)) * f
  }
  const ticks = narrow ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]
  for (const share of ticks) {
    marks.push(lineFrom(share === 0 ? 'axis' : 'grid', [x(share), top], [x(share), at], 1))
    marks.push(keptInside(textAt(x(share), at + 1.6 * f, `${share * 100}%`, f, { anchor: 'middle', tone: 2 }), width))
  }
  return { width, f, height: tidy(at + 2.2 * f), marks: [...marks, ...drawn] }
}
