import type { FileCell, FileTable } from '#domain/caseFile.ts'
import type { Saying } from '#domain/importWords.ts'
import { unread } from '#domain/importWords.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'

/** A sheet of a workbook as text: days as YYYY-MM-DD, each row with its number in the sheet. */
export type WorkbookSheet = {
  name: string
  otherSheets: readonly string[]
  rows: readonly { row: number; cells: readonly string[] }[]
}

/** A workbook may unpack to so many bytes, in so many parts. */
const unpacked = { bytes: 48 * 1_048_576, parts: 2_000 }

/** Reads the first sheet that is not hidden, up to `limits`. Where there is more, one row or column of it is read, so that the reader sees it. */
export async function readWorkbook(bytes: Uint8Array, limits: { rows: number; columns: number }): Promise<Result<WorkbookSheet, Saying>> {
  const fault = await faultOf(bytes)
  if (fault) return refused(fault)
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx')
  try {
    const sheets: { name: string; index: number; hidden: boolean }[] = []
    await readXlsx(bytes, {
      sheets: ({ name, index, hidden, veryHidden }) => {
        sheets.push({ name, index, hidden: Boolean(hidden) || Boolean(veryHidden) })
        return false
      },
    })
    const read = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
    if (!read) return refused(unread.damaged())
    const rows: { row: number; cells: string[] }[] = []
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: read.index })) {
      const beyond = values.slice(limits.columns).map(textOf).find(isFilled)
      const cells = [...Array.from(values.slice(0, limits.columns), textOf), ...(beyond === undefined ? [] : [beyond])]
      if (cells.some(isFilled)) rows.push({ row: index + 1, cells })
      if (rows.length > limits.rows) break
    }
    return ok({ name: read.name, otherSheets: sheets.filter(each => each !== read).map(({ name }) => name), rows })
  } catch {
    return refused(unread.damaged())
  }
}

/**
 * Looks at every part of the zip before anything trusts it: what it says it unpacks to, and that it does not unpack to more than it says.
 * Nothing is kept of what is unpacked here.
 */
async function faultOf(bytes: Uint8Array): Promise<Saying | undefined> {
  const { default: yauzl } = await import('yauzl')
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { validateEntrySizes: true })
    let [total, parts] = [0, 0]
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize
      parts += 1
      if (total > unpacked.bytes || parts > unpacked.parts) return unread.unpacksTooLarge()
      if (entry.fileName.endsWith('/')) continue
      const stream = await zip.openReadStreamPromise(entry)
      // Reading to the end is what proves the size: yauzl stops a part that grows past what it said.
      for await (const _chunk of stream);
    }
    return undefined
  } catch {
    return unread.damaged()
  }
}

const isFilled = (cell: string): boolean => cell.trim() !== ''

function textOf(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  // Spreadsheets keep 15 digits; what binary fractions add beyond them is noise.
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : value
}

const millisecondsADay = 86_400_000

/** A table as a workbook of one sheet: text stays text, days are days, the heads stay in sight. */
export async function writeWorkbook({ title, heads, rows }: FileTable): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const isDays = heads.map((_, place) => rows.some(row => isDay(row[place])))
  const cellOf = (cell: FileCell | undefined): string | number | Date | null => {
    if (cell === undefined || cell === null) return null
    return typeof cell === 'object' ? new Date(daysSince1970(cell.day) * millisecondsADay) : cell
  }
  return writeXlsx({
    properties: { title, creator: 'Catalyst Casebook' },
    sheets: [
      {
        name: title,
        columns: heads.map((head, place) => ({
          width: Math.min(40, Math.max(head.length + 2, 12)),
          ...(isDays[place] ? { numFmt: 'd mmm yyyy' } : {}),
        })),
        rows: [[...heads], ...rows.map(row => heads.map((_, place) => cellOf(row[place])))],
        freezePane: { rows: 1 },
        ...(rows.length === 0
          ? {}
          : {
              tables: [
                {
                  name: title,
                  range: `A1:${columnName(heads.length)}${rows.length + 1}`,
                  columns: heads.map(name => ({ name })),
                  showAutoFilter: false,
                },
              ],
            }),
      },
    ],
  })
}

const isDay = (cell: FileCell | undefined): boolean => typeof cell === 'object' && cell !== null

const daysSince1970 = (day: PlainDate): number => daysBetween('1970-01-01' as PlainDate, day)

/** 1 is A, 26 is Z, 27 is AA. */
const columnName = (number: number): string =>
  number <= 26
    ? String.fromCharCode(64 + number)
    : `${columnName(Math.floor((number - 1) / 26))}${String.fromCharCode(65 + ((number - 1) % 26))}`
