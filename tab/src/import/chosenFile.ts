import { importWords } from '#tab/importLabels.ts'

/** The most that a file may hold, in bytes: 8 MiB. */
const mostBytes = 8 * 1024 * 1024

const inMegabytes = (bytes: number): string => `${Math.ceil((bytes / (1024 * 1024)) * 10) / 10} MB`

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The file with the kind that its name says: with Excel on the machine, browsers call a CSV file an Excel one. */
export const named = (file: File): File => new File([file], file.name, { type: /\.xlsx$/i.test(file.name) ? workbook : 'text/csv' })

/** Why a file cannot be sent, in words; undefined where it can. Said before anything is sent. */
export function faultOfFile({ name, size }: { name: string; size: number }): string | undefined {
  if (/\.xls$/i.test(name)) return importWords.oldExcel
  if (!/\.(csv|xlsx)$/i.test(name)) return importWords.otherKind
  if (size === 0) return importWords.empty
  if (size > mostBytes)
    return `This file is ${inMegabytes(size)}. The most we can take is 8 MB. Split it in two and bring in one after the other.`
  return undefined
}
