import type { Column, Headings, MoneyColumn, ReadColumn } from './importColumns.ts'
import { columnOf, columns, moneyColumns, readHeadings } from './importColumns.ts'
import { endingNamed, plainWords } from './importFacts.ts'
import type { Cells, Remark } from './importRow.ts'
import type { ImportAnswers, ImportReport } from './importSchemas.ts'
import type { Saying } from './importWords.ts'
import { ofFile, wrongRow } from './importWords.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'
import { readReference } from './importCells.ts'
import type { Ending } from './vocabulary.ts'

/** A spreadsheet as it was read: the first row that is not empty, and the rows below it with their numbers in the file. */
export type Sheet = {
  headings: readonly string[]
  rows: readonly { row: number; cells: readonly string[] }[]
  said: readonly Saying[]
}

/** One row of a file, before it is read against what is on record. */
export type FileRow = { row: number; cells: Cells; reference: string | null; remarks: readonly Remark[] }

/** The rows of a file: which columns are read, its rows, what is to be said of it, and what it makes us ask. */
export type FileRows = {
  headings: Headings
  rows: readonly FileRow[]
  said: readonly Saying[]
  questions: ImportReport['questions']
  columns: ImportReport['columns']
  /** Money columns whose unit nobody said: what an earlier import settled for a row then stands. */
  guessed: readonly MoneyColumn[]
  /** The kind of ending of a reason: as the lead said now, or before. */
  endingOf: (words: string) => Ending | undefined
}

/** A file without a column that must be there. */
export type ColumnsMissing = { kind: 'columns-missing'; missing: readonly Column[]; found: readonly string[] }

/** Reads the rows of a sheet: headings to columns, what was put right on the screen, pounds or pence, and references that stand twice. */
export function rowsOfFile(
  sheet: Sheet,
  answers: ImportAnswers,
  endingOf: (words: string) => Ending | undefined,
): Result<FileRows, ColumnsMissing> {
  const headings = readHeadings(sheet.headings)
  const { read, missing } = headings
  if (missing.length > 0)
    return refused({ kind: 'columns-missing', missing, found: sheet.headings.filter(heading => heading.trim() !== '') })
  const { rows: unread, nowhere } = putRight(
    sheet.rows.map(each => cellsOf(each, sheet.headings.length, read)),
    read,
    answers,
  )
  const units = moneyColumns.map(column => unitOf(column, read, unread, answers))
  const rows = withDuplicates(unread.map(row => ({ ...row, cells: units.reduce((cells, { apply }) => apply(cells), row.cells) })))
  const saidNow = new Map(Object.entries(answers.endings ?? {}).map(([words, ending]) => [plainWords(words), ending]))
  const endingAsSaid = (words: string) => saidNow.get(plainWords(words)) ?? endingOf(words)
  const notRead = notReadNames(headings, sheet)
  const questions = questionsOf(rows, endingAsSaid, units[0]?.question ?? false)
  return ok({
    headings,
    rows,
    questions,
    columns: { read: read.map(({ heading }) => heading), notRead },
    guessed: units.filter(({ guessed }) => guessed).map(({ column }) => column),
    endingOf: endingAsSaid,
    said: [
      ...sheet.said,
      ...(notRead.length > 0 ? [ofFile.notRead(notRead)] : []),
      ...headings.twice.map(({ heading, insteadOf }) => ofFile.readTwice(heading, insteadOf)),
      ...(read.some(({ column }) => column === 'journey') ? [] : [ofFile.journeyMissing()]),
      ...units.flatMap(({ said }) => said),
      ...(questions.stopped && !answers.stopped ? [ofFile.stoppedUnanswered()] : []),
      ...nowhere.map(({ row, column }) => ofFile.noSuchFix(row, column)),
    ],
  })
}

function cellsOf({ row, cells }: Sheet['rows'][number], width: number, read: readonly ReadColumn[]): FileRow {
  const beyond = cells.slice(width).some(cell => cell.trim() !== '')
  const remarks: Remark[] =
    cells.length < width || beyond ? [{ severity: 'error', column: null, saying: wrongRow.ragged(cells.length, width) }] : []
  return {
    row,
    cells: Object.fromEntries(read.map(({ column, place }) => [column, (cells[place] ?? '').trim()])),
    reference: null,
    remarks,
  }
}

/** What was put right on the screen takes the place of what the file says. A column may be named by its heading or by its own name. */
function putRight(rows: readonly FileRow[], read: readonly ReadColumn[], { fixes = [] }: ImportAnswers) {
  if (fixes.length === 0) return { rows, nowhere: [] }
  const byRow = new Map(rows.map(each => [each.row, each]))
  const nowhere: { row: number; column: string }[] = []
  for (const { row, column: named, value } of fixes) {
    const column = read.find(({ heading }) => heading === named)?.column ?? columnOf(named)
    const present = byRow.get(row)
    if (!present || !column) nowhere.push({ row, column: named })
    else byRow.set(row, { ...present, cells: { ...present.cells, [column]: value.trim() } })
  }
  return { rows: [...byRow.values()], nowhere }
}

type Unit = {
  column: MoneyColumn
  question: boolean
  guessed: boolean
  said: readonly Saying[]
  apply: (cells: Cells) => Cells
}

const bareNumber = /^[\d.,\s]+$/
/** Amounts in pence up to this are likely to be pounds. */
const fewPence = 500

/** Whether the bare numbers of a money column are pounds or pence: as its heading says, or the lead, or as it looks. */
function unitOf(column: MoneyColumn, read: readonly ReadColumn[], rows: readonly FileRow[], { grantsIn }: ImportAnswers): Unit {
  const unit = read.find(each => each.column === column)?.unit
  const bare = rows.flatMap(({ cells }) =>
    bareNumber.test(cells[column] ?? '') ? [Number((cells[column] ?? '').replaceAll(/[,\s]/g, ''))] : [],
  )
  const amounts = bare.filter(amount => amount > 0)
  const unclear = amounts.length > 0 && (unit === 'not-said' || (unit === 'pence' && amounts.every(amount => amount <= fewPence)))
  const grants = column === 'grant_awarded_pence'
  const answer = grants && unclear ? grantsIn : undefined
  const inPounds = answer ? answer === 'pounds' : unit !== 'pence'
  const guess = grants
    ? { pounds: ofFile.grantsInPounds(), pence: ofFile.grantsInPence() }
    : { pounds: ofFile.pricesInPounds(), pence: ofFile.pricesInPence() }
  return {
    column,
    question: grants && unclear,
    guessed: unclear && !answer,
    said: unclear && !answer ? [inPounds ? guess.pounds : guess.pence] : [],
    apply: cells => (inPounds && bareNumber.test(cells[column] ?? '') ? { ...cells, [column]: `£${cells[column]}` } : cells),
  }
}

function withDuplicates(rows: readonly FileRow[]): FileRow[] {
  const byReference = new Map<string, number[]>()
  const named = rows.map(row => {
    const reference = readReference(row.cells.ref ?? '')
    if (!reference.ok || !reference.value) return row
    const written = byReference.get(reference.value.toLowerCase()) ?? []
    byReference.set(reference.value.toLowerCase(), [...written, row.row])
    return { ...row, reference: reference.value }
  })
  return named.map(row => {
    const other = byReference.get(row.reference?.toLowerCase() ?? '')?.find(each => each !== row.row)
    if (other === undefined) return row
    return {
      ...row,
      remarks: [...row.remarks, { severity: 'error' as const, column: 'ref' as const, saying: wrongRow.sameReference(other) }],
    }
  })
}

/** The headings that are not read; a column without one is named by its place where it holds something. */
function notReadNames({ notRead }: Headings, sheet: Sheet): string[] {
  return notRead.flatMap(({ place, heading }) => {
    if (heading !== '') return [heading]
    return sheet.rows.some(({ cells }) => (cells[place] ?? '').trim() !== '') ? [`column ${place + 1}, which has no heading`] : []
  })
}

function questionsOf(
  rows: readonly FileRow[],
  endingOf: (words: string) => Ending | undefined,
  grantsIn: boolean,
): ImportReport['questions'] {
  const reasons = new Map<string, { words: string; rows: number; ending: Ending | null }>()
  for (const { cells } of rows) {
    for (const words of [cells.closed_reason, cells.withdrawn_reason]) {
      if (!words) continue
      const present = reasons.get(plainWords(words)) ?? { words, rows: 0, ending: endingOf(words) ?? endingNamed(words) ?? null }
      reasons.set(plainWords(words), { ...present, rows: present.rows + 1 })
    }
  }
  return {
    established: rows.filter(({ cells }) => plainWords(cells.journey ?? '') === 'established').length,
    stopped: rows.some(({ cells }) => (cells.started_trading_date ?? '') !== ''),
    grantsIn,
    endings: [...reasons.values()],
  }
}

/** The columns in which a file may hold something, by name: what a row keeps of itself so that a later file can be compared. */
export const keptCells = (cells: Cells): Cells =>
  Object.fromEntries(columns.flatMap(column => (cells[column] && column !== 'dbs_seen' ? [[column, cells[column]] as const] : [])))
