import { normalQuantile975 } from './survival.ts'

/**
 * One enterprise's time under observation, in whole days, and how it ended; null where it is censored on `to`.
 * Enters the risk set after `from` (0 for most), as a `Spell` does.
 */
export type CompetingSpell<Ending extends string = string> = { from: number; to: number; ending: Ending | null }

/**
 * The share that has ended in one way by a day, with its standard error and log(−log) 95% limits. All null: not estimable.
 * The limits alone are null where the share is 0 or 1.
 */
export type Incidence = {
  day: number
  share: number | null
  standardError: number | null
  low: number | null
  high: number | null
}

/** A day on which something ended. `before` is the share in which nothing had until then, in any way. */
type Row = { day: number; atRisk: number; ended: number; byEnding: ReadonlyMap<string, number>; before: number }

/** So many spells alike by the rows of the table: how many rows lie up to their `from`, and how many up to their `to`. */
type Alike = { entered: number; left: number; ending: string | null; count: number }

type Table = {
  rows: readonly Row[]
  spells: readonly Alike[]
  /** The last day on which anyone was followed; −1 where nobody was. */
  last: number
  /** The share in which nothing has ended after the last row. */
  rest: number
}

const tables = new WeakMap<readonly CompetingSpell[], Table>()

function tableOf(spells: readonly CompetingSpell[]): Table {
  const kept = tables.get(spells)
  if (kept) return kept
  const { rows, rest } = rowsOf(spells)
  // All left on the day they began, and nothing ended: nobody was followed.
  const latest = spells.reduce((last, { to }) => Math.max(last, to), -1)
  const last = latest === 0 && rows.length === 0 ? -1 : latest
  const table = { rows, rest, last, spells: alikeIn(spells, rows) }
  tables.set(spells, table)
  return table
}

/** In an order of their own, so that a sum over them has the same last digit whatever the order of the spells. */
function alikeIn(spells: readonly CompetingSpell[], rows: readonly Row[]): Alike[] {
  const endings = [...new Set(spells.map(({ ending }) => ending ?? ''))].sort()
  const places = new Map(endings.map((ending, place) => [ending, place]))
  const found = new Map<number, Alike>()
  for (const { from, to, ending } of spells) {
    const [entered, left] = [from === 0 ? 0 : rowsUpTo(rows, from), rowsUpTo(rows, to)]
    const key = ((places.get(ending ?? '') ?? 0) * (rows.length + 1) + entered) * (rows.length + 1) + left
    const known = found.get(key)
    if (known) known.count += 1
    else found.set(key, { entered, left, ending, count: 1 })
  }
  return [...found].sort(([a], [b]) => a - b).map(([, alike]) => alike)
}

/** How many rows lie on or before a day. */
function rowsUpTo(rows: readonly Row[], day: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.day ?? Infinity) <= day) low = middle + 1
    else high = middle
  }
  return low
}

type Moves = { entered: number; left: number; byEnding: Map<string, number> }

function movesByDay(spells: readonly CompetingSpell[]): [number, Moves][] {
  const moves = new Map<number, Moves>()
  const movesOn = (day: number): Moves => {
    const known = moves.get(day)
    if (known) return known
    const none: Moves = { entered: 0, left: 0, byEnding: new Map() }
    moves.set(day, none)
    return none
  }
  for (const { from, to, ending } of spells) {
    const isSpell = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && to >= 0 && (from === 0 || to > from)
    if (!isSpell) throw new RangeError(`a spell from day ${from} to day ${to} has no time at risk`)
    if (from > 0) movesOn(from).entered += 1
    const on = movesOn(to)
    on.left += 1
    if (ending !== null) on.byEnding.set(ending, (on.byEnding.get(ending) ?? 0) + 1)
  }
  return [...moves].sort(([a], [b]) => a - b)
}

function rowsOf(spells: readonly CompetingSpell[]): { rows: Row[]; rest: number } {
  const rows: Row[] = []
  let atRisk = spells.filter(({ from }) => from === 0).length
  let rest = 1
  for (const [day, { entered, left, byEnding }] of movesByDay(spells)) {
    const ended = [...byEnding.values()].reduce((sum, each) => sum + each, 0)
    if (ended > 0) {
      rows.push({ day, atRisk, ended, byEnding, before: rest })
      rest *= (atRisk - ended) / atRisk
    }
    atRisk += entered - left
  }
  return { rows, rest }
}

/** Sums over the first so many rows; each list begins with 0. */
type Sums = { share: number[]; hazard: number[]; shareTimesHazard: number[]; squared: number[] }

function sumsOf(rows: readonly Row[], ending: string): Sums {
  const sums: Sums = { share: [0], hazard: [0], shareTimesHazard: [0], squared: [0] }
  let [share, hazard, shareTimesHazard, squared] = [0, 0, 0, 0]
  for (const { atRisk, ended, byEnding, before } of rows) {
    const step = (before * (byEnding.get(ending) ?? 0)) / atRisk
    share += step
    shareTimesHazard += step * hazard
    squared += step / atRisk
    // Where all at risk end, nothing comes after that could depend on it.
    if (atRisk > ended) hazard += ended / (atRisk * (atRisk - ended))
    sums.share.push(share)
    sums.hazard.push(hazard)
    sums.shareTimesHazard.push(shareTimesHazard)
    sums.squared.push(squared)
  }
  return sums
}

/**
 * Variance of the share after the first `until` rows, by the infinitesimal jackknife: the sum over all spells of the square of how much the
 * share would move if the spell had a little more weight.
 */
function varianceOf({ rows, spells }: Table, { share, hazard, shareTimesHazard, squared }: Sums, ending: string, until: number): number {
  const at = (list: readonly number[], place: number): number => list[place] ?? 0
  const end = at(share, until)
  let variance = 0
  for (const spell of spells) {
    const [from, to] = [Math.min(spell.entered, until), Math.min(spell.left, until)]
    const seen = at(share, to) - at(share, from)
    let moved = at(shareTimesHazard, to) - at(shareTimesHazard, from) - at(hazard, from) * seen - (at(squared, to) - at(squared, from))
    // While it was at risk it held the share of the others up; its own ending took from all that came after it.
    const row = spell.ending !== null && spell.left <= until ? rows[spell.left - 1] : undefined
    const weight = row ? at(hazard, to - 1) - at(hazard, from) - 1 / row.atRisk : at(hazard, to) - at(hazard, from)
    moved += weight * (end - at(share, to))
    if (row && spell.ending === ending) moved += row.before / row.atRisk
    variance += spell.count * moved ** 2
  }
  return variance
}

/** share to the power of exp(∓ z × error ÷ (share × |log share|)), as R's `conf.type = "log-log"` has it for a share of endings. */
function logLogLimits(share: number, standardError: number): { low: number | null; high: number | null } {
  if (share <= 0 || share >= 1) return { low: null, high: null }
  const reach = Math.exp((normalQuantile975 * standardError) / (share * Math.abs(Math.log(share))))
  return { low: share ** reach, high: share ** (1 / reach) }
}

/**
 * Cumulative incidence (Aalen–Johansen): the share of all that has ended in one way once a day is over, the other ways being real endings
 * too. No unit. The shares of all ways and the share that has not ended add up to 1; "one minus Kaplan–Meier" with the others censored is
 * larger, and answers what would be if nobody ever ended in another way.
 *
 *   F(t) = sum over the days t_j ≤ t of S(t_j−) × d_kj ÷ n_j
 *
 * S is the Kaplan–Meier share of any ending, d_kj the endings of this way on a day, n_j all at risk on it: endings of two ways on one day share
 * the same n_j. At risk are the spells with from < day ≤ to, and on day 0 all with from = 0.
 * The standard error is R's, by the infinitesimal jackknife. Without late entries it is the delta method's:
 *
 *   Σ (F(t) − F(t_j))² d_j ÷ (n_j (n_j − d_j)) + Σ S(t_j−)² d_kj (n_j − d_kj) ÷ n_j³ − 2 Σ (F(t) − F(t_j)) S(t_j−) d_kj ÷ n_j²
 *
 * Not estimable past the last follow-up while some have not ended; once all have, it no longer changes.
 * Throws a RangeError for days that are not whole or negative, and for a late spell without time at risk.
 * Source: Aalen & Johansen (1978), Scand J Statist 5:141; errors as in R's `survfit` of a multi-state `Surv`.
 */
export function cumulativeIncidence<Ending extends string>(
  spells: readonly CompetingSpell<Ending>[],
  ending: Ending,
  day: number,
): Incidence {
  const table = tableOf(spells)
  const { rows, last, rest } = table
  if (last < 0 || (day > last && rest > 0)) return { day, share: null, standardError: null, low: null, high: null }
  const until = rowsUpTo(rows, day)
  const sums = sumsOf(rows, ending)
  const share = Math.min(1, sums.share[until] ?? 0)
  const standardError = Math.sqrt(varianceOf(table, sums, ending, until))
  return { day, share, standardError, ...logLogLimits(share, standardError) }
}
