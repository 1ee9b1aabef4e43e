import { scaleLinear } from 'd3-scale'
import type { Frame, Mark, Picture } from './marks.ts'
import { aboutWidth, lineFrom, textAt, tidy } from './marks.ts'

/** A fund with one grant in it: what others have had and will have, this one, and what is left, in whole pence. */
export type LeftData = { paid: number; setAside: number; thisOne: number; left: number }

/** The words under the bar, with their amounts: "this grant £480", "left £15,950". */
export type LeftWords = { thisOne: string; left: string }

/** This grant is drawn so wide at least, in label sizes: of a large fund it would be a hair. */
const leastWidth = 0.3

/**
 * A bar of the whole fund: paid, set aside, this grant, left. Widths are shares of the four together; what is below nothing has none.
 * This grant's words end at its leader, and what is left ends at the right; where the two would meet, they stand one under the other.
 */
export function leftPicture(data: LeftData, words: LeftWords, { width, f }: Frame): Picture {
  const parts = [data.paid, data.setAside, data.thisOne, data.left].map(pence => Math.max(0, pence))
  const whole = parts.reduce((sum, pence) => sum + pence, 0)
  const scale = scaleLinear([0, Math.max(whole, 1)], [0, width - leastWidth * f])
  const [paid = 0, setAside = 0, thisOne = 0] = parts.map(scale)
  const height = 1.2 * f
  const thisWidth = Math.max(thisOne, 0) + leastWidth * f
  const at = { aside: paid, thisOne: paid + setAside, left: paid + setAside + thisWidth }
  const rect = (ink: 'bar' | 'second-bar' | 'this-one' | 'own-number', x: number, wide: number): Mark[] =>
    tidy(wide) > 0 ? [{ mark: 'rect', ink, x: tidy(x), y: 0, width: tidy(wide), height }] : []
  const middle = at.thisOne + thisWidth / 2
  const gap = f
  const [thisRoom, leftRoom] = [aboutWidth(words.thisOne, f, true), aboutWidth(words.left, f, true)]
  // Its words end at its leader, unless they would begin before the bar does.
  const end = Math.max(middle + 0.3 * f, thisRoom)
  const meets = end + gap + leftRoom > width
  const first = 3.2 * f
  const marks: Mark[] = [
    ...rect('bar', 0, paid),
    ...rect('second-bar', at.aside, setAside),
    ...rect('own-number', at.left, width - at.left),
    ...rect('this-one', at.thisOne, thisWidth),
    lineFrom('axis', [middle, height], [middle, height + 0.9 * f], 1),
    textAt(Math.min(end, width), first, words.thisOne, f, { anchor: 'end' }),
    textAt(width, meets ? first + 1.4 * f : first, words.left, f, { anchor: 'end', strong: true }),
  ]
  return { width, height: tidy((meets ? first + 1.4 * f : first) + 0.5 * f), f, marks }
}
