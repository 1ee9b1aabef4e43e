import type { MonthOfCare } from './careHours.ts'
import { monthOf, times } from './careHours.ts'
import type { Member } from './cohortMembers.ts'
import { keptPence } from './grants.ts'
import { numbersNow } from './numbersNow.ts'
import { roundHalfAway } from './quantities.ts'
import type { ValueOf } from './saving.ts'
import { directPayment, mayBeMissing, neededFor, nhsSavingOf, reductions, split } from './saving.ts'
import type { Central, EnterpriseSaving, Giving, Held, SavingsInput } from './savings.ts'
import { careOf, centralOf, costOf, givingOf, heldIn, isTradingNow, missingFor, mostLikely, sum, totalNow, weeksInYear } from './savings.ts'
import { aheadOf, paidBackOf, sumsByMonth, valueOf } from './savingsAhead.ts'
import type { Drawn } from './savingsRange.ts'
import { swingsOf, uncertaintyOf } from './savingsRange.ts'
import type { Savings, SavingsEstimate } from './savingsSchemas.ts'

/** What of a savings answer rests on the record and the figures from outside alone. */
export type SavingsFigures = Pick<Savings, 'hours' | 'cost' | 'missing' | 'notCounted' | 'estimate'>

/**
 * The savings of a programme as at a day. Where a figure that is needed was not recorded there is no estimate, and `missing` says which:
 * nothing is guessed.
 */
export function savingsFigures(input: SavingsInput, seed: number): SavingsFigures {
  const giving = givingOf(input.members, input.asAt)
  const missing = missingFor(giving, input)
  const held = heldIn(input)(monthOf(input.asAt))
  const cost = costOf(input)
  return {
    hours: hoursOf(input, giving),
    cost,
    missing,
    notCounted: mayBeMissing.filter(kind => !held.has(kind)),
    estimate: missing.length > 0 ? null : estimateOf(giving, input, cost, seed),
  }
}

function hoursOf({ asAt }: SavingsInput, giving: readonly Giving[]): Savings['hours'] {
  const trading = giving.filter(({ member }) => isTradingNow(member, asAt))
  const told = trading.filter(({ now }) => now !== undefined)
  const now = totalNow(told)
  return {
    trading: trading.length,
    told: told.length,
    estimates: told.filter(({ member }) => isEstimate(member, asAt)).length,
    allMinutes: sum(told.map(({ allNow }) => allNow)),
    paidMinutes: now.contract + now.direct + now.nhs + now.unsplit,
    nhsMinutes: now.nhs,
  }
}

const isEstimate = ({ supportCase }: Member, asAt: SavingsInput['asAt']): boolean => numbersNow(supportCase, asAt)?.isEstimate === true

function estimateOf(giving: readonly Giving[], input: SavingsInput, cost: Savings['cost'], seed: number): SavingsEstimate {
  const central = centralOf(giving, input)
  const held = heldIn(input)(monthOf(input.asAt))
  const care = { months: careOf(giving), now: totalNow(giving) }
  const wholeCost = cost.programmePence + cost.grantsPence
  const drawn = uncertaintyOf(care, input, cost.soFarPence + cost.grantsPence, seed)
  const months = sumsByMonth(giving, input)
  // Those that ran before we met them are another measure: they had lived on already.
  const spells = input.members.flatMap(({ began, spell }) => (began && spell ? [spell] : []))
  const perMinute = central.soFarMinutes > 0 ? central.soFarPence / central.soFarMinutes : null
  return {
    breakEvenMinutes: perMinute !== null && perMinute > 0 ? roundHalfAway(wholeCost / perMinute) : null,
    soFarMinutes: central.soFarMinutes,
    perHourPence: perMinute === null ? null : perMinute * 60,
    soFar: { pence: central.soFarPence, range: rangeOf(drawn.soFar, central.soFarPence) },
    yearly: { pence: central.yearlyPence, range: rangeOf(drawn.yearly, central.yearlyPence) },
    ahead: aheadOf(giving, input, spells) ?? null,
    value: valueOf(central.yearlyPence, wholeCost, input) ?? null,
    chance: drawn.chance,
    draws: drawn.draws,
    seed,
    steps: stepsOf(central, held, giving),
    nhsYearlyPence: nhsYearly(giving, held),
    paysPerHourPence: paysNow(giving, mostLikely(held)),
    swings: swingsOf(care, input).map(each => ({ ...each, atLow: roundHalfAway(each.atLow), atHigh: roundHalfAway(each.atHigh) })),
    months,
    paidBack: paidBackOf(months, central.yearlyPence, wholeCost),
  }
}

/** In whole pence. Where most doubts point one way, the stated amount lies outside the middle 95%: the range then goes out to it. */
const rangeOf = ({ mean, low, middle, high }: Drawn, stated: number) => ({
  mean: roundHalfAway(mean),
  low: Math.min(roundHalfAway(low), stated),
  middle: roundHalfAway(middle),
  high: Math.max(roundHalfAway(high), stated),
})

/** A year at the present hours, step by step. All hours count at what an hour that the council pays for comes to. */
function stepsOf({ yearly, yearlyPence }: Central, held: Held, giving: readonly Giving[]): SavingsEstimate['steps'] {
  const all = sum(giving.map(({ now, allNow }) => (now ? allNow : 0))) * weeksInYear
  const perMinute = yearly.councilMinutes === 0 ? 0 : yearly.difference / yearly.councilMinutes
  const left: SavingsEstimate['steps']['left'] = {}
  for (const reduction of reductions) if (held.has(reduction)) left[reduction] = roundHalfAway(yearly.left[reduction])
  return {
    allHours: roundHalfAway(all * perMinute),
    difference: roundHalfAway(yearly.difference),
    assessed: roundHalfAway(yearly.assessed),
    left,
    net: yearlyPence,
  }
}

function nhsYearly(giving: readonly Giving[], held: Held): number | null {
  const now = times(totalNow(giving), weeksInYear)
  const saved = nhsSavingOf(now, mostLikely(held), kind => held.has(kind))
  return saved === undefined ? null : roundHalfAway(saved)
}

/** What the council pays for an hour now, by contract and by direct payment together, in pence. */
function paysNow(giving: readonly Giving[], value: ValueOf): number | null {
  const { contract, direct } = split(totalNow(giving), value)
  if (contract + direct === 0) return null
  const pays = (contract > 0 ? contract * value('contract-price') : 0) + (direct > 0 ? direct * directPayment(value) : 0)
  return pays / (contract + direct)
}

/** One row behind a figure: the enterprise, its minutes that the council paid for, and its part of the total. */
export type SavingsLine = {
  member: Pick<Member, 'caseId' | 'supportCase'>
  minutes: number | null
  amount: number
  versions: readonly number[]
}

/** The list behind a figure. What adds nothing is not in it. Undefined where a figure that it needs is missing. */
export function savingsLines(input: SavingsInput, figure: 'soFar' | 'yearly' | 'hours' | 'grants'): SavingsLine[] | undefined {
  if (figure === 'grants') return grantLines(input)
  const giving = givingOf(input.members, input.asAt)
  if (figure === 'hours') return hourLines(giving)
  if (missingFor(giving, input).length > 0) return undefined
  const held = heldIn(input)
  const versionsOf = (months: readonly MonthOfCare[]): number[] => {
    const used = months.flatMap(({ month, minutes }) =>
      [...neededFor(minutes), ...mayBeMissing].map(kind => held(month).get(kind)?.version ?? 0),
    )
    return [...new Set(used)].filter(version => version > 0).sort((a, b) => a - b)
  }
  const line = ({ giving: { member, months, now }, ...saving }: EnterpriseSaving): SavingsLine =>
    figure === 'soFar'
      ? { member, minutes: saving.soFarMinutes, amount: saving.soFarPence, versions: versionsOf(months) }
      : {
          member,
          minutes: saving.weeklyMinutes,
          amount: saving.yearlyPence,
          versions: versionsOf(now ? [{ month: monthOf(input.asAt), minutes: now }] : []),
        }
  return centralOf(giving, input)
    .enterprises.map(line)
    .filter(({ minutes, amount }) => minutes !== 0 || amount !== 0)
}

const hourLines = (giving: readonly Giving[]): SavingsLine[] =>
  giving.flatMap(({ member, now }) => {
    const paid = now ? now.contract + now.direct + now.nhs + now.unsplit : 0
    return paid > 0 ? [{ member, minutes: paid, amount: paid, versions: [] }] : []
  })

const grantLines = ({ granted }: SavingsInput): SavingsLine[] =>
  granted.flatMap(member => {
    const amount = sum(member.supportCase.grants.map(keptPence))
    return amount === 0 ? [] : [{ member, minutes: null, amount, versions: [] }]
  })
