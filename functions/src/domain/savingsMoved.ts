import type { AssumptionKind } from './assumptions.ts'
import { wholeShare } from './assumptions.ts'
import type { Reduction } from './saving.ts'
import { reductions } from './saving.ts'
import type { SavingsEstimate } from './savingsSchemas.ts'

const isReduction = (kind: AssumptionKind): kind is Reduction => reductions.some(each => each === kind)

/**
 * A year's saving at the present hours, in pence (not whole), were one figure `to` and not `from`, the others at their most likely. In any
 * one figure the saving is a straight line, so that its two ends are enough:
 *
 *   net + (to − from) × (net at its high end − net at its low end) ÷ (high end − low end)
 *
 * and of a share that is taken off, net × (1 − to) ÷ (1 − from). Undefined where a year's saving does not rest on it, or it has no range
 * to read the line from.
 */
export function yearlyIf(
  { steps, swings }: Pick<SavingsEstimate, 'steps' | 'swings'>,
  kind: AssumptionKind,
  { from, to }: { from: number; to: number },
): number | undefined {
  if (isReduction(kind)) return from === wholeShare ? undefined : (steps.net * (wholeShare - to)) / (wholeShare - from)
  const swing = swings.find(each => each.kind === kind)
  return swing && steps.net + ((to - from) * (swing.atHigh - swing.atLow)) / (swing.high - swing.low)
}
