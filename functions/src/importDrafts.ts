import type { DbsCheck } from '#domain/dbs.ts'
import { dbsStanding, notRecorded } from '#domain/dbs.ts'
import type { ExistingCase, RowPlan } from '#domain/importPlan.ts'
import type { FileRow } from '#domain/importRows.ts'
import type { Cells } from '#domain/importRow.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { claimKey } from '#functions/commands.ts'
import { dbsChecksOf, removedIn, removedText } from '#functions/dbs.ts'
import { matchChanges } from '#functions/duplicates.ts'
import { copyOf } from '#functions/people.ts'
import type { Change, Found, Partition, PersonRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import type { CaseWrite, Snapshot } from '#functions/writing.ts'

/** What an import writes of one row, and the record that it is held against. */

/** The text row that keeps a row's own cells, beside those that facts point to. It is emptied with them. */
const keptText = 'file'

/** The cases that are there, by reference, with what the file held when an import last wrote them. */
export async function casesOf(world: World, programmeId: Partition): Promise<(reference: string) => ExistingCase | undefined> {
  const { cases } = await world.books.open(programmeId)
  if (cases.size === 0) return () => undefined
  const secret = await world.secret()
  const [people, kept, dbs] = [new Map<string, PersonRow>(), new Map<string, Cells>(), new Map<string, DbsCheck[]>()]
  const removed = new Map<string, string>()
  for await (const page of world.store.list(programmeId, 'person')) for (const { key, row } of page) people.set(key[0] ?? '', row)
  for await (const page of world.store.list(programmeId, 'text')) {
    for (const { key, row } of page) {
      if (key[1] === keptText) kept.set(key[0] ?? '', cellsIn(row.words))
      if (key[1] === removedText) removed.set(key[0] ?? '', row.words)
    }
  }
  for await (const page of world.store.list(programmeId, 'dbs'))
    for (const { key, row } of page) dbs.set(key[0] ?? '', [...(dbs.get(key[0] ?? '') ?? []), row])
  const byReference = new Map([...cases.values()].map(row => [row.reference.toLowerCase(), row]))
  return reference => {
    const found = byReference.get(reference.toLowerCase())
    if (!found) return undefined
    const { caseId } = found
    const dbsRemoved = removedIn(secret, caseId, removed.get(caseId))
    return { ...found, person: people.get(caseId) ?? null, dbsSeen: daysOf(dbs.get(caseId)), dbsRemoved, kept: kept.get(caseId) ?? null }
  }
}

const daysOf = (checks: readonly DbsCheck[] = []): PlainDate[] => checks.map(({ seenOn }) => seenOn)

const cellsIn = (words: string): Cells => JSON.parse(words) as Cells

export type Present = { found: Found<'case'>; existing: ExistingCase; dbs: readonly DbsCheck[] }

export async function caseAt(
  world: World,
  programmeId: Partition,
  { read }: Snapshot,
  { reference }: FileRow,
): Promise<Present | undefined> {
  const claim = reference === null ? undefined : await read('claim', claimKey(reference))
  const found = claim && (await read('case', [claim.row.caseId]))
  if (!found) return undefined
  const { caseId } = found.row
  const [person, text, removed, dbs] = await Promise.all([
    read('person', [caseId, 'main']),
    read('text', [caseId, keptText]),
    read('text', [caseId, removedText]),
    dbsChecksOf(world.store, programmeId, caseId),
  ])
  const dbsRemoved = removedIn(await world.secret(), caseId, removed?.row.words)
  const kept = text ? cellsIn(text.row.words) : null
  const existing = { ...found.row, person: person?.row ?? null, dbsSeen: daysOf(dbs), dbsRemoved, kept }
  return { found, existing, dbs }
}

type RowDraft = { caseWrite: CaseWrite; changes: Change[]; before: PersonRow | null; after: PersonRow | null }

/** Who brings the file in, and the ids of what is new. */
type Bringing = { newId: () => string; by: string }

/** All that a spreadsheet says of a DBS check: somebody saw it, on that day. */
const dbsCheckOf = (id: string, seenOn: PlainDate, seenBy: string): DbsCheck => ({
  id,
  of: 'owner',
  level: notRecorded,
  issuedOn: null,
  seenOn,
  seenBy,
  decision: notRecorded,
  lookAgainOn: null,
})

/** What one row writes: its case, and the rows beside it that can be emptied. `after` is null where the person stays as they were. */
export function draftOf(plan: RowPlan, present: Present | undefined, { newId, by }: Bringing): RowDraft {
  const { person, texts, kept } = plan
  const caseId = present?.existing.caseId ?? newId()
  const reference = present?.existing.reference ?? plan.reference ?? ''
  const changes: Change[] = texts.map(({ textId, words }) => ({ put: 'upsert', kind: 'text', key: [caseId, textId], row: { words } }))
  if (kept) changes.push({ put: 'upsert', kind: 'text', key: [caseId, keptText], row: { words: JSON.stringify(kept) } })
  if (person) changes.push({ put: 'upsert', kind: 'person', key: [caseId, 'main'], row: person })
  if (!present) changes.push({ put: 'insert', kind: 'claim', key: [...claimKey(reference)], row: { caseId } })
  const seen = plan.dbsSeenOn && dbsCheckOf(newId(), plan.dbsSeenOn, by)
  if (seen) changes.push({ put: 'upsert', kind: 'dbs', key: [caseId, seen.id], row: seen })
  const before = present?.found.row.private ?? null
  const copy = person ? copyOf(person, before) : before
  const shown = seen ? { ...(copy ?? { name: '' }), dbs: dbsStanding([...(present?.dbs ?? []), seen]) } : copy
  const caseWrite = { caseId, reference, found: present?.found, added: plan.facts, ...((person || seen) && shown && { private: shown }) }
  return { caseWrite, changes, before: present?.existing.person ?? null, after: person }
}

export const matchesFor = async (
  world: World,
  read: Snapshot['read'],
  programmeId: Partition,
  { caseWrite: { caseId }, before, after }: RowDraft,
): Promise<Change[]> => (after ? matchChanges(world, read, { programmeId, caseId, before, after }) : [])
