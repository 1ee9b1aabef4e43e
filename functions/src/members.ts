import { reachOf } from '#domain/permissions.ts'
import { ok, refused } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import type { Members } from '#domain/wireSchemas.ts'
import { memberSchema, membersSchema } from '#domain/wireSchemas.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, personKey } from '#functions/access.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { Change, Found, Store } from '#functions/store.ts'
import { directory } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { write } from '#functions/writing.ts'
import type * as z from 'zod'

/** Who is in a programme, and who may do what there. */
export const memberRoutes = (world: World): Route[] => [
  route({
    name: 'api-members-list',
    method: 'GET',
    path: 'api/v1/programmes/{p}/members',
    needs: 'members.read',
    summary: 'Who is in the programme, and in which roles',
    answer: { status: 200, schema: membersSchema },
    handle: async ({ caller, params }) => {
      const admitted = await admit(world.store, caller, params['p'] ?? '', 'members.read')
      if (!admitted.ok) return admitted
      const members = (await membersOf(world.store, admitted.value.programmeId)).map(({ row }) => ({ ...row, roles: [...row.roles] }))
      const body: Members = { members }
      return ok({ body, etag: String(admitted.value.head.n) })
    },
  }),
  route({
    name: 'api-members-set',
    method: 'PUT',
    path: 'api/v1/programmes/{p}/members/{oid}',
    needs: 'members.change',
    summary: 'Give a person roles in the programme; none takes them out of it',
    body: memberSchema,
    answer: { status: 200, schema: memberSchema },
    handle: asked => setMember(world, asked),
  }),
]

/** Every member of a programme. */
export async function membersOf(store: Store, programmeId: string): Promise<Found<'member'>[]> {
  const members: Found<'member'>[] = []
  for await (const page of store.list(programmeId, 'member', {})) members.push(...page)
  return members
}

/** Somebody and what the programme calls them; null for a reader who may not see who is in the programme. */
type Who = { oid: string; label: string | null } | null

/** Names those who recorded something, to a reader who may see who is in the programme. */
export async function whoRecorded(store: Store, { programmeId, holder }: Admitted): Promise<(oid: string | null) => Who> {
  if (reachOf('members.read', holder) === undefined) return () => null
  const labels = await labelsOf(store, programmeId)
  return oid => (oid === null ? null : { oid, label: labels.get(oid) ?? null })
}

/** What a programme calls its people, by object id. */
export const labelsOf = async (store: Store, programmeId: string): Promise<ReadonlyMap<string, string | null>> =>
  new Map((await membersOf(store, programmeId)).map(({ row }) => [row.oid, row.label]))

async function setMember(
  world: World,
  { caller, params, body }: Asked<unknown, z.output<typeof memberSchema>>,
): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'members.change')
  if (!admitted.ok) return admitted
  const oid = (params['oid'] ?? '').toLowerCase()
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(oid)) return refused({ kind: 'not-found' })
  const { programmeId } = admitted.value
  const key = [personKey({ tid: caller.tid, oid })]
  const row = { oid, roles: [...new Set(body.roles)], label: body.label || null }
  const written = await write<Refusal>(
    world.writer,
    { partition: programmeId, command: 'set-member', by: caller.oid, via: 'person' },
    async ({ read }) => {
      const present = await read('member', key)
      const others = (await membersOf(world.store, programmeId)).filter(({ row: other }) => other.oid !== oid)
      const losesLead = present?.row.roles.includes('lead') && !row.roles.includes('lead')
      if (losesLead && !caller.administrator && !others.some(({ row: other }) => other.roles.includes('lead')))
        return refused({ kind: 'last-lead' })
      const change: Change = row.roles.length > 0 ? { put: 'upsert', kind: 'member', key, row } : { put: 'delete', kind: 'member', key }
      return ok({ cases: [], changes: present || row.roles.length > 0 ? [change] : [] })
    },
  )
  if (!written.ok) return written
  // An index only: the member row in the programme is what counts, and `admit` reads it.
  await world.store.commit(directory, [{ put: 'upsert', kind: 'member', key: [...key, programmeId], row: { oid, roles: [], label: null } }])
  return ok({ body: { roles: row.roles, ...(row.label ? { label: row.label } : {}) }, etag: String(written.value.n) })
}
