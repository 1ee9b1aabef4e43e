import type { Fact, NewFact, NewHappening } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import { fold } from '#domain/fold.ts'
import type { Column } from '#domain/importColumns.ts'
import type { ExistingCase, PlanContext, RowPlan } from '#domain/importPlan.ts'
import { planImport } from '#domain/importPlan.ts'
import type { FileRows, Sheet } from '#domain/importRows.ts'
import { rowsOfFile } from '#domain/importRows.ts'
import type { ImportAnswers } from '#domain/importSchemas.ts'
import { known } from '#domain/known.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { day, instantAt } from '#domain/plainDate.ts'
import type { SupportCase } from '#domain/supportCase.ts'
import type { Ending } from '#domain/vocabulary.ts'

export const importDay = day('2018-06-30')
export const priya = '11111111-1111-4111-8111-111111111111'
const lead = '22222222-2222-4222-8222-222222222222'

/** One row of a file: a new enterprise that got in touch on 6 January 2014. */
export const someone: Partial<Record<Column, string>> = { ref: '0147', name: 'Moor Company', journey: 'new', enquiry_date: '2014-01-06' }

/** A sheet of rows given by column; columns that no row names are not in the file. */
export function sheet(...rows: Record<string, string>[]): Sheet {
  const headings = [...new Set(rows.flatMap(row => Object.keys(row)))]
  return { headings, rows: rows.map((row, place) => ({ row: place + 2, cells: headings.map(heading => row[heading] ?? '') })), said: [] }
}

type Asked = {
  answers?: ImportAnswers
  existing?: readonly ExistingCase[]
  today?: PlainDate
  endingOf?: (words: string) => Ending | undefined
  label?: string
}

/** A file that has the columns it must have. */
export function rowsRead(file: Sheet, { answers = {}, endingOf = () => undefined }: Asked = {}): FileRows {
  const read = rowsOfFile(file, answers, endingOf)
  if (!read.ok) throw new Error(`columns missing: ${read.refusal.missing.join(', ')}`)
  return read.value
}

let ids = 0
/** A new id each time, all different. */
const nextId = (): string => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`

export function contextOf(read: FileRows, { answers = {}, today = importDay, label = 'Priya' }: Asked = {}): PlanContext {
  return {
    today,
    areas: ['levels', 'moors'],
    areaCalled: new Map([['upper-moors', 'moors']]),
    members: [{ oid: priya, label }],
    endingOf: read.endingOf,
    established: answers.established,
    someLeftOut: answers.stopped === 'some' || answers.stopped === 'unsure',
    guessed: read.guessed,
    newId: nextId,
  }
}

/** The plans of a whole file. */
export function plansOf(file: Sheet, asked: Asked = {}): RowPlan[] {
  const read = rowsRead(file, asked)
  return planImport(read, contextOf(read, asked), reference =>
    (asked.existing ?? []).find(each => each.reference.toLowerCase() === reference.toLowerCase()),
  )
}

/** The plan of a file of one row. */
export function planOf(row: Record<string, string>, asked: Asked = {}): RowPlan {
  const [plan] = plansOf(sheet(row), asked)
  return planned(plan)
}

const planned = (plan: RowPlan | undefined): RowPlan => {
  if (!plan) throw new Error('no row')
  return plan
}

/** What a row says besides the enquiry and its answer, ids left off. */
export const factsOf = (plan: RowPlan | undefined): unknown[] =>
  planned(plan)
    .facts.filter(({ kind }) => kind !== 'enquired' && kind !== 'accepted')
    .map(fact => ('happenedOn' in fact ? [fact.kind, fact.happenedOn, withoutIds(fact.data)] : [fact.kind, withoutIds(fact.data)]))

const withoutIds = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([name, value]) => !['textId', 'grantId'].includes(name) && value !== undefined))

/** What a plan says is wrong, and what it says is worth a look, by column. */
export const errorsOf = (plan: RowPlan | undefined): unknown[] => saidOf(plan, 'error')
export const warningsOf = (plan: RowPlan | undefined): unknown[] => saidOf(plan, 'warning')
const saidOf = (plan: RowPlan | undefined, wanted: 'error' | 'warning') =>
  planned(plan)
    .remarks.filter(({ severity }) => severity === wanted)
    .map(({ column, saying }) => [column, saying.what])

/** The case as it stands once a plan has been written: the import's facts after those that were there. */
export function written(plan: RowPlan, before?: ExistingCase): ExistingCase {
  return {
    caseId: before?.caseId ?? nextId(),
    reference: before?.reference ?? plan.reference ?? '',
    facts: [...(before?.facts ?? []), ...recorded(plan.facts, 'import', before?.facts)],
    person: plan.person ?? before?.person ?? null,
    dbsSeen: [...(before?.dbsSeen ?? []), ...(plan.dbsSeenOn ? [plan.dbsSeenOn] : [])],
    dbsRemoved: before?.dbsRemoved ?? (() => false),
    kept: plan.kept ?? before?.kept ?? null,
  }
}

/** A case after a person recorded these facts on it. */
export const recordedBy = (before: ExistingCase, ...facts: NewFact[]): ExistingCase => ({
  ...before,
  facts: [...before.facts, ...recorded(facts, 'person', before.facts)],
})

function recorded(facts: readonly NewFact[], via: 'person' | 'import', before: readonly Fact[] = []): Fact[] {
  const n = before.reduce((last, fact) => Math.max(last, fact.n), 0) + 1
  return record(facts, { n, recordedAt: instantAt(n * 1_000), recordedBy: lead, via })
}

/** The case that a record amounts to. */
export const standsAs = ({ facts }: ExistingCase): SupportCase => fold(known(facts))

/** The fact of a kind that counts now. */
export function standing(of: ExistingCase, kind: NewHappening['kind']): Fact {
  const fact = known(of.facts).findLast(each => each.kind === kind)
  if (!fact) throw new Error(`no ${kind}`)
  return fact
}
