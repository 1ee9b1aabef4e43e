import { useLocation } from 'react-router'
import type { MaybeSame } from '#domain/wireSchemas.ts'

/** What one comes to a record with: a form to open, and whom it may be. It holds no name, for it is kept in the window's history. */
export type Arrival = { open?: 'triage' | 'contact'; maybeSame?: readonly MaybeSame[] }

const nothing: Arrival = {}

/** What one came to this page with. */
export function useArrivalWith(): Arrival {
  const state = useLocation().state as Arrival | null
  return state ?? nothing
}
