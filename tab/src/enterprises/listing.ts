import { flags } from '#domain/flags.ts'
import type { Column, Filters, Layout, Sort, SortBy, View } from '#domain/listQuestion.ts'
import { columns, layouts, noFilters, sorts, views } from '#domain/listQuestion.ts'
import type { Look } from '#domain/viewSchemas.ts'
import { legalForms, milestones } from '#domain/vocabulary.ts'
import type { Standing } from '#domain/wireSchemas.ts'
import { standingLabels } from '#tab/labels.ts'

/** What the address of the list says. Search words are not in it: they are names. */
export type Question = {
  view: View | undefined
  sort: Sort
  filters: Filters
  layout: Layout
  /** Left out, they are the person's own. */
  columns: readonly Column[] | undefined
  /** The saved view that one opened. */
  saved: string | undefined
}

export const usualSort: Sort = { by: 'contact', down: false }

const listed = <T extends string>(text: string | null, allowed: (value: string) => value is T): T[] =>
  (text ?? '').split(',').filter(value => value !== '' && allowed(value)) as T[]

const isOneOf =
  <T extends string>(list: readonly T[]) =>
  (value: string): value is T =>
    (list as readonly string[]).includes(value)

const isCode = (value: string): value is string => /^[a-z0-9-]{1,40}$/.test(value)
const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

function sortIn(text: string): Sort {
  const [by, down] = text.startsWith('-') ? [text.slice(1), true] : [text, false]
  return isOneOf<SortBy>(sorts)(by) ? { by, down } : usualSort
}

const sortText = ({ by, down }: Sort): string => `${down ? '-' : ''}${by}`

/** The question in an address. What it does not know it leaves out: an old link still opens. */
export function questionIn(params: URLSearchParams): Question {
  const [view, layout, saved] = ['view', 'layout', 'saved'].map(name => params.get(name) ?? '') as [string, string, string]
  const chosen = params.get('columns')
  return {
    view: isOneOf(views)(view) ? view : undefined,
    sort: sortIn(params.get('sort') ?? ''),
    filters: {
      status: listed(params.get('status'), isOneOf(['open' as const, ...(Object.keys(standingLabels) as Standing[])])),
      area: listed(params.get('area'), isCode),
      form: listed(params.get('form'), isOneOf([...legalForms, 'none'] as const)),
      step: listed(params.get('step'), isOneOf(milestones)),
      flag: listed(params.get('flag'), isOneOf(flags)),
      catalyst: listed(params.get('catalyst'), isCode).filter(value => value === 'nobody' || isId(value)),
      service: listed(params.get('service'), isCode),
      serves: listed(params.get('serves'), isCode),
    },
    layout: isOneOf(layouts)(layout) ? layout : 'list',
    columns: chosen === null ? undefined : listed(chosen, isOneOf(columns)),
    saved: isId(saved) ? saved : undefined,
  }
}

/** A question as an address says it; everything else that stands in the address stays. */
export function withQuestion(params: URLSearchParams, { view, sort, filters, layout, columns: chosen, saved }: Question): URLSearchParams {
  const next = new URLSearchParams(params)
  const set = (name: string, value: string | undefined): void => (value ? next.set(name, value) : next.delete(name))
  set('view', view)
  set('sort', sortText(sort) === sortText(usualSort) ? undefined : sortText(sort))
  for (const [name, values] of Object.entries(filters)) set(name, values.join(','))
  set('layout', layout === 'list' ? undefined : layout)
  // No column at all is a choice too.
  if (chosen === undefined) next.delete('columns')
  else next.set('columns', chosen.join(','))
  set('saved', saved)
  return next
}

export const howManyFilters = (filters: Filters): number => Object.values(filters).filter(values => values.length > 0).length

/** The list as it stands before anybody asks for anything. */
export const noQuestion: Question = {
  view: undefined,
  sort: usualSort,
  filters: noFilters,
  layout: 'list',
  columns: undefined,
  saved: undefined,
}

/** A saved view as a question. Its columns follow the view, and stand in the address only once they are changed. */
export const questionOf = (id: string, { view, sort, filters, layout }: Look): Question => ({
  view,
  sort,
  filters,
  layout,
  columns: undefined,
  saved: id,
})

const inOrder = (look: Look): string => {
  const { view, sort, filters, layout, columns: chosen } = look
  const parts = (Object.keys(noFilters) as (keyof Filters)[]).map(name => [...filters[name]].sort())
  return JSON.stringify([view, sort, parts, layout, chosen])
}

/** Whether two looks are the same, whatever the order of their parts. */
export const isSameLook = (a: Look, b: Look): boolean => inOrder(a) === inOrder(b)
