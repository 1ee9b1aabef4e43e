import type { ImportRemark } from '#domain/importSchemas.ts'
import type { CsvCell } from '#domain/csv.ts'

/** The cells that need somebody, as a file to put right beside the spreadsheet. */
export const badRowsCsv = (remarks: readonly ImportRemark[]): CsvCell[][] => [
  ['Row', 'Reference', 'Enterprise', 'Column', 'In the file', 'What is wrong'],
  ...remarks.map(({ row, reference, name, column, value, what }) => [row, reference, name, column, value, what]),
]
