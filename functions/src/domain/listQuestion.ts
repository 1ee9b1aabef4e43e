import type { Flag } from './flags.ts'
import type { PlainDate } from './plainDate.ts'
import type { LegalForm, Milestone } from './vocabulary.ts'
import type { CaseRow, NextStep, Standing } from './wireSchemas.ts'

/** Which rows of the list are asked for, and in which order: the same rule for the page and for the file that is taken away. */

/** The ways of looking at the list that everybody has. */
export const views = ['mine', 'all', 'stuck', 'with-cqc', 'check-ins-due', 'stopped'] as const
export type View = (typeof views)[number]

/** What the list can be sorted by. Each has the order in which one reads it; `down` turns it round. */
export const sorts = ['contact', 'name', 'reference', 'step', 'heard', 'enquired', 'trading'] as const
export type SortBy = (typeof sorts)[number]
export type Sort = { by: SortBy; down: boolean }

/** The columns that one chooses. The enterprise itself stands before them all. */
export const columns = ['marks', 'step', 'contact', 'flags', 'heard', 'enquired', 'trading', 'status', 'phone'] as const
export type Column = (typeof columns)[number]

/** The columns until one chooses others. */
export const usualColumns: readonly Column[] = ['marks', 'step', 'contact', 'flags']

/** The list as rows, or as a board by the furthest milestone. */
export const layouts = ['list', 'board'] as const
export type Layout = (typeof layouts)[number]

/** Where a record stands, as one filters by it: `open` is every standing that is not an end. */
export type StandingFilter = Standing | 'open'

/** What lets a row through. An empty list lets everything through; `nobody` is a record without a catalyst. */
export type Filters = {
  status: readonly StandingFilter[]
  area: readonly string[]
  form: readonly (LegalForm | 'none')[]
  step: readonly Milestone[]
  flag: readonly Flag[]
  catalyst: readonly string[]
  /** What they offer, and where they work: any of these. */
  service: readonly string[]
  serves: readonly string[]
}

export const noFilters: Filters = { status: [], area: [], form: [], step: [], flag: [], catalyst: [], service: [], serves: [] }

/** The list as one asks for it. Search words are not in it: they are names. */
export type ListQuestion = { view: View; sort: Sort; filters: Filters }

/** Who asks, and on which day. */
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
const closed: readonly Standing[] = [...ended, 'advised-only', 'declined']

/** Whether a record is still worked on. */
export const isOpen = ({ standing }: Pick<CaseRow, 'standing'>): boolean => !closed.includes(standing)

/** Whether a view holds a row. */
export function isIn(view: View, row: CaseRow, { oid, today }: Viewer): boolean {
  switch (view) {
    case 'mine':
      return row.catalyst === oid
    case 'all':
      return true
    case 'stuck':
      return row.flags.some(({ flag }) => flag === 'stuck')
    case 'with-cqc':
      return row.marks.some(({ milestone, state }) => milestone === 'registration' && state === 'in-progress')
    case 'check-ins-due':
      return row.next?.step === 'check-in' && row.next.on !== null && row.next.on <= today
    case 'stopped':
      return ended.includes(row.standing)
  }
}

const lets = <T>(chosen: readonly T[], value: T): boolean => chosen.length === 0 || chosen.includes(value)

const letsAny = <T>(chosen: readonly T[], values: readonly T[]): boolean =>
  chosen.length === 0 || values.some(value => chosen.includes(value))

/** Whether the filters let a row through: those of one kind widen, those of two kinds narrow. */
export function passes({ status, area, form, step, flag, catalyst, service, serves }: Filters, row: CaseRow): boolean {
  const at = row.next && milestoneOfStep[row.next.step]
  return (
    (lets(status, row.standing) || (status.includes('open') && isOpen(row))) &&
    (area.length === 0 || (row.area !== null && area.includes(row.area))) &&
    lets(form, row.form ?? 'none') &&
    (step.length === 0 || (at !== null && step.includes(at))) &&
    (flag.length === 0 || row.flags.some(each => flag.includes(each.flag))) &&
    lets(catalyst, row.catalyst ?? 'nobody') &&
    letsAny(service, row.services) &&
    letsAny(serves, row.areasServed)
  )
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const last = '9999'

const orders: Record<SortBy, (a: CaseRow, b: CaseRow) => number> = {
  // What has a day comes first, the most overdue before all; then what has waited longest without one; then what has nothing next.
  contact: (a, b) => compare(contactPlace(a), contactPlace(b)),
  name: (a, b) => collator.compare(a.name ?? a.reference, b.name ?? b.reference),
  reference: (a, b) => collator.compare(a.reference, b.reference),
  // The longest in its step first, and those not heard of for longest.
  step: (a, b) => compare(a.next ? (a.next.since ?? last) : `${last} ~`, b.next ? (b.next.since ?? last) : `${last} ~`),
  heard: (a, b) => compare(a.lastContactOn ?? '', b.lastContactOn ?? ''),
  enquired: (a, b) => compare(b.enquiredOn ?? '', a.enquiredOn ?? ''),
  trading: (a, b) => compare(b.tradingFrom ?? '', a.tradingFrom ?? ''),
}

const contactPlace = ({ next, nextContactOn, nextContactAt }: CaseRow): string =>
  nextContactOn !== null ? `1 ${nextContactOn} ${nextContactAt ?? '99:99'}` : next === null ? '3' : `2 ${next.since ?? last}`

/** The rows in the order asked for; equal ones by reference, whichever way the order is turned. */
export function sorted(rows: readonly CaseRow[], { by, down }: Sort): CaseRow[] {
  const order = orders[by]
  return rows.toSorted((a, b) => (down ? order(b, a) : order(a, b)) || orders.reference(a, b))
}

/** The rows that a question asks for, in its order. */
export const asked = (rows: readonly CaseRow[], { view, sort, filters }: ListQuestion, viewer: Viewer): CaseRow[] =>
  sorted(
    rows.filter(row => isIn(view, row, viewer) && passes(filters, row)),
    sort,
  )
