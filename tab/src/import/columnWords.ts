import type { Column } from '#domain/importColumns.ts'
import { columnOf } from '#domain/importColumns.ts'
import { columnNames, journeyOptions, outcomeOptions, yesNoOptions } from '#tab/importLabels.ts'
import { legalFormLabels } from '#tab/labels.ts'

/** A column in words; a heading of the file's own, where it is none of ours. */
export function columnName(heading: string): string {
  const column = columnOf(heading)
  return column ? columnNames[column] : heading
}

/** How a cell is put right: by choosing from a list, or by typing something such as the example. */
export type Remedy = { kind: 'choose'; options: Readonly<Record<string, string>> } | { kind: 'type'; example: string }

const lists: Partial<Record<Column, Readonly<Record<string, string>>>> = {
  legal_form: legalFormLabels,
  journey: journeyOptions,
  cqc_needed: yesNoOptions,
  checkin_6m_outcome: outcomeOptions,
  checkin_12m_outcome: outcomeOptions,
  checkin_24m_outcome: outcomeOptions,
}

/** What fits the column of a cell. */
export function remedyFor(heading: string): Remedy {
  const column = columnOf(heading)
  const options = column && lists[column]
  if (options) return { kind: 'choose', options }
  if (column === 'ref') return { kind: 'type', example: 'New reference' }
  if (column !== undefined && /_date$|^insurance_until$|^dbs_seen$/.test(column)) return { kind: 'type', example: 'Such as 3 May 2015' }
  if (column === 'grant_awarded_pence' || column === 'price_per_hour_pence') return { kind: 'type', example: 'Such as £350' }
  return { kind: 'type', example: '' }
}
