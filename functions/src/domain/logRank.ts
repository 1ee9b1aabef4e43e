import { logGamma } from './betaDistribution.ts'
import type { Spell } from './survival.ts'

/** A spell of one of the groups that are compared; within its stratum, where there are strata. */
export type GroupedSpell = Spell & { group: string; stratum?: string }

/** One group of the comparison: how many it has, how many ended, and how many would have if all groups were alike. */
export type GroupEndings = { group: string; n: number; ended: number; expected: number }

/**
 * What the log-rank test says, or why it says nothing: nothing ended; fewer than five did, so that the chi-square distribution does not hold;
 * only one group was ever at risk; or the endings leave nothing to chance (all at risk ended on one day).
 */
export type LogRank =
  | { kind: 'worked-out'; chiSquare: number; degrees: number; p: number; groups: GroupEndings[] }
  | { kind: 'nothing-ended' }
  | { kind: 'too-few-ended'; ended: number }
  | { kind: 'one-group-at-risk' }
  | { kind: 'no-chance-left' }
  /** No two groups were followed at once within one stratum. */
  | { kind: 'never-side-by-side' }

/** Below so many endings in all, no p is given: it would need a test by permutation. */
export const fewestEndings = 5

/**
 * Log-rank test of k groups: whether their endings differ by more than chance. χ² with k − 1 degrees of freedom, and the upper tail p.
 * On each day with endings, over all groups that are at risk on it:
 *
 *   expected_g  = d n_g ÷ n
 *   V_gh        = d (n − d) ÷ (n − 1) × n_g ÷ n × (1[g = h] − n_h ÷ n), 0 where n = 1
 *   χ²          = (O − E)′ V⁻¹ (O − E) over all groups but one
 *
 * With strata, O, E and V are added up over them first. A group that was at risk on no day with endings has no say and takes a degree of
 * freedom with it. Late entries count as at risk from the day after `from` (R's `survdiff` refuses them; this is the score test of its `coxph`
 * with `ties = "exact"`). Not Σ (O − E)² ÷ E, which is another number.
 * Source: Mantel (1966); R's `survdiff`.
 */
export function logRank(spells: readonly GroupedSpell[]): LogRank {
  const groups = [...new Set(spells.map(({ group }) => group))].sort()
  const sums = emptySums(groups.length)
  // In an order of their own, so that the sums have the same last digit whatever the order of the spells.
  const strata = [...new Set(spells.map(({ stratum = '' }) => stratum))].sort()
  for (const stratum of strata)
    addStratum(
      sums,
      groups,
      spells.filter(each => (each.stratum ?? '') === stratum),
    )

  const ended = spells.filter(each => each.ended).length
  if (ended === 0) return { kind: 'nothing-ended' }
  const heard = groups.map((_, place) => place).filter(place => (sums.expected[place] ?? 0) > 0)
  if (heard.length < 2) return { kind: 'one-group-at-risk' }
  if (ended < fewestEndings) return { kind: 'too-few-ended', ended }
  // A group that was always alone when somebody ended has nothing to be compared with, and no say.
  const compared = heard.filter(place => (sums.variance[place]?.[place] ?? 0) > 0)
  if (compared.length < 2) return { kind: strata.length > 1 ? 'never-side-by-side' : 'no-chance-left' }
  const free = compared.slice(1)
  const excess = free.map(place => (sums.observed[place] ?? 0) - (sums.expected[place] ?? 0))
  const weights = solved(
    free.map(g => free.map(h => sums.variance[g]?.[h] ?? 0)),
    excess,
  )
  if (!weights) return { kind: strata.length > 1 ? 'never-side-by-side' : 'no-chance-left' }
  const chiSquare = excess.reduce((sum, each, place) => sum + each * (weights[place] ?? 0), 0)
  return {
    kind: 'worked-out',
    chiSquare,
    degrees: free.length,
    p: chiSquareTail(chiSquare, free.length),
    groups: groupsOf(spells, groups, sums),
  }
}

type Sums = { observed: number[]; expected: number[]; variance: number[][] }

const zeros = (length: number): number[] => Array.from({ length }, () => 0)
const emptySums = (k: number): Sums => ({ observed: zeros(k), expected: zeros(k), variance: zeros(k).map(() => zeros(k)) })

const groupsOf = (spells: readonly GroupedSpell[], groups: readonly string[], { observed, expected }: Sums): GroupEndings[] =>
  groups.map((group, place) => ({
    group,
    n: spells.filter(each => each.group === group).length,
    ended: observed[place] ?? 0,
    expected: expected[place] ?? 0,
  }))

/** What happens on a day, by group: who enters after it, who leaves on it, and who of those ended. */
type Moves = { entered: number[]; left: number[]; ended: number[] }

/** Goes through the days of one stratum and adds its observed and expected endings and their variance. */
function addStratum(sums: Sums, groups: readonly string[], spells: readonly GroupedSpell[]): void {
  const places = new Map(groups.map((group, place) => [group, place]))
  const moves = new Map<number, Moves>()
  const movesOn = (day: number): Moves => {
    const known = moves.get(day) ?? { entered: zeros(groups.length), left: zeros(groups.length), ended: zeros(groups.length) }
    moves.set(day, known)
    return known
  }
  const atRisk = zeros(groups.length)
  const add = (list: number[], place: number, count: number): void => void (list[place] = (list[place] ?? 0) + count)
  for (const { from, to, ended, group } of spells) {
    const place = places.get(group) ?? 0
    if (from > 0) add(movesOn(from).entered, place, 1)
    else add(atRisk, place, 1)
    add(movesOn(to).left, place, 1)
    if (ended) add(movesOn(to).ended, place, 1)
  }
  for (const [, { entered, left, ended }] of [...moves].sort(([a], [b]) => a - b)) {
    addDay(sums, atRisk, ended)
    entered.forEach((count, place) => add(atRisk, place, count - (left[place] ?? 0)))
  }
}

function addDay({ observed, expected, variance }: Sums, atRisk: readonly number[], ended: readonly number[]): void {
  const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0)
  const [n, d] = [sum(atRisk), sum(ended)]
  if (d === 0) return
  const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0
  atRisk.forEach((ofG, g) => {
    observed[g] = (observed[g] ?? 0) + (ended[g] ?? 0)
    expected[g] = (expected[g] ?? 0) + (d * ofG) / n
    const row = variance[g] ?? []
    atRisk.forEach((ofH, h) => {
      row[h] = (row[h] ?? 0) + spread * (ofG / n) * ((g === h ? 1 : 0) - ofH / n)
    })
  })
}

/** Solves A x = b for a symmetric matrix by elimination with the largest pivot; undefined where A has no inverse. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0])
  const scale = Math.max(...matrix.flat().map(Math.abs))
  for (let at = 0; at < rows.length; at++) {
    const size = (row: number[] | undefined): number => Math.abs(row?.[at] ?? 0)
    const largest = rows.slice(at).reduce((best, row, place) => (size(row) > size(rows[best]) ? at + place : best), at)
    const [pivot, swapped] = [rows[largest] ?? [], rows[at] ?? []]
    if (size(pivot) <= 1e-12 * scale) return undefined
    rows[largest] = swapped
    rows[at] = pivot
    rows.forEach((row, place) => {
      if (place === at) return
      const times = (row[at] ?? 0) / (pivot[at] ?? 1)
      pivot.forEach((value, column) => void (row[column] = (row[column] ?? 0) - times * value))
    })
  }
  return rows.map((row, place) => (row.at(-1) ?? 0) / (row[place] ?? 1))
}

/**
 * Share of a chi-square distribution above x: R's `pchisq(x, df, lower.tail = FALSE)`, the regularised upper incomplete gamma function
 * Q(df ÷ 2, x ÷ 2). By its series below a + 1, by its continued fraction (Lentz) above. Source: DLMF 8.11.4 and 8.9.2.
 */
export function chiSquareTail(x: number, degrees: number): number {
  if (!(x >= 0 && degrees > 0)) throw new RangeError(`no chi-square of ${x} with ${degrees} degrees of freedom`)
  if (x === 0) return 1
  const [a, at] = [degrees / 2, x / 2]
  const weight = Math.exp(a * Math.log(at) - at - logGamma(a))
  return at < a + 1 ? 1 - weight * lowerSeries(a, at) : weight * upperFraction(a, at)
}

function lowerSeries(a: number, x: number): number {
  let [term, sum] = [1 / a, 1 / a]
  for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let n = 1; n < 10_000; n++) {
    const times = -n * (n - a)
    b += 2
    d = 1 / (times * d + b)
    c = b + times / c
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return value
}
