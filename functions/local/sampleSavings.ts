import type { AssumptionsAnswer, NewAssumption } from '#domain/assumptionSchemas.ts'
import { addMonths } from '#domain/plainDate.ts'
import type { SampleOptions } from './sampleCall.ts'
import { call } from './sampleCall.ts'
import type { SampleDays } from './sampleJourneys.ts'
import { sampleId } from './sampleSpreadsheet.ts'

type Figure = Pick<NewAssumption, 'kind' | 'confidence'> & {
  /** Pence for an hour, or hundredths of a percent: the lowest, the most likely and the highest. */
  values: readonly [number, number, number]
  /** Months before the sample's day from which it counts; from the beginning where it is left out. */
  ago?: number
}

/** The sample's figures from outside. All are invented, and each says so. The price of an hour went up a year ago. */
const figures: readonly Figure[] = [
  { kind: 'comparator', values: [21_60, 22_90, 24_20], confidence: 'high' },
  { kind: 'contract-price', values: [19_00, 19_80, 20_60], confidence: 'high' },
  { kind: 'direct-payment-rate', values: [17_60, 18_20, 18_80], confidence: 'measured' },
  { kind: 'direct-payment-unspent', values: [4_00, 6_00, 9_00], confidence: 'high' },
  { kind: 'unsplit-direct', values: [50_00, 60_00, 70_00], confidence: 'medium' },
  { kind: 'unsplit-nhs', values: [6_00, 10_00, 14_00], confidence: 'medium' },
  { kind: 'assessed-need', values: [85_00, 90_00, 95_00], confidence: 'high' },
  { kind: 'contributions', values: [8_00, 11_00, 15_00], confidence: 'high' },
  { kind: 'deadweight', values: [9_00, 20_00, 33_00], confidence: 'medium' },
  { kind: 'displacement', values: [4_00, 10_00, 19_00], confidence: 'medium' },
  { kind: 'attribution', values: [8_00, 15_00, 24_00], confidence: 'low' },
  { kind: 'drop-off', values: [5_00, 7_50, 11_00], confidence: 'medium' },
  { kind: 'discount-rate', values: [3_50, 3_50, 3_50], confidence: 'stated-choice' },
  { kind: 'comparator', values: [22_63, 24_10, 25_57], confidence: 'high', ago: 12 },
]

/** Records the figures that are not there yet, in their order, as the lead would. */
export async function loadFigures(options: SampleOptions, { now, period }: SampleDays): Promise<void> {
  const path = `programmes/${sampleId}/assumptions`
  let { version } = await call<AssumptionsAnswer>(options, { path, as: 'lead' })
  for (const { kind, values, confidence, ago } of figures.slice(version)) {
    const [low, central, high] = values
    const figure: NewAssumption = {
      kind,
      value: { low, central, high },
      effectiveFrom: ago === undefined ? period.from : addMonths(now, -ago),
      source: 'Invented for the sample',
      confidence,
    }
    ;({ version } = await call<AssumptionsAnswer>(options, { path, as: 'lead', method: 'PUT', ifMatch: version, send: figure }))
  }
}
