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

test('the log says of each hidden cell why, and which it would give away', () => {
  expect(hide(question([[3, 9, 30, 42]], exact, { columnTotals: false }))).toMatchObject({
    log: [
      { row: 0, column: 0, why: 'small' },
      { row: 0, column: 1, why: 'would-give-away', of: { table: 'areas', row: 0, column: 0 } },
    ],
  })
})

describe('beside other tables and earlier reports', () => {
  const one = (id: string, row: number[], on: string, growing: string[] = []): HidingQuestion => ({
    table: table([row], { id, columnTotals: false, growing }),
    asAt: day(on),
    rule: exact,
    beside: [],
  })
  const treatedBy = (asked: HidingQuestion): TreatedTable => {
    const hiding = hide(asked)
    if (hiding.kind === 'withheld') throw new Error('withheld')
    return { ...asked, pattern: hiding.pattern }
  }

  // By area the 9 of the whole went with the 3; another table with the same whole would give both away if it showed the 9.
  test('what one table hides of the whole is hidden in the others too, and the log says beside which', () => {
    const first = treatedBy(one('areas', [3, 9, 30, 42], '2026-03-31'))
    const second = hide({ ...one('forms', [3, 9, 30, 42], '2026-03-31'), beside: [first] })
    expect(second).toEqual({
      kind: 'passed',
      pattern: [['small', 'goes-with-it', 'shown', 'shown']],
      log: [
        { row: 0, column: 0, why: 'small' },
        { row: 0, column: 1, why: 'hidden-beside', table: 'areas' },
      ],
    })
  })

  // Earlier: 4 stopped, hidden with the 9. Later 4 again, and whatever stopped stays stopped: 4 is the most it can be, so that it could only
  // be told apart if the earlier one were known. It is not: both may be less by the same.
  test('a number that stayed the same since the last report stays open in both', () => {
    const before = treatedBy(one('areas', [4, 9, 30, 43], '2025-09-30', ['column 0']))
    const now = hide({ ...one('areas', [4, 12, 31, 47], '2026-03-31', ['column 0']), beside: [before] })
    expect(now).toMatchObject({ kind: 'passed', pattern: [['small', 'goes-with-it', 'shown', 'shown']] })
  })

  // The council is told 7 by its own rule; to the public it is small. Who has both was told by right, so the public table is not withheld.
  test('a number that another audience is told by right may be hidden from the public', () => {
    const council = treatedBy({ ...one('areas', [7, 30, 37], '2026-03-31'), rule: hidingRules.council })
    const open = hide({ ...one('areas', [7, 30, 37], '2026-03-31'), rule: hidingRules.public, beside: [council] })
    expect(open).toMatchObject({ kind: 'passed', pattern: [['small', 'shown', 'shown']] })
  })
})

describe('a total released by the information owner', () => {
  // 3 stopped in all is public. By area 2 and 1 stay hidden: each may be 0 to 3.
  test('is printed as it is, and the breakdown stays closed', () => {
    const cells = [
      [2, 40, 42],
      [1, 50, 51],
      [3, 90, 93],
    ]
    const asked = { ...question(cells, rounded), released: [{ row: 2, column: 0 }] }
    expect(printed(asked)).toEqual([
      ['[c]', 40, 40],
      ['[c]', 50, 50],
      [3, 90, 95],
    ])
  })

  // One in all leaves none or one for each area: two values, where three are asked for. Nothing that could be hidden helps.
  test('withholds the breakdown where it would give it away', () => {
    const cells = [
      [1, 40, 41],
      [0, 50, 50],
      [1, 90, 91],
    ]
    expect(printed({ ...question(cells, rounded), released: [{ row: 2, column: 0 }] })).toBe('withheld')
  })
})

describe('a table that is not what it says', () => {
  test.each([
    ['a row that does not add up', [[1, 2, 4]], { columnTotals: false }],
    ['a column that does not add up', [[1], [2], [4]], { rowTotals: false }],
    ['a number that is no count', [[1.5, 2, 3.5]], { columnTotals: false }],
    ['fewer than none', [[-1, 3, 2]], { columnTotals: false }],
    ['a row above all rows together', [[9], [4]], { rowTotals: false, columnTotals: false, overlapping: true }],
    ['rows that overlap and add up', [[4], [4]], { rowTotals: false, overlapping: true }],
  ])('is a fault: %s', (_, cells, change) => {
    expect(() => hide(question(cells, exact, change))).toThrow(RangeError)
  })
})

// Twelve areas and the whole by four parts and their sum: 65 cells, a third of them small, nothing rounded.
test('a table of sixty-five cells has a pattern', () => {
  const inner = Array.from({ length: 12 }, (_, r) => Array.from({ length: 4 }, (__, c) => (r * 7 + c * 5) % 14))
  const full = [...inner, [0, 1, 2, 3].map(c => inner.reduce((sum, row) => sum + (row[c] ?? 0), 0))].map(row => [
    ...row,
    row.reduce((a, b) => a + b, 0),
  ])
  expect(hide(question(full, exact)).kind).toBe('passed')
})
