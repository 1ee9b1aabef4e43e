import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Api } from '#tab/api.ts'
import type { ImportState } from '#tab/import/importDesk.ts'
import { ImportDesk } from '#tab/import/importDesk.ts'
import { useSession } from '#tab/ui/session.ts'

/** One desk for each programme, for as long as the tab is open. */
const desks = new WeakMap<Api, Map<string, ImportDesk>>()

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** The desk of this programme, and how things stand there. */
export function useImport(): { desk: ImportDesk; state: ImportState } {
  const { api, programme } = useSession()
  const queries = useQueryClient()
  const ofApi = desks.get(api) ?? new Map<string, ImportDesk>()
  desks.set(api, ofApi)
  const make = (): ImportDesk =>
    new ImportDesk({
      send: (file, answers, options) => api.importFile(programme.id, file, answers, options),
      changed: () => void queries.invalidateQueries(),
      after,
      now: () => performance.now(),
    })
  const desk = ofApi.get(programme.id) ?? make()
  ofApi.set(programme.id, desk)
  return { desk, state: useSyncExternalStore(desk.subscribe, desk.current) }
}
