import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundsOf,
  type CountTable,
  type HidingRule,
  hidingRules,
  type Pattern,
  type TreatedTable,
  type Treatment,
} from '#domain/disclosure.ts'
import { hide } from '#domain/hiding.ts'
import { day } from '#domain/plainDate.ts'
import { rangesOf } from '#domain/tableAttack.ts'

const exact: HidingRule = { threshold: 5, base: 1, least: 3 }
const asAt = day('2026-03-31')

/** Two rows and two columns with all their totals. */
function withTotals([a, b, c, d]: readonly [number, number, number, number]): CountTable {
  const cells = [
    [a, b, a + b],
    [c, d, c + d],
    [a + c, b + d, a + b + c + d],
  ]
  return {
    id: 'areas',
    rows: ['north', 'south', 'all'],
    columns: ['stopped', 'trading', 'began'],
    cells,
    rowTotals: true,
    columnTotals: true,
    growing: [],
  }
}

const fourCounts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9))

/** The least and the most of each hidden cell inside a table, by trying every table with the same totals, give or take the rounding. */
function byTrying({ table, pattern, rule }: TreatedTable): ({ low: number; high: number } | null)[][] {
  const bounds = table.cells.map((row, r) => row.map((count, c) => boundsOf(count, pattern[r]?.[c] ?? 'shown', rule)))
  const found = table.cells.map(row => row.map(() => ({ low: Infinity, high: -Infinity })))
  const most = 22
  for (let a = 0; a <= most; a++)
    for (let b = 0; b <= most; b++)
      for (let c = 0; c <= most; c++)
        for (let d = 0; d <= most; d++) {
          const tried = withTotals([a, b, c, d]).cells
          if (
            !tried.every((row, r) => row.every((count, k) => count >= (bounds[r]?.[k]?.low ?? 0) && count <= (bounds[r]?.[k]?.high ?? 0)))
          )
            continue
          tried.forEach((row, r) =>
            row.forEach((count, k) => {
              const cell = found[r]?.[k]
              if (cell) Object.assign(cell, { low: Math.min(cell.low, count), high: Math.max(cell.high, count) })
            }),
          )
        }
  return found.map((row, r) => row.map((cell, c) => (pattern[r]?.[c] === 'small' || pattern[r]?.[c] === 'goes-with-it' ? cell : null)))
}

describe('laws of the attack', () => {
  // Totals are known, so that a hidden cell is at most 18 and trying ends. Some cells that are not small are hidden as well.
  test('the least and the most of each hidden cell are those found by trying every table', () => {
    fc.assert(
      fc.property(
        fourCounts,
        fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
        fc.constantFrom(1 as const, 5 as const),
        (counts, also, base) => {
          const table = withTotals(counts)
          const rule: HidingRule = { ...exact, base }
          const inside = (count: number, place: number): Treatment => (count < 5 ? 'small' : also[place] ? 'goes-with-it' : 'shown')
          const pattern: Pattern = table.cells.map((row, r) =>
            row.map((count, c) => (r < 2 && c < 2 ? inside(count, r * 2 + c) : 'released')),
          )
          const treated = { table, asAt, rule, pattern }
          expect(rangesOf(treated)).toEqual(byTrying(treated))
        },
      ),
      { numRuns: 12 },
    )
  })

  test('a hidden number lies between its least and its most, and at least three are left', () => {
    fc.assert(
      fc.property(fourCounts, fc.constantFrom(exact, hidingRules.funder, hidingRules.public), (counts, rule) => {
        const table = withTotals(counts)
        const hiding = hide({ table, asAt, rule, beside: [] })
        if (hiding.kind === 'withheld') return
        rangesOf({ table, asAt, rule, pattern: hiding.pattern }).forEach((row, r) =>
          row.forEach((range, c) => {
            if (!range) return
            expect(range.low).toBeLessThanOrEqual(table.cells[r]?.[c] ?? -1)
            expect(range.high).toBeGreaterThanOrEqual(table.cells[r]?.[c] ?? Infinity)
            expect(range.high - range.low + 1).toBeGreaterThanOrEqual(rule.least)
          }),
        )
      }),
    )
  })

  test('every small number is hidden, and the log names each hidden cell once', () => {
    fc.assert(
      fc.property(fourCounts, fc.constantFrom(exact, hidingRules.public), (counts, rule) => {
        const table = withTotals(counts)
        const hiding = hide({ table, asAt, rule, beside: [] })
        if (hiding.kind === 'withheld') return
        const hidden = hiding.pattern.flatMap((row, r) => row.flatMap((treatment, c) => (treatment === 'shown' ? [] : [`${r} ${c}`])))
        expect(hiding.log.map(({ row, column }) => `${row} ${column}`)).toEqual(hidden)
        table.cells.forEach((row, r) =>
          row.forEach((count, c) => expect(count < rule.threshold && hiding.pattern[r]?.[c] === 'shown').toBe(false)),
        )
      }),
    )
  })
})
