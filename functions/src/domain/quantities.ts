declare const pence: unique symbol
declare const minutes: unique symbol

/** Money, in whole pence. */
export type Pence = number & { readonly [pence]: true }

/** Care time, in whole minutes. */
export type Minutes = number & { readonly [minutes]: true }

/** No hour of care costs more than £200 in England in our time: a higher price was typed with a slip. Ours, in pence. */
export const mostPencePerHour = 20_000

/** Whole pence; throws a RangeError for anything else. */
export function toPence(value: number): Pence {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole pence: ${value}`)
  return value as Pence
}

/**
 * Whole pence as a number of pounds, for formats that ask for one. Nothing drifts: it is the binary number nearest to the amount, and that
 * prints as the amount with its pence. For output alone; nothing is added up in pounds.
 */
export const inPounds = (amount: Pence): number => amount / 100

/** Whole minutes; throws a RangeError for anything else. */
export function toMinutes(value: number): Minutes {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not whole minutes: ${value}`)
  return value as Minutes
}

/** One rounding, half away from zero, for what is worked out from whole amounts and shown as a whole amount. */
export const roundHalfAway = (value: number): number => Math.sign(value) * Math.round(Math.abs(value))
