import type { FileCell, FileTable } from './caseFile.ts'
import { wordsOf } from './caseFile.ts'
import { grantName } from './grants.ts'
import type { LedgerKind } from './grantVocabulary.ts'
import type { PlainDate } from './plainDate.ts'
import { londonDay } from './plainDate.ts'
import type { Ledger, YearEnd } from './potSchemas.ts'
import { inPounds, toPence } from './quantities.ts'

const pounds = (pence: number): number => inPounds(toPence(pence))

/** The kinds of entries as finance says them. */
const kindWords = {
  'put-in': 'Put into the fund',
  'set-aside': 'Commitment',
  'set-free': 'Commitment ended',
  paid: 'Payment',
  'came-back': 'Return, unspent',
  recovered: 'Clawback recovered',
  'written-off': 'Written off',
} as const satisfies Record<LedgerKind, string>

type Entry = Ledger['entries'][number]
type Column<Row> = readonly [head: string, cell: (row: Row) => FileCell]

/** In which column the amount of an entry stands. What is set free is less set aside. */
export const ledgerColumns = {
  'put-in': { column: 'putIn', times: 1 },
  'set-aside': { column: 'setAside', times: 1 },
  'set-free': { column: 'setAside', times: -1 },
  paid: { column: 'paid', times: 1 },
  'came-back': { column: 'cameBack', times: 1 },
  recovered: { column: 'cameBack', times: 1 },
  'written-off': { column: 'writtenOff', times: 1 },
} as const satisfies Record<LedgerKind, { column: string; times: 1 | -1 }>
type LedgerColumn = (typeof ledgerColumns)[LedgerKind]['column']

const amountIn =
  (wanted: LedgerColumn) =>
  ({ kind, pence }: Entry): FileCell => {
    const { column, times } = ledgerColumns[kind]
    return column === wanted ? pounds(times * pence) : null
  }

/** How finance reads a file: whether it may name enterprises, and what the programme calls the people who recorded an entry. */
export type FundFileWords = { names: boolean; personOf: (oid: string) => string | null }

const nameColumn = <Row extends { name: string | null }>({ names }: Pick<FundFileWords, 'names'>): Column<Row>[] =>
  names ? [['Name', ({ name }) => name]] : []

const tableOf = <Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): FileTable => ({
  title,
  heads: columns.map(([head]) => head),
  rows: rows.map(row => columns.map(([, cell]) => cell(row))),
})

/** A fund's ledger as a table to take away, in pounds: oldest first, so that each line's balance follows from the line before it. */
export function ledgerFile(entries: readonly Entry[], words: FundFileWords): FileTable {
  const columns: readonly Column<Entry>[] = [
    ['Entry', ({ entry }) => entry],
    ['Day', ({ on }) => ({ day: on })],
    ['Kind', ({ kind }) => kindWords[kind]],
    ['Grant', ({ number }) => (number === null ? null : grantName(number))],
    ['Reference', ({ caseReference }) => caseReference],
    ...nameColumn<Entry>(words),
    ['Gap', ({ gap }) => (gap === null ? null : wordsOf(gap))],
    ['Put in, £', amountIn('putIn')],
    ['Set aside, £', amountIn('setAside')],
    ['Paid out, £', amountIn('paid')],
    ['Came back, £', amountIn('cameBack')],
    ['Written off, £', amountIn('writtenOff')],
    ['Available after, £', ({ availablePence }) => pounds(availablePence)],
    ['Cost code', ({ costCode }) => costCode],
    ['Payment reference', ({ reference }) => reference],
    ['Recorded on', ({ recordedAt }) => ({ day: londonDay(recordedAt) })],
    ['Recorded by', ({ recordedBy }) => words.personOf(recordedBy)],
    ['Log number', ({ n }) => n],
  ]
  const oldestFirst = [...entries].sort((a, b) => a.entry - b.entry)
  return tableOf('Ledger', columns, oldestFirst)
}

/** What was committed and not paid at the end of a day, as a table to take away, in pounds. */
export function yearEndFile({ asAt, rows }: Pick<YearEnd, 'asAt' | 'rows'>, words: Pick<FundFileWords, 'names'>): FileTable {
  const columns: readonly Column<YearEnd['rows'][number]>[] = [
    ['At the end of', () => ({ day: asAt })],
    ['Cost code', ({ costCode }) => costCode],
    ['Grant', ({ number }) => grantName(number)],
    ['Reference', ({ reference }) => reference],
    ...nameColumn<YearEnd['rows'][number]>(words),
    ['Decided', ({ decidedOn }) => ({ day: decidedOn })],
    ['Granted, £', ({ pence }) => pounds(pence)],
    ['Not paid yet, £', ({ setAsidePence }) => pounds(setAsidePence)],
  ]
  return tableOf('Committed', columns, rows)
}

/** What was committed and not paid, by cost code: whole pence and how many grants, in the order of the codes. */
export function byCostCode(rows: YearEnd['rows']): { costCode: string; grants: number; pence: number }[] {
  const codes = [...new Set(rows.map(({ costCode }) => costCode))].sort()
  return codes.map(costCode => {
    const own = rows.filter(row => row.costCode === costCode)
    return { costCode, grants: own.length, pence: own.reduce((sum, { setAsidePence }) => sum + setAsidePence, 0) }
  })
}

/** The last 31 March on or before a day: the end of a council's financial year. */
export function lastYearEnd(today: PlainDate): PlainDate {
  const thisYear = `${today.slice(0, 4)}-03-31` as PlainDate
  return thisYear <= today ? thisYear : (`${Number(today.slice(0, 4)) - 1}-03-31` as PlainDate)
}
