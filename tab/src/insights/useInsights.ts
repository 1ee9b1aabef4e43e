import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormId } from '#domain/draft.ts'
import type { TypedInsight } from '#domain/insightSchemas.ts'
import type { InsightAnswer, Insights } from '#domain/insightWireSchemas.ts'
import { gapLabels } from '#tab/labels.ts'
import { useCases } from '#tab/enterprises/useCases.ts'
import type { Asking } from '#tab/insights/insightForms.ts'
import { servicesOf } from '#tab/insights/insightForms.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { useSession } from '#tab/ui/session.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { useSending } from '#tab/ui/useSending.ts'

/** What people say, ask for and need, as it stands today. */
export function useInsights(): UseQueryResult<Insights> {
  const { api, programme } = useSession()
  return useQuery({ queryKey: ['insights', programme.id], queryFn: ({ signal }) => api.insights(programme.id, signal) })
}

/** Sends a command on what the programme hears. When it is saved the words typed for it are dropped, and what was read is read again. */
export function useInsightSending(draft: FormId, saved: (answer: InsightAnswer) => void): Sender<TypedInsight> {
  const { api, desk, programme } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  return useSending<TypedInsight, InsightAnswer>({
    desk,
    send: (command, options) => api.recordInsight(programme.id, command, options),
    recorded() {
      drafts.drop(draft)
      void queries.invalidateQueries()
    },
    saved,
  })
}

/** What the forms of this page ask with. Enterprises that are not there yet are simply not offered. */
export function useAsking(insights: Pick<Insights, 'services'>): Asking {
  const { me, programme } = useSession()
  const cases = useCases()
  const enterprises = (cases.data?.cases ?? []).map(({ id, reference, name }) => ({
    value: id,
    label: name === null ? reference : `${name}, ${reference}`,
  }))
  return { today: me.today, areas: programme.areas, services: servicesOf(insights, gapLabels), enterprises }
}

/** A code that has no name yet, such as one that a spreadsheet brought: its own letters, as words. */
const inWords = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ')

/** What areas and services are called, in a sentence. */
export function useCalled(insights: Pick<Insights, 'services'>): {
  area: (id: string | null) => string
  service: (id: string | null) => string
} {
  const { programme } = useSession()
  const areas = new Map([...(programme.formerAreas ?? []), ...programme.areas].map(({ id, name }) => [id, name]))
  const services = new Map(servicesOf(insights, gapLabels).map(({ id, label }) => [id, label]))
  return {
    area: id => (id === null ? 'Area not said' : (areas.get(id) ?? id)),
    service: id => (id === null ? 'Service not said' : (services.get(id) ?? inWords(id))),
  }
}
