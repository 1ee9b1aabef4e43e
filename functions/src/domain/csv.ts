/** A cell of a file that a spreadsheet will open. Numbers stay numbers. */
export type CsvCell = string | number | null

/** What a spreadsheet takes for the start of a formula; the last four are = + - @ at full width. */
const startsFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * One cell. A text that a spreadsheet would run as a formula is kept from it by an apostrophe before it;
 * quotes, commas and lines in a text are quoted, as RFC 4180 has it.
 */
function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = startsFormula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A whole file: a heading row and rows, each ended. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string => rows.map(row => `${row.map(cellText).join(',')}\r\n`).join('')
