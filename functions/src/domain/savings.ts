import type { Assumption, AssumptionKind, Range } from './assumptions.ts'
import { assumptionOn, assumptionsOn, kindsOfAssumption } from './assumptions.ts'
import type { MonthOfCare, PaidMinutes } from './careHours.ts'
import { canSave, careByMonth, monthOf, noMinutes, paidBy, plus, times } from './careHours.ts'
import type { Member } from './cohortMembers.ts'
import { hasLostTouch } from './followUp.ts'
import { keptPence } from './grants.ts'
import { numbersNow } from './numbersNow.ts'
import type { Instant, PlainDate } from './plainDate.ts'
import { addDays, addMonths, daysBetween, earlier } from './plainDate.ts'
import { roundHalfAway } from './quantities.ts'
import type { Saving, ValueOf } from './saving.ts'
import { mayBeMissing, neededFor, savingOf } from './saving.ts'

/** The version of the method below. A changed method is a new version, and every answer names the one it was made by. */
export const savingsMethod = 'savings-2'

/** Weeks in a year of 365.25 days. */
export const weeksInYear = 365.25 / 7

/** What a savings question is asked of. `knownAt` is when what is known was recorded by. */
export type SavingsInput = {
  /** Every enterprise, folded as at the day. */
  members: readonly Member[]
  /** Every record that had a grant, those that were merged into another too: the money was paid all the same. */
  granted: readonly Pick<Member, 'caseId' | 'supportCase'>[]
  recorded: readonly Assumption[]
  asAt: PlainDate
  knownAt: Instant
  /** What the programme costs in all, in whole pence, over its funded period. */
  costPence: number
  period: { from: PlainDate; to: PlainDate }
}

/** One enterprise with the care that it gave: month by month, and in a week now; `now` is undefined where it does not trade, or nobody told. */
export type Giving = {
  member: Member
  months: readonly MonthOfCare[]
  now: PaidMinutes | undefined
  /** All minutes of care a week now, whoever pays. */
  allNow: number
}

/** The enterprises whose hours can be a saving, with their hours. */
export function givingOf(members: readonly Member[], asAt: PlainDate): Giving[] {
  return members.flatMap(member => {
    const { supportCase } = member
    if (supportCase.trading.state === 'not-yet' || !canSave(supportCase)) return []
    const numbers = isTradingNow(member, asAt) ? numbersNow(supportCase, asAt) : undefined
    const now = numbers && paidBy(numbers.careReturn)
    return [{ member, months: careByMonth(supportCase, asAt), now, allNow: numbers?.careReturn.minutesPerWeek ?? 0 }]
  })
}

export const isTradingNow = ({ supportCase }: Member, asAt: PlainDate): boolean =>
  supportCase.trading.state === 'trading' && !hasLostTouch(supportCase, asAt)

/** A figure from outside that is needed and that nobody recorded, and since when it is needed. */
export type Missing = { kind: AssumptionKind; since: PlainDate }

/** What is needed before anything can be worked out: each figure once, since the first month that lacks it. */
export function missingFor(giving: readonly Giving[], { recorded, asAt, knownAt }: SavingsInput): Missing[] {
  const since = new Map<AssumptionKind, PlainDate>()
  const need = (kind: AssumptionKind, month: PlainDate): void => {
    const known = since.get(kind)
    if (assumptionOn(recorded, kind, valueDay(month, asAt), knownAt)) return
    if (known === undefined || month < known) since.set(kind, month)
  }
  for (const { month, minutes } of careOf(giving)) for (const kind of neededFor(minutes)) need(kind, month)
  const now = totalNow(giving)
  for (const kind of neededFor(now)) need(kind, monthOf(asAt))
  return kindsOfAssumption.flatMap(kind => {
    const first = since.get(kind)
    return first ? [{ kind, since: first }] : []
  })
}

/** A month's figures are those of its last day, and this month's those of the day that is asked about. */
const valueDay = (month: PlainDate, asAt: PlainDate): PlainDate => earlier(addDays(addMonths(month, 1), -1), asAt)

/** The care of all of them, month by month. */
export function careOf(giving: readonly Giving[]): MonthOfCare[] {
  const months = new Map<PlainDate, PaidMinutes>()
  for (const each of giving) for (const { month, minutes } of each.months) months.set(month, plus(months.get(month) ?? noMinutes, minutes))
  return [...months].map(([month, minutes]) => ({ month, minutes })).sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** The care of a week now, of all of them. */
export const totalNow = (giving: readonly Giving[]): PaidMinutes => giving.reduce((sum, { now }) => (now ? plus(sum, now) : sum), noMinutes)

/** The figures from outside that hold in a month, each with its range. */
export type Held = ReadonlyMap<AssumptionKind, Assumption & { value: Range }>

/** Reads the figures of each month once. */
export function heldIn({ recorded, asAt, knownAt }: SavingsInput): (month: PlainDate) => Held {
  const months = new Map<PlainDate, Held>()
  return month => {
    const kept = months.get(month)
    if (kept) return kept
    const held = new Map(assumptionsOn(recorded, valueDay(month, asAt), knownAt).map(each => [each.kind, each]))
    months.set(month, held)
    return held
  }
}

/** Reads each figure as `of` says. What may be missing is nothing; anything else is known before it is read. */
export const valuesOf =
  (held: Held, of: (kind: AssumptionKind, range: Range) => number): ValueOf =>
  kind => {
    const range = held.get(kind)?.value
    if (range) return of(kind, range)
    if (mayBeMissing.includes(kind)) return 0
    throw new Error(`${kind} is read before anybody recorded it`)
  }

export const mostLikely = (held: Held): ValueOf => valuesOf(held, (_, { central }) => central)

/** What one enterprise's care saved the council: so far, and in a year at its present hours; whole pence. */
export type EnterpriseSaving = { giving: Giving; soFarPence: number; yearlyPence: number; soFarMinutes: number; weeklyMinutes: number }

export type Central = {
  enterprises: readonly EnterpriseSaving[]
  /** The sums over the enterprises, in whole pence. */
  soFarPence: number
  yearlyPence: number
  /** Minutes that the council paid for so far, and pays for in a week now. */
  soFarMinutes: number
  weeklyMinutes: number
  /** A year at the present hours, step by step, in pence. */
  yearly: Saving
}

/** The estimate with every figure at its most likely value. Each total is the sum over its list. */
export function centralOf(giving: readonly Giving[], input: SavingsInput): Central {
  const held = heldIn(input)
  const valueIn = (month: PlainDate): ValueOf => mostLikely(held(month))
  const thisMonth = valueIn(monthOf(input.asAt))
  const enterprises = giving.map((each): EnterpriseSaving => {
    const months = each.months.map(({ month, minutes }) => savingOf(minutes, valueIn(month)))
    const now = each.now && savingOf(each.now, thisMonth)
    return {
      giving: each,
      soFarPence: roundHalfAway(sum(months.map(({ net }) => net))),
      soFarMinutes: roundHalfAway(sum(months.map(({ councilMinutes }) => councilMinutes))),
      yearlyPence: now ? roundHalfAway(now.net * weeksInYear) : 0,
      weeklyMinutes: roundHalfAway(now?.councilMinutes ?? 0),
    }
  })
  return {
    enterprises,
    soFarPence: sum(enterprises.map(({ soFarPence }) => soFarPence)),
    yearlyPence: sum(enterprises.map(({ yearlyPence }) => yearlyPence)),
    soFarMinutes: sum(enterprises.map(({ soFarMinutes }) => soFarMinutes)),
    weeklyMinutes: sum(enterprises.map(({ weeklyMinutes }) => weeklyMinutes)),
    yearly: savingOf(times(totalNow(giving), weeksInYear), thisMonth),
  }
}

/** What the programme cost, in whole pence: in all and by the day, evenly over its funded period; and the grants that were paid and kept. */
export function costOf({ granted, costPence, period, asAt }: SavingsInput): {
  programmePence: number
  soFarPence: number
  grantsPence: number
} {
  const grantsPence = sum(granted.flatMap(({ supportCase }) => supportCase.grants.map(keptPence)))
  return { programmePence: costPence, soFarPence: roundHalfAway(costPence * spentBy(period, asAt)), grantsPence }
}

/** The share of the funded period that had gone by at the end of a day. */
export function spentBy({ from, to }: SavingsInput['period'], on: PlainDate): number {
  const days = daysBetween(from, to) + 1
  return days <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(from, on) + 1) / days)
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
