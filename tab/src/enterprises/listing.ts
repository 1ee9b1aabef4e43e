import uFuzzy from '@leeoniya/ufuzzy'
import type { PlainDate } from '#domain/plainDate.ts'
import type { LegalForm, Milestone } from '#domain/vocabulary.ts'
import { legalForms, milestones } from '#domain/vocabulary.ts'
import type { CaseRow, NextStep, Standing } from '#domain/wireSchemas.ts'
import { standingLabels } from '#tab/labels.ts'

/** Which rows the list shows, and in which order. All of it is worked out here from the rows that the server sent once. */

export const views = ['mine', 'all', 'with-cqc', 'check-ins-due', 'stopped'] as const
export type View = (typeof views)[number]

const sorts = ['due', 'name', 'reference'] as const
export type Sort = (typeof sorts)[number]

/** An empty list of a filter lets everything through. */
export type Filters = {
  status: readonly Standing[]
  area: readonly string[]
  form: readonly (LegalForm | 'none')[]
  step: readonly Milestone[]
}

/** What the address of the list says. Search words are not in it: they are names. */
export type Question = { view: View | undefined; sort: Sort; filters: Filters }

export type Viewer = { oid: string; today: PlainDate }

/** Which of the five milestones a step belongs to. */
export const milestoneOfStep = {
  'answer-enquiry': 'idea',
  'agree-idea': 'idea',
  'choose-form': 'constitution',
  constitute: 'constitution',
  'do-cqc-check': 'registration',
  'redo-cqc-check': 'registration',
  'move-registration': 'registration',
  'pay-grant': 'grant',
  'begin-trading': 'two-years',
  'check-in': 'two-years',
  resume: 'two-years',
} as const satisfies Record<NextStep['step'], Milestone>

const ended: readonly Standing[] = ['stopped', 'left-sight']

/** Whether a view holds a row. */
export function isIn(view: View, row: CaseRow, { oid, today }: Viewer): boolean {
  switch (view) {
    case 'mine':
      return row.catalyst === oid
    case 'all':
      return true
    case 'with-cqc':
      return row.marks.some(({ milestone, state }) => milestone === 'registration' && state === 'in-progress')
    case 'check-ins-due':
      return row.next?.step === 'check-in' && row.next.on !== null && row.next.on <= today
    case 'stopped':
      return ended.includes(row.standing)
  }
}

const lets = <T>(chosen: readonly T[], value: T): boolean => chosen.length === 0 || chosen.includes(value)

/** Whether the filters let a row through. */
export function passes({ status, area, form, step }: Filters, row: CaseRow): boolean {
  const at = row.next && milestoneOfStep[row.next.step]
  return (
    lets(status, row.standing) &&
    (area.length === 0 || (row.area !== null && area.includes(row.area))) &&
    lets(form, row.form ?? 'none') &&
    (step.length === 0 || (at !== null && step.includes(at)))
  )
}

// One slip a word is forgiven: "willw" finds Willow, "orchrad" finds Orchard.
const fuzzy = new uFuzzy({ intraMode: 1 })

/** The rows that the words find, by name, place or reference; all of them where nothing was typed. */
export function search(rows: readonly CaseRow[], words: string, placeOf: (area: string) => string): CaseRow[] {
  const needle = uFuzzy.latinize(words.trim())
  if (needle === '') return [...rows]
  const texts = rows.map(({ name, area, reference }) => [name ?? '', area === null ? '' : placeOf(area), reference].join(' '))
  const [found] = fuzzy.search(uFuzzy.latinize(texts), needle, 1)
  const places = new Set(found ?? [])
  return rows.filter((_, place) => places.has(place))
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

const byReference = (a: CaseRow, b: CaseRow): number => collator.compare(a.reference, b.reference)
const byName = (a: CaseRow, b: CaseRow): number => collator.compare(a.name ?? a.reference, b.name ?? b.reference)

/** What has a day comes first, the most overdue before all; then what has waited longest without one; then what has nothing next. */
function byDue(a: CaseRow, b: CaseRow): number {
  const rank = ({ next }: CaseRow): string => (next === null ? '3' : next.on !== null ? `1 ${next.on}` : `2 ${next.since ?? '9999'}`)
  const [first, second] = [rank(a), rank(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

const orders = { due: byDue, name: byName, reference: byReference } satisfies Record<Sort, (a: CaseRow, b: CaseRow) => number>

/** The rows in the order asked for; equal ones by reference. */
export const sorted = (rows: readonly CaseRow[], sort: Sort): CaseRow[] => rows.toSorted((a, b) => orders[sort](a, b) || byReference(a, b))

const listed = <T extends string>(text: string | null, allowed: (value: string) => value is T): T[] =>
  (text ?? '').split(',').filter(value => value !== '' && allowed(value)) as T[]

const isOneOf =
  <T extends string>(list: readonly T[]) =>
  (value: string): value is T =>
    (list as readonly string[]).includes(value)

/** The question in an address. What it does not know it leaves out: an old link still opens. */
export function questionIn(params: URLSearchParams): Question {
  const view = params.get('view') ?? ''
  const sort = params.get('sort') ?? ''
  return {
    view: isOneOf(views)(view) ? view : undefined,
    sort: isOneOf(sorts)(sort) ? sort : 'due',
    filters: {
      status: listed(params.get('status'), isOneOf(Object.keys(standingLabels) as Standing[])),
      area: listed(params.get('area'), (value): value is string => /^[a-z0-9-]{1,40}$/.test(value)),
      form: listed(params.get('form'), isOneOf([...legalForms, 'none'] as const)),
      step: listed(params.get('step'), isOneOf(milestones)),
    },
  }
}

/** A question as an address says it; everything else that stands in the address stays. */
export function withQuestion(params: URLSearchParams, { view, sort, filters }: Question): URLSearchParams {
  const next = new URLSearchParams(params)
  const set = (name: string, value: string | undefined): void => (value ? next.set(name, value) : next.delete(name))
  set('view', view)
  set('sort', sort === 'due' ? undefined : sort)
  for (const [name, values] of Object.entries(filters)) set(name, values.join(','))
  return next
}

export const howManyFilters = (filters: Filters): number => Object.values(filters).filter(values => values.length > 0).length

export const noFilters: Filters = { status: [], area: [], form: [], step: [] }
