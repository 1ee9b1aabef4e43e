/** A cell of a file that a spreadsheet will open. Numbers stay numbers. */
export type CsvCell = string | number | null

/**
 * One cell. A text that begins with = + - @, a tab or a line end is kept from being run as a formula by an apostrophe before it;
 * quotes, commas and lines in a text are quoted, as RFC 4180 has it.
 */
function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A whole file: a heading row and rows, each ended. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string => rows.map(row => `${row.map(cellText).join(',')}\r\n`).join('')

/** Saves the file, by an anchor of its own for each press. A mark at its start tells spreadsheets that it is UTF-8. */
export function saveCsv(name: string, rows: readonly (readonly CsvCell[])[]): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', csvText(rows)], { type: 'text/csv;charset=utf-8' }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  // The browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
