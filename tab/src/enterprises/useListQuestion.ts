import { useSearchParams } from 'react-router'
import type { Column, View, Viewer } from '#domain/listQuestion.ts'
import { isIn, usualColumns, views } from '#domain/listQuestion.ts'
import type { Look, SavedView } from '#domain/viewSchemas.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import type { Question } from '#tab/enterprises/listing.ts'
import { isSameLook, noQuestion, questionIn, questionOf, withQuestion } from '#tab/enterprises/listing.ts'
import { useViews } from '#tab/enterprises/useViews.ts'

/** The question in the address, the views there are, and what changes either. */
export function useListQuestion(rows: readonly CaseRow[], viewer: Viewer) {
  const [params, setParams] = useSearchParams()
  const desk = useViews()
  const question = questionIn(params)
  const held = views.filter(view => view === 'all' || rows.some(row => isIn(view, row, viewer)))
  const view: View = question.view ?? (held.includes('mine') ? 'mine' : 'all')
  const shown = held.includes(view) ? held : [...held, view]
  const saved = desk.views.find(({ id }) => id === question.saved)
  const columns = question.columns ?? saved?.look.columns ?? desk.columns ?? usualColumns
  const { sort, filters, layout } = question
  const look: Look = { view, sort, filters, layout, columns: [...columns] }

  const go = (next: (before: Question) => Question): void => {
    setParams(before => withQuestion(before, next(questionIn(before))), { replace: true, preventScrollReset: true })
  }
  const change = (part: Partial<Question>): void => go(before => ({ ...before, ...part }))
  return {
    desk,
    look,
    saved,
    /** True where the saved view that is open no longer looks as it was saved. */
    changed: saved !== undefined && !isSameLook(look, saved.look),
    shown,
    change,
    /** Another way of looking begins afresh; what was typed into the search stays. */
    open: (next: View): void => go(({ layout: stays }) => ({ ...noQuestion, layout: stays, view: next })),
    openSaved: ({ id, look: kept }: SavedView): void => go(() => questionOf(id, kept)),
    setColumns: (next: readonly Column[]): void => (saved ? change({ columns: next }) : desk.chooseColumns(next)),
  }
}
