import type { Instant, PlainDate } from './plainDate.ts'

/**
 * A budget that fell because of the programme, as its holder recorded it; or that an earlier record is taken back. Only what is recorded here
 * is a saving in cash: anything else that the council did not have to pay was there to be spent on more care.
 */
export type BudgetRecord = {
  /** Its number among all such records of the programme. */
  version: number
  /** Object id of the holder of the budget, who recorded it. */
  recordedBy: string
  recordedAt: Instant
} & ({ of: 'fall'; pencePerYear: number; fellOn: PlainDate; textId: string } | { of: 'taken-back'; takesBack: number })

export type BudgetFall = Extract<BudgetRecord, { of: 'fall' }>

/** The budgets that had fallen by a day, by what was recorded until `knownAt`, in the order of their days. What was taken back is not there. */
export function budgetFallsOn(records: readonly BudgetRecord[], asAt: PlainDate, knownAt?: Instant): BudgetFall[] {
  const known = records.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt)
  const takenBack = new Set(known.flatMap(each => (each.of === 'taken-back' ? [each.takesBack] : [])))
  return known
    .filter(each => each.of === 'fall')
    .filter(({ version, fellOn }) => !takenBack.has(version) && fellOn <= asAt)
    .sort((a, b) => (a.fellOn < b.fellOn ? -1 : a.fellOn > b.fellOn ? 1 : a.version - b.version))
}
