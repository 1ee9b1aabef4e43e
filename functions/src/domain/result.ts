/** What a decision gives back: a value, or the reason why not. Exceptions are for bugs. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R }

/** A decision that went through. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** A decision that did not, with the reason. */
export const refused = <R>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal })
