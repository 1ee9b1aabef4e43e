import { describe, expect, test } from 'vitest'
import { type CountTable, type HidingRule, hidingRules, printedTable, type TreatedTable } from '#domain/disclosure.ts'
import { hide, type HidingQuestion } from '#domain/hiding.ts'
import { day } from '#domain/plainDate.ts'
import { rangesOf } from '#domain/tableAttack.ts'

const exact: HidingRule = { threshold: 5, base: 1, least: 3 }
const rounded = hidingRules.funder
const asAt = day('2026-03-31')

const table = (cells: number[][], change: Partial<CountTable> = {}): CountTable => ({
  id: 'areas',
  rows: cells.map((_, r) => `row ${r}`),
  columns: (cells[0] ?? []).map((_, c) => `column ${c}`),
  cells,
  rowTotals: true,
  columnTotals: true,
  growing: [],
  ...change,
})

const question = (cells: number[][], rule: HidingRule, change: Partial<CountTable> = {}): HidingQuestion => ({
  table: table(cells, change),
  asAt,
  rule,
  beside: [],
})

/** As it is printed: [c] for hidden. */
function printed(asked: HidingQuestion): (number | '[c]')[][] | 'withheld' {
  const hiding = hide(asked)
  return hiding.kind === 'passed'
    ? printedTable({ ...asked, pattern: hiding.pattern }).map(row => row.map(cell => cell ?? '[c]'))
    : 'withheld'
}

describe('what is hidden in one row with its total', () => {
  test('a table without a small number is shown as it is', () => {
    expect(printed(question([[12, 30, 42]], exact, { columnTotals: false }))).toEqual([[12, 30, 42]])
  })

  // 42 − 30 − 9 would be 3; with 9 hidden too the small one is 0 to 4 and the other 8 to 12. The cheapest other is the 9.
  test('with one small number, the next smallest goes with it', () => {
    expect(printed(question([[3, 9, 30, 42]], exact, { columnTotals: false }))).toEqual([['[c]', '[c]', 30, 42]])
  })

  // 35 stands for 33 to 37 and 30 for 28 to 32: the small one is anything from 33 − 32 = 1 to 4 by itself.
  test('rounded numbers protect by themselves where they leave enough open', () => {
    expect(printed(question([[3, 31, 34]], rounded, { columnTotals: false }))).toEqual([['[c]', 30, 35]])
  })

  test('none is hidden as one to four are', () => {
    expect(printed(question([[0, 9, 30, 39]], exact, { columnTotals: false }))).toEqual([['[c]', '[c]', 30, 39]])
  })

  // 4 + 4 = 8 leaves 4 to 4 for each where both are under 5: 8 gives both away, and the 20 has to go with them.
  test('two small numbers whose sum leaves one way only take a third with them', () => {
    expect(printed(question([[4, 4, 20, 28]], exact, { columnTotals: false }))).toEqual([['[c]', '[c]', '[c]', 28]])
  })
})

describe('what is hidden in rows and columns', () => {
  // A small number in a table with both totals needs a rectangle: another in its row, another in its column, and the fourth corner.
  test('one small number takes the cheapest rectangle with it', () => {
    const cells = [
      [3, 10, 20, 33],
      [11, 12, 30, 53],
      [40, 50, 60, 150],
      [54, 72, 110, 236],
    ]
    expect(printed(question(cells, exact))).toEqual([
      ['[c]', '[c]', 20, 33],
      ['[c]', '[c]', 30, 53],
      [40, 50, 60, 150],
      [54, 72, 110, 236],
    ])
  })

  test('a table with no totals hides its small numbers and no more', () => {
    const cells = [
      [3, 10],
      [11, 12],
    ]
    expect(printed(question(cells, exact, { rowTotals: false, columnTotals: false }))).toEqual([
      ['[c]', 10],
      [11, 12],
    ])
  })

  // Each service by itself: an enterprise may offer two, so no sum tells the small one; that it is at most 20 tells nothing either.
  test('rows that overlap hide their small numbers and no more', () => {
    const cells = [[3], [18], [20]]
    const change = { rowTotals: false, columnTotals: false, overlapping: true }
    expect(printed(question(cells, exact, change))).toEqual([['[c]'], [18], [20]])
  })
})

describe('what is left open to a reader', () => {
  // Row: 3 + 9 hidden, sum 12. The small one 0 to 4, the other 12 − 4 to 12 − 0.
  test('the least and most of each hidden cell follow from the sums', () => {
    const asked = question([[3, 9, 30, 42]], exact, { columnTotals: false })
    const hiding = hide(asked)
    const treated: TreatedTable = { ...asked, pattern: hiding.kind === 'passed' ? hiding.pattern : [] }
    expect(rangesOf(treated)).toEqual([[{ low: 0, high: 4 }, { low: 8, high: 12 }, null, null]])
  })
})
