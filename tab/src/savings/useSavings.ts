import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { AssumptionKind } from '#domain/assumptions.ts'
import type { Savings } from '#domain/savingsSchemas.ts'
import { useSession } from '#tab/ui/session.ts'

/** The savings as at a day. While another day is on its way, the figures of the last one stay. */
export function useSavings(asAt: string) {
  const { api, programme } = useSession()
  return useQuery<Savings>({
    queryKey: ['savings', programme.id, asAt],
    queryFn: ({ signal }) => api.savings(programme.id, { asAt }, signal),
    placeholderData: last => (last?.programme === programme.id ? last : undefined),
  })
}

/** Every figure from outside that was recorded, the newest first. */
export function useAssumptions() {
  const { api, programme } = useSession()
  return useQuery({ queryKey: ['assumptions', programme.id], queryFn: ({ signal }) => api.assumptions(programme.id, signal) })
}

/** Changes a figure, or several one after the other; undefined for those who may only look. */
export type ChangeFigures = ((kinds: readonly AssumptionKind[]) => void) | undefined

/** What every part of the page shares: the answer, and the way to a figure's list. */
type SavingsView = { savings: Savings; openList: (figure: string, opener: Element | null) => void }

export const SavingsViewContext = createContext<SavingsView | undefined>(undefined)

export function useSavingsView(): SavingsView {
  const view = use(SavingsViewContext)
  if (!view) throw new Error('this figure stands outside the Savings page')
  return view
}

/** The list behind a figure, as known when the figure was made: the two cannot disagree, whatever is recorded in between. */
export function useSavingsLines(figure: string) {
  const { api, programme } = useSession()
  const { savings } = useSavingsView()
  const question = { asAt: savings.asAt, knownAt: savings.knownAt, figure }
  return useQuery({
    queryKey: ['savings-lines', programme.id, question],
    queryFn: ({ signal }) => api.savingsLines(programme.id, question, signal),
    staleTime: 5 * 60_000,
  })
}
