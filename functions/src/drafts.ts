import { isToBeSwept, longestDraft, readFormId } from '#domain/draft.ts'
import type { DraftList, KeptDraft } from '#domain/draftSchemas.ts'
import { draftListSchema, draftSchema, keepDraftSchema, keptSchema } from '#domain/draftSchemas.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { admit, personKey } from '#functions/access.ts'
import { admitToCase } from '#functions/caseReading.ts'
import type { Caller } from '#functions/caller.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { DraftRow, Key, Partition, Store } from '#functions/store.ts'
import { directory } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { now } from '#functions/world.ts'
import * as z from 'zod'

const path = 'api/v1/programmes/{p}/drafts/{form}'

/**
 * What was typed and not yet saved. It is its writer's only: it does not go through the log, nobody else can ask for it,
 * and the newest words stand. In meeting view, with the screen on the wall, what was typed before is neither shown nor written over.
 */
export const draftRoutes = (world: World): Route[] => [
  route({
    name: 'api-drafts-list',
    method: 'GET',
    path: 'api/v1/programmes/{p}/drafts',
    needs: 'drafts.keep',
    summary: 'The forms that I typed into and did not save',
    answer: { status: 200, schema: draftListSchema },
    handle: async ({ caller, params }) => {
      const admitted = await admit(world.store, caller, params['p'] ?? '', 'drafts.keep')
      return admitted.ok ? ok({ body: await draftsOf(world.store, admitted.value.programmeId, caller) }) : admitted
    },
  }),
  route({
    name: 'api-draft',
    method: 'GET',
    path,
    needs: 'drafts.keep',
    summary: 'What I typed into a form and did not save',
    answer: { status: 200, schema: draftSchema },
    handle: asked => find(world, asked),
  }),
  route({
    name: 'api-draft-keep',
    method: 'PUT',
    path,
    needs: 'drafts.keep',
    summary: 'Keep what I typed into a form',
    body: keepDraftSchema,
    answer: { status: 200, schema: keptSchema },
    handle: asked => keep(world, asked),
  }),
  route({
    name: 'api-draft-drop',
    method: 'DELETE',
    path,
    needs: 'drafts.keep',
    summary: 'Throw away what I typed into a form',
    answer: { status: 200, schema: z.object({}) },
    handle: async asked => {
      const mine = await myDraft(world.store, asked)
      if (!mine.ok) return mine
      if (mine.value.isHeldBack) return ok({})
      // What is not there is gone already.
      await world.store.commit(mine.value.programmeId, [{ put: 'delete', kind: 'draft', key: mine.value.key }])
      return ok({})
    },
  }),
]

/** In meeting view one sees again what one typed in meeting view alone. */
const isHeldBack = ({ namesHidden }: Caller, { inMeeting }: DraftRow): boolean => namesHidden === true && !inMeeting

type MyDraft = { programmeId: string; key: Key; row: DraftRow | undefined; isHeldBack: boolean }

/** Where the asker's words for a form stand. The form of a case that is not theirs to see is not there. */
async function myDraft(store: Store, { caller, params }: Pick<Asked, 'caller' | 'params'>): Promise<Result<MyDraft, Refusal>> {
  const admitted = await admit(store, caller, params['p'] ?? '', 'drafts.keep')
  if (!admitted.ok) return admitted
  const { programmeId } = admitted.value
  const form = readFormId(params['form'] ?? '')
  if (!form) return refused({ kind: 'not-found' })
  if (form.about !== 'new') {
    const admission = await admitToCase(store, { caller, params: { ...params, c: form.about } }, () => 'drafts.keep')
    if (!admission.ok) return admission
  }
  const key = [form.about, personKey(caller), form.form]
  const row = (await store.read(programmeId, 'draft', key))?.row
  return ok({ programmeId, key, row, isHeldBack: row !== undefined && isHeldBack(caller, row) })
}

async function find({ store }: World, asked: Asked): Promise<Result<Answer, Refusal>> {
  const mine = await myDraft(store, asked)
  if (!mine.ok) return mine
  const { row } = mine.value
  if (!row || mine.value.isHeldBack) return refused({ kind: 'not-found' })
  const body: KeptDraft = { words: { ...row.words }, keptAt: row.keptAt }
  return ok({ body })
}

async function keep(world: World, asked: Asked<unknown, z.output<typeof keepDraftSchema>>): Promise<Result<Answer, Refusal>> {
  const mine = await myDraft(world.store, asked)
  if (!mine.ok) return mine
  if (mine.value.isHeldBack) return refused({ kind: 'draft-held-back' })
  const { words } = asked.body
  if (Buffer.byteLength(JSON.stringify(words)) > longestDraft) return refused({ kind: 'draft-too-long', limit: longestDraft })
  const row: DraftRow = { words, keptAt: now(world), ...(asked.caller.namesHidden && { inMeeting: true }) }
  await world.store.commit(mine.value.programmeId, [{ put: 'upsert', kind: 'draft', key: mine.value.key, row }])
  return ok({ body: { keptAt: row.keptAt } })
}

async function draftsOf(store: Store, programmeId: Partition, caller: Caller): Promise<DraftList> {
  const drafts: DraftList['drafts'] = []
  for await (const page of store.list(programmeId, 'draft')) {
    const mine = page.filter(({ key, row }) => key[1] === personKey(caller) && !isHeldBack(caller, row))
    for (const { key, row } of mine) drafts.push({ form: `${key[0]}.${key[2]}`, keptAt: row.keptAt })
  }
  return { drafts: drafts.sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1)) }
}

/** What a night's sweep came to, for the operator's log: numbers only. */
export type Swept = { programmes: number; swept: number; kept: number; unreachable: number }

/** Sweeps words that were never sent and are older than 30 days, in every programme. One that cannot be read does not stop the rest. */
export async function sweepDrafts(world: World): Promise<Swept> {
  const told: Swept = { programmes: 0, swept: 0, kept: 0, unreachable: 0 }
  for await (const page of world.store.list(directory, 'programme')) {
    for (const { row } of page) {
      told.programmes += 1
      try {
        const { swept, kept } = await sweepProgramme(world, row.id)
        told.swept += swept
        told.kept += kept
      } catch {
        told.unreachable += 1
      }
    }
  }
  return told
}

async function sweepProgramme(world: World, programmeId: Partition): Promise<{ swept: number; kept: number }> {
  let [swept, kept] = [0, 0]
  for await (const page of world.store.list(programmeId, 'draft')) {
    for (const { key, row } of page) {
      // Its writer may have typed on since the list was read.
      const stands = isToBeSwept(row.keptAt, now(world)) ? await world.store.read(programmeId, 'draft', key) : { row }
      if (!stands || !isToBeSwept(stands.row.keptAt, now(world))) {
        kept += stands ? 1 : 0
        continue
      }
      if ((await world.store.commit(programmeId, [{ put: 'delete', kind: 'draft', key }])) === 'committed') swept += 1
    }
  }
  return { swept, kept }
}
