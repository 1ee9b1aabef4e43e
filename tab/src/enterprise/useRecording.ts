import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { FormId } from '#domain/draft.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { savedWords } from '#tab/enterprise/savedWords.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import type { Saved } from '#tab/ui/saved.ts'
import { useSavedDesk } from '#tab/ui/saved.ts'
import { useSession } from '#tab/ui/session.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { useSending } from '#tab/ui/useSending.ts'

/**
 * Sends a command to a record. When it is saved the words typed for it are dropped, everything that was read is read again,
 * and what was recorded is told with a way to undo it: in a note over the page, or by `tell` where the form itself stays on the screen.
 */
export function useRecording(
  id: string,
  draft: FormId,
  saved: (answer: RecordedAnswer) => void,
  tell?: (saved: Saved) => void,
  wordsOf: (command: TypedCommand) => string = savedWords,
): Sender<TypedCommand> {
  const { api, desk, programme } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const { show } = useSavedDesk()
  const sent = useRef('')
  // A command that names the number it saw is taken only where nothing came between: then its own number is seen as well.
  const against = useRef<number>(undefined)
  return useSending<TypedCommand, RecordedAnswer>({
    desk,
    send: (command, options) => {
      sent.current = wordsOf(command)
      against.current = options.n
      return api.command(programme.id, id, command, options)
    },
    recorded({ n, recordedAt }) {
      drafts.drop(draft)
      // The next form may open before the record is read again: what one recorded oneself is no change by another.
      if (against.current !== undefined) queries.setQueryData<CaseDetail>(['case', programme.id, id], old => old && { ...old, n })
      void queries.invalidateQueries()
      const told = { caseId: id, n, at: recordedAt, words: sent.current }
      if (tell) tell(told)
      else show(told)
    },
    saved,
  })
}
