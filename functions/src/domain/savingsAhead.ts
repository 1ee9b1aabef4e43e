import type { PaidMinutes } from './careHours.ts'
import { monthOf, noMinutes, plus, times } from './careHours.ts'
import type { Grant } from './grants.ts'
import { keptPence, paidPence } from './grants.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, addMonths, daysBetween, earlier } from './plainDate.ts'
import type { Timing } from './presentValue.ts'
import { fading, presentValue, timings } from './presentValue.ts'
import { roundHalfAway } from './quantities.ts'
import { savingOf } from './saving.ts'
import type { Giving, Held, SavingsInput } from './savings.ts'
import { careOf, heldIn, mostLikely, spentBy, sum, weeksInYear } from './savings.ts'
import { beganOn } from './supportCase.ts'
import type { Spell } from './survival.ts'
import { shareAt } from './survival.ts'
import { wholeShare } from './assumptions.ts'

/** How far ahead is looked. */
const monthsAhead = 24
const yearsOfValue = 5

/**
 * What of one enterprise's present care is still to come, in months of it: in the first year and in the second, each month counted by the
 * share that still trades by then. `shortened`: only for as long as others were followed.
 */
type MonthsAhead = { giving: Giving; first: number; second: number; shortened: boolean }

/**
 * Two years from the day, month by month: share still trading at that age ÷ share still trading at its age now.
 *
 * The shares are the programme's own curve (Kaplan–Meier). Past the longest follow-up there is no curve, and nothing is projected: such an
 * enterprise adds the months that the curve can say, and one that is past it already is left out and counted.
 */
function monthsAheadOf(giving: readonly Giving[], asAt: PlainDate, spells: readonly Spell[]): { each: MonthsAhead[]; leftOut: number } {
  const each: MonthsAhead[] = []
  let leftOut = 0
  for (const one of giving) {
    const began = beganOn(one.member.supportCase.trading)
    if (!one.now || !began) continue
    const share = (month: number): number | null => shareAt(spells, daysBetween(began, addMonths(asAt, month)))
    const present = share(0)
    if (!present || share(1) === null) {
      leftOut += 1
      continue
    }
    const still = Array.from({ length: monthsAhead }, (_, place) => share(place + 1))
    const end = still.indexOf(null)
    const months = still.slice(0, end === -1 ? undefined : end).map(at => (at ?? 0) / present)
    each.push({ giving: one, first: sum(months.slice(0, 12)), second: sum(months.slice(12)), shortened: end !== -1 })
  }
  return { each, leftOut }
}

/** One enterprise's part of what is still to come, in whole pence. */
type AheadPart = { giving: Giving; pence: number }

/** The care that is still to come if nothing fades: of the first year, and of the second. */
export type CareAhead = { first: PaidMinutes; second: PaidMinutes }

/**
 * What is still to come, if those that trade go on as others did: each one's part; of them `shortened` only for as long as others were
 * followed; of those left out nobody can say anything.
 */
export type Ahead = { parts: readonly AheadPart[]; care: CareAhead; shortened: number; leftOut: number; until: PlainDate }

/**
 * Two years from the day, at the present hours and prices; each part in whole pence:
 *
 *   year's net saving ÷ 12 × (months of the first year + months of the second × (1 − drop-off))
 *
 * Undefined where nobody recorded how fast hours fade.
 */
export function aheadOf(giving: readonly Giving[], input: SavingsInput, spells: readonly Spell[]): Ahead | undefined {
  const { asAt } = input
  const held = heldIn(input)(monthOf(asAt))
  const value = mostLikely(held)
  const lost = shareHeld(held, 'drop-off')
  if (lost === undefined) return undefined
  const { each, leftOut } = monthsAheadOf(giving, asAt, spells)
  const monthOfCare = ({ now }: Giving): PaidMinutes => times(now ?? noMinutes, weeksInYear / 12)
  const careOfYear = (year: 'first' | 'second'): PaidMinutes =>
    each.reduce((all, one) => plus(all, times(monthOfCare(one.giving), one[year])), noMinutes)
  return {
    parts: each.map(({ giving: one, first, second }) => ({
      giving: one,
      pence: roundHalfAway(savingOf(monthOfCare(one), value).net * (first + second * (1 - lost))),
    })),
    care: { first: careOfYear('first'), second: careOfYear('second') },
    shortened: each.filter(({ shortened }) => shortened).length,
    leftOut,
    until: addMonths(asAt, monthsAhead),
  }
}

const shareHeld = (held: Held, kind: 'drop-off' | 'discount-rate'): number | undefined => {
  const central = held.get(kind)?.value.central
  return central === undefined ? undefined : central / wholeShare
}

/** What five years at the present rate are worth today, cost taken off: whole pence, by when in a year its money is counted. */
export type Value = { years: number; rate: number; lost: number; pence: Readonly<Record<Timing, number>> }

/** Undefined where the discount rate, or how fast hours fade, was not recorded. Cost is counted at the beginning, not discounted. */
export function valueOf(yearlyPence: number, costPence: number, input: SavingsInput): Value | undefined {
  const held = heldIn(input)(monthOf(input.asAt))
  const [rate, lost] = [shareHeld(held, 'discount-rate'), shareHeld(held, 'drop-off')]
  if (rate === undefined || lost === undefined) return undefined
  const amounts = fading(yearlyPence, lost, yearsOfValue)
  const pence = Object.fromEntries(
    timings.map(timing => [timing, roundHalfAway(presentValue(amounts, rate, timing) - costPence)] as const),
  ) as Value['pence']
  return { years: yearsOfValue, rate, lost, pence }
}

/** What had been spent and saved by the end of a month, in whole pence. */
export type MonthSum = { month: PlainDate; cost: number; saved: number }

/** Month by month from the beginning of the funded period, or of the first care where that was earlier: what it cost and what it saved. */
export function sumsByMonth(giving: readonly Giving[], input: SavingsInput): MonthSum[] {
  const { period, asAt, costPence, granted } = input
  const held = heldIn(input)
  const care = new Map(careOf(giving).map(({ month, minutes }) => [month, minutes]))
  const first = [...care.keys()].reduce(earlier, monthOf(period.from))
  const grants = granted.flatMap(({ supportCase }) => supportCase.grants)
  const sums: MonthSum[] = []
  let saved = 0
  for (let month = first; month <= asAt; month = addMonths(month, 1)) {
    const end = earlier(addDays(addMonths(month, 1), -1), asAt)
    const minutes = care.get(month)
    if (minutes) saved += savingOf(minutes, mostLikely(held(month))).net
    const cost = costPence * spentBy(period, end) + sum(grants.map(grant => spentOn(grant, end)))
    sums.push({ month, cost: roundHalfAway(cost), saved: roundHalfAway(saved) })
  }
  return sums
}

/** What a grant had cost by a day: its payments by then; what came back counts from the day on which the grant last moved. */
function spentOn(grant: Grant, day: PlainDate): number {
  const paid = sum(grant.payments.filter(({ on }) => on <= day).map(({ pence }) => pence))
  return grant.since <= day ? paid - (paidPence(grant) - keptPence(grant)) : paid
}

/** In which month what was saved reached the whole cost; and how many months that would take at the present rate from the first day. */
export type PaidBack = { on: PlainDate | null; flatMonths: number | null }

export function paidBackOf(sums: readonly MonthSum[], yearlyPence: number, costPence: number): PaidBack {
  const on = costPence > 0 ? (sums.find(({ saved }) => saved >= costPence)?.month ?? null) : null
  return { on, flatMonths: yearlyPence > 0 ? costPence / (yearlyPence / 12) : null }
}
