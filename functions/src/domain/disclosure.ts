import type { PlainDate } from './plainDate.ts'

/**
 * Exact whole numbers of enterprises, as they are before anything is hidden. An enterprise is counted as a person: most are one.
 * Where `rowTotals`, the last column is the sum of the others; where `columnTotals`, the last row is. Where `overlapping`, an enterprise may
 * stand in several rows (it offers several services): the last row is all of them, and no other row has more.
 * `growing` names the columns that only grow: a later day has at least as many in each of their cells (those that ever began, that stopped).
 */
export type CountTable = {
  id: string
  rows: readonly string[]
  columns: readonly string[]
  cells: readonly (readonly number[])[]
  rowTotals: boolean
  columnTotals: boolean
  overlapping?: boolean
  growing: readonly string[]
}

/**
 * How an audience is answered. Counts under `threshold` are hidden, none included; the others are rounded to the nearest `base`, each by itself;
 * `least` is how many values must be left for a hidden cell to one who works with everything that was published.
 */
export type HidingRule = { threshold: 5 | 8 | 10; base: 1 | 5; least: number }

/**
 * What becomes of a cell. `small` and `goes-with-it` look the same to a reader: the second is hidden because it would give a small one away.
 * `released`: a small total that is public anyway, printed as it is by decision of the information owner.
 */
export type Treatment = 'shown' | 'released' | 'small' | 'goes-with-it'
export type Pattern = readonly (readonly Treatment[])[]

/** A cell by its place in the table, from 0. */
export type Place = { row: number; column: number }

/** A table as one report has it. `asAt` is the day that its counts are of. */
export type TreatedTable = { table: CountTable; asAt: PlainDate; rule: HidingRule; pattern: Pattern }

/** The rule for readers outside the programme. Rounding to 5 also keeps the difference between two reports from being an exact small count. */
export const hidingRules = {
  council: { threshold: 5, base: 5, least: 3 },
  funder: { threshold: 5, base: 5, least: 3 },
  public: { threshold: 10, base: 5, least: 3 },
} as const satisfies Record<string, HidingRule>

/** A count rounded to the nearest `base`. With a base of 5 there is never a tie. */
export const roundedTo = (count: number, base: number): number => Math.round(count / base) * base

/** What is printed of one cell: a number, or null where it is hidden. */
export function printedCount(count: number, treatment: Treatment, rule: HidingRule): number | null {
  switch (treatment) {
    case 'shown':
      return roundedTo(count, rule.base)
    case 'released':
      return count
    case 'small':
    case 'goes-with-it':
      return null
  }
}

/** What is printed of a table, cell by cell: a number, or null where it is hidden. */
export const printedTable = ({ table, pattern, rule }: Omit<TreatedTable, 'asAt'>): (number | null)[][] =>
  table.cells.map((row, r) => row.map((count, c) => printedCount(count, treatmentAt(pattern, r, c), rule)))

/** What becomes of the cell in row r and column c; a table and its pattern have the same shape. */
export function treatmentAt(pattern: Pattern, r: number, c: number): Treatment {
  const treatment = pattern[r]?.[c]
  if (!treatment) throw new RangeError(`a pattern has no cell in row ${r}, column ${c}`)
  return treatment
}

/** Whether a reader is not told this cell. */
export const isHidden = (treatment: Treatment): boolean => treatment === 'small' || treatment === 'goes-with-it'

/** Stands for "no limit": far above any count or amount, and far below where whole numbers lose their last digit. */
export const noLimit = 2 ** 45

/** The least and the most that a cell can be, both included. */
export type Bounds = { low: number; high: number }

/**
 * What one cell tells the strongest reader, who has guessed which cells are hidden for being small: these are below the threshold, the other
 * hidden ones are not. A shown cell is its rounded number, give or take half the base, and at least the threshold.
 */
export function boundsOf(count: number, treatment: Treatment, { threshold, base }: HidingRule): Bounds {
  const give = (base - 1) / 2
  switch (treatment) {
    case 'shown':
      return { low: Math.max(threshold, roundedTo(count, base) - give), high: roundedTo(count, base) + give }
    case 'released':
      return { low: count, high: count }
    case 'small':
      return { low: 0, high: threshold - 1 }
    case 'goes-with-it':
      return { low: threshold, high: noLimit }
  }
}

/** Throws where a table is not what it says it is: that is a fault in what composed it, never something a person typed. */
export function checkTable({ id, rows, columns, cells, rowTotals, columnTotals, overlapping }: CountTable): void {
  const fault = (what: string): never => {
    throw new RangeError(`table ${id}: ${what}`)
  }
  if (cells.length !== rows.length || cells.some(row => row.length !== columns.length)) fault('rows and columns do not fit its cells')
  if (new Set(rows).size < rows.length || new Set(columns).size < columns.length) fault('two rows or two columns have one name')
  if (cells.flat().some(count => !Number.isSafeInteger(count) || count < 0 || count > noLimit / 1000)) fault('a cell is no count')
  if (overlapping && columnTotals) fault('rows that overlap have no sum')
  const total = (parts: readonly number[]) => parts.slice(0, -1).reduce((sum, each) => sum + each, 0) === parts.at(-1)
  if (rowTotals && !cells.every(total)) fault('a row is not the sum of its parts')
  const down = columns.map((_, c) => cells.map(row => row[c] ?? 0))
  if (columnTotals && !down.every(total)) fault('a column is not the sum of its parts')
  const isWithinWhole = (column: readonly number[]) => column.every(count => count <= (column.at(-1) ?? 0))
  if (overlapping && !down.every(isWithinWhole)) fault('a row has more than all rows together')
}
