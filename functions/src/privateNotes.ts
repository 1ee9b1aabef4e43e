import type { NewPrivateNote, OpenedNote, PrivateNotes } from '#domain/privateNoteSchemas.ts'
import { newPrivateNoteSchema, openedNoteSchema, privateNotesSchema } from '#domain/privateNoteSchemas.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { reaches } from '#functions/access.ts'
import { admitToCase, catalystOf } from '#functions/caseReading.ts'
import { keyOf } from '#functions/commands.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow, PrivateNoteRow, Store } from '#functions/store.ts'
import { StoreUnavailable } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { now, today } from '#functions/world.ts'
import { write } from '#functions/writing.ts'
import * as z from 'zod'

const path = 'api/v1/programmes/{p}/cases/{c}/private-notes'

/**
 * Private notes, such as on safeguarding: rows of their own, in no entry, search, export or notice. The log says that one was written
 * and not on whom. To those who may not open a note it is not there; each opening is on record.
 */
export const privateNoteRoutes = (world: World): Route[] => [
  route({
    name: 'api-private-notes',
    method: 'GET',
    path,
    needs: 'private-notes.write',
    summary: 'Which private notes I may open',
    answer: { status: 200, schema: privateNotesSchema },
    handle: asked => list(world, asked),
  }),
  route({
    name: 'api-private-note-write',
    method: 'POST',
    path,
    needs: 'private-notes.write',
    summary: 'Write a private note',
    body: newPrivateNoteSchema,
    answer: { status: 201, schema: privateNotesSchema },
    handle: asked => add(world, asked),
  }),
  route({
    name: 'api-private-note-open',
    method: 'POST',
    path: `${path}/{id}/opening`,
    needs: 'private-notes.write',
    summary: 'Open a private note; that it was opened is on record',
    body: z.strictObject({}),
    answer: { status: 200, schema: openedNoteSchema },
    handle: asked => open(world, asked),
  }),
]

type Notes = { admitted: Admitted; row: CaseRow; safeguardingPhone: string; notes: readonly PrivateNoteRow[] }

/** The notes of a record that this person may open: their own, and all of them for those who answer for safeguarding. */
async function notesFor(world: World, asked: Asked): Promise<Result<Notes, Refusal>> {
  const admission = await admitToCase(world.store, asked, () => 'private-notes.write')
  if (!admission.ok) return admission
  const { admitted, found } = admission.value
  const { safeguardingPhone } = settingsAt(admitted.versions, today(world)).names
  // Who is worried must know whom to ring: without a number nothing is written here.
  if (!safeguardingPhone) return refused({ kind: 'no-safeguarding-number' })
  const all = await notesOf(world.store, admitted.programmeId, found.row.caseId)
  const opensAll = reaches(admitted, 'private-notes.open', catalystOf(found.row))
  const notes = all.filter(({ writtenBy }) => opensAll || writtenBy === asked.caller.oid)
  return ok({ admitted, row: found.row, safeguardingPhone, notes })
}

async function notesOf(store: Store, programmeId: string, caseId: string): Promise<PrivateNoteRow[]> {
  const notes: PrivateNoteRow[] = []
  for await (const page of store.list(programmeId, 'privateNote', { startsWith: [caseId] })) notes.push(...page.map(({ row }) => row))
  return notes.sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1))
}

const bodyOf = ({ safeguardingPhone, notes }: Pick<Notes, 'safeguardingPhone' | 'notes'>): PrivateNotes => ({
  safeguardingPhone,
  notes: notes.map(({ id, writtenBy, writtenAt }) => ({ id, writtenBy, writtenAt })),
})

async function list(world: World, asked: Asked): Promise<Result<Answer, Refusal>> {
  const found = await notesFor(world, asked)
  return found.ok ? ok({ body: bodyOf(found.value) }) : found
}

async function add(world: World, asked: Asked<unknown, NewPrivateNote>): Promise<Result<Answer, Refusal>> {
  const found = await notesFor(world, asked)
  if (!found.ok) return found
  const { admitted, row } = found.value
  const { programmeId } = admitted
  const key = await keyOf(world, asked, ['private-note', programmeId, row.caseId, asked.body])
  if (!key.ok) return key
  const request = { partition: programmeId, command: 'write-private-note', by: asked.caller.oid, via: 'person' as const, key: key.value }
  const note: PrivateNoteRow = { id: world.writer.newId(), words: asked.body.words, writtenBy: asked.caller.oid, writtenAt: now(world) }
  const written = await write<Refusal>(world.writer, request, async () =>
    ok({ cases: [], changes: [{ put: 'insert', kind: 'privateNote', key: [row.caseId, note.id], row: note }] }),
  )
  if (!written.ok) return written
  const after = await notesFor(world, asked)
  return after.ok ? ok({ status: 201, body: bodyOf(after.value) }) : after
}

const unlessUnavailable = (error: unknown): void => {
  if (!(error instanceof StoreUnavailable)) throw error
}

async function open(world: World, asked: Asked): Promise<Result<Answer, Refusal>> {
  const found = await notesFor(world, asked)
  if (!found.ok) return found
  const { admitted, row, notes } = found.value
  const note = notes.find(({ id }) => id === asked.params['id'])
  if (!note) return refused({ kind: 'not-found' })
  const { programmeId } = admitted
  const access = { what: 'private-note' as const, by: asked.caller.oid, at: now(world), caseId: row.caseId, noteId: note.id }
  const change = { put: 'insert', kind: 'access', key: [today(world), world.writer.newId()], row: access } as const
  // A reading that cannot be put on record is still a reading: whoever worries is not kept waiting by it.
  await world.store.commit(programmeId, [change]).catch(unlessUnavailable)
  const body: OpenedNote = { id: note.id, writtenBy: note.writtenBy, writtenAt: note.writtenAt, words: note.words }
  return ok({ body })
}
