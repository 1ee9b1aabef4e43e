import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Today } from '#domain/todaySchemas.ts'
import { useSession } from '#tab/ui/session.ts'

/** What needs somebody, mine or everyone's. What was shown last stays until the newer list is there. */
export function useToday(whose: 'mine' | 'everyone'): UseQueryResult<Today> {
  const { api, programme } = useSession()
  return useQuery({
    queryKey: ['today', programme.id, whose],
    queryFn: ({ signal }) => api.today(programme.id, whose, signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: true,
  })
}
