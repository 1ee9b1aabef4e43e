import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { CaseList } from '#domain/wireSchemas.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'

/** Every row of the programme, read at once: search, filter and sort happen here. */
export function useCases(): UseQueryResult<CaseList> {
  const { api, programme } = useSession()
  return useQuery({ queryKey: ['cases', programme.id], queryFn: ({ signal }) => api.cases(programme.id, signal) })
}

/** What the programme calls an area. One that is gone from its settings keeps its code. */
export function usePlaces(): (area: string) => string {
  const { programme } = useSession()
  const names = new Map(everyArea(programme).map(({ id, name }) => [id, name]))
  return area => names.get(area) ?? area
}
