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
