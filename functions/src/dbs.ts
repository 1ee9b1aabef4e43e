import { dbsStanding, inOrderSeen } from '#domain/dbs.ts'
import type { DbsCheck } from '#domain/dbs.ts'
import type { DbsList, NewDbs } from '#domain/dbsSchemas.ts'
import { dbsListSchema, newDbsSchema } from '#domain/dbsSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { instantAt } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { admitToCase } from '#functions/caseReading.ts'
import { keyOf } from '#functions/commands.ts'
import { keyedHash } from '#functions/hashing.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { Change, PrivateCopy, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import { write } from '#functions/writing.ts'

const path = 'api/v1/programmes/{p}/cases/{c}/dbs'

/**
 * DBS checks of an enterprise: rows of their own, which go when they must. The log says that one was written, and nothing of what it holds.
 */
export const dbsRoutes = (world: World): Route[] => [
  route({
    name: 'api-case-dbs',
    method: 'GET',
    path,
    needs: 'dbs.see',
    summary: 'The DBS checks seen: level, days, who saw it and what was decided',
    answer: { status: 200, schema: dbsListSchema },
    handle: async asked => {
      const admission = await admitToCase(world.store, asked, () => 'dbs.see')
      if (!admission.ok) return admission
      const { admitted, found } = admission.value
      const body: DbsList = { n: found.row.n, checks: await dbsChecksOf(world.store, admitted.programmeId, found.row.caseId) }
      return ok({ body, etag: String(found.row.n) })
    },
  }),
  route({
    name: 'api-case-dbs-see',
    method: 'POST',
    path,
    needs: 'dbs.see',
    summary: 'A DBS check was seen',
    body: newDbsSchema,
    answer: { status: 201, schema: dbsListSchema },
    handle: asked => seen(world, asked),
  }),
  route({
    name: 'api-case-dbs-remove',
    method: 'DELETE',
    path: `${path}/{id}`,
    needs: 'dbs.see',
    summary: 'Remove what is kept of a DBS check',
    answer: { status: 200, schema: dbsListSchema },
    handle: asked => rewrite(world, asked, 'remove-dbs', async checks => ok(checks.filter(({ id }) => id !== asked.params['id']))),
  }),
]

/** What is kept of an enterprise's DBS checks, the latest seen first. */
export async function dbsChecksOf(store: Store, programmeId: string, caseId: string): Promise<DbsCheck[]> {
  const checks: DbsCheck[] = []
  for await (const page of store.list(programmeId, 'dbs', { startsWith: [caseId] })) checks.push(...page.map(({ row }) => row))
  return inOrderSeen(checks).reverse()
}

/** The text row that remembers which checks were removed, so that a spreadsheet does not bring them back. It is emptied with the others. */
export const removedText = 'removed'

const markOf = (secret: string, caseId: string, seenOn: PlainDate): string => keyedHash(secret, JSON.stringify([caseId, seenOn]))

/** Whether a check of a case seen on a day, or on any, is among the removed: of their days only keyed hashes are kept. */
export function removedIn(secret: string, caseId: string, words = ''): (seenOn?: PlainDate) => boolean {
  const marks = words.split(' ')
  return seenOn => (seenOn ? marks.includes(markOf(secret, caseId, seenOn)) : words !== '')
}

async function seen(world: World, asked: Asked<unknown, NewDbs>): Promise<Result<Answer, Refusal>> {
  const { of, level, issuedOn = null, seenOn, decision, lookAgainOn = null } = asked.body
  const recordedAt = instantAt(world.writer.clock())
  const by = { id: world.writer.newId(), seenBy: asked.caller.oid, recordedAt }
  const check: DbsCheck = { ...by, of, level, issuedOn, seenOn, decision, lookAgainOn }
  const answer = await rewrite(world, asked, 'see-dbs', async checks => {
    const wrong = wrongDays(check, today(world))
    return wrong ? refused(wrong) : ok([check, ...checks])
  })
  return answer.ok ? ok({ ...answer.value, status: 201 }) : answer
}

function wrongDays({ seenOn, issuedOn, lookAgainOn }: DbsCheck, day: PlainDate): Refusal | undefined {
  if (seenOn > day) return { kind: 'in-future', happenedOn: seenOn, today: day }
  if (issuedOn && issuedOn > seenOn) return { kind: 'issued-after-seen', seenOn, issuedOn }
  return lookAgainOn && lookAgainOn < seenOn ? { kind: 'look-again-before-seen', seenOn, lookAgainOn } : undefined
}

/** Changes the rows and, in the same transaction, the copy that lists and gates read. */
async function rewrite(
  world: World,
  asked: Asked,
  command: string,
  change: (checks: readonly DbsCheck[]) => Promise<Result<DbsCheck[], Refusal>>,
): Promise<Result<Answer, Refusal>> {
  const admission = await admitToCase(world.store, asked, () => 'dbs.see')
  if (!admission.ok) return admission
  const { programmeId } = admission.value.admitted
  const { caseId } = admission.value.found.row
  const key = await keyOf(world, asked, [command, programmeId, caseId, asked.params['id'], asked.body])
  if (!key.ok) return key
  const request = { partition: programmeId, command, by: asked.caller.oid, via: 'person' as const, key: key.value }
  const secret = await world.secret()
  const written = await write<Refusal>(world.writer, request, async ({ read }) => {
    const present = await read('case', [caseId])
    if (!present) return refused({ kind: 'not-found' })
    const before = await dbsChecksOf(world.store, programmeId, caseId)
    const decision = await change(before)
    if (!decision.ok) return decision
    const after = decision.value
    const kept = new Set(after.map(({ id }) => id))
    const removed = before.filter(({ id }) => !kept.has(id))
    const gone: Change[] = removed.map(({ id }) => ({ put: 'delete', kind: 'dbs', key: [caseId, id] }))
    if (removed.length > 0) {
      const marks = removed.map(({ seenOn }) => markOf(secret, caseId, seenOn))
      const words = [(await read('text', [caseId, removedText]))?.row.words ?? '', ...marks].join(' ').trim()
      gone.push({ put: 'upsert', kind: 'text', key: [caseId, removedText], row: { words } })
    }
    const put: Change[] = after.map(check => ({ put: 'upsert', kind: 'dbs', key: [caseId, check.id], row: check }))
    const copy: PrivateCopy = { ...(present.row.private ?? { name: '' }), dbs: dbsStanding(after) }
    return ok({
      cases: [{ caseId, reference: present.row.reference, found: present, added: [], private: copy }],
      changes: [...gone, ...put],
    })
  })
  if (!written.ok) return written
  // Read again: the same request may have been written before.
  const body: DbsList = { n: written.value.n, checks: await dbsChecksOf(world.store, programmeId, caseId) }
  return ok({ body, etag: String(written.value.n) })
}
