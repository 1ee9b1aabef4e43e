import { isOpen } from '#domain/listQuestion.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'

/** "Under All, 2 match. 1 more has stopped." */
export function elsewhere(words: string, underAll: number, filteredOut: readonly CaseRow[]): string {
  const hidden = filteredOut.filter(isOpen).length
  const closed = filteredOut.length - hidden
  const all = underAll > 0 ? `Under All, ${underAll} ${underAll === 1 ? 'matches' : 'match'}.` : ''
  if (words === '') return all || 'Take a filter off to see more.'
  const more = all === '' ? '' : ' more'
  const parts = [
    all,
    closed > 0 ? `${closed}${more} ${closed === 1 ? 'has' : 'have'} stopped or gone.` : '',
    hidden > 0 ? `The filters hide ${hidden}${more}.` : '',
  ].filter(part => part !== '')
  return parts.length > 0 ? parts.join(' ') : 'Nothing else in this programme matches.'
}
