import type { Member } from './cohortMembers.ts'
import type { Cohort } from './cohortSchemas.ts'
import type { CompetingSpell } from './competingEndings.ts'
import { cumulativeIncidence } from './competingEndings.ts'
import type { PlainDate } from './plainDate.ts'
import { daysBetween } from './plainDate.ts'
import type { Spell, SurvivalStep } from './survival.ts'
import { completeness, medianFollowUp, quantileDay, rangeOfMean, restrictedMean } from './survivalTimes.ts'
import type { Ending } from './vocabulary.ts'
import { endings } from './vocabulary.ts'

/** Two years in days: the restricted mean and the completeness of every cohort go so far, never to a cohort's own longest time. */
const twoYears = 730

/** Parts of a quarter, a half and three quarters. */
export const quartiles = [0.25, 0.5, 0.75] as const

/** How long they last, from the spells of the survival curve and its steps: quantiles, restricted mean, and how complete the follow-up is. */
export function lastingOf(
  members: readonly Member[],
  asAt: PlainDate,
  spells: readonly Spell[],
  steps: readonly SurvivalStep[],
): Cohort['lasting'] {
  const mean = restrictedMean(steps, twoYears)
  const range = mean && rangeOfMean(mean, twoYears)
  return {
    quantiles: quartiles.map(part => ({ part, ...quantileDay(spells, part, steps) })),
    restrictedMean: mean && { until: twoYears, ...mean, low: range?.low ?? null, high: range?.high ?? null },
    completeness: completeness(followedOf(members, asAt), twoYears),
    medianFollowUp: medianFollowUp(spells),
  }
}

/** One that stopped could be followed to its stop; all others could have been followed to the day asked about. */
const followedOf = (members: readonly Member[], asAt: PlainDate) =>
  members.flatMap(({ began, spell }) => {
    if (!began || !spell) return []
    return [{ from: spell.from, seen: spell.to, possible: spell.ended ? spell.to : daysBetween(began, asAt) }]
  })

/** How an enterprise of the survival curve ended while it was followed; undefined where it did not. */
export function endedHow({ began, spell, supportCase: { trading } }: Member): Ending | undefined {
  return began && spell?.ended && trading.state === 'stopped' ? trading.ending : undefined
}

/** Days since trading began at which the ways of ending are read: one year and two. */
const endingDays = [365, twoYears] as const

/**
 * How they ended, by the record's own reasons: how many, after how many days, and the share that ended so by one and two years, the other ways
 * being real endings too (Aalen–Johansen). "Not working" is one of five: a planned ending or a new job is never counted as it.
 */
export function endingsOf(members: readonly Member[]): Cohort['endings'] {
  const spells = members.flatMap((member): CompetingSpell<Ending>[] => {
    const { began, spell } = member
    return began && spell ? [{ from: spell.from, to: spell.to, ending: endedHow(member) ?? null }] : []
  })
  return endings.map(ending => {
    const days = spells.flatMap(({ to, ending: how }) => (how === ending ? [to] : [])).sort((a, b) => a - b)
    return { ending, count: days.length, days, at: endingDays.map(day => cumulativeIncidence(spells, ending, day)) }
  })
}
