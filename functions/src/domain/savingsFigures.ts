import { monthOf, noMinutes, times } from './careHours.ts'
import type { Member } from './cohortMembers.ts'
import { numbersNow } from './numbersNow.ts'
import { roundHalfAway } from './quantities.ts'
import type { ValueOf } from './saving.ts'
import { directPayment, mayBeMissing, nhsSavingOf, reductions, split } from './saving.ts'
import type { Central, Giving, Held, SavingsInput } from './savings.ts'
import { careOf, centralOf, costOf, givingOf, heldIn, isTradingNow, missingFor, mostLikely, sum, totalNow, weeksInYear } from './savings.ts'
import type { Ahead } from './savingsAhead.ts'
import { aheadOf, paidBackOf, sumsByMonth, valueOf } from './savingsAhead.ts'
import type { Drawn } from './savingsRange.ts'
import { swingsOf, uncertaintyOf } from './savingsRange.ts'
import type { Savings, SavingsEstimate } from './savingsSchemas.ts'
import type { Spell } from './survival.ts'

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
  // Those that ran before we met them are another measure: they had lived on already.
  const ahead = aheadOf(giving, input, spellsOf(input))
  const care = { months: careOf(giving), now: totalNow(giving), ahead: ahead?.care ?? { first: noMinutes, second: noMinutes } }
  const wholeCost = cost.programmePence + cost.grantsPence
  const drawn = uncertaintyOf(care, input, cost.soFarPence + cost.grantsPence, seed)
  const months = sumsByMonth(giving, input)
  const perMinute = central.soFarMinutes > 0 ? central.soFarPence / central.soFarMinutes : null
  return {
    breakEvenMinutes: perMinute !== null && perMinute > 0 ? roundHalfAway(wholeCost / perMinute) : null,
    soFarMinutes: central.soFarMinutes,
    perHourPence: perMinute === null ? null : perMinute * 60,
    soFar: { pence: central.soFarPence, range: rangeOf(drawn.soFar, central.soFarPence) },
    yearly: { pence: central.yearlyPence, range: rangeOf(drawn.yearly, central.yearlyPence) },
    ahead: ahead ? aheadAnswer(ahead, drawn.ahead) : null,
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

/** The spells of those that began with us. */
export const spellsOf = ({ members }: SavingsInput): Spell[] => members.flatMap(({ began, spell }) => (began && spell ? [spell] : []))

function aheadAnswer({ parts, shortened, leftOut, until }: Ahead, drawn: Drawn): SavingsEstimate['ahead'] {
  const pence = sum(parts.map(part => part.pence))
  return { pence, range: rangeOf(drawn, pence), enterprises: parts.length, shortened, leftOut, until }
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

/** What the NHS does not have to pay in a year at an enterprise's present hours, in whole pence; undefined where its prices are not known. */
export function nhsYearlyOf({ now }: Pick<Giving, 'now'>, held: Held): number | undefined {
  const saved = nhsSavingOf(times(now ?? noMinutes, weeksInYear), mostLikely(held), kind => held.has(kind))
  return saved === undefined ? undefined : roundHalfAway(saved)
}

function nhsYearly(giving: readonly Giving[], held: Held): number | null {
  const none = nhsYearlyOf({ now: undefined }, held)
  return none === undefined ? null : sum(giving.map(each => nhsYearlyOf(each, held) ?? none))
}

/** What the council pays for an hour now, by contract and by direct payment together, in pence. */
function paysNow(giving: readonly Giving[], value: ValueOf): number | null {
  const { contract, direct } = split(totalNow(giving), value)
  if (contract + direct === 0) return null
  const pays = (contract > 0 ? contract * value('contract-price') : 0) + (direct > 0 ? direct * directPayment(value) : 0)
  return pays / (contract + direct)
}
