import type { Bounds, CountTable, HidingRule, TreatedTable } from './disclosure.ts'
import { boundsOf, isHidden, treatmentAt } from './disclosure.ts'
import type { Flow, TableNetwork } from './tableFlow.ts'
import { flowOf, moveCell, networkOf, rangeOf, repaired, roomWithin } from './tableFlow.ts'

/** Who works on what was published: one `outside` has the reports only, one `inside` also knows that the cell they are in holds at least one. */
export type Reader = 'outside' | 'inside'

/** A table under attack: its network, what is true, and what each cell tells by itself. */
export type Sheet = { treated: TreatedTable; network: TableNetwork; truth: Flow; bounds: readonly Bounds[] }

/** A cell of one of the tables under attack. */
export type Spot = { sheet: number; cell: number }

/** That one cell is at most another, or the same number. */
type Link = { less: Spot; more: Spot; equal: boolean }

/** All tables that one reader has in hand, and what ties them together. */
export type Scene = { sheets: readonly Sheet[]; links: readonly (readonly Link[])[] }

/** A table made ready for attack: what each cell tells by itself, row by row. */
function sheetOf(treated: TreatedTable): Sheet {
  const network = networkOf(treated.table)
  const bounds = treated.table.cells.flatMap((row, r) =>
    row.map((count, c) => boundsOf(count, treatmentAt(treated.pattern, r, c), treated.rule)),
  )
  return { treated, network, truth: flowOf(network, treated.table.cells.flat()), bounds }
}

/** Places of the rows that two tables share: all rows of one table on two days; of two tables that break one whole down, the whole only. */
function rowsShared(a: CountTable, b: CountTable): [number, number][] {
  if (a.id === b.id) return a.rows.flatMap((name, row): [number, number][] => (b.rows.includes(name) ? [[row, b.rows.indexOf(name)]] : []))
  const hasWhole = ({ rows, columnTotals, overlapping }: CountTable) => columnTotals || overlapping === true || rows.length === 1
  return hasWhole(a) && hasWhole(b) ? [[a.rows.length - 1, b.rows.length - 1]] : []
}

/**
 * What ties the cells of two tables: on one day the same rows and columns are the same number; on a later day, where both only grow, at least
 * as many. A tie that does not hold (something was put right in between) is none: a reader who trusts it is led away from the truth.
 */
function linksBetween(sheets: readonly Sheet[], first: number, second: number): Link[] {
  const [a, b] = [sheets[first], sheets[second]]
  if (!a || !b) return []
  const [one, other] = [a.treated, b.treated]
  const equal = one.asAt === other.asAt
  const links = rowsShared(one.table, other.table).flatMap(([row, otherRow]) =>
    one.table.columns.flatMap((name, column): Link[] => {
      const otherColumn = other.table.columns.indexOf(name)
      const onlyGrows = one.table.growing.includes(name) && other.table.growing.includes(name)
      if (otherColumn < 0 || (!equal && !onlyGrows)) return []
      const spot = { sheet: first, cell: row * one.table.columns.length + column }
      const otherSpot = { sheet: second, cell: otherRow * other.table.columns.length + otherColumn }
      return [one.asAt <= other.asAt ? { less: spot, more: otherSpot, equal } : { less: otherSpot, more: spot, equal }]
    }),
  )
  return links.filter(link => holds(link, spot => sheets[spot.sheet]?.truth[spot.cell] ?? 0))
}

const holds = ({ less, more, equal }: Link, valueOf: (spot: Spot) => number): boolean =>
  equal ? valueOf(less) === valueOf(more) : valueOf(less) <= valueOf(more)

/** Within a table of rows that overlap, no row has more than all rows together. */
function linksWithin({ treated: { table } }: Sheet, sheet: number): Link[] {
  const width = table.columns.length
  const last = table.rows.length - 1
  if (!table.overlapping) return []
  return table.rows
    .slice(0, -1)
    .flatMap((_, row) =>
      table.columns.map((__, c) => ({ less: { sheet, cell: row * width + c }, more: { sheet, cell: last * width + c }, equal: false })),
    )
}

/** All that a reader has, tied together. The links of each table stand at its place. */
export function sceneOf(tables: readonly TreatedTable[]): Scene {
  const sheets = tables.map(sheetOf)
  const all = sheets.flatMap((sheet, s) => [
    ...linksWithin(sheet, s),
    ...sheets.slice(s + 1).flatMap((_, later) => linksBetween(sheets, s, s + 1 + later)),
  ])
  return { sheets, links: sheets.map((_, s) => all.filter(({ less, more }) => less.sheet === s || more.sheet === s)) }
}

/** What a contributor to one cell knows besides; without a cell, what all contributors know who told each other. */
export function knownInside({ sheets, links }: Scene, only?: Spot): Scene {
  const raised = sheets.map((sheet, s) => {
    if (only && only.sheet !== s) return sheet
    const bounds = sheet.bounds.map(({ low, high }, cell) => {
      const isKnown = only ? only.cell === cell : (sheet.truth[cell] ?? 0) > 0
      return isKnown ? { low: Math.max(1, low), high } : { low, high }
    })
    return { ...sheet, bounds }
  })
  return { sheets: raised, links }
}

/** The bounds of a table, narrowed by what the cells tied to it are taken to be; undefined for those that are left open. */
function narrowed({ sheets, links }: Scene, sheet: number, valueOf: (spot: Spot) => number | undefined): Bounds[] {
  const bounds = (sheets[sheet]?.bounds ?? []).map(each => ({ ...each }))
  const narrow = (own: Spot, other: Spot, isLess: boolean, equal: boolean) => {
    const value = own.sheet === sheet ? valueOf(other) : undefined
    const mine = bounds[own.cell]
    if (value === undefined || !mine) return
    if (isLess || equal) mine.high = Math.min(mine.high, value)
    if (!isLess || equal) mine.low = Math.max(mine.low, value)
  }
  for (const { less, more, equal } of links[sheet] ?? []) {
    narrow(less, more, true, equal)
    narrow(more, less, false, equal)
  }
  return bounds
}

/** Bounds of a table that all others tied to it keep as well when they move by the same steps. */
function movingTogether({ sheets, links }: Scene, sheet: number): Bounds[] {
  const bounds = (sheets[sheet]?.bounds ?? []).map(each => ({ ...each }))
  for (const { less, more } of links[sheet] ?? []) {
    const [own, other] = less.sheet === sheet ? [less, more] : [more, less]
    const [mine, theirs] = [bounds[own.cell], sheets[other.sheet]?.bounds[other.cell]]
    const apart = (sheets[sheet]?.truth[own.cell] ?? 0) - (sheets[other.sheet]?.truth[other.cell] ?? 0)
    if (!mine || !theirs || other.sheet === sheet) continue
    mine.low = Math.max(mine.low, theirs.low + apart)
    mine.high = Math.min(mine.high, theirs.high + apart)
  }
  return bounds
}

/** The bounds of a table while every other table is as it is. */
export const boundsBesideTheTruth = (scene: Scene, sheet: number): Bounds[] =>
  narrowed(scene, sheet, spot => (spot.sheet === sheet ? undefined : scene.sheets[spot.sheet]?.truth[spot.cell]))

/**
 * Brings the rows of a table that overlap in line with each other, one row staying as it is: the other rows keep within the whole, or the whole
 * makes room for them. As given where rows do not overlap.
 */
function settled(scene: Scene, sheet: number, flow: Flow, bounds: readonly Bounds[], keptRow?: number): Flow | undefined {
  const { treated, network } = scene.sheets[sheet] ?? {}
  if (!network || !treated?.table.overlapping) return flow
  const { rows, columns } = treated.table
  const rowOf = (cell: number) => Math.floor(cell / columns.length)
  const within = narrowed(scene, sheet, spot => (spot.sheet === sheet ? flow[spot.cell] : undefined))
  for (const moving of ['rows', 'whole'] as const) {
    const room = bounds.map(({ low, high }, cell) => {
      const at = flow[cell] ?? 0
      const isWhole = rowOf(cell) === rows.length - 1
      if (rowOf(cell) === keptRow || isWhole !== (moving === 'whole')) return { low: at, high: at }
      const tied = within[cell] ?? { low, high }
      return { low: Math.max(low, tied.low), high: Math.min(high, tied.high) }
    })
    const mended = repaired(network, flow, room)
    const whole = (cell: number) => mended?.[(rows.length - 1) * columns.length + (cell % columns.length)] ?? 0
    if (mended && bounds.every((_, cell) => (mended[cell] ?? 0) <= whole(cell))) return mended
  }
  return undefined
}

/** How ready a search is to move cells that other tables are tied to: `few` such cells, or as they come. */
const manners = ['few', 'any'] as const
type Manner = (typeof manners)[number]

/** What it costs to move each cell of a table, by the number of ties on it. */
function costsOf({ sheets, links }: Scene, sheet: number, manner: Manner): number[] | undefined {
  if (manner === 'any') return undefined
  const costs = (sheets[sheet]?.bounds ?? []).map(() => 1)
  for (const { less, more } of links[sheet] ?? [])
    for (const spot of [less, more]) if (spot.sheet === sheet) costs[spot.cell] = (costs[spot.cell] ?? 1) + 1
  return costs
}

/** The tables tied to one, those with the most ties first: they have the least choice, and the others adapt to them. */
function tiedTo({ links }: Scene, sheet: number): number[] {
  const ties = new Map<number, number>()
  for (const { less, more } of links[sheet] ?? []) {
    const other = less.sheet === sheet ? more.sheet : less.sheet
    if (other !== sheet) ties.set(other, (ties.get(other) ?? 0) + 1)
  }
  return [...ties.keys()].sort((a, b) => (ties.get(b) ?? 0) - (ties.get(a) ?? 0) || a - b)
}

/**
 * Whether all tables fit together with this one as given: those tied to it are brought in line one after another, each as little as it takes.
 * What is found is checked against every tie, so that a yes is always true.
 */
function fits(scene: Scene, start: number, flow: Flow, manner: Manner): boolean {
  const { sheets, links } = scene
  const found = new Map([[start, flow]])
  const isOpen = new Set([start])
  const valueOf = (spot: Spot) => (found.get(spot.sheet) ?? sheets[spot.sheet]?.truth)?.[spot.cell] ?? 0
  for (const here of isOpen) {
    for (const next of tiedTo(scene, here)) {
      const sheet = sheets[next]
      if (found.has(next) || !sheet) continue
      const bounds = narrowed(scene, next, spot => found.get(spot.sheet)?.[spot.cell])
      const mended = repaired(sheet.network, sheet.truth, bounds, costsOf(scene, next, manner))
      const inLine = mended && settled(scene, next, mended, bounds)
      if (!inLine) return false
      found.set(next, inLine)
      isOpen.add(next)
    }
  }
  return [...isOpen].every(sheet => (links[sheet] ?? []).every(link => holds(link, valueOf)))
}

/** Whether a cell could be a value by all that was published: proved by tables that show the same and fit together. No is "not proved". */
export function couldBe(scene: Scene, spot: Spot, value: number): boolean {
  const sheet = scene.sheets[spot.sheet]
  if (!sheet || value < 0) return false
  const from = sheet.truth[spot.cell] ?? 0
  const row = Math.floor(spot.cell / sheet.treated.table.columns.length)
  const isTied = (scene.links[spot.sheet] ?? []).length > 0
  const ways = isTied ? [boundsBesideTheTruth(scene, spot.sheet), movingTogether(scene, spot.sheet), sheet.bounds] : [sheet.bounds]
  const isProved = (bounds: readonly Bounds[], manner: Manner) => {
    const flow = [...sheet.truth]
    const far = Math.abs(value - from)
    const room = roomWithin(bounds, costsOf(scene, spot.sheet, manner))
    if (moveCell(sheet.network, flow, room, spot.cell, value > from ? 1 : -1, far) < far) return false
    const inLine = settled(scene, spot.sheet, flow, bounds, row)
    return inLine !== undefined && fits(scene, spot.sheet, inLine, manner)
  }
  return ways.some(bounds => manners.some(manner => isProved(bounds, manner)))
}

/** Whether at least so many values are proved to be left for a cell, its own among them. */
export function hasValuesLeft(scene: Scene, spot: Spot, least: number): boolean {
  const truth = scene.sheets[spot.sheet]?.truth[spot.cell] ?? 0
  let left = 1
  for (let apart = 1; apart < least && left < least; apart++) {
    if (couldBe(scene, spot, truth - apart)) left++
    if (left < least && couldBe(scene, spot, truth + apart)) left++
  }
  return left >= least
}

/** How many values must be left to a reader: a contributor may come a little nearer, but never to one. */
export const valuesAskedFor = (reader: Reader, { least }: HidingRule): number => (reader === 'outside' ? least : Math.min(2, least))

/**
 * A hidden cell that its reader is told by right elsewhere: another table shows the same number for the same day, or one for readers who are told
 * numbers as small as this showed what it grew from.
 */
function isToldElsewhere({ sheets, links }: Scene, { sheet, cell }: Spot): boolean {
  const own = sheets[sheet]?.treated
  return (links[sheet] ?? []).some(({ less, more, equal }) => {
    const [mine, theirs] = less.sheet === sheet ? [less, more] : [more, less]
    const treated = sheets[theirs.sheet]?.treated
    if (mine.cell !== cell || theirs.sheet === sheet || !treated || !own) return false
    const width = treated.table.columns.length
    const isShown = !isHidden(treatmentAt(treated.pattern, Math.floor(theirs.cell / width), theirs.cell % width))
    return isShown && (equal || treated.rule.threshold < own.rule.threshold)
  })
}

/** A hidden cell that one of its readers can work out. */
export type Opened = { reader: Reader; spot: Spot }

/** The first hidden cell of a table that the attack opens, in the order of rows; undefined where it holds. */
export function firstOpened(scene: Scene, sheet: number): Opened | undefined {
  const treated = scene.sheets[sheet]?.treated
  if (!treated) return undefined
  const together = knownInside(scene)
  const hidden = treated.pattern.flat().flatMap((treatment, cell): Spot[] => (isHidden(treatment) ? [{ sheet, cell }] : []))
  const contributors = hidden.filter(({ cell }) => (scene.sheets[sheet]?.truth[cell] ?? 0) > 0)
  for (const spot of hidden) {
    if (isToldElsewhere(scene, spot)) continue
    if (!hasValuesLeft(scene, spot, treated.rule.least)) return { reader: 'outside', spot }
    const asked = valuesAskedFor('inside', treated.rule)
    // What holds against all contributors together holds against each; only where it does not, each is tried.
    if (hasValuesLeft(together, spot, asked)) continue
    if (contributors.some(each => !hasValuesLeft(knownInside(scene, each), spot, asked))) return { reader: 'inside', spot }
  }
  return undefined
}

/** The least and the most that each hidden cell of one table by itself can be for a reader outside, exactly; null for cells that are shown. */
export function rangesOf(treated: TreatedTable): (Bounds | null)[][] {
  const { network, truth, bounds } = sheetOf(treated)
  const width = treated.table.columns.length
  return treated.pattern.map((row, r) =>
    row.map((treatment, c) => (isHidden(treatment) ? rangeOf(network, truth, bounds, r * width + c) : null)),
  )
}
