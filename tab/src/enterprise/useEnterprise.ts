import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { CaseRow } from '#domain/wireSchemas.ts'
import type { CaseDetail, Timeline } from '#tab/api.ts'
import type { Written } from '#tab/enterprise/timeline.ts'
import { useCases } from '#tab/enterprises/useCases.ts'
import { useMembers } from '#tab/settings/useMembers.ts'
import type { FieldOption } from '#tab/ui/fields.ts'
import { useSession } from '#tab/ui/session.ts'

/** One record, whole. */
export function useEnterprise(id: string): UseQueryResult<CaseDetail> {
  const { api, programme } = useSession()
  return useQuery({ queryKey: ['case', programme.id, id], queryFn: ({ signal }) => api.case(programme.id, id, signal) })
}

/** Everything recorded on it. */
export function useTimeline(id: string): UseQueryResult<Timeline> {
  const { api, programme } = useSession()
  return useQuery({ queryKey: ['facts', programme.id, id], queryFn: ({ signal }) => api.facts(programme.id, id, signal) })
}

/** Its row of the list, which is there at once where one came from the list. */
export const useRow = (id: string): CaseRow | undefined => useCases().data?.cases.find(row => row.id === id)

/** Whom a record can be given to. Empty for those who may not see who is in the programme. */
export function useCatalysts(): FieldOption[] {
  const { data } = useMembers()
  const working = ['catalyst', 'partner-catalyst', 'lead']
  return (data?.members ?? [])
    .filter(({ roles }) => roles.some(role => working.includes(role)))
    .map(({ oid, label }) => ({ value: oid, label: label ?? oid.slice(-4) }))
}

/** Who a person is, as far as the reader may know. */
export function useWho(): (oid: string) => string {
  const { me } = useSession()
  const { data } = useMembers()
  const labels = new Map((data?.members ?? []).map(({ oid, label }) => [oid, label]))
  return oid => (oid === me.oid ? 'you' : (labels.get(oid) ?? 'a colleague'))
}

/** Who wrote an entry: a person, or the spreadsheet that a person brought in. */
export function useWriter(): (written: Pick<Written, 'recordedBy' | 'via'>) => string {
  const who = useWho()
  return ({ recordedBy, via }) => (via === 'import' ? 'from the spreadsheet' : who(recordedBy))
}
