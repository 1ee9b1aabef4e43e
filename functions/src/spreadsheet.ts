import type { Sheet } from '#domain/importRows.ts'
import type { Saying } from '#domain/importWords.ts'
import { ofFile, unread } from '#domain/importWords.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'

/** The most that a file may hold. */
export const fileLimits = { bytes: 8 * 1_048_576, rows: 20_000, columns: 100 } as const

/** The content type of a workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, place) => bytes[place] === byte)
const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
const isOldExcel = (bytes: Uint8Array): boolean => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])

/**
 * Reads a file as a sheet of text: a workbook or comma-separated values, told apart by their first bytes,
 * because browsers call a CSV file many things. A refusal is a sentence to the lead.
 */
export async function readSpreadsheet(bytes: Uint8Array, contentType: string): Promise<Result<Sheet, Saying>> {
  if (bytes.byteLength > fileLimits.bytes) return refused(unread.tooLarge())
  if (isOldExcel(bytes)) return refused(unread.oldOrLocked())
  if (isZip(bytes)) return workbookSheet(bytes)
  const isText =
    !contentType.toLowerCase().includes('openxmlformats') && !/^(?:image|audio|video|application\/(?:json|pdf|zip))/i.test(contentType)
  return isText ? csvSheet(bytes) : refused(unread.notASpreadsheet())
}

async function workbookSheet(bytes: Uint8Array): Promise<Result<Sheet, Saying>> {
  const { readWorkbook } = await import('#functions/workbook.ts')
  const read = await readWorkbook(bytes, { rows: fileLimits.rows + 1, columns: fileLimits.columns })
  if (!read.ok) return read
  const { name, otherSheets, rows } = read.value
  // A sheet holds no empty cells at the end of a row, so every row is as wide as the widest.
  const width = rows.reduce((widest, { cells }) => Math.max(widest, usedIn(cells)), 0)
  const square = rows.map(({ row, cells }) => ({ row, cells: Array.from({ length: width }, (_, place) => cells[place] ?? '') }))
  return sheetOf(square, otherSheets.length > 0 ? [ofFile.otherSheets(name, otherSheets)] : [])
}

async function csvSheet(bytes: Uint8Array): Promise<Result<Sheet, Saying>> {
  const { text, said } = decode(bytes)
  if (text.includes('\0') || text.startsWith('%PDF')) return refused(unread.notASpreadsheet())
  const delimiter = delimiterOf(text)
  // Before anything is parsed: eight megabytes of line breaks, or of commas, would fill the memory.
  if (occursMoreThan(text, '\n', csvLimits.lineBreaks)) return refused(unread.tooManyRows())
  if (occursMoreThan(text, delimiter, csvLimits.cells)) return refused(unread.tooManyColumns())
  const { parse, CsvError } = await import('csv-parse/sync')
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: 0,
    })
    const rows = records.map((cells, place) => ({ row: place + 1, cells })).filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
    return sheetOf(rows, said)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error['records']) + 1
    return refused(error.code === 'CSV_QUOTE_NOT_CLOSED' ? unread.unclosedQuote(row) : unread.strayQuote(row))
  }
}

/** A cell may run over several lines, so there may be more line breaks than rows. */
const csvLimits = { lineBreaks: 10 * fileLimits.rows, cells: (fileLimits.rows + 1) * (fileLimits.columns + 1) } as const

function occursMoreThan(text: string, mark: string, limit: number): boolean {
  let count = 0
  for (let at = text.indexOf(mark); at !== -1 && count <= limit; at = text.indexOf(mark, at + 1)) count += 1
  return count > limit
}

/** UTF-8 with or without a byte order mark, UTF-16 with one, or else Windows-1252, which is said. */
function decode(bytes: Uint8Array): { text: string; said: Saying[] } {
  if (beginsWith(bytes, [0xff, 0xfe])) return { text: new TextDecoder('utf-16le').decode(bytes), said: [] }
  if (beginsWith(bytes, [0xfe, 0xff])) return { text: new TextDecoder('utf-16be').decode(bytes), said: [] }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), said: [] }
  } catch {
    return { text: fromWindows1252(bytes), said: [ofFile.windows1252()] }
  }
}

/** The 32 places at which Windows-1252 is not Latin-1; five of them hold nothing. Source: the WHATWG index of windows-1252. */
const windowsMarks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// Not by TextDecoder: Node 20 reads windows-1252 as Latin-1.
const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, mark => windowsMarks[mark.charCodeAt(0) - 0x80] ?? mark)

/** What stands between the headings: comma, semicolon or tab, whichever there is most of outside quote marks. */
function delimiterOf(text: string): string {
  const headings = (/^\s*(.*)$/m.exec(text)?.[1] ?? '').replaceAll(/"[^"]*"/g, '')
  const count = (mark: string) => headings.split(mark).length
  return [',', ';', '\t'].reduce((most, mark) => (count(mark) > count(most) ? mark : most))
}

/** How many columns a row uses, up to its last cell that is not empty. */
const usedIn = (cells: readonly string[]): number => cells.findLastIndex(cell => cell.trim() !== '') + 1

/** The first row is the headings. Columns at the right that hold nothing are left off. */
function sheetOf(rows: Sheet['rows'], said: readonly Saying[]): Result<Sheet, Saying> {
  const [first, ...below] = rows
  if (!first) return refused(unread.emptyFile())
  if (rows.some(({ cells }) => usedIn(cells) > fileLimits.columns)) return refused(unread.tooManyColumns())
  if (below.length > fileLimits.rows) return refused(unread.tooManyRows())
  const underHeadings = below.map(({ cells }) => usedIn(cells.slice(0, first.cells.length)))
  const width = underHeadings.reduce((widest, each) => Math.max(widest, each), usedIn(first.cells))
  return ok({ headings: first.cells.slice(0, width), rows: below, said })
}
