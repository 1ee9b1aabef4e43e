import { betaQuantile } from './betaDistribution.ts'

/** One enterprise's time under observation, in whole days since trading began. Enters the risk set after `from` (0 for most), leaves it on `to`. */
export type Spell = { from: number; to: number; ended: boolean }

/**
 * The curve on a day on which at least one spell ended or was censored: how many were at risk on the day, how many of them ended and were
 * censored, the share still trading once the day is over, its log-log 95% limits (null where there are none), and its beta product ones.
 */
export type SurvivalStep = {
  day: number
  atRisk: number
  ended: number
  censored: number
  share: number
  low: number | null
  high: number | null
  exactLow: number
  exactHigh: number
}

/** The share still trading once a day is over; null says "not estimable". `low` and `high` are log-log 95% limits, the others beta product ones. */
export type SurvivalAt = {
  day: number
  share: number | null
  low: number | null
  high: number | null
  exactLow: number | null
  exactHigh: number | null
  atRisk: number
}

/** The 97.5% quantile of the normal distribution, for two-sided 95% limits. Not 1.96, which alone moves a limit in its fifth digit. */
export const normalQuantile975 = 1.959963984540054

type Moves = { entered: number; ended: number; censored: number }

/** `logVariance` is Greenwood's sum up to and with this day: the variance of log share. `product` is the beta product so far. */
type Row = Pick<SurvivalStep, 'day' | 'atRisk' | 'ended' | 'censored' | 'share'> & { logVariance: number; product: BetaProduct }

function checkDay(day: number): void {
  if (!Number.isSafeInteger(day) || day < 0) throw new RangeError(`not a whole number of days: ${day}`)
}

function checkSpell({ from, to }: Spell): void {
  checkDay(from)
  checkDay(to)
  if (from > 0 && to <= from) throw new RangeError(`a spell from day ${from} to day ${to} has no time at risk`)
}

// Who is followed from the start is at risk on day 0 already; who comes in later is at risk from the next day.
const hasEnteredBy = ({ from }: Spell, day: number): boolean => from === 0 || from < day

function movesByDay(spells: readonly Spell[]): [number, Moves][] {
  const moves = new Map<number, Moves>()
  const movesOn = (day: number): Moves => {
    const known = moves.get(day)
    if (known) return known
    const none = { entered: 0, ended: 0, censored: 0 }
    moves.set(day, none)
    return none
  }
  for (const spell of spells) {
    checkSpell(spell)
    if (spell.from > 0) movesOn(spell.from).entered += 1
    movesOn(spell.to)[spell.ended ? 'ended' : 'censored'] += 1
  }
  return [...moves].sort(([a], [b]) => a - b)
}

type BetaFactor = { a: number; b: number }

/** A product of independent beta variables, by the logarithms of its mean and of its second moment over the mean's square. */
type BetaProduct = { factors: number; logMean: number; logSecondOverSquare: number }

const noFactors: BetaProduct = { factors: 0, logMean: 0, logSecondOverSquare: 0 }

const times = ({ factors, logMean, logSecondOverSquare }: BetaProduct, { a, b }: BetaFactor): BetaProduct => ({
  factors: factors + 1,
  logMean: logMean + Math.log1p(-b / (a + b)),
  logSecondOverSquare: logSecondOverSquare + Math.log1p(b / (a * (a + b + 1))),
})

/**
 * Quantile of a product of independent beta variables, by the beta distribution with the same mean m and second moment:
 * k = m (1 − m) ÷ variance − 1, Beta(m k, (1 − m) k). Worked in logarithms, for m close to 1 and for very many factors.
 */
function productQuantile({ logMean, logSecondOverSquare }: BetaProduct, share: number): number {
  const mean = Math.exp(logMean)
  const rest = -Math.expm1(logMean)
  const k = rest / (mean * Math.expm1(logSecondOverSquare)) - 1
  // Thousands of tiny risk sets in a row: the mean is too small to be told from 0.
  if (!(mean * k > 1e-6 && Number.isFinite(k))) return mean
  return betaQuantile(share, mean * k, rest * k)
}

// The curve and each of its readings rest on the same table, and a list of spells is never changed.
const lifeTables = new WeakMap<readonly Spell[], Row[]>()

function lifeTable(spells: readonly Spell[]): Row[] {
  const kept = lifeTables.get(spells)
  if (kept) return kept
  const rows = rowsOf(spells)
  lifeTables.set(spells, rows)
  return rows
}

function rowsOf(spells: readonly Spell[]): Row[] {
  const rows: Row[] = []
  let atRisk = spells.filter(spell => spell.from === 0).length
  let share = 1
  let logVariance = 0
  let product = noFactors
  for (const [day, { entered, ended, censored }] of movesByDay(spells)) {
    if (ended > 0) {
      share *= (atRisk - ended) / atRisk
      logVariance += ended / (atRisk * (atRisk - ended))
      product = times(product, { a: atRisk - ended + 1, b: ended })
    }
    if (ended + censored > 0) rows.push({ day, atRisk, ended, censored, share, logVariance, product })
    atRisk += entered - ended - censored
  }
  const [first] = rows
  const nobodyWasFollowed = rows.length === 1 && first?.day === 0 && first.ended === 0
  return nobodyWasFollowed ? [] : rows
}

const lastFollowUp = (rows: readonly Row[]): number => rows.at(-1)?.day ?? -1

/** Log-log limits: share to the power of exp(± z √v ÷ |log share|), v being Greenwood's sum. None at a share of 1 or 0, as in R. */
function logLogLimits(share: number, logVariance: number): { low: number | null; high: number | null } {
  if (share <= 0 || share >= 1) return { low: null, high: null }
  const reach = Math.exp((normalQuantile975 * Math.sqrt(logVariance)) / Math.abs(Math.log(share)))
  return { low: share ** reach, high: share ** (1 / reach) }
}

/**
 * Share of enterprises still trading, by days since trading began (Kaplan–Meier estimate): one step for each distinct day on which a spell
 * ended or was censored, in order.
 *
 *   share(t) = product over the days t_j ≤ t with endings of (1 − ended_j ÷ at risk_j)
 *
 * At risk on a day are the spells with from < day ≤ to, and on day 0 all spells with from = 0: an ending on day 0 counts. An ending on a day
 * is already in the share of that day. Endings come before censorings on the same day, as in R's survfit. Spells that enter late count from
 * the day after `from`; if all of a small early risk set end, the share is 0 from there on, whoever comes in later.
 * Limits are log-log 95% ones with Greenwood's variance, as R's `survfit(conf.type = "log-log")` gives them: null while the share is 1 and
 * once it is 0. No spells, or all of them censored on day 0: no steps.
 * Throws a RangeError for days that are not whole or negative, and for a late spell without time at risk (to ≤ from): leave those out.
 * Source: Kaplan & Meier (1958), JASA 53(282); limits as in R's help page survfit.formula.
 */
export function survivalCurve(spells: readonly Spell[]): SurvivalStep[] {
  return lifeTable(spells).map(row => {
    const { day, atRisk, ended, censored, share, logVariance } = row
    return { day, atRisk, ended, censored, share, ...logLogLimits(share, logVariance), ...exactLimits(row, atRisk - ended) }
  })
}

/** The curve of `survivalCurve` with its log-log limits only, which cost next to nothing: for where the beta product ones are not asked. */
export function logLogCurve(spells: readonly Spell[]): Pick<SurvivalStep, 'day' | 'share' | 'low' | 'high'>[] {
  return lifeTable(spells).map(({ day, share, logVariance }) => ({ day, share, ...logLogLimits(share, logVariance) }))
}

/**
 * Greenwood's variance of the share still trading once a day is over, in shares squared; its square root is the standard error that R's
 * `summary(survfit)` prints (and not `fit$std.err`, which is the error of log share).
 *
 *   variance(t) = share(t)² × sum over the days t_j ≤ t with endings of ended_j ÷ (at risk_j × (at risk_j − ended_j))
 *
 * Null past the last follow-up, where there is no curve, and where the share is 0. Source: Greenwood (1926); checked against R survival.
 */
export function greenwood(spells: readonly Spell[], day: number): number | null {
  checkDay(day)
  const rows = lifeTable(spells)
  if (day > lastFollowUp(rows)) return null
  const { share, logVariance } = rows.findLast(row => row.day <= day) ?? { share: 1, logVariance: 0 }
  return share > 0 ? share ** 2 * logVariance : null
}

/**
 * Number at risk on a day: a direct count of the spells with from < day ≤ to, and on day 0 of all spells with from = 0.
 * An enterprise that ends or is censored on the day still counts. R's `summary(survfit)` prints, for late entries, the number at the next
 * recorded day, which is a different thing.
 */
export function atRiskOn(spells: readonly Spell[], day: number): number {
  checkDay(day)
  let atRisk = 0
  for (const spell of spells) if (day <= spell.to && hasEnteredBy(spell, day)) atRisk += 1
  return atRisk
}

/** Share still trading once a day is over, as `survivalAt` gives it: null where it is not estimable. */
export function shareAt(spells: readonly Spell[], day: number): number | null {
  checkDay(day)
  const rows = lifeTable(spells)
  if (day > lastFollowUp(rows)) return null
  return rows.findLast(row => row.day <= day)?.share ?? 1
}

function exactLimits({ share, product }: Pick<Row, 'share' | 'product'>, followedAfter: number): { exactLow: number; exactHigh: number } {
  const low = followedAfter === 0 ? 0 : productQuantile(times(product, { a: followedAfter, b: 1 }), 0.025)
  const high = product.factors === 0 ? 1 : productQuantile(product, 0.975)
  return { exactLow: Math.min(low, share), exactHigh: Math.max(high, share) }
}

/**
 * Share still trading once a day is over, with two 95% intervals and the number at risk on the day.
 *
 * `share` is the Kaplan–Meier estimate of `survivalCurve`. It is null ("not estimable"), and all limits with it, past the last follow-up and
 * where there are no spells or all are censored on day 0; it is never drawn on flat.
 *
 * `low` and `high` are log-log limits as R's `summary(survfit(conf.type = "log-log"), times = day)` reports them, R's NA being null: 1 and 1
 * before the first day on which anything ended or was censored; null from that day on for as long as the share is 1; null once it is 0.
 *
 * `exactLow` and `exactHigh` come from the beta product confidence procedure, by moments, and are always there beside a share; use them
 * where endings are few. With Beta(at risk_j − ended_j + 1, ended_j) for each day with endings up to `day`, and Y the number still followed:
 *
 *   exactHigh = 97.5% quantile of the product (1 without endings)
 *   exactLow  = 2.5% quantile of Beta(Y, 1) × the product (0.025^(1/Y) without endings; 0 where Y = 0)
 *
 * Y counts the spells under way (from < day) that go past the day, and those censored exactly on it: endings come before censorings, so these
 * were seen trading after the day's endings. Counting only those that go past the day would make exactLow 0 just where most are followed
 * exactly to their 24-month day, 730 or 731. Where nobody is censored before the day this is the Clopper–Pearson interval.
 * The procedure is proved for spells that all begin at 0. With late entries it is carried over with the same counts, and where tiny early
 * risk sets have taken the estimate below it (as to 0), the interval is widened to contain the share.
 * Source: Fay, Brittain & Proschan (2013), Biostatistics 14:723, https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3769999/
 */
export function survivalAt(spells: readonly Spell[], day: number): SurvivalAt {
  const atRisk = atRiskOn(spells, day)
  const rows = lifeTable(spells)
  if (day > lastFollowUp(rows)) {
    return { day, share: null, low: null, high: null, exactLow: null, exactHigh: null, atRisk }
  }
  const now = rows.findLast(row => row.day <= day)
  const { share, product } = now ?? { share: 1, product: noFactors }
  const { low, high } = now ? logLogLimits(share, now.logVariance) : { low: 1, high: 1 }
  const followedAfter = atRisk - (now?.day === day ? now.ended : 0)
  return { day, share, low, high, ...exactLimits({ share, product }, followedAfter), atRisk }
}
