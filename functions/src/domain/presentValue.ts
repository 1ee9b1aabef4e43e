/** When in a year its money is counted: at the end, in the middle, or at the start. */
export const timings = ['year-end', 'mid-year', 'year-start'] as const
export type Timing = (typeof timings)[number]

const early: Readonly<Record<Timing, number>> = { 'year-end': 0, 'mid-year': 0.5, 'year-start': 1 }

/**
 * What yearly amounts are worth at the beginning, in the unit they come in:
 *
 *   sum over the years t = 1, 2, … of amount_t ÷ (1 + rate)^(t − c), with c = 0 at the end of a year, ½ in the middle, 1 at the start
 *
 * Source: HM Treasury, The Green Book, annex on discounting.
 */
export const presentValue = (amounts: readonly number[], rate: number, timing: Timing): number =>
  amounts.reduce((sum, amount, year) => sum + amount / (1 + rate) ** (year + 1 - early[timing]), 0)

/** A yearly amount over so many years, of which a share is lost each year from the second: amount × (1 − lost)^(year − 1). */
export const fading = (amount: number, lost: number, years: number): number[] =>
  Array.from({ length: years }, (_, year) => amount * (1 - lost) ** year)

/** A point of a curve: so many months after the beginning, and what has added up by then. */
export type Sum = { cost: number; saved: number }

/**
 * In which month, counted from 0, what was saved first passes what it cost, and which part of that month had gone by (straight line between
 * the ends of the two months); undefined where it has not. Nothing is paid back while nothing was spent.
 */
export function paidBackAfter(months: readonly Sum[]): number | undefined {
  const at = months.findIndex(({ cost, saved }) => cost > 0 && saved >= cost)
  if (at === -1) return undefined
  const gap = (sum: Sum | undefined): number => (sum ? sum.saved - sum.cost : 0)
  const [before, now] = [gap(months[at - 1]), gap(months[at])]
  return before >= 0 ? at : at + -before / (now - before)
}
