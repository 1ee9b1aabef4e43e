import { useDeferredValue } from 'react'
import type { CaseRow } from '#domain/wireSchemas.ts'

/** As many as a tall screen shows. */
const first = 20

/**
 * Rows to draw now: where others have come, the first of them at once, and all of them as soon as there is time.
 * `coming` is how many are still to be drawn, so that their room can be kept.
 */
export function useFirstRows(rows: readonly CaseRow[]): { drawn: readonly CaseRow[]; coming: number } {
  const these = rows.map(({ id }) => id).join(' ')
  const before = useDeferredValue(these)
  const drawn = before === these ? rows : rows.slice(0, first)
  return { drawn, coming: rows.length - drawn.length }
}
