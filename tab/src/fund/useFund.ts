import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { PlainDate } from '#domain/plainDate.ts'
import type { PotAnswer } from '#domain/potSchemas.ts'
import { useSession } from '#tab/ui/session.ts'

/** The funds of the programme, newest first. Asked for only where one may see them, on pages that are about more than money. */
export function usePots(isAsked = true) {
  const { api, programme } = useSession()
  return useQuery({ queryKey: ['pots', programme.id], queryFn: ({ signal }) => api.pots(programme.id, signal), enabled: isAsked })
}

/** Whether the programme keeps a fund here, as far as one may know. */
export function useKeepsFund(): boolean {
  const { may } = useSession()
  return (usePots(may('pots.read')).data?.pots.length ?? 0) > 0
}

/** A fund with its grants. */
export function useFund(pot: string) {
  const { api, programme } = useSession()
  return useQuery({ queryKey: ['fund', programme.id, pot], queryFn: ({ signal }) => api.fund(programme.id, pot, signal) })
}

/** The entries of a fund, newest first. */
export function useLedger(pot: string) {
  const { api, programme } = useSession()
  return useQuery({ queryKey: ['ledger', programme.id, pot], queryFn: ({ signal }) => api.ledger(programme.id, pot, signal) })
}

/** What was committed and not paid at the end of a day; asked once the day is one that has been. */
export function useYearEnd(pot: string, asAt: PlainDate | undefined) {
  const { api, programme } = useSession()
  return useQuery({
    queryKey: ['year-end', programme.id, pot, asAt],
    queryFn: ({ signal }) => api.yearEnd(programme.id, pot, asAt ?? '', signal),
    enabled: asAt !== undefined,
  })
}

/** What the published lists of a fund would hold on a day; while another day is on its way, that of the last one. */
export function usePublications(pot: string, asAt: PlainDate) {
  const { api, programme } = useSession()
  return useQuery({
    queryKey: ['publications', programme.id, pot, asAt],
    queryFn: ({ signal }) => api.publications(programme.id, pot, asAt, signal),
    placeholderData: last => last,
  })
}

/** Which fund is shown: the one in the address, or else the newest. */
export const chosenPot = (pots: readonly PotAnswer[], id: string | null): PotAnswer | undefined =>
  pots.find(pot => pot.id === id) ?? pots[0]

export function useChosenPot(pots: readonly PotAnswer[]): { pot: PotAnswer | undefined; choose: (id: string) => void } {
  const [params, setParams] = useSearchParams()
  return { pot: chosenPot(pots, params.get('fund')), choose: id => setParams({ fund: id }, { replace: true }) }
}
