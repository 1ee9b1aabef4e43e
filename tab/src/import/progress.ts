import type { ImportAnswers, ImportRemark, ImportReport } from '#domain/importSchemas.ts'

/** A cell that somebody puts right: its row and column as the file has them. */
export const cellKey = ({ row, column }: { row: number | null; column: string | null }): string => `${row ?? ''}|${column ?? ''}`

/** What was typed to put cells right, by cell. */
export type Fixes = ReadonlyMap<string, { row: number; column: string; value: string }>

/** The answers as they are sent. A box that was emptied again is no fix. */
export const answersToSend = (answers: ImportAnswers, fixes: Fixes): ImportAnswers => {
  const typed = [...fixes.values()].filter(({ value }) => value.trim() !== '')
  return typed.length === 0 ? answers : { ...answers, fixes: typed }
}

/** A row that needed somebody, and whether it still does: it stays in its place until the list is left. */
export type NeedsYou = { remark: ImportRemark; isRight: boolean }

/** Those that needed somebody before, in their order, then those that are new. */
export function needsYou(before: readonly ImportRemark[], report: ImportReport): NeedsYou[] {
  const now = new Map(report.errors.map(remark => [cellKey(remark), remark]))
  const kept = before.map(remark => ({ remark: now.get(cellKey(remark)) ?? remark, isRight: !now.has(cellKey(remark)) }))
  const known = new Set(before.map(cellKey))
  const fresh = report.errors.filter(remark => !known.has(cellKey(remark))).map(remark => ({ remark, isRight: false }))
  return [...kept, ...fresh]
}

/** Rows that go in: new, changed and the same. */
export const rowsReady = ({ written, unchanged }: Pick<ImportReport, 'written' | 'unchanged'>): number => written + unchanged

/** What is in so far, over all calls. */
export type BroughtIn = Pick<ImportReport, 'written' | 'unchanged' | 'refused' | 'fresh' | 'changed'>

export const nothingIn: BroughtIn = { written: 0, unchanged: 0, refused: 0, fresh: 0, changed: 0 }

export const plus = (a: BroughtIn, b: BroughtIn): BroughtIn => ({
  written: a.written + b.written,
  unchanged: a.unchanged + b.unchanged,
  refused: a.refused + b.refused,
  fresh: a.fresh + b.fresh,
  changed: a.changed + b.changed,
})

/** Seconds left, from what the rows so far have taken; null in the first five seconds, when nobody can say. */
export function secondsLeft(done: number, all: number, seconds: number): number | null {
  if (seconds < 5 || done === 0) return null
  return Math.ceil(((all - done) * seconds) / done)
}
