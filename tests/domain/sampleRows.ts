import type { PlainDate } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import { sampleCsv } from '#local/sampleSpreadsheet.ts'

/** The columns that the import documents, less those the sample leaves out: no names of people, no postcodes, no notes. */
export const headings =
  `ref name area journey enquiry_date idea_date constituted_date legal_form cqc_needed cqc_registered_date grant_awarded_pence
  grant_date started_trading_date checkin_6m_date checkin_6m_outcome checkin_12m_date checkin_12m_outcome checkin_24m_date
  checkin_24m_outcome closed_date closed_reason withdrawn_date withdrawn_reason last_contact_date jobs weekly_hours people_supported
  phone email catalyst services areas_served price_per_hour_pence council_paid_hours personal_care_hours insurance_until dbs_seen`.split(
    /\s+/,
  )

/** Four days on which somebody might start it, among them the last and the first of a month, and what a calendar makes of each. */
export const starts = [
  { today: day('2026-11-21'), now: '2026-11-01', from: '2023-05-01', to: '2025-04-30', until: '2027-06-30' },
  { today: day('2027-03-31'), now: '2027-03-01', from: '2023-09-01', to: '2025-08-31', until: '2027-10-31' },
  { today: day('2028-02-29'), now: '2028-02-01', from: '2024-08-01', to: '2026-07-31', until: '2028-09-30' },
  { today: day('2030-01-01'), now: '2030-01-01', from: '2026-07-01', to: '2028-06-30', until: '2030-08-31' },
]

export type Row = Record<string, string>
export const cell = (row: Row, column: string): string => row[column] ?? ''

/** No cell of the sample holds a comma or a quote mark, so that a line is read by its commas. */
export function sampleOn(today: PlainDate) {
  const lines = sampleCsv(today).trimEnd().split('\r\n')
  const rows = lines.slice(1).map((line): Row => {
    const cells = line.split(',')
    return Object.fromEntries(headings.map((heading, place) => [heading, cells[place] ?? '']))
  })
  const setUp = rows.filter(row => row['journey'] === 'new')
  return {
    lines,
    rows,
    setUp,
    advised: rows.filter(row => row['journey'] === 'advised_only'),
    closed: setUp.filter(row => row['closed_date'] !== ''),
    sum: (column: string): number => setUp.reduce((total, row) => total + Number(cell(row, column)), 0),
    counted: (column: string, value: string): number => setUp.filter(row => row[column] === value).length,
  }
}

/** The same day so many months later, or the last day of a month that has no such day. */
export function monthsLater(from: string, months: number): string {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
export const daysLater = (from: string, days: number): string => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
