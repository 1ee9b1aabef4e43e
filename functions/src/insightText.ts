import type { Insight, InsightKind } from '#domain/insights.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import type { Recorded } from '#domain/facts.ts'
import type { Upcast, Upcasts } from './factText.ts'
import { fromNewerRelease, upcast } from './factText.ts'

type Data = Readonly<Record<string, unknown>>

/** How each kind of insight got from version 1 to what it is today, one step a version, as with facts. */
const steps = {
  'people-asked': [],
  'request-unmet': [],
  'request-answered': [],
  'area-counted': [],
  'readiness-counted': [],
  'readiness-signed': [],
  'story-told': [],
  'story-renewed': [],
  'story-ended': [],
  withdraw: [],
} as const satisfies Record<InsightKind | 'withdraw', readonly Upcast[]>

const upcasts: Upcasts = new Map<string, readonly Upcast[]>(Object.entries(steps))

type PackedInsight = readonly [kind: string, place: number, happenedOn: PlainDate | null, data: Data]

/** The insights of one transaction, with the number, time and person they share. `versions` names the kinds that are past version 1. */
export type PackedInsights = readonly [
  format: 1,
  versions: Readonly<Record<string, number>>,
  n: number,
  recordedAt: Instant,
  recordedBy: string,
  via: Recorded['via'],
  insights: readonly PackedInsight[],
]

/** Insights of one transaction in their short form, every kind at its newest version. */
export function packInsights(insights: readonly Insight[], known: Upcasts = upcasts): PackedInsights {
  const [first] = insights
  if (!first) throw new RangeError('there is no insight to keep')
  const { n, recordedAt, recordedBy, via } = first
  const packed = insights.map((insight): PackedInsight => {
    const { id, kind, data } = insight
    const place = Number(id.slice(id.indexOf('.') + 1))
    if (id !== `${n}.${place}`) throw new RangeError(`insight ${id} was not recorded as number ${n}`)
    return [kind, place, 'happenedOn' in insight ? insight.happenedOn : null, data]
  })
  const versions = Object.fromEntries([...known].filter(([, taken]) => taken.length > 0).map(([kind, taken]) => [kind, taken.length + 1]))
  return [1, versions, n, recordedAt, recordedBy, via, packed]
}

/** The insights of a short form, every kind brought to its newest version. */
export function unpackInsights(
  [format, versions, n, recordedAt, recordedBy, via, packed]: PackedInsights,
  known: Upcasts = upcasts,
): Insight[] {
  if (format !== 1) throw fromNewerRelease(`its insights are in format ${String(format)}`)
  return packed.map(([kind, place, happenedOn, asWritten]) => {
    const data = upcast(kind, versions, asWritten, known)
    const recorded = { id: `${n}.${place}`, n, recordedAt, recordedBy, via }
    return { kind, ...(happenedOn !== null && { happenedOn }), data, ...recorded } as Insight
  })
}
