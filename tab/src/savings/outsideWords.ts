import type { AssumptionAnswer, NewAssumption } from '#domain/assumptionSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { yearlyIf } from '#domain/savingsMoved.ts'
import type { SavingsEstimate } from '#domain/savingsSchemas.ts'
import { sayFigure } from '#tab/savings/outsideRows.ts'
import { sayThousands } from '#tab/savings/savingsWords.ts'
import { outsideForm, outsideLabels, outsideWords } from '#tab/savingsLabels.ts'
import { sayDay } from '#tab/ui/say.ts'

/** What a form of a figure says beside its boxes. */

/** "Sam recorded while you were typing: would have started anyway, 20%, from 3 May 2026. What you typed is still here." */
export function changedSince({ recordedBy, kind, value, effectiveFrom }: AssumptionAnswer): string {
  const who = recordedBy?.label ?? 'Someone else'
  const what = value ? sayFigure(kind, value.central) : outsideWords.noLonger
  return `${who} changed this while you were typing: ${outsideLabels[kind].name}, ${what}, from ${sayDay(effectiveFrom)}. What you typed is still here.`
}

/** "Now it is £24.10, from 1 April 2025." */
export const heldWords = (held: AssumptionAnswer | undefined): string =>
  held?.value ? `${outsideForm.held} ${sayFigure(held.kind, held.value.central)}, from ${sayDay(held.effectiveFrom)}.` : ''

type Asked = { figure: NewAssumption; held: AssumptionAnswer | undefined; asAt: PlainDate }

/**
 * Today's rate now and with a figure; `later` where the figure does not count on the day, or another that begins after it does; undefined
 * where it has to be worked out anew.
 */
export function foreseen(estimate: SavingsEstimate, { figure, held, asAt }: Asked): 'later' | { now: string; changed: string } | undefined {
  const { kind, value, effectiveFrom } = figure
  if (effectiveFrom > asAt || (held && held.effectiveFrom > effectiveFrom)) return 'later'
  const changed = value && yearlyIf(estimate, kind, { from: held?.value?.central ?? 0, to: value.central })
  if (changed === undefined || changed === null) return undefined
  return { now: sayThousands(estimate.steps.net), changed: sayThousands(changed) }
}
