import fc from 'fast-check'
import { record } from '#domain/facts.ts'
import type { Insight, NewInsight } from '#domain/insights.ts'
import { addDays, day, instantAt } from '#domain/plainDate.ts'
import { toMinutes } from '#domain/quantities.ts'
import { requesters, storyPlaces, surveyors } from '#domain/vocabulary.ts'
import { ids } from '../builders.ts'

const first = day('2026-01-01')
const anyDay = fc.integer({ min: 0, max: 400 }).map(days => addDays(first, days))
const slug = fc.constantFrom('north', 'south')
/** Entries that may be meant: one that is there, or one that is not. */
const entry = fc.integer({ min: 1, max: 20 }).map(n => `${n}.0`)
const people = fc.integer({ min: 0, max: 50 })

const anyNew: fc.Arbitrary<NewInsight> = fc.oneof(
  fc.record({
    kind: fc.constant('people-asked' as const),
    happenedOn: anyDay,
    data: fc.record({
      year: fc.constantFrom(2025, 2026),
      askedBy: fc.constantFrom(...surveyors),
      asked: people,
      answered: people,
      moreChoice: people,
      wouldRecommend: people,
    }),
  }),
  fc.record({
    kind: fc.constant('request-unmet' as const),
    happenedOn: anyDay,
    data: fc.record({
      area: slug,
      service: fc.constantFrom('company', 'meals'),
      minutesPerWeek: fc.integer({ min: 1, max: 40 }).map(quarters => toMinutes(15 * quarters)),
      askedBy: fc.constantFrom(...requesters),
    }),
  }),
  fc.record({ kind: fc.constant('request-answered' as const), happenedOn: anyDay, data: fc.record({ request: entry }) }),
  fc.record({
    kind: fc.constant('readiness-counted' as const),
    happenedOn: anyDay,
    data: fc.record({ service: slug, wanted: people, ready: people }),
  }),
  fc.record({
    kind: fc.constant('story-told' as const),
    happenedOn: anyDay,
    data: fc.record({ textId: fc.constant(ids.text), places: fc.tuple(fc.constantFrom(...storyPlaces)), until: anyDay }),
  }),
  fc.record({ kind: fc.constant('story-ended' as const), happenedOn: anyDay, data: fc.record({ story: entry }) }),
)

const anyWithdrawal: fc.Arbitrary<NewInsight> = fc.record({
  kind: fc.constant('withdraw' as const),
  data: fc.record({ of: entry, reason: fc.constant('wrong-details' as const) }),
})

/** Up to twenty insights, each in an entry of its own; a withdrawal takes back what came before it. */
export const anyInsights: fc.Arbitrary<Insight[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: anyNew }, { weight: 1, arbitrary: anyWithdrawal }), { maxLength: 20 })
  .map(entries =>
    entries.flatMap((each, at) => {
      const n = at + 1
      const back = each.kind === 'withdraw' && Number(each.data.of.split('.')[0]) >= n ? undefined : each
      return back
        ? record([back], {
            n,
            recordedAt: instantAt(Date.parse('2026-01-01T00:00:00Z') + n * 86_400_000),
            recordedBy: ids.catalyst,
            via: 'person',
          })
        : []
    }),
  )
