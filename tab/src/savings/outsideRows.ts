import type { AssumptionAnswer } from '#domain/assumptionSchemas.ts'
import type { AssumptionKind, Range } from '#domain/assumptions.ts'
import { assumptionKinds, kindsOfAssumption } from '#domain/assumptions.ts'
import { londonDay } from '#domain/plainDate.ts'
import type { Savings } from '#domain/savingsSchemas.ts'
import { confidenceLabels, outsideLabels, outsideWords } from '#tab/savingsLabels.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'

/** Figures from outside, as the page says them. */

/** A value in the unit of its kind: £24.10, 12.5%. */
export const sayFigure = (kind: AssumptionKind, value: number): string =>
  assumptionKinds[kind] === 'share' ? `${(value / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })}%` : sayMoney(value)

export const saySpan = (kind: AssumptionKind, { low, high }: Range): string =>
  low === high ? outsideWords.fixed : `${sayFigure(kind, low)} to ${sayFigure(kind, high)}`

/** Who recorded it, as far as the reader may know. */
export function whoRecorded({ recordedBy, recordedAt }: AssumptionAnswer, me: string): string {
  const who = recordedBy === null ? '' : recordedBy.oid === me ? ' by you' : ` by ${recordedBy.label ?? 'an administrator'}`
  return `${outsideWords.recorded}${who} on ${sayDay(londonDay(recordedAt))}`
}

/** One figure as a row: of those that hold, or of those that held before. */
export type OutsideRow = {
  kind: AssumptionKind
  version: number
  name: string
  value: string
  range: string
  from: string
  source: string
  sure: { words: string; bars: number | null }
  recorded: string
}

const barsOf = { measured: 4, high: 3, medium: 2, low: 1, 'stated-choice': null } as const

export const outsideRow = (figure: AssumptionAnswer, me: string): OutsideRow => ({
  kind: figure.kind,
  version: figure.version,
  name: outsideLabels[figure.kind].name,
  value: figure.value ? sayFigure(figure.kind, figure.value.central) : outsideWords.noLonger,
  range: figure.value ? saySpan(figure.kind, figure.value) : '',
  from: sayDay(figure.effectiveFrom),
  source: figure.source ?? outsideWords.noSource,
  sure: { words: confidenceLabels[figure.confidence], bars: barsOf[figure.confidence] },
  recorded: whoRecorded(figure, me),
})

/** A figure that nobody recorded for the day, and what follows from that. */
export type UnknownRow = { kind: AssumptionKind; name: string; why: string }

const optional: Partial<Record<AssumptionKind, string>> = {
  leakage: outsideWords.nothingOff,
  substitution: outsideWords.nothingOff,
  'discount-rate': outsideWords.forValue,
  'drop-off': outsideWords.forAhead,
  'nhs-comparator': outsideWords.forNhs,
  'health-budget-rate': outsideWords.forNhs,
}

/** Those that do not hold on the day, in the order of their kinds. One that will hold later says from when. */
export function unknownRows({ assumptions, missing, asAt }: Savings, recorded: readonly AssumptionAnswer[]): UnknownRow[] {
  const held = new Set(assumptions.map(({ kind }) => kind))
  const needed = new Set(missing.map(({ kind }) => kind))
  return kindsOfAssumption
    .filter(kind => !held.has(kind))
    .map(kind => {
      const later = recorded.find(each => each.kind === kind && each.effectiveFrom > asAt)
      const why = later ? `Recorded, and counts from ${sayDay(later.effectiveFrom)}.` : ''
      return {
        kind,
        name: outsideLabels[kind].name,
        why: [why, needed.has(kind) ? outsideWords.needed : (optional[kind] ?? outsideWords.notNeeded)].filter(Boolean).join(' '),
      }
    })
}
