import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { Members } from '#domain/wireSchemas.ts'
import type { FieldOption } from '#tab/ui/fields.ts'
import { useSession } from '#tab/ui/session.ts'

/** Who is in the programme, for those who may see it. */
export function useMembers(): UseQueryResult<Members> {
  const { api, programme, may } = useSession()
  return useQuery({
    queryKey: ['members', programme.id],
    queryFn: ({ signal }) => api.members(programme.id, signal),
    enabled: may('members.read'),
  })
}

/** The members, to pick one of. */
export const useMemberOptions = (): FieldOption[] =>
  (useMembers().data?.members ?? []).map(({ oid, label }) => ({ value: oid, label: label ?? `Person ${oid.slice(-4)}` }))
