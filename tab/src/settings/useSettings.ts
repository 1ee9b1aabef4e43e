import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormId } from '#domain/draft.ts'
import type { NewSettings, SettingsAnswer } from '#domain/settingsSchemas.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { useSession } from '#tab/ui/session.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { useSending } from '#tab/ui/useSending.ts'

/** Every version of the programme's settings. */
export function useSettings(): UseQueryResult<SettingsAnswer> {
  const { api, programme, may } = useSession()
  return useQuery({
    queryKey: ['settings', programme.id],
    queryFn: ({ signal }) => api.settings(programme.id, signal),
    enabled: may('settings.read'),
  })
}

/** Sends new settings. Where somebody else saved first, theirs are read at once, so that the next try is made against them. */
export function useSaving(draft: FormId, saved: () => void): Sender<NewSettings> {
  const { api, desk, programme } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  return useSending<NewSettings, SettingsAnswer>({
    desk,
    send: async (settings, options) => {
      const answer = await api.saveSettings(programme.id, settings, options)
      if (!answer.ok && answer.refusal.kind === 'refused') await queries.invalidateQueries({ queryKey: ['settings', programme.id] })
      return answer
    },
    recorded(answer) {
      drafts.drop(draft)
      queries.setQueryData(['settings', programme.id], answer)
      void queries.invalidateQueries()
    },
    saved,
  })
}
