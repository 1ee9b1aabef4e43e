import type { ExistingCase, RowPlan } from '#domain/importPlan.ts'
import { planOf, someone, written } from './importSheets.ts'

/** A row with most of a journey in it. */
export const row = {
  ...someone,
  area: 'Levels',
  idea_date: '2014-02-03',
  constituted_date: '2014-04-01',
  legal_form: 'sole_trader',
  cqc_needed: 'N',
  cqc_registered_date: '',
  grant_awarded_pence: '35000',
  grant_date: '2014-05-12',
  started_trading_date: '2014-09-01',
  checkin_6m_date: '2015-03-04',
  checkin_6m_outcome: 'trading',
  checkin_12m_date: '',
  checkin_12m_outcome: 'no_response',
  closed_date: '',
  closed_reason: '',
  last_contact_date: '2016-02-01',
  jobs: '2',
  weekly_hours: '30',
  people_supported: '6',
  phone: '01632 960147',
  catalyst: 'Priya',
  services: 'Company; Shopping',
  price_per_hour_pence: '1650',
  note: 'Rings back at six.',
}
/** The case as it stands after the row went in. */
export const imported = (): ExistingCase => written(planOf(row))
/** The plan of the same row once more, with some cells changed. */
export const again = (existing: ExistingCase, changed: Record<string, string> = {}) =>
  planOf({ ...row, ...changed }, { existing: [existing] })
/** The changes that a plan shows, as column, before, after and what becomes of it. */
export const shown = (plan: RowPlan) => plan.changes.map(({ column, before, after, becomes }) => [column, before, after, becomes])
