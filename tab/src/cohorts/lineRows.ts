import type { Lines } from '#domain/cohortSchemas.ts'
import type { CsvCell } from '#domain/csv.ts'
import { say } from '#tab/cohorts/findings.ts'
import type { ListHead } from '#tab/cohorts/lists.ts'
import { columnLabels } from '#tab/figureLabels.ts'
import { legalFormLabels } from '#tab/labels.ts'

export type LineRow = Lines['rows'][number]

/** Rows that hold all the words, in their name, reference or area. */
export function matching(rows: readonly LineRow[], words: string, areaName: (id: string | null) => string): LineRow[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  return rows.filter(({ name, reference, area }) => {
    const text = `${name ?? ''} ${reference} ${areaName(area)}`.toLowerCase()
    return wanted.every(word => text.includes(word))
  })
}

/** By what the figure adds up, the most first; else by day. Then by reference, so that the order is always the same. */
export const sorted = (rows: readonly LineRow[]): LineRow[] =>
  [...rows].sort(
    (a, b) =>
      (b.value ?? 0) - (a.value ?? 0) ||
      (a.on ?? '').localeCompare(b.on ?? '') ||
      a.reference.localeCompare(b.reference, 'en', { numeric: true }),
  )

/** What the foot of the list says: whether it is the figure again. */
export function footerWords(lines: Lines, head: ListHead): { count: string; sum: string } {
  const { rows, total, adds } = lines
  const sum = rows.reduce((so, { value }) => so + (value ?? 0), 0)
  const isSame = (adds === 'rows' ? rows.length : sum) === total
  const count = `${say(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`
  if (!isSame) return { count: `${count}; the figure says ${head.value?.total(total) ?? say(total)}`, sum: '' }
  return { count: `${count}, the same as the figure`, sum: adds === 'values' && head.value ? head.value.total(sum) : '' }
}

/** The whole list as a file; names only where the list has them. */
export function csvRows({ rows }: Lines, head: ListHead, areaName: (id: string | null) => string): CsvCell[][] {
  const heads = [columnLabels.reference, columnLabels.enterprise, columnLabels.area, columnLabels.form, head.day]
  const body = sorted(rows).map(({ reference, name, area, form, on, value }): CsvCell[] => {
    const cells: CsvCell[] = [reference, name, areaName(area), form && legalFormLabels[form], on]
    return head.value ? [...cells, head.value.csv(value ?? 0)] : cells
  })
  return [head.value ? [...heads, head.value.label] : heads, ...body]
}

export const csvName = ({ figure, asAt }: Lines): string => `${figure.replaceAll('.', '-')} ${asAt}.csv`
