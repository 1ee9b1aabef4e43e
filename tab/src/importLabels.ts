import type { Column } from '#domain/importColumns.ts'
import type { ImportReport } from '#domain/importSchemas.ts'

/** The words of the Import page. What is wrong with a cell is said by the answer itself. */

export const columnNames = {
  ref: 'Reference',
  name: 'Name',
  area: 'Area',
  journey: 'New or existing',
  enquiry_date: 'Enquiry date',
  idea_date: 'Idea agreed',
  constituted_date: 'Set up',
  legal_form: 'Legal form',
  cqc_needed: 'CQC needed',
  cqc_registered_date: 'CQC registered',
  grant_awarded_pence: 'Grant',
  grant_date: 'Grant date',
  started_trading_date: 'Trading from',
  checkin_6m_date: '6-month check-in date',
  checkin_6m_outcome: '6-month check-in answer',
  checkin_12m_date: '12-month check-in date',
  checkin_12m_outcome: '12-month check-in answer',
  checkin_24m_date: '24-month check-in date',
  checkin_24m_outcome: '24-month check-in answer',
  closed_date: 'Closed date',
  closed_reason: 'Why they closed',
  withdrawn_date: 'Left on',
  withdrawn_reason: 'Why they left',
  last_contact_date: 'Last contact',
  jobs: 'Jobs',
  weekly_hours: 'Hours a week',
  people_supported: 'People supported',
  contact_name: 'Contact name',
  phone: 'Phone',
  email: 'Email',
  postcode: 'Postcode',
  catalyst: 'Catalyst',
  services: 'What they offer',
  areas_served: 'Where they work',
  price_per_hour_pence: 'Price an hour',
  council_paid_hours: 'Hours the council pays for',
  personal_care_hours: 'Hours of personal care',
  insurance_until: 'Insured until',
  dbs_seen: 'DBS check seen',
  note: 'Note',
} satisfies Record<Column, string>

export const stepLabels = { choose: 'Choose a file', check: 'Check', bring: 'Bring in' } as const

export const stoppedLabels = { all: 'All of them', some: 'Some were taken out', unsure: 'Not sure' } as const
export const establishedLabels = { new: 'We helped set it up', existing: 'It ran before we met it' } as const
export const grantsInLabels = { pounds: 'Yes, pounds', pence: 'No, pence' } as const

export const becomesLabels = {
  added: 'Will be added',
  replaced: 'Will be put right',
  'taken-back': 'Will be taken back',
  'kept-as-a-person-recorded-it': 'Stays: a person typed it in since',
} satisfies Record<ImportReport['changes'][number]['becomes'], string>

export const importWords = {
  drop: 'Drop your spreadsheet here',
  limits: 'CSV or Excel (XLSX), up to 8 MB and 20,000 rows. Nothing is saved until you say so.',
  columns: 'The columns may stand in any order. Each row needs a reference, a name and the day they got in touch.',
  oldExcel: 'This is an old Excel file. Open it, save it as XLSX or CSV, and try again.',
  otherKind: 'We can read CSV and Excel (XLSX) files. This is neither.',
  empty: 'This file is empty.',
  stopped: 'Are the ones that stopped still in this file?',
  stoppedHint: 'If some were taken out, we watch these rows from today only. If you do not say, we take it that all are here.',
  establishedHint: 'If you do not say, we take it that you helped to set them up.',
  grantsIn: 'All these grants are £5 or less. Are they in pounds, not pence?',
  endings: 'Why they stopped: what do these words in the file mean?',
  nothingNeedsYou: 'Nothing needs you. All rows are ready.',
  noWarnings: 'No warnings.',
  nothingChanged: 'No row differs from what we brought in before.',
  again: 'Or put them right in the file and bring it in again. Nothing is doubled.',
  keepOpen: 'You can leave this page and it carries on, as long as this tab stays open.',
  staysIn: 'What is in stays in. Bring in the same file again and it goes on from here. Nothing is doubled.',
  counted: 'Every count uses them from now on. Published reports do not change.',
  inTheFile: 'Put this right in the file',
} as const

/** The order in which a fault is put right: by a word from a list, by a day, or by typing. */
export const outcomeOptions = { trading: 'Trading', no_response: 'No answer', closed: 'Closed' } as const
export const journeyOptions = { new: 'We helped set it up', existing: 'It ran before we met it', advised_only: 'Advised only' } as const
export const yesNoOptions = { Y: 'Yes', N: 'No' } as const
