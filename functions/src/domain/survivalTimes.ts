import type { Spell, SurvivalStep } from './survival.ts'
import { normalQuantile975, logLogCurve, survivalAt, survivalCurve } from './survival.ts'

/**
 * The day, counted from the start, by which a part of all had ended. `low` and `high` are its 95% limits from the log-log band, the others
 * from the beta product one. Null says "not reached": the curve, or that edge of its band, never falls so far. It is never the longest time.
 */
export type QuantileDay = {
  day: number | null
  low: number | null
  high: number | null
  exactLow: number | null
  exactHigh: number | null
}

/** Two shares nearer than this are one, as in R: the square root of the smallest step of a double. */
const sameShare = 1.4901161193847656e-8

type Edge = { day: number; share: number | null }

/**
 * The first day on which a curve, or an edge of its band, is at or below a level. Where it lies exactly at the level for some days and then
 * falls below, the middle of those days. Days without a value are passed over.
 */
function firstDayAt(edge: readonly Edge[], level: number): number | null {
  const isAt = (share: number): boolean => share < level + sameShare
  const first = edge.find(({ share }) => share !== null && isAt(share))
  if (!first || first.share === null) return null
  const { day, share: there } = first
  if (Math.abs(there - level) >= sameShare) return day
  const below = edge.find(({ share }) => share !== null && share < there)
  return below ? (day + below.day) / 2 : day
}

/**
 * The day by which `part` of all had ended (0.5: the median), with Brookmeyer–Crowley 95% limits, in days.
 *
 *   day  = first day t with share(t) ≤ 1 − part; the middle of the days where the share is exactly that and then falls
 *   low  = the same of the band's lower edge, high = the same of its upper edge
 *
 * So the interval is every day on which 1 − part lies within the band of the curve, and it follows the kind of band. The beta product band
 * has a lower edge before anything is recorded too, so its limit may be day 0. Where the curve never falls so far: null, "not reached".
 * R's `print` and `quantile` contradict one another where the share is exactly 1 − part to the very end; this is what `print` shows.
 * Source: Brookmeyer & Crowley (1982), Biometrics 38:29; Therneau, survival, `survmean`.
 */
export function quantileDay(spells: readonly Spell[], part: number, steps: readonly SurvivalStep[] = survivalCurve(spells)): QuantileDay {
  // A day without spells has no band, and no steps either.
  const start: Edge[] = steps.length === 0 || steps[0]?.day === 0 ? [] : [{ day: 0, share: survivalAt(spells, 0).exactLow }]
  const edge = (name: 'exactLow' | 'exactHigh'): Edge[] => steps.map(step => ({ day: step.day, share: step[name] }))
  return {
    ...quantileOf(steps, part),
    exactLow: firstDayAt([...start, ...edge('exactLow')], 1 - part),
    exactHigh: firstDayAt(edge('exactHigh'), 1 - part),
  }
}

/** The same day with its log-log limits only, as R's `quantile(survfit(conf.type = "log-log"))` gives them. */
export function quantileOf(
  curve: readonly Pick<SurvivalStep, 'day' | 'share' | 'low' | 'high'>[],
  part: number,
): Pick<QuantileDay, 'day' | 'low' | 'high'> {
  if (!(part > 0 && part < 1)) throw new RangeError(`a part lies between 0 and 1: ${part}`)
  const edge = (name: 'low' | 'high'): Edge[] => curve.map(step => ({ day: step.day, share: step[name] }))
  return { day: firstDayAt(curve, 1 - part), low: firstDayAt(edge('low'), 1 - part), high: firstDayAt(edge('high'), 1 - part) }
}

/** Mean days trading out of the first so many, its standard error in days, and how many endings it rests on. */
export type RestrictedMean = { mean: number; standardError: number; ended: number }

/**
 * Restricted mean: how many of the first `until` days an enterprise trades, on average; the area under the curve up to that day, in days.
 *
 *   mean     = ∫ from 0 to until of share(t) dt
 *   variance = sum over the days t_j ≤ until with endings of (∫ from t_j to until of share)² × ended_j ÷ (at risk_j × (at risk_j − ended_j)),
 *              a day on which all at risk end adding nothing
 *
 * Null where nobody is followed so far and some still trade: R draws the curve on flat there, which would be a guess.
 * Source: Klein & Moeschberger (2003), Survival Analysis, 4.5; R's `summary(survfit, rmean = until)`.
 */
export function restrictedMean(steps: readonly SurvivalStep[], until: number): RestrictedMean | null {
  const last = steps.at(-1)
  if (!last || (last.day < until && last.share > 0)) return null
  let [area, variance, next, endings] = [0, 0, until, 0]
  for (const { day, atRisk, ended, share } of steps.filter(step => step.day <= until && step.ended > 0).reverse()) {
    area += share * (next - day)
    if (atRisk > ended) variance += (area ** 2 * ended) / (atRisk * (atRisk - ended))
    endings += ended
    next = day
  }
  return { mean: area + next, standardError: Math.sqrt(variance), ended: endings }
}

/** Fewer endings than this, and the normal range of a restricted mean is too narrow in the flattering direction: none is given. */
export const fewestForRange = 5

/** 95% range of a restricted mean, in days, within 0 and `until`: mean ± z × standard error. Null on fewer than five endings. */
export function rangeOfMean({ mean, standardError, ended }: RestrictedMean, until: number): { low: number; high: number } | null {
  if (ended < fewestForRange) return null
  const reach = normalQuantile975 * standardError
  return { low: Math.max(0, mean - reach), high: Math.min(until, mean + reach) }
}

/** How long one enterprise was followed, and could have been by then, in days since it began to trade. */
export type Followed = { from: number; seen: number; possible: number }

/**
 * Completeness of follow-up, Clark's C: days under observation ÷ days that could have been, over all enterprises, each up to the same limit.
 * One that ended could be followed to its end and no further. No unit; 1 says that nobody was lost. Null where nobody could be followed.
 * Source: Clark, Altman & De Stavola (2002), Lancet 359:1309.
 */
export function completeness(followed: readonly Followed[], limit: number): number | null {
  let [seen, possible] = [0, 0]
  for (const each of followed) {
    seen += Math.max(0, Math.min(each.seen, limit) - each.from)
    possible += Math.max(0, Math.min(Math.max(each.possible, each.seen), limit) - each.from)
  }
  return possible === 0 ? null : seen / possible
}

/**
 * Median days of follow-up, by the reverse Kaplan–Meier method: the median of the curve in which leaving observation is the ending and an
 * ending only hides how long it would have gone on. Null where it is not reached. Source: Schemper & Smith (1996), Control Clin Trials 17:343.
 */
export function medianFollowUp(spells: readonly Spell[]): number | null {
  const reversed = spells.map(({ from, to, ended }): Spell => ({ from, to, ended: !ended }))
  return firstDayAt(logLogCurve(reversed), 0.5)
}
