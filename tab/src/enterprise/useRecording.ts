import { useQueryClient } from '@tanstack/react-query'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { FormId } from '#domain/draft.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { useSession } from '#tab/ui/session.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { useSending } from '#tab/ui/useSending.ts'

/** Sends a command to a record. When it is saved the words typed for it are dropped, and everything that was read is read again. */
export function useRecording(id: string, draft: FormId, saved: (answer: RecordedAnswer) => void): Sender<TypedCommand> {
  const { api, desk, programme } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  return useSending<TypedCommand, RecordedAnswer>({
    desk,
    send: (command, options) => api.command(programme.id, id, command, options),
    recorded() {
      drafts.drop(draft)
      void queries.invalidateQueries()
    },
    saved,
  })
}
