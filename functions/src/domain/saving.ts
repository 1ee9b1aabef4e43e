import type { AssumptionKind } from './assumptions.ts'
import { wholeShare } from './assumptions.ts'
import type { PaidMinutes } from './careHours.ts'

/** What a figure from outside is, in its own unit. */
export type ValueOf = (kind: AssumptionKind) => number

/** What is taken off the difference in price, one after the other, each a share of what is left: their order does not matter. */
export const reductions = ['contributions', 'deadweight', 'displacement', 'attribution', 'leakage', 'substitution'] as const
export type Reduction = (typeof reductions)[number]

/** Two that need not be known: left out, nothing is taken off for them, and the page says so. */
export const mayBeMissing: readonly AssumptionKind[] = ['leakage', 'substitution']

/** Care that the council pays for, by whether it pays a contract or a direct payment, and what the NHS pays; in minutes. */
export type SplitMinutes = { contract: number; direct: number; nhs: number }

const shareOf = (value: ValueOf, kind: AssumptionKind): number => value(kind) / wholeShare

/** Splits what nobody split by the shares that were recorded for it. */
export function split({ contract, direct, nhs, unsplit }: PaidMinutes, value: ValueOf): SplitMinutes {
  if (unsplit === 0) return { contract, direct, nhs }
  const [toDirect, toNhs] = [unsplit * shareOf(value, 'unsplit-direct'), unsplit * shareOf(value, 'unsplit-nhs')]
  return { contract: contract + unsplit - toDirect - toNhs, direct: direct + toDirect, nhs: nhs + toNhs }
}

/** What the council pays for an hour by direct payment, in pence: the rate, less what comes back unspent. */
export const directPayment = (value: ValueOf): number => value('direct-payment-rate') * (1 - shareOf(value, 'direct-payment-unspent'))

/** A saving from the first difference to what is left of it, in pence (not whole). */
export type Saving = {
  /** Minutes that the council pays for. */
  councilMinutes: number
  /** What the council would have paid for them, less what it does pay. */
  difference: number
  /** Of that, what meets an assessed need. */
  assessed: number
  /** What is left after each reduction. */
  left: Readonly<Record<Reduction, number>>
  net: number
}

/**
 * What the council does not have to pay for so many minutes of care, in pence:
 *
 *   hours by contract × (comparator − contract price) + hours by direct payment × (comparator − direct payment rate × (1 − unspent))
 *   × assessed need × (1 − contributions) × (1 − deadweight) × (1 − displacement) × (1 − attribution) × (1 − leakage) × (1 − substitution)
 *
 * The enterprise's own price is not in it: below the rate it is more care for the same money, above it what people add themselves; neither is
 * a saving. Negative where the council pays more than it would have. Source: HM Treasury, The Green Book; the additionality guide's
 * multiplied form (Homes and Communities Agency, 2014).
 */
export function savingOf(minutes: PaidMinutes, value: ValueOf): Saving {
  const { contract, direct } = split(minutes, value)
  const perHour = (inMinutes: number, pays: () => number): number =>
    inMinutes === 0 ? 0 : (inMinutes / 60) * (value('comparator') - pays())
  const difference = perHour(contract, () => value('contract-price')) + perHour(direct, () => directPayment(value))
  const assessed = difference * shareOf(value, 'assessed-need')
  const kept = (reduction: Reduction, before: number): number => before * (1 - shareOf(value, reduction))
  const contributions = kept('contributions', assessed)
  const deadweight = kept('deadweight', contributions)
  const displacement = kept('displacement', deadweight)
  const attribution = kept('attribution', displacement)
  const leakage = kept('leakage', attribution)
  const substitution = kept('substitution', leakage)
  const left = { contributions, deadweight, displacement, attribution, leakage, substitution }
  return { councilMinutes: contract + direct, difference, assessed, left, net: substitution }
}

/**
 * What the NHS does not have to pay, in pence; undefined where what it pays, or would have paid, is not known. It is not the council's, and
 * neither the council's assessment nor what people pay the council comes into it.
 */
export function nhsSavingOf(minutes: PaidMinutes, value: ValueOf, isKnown: (kind: AssumptionKind) => boolean): number | undefined {
  if (!isKnown('nhs-comparator') || !isKnown('health-budget-rate')) return undefined
  const { nhs } = split(minutes, value)
  const taken = reductions.filter(reduction => reduction !== 'contributions')
  const kept = taken.reduce((share, reduction) => share * (1 - shareOf(value, reduction)), 1)
  return (nhs / 60) * (value('nhs-comparator') - value('health-budget-rate')) * kept
}

/** The figures that a saving on so many minutes needs. */
export function neededFor({ contract, direct, unsplit }: PaidMinutes): AssumptionKind[] {
  const needed: AssumptionKind[] = ['comparator', 'assessed-need', 'contributions', 'deadweight', 'displacement', 'attribution']
  if (contract + unsplit > 0) needed.push('contract-price')
  if (direct + unsplit > 0) needed.push('direct-payment-rate', 'direct-payment-unspent')
  if (unsplit > 0) needed.push('unsplit-direct', 'unsplit-nhs')
  return needed
}
