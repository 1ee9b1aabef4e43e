import type { Column } from './importColumns.ts'
import type { RowPlan } from './importPlan.ts'
import type { FileRows } from './importRows.ts'
import type { Remark } from './importRow.ts'
import type { ImportRemark, ImportReport } from './importSchemas.ts'

/** How far a call got: the row it began at, the rows it wrote, by their number, and the first that it did not get to (null at the end). */
export type Progress = { from: number; written: ReadonlySet<number>; next: number | null }

/** What a dry run says it would do: every good row that is new or differs is as if written. */
export const asIfWritten = (plans: readonly RowPlan[]): Progress => ({
  from: 1,
  written: new Set(plans.filter(({ outcome }) => outcome === 'fresh' || outcome === 'changed').map(({ row }) => row)),
  next: null,
})

/** The report of an import, or of a dry run, in the order of the file. Columns are called as the file calls them. */
export function reportOf(fileRows: FileRows, plans: readonly RowPlan[], { from, written, next }: Progress, dryRun: boolean): ImportReport {
  const called = namesIn(fileRows)
  const done = plans.filter(({ row }) => row >= from && (next === null || row < next))
  const bad = done.filter(({ outcome }) => outcome === 'bad')
  const remarks = plans.flatMap(plan => plan.remarks.map(remark => ({ remark, said: remarkOf(plan, remark, called) })))
  const ofSeverity = (severity: Remark['severity']) => remarks.filter(({ remark }) => remark.severity === severity).map(({ said }) => said)
  const wrote = plans.filter(({ row }) => written.has(row))
  return {
    dryRun,
    rows: plans.length,
    written: written.size,
    unchanged: done.filter(({ row, outcome }) => outcome !== 'bad' && !written.has(row)).length,
    refused: bad.length,
    next,
    fresh: wrote.filter(({ outcome }) => outcome === 'fresh').length,
    changed: wrote.filter(({ outcome }) => outcome === 'changed').length,
    errors: ofSeverity('error'),
    warnings: [...fileRows.said.map(ofTheFile), ...ofSeverity('warning')],
    changes: plans.flatMap(({ row, reference, name, changes }) =>
      changes.map(({ column, ...change }) => ({ row, reference: reference ?? '', name, column: called(column), ...change })),
    ),
    columns: fileRows.columns,
    questions: fileRows.questions,
  }
}

const ofTheFile = ({ kind, what }: { kind: string; what: string }): ImportRemark => ({
  row: null,
  column: null,
  reference: null,
  name: null,
  value: null,
  kind,
  what,
})

function remarkOf({ row, reference, name, cells }: RowPlan, { column, saying }: Remark, called: (column: Column) => string): ImportRemark {
  const value = column === null ? null : (cells[column] ?? '')
  return { row, column: column && called(column), reference, name, value, ...saying }
}

/** What the file calls a column; a column that it does not have is called by its own name. */
function namesIn({ headings }: FileRows): (column: Column) => string {
  const names = new Map<Column, string>(headings.read.map(({ column, heading }) => [column, heading]))
  return column => names.get(column) ?? column
}
