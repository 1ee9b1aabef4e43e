import loadHighs from 'highs'
import { boundsOf, isHidden, noLimit, treatmentAt, type TreatedTable } from '#domain/disclosure.ts'
import { seededDraws } from '#domain/seededDraws.ts'

const highs = await loadHighs()

/** A count as the solver knows it: an unknown whole number. Cells that are the same number by their place are one unknown. */
type Unknown = { name: string; low: number; high: number; truth: number; isHidden: boolean }
export type Problem = { unknowns: Map<string, Unknown>; equations: string[] }

/** The whole of one day is one row, whichever table it stands in; all other rows belong to their own table. */
const nameOf = ({ asAt, table: { id, rows, columns } }: TreatedTable, r: number, c: number): string => {
  const row = r === rows.length - 1 ? 'all' : `${id}_${r}`
  return `x_${asAt.replaceAll('-', '')}_${row}_${(columns[c] ?? '').replaceAll('-', '')}`.replaceAll('-', '')
}

/** Everything that a reader of these tables knows, written down afresh from what was published and nothing of the product's own attack. */
export function problemOf(tables: readonly TreatedTable[]): Problem {
  const unknowns = new Map<string, Unknown>()
  const equations: string[] = []
  for (const treated of tables) {
    const { table, pattern, rule } = treated
    table.cells.forEach((row, r) =>
      row.forEach((truth, c) => {
        const name = nameOf(treated, r, c)
        const treatment = treatmentAt(pattern, r, c)
        const { low, high } = boundsOf(truth, treatment, rule)
        const before = unknowns.get(name)
        unknowns.set(name, {
          name,
          truth,
          low: Math.max(low, before?.low ?? 0),
          high: Math.min(high, before?.high ?? noLimit),
          isHidden: isHidden(treatment) && (before?.isHidden ?? true),
        })
      }),
    )
    const name = (r: number, c: number) => nameOf(treated, r, c)
    const [lastRow, lastColumn] = [table.rows.length - 1, table.columns.length - 1]
    const sum = (names: readonly string[], total: string) => equations.push(`${names.join(' + ')} - ${total} = 0`)
    if (table.rowTotals)
      table.rows.forEach((_, r) =>
        sum(
          table.columns.slice(0, -1).map((__, c) => name(r, c)),
          name(r, lastColumn),
        ),
      )
    if (table.columnTotals)
      table.columns.forEach((_, c) =>
        sum(
          table.rows.slice(0, -1).map((__, r) => name(r, c)),
          name(lastRow, c),
        ),
      )
    if (table.overlapping)
      for (let r = 0; r < lastRow; r++) table.columns.forEach((_, c) => equations.push(`${name(r, c)} - ${name(lastRow, c)} <= 0`))
    for (const later of tables) {
      if (later.table.id !== table.id || later.asAt <= treated.asAt) continue
      table.columns.forEach((column, c) => {
        if (table.growing.includes(column)) table.rows.forEach((_, r) => equations.push(`${name(r, c)} - ${nameOf(later, r, c)} <= 0`))
      })
    }
  }
  return { unknowns, equations: [...new Set(equations)] }
}

/** The solver's answer to one question: every unknown in the best table there is. */
function solved({ unknowns, equations }: Problem, way: 'Minimize' | 'Maximize', objective: string): Map<string, number> {
  // No table of the tests holds thousands, so that this stands for no limit.
  const bounds = [...unknowns.values()].map(({ name, low, high }) => `${low} <= ${name} <= ${Math.min(high, 9000)}`)
  const text = `${way}\n obj: ${objective}\nSubject To\n${equations.map((each, e) => ` c${e}: ${each}`).join('\n')}\nBounds\n ${bounds.join('\n ')}\nGenerals\n ${[...unknowns.keys()].join('\n ')}\nEnd`
  const solution = highs.solve(text, { output_flag: false })
  if (solution.Status !== 'Optimal') throw new Error(`what was published contradicts itself: ${solution.Status}`)
  const columns: Record<string, { Primal?: number }> = solution.Columns
  return new Map([...unknowns.keys()].map(name => [name, Math.round(columns[name]?.Primal ?? Number.NaN)]))
}

/** A hidden number with the least and the most that the solver found for it. */
export type Found = { name: string; truth: number; low: number; high: number }

/** The least and the most of every hidden number, by two questions to the solver for each. */
export function everyRange(problem: Problem): Found[] {
  return [...problem.unknowns.values()].flatMap(({ name, truth, isHidden: hidden }) => {
    if (!hidden) return []
    const [low, high] = (['Minimize', 'Maximize'] as const).map(way => solved(problem, way, name).get(name) ?? Number.NaN)
    return [{ name, truth, low: low ?? Number.NaN, high: high ?? Number.NaN }]
  })
}

/**
 * The hidden numbers with fewer values left than `least`. To ask less often, tables that move many numbers at once come first; whatever these do
 * not settle is asked by itself, least and most, so that the answer is the same.
 */
export function openedBySolver(problem: Problem, least: number, seed: number): Found[] {
  const draw = seededDraws(seed, 'solver')
  const found = [...problem.unknowns.values()]
    .filter(each => each.isHidden)
    .map(({ name, truth }) => ({ name, truth, low: truth, high: truth }))
  const open = () => found.filter(({ low, high }) => high - low + 1 < least)
  const take = (answer: Map<string, number>) => {
    for (const each of found) {
      each.low = Math.min(each.low, answer.get(each.name) ?? each.low)
      each.high = Math.max(each.high, answer.get(each.name) ?? each.high)
    }
  }
  for (let round = 0; round < 6 && open().length > 0; round++) {
    const signed = open().map(({ name }, i) => `${round > 1 && draw() < 0.5 ? '-' : i > 0 ? '+' : ''} ${name}`)
    take(solved(problem, round === 0 ? 'Minimize' : 'Maximize', signed.join(' ')))
  }
  for (const { name } of open()) for (const way of ['Minimize', 'Maximize'] as const) take(solved(problem, way, name))
  return open()
}
