import type { Cell, Journey, Outcome } from './importCells.ts'
import {
  isBrokenFormula,
  readCount,
  readDay,
  readForm,
  readHours,
  readJourney,
  readMoney,
  readOutcome,
  readPastDay,
  readReference,
  readSeen,
  moreThanNames,
  readSlugs,
  readWords,
  readYesNo,
} from './importCells.ts'
import type { Column } from './importColumns.ts'
import type { Saying } from './importWords.ts'
import { look, wrongCell } from './importWords.ts'
import type { PlainDate } from './plainDate.ts'
import type { Minutes, Pence } from './quantities.ts'
import type { CheckInMonth, LegalForm } from './vocabulary.ts'

/** A row of the file by column, trimmed. A column that the file does not have is left out; an empty cell is ''. */
export type Cells = Readonly<Partial<Record<Column, string>>>

/** Something about a cell, or about the whole row where `column` is null. An error keeps the row out. */
export type Remark = { severity: 'error' | 'warning'; column: Column | null; saying: Saying }

/** What one row says. What an empty cell leaves open is undefined. */
export type RowValues = {
  reference: string
  name: string
  enquiredOn: PlainDate
  area: string | undefined
  journey: Journey | undefined
  ideaOn: PlainDate | undefined
  setUpOn: PlainDate | undefined
  form: LegalForm | undefined
  cqcNeeded: boolean | undefined
  registeredOn: PlainDate | undefined
  grantPence: Pence | undefined
  grantOn: PlainDate | undefined
  beganOn: PlainDate | undefined
  checkIns: readonly { month: CheckInMonth; on: PlainDate | undefined; outcome: Outcome | undefined }[]
  closedOn: PlainDate | undefined
  closedReason: string | undefined
  withdrawnOn: PlainDate | undefined
  withdrawnReason: string | undefined
  lastContactOn: PlainDate | undefined
  jobs: number | undefined
  minutesPerWeek: Minutes | undefined
  people: number | undefined
  councilPaidMinutes: Minutes | undefined
  personalCareMinutes: Minutes | undefined
  catalyst: string | undefined
  services: string[] | undefined
  areasServed: string[] | undefined
  pricePence: Pence | undefined
  insuredUntil: PlainDate | undefined
  dbs: PlainDate | boolean | undefined
  note: string | undefined
}

type Take = <T>(column: Column, read: (cell: string) => Cell<T>) => T | undefined

/**
 * Reads every cell of a row. All that is wrong is named at once, and a cell that is wrong has no value. Without a reference, a name or a day
 * of the enquiry there are no values at all.
 */
export function readRow(cells: Cells, today: PlainDate): { values: RowValues | undefined; remarks: Remark[] } {
  const remarks: Remark[] = []
  const wrong = (column: Column, saying: Saying): undefined => void remarks.push({ severity: 'error', column, saying })
  const take: Take = (column, read) => {
    const cell = cells[column] ?? ''
    if (isBrokenFormula(cell)) return wrong(column, wrongCell.brokenFormula(cell))
    const result = read(cell)
    return result.ok ? result.value : wrong(column, result.refusal)
  }
  const needed = <T>(column: Column, read: (cell: string) => Cell<T>): T | undefined => {
    const value = take(column, read)
    const said = remarks.some(remark => remark.column === column)
    return value === undefined && !said ? wrong(column, wrongCell.missing()) : value
  }
  checkWords(take)
  const reference = needed('ref', readReference)
  const name = needed('name', cell => readWords(cell, longest.name))
  const enquiredOn = needed('enquiry_date', cell => readPastDay(cell, today))
  const values = { ...journeyOf(take, today), ...endingOf(take, today), ...numbersOf(take, today) }
  if (reference === undefined || name === undefined || enquiredOn === undefined) return { values: undefined, remarks }
  return { values: { reference, name, enquiredOn, ...values }, remarks: remarks.length > 0 ? remarks : leftWithTheWords(cells) }
}

/** Warns of what a list holds beside names of things: it may tell of a person, so it becomes no entry. */
const leftWithTheWords = (cells: Cells): Remark[] =>
  (['services', 'areas_served'] as const).flatMap(column =>
    moreThanNames(cells[column] ?? '').map((words): Remark => ({ severity: 'warning', column, saying: look.moreThanAName(words) })),
  )

const longest = { name: 200, phone: 40, email: 200, postcode: 10, note: 10_000, list: 1_000, words: 300 } as const

/** The words that stand beside the facts. They are kept as they are, so only their length is looked at. */
function checkWords(take: Take): void {
  take('contact_name', cell => readWords(cell, longest.name))
  take('phone', cell => readWords(cell, longest.phone))
  take('email', cell => readWords(cell, longest.email))
  take('postcode', cell => readWords(cell, longest.postcode))
}

function journeyOf(take: Take, today: PlainDate) {
  const past = (cell: string) => readPastDay(cell, today)
  return {
    area: take('area', cell => readWords(cell, longest.words)),
    journey: take('journey', readJourney),
    ideaOn: take('idea_date', past),
    setUpOn: take('constituted_date', past),
    form: take('legal_form', readForm),
    cqcNeeded: take('cqc_needed', readYesNo),
    registeredOn: take('cqc_registered_date', past),
    grantPence: take('grant_awarded_pence', readMoney),
    grantOn: take('grant_date', past),
    beganOn: take('started_trading_date', past),
    catalyst: take('catalyst', cell => readWords(cell, longest.words)),
    note: take('note', cell => readWords(cell, longest.note)),
  }
}

function endingOf(take: Take, today: PlainDate) {
  const past = (cell: string) => readPastDay(cell, today)
  return {
    checkIns: [
      { month: 6 as const, on: take('checkin_6m_date', past), outcome: take('checkin_6m_outcome', readOutcome) },
      { month: 12 as const, on: take('checkin_12m_date', past), outcome: take('checkin_12m_outcome', readOutcome) },
      { month: 24 as const, on: take('checkin_24m_date', past), outcome: take('checkin_24m_outcome', readOutcome) },
    ],
    closedOn: take('closed_date', past),
    closedReason: take('closed_reason', cell => readWords(cell, longest.words)),
    withdrawnOn: take('withdrawn_date', past),
    withdrawnReason: take('withdrawn_reason', cell => readWords(cell, longest.words)),
    lastContactOn: take('last_contact_date', past),
  }
}

function numbersOf(take: Take, today: PlainDate) {
  const slugs = (most: number) => (cell: string) => {
    const words = readWords(cell, longest.list)
    return words.ok ? readSlugs(cell, most) : words
  }
  return {
    jobs: take('jobs', readCount),
    minutesPerWeek: take('weekly_hours', readHours),
    people: take('people_supported', readCount),
    councilPaidMinutes: take('council_paid_hours', readHours),
    personalCareMinutes: take('personal_care_hours', readHours),
    services: take('services', slugs(30)),
    areasServed: take('areas_served', slugs(60)),
    pricePence: take('price_per_hour_pence', readMoney),
    insuredUntil: take('insurance_until', readDay),
    dbs: take('dbs_seen', cell => readSeen(cell, today)),
  }
}
