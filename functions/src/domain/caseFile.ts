import { milestones } from './vocabulary.ts'
import type { PlainDate } from './plainDate.ts'
import type { CaseRow } from './wireSchemas.ts'

/** A cell of a file that is taken away: words, a number, a day, or nothing. */
export type FileCell = string | number | { day: PlainDate } | null

/** A table as a file holds it: every row as long as its heads. */
export type FileTable = { title: string; heads: readonly string[]; rows: readonly (readonly FileCell[])[] }

/** What a file says of people, for those who may see it. */
export type Contactable = { name: string | null; phone: string | null; email: string | null; postcode: string | null }

/** A row of the list, and what its file may say beside it. */
export type FileRow = { row: CaseRow; person: Contactable | null; catalyst: string | null }

export type FileWords = {
  placeOf: (area: string) => string
  /** Whether the reader sees names at all: else there are no columns for them. */
  names: boolean
  /** Whether the reader may see who works with whom. */
  catalysts: boolean
}

const shortened = /\b(cqc|cic|cio|llp)\b/g

/** A code as words: `lost-touch` is "Lost touch", `sole_trader` is "Sole trader", `do-cqc-check` is "Do CQC check". */
export function wordsOf(code: string): string {
  const words = code.replaceAll(/[-_]/g, ' ').replaceAll(shortened, short => short.toUpperCase())
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const codeCell = (code: string | null): FileCell => (code === null ? null : wordsOf(code))
const dayCell = (day: PlainDate | null): FileCell => (day === null ? null : { day })

/** Milestones by the words that the list has for them. */
const milestoneHeads = { idea: 'Idea', constitution: 'Set up', registration: 'CQC', grant: 'Grant', 'two-years': 'Two years' } as const

type FileColumn = { head: string; cell: (row: FileRow) => FileCell }

function columnsOf({ placeOf, names, catalysts }: FileWords): FileColumn[] {
  const person: FileColumn[] = [
    { head: 'Name', cell: each => each.person?.name ?? null },
    { head: 'Phone', cell: each => each.person?.phone ?? null },
    { head: 'Email', cell: each => each.person?.email ?? null },
    { head: 'Postcode', cell: each => each.person?.postcode ?? null },
  ]
  const marks = milestones.flatMap((milestone, place): FileColumn[] => [
    { head: milestoneHeads[milestone], cell: ({ row }) => codeCell(row.marks[place]?.state ?? null) },
    { head: `${milestoneHeads[milestone]}, day`, cell: ({ row }) => dayCell(row.marks[place]?.on ?? null) },
  ])
  return [
    { head: 'Reference', cell: ({ row }) => row.reference },
    ...(names ? person : []),
    { head: 'Area', cell: ({ row }) => (row.area === null ? null : placeOf(row.area)) },
    { head: 'Legal form', cell: ({ row }) => codeCell(row.form) },
    { head: 'Status', cell: ({ row }) => wordsOf(row.standing) },
    { head: 'Came as', cell: ({ row }) => codeCell(row.origin) },
    ...(catalysts ? [{ head: 'Catalyst', cell: ({ catalyst }: FileRow) => catalyst }] : []),
    ...marks,
    { head: 'Step now', cell: ({ row }) => codeCell(row.next?.step ?? null) },
    { head: 'In step since', cell: ({ row }) => dayCell(row.next?.since ?? null) },
    { head: 'Next contact', cell: ({ row }) => dayCell(row.nextContactOn) },
    { head: 'Last reached', cell: ({ row }) => dayCell(row.lastContactOn) },
    { head: 'Enquired', cell: ({ row }) => dayCell(row.enquiredOn) },
    { head: 'Trading since', cell: ({ row }) => dayCell(row.tradingFrom) },
    { head: 'Flags', cell: ({ row }) => row.flags.map(({ flag }) => wordsOf(flag)).join(', ') || null },
  ]
}

/** The list as a table to take away: one row for each enterprise, in the order given. Codes are written as words, days as days. */
export function caseFile(rows: readonly FileRow[], words: FileWords): FileTable {
  const columns = columnsOf(words)
  return { title: 'Enterprises', heads: columns.map(({ head }) => head), rows: rows.map(row => columns.map(({ cell }) => cell(row))) }
}
