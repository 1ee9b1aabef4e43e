import type { Column } from '#domain/listQuestion.ts'
import { columns } from '#domain/listQuestion.ts'

/** Widths in pixels. The name takes what is left, and needs some. */
const widths = {
  marks: 152,
  step: 164,
  contact: 136,
  flags: 148,
  heard: 116,
  enquired: 116,
  trading: 116,
  status: 120,
  phone: 128,
} satisfies Record<Column, number>
const spreadMarks = 266
const leastName = 180
const leastNameBesideSpread = 230

/** What stands beside the name on a page of some width. `spread` is true where each milestone has a head of its own. */
export type Fit = { fitted: readonly Column[]; left: readonly Column[]; spread: boolean }

/** The chosen columns, in their one order, as far as they fit: nothing is cut off and nothing scrolls sideways. */
export function columnsThatFit(chosen: readonly Column[], width: number): Fit {
  const wanted = columns.filter(column => chosen.includes(column))
  const spaceFor = (list: readonly Column[]): number => list.reduce((sum, column) => sum + widths[column], 0)
  const spread = wanted.includes('marks') && spaceFor(wanted) - widths.marks + spreadMarks + leastNameBesideSpread <= width
  let room = width - leastName
  const fitted = wanted.filter(column => {
    if (widths[column] > room) return false
    room -= widths[column]
    return true
  })
  return { fitted: spread ? wanted : fitted, left: spread ? [] : wanted.filter(column => !fitted.includes(column)), spread }
}

/** The width of a column as a style says it. */
export const widthOf = (column: Column, spread: boolean): string => `${column === 'marks' && spread ? spreadMarks : widths[column]}px`
