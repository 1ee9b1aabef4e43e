import { permissionsOf } from '#domain/permissions.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { ProgrammeNames } from '#domain/settings.ts'
import { namesOnly } from '#domain/settings.ts'
import { slugOf } from '#domain/slug.ts'
import type { Me, NewProgramme, Programme } from '#domain/wireSchemas.ts'
import { mySchema, newProgrammeSchema, programmeSchema } from '#domain/wireSchemas.ts'
import { admit, personKey } from '#functions/access.ts'
import type { Caller } from '#functions/caller.ts'
import type { Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { programmeOf, programmeText, readVersions, versionKey } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { ProgrammeSettings, Store } from '#functions/store.ts'
import { directory } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import { write } from '#functions/writing.ts'
import * as z from 'zod'

/** Who I am, which programmes there are for me, and making one. */
export const programmeRoutes = (world: World): Route[] => [
  route({
    name: 'api-me',
    method: 'GET',
    path: 'api/v1/me',
    needs: 'signed-in',
    summary: 'Who I am, my programmes, and what I may do in each',
    answer: { status: 200, schema: mySchema },
    handle: async ({ caller }) => ok({ body: await me(world, caller) }),
  }),
  route({
    name: 'api-programmes-list',
    method: 'GET',
    path: 'api/v1/programmes',
    needs: 'signed-in',
    summary: 'The programmes I may see',
    answer: { status: 200, schema: z.object({ programmes: z.array(programmeSchema) }) },
    handle: async ({ caller }) => {
      const { programmes } = await me(world, caller)
      return ok({ body: { programmes: programmes.map(({ roles: _roles, permissions: _permissions, ...programme }) => programme) } })
    },
  }),
  route({
    name: 'api-programmes-make',
    method: 'POST',
    path: 'api/v1/programmes',
    needs: 'programmes.make',
    summary: 'Make a programme',
    body: newProgrammeSchema,
    answer: { status: 201, schema: programmeSchema },
    handle: asked => make(world, asked),
  }),
  route({
    name: 'api-programme',
    method: 'GET',
    path: 'api/v1/programmes/{p}',
    needs: 'programme.read',
    summary: 'A programme: its areas, period, cost and follow-up',
    answer: { status: 200, schema: programmeSchema },
    handle: async ({ caller, params }) => {
      const admitted = await admit(world.store, caller, params['p'] ?? '', 'programme.read')
      if (!admitted.ok) return admitted
      const { programmeId, versions, head } = admitted.value
      const day = today(world)
      // A version of the settings may begin to count on a day on which nothing is recorded.
      return ok({ body: programmeOf(programmeId, versions, day), etag: `${head.n}.${day}` })
    },
  }),
]

async function me(world: World, caller: Caller): Promise<Me> {
  const ids = await programmeIdsOf(world.store, caller)
  const found = await Promise.all(ids.map(id => admit(world.store, caller, id, 'programme.read')))
  const programmes = found.flatMap(admitted => {
    if (!admitted.ok) return []
    const { programmeId, versions, holder } = admitted.value
    return [{ ...programmeOf(programmeId, versions, today(world)), roles: [...holder.roles], permissions: permissionsOf(holder) }]
  })
  programmes.sort((a, b) => (a.name < b.name ? -1 : 1))
  const { tid, oid, name, administrator } = caller
  return { tid, oid, name, administrator, today: today(world), programmes }
}

/** Where a person might be: the directory is an index, and `admit` is asked about each. */
async function programmeIdsOf(store: Store, caller: Caller): Promise<string[]> {
  const ids: string[] = []
  if (caller.administrator) {
    for await (const page of store.list(directory, 'programme', {}))
      ids.push(...page.filter(({ row }) => row.tid === caller.tid).map(({ row }) => row.id))
    return ids
  }
  for await (const page of store.list(directory, 'member', { startsWith: [personKey(caller)] }))
    ids.push(...page.map(({ key }) => key[1] ?? ''))
  return ids
}

type Made = { settings: Omit<ProgrammeSettings, 'textId' | 'recordedAt' | 'recordedBy'>; names: ProgrammeNames }

function settingsOf(typed: NewProgramme, tid: string): Result<Made, Refusal> {
  const { id: _id, name, areas, period, costPence, followUpUntil = null, invented = false } = typed
  const { followUpBy = typed.followUpOwner ? 'council-team' : 'nobody' } = typed
  const followUpOwner = followUpBy === 'nobody' ? null : typed.followUpOwner || null
  if (period.from > period.to) return refused({ kind: 'period-backwards', ...period })
  if (followUpBy === 'person' && followUpOwner === null) return refused({ kind: 'follow-up-unnamed' })
  const names: Record<string, string> = {}
  for (const area of areas) {
    const slug = slugOf(area)
    if (!slug) return refused({ kind: 'area-without-a-name', area })
    const first = names[slug]
    if (first !== undefined) return refused({ kind: 'areas-share-a-name', first, second: area })
    names[slug] = area
  }
  const settings: Made['settings'] = {
    version: 1,
    tid,
    areas: Object.keys(names),
    period,
    costPence,
    followUpUntil,
    followUpBy,
    followUpPerson: null,
    invented,
    rules: defaultRules,
    effectiveFrom: null,
  }
  return ok({ settings, names: { ...namesOnly(name), areas: names, followUpOwner } })
}

/**
 * Makes a programme in the tenant of the administrator's token. Asking for the very same one again gives it back,
 * so that a lost answer can be asked for once more; another one under the same id is refused.
 */
async function make(
  world: World,
  { caller, body }: Asked<unknown, NewProgramme>,
): Promise<Result<{ status: number; body: Programme }, Refusal>> {
  if (!caller.administrator) return refused({ kind: 'not-permitted', permission: 'programmes.make' })
  const made = settingsOf(body, caller.tid)
  if (!made.ok) return made
  const { store, writer } = world
  // The partition of that name is taken by the index of programmes.
  if (body.id === directory) return refused({ kind: 'programme-exists', id: body.id })
  const present = await store.read(body.id, 'head', [])
  if (!present) {
    const textId = writer.newId()
    const settings = { ...made.value.settings, textId, recordedBy: caller.oid }
    const written = await write<Refusal>(
      writer,
      { partition: body.id, command: 'make-programme', by: caller.oid, via: 'person' },
      async ({ head, recordedAt }) =>
        head.n > 0
          ? refused({ kind: 'programme-exists', id: body.id })
          : ok({
              cases: [],
              changes: [
                { put: 'insert', kind: 'settings', key: versionKey(1), row: { ...settings, recordedAt } },
                { put: 'insert', kind: 'text', key: [programmeText, textId], row: { words: JSON.stringify(made.value.names) } },
              ],
            }),
    )
    if (!written.ok && written.refusal.kind !== 'programme-exists') return written
  }
  const head = await store.read(body.id, 'head', [])
  if (!head) return refused({ kind: 'store-unavailable' })
  const versions = await readVersions(store, body.id, head.row)
  const there = programmeOf(body.id, versions, today(world))
  if (!isSame(there, versions.tid, made.value)) return refused({ kind: 'programme-exists', id: body.id })
  // The index comes after the programme; asking again repairs it.
  await store.commit(directory, [{ put: 'upsert', kind: 'programme', key: [body.id], row: { id: body.id, tid: caller.tid } }])
  return ok({ status: 201, body: there })
}

function isSame(there: Programme, tid: string, { settings, names }: Made): boolean {
  const { areas, period, costPence, followUpUntil, followUpBy, invented } = settings
  const asked = { areas, period, costPence, followUpUntil, followUpBy, invented, name: names.name, followUpOwner: names.followUpOwner }
  const kept = {
    areas: there.areas.map(({ id }) => id),
    period: there.period,
    costPence: there.costPence,
    followUpUntil: there.followUpUntil,
    followUpBy: there.followUpBy,
    invented: there.invented,
    name: there.name,
    followUpOwner: there.followUpOwner,
  }
  return tid === settings.tid && JSON.stringify(asked) === JSON.stringify(kept)
}
