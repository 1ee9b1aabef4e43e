import type { Instant, PlainDate } from './plainDate.ts'

/** How a figure from outside is counted: whole pence for an hour of care, or a share in hundredths of a percent (10,000 is all of it). */
export const assumptionUnits = ['pence-an-hour', 'share'] as const
export type AssumptionUnit = (typeof assumptionUnits)[number]

/**
 * The figures from outside that savings rest on, each with its unit. None has a value of its own: what nobody recorded is missing, and the
 * page says that it is.
 */
export const assumptionKinds = {
  /** What the council would have paid for an hour of care, had the enterprise not been there. */
  comparator: 'pence-an-hour',
  'contract-price': 'pence-an-hour',
  'direct-payment-rate': 'pence-an-hour',
  /** Of what is paid out in direct payments, the part that comes back unspent. */
  'direct-payment-unspent': 'share',
  /** Of hours that nobody split by payer, those from a direct payment, and those that the NHS pays for; the rest is council contracts. */
  'unsplit-direct': 'share',
  'unsplit-nhs': 'share',
  /** Of the hours that the council pays for, those that meet an assessed need. */
  'assessed-need': 'share',
  /** The part of the council's cost that people's own contributions would have covered. */
  contributions: 'share',
  /** Would have started anyway. */
  deadweight: 'share',
  /** Moved here from other home care. */
  displacement: 'share',
  /** Due to somebody else's support. */
  attribution: 'share',
  /** Went to people outside the council's area. */
  leakage: 'share',
  /** Took the place of care that people had paid for themselves. */
  substitution: 'share',
  /** Hours that fade in a year at those that go on. */
  'drop-off': 'share',
  'discount-rate': 'share',
  'nhs-comparator': 'pence-an-hour',
  'health-budget-rate': 'pence-an-hour',
} as const satisfies Record<string, AssumptionUnit>
export type AssumptionKind = keyof typeof assumptionKinds

export const confidences = ['measured', 'high', 'medium', 'low', 'stated-choice'] as const
export type Confidence = (typeof confidences)[number]

/** The lowest it could be, the most likely, and the highest, in the kind's unit. */
export type Range = { low: number; central: number; high: number }

/** A figure from outside as it was recorded: it holds from a day, until another of its kind does. `value` null says it is no longer known. */
export type Assumption = {
  /** Its number among all figures that the programme recorded. */
  version: number
  kind: AssumptionKind
  value: Range | null
  effectiveFrom: PlainDate
  confidence: Confidence
  /** Points to the words that say where it is from. */
  textId: string
  recordedAt: Instant
  recordedBy: string
}

/** The parts of a total: what no share may pass. */
export const wholeShare = 10_000

/** The figure of a kind that holds on a day, by what was recorded until `knownAt`; undefined where none does. */
export function assumptionOn(
  recorded: readonly Assumption[],
  kind: AssumptionKind,
  on: PlainDate,
  knownAt?: Instant,
): (Assumption & { value: Range }) | undefined {
  let held: Assumption | undefined
  for (const each of recorded) {
    if (each.kind !== kind || each.effectiveFrom > on || (knownAt !== undefined && each.recordedAt > knownAt)) continue
    const isLater = !held || each.effectiveFrom > held.effectiveFrom
    if (isLater || (each.effectiveFrom === held?.effectiveFrom && each.version > held.version)) held = each
  }
  return held?.value ? { ...held, value: held.value } : undefined
}

/** All figures that hold on a day, in the order of their kinds. */
export const assumptionsOn = (recorded: readonly Assumption[], on: PlainDate, knownAt?: Instant): (Assumption & { value: Range })[] =>
  kindsOfAssumption.flatMap(kind => assumptionOn(recorded, kind, on, knownAt) ?? [])

export const kindsOfAssumption = Object.keys(assumptionKinds) as AssumptionKind[]
