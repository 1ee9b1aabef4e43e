import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import type { NameOf } from '#tab/fund/grant/peopleStrip.ts'
import { you } from '#tab/fund/grant/peopleStrip.ts'
import { useSession } from '#tab/ui/session.ts'

/** One grant with its papers. */
export function useGrant(caseId: string, grantId: string): UseQueryResult<GrantAnswer> {
  const { api, programme } = useSession()
  return useQuery({
    queryKey: ['grant', programme.id, caseId, grantId],
    queryFn: ({ signal }) => api.grant(programme.id, caseId, grantId, signal),
  })
}

/** What the page calls a person, as far as it knows. */
export function useNameOf({ people }: Pick<GrantAnswer, 'people'>): NameOf {
  const { me } = useSession()
  return oid => (oid === me.oid ? you : (people[oid] ?? 'a colleague'))
}
