import { useQueryClient } from '@tanstack/react-query'
import type { FormId } from '#domain/draft.ts'
import type { Result } from '#domain/result.ts'
import type { Failure, WriteOptions } from '#tab/api.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { useSession } from '#tab/ui/session.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { useSending } from '#tab/ui/useSending.ts'

/** Sends what a form holds. Once the server has it, the words typed for it are dropped and everything that was read is read again. */
export function useSaving<B, T>(
  draft: FormId,
  send: (body: B, options: WriteOptions) => Promise<Result<T, Failure>>,
  saved: () => void,
): Sender<B> {
  const { desk } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  return useSending<B, T>({
    desk,
    send,
    recorded() {
      drafts.drop(draft)
      void queries.invalidateQueries()
    },
    saved,
  })
}
