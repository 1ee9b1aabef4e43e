import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { Cohort } from '#domain/cohortSchemas.ts'
import type { Query } from '#tab/cohorts/question.ts'
import { useSession } from '#tab/ui/session.ts'

/** The figures for a question. While a changed question is on its way, the figures of the last one stay. */
export function useCohort(query: Query) {
  const { api, programme } = useSession()
  return useQuery<Cohort>({
    queryKey: ['cohort', programme.id, query],
    queryFn: ({ signal }) => api.cohort(programme.id, query, signal),
    placeholderData: last => (last?.programme === programme.id ? last : undefined),
  })
}

/** What every figure of the page shares: the answer, the question behind it, what was known, and the way to a figure's list. */
export type CohortView = { cohort: Cohort; query: Query; known: string; openList: (figure: string, opener: Element | null) => void }

export const CohortViewContext = createContext<CohortView | undefined>(undefined)

export function useCohortView(): CohortView {
  const view = use(CohortViewContext)
  if (!view) throw new Error('this figure stands outside the Cohorts page')
  return view
}

/** The list behind a figure, as known when the figure was made: the two cannot disagree, whatever is recorded in between. */
export function useLines(figure: string) {
  const { api, programme } = useSession()
  const { cohort, query } = useCohortView()
  const question = { ...query, asAt: cohort.asAt, knownAt: cohort.knownAt, figure }
  return useQuery({
    queryKey: ['lines', programme.id, question],
    queryFn: ({ signal }) => api.lines(programme.id, question, signal),
    staleTime: 5 * 60_000,
  })
}
