import { newlyImpossible } from './decide.ts'
import type { Fact, Happening, NewFact, NewHappening } from './facts.ts'
import { isHappening } from './facts.ts'
import { fold } from './fold.ts'
import type { Column, MoneyColumn } from './importColumns.ts'
import { moneyColumns } from './importColumns.ts'
import type { RowContext, RowFacts } from './importFacts.ts'
import { columnAbout, dbsSeenOn, factsOf, reasonOf } from './importFacts.ts'
import type { CellChange, Matched, Standing } from './importMatch.ts'
import { isSame, matchSlot, whatStands } from './importMatch.ts'
import type { PersonPlan } from './importPerson.ts'
import { planPerson, planWords } from './importPerson.ts'
import type { FileRows, FileRow } from './importRows.ts'
import { keptCells } from './importRows.ts'
import type { Cells, Remark, RowValues } from './importRow.ts'
import { readRow } from './importRow.ts'
import type { Slot } from './importSlots.ts'
import { cellsOf, columnsOfSlot, slots } from './importSlots.ts'
import { impossibleInWords } from './importImpossible.ts'
import { look } from './importWords.ts'
import { known } from './known.ts'
import type { PlainDate } from './plainDate.ts'
import { originOf } from './supportCase.ts'
import type { Person } from './wireSchemas.ts'

/** A case that has the reference of a row already. `kept` is what the file held when an import last wrote it. */
export type ExistingCase = {
  caseId: string
  reference: string
  facts: readonly Fact[]
  /** Null where the person's details were removed. */
  person: Person | null
  /** The days on which the DBS checks on record were seen. */
  dbsSeen: readonly PlainDate[]
  /** Whether a check seen on this day, or on any where none is given, was on record and was removed. */
  dbsRemoved: (seenOn?: PlainDate) => boolean
  kept: Cells | null
}

/** What an import is planned against. */
export type PlanContext = Pick<RowContext, 'today' | 'areas' | 'areaCalled' | 'members' | 'endingOf' | 'established' | 'someLeftOut'> & {
  /** Money columns whose unit nobody said. */
  guessed: readonly MoneyColumn[]
  newId: () => string
  /** The references of those on record who may be this person. Left out, nobody is looked for. */
  alike?: (person: Person) => readonly string[]
}

/** What becomes of one row. */
export type RowPlan = {
  row: number
  reference: string | null
  name: string | null
  /** `bad` rows stay out; `same` rows change nothing. */
  outcome: 'fresh' | 'changed' | 'same' | 'bad'
  cells: Cells
  facts: readonly NewFact[]
  /** The person's row as it is to be; null where it stays as it is. */
  person: Person | null
  /** The day of a DBS check that the file says was seen and that is not on record; null where there is none. */
  dbsSeenOn: PlainDate | null
  /** Words that facts point to. */
  texts: readonly { textId: string; words: string }[]
  /** The row's own cells, kept beside so that a later file can be compared; null where nothing is kept. */
  kept: Cells | null
  changes: readonly CellChange[]
  remarks: readonly Remark[]
}

/** Plans every row of a file against the cases that are there, each found by its reference. */
export const planImport = (
  fileRows: FileRows,
  context: PlanContext,
  existing: (reference: string) => ExistingCase | undefined,
): RowPlan[] => fileRows.rows.map(row => planRow(row, context, row.reference === null ? undefined : existing(row.reference)))

/**
 * What one row would do: the facts it adds, the words beside them, and what differs.
 * A column that the file does not have stays as an import last read it.
 */
export function planRow(row: FileRow, context: PlanContext, existing: ExistingCase | undefined): RowPlan {
  const cells = existing?.kept ? { ...existing.kept, ...settled(row.cells, existing.kept, context.guessed) } : row.cells
  const plan = { row: row.row, reference: row.reference, name: row.cells.name || null, cells, ...empty }
  if (row.remarks.some(({ column }) => column === null)) return { ...plan, remarks: row.remarks }
  const read = readRow(cells, context.today)
  if (!read.values) return { ...plan, remarks: [...row.remarks, ...read.remarks] }
  const wrong = read.remarks.filter(({ severity }) => severity === 'error')
  const standing = existing && whatStands(existing.facts)
  const values = existing ? { ...read.values, reference: existing.reference } : read.values
  const { facts, remarks } = factsOf(values, rowContext(values, cells, context, existing, standing), wrong.length === 0)
  // What follows from a cell that cannot be read is no second fault; what is wrong beside it is told as well.
  const beside = remarks.filter(({ severity, column }) => severity === 'error' && !wrong.some(each => each.column === column))
  if (wrong.length > 0) return { ...plan, remarks: [...row.remarks, ...wrong, ...beside] }
  const said = [...row.remarks, ...remarks.filter(remark => isOfThisFile(remark, row.cells, cells))]
  if (said.some(({ severity }) => severity === 'error')) return { ...plan, remarks: said }
  const worded = withTexts(facts, values, context, existing, standing)
  return existing && standing
    ? planAgain({ ...plan, remarks: said }, worded, values, existing, standing, context)
    : planFresh({ ...plan, remarks: said }, worded, values, context)
}

/** What an earlier file held and this one does not was looked at then. A column of journeys that is not there is said once, of the file. */
const isOfThisFile = ({ severity, column, saying }: Remark, inFile: Cells, cells: Cells): boolean =>
  severity === 'error' || !column || inFile[column] !== undefined || (!cells[column] && saying.kind !== 'journey-guessed')

const empty = { outcome: 'bad' as const, facts: [], person: null, dbsSeenOn: null, texts: [], kept: null, changes: [] }
type Begun = RowPlan
type Standings = (slot: Slot) => Standing

/** Where nobody said whether small amounts are pounds or pence, what was settled before stands for the same number. */
function settled(cells: Cells, kept: Cells, guessed: readonly MoneyColumn[]): Cells {
  const bare = (cell: string | undefined) => cell?.replace('£', '')
  const asBefore = moneyColumns.filter(column => guessed.includes(column) && kept[column] && bare(kept[column]) === bare(cells[column]))
  return { ...cells, ...Object.fromEntries(asBefore.map(column => [column, kept[column]])) }
}

function rowContext(
  values: RowValues,
  cells: Cells,
  context: PlanContext,
  existing: ExistingCase | undefined,
  standing: Standings | undefined,
): RowContext {
  const { ours = [], theirs = [] } = standing?.('trading') ?? {}
  const began = [...theirs, ...ours].find(fact => fact.kind === 'trading-began')
  const grant = standing?.('grant').ours.find(fact => fact.kind === 'grant-decided')
  const open = values.journey === 'established' || cells.journey === undefined
  const origin = existing && open ? originOf(fold(known(existing.facts))) : undefined
  return {
    ...context,
    enquiryStandsOn: standing?.('enquired').theirs.at(-1)?.happenedOn,
    origin: origin === 'spin-out' ? 'existing' : origin,
    followedFrom: began?.kind === 'trading-began' ? began.data.followedFrom : undefined,
    grantId: grant?.kind === 'grant-decided' ? grant.data.grantId : values.grantPence ? context.newId() : '',
  }
}

/** Points the enquiry to the note of the row, and the ending to the reason, in rows that can be emptied. */
function withTexts(
  facts: RowFacts,
  values: RowValues,
  { newId }: PlanContext,
  existing: ExistingCase | undefined,
  standing: Standings | undefined,
): RowFacts {
  if (existing && !existing.person) return facts
  const pointed = (slot: 'enquired' | 'stopped', words: string | undefined): NewHappening[] =>
    (facts.get(slot) ?? []).map(fact => {
      const textId = textIdOf(standing?.(slot).ours.at(-1)) ?? (words === undefined ? undefined : newId())
      return textId === undefined ? fact : ({ ...fact, data: { ...fact.data, textId } } as NewHappening)
    })
  return new Map([...facts, ['enquired', pointed('enquired', values.note)], ['stopped', pointed('stopped', reasonOf(values)?.words)]])
}

const textIdOf = (fact: NewHappening | Happening | undefined): string | undefined =>
  fact && 'textId' in fact.data ? fact.data.textId : undefined

/** The words behind the entries that are pointed to. */
function textsOf(facts: RowFacts, values: RowValues, pointsTo: (slot: Slot, textId: string) => boolean): RowPlan['texts'] {
  const words = { enquired: values.note, stopped: reasonOf(values)?.words }
  return (['enquired', 'stopped'] as const).flatMap(slot => {
    const textId = textIdOf(facts.get(slot)?.[0])
    return textId !== undefined && pointsTo(slot, textId) ? [{ textId, words: words[slot] ?? '' }] : []
  })
}

function planFresh(plan: Begun, facts: RowFacts, values: RowValues, { alike = () => [] }: PlanContext): RowPlan {
  const { person } = planPerson(plan.cells, null, null)
  const same = person ? alike(person) : []
  const all = slots.flatMap(slot => facts.get(slot) ?? [])
  return {
    ...plan,
    outcome: 'fresh',
    facts: all,
    person,
    dbsSeenOn: dbsSeenOn(values) ?? null,
    texts: textsOf(facts, values, () => true),
    kept: keptCells(plan.cells),
    remarks: [
      ...plan.remarks,
      ...same.map((reference): Remark => ({ severity: 'warning', column: 'name', saying: look.maybeSame(reference) })),
    ],
  }
}

function planAgain(
  plan: Begun,
  facts: RowFacts,
  values: RowValues,
  existing: ExistingCase,
  standing: Standings,
  context: PlanContext,
): RowPlan {
  const matched = new Map(slots.map(slot => [slot, matchRow(slot, plan.cells, facts, standing(slot), existing.kept)]))
  const add = inOrder([...matched.values()].flatMap(each => each.add))
  const impossible = add.length > 0 ? newlyImpossible(existing.facts, add) : undefined
  if (impossible) {
    const column = columnAbout(impossible, [...facts.values()].flat(), values)
    return { ...plan, remarks: [...plan.remarks, { severity: 'error', column, saying: impossibleInWords(impossible) }] }
  }
  const shown = [...matched.values()].flatMap(each => each.shown.flatMap(change => cellChanges(change, values, context)))
  const person: PersonPlan = existing.person ? planPerson(plan.cells, existing.kept, existing.person) : { person: null, changes: [] }
  const words = existing.person && existing.kept ? planWords(plan.cells, existing.kept) : []
  const dbs = newDbs(values, existing)
  const changes = onceAColumn([...shown, ...person.changes, ...words])
  const changed = add.length > 0 || person.person !== null || words.length > 0 || dbs !== null
  const remarks = [...plan.remarks, ...standingRemarks(existing)]
  if (!changed) return { ...plan, outcome: 'same', changes, remarks }
  const pointsTo = (slot: Slot, textId: string) =>
    (matched.get(slot)?.add ?? []).some(fact => JSON.stringify(fact.data).includes(textId)) ||
    textIdOf(standing(slot).ours.at(-1)) === textId
  return {
    ...plan,
    outcome: 'changed',
    facts: add,
    person: person.person,
    dbsSeenOn: dbs,
    texts: existing.person ? textsOf(facts, values, pointsTo) : [],
    kept: existing.person ? keptCells(plan.cells) : null,
    changes,
    remarks,
  }
}

/**
 * A DBS check of the file that is not on record. One without a day says nothing new where any is or was there; one that somebody removed does
 * not come back; who was emptied stays empty.
 */
function newDbs(values: RowValues, { person, dbsSeen, dbsRemoved }: ExistingCase): PlainDate | null {
  const seenOn = dbsSeenOn(values)
  if (!seenOn || !person) return null
  const isKnown = typeof values.dbs === 'string' ? dbsSeen.includes(seenOn) || dbsRemoved(seenOn) : dbsSeen.length > 0 || dbsRemoved()
  return isKnown ? null : seenOn
}

/** Corrections come first, so that what is taken back is gone before anything takes its place. */
const inOrder = (facts: readonly NewFact[]): NewFact[] => [...facts.filter(fact => !isHappening(fact)), ...facts.filter(isHappening)]

function standingRemarks({ facts, person, kept }: ExistingCase): Remark[] {
  if (!person) return [{ severity: 'warning', column: 'name', saying: look.emptied() }]
  const byHand = !kept && !facts.some(({ via }) => via === 'import')
  return byHand ? [{ severity: 'warning', column: 'ref', saying: look.byHand() }] : []
}

/** One slot of a row. A slot of whose columns the file has none stays as it is, and so does a worker whom we no longer know by that name. */
function matchRow(slot: Slot, cells: Cells, facts: RowFacts, standing: Standing, kept: Cells | null): Matched {
  const wanted = facts.get(slot) ?? []
  const sameName = slot === 'assigned' && Boolean(cells.catalyst) && cells.catalyst === kept?.catalyst
  const stays = sameName || columnsOfSlot[slot].every(column => cells[column] === undefined)
  if (wanted.length === 0 && stays) return { add: [], shown: [] }
  const matched = matchSlot(slot, wanted, standing)
  // An entry of an older import is taken back: what it said stands in a row of its own by now. The report does not say it again.
  if (slot === 'dbs') return { ...matched, shown: [] }
  const [fact, ours] = [wanted[0], standing.ours.at(-1)]
  const pointsNowhere = fact && ours && isSame(fact, ours) && textIdOf(fact) !== undefined && textIdOf(ours) === undefined
  if (!pointsNowhere || matched.add.length > 0) return matched
  const { happenedOn, data } = fact
  return { add: [{ kind: 'replace', data: { of: ours.id, reason: 'file-changed', happenedOn, data } }], shown: matched.shown }
}

function cellChanges({ before, after, becomes }: Matched['shown'][number], values: RowValues, { members }: PlanContext): CellChange[] {
  const labelOf = (oid: string) => members.find(member => member.oid === oid)?.label ?? 'someone else'
  const [was, is] = [before, after].map(fact => (fact ? cellsOf(fact, labelOf) : {})) as [Cells, Cells]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])] as Column[]
  return names.flatMap(name => {
    const change = { before: was[name] ?? '', after: is[name] ?? '', becomes }
    return change.before === change.after ? [] : [{ column: endingColumn(name, values), ...change }]
  })
}

/** An ending that the file gives as a withdrawal is shown in those columns. */
function endingColumn(column: Column, { closedOn, withdrawnOn }: RowValues): Column {
  if (closedOn || !withdrawnOn) return column
  return column === 'closed_date' ? 'withdrawn_date' : column === 'closed_reason' ? 'withdrawn_reason' : column
}

const onceAColumn = (changes: readonly CellChange[]): CellChange[] =>
  changes.filter((change, place) => changes.findIndex(({ column }) => column === change.column) === place)
