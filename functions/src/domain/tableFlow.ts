import type { Bounds, CountTable } from './disclosure.ts'
import { noLimit } from './disclosure.ts'

/**
 * A table as a network in which counts flow: from a source to each row, from the row to each column, from there to a sink, and back. Each cell is
 * one arc, totals included; what has no total has an arc without limits in its place. That all sums hold is that nothing is lost at any node,
 * so what the cells can be is what can flow (a transportation problem): whole numbers come by themselves, and the least and the most of a cell
 * are exact. Source: Ahuja, Magnanti, Orlin (1993), Network Flows; Kelly, Golden, Assad (1992), Networks 22:397, on hidden cells.
 */
export type TableNetwork = {
  nodes: number
  arcs: readonly Arc[]
  /** Arcs from 0 are cells, row by row; the others are not printed. */ cells: number
}
type Arc = { from: number; to: number }

/** What flows on each arc. */
export type Flow = number[]

const source = 0
const sink = 1

/** The network of a table: arcs of its cells row by row, then arcs without limits where there are no totals. */
export function networkOf({ rows, columns, rowTotals, columnTotals, overlapping }: CountTable): TableNetwork {
  const rowCount = columnTotals ? rows.length - 1 : rows.length
  const columnCount = rowTotals ? columns.length - 1 : columns.length
  const rowNode = (r: number) => (r < rowCount ? 2 + r : sink)
  // Rows that overlap have no column in common: each of their cells flows to the sink by itself.
  const columnNode = (c: number) => (c < columnCount ? (overlapping ? sink : 2 + rowCount + c) : source)
  const cells = rows.flatMap((_, r) =>
    columns.map((__, c): Arc => {
      // A total of a row flows from the source to the row, a total of a column from the column to the sink, their own total from sink to source.
      if (r < rowCount) return c < columnCount ? { from: rowNode(r), to: columnNode(c) } : { from: source, to: rowNode(r) }
      return c < columnCount ? { from: columnNode(c), to: sink } : { from: sink, to: source }
    }),
  )
  const free: Arc[] = []
  if (!rowTotals) for (let r = 0; r < rowCount; r++) free.push({ from: source, to: rowNode(r) })
  if (!columnTotals && !overlapping) for (let c = 0; c < columnCount; c++) free.push({ from: columnNode(c), to: sink })
  if (!rowTotals || !columnTotals) free.push({ from: sink, to: source })
  return { nodes: 2 + rowCount + columnCount, arcs: [...cells, ...free], cells: cells.length }
}

/** What flows when the cells are these. */
export function flowOf({ arcs, cells }: TableNetwork, values: readonly number[]): Flow {
  const flow = arcs.map((_, arc) => values[arc] ?? 0)
  const through = (node: number) => arcs.reduce((sum, arc, a) => (a < cells && arc.to === node ? sum + (flow[a] ?? 0) : sum), 0)
  const outOf = (node: number) => arcs.reduce((sum, arc, a) => (a < cells && arc.from === node ? sum + (flow[a] ?? 0) : sum), 0)
  arcs.forEach(({ from, to }, a) => {
    if (a < cells) return
    flow[a] = from === source ? outOf(to) : to === sink ? through(from) : 0
  })
  // The last arc closes the circle: all that leaves the source came back by it.
  const last = arcs.length - 1
  if (last >= cells) flow[last] = arcs.reduce((sum, arc, a) => (arc.from === source ? sum + (flow[a] ?? 0) : sum), 0)
  return flow
}

/** How much more (or less) an arc can take from where it is, and what a step on it costs. */
export type Room = (arc: number, direction: 1 | -1, flow: number) => { room: number; cost: number }

/**
 * The room that bounds leave, each cell at its own cost, or at a cost of one, so that the way with the fewest cells is taken. Arcs without a cell
 * cost nothing.
 */
export const roomWithin =
  (bounds: readonly Bounds[], costs?: readonly number[]): Room =>
  (arc, direction, flow) => {
    const { low, high } = bounds[arc] ?? { low: 0, high: noLimit }
    return { room: direction === 1 ? high - flow : flow - low, cost: arc < bounds.length ? (costs?.[arc] ?? 1) : 0 }
  }

type Step = { arc: number; direction: 1 | -1 }

/**
 * Moves one cell up or down by at most `amount`, and others with it so that all sums hold, by the cheapest ways there are. Changes `flow`, tells
 * `used` of every step, and returns by how much the cell moved. With room from bounds this is exact: it stops where no table allows more.
 */
export function moveCell(
  network: TableNetwork,
  flow: Flow,
  room: Room,
  cell: number,
  direction: 1 | -1,
  amount: number,
  used?: (step: Step, from: number) => void,
): number {
  const arc = network.arcs[cell]
  if (!arc) throw new RangeError(`a table has no cell ${cell}`)
  const [start, end] = direction === 1 ? [arc.to, arc.from] : [arc.from, arc.to]
  let moved = 0
  while (moved < amount) {
    const way = cheapestWay(network, flow, room, cell, start, end)
    if (!way) break
    const steps = [{ arc: cell, direction }, ...way]
    const push = Math.min(amount - moved, ...steps.map(step => room(step.arc, step.direction, flow[step.arc] ?? 0).room))
    if (push <= 0) break
    for (const step of steps) {
      used?.(step, flow[step.arc] ?? 0)
      flow[step.arc] = (flow[step.arc] ?? 0) + step.direction * push
    }
    moved += push
  }
  return moved
}

/** The cheapest way from one node to another through arcs that still have room, either way along them, without the arc of one cell (Dijkstra). */
function cheapestWay(network: TableNetwork, flow: Flow, room: Room, without: number, start: number, end: number): Step[] | undefined {
  const best = Array.from({ length: network.nodes }, () => Infinity)
  const by: (Step | undefined)[] = []
  const done = new Set<number>()
  best[start] = 0
  while (!done.has(end)) {
    let here = -1
    best.forEach((cost, node) => {
      if (!done.has(node) && cost < (here < 0 ? Infinity : (best[here] ?? Infinity))) here = node
    })
    if (here < 0) return undefined
    done.add(here)
    for (const [a, { from, to }] of network.arcs.entries()) {
      if (a === without || (from !== here && to !== here)) continue
      const direction = from === here ? 1 : -1
      const next = direction === 1 ? to : from
      const step = room(a, direction, flow[a] ?? 0)
      const cost = (best[here] ?? 0) + step.cost
      if (step.room <= 0 || cost >= (best[next] ?? Infinity)) continue
      best[next] = cost
      by[next] = { arc: a, direction }
    }
  }
  const way: Step[] = []
  for (let node = end; node !== start;) {
    const step = by[node]
    const arc = step && network.arcs[step.arc]
    if (!arc) return undefined
    way.unshift(step)
    node = step.direction === 1 ? arc.from : arc.to
  }
  return way
}

/**
 * Brings a flow within bounds that it does not keep, if any table keeps them all. Exact: whatever stands outside its bounds is moved back as far
 * as it goes, and no step takes another further out.
 */
export function repaired(network: TableNetwork, flow: Flow, bounds: readonly Bounds[], costs?: readonly number[]): Flow | undefined {
  const mended = [...flow]
  const room = roomWithin(bounds, costs)
  for (const [cell, { low, high }] of bounds.entries()) {
    if (low > high) return undefined
    const over = (mended[cell] ?? 0) - high
    const under = low - (mended[cell] ?? 0)
    if (over > 0 && moveBack(network, mended, room, cell, -1, over) < over) return undefined
    if (under > 0 && moveBack(network, mended, room, cell, 1, under) < under) return undefined
  }
  return mended
}

/** As `moveCell`, where the room of the cell itself is what it is out of its bounds by, and more. */
function moveBack(network: TableNetwork, flow: Flow, room: Room, cell: number, direction: 1 | -1, amount: number): number {
  const own: Room = (arc, way, at) => (arc === cell ? { room: noLimit, cost: 0 } : room(arc, way, at))
  return moveCell(network, flow, own, cell, direction, amount)
}

/** The least and the most that one cell can be, all cells being within their bounds and all sums holding. `flow` keeps the bounds. */
export function rangeOf(network: TableNetwork, flow: Flow, bounds: readonly Bounds[], cell: number): Bounds {
  const at = flow[cell] ?? 0
  const room = roomWithin(bounds)
  const down = moveCell(network, [...flow], room, cell, -1, noLimit)
  const up = moveCell(network, [...flow], room, cell, 1, noLimit)
  return { low: at - down, high: Math.min(noLimit, at + up) }
}
