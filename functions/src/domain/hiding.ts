import type { CountTable, HidingRule, Pattern, Place, TreatedTable, Treatment } from './disclosure.ts'
import { checkTable, isHidden, noLimit } from './disclosure.ts'
import type { PlainDate } from './plainDate.ts'
import type { Opened, Scene, Spot } from './tableAttack.ts'
import { boundsBesideTheTruth, firstOpened, knownInside, sceneOf, valuesAskedFor } from './tableAttack.ts'
import type { Room } from './tableFlow.ts'
import { moveCell } from './tableFlow.ts'

/** Why a cell is hidden: it is under the threshold; it would give another one away; or the same number is hidden in a table beside it. */
export type WhyHidden =
  { why: 'small' } | { why: 'would-give-away'; of: Place & { table: string } } | { why: 'hidden-beside'; table: string }
export type HiddenCell = Place & WhyHidden

/** A table as it may be published; or that it may not, as no pattern stands up to the attack: then the report says so in its place. */
export type Hiding = { kind: 'passed'; pattern: Pattern; log: HiddenCell[] } | { kind: 'withheld'; why: 'no-pattern-holds' }

/**
 * What is to be hidden. `beside`: every table that a reader of this one may hold as well and that counts the same cohort (or a part of it): those
 * of this report that are done, and those of earlier reports. `released`: cells that are public anyway.
 */
export type HidingQuestion = {
  table: CountTable
  asAt: PlainDate
  rule: HidingRule
  beside: readonly TreatedTable[]
  released?: readonly Place[]
}

/** A pattern while it is worked out: the treatment of each cell, row by row, and why. */
type Draft = { question: HidingQuestion; treatments: Treatment[]; why: Map<number, WhyHidden> }

const widthOf = ({ columns }: CountTable): number => columns.length

const patternOf = ({ question: { table }, treatments }: Draft): Pattern =>
  table.rows.map((_, row) => treatments.slice(row * widthOf(table), (row + 1) * widthOf(table)))

const treatedOf = (draft: Draft): TreatedTable => ({ ...draft.question, pattern: patternOf(draft) })

/** The table stands first, those beside it after it. */
const sceneFor = (draft: Draft): Scene => sceneOf([treatedOf(draft), ...draft.question.beside])

/**
 * Hides what is small in a table, and as much else as it takes that no small number can be worked out: not from the sums, not from the other
 * tables and earlier reports that a reader holds, not by a reader who has guessed which cells are the small ones, and not by a contributor.
 * Begins with the small cells and asks the attack; where it opens one, the cheapest cells that close it are hidden too (small numbers and cells
 * inside the table before its totals), until it opens none; then what turned out not to be needed is shown again. Each round hides at least one
 * cell more, so it ends. The same question has the same answer.
 */
export function hide(question: HidingQuestion): Hiding {
  checkTable(question.table)
  const draft = smallOnes(question)
  for (;;) {
    const opened = firstHole(draft)
    if (!opened) break
    const more = closing(draft, opened)
    if (more.length === 0) return { kind: 'withheld', why: 'no-pattern-holds' }
    for (const cell of more) hideFor(draft, cell, opened)
  }
  showWhatIsNotNeeded(draft)
  return { kind: 'passed', pattern: patternOf(draft), log: logOf(draft) }
}

/** The small cells, and those whose number is hidden in a table beside this one. */
function smallOnes(question: HidingQuestion): Draft {
  const { table, rule, released = [] } = question
  const isReleased = (cell: number) => released.some(({ row, column }) => row * widthOf(table) + column === cell)
  const treatments = table.cells.flat().map((count, cell): Treatment => {
    if (isReleased(cell)) return 'released'
    return count < rule.threshold ? 'small' : 'shown'
  })
  const draft: Draft = { question, treatments, why: new Map() }
  treatments.forEach((treatment, cell) => treatment === 'small' && draft.why.set(cell, { why: 'small' }))
  const scene = sceneFor(draft)
  for (const { less, more, equal } of scene.links[0] ?? []) {
    const [own, other] = less.sheet === 0 ? [less, more] : [more, less]
    const beside = scene.sheets[other.sheet]?.treated
    if (!equal || !beside || treatments[own.cell] !== 'shown' || !isHidden(beside.pattern.flat()[other.cell] ?? 'shown')) continue
    treatments[own.cell] = 'goes-with-it'
    draft.why.set(own.cell, { why: 'hidden-beside', table: beside.table.id })
  }
  return draft
}

type Hole = Opened & { table: CountTable }

/** The first hidden cell that a reader can work out: in this table, then in those beside it that it is tied to, by others too. */
function firstHole(draft: Draft): Hole | undefined {
  const scene = sceneFor(draft)
  const tied = new Set([0])
  for (const sheet of tied) {
    const table = scene.sheets[sheet]?.treated.table
    const opened = firstOpened(scene, sheet)
    if (opened && table) return { ...opened, table }
    for (const { less, more } of scene.links[sheet] ?? []) tied.add(less.sheet).add(more.sheet)
  }
  return undefined
}

/** How dear it is to hide a cell: by its number, a total more than what it is the sum of, the whole most of all. */
function costOf({ table }: HidingQuestion, cell: number): number {
  const [row, column] = [Math.floor(cell / widthOf(table)), cell % widthOf(table)]
  const inRow = table.rowTotals && column === widthOf(table) - 1 ? 20 : 1
  const inColumn = (table.columnTotals || table.overlapping === true) && row === table.rows.length - 1 ? 20 : 1
  return inRow * inColumn * (1 + Math.log2(1 + (table.cells.flat()[cell] ?? 0)))
}

/** The cells to hide so that an opened one is closed; none where nothing is left to hide. */
function closing(draft: Draft, { reader, spot }: Hole): number[] {
  const scene = reader === 'outside' ? sceneFor(draft) : knownInside(sceneFor(draft))
  const own = spot.sheet === 0 ? [spot.cell] : tiedTo(scene, spot)
  const steps = valuesAskedFor(reader, draft.question.rule) - 1
  const sets = own.flatMap(cell => {
    // A cell of another report that this table gives away is closed by hiding the same cell here, and then as any other.
    if (draft.treatments[cell] === 'shown') return [[cell]]
    return Array.from({ length: steps + 1 }, (_, down) => waysToMove(draft, scene, cell, down, steps - down)).filter(
      set => set !== undefined,
    )
  })
  const total = (set: readonly number[]) => set.reduce((sum, cell) => sum + costOf(draft.question, cell), 0)
  const best = sets.filter(set => set.length > 0).sort((a, b) => total(a) - total(b))[0]
  return best ?? cheapestInLine(draft, own)
}

/** The cells of this table that a cell of another is tied to. */
const tiedTo = (scene: Scene, spot: Spot): number[] =>
  (scene.links[0] ?? []).flatMap(({ less, more }) => {
    const [own, other] = less.sheet === 0 ? [less, more] : [more, less]
    return other.sheet === spot.sheet && other.cell === spot.cell ? [own.cell] : []
  })

/** The shown cells that would have to be hidden for a cell to move so far down and so far up; undefined where it cannot. */
function waysToMove(draft: Draft, scene: Scene, cell: number, down: number, up: number): number[] | undefined {
  const sheet = scene.sheets[0]
  if (!sheet) return undefined
  const { threshold } = draft.question.rule
  const bounds = boundsBesideTheTruth(scene, 0)
  const chosen = new Set<number>()
  const room: Room = (arc, direction, flow) => {
    const own = bounds[arc]
    if (!own) return { room: direction === 1 ? noLimit : flow, cost: 0 }
    const within = direction === 1 ? own.high - flow : flow - own.low
    if (within > 0) return { room: within, cost: 0.01 }
    if (draft.treatments[arc] !== 'shown') return { room: 0, cost: 0 }
    return { room: direction === 1 ? noLimit - flow : flow - threshold, cost: chosen.has(arc) ? 0.01 : costOf(draft.question, arc) }
  }
  for (const [direction, amount] of [
    [-1, down],
    [1, up],
  ] as const) {
    const moved = moveCell(sheet.network, [...sheet.truth], room, cell, direction, amount, (step, from) => {
      if (room(step.arc, step.direction, from).cost >= 1) chosen.add(step.arc)
    })
    if (moved < amount) return undefined
  }
  return [...chosen]
}

/** Where no single table says what to hide: the cheapest shown cell in a row or column of an opened one, then any. */
function cheapestInLine({ question, treatments }: Draft, own: readonly number[]): number[] {
  const width = widthOf(question.table)
  const shown = [...treatments.keys()]
    .filter(cell => treatments[cell] === 'shown')
    .sort((a, b) => costOf(question, a) - costOf(question, b))
  const isInLine = (cell: number) =>
    own.some(each => each % width === cell % width || Math.floor(each / width) === Math.floor(cell / width))
  return [...shown.filter(isInLine), ...shown].slice(0, 1)
}

function hideFor({ treatments, why }: Draft, cell: number, { spot, table }: Hole): void {
  const width = widthOf(table)
  treatments[cell] = 'goes-with-it'
  const of = { table: table.id, row: Math.floor(spot.cell / width), column: spot.cell % width }
  why.set(cell, { why: 'would-give-away', of })
}

/** Shows again, largest first, what the attack does not need hidden: the search adds cells one hole at a time and may add too many. */
function showWhatIsNotNeeded(draft: Draft): void {
  const added = [...draft.why.keys()].filter(cell => draft.why.get(cell)?.why === 'would-give-away')
  added.sort((a, b) => costOf(draft.question, b) - costOf(draft.question, a) || a - b)
  for (const cell of added) {
    draft.treatments[cell] = 'shown'
    if (firstHole(draft)) draft.treatments[cell] = 'goes-with-it'
    else draft.why.delete(cell)
  }
}

const logOf = ({ question: { table }, why }: Draft): HiddenCell[] =>
  [...why.entries()]
    .sort(([a], [b]) => a - b)
    .map(([cell, because]) => ({ row: Math.floor(cell / widthOf(table)), column: cell % widthOf(table), ...because }))
