import type { Column } from './importColumns.ts'
import type { CellChange } from './importMatch.ts'
import type { Cells } from './importRow.ts'
import type { Person } from './wireSchemas.ts'

const nobody: Person = { name: '', contactName: null, phone: null, email: null, postcode: null }

const personColumns = [
  ['name', 'name'],
  ['contact_name', 'contactName'],
  ['phone', 'phone'],
  ['email', 'email'],
  ['postcode', 'postcode'],
] as const satisfies readonly (readonly [Column, keyof Person])[]

/** The person's row as it is to be, null where it stays, and the cells of it that differ. */
export type PersonPlan = { person: Person | null; changes: CellChange[] }

/**
 * Name and contact details. A cell that is as the last import read it says nothing new.
 * One that changed goes in where the record still has what the last import read; what a person changed since stays.
 */
export function planPerson(cells: Cells, kept: Cells | null, present: Person | null): PersonPlan {
  const differing = personColumns.flatMap(([column, field]) => {
    const [after, last, before] = [cells[column], kept?.[column] ?? '', present?.[field] ?? '']
    return after === undefined || after === last || after === before ? [] : [{ column, field, before, after, stays: before !== last }]
  })
  const changes = differing.map(({ column, before, after, stays }): CellChange => {
    return { column, before, after, becomes: stays ? 'kept-as-a-person-recorded-it' : becomesOf(before, after) }
  })
  const goesIn = differing.filter(({ stays }) => !stays).map(({ field, after }) => [field, after === '' ? null : after])
  return { person: goesIn.length === 0 ? null : { ...(present ?? nobody), ...Object.fromEntries(goesIn) }, changes }
}

const becomesOf = (before: string, after: string): CellChange['becomes'] =>
  before === '' ? 'added' : after === '' ? 'taken-back' : 'replaced'

/** Columns whose words are kept as they are, beside the facts that are read from them. */
const wordColumns = [
  'area',
  'catalyst',
  'services',
  'areas_served',
  'closed_reason',
  'withdrawn_reason',
  'note',
] as const satisfies readonly Column[]

/** Words that differ from those that the last import kept. */
export const planWords = (cells: Cells, kept: Cells): CellChange[] =>
  wordColumns.flatMap(column => {
    const [before, after] = [kept[column] ?? '', cells[column] ?? '']
    return before === after ? [] : [{ column, before, after, becomes: becomesOf(before, after) }]
  })
