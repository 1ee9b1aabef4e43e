import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Column } from '#domain/listQuestion.ts'
import type { Result } from '#domain/result.ts'
import type { KeptView, SavedView, Views } from '#domain/viewSchemas.ts'
import type { Failure } from '#tab/api.ts'
import { useSession } from '#tab/ui/session.ts'

const none: Views = { columns: null, views: [] }

const byName = (a: SavedView, b: SavedView): number => a.name.localeCompare(b.name, 'en-GB')

/** Views that were saved, and the columns this person chose. Until they are here, the list stands as it does for everyone. */
export function useViews() {
  const { api, programme } = useSession()
  const queries = useQueryClient()
  const queryKey = ['views', programme.id]
  const { data = none } = useQuery({ queryKey, queryFn: ({ signal }) => api.views(programme.id, signal), staleTime: 60_000 })
  const change = (next: (views: Views) => Views): void => {
    queries.setQueryData<Views>(queryKey, before => next(before ?? none))
  }

  /** Saves a view, or a change to one. */
  async function keep(id: string, view: KeptView): Promise<Result<SavedView, Failure>> {
    const saved = await api.keepView(programme.id, id, view)
    if (saved.ok) change(before => ({ ...before, views: [...before.views.filter(each => each.id !== id), saved.value].sort(byName) }))
    return saved
  }

  async function remove(id: string): Promise<Result<object, Failure>> {
    const gone = await api.removeView(programme.id, id)
    if (gone.ok) change(before => ({ ...before, views: before.views.filter(each => each.id !== id) }))
    return gone
  }

  /** The list shows them at once; what the server did not take is back with the next visit. */
  function chooseColumns(columns: readonly Column[]): void {
    change(before => ({ ...before, columns }))
    void api.chooseColumns(programme.id, columns)
  }

  return { ...data, keep, remove, chooseColumns }
}

export type ViewsDesk = ReturnType<typeof useViews>
