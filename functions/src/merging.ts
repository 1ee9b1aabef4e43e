import type { CannotMerge, Merge, Pair } from '#domain/merging.ts'
import { merge, split } from '#domain/merging.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { idSchema } from '#domain/valueSchemas.ts'
import { recordedAnswerSchema } from '#domain/wireSchemas.ts'
import { admitToCase } from '#functions/caseReading.ts'
import { answerOf, keyOf } from '#functions/commands.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import { write } from '#functions/writing.ts'
import * as z from 'zod'

const withSchema = z.strictObject({
  /** The record that is kept. */
  into: idSchema,
})
type With = z.output<typeof withSchema>

/** Two records of one enterprise become one, and two again. Both are written in one transaction. */
export const mergeRoutes = (world: World): Route[] => [
  route({
    name: 'api-case-merge',
    method: 'POST',
    path: 'api/v1/programmes/{p}/cases/{c}/merge',
    needs: 'entries.correct',
    summary: 'This record is a duplicate of another one: it is in no count from now on',
    body: withSchema,
    answer: { status: 200, schema: recordedAnswerSchema },
    handle: asked => onBoth(world, asked, 'merge', pair => merge(pair, asked.body.into, today(world))),
  }),
  route({
    name: 'api-case-split',
    method: 'POST',
    path: 'api/v1/programmes/{p}/cases/{c}/split',
    needs: 'entries.correct',
    summary: 'A merge was wrong: both records count again',
    body: withSchema,
    answer: { status: 200, schema: recordedAnswerSchema },
    handle: asked => onBoth(world, asked, 'split', pair => split(pair, asked.body.into)),
  }),
]

async function onBoth(
  world: World,
  asked: Asked<unknown, With>,
  command: 'merge' | 'split',
  decide: (pair: Pair) => Result<Merge, CannotMerge>,
): Promise<Result<Answer, Refusal>> {
  const admission = await admitToCase(world.store, asked, () => 'entries.correct')
  if (!admission.ok) return admission
  const { programmeId } = admission.value.admitted
  const { caseId, reference } = admission.value.found.row
  const { into } = asked.body
  if (into === caseId) return refused({ kind: 'merge-with-itself' })
  const key = await keyOf(world, asked, [command, programmeId, caseId, asked.body])
  if (!key.ok) return key
  // Whoever merges sees both: a record of others is not there for a partner.
  const other = await admitToCase(world.store, { ...asked, params: { ...asked.params, c: into } }, () => 'entries.correct')
  if (!other.ok) return other
  const request = { partition: programmeId, command, by: asked.caller.oid, via: 'person' as const, key: key.value }
  const written = await write<Refusal>(world.writer, request, async ({ read }) => {
    const [duplicate, kept] = await Promise.all([read('case', [caseId]), read('case', [into])])
    if (!duplicate || !kept) return refused({ kind: 'not-found' })
    const decision = decide({ duplicate: duplicate.row.facts, kept: kept.row.facts })
    if (!decision.ok) return decision
    return ok({
      cases: [
        { caseId, reference, found: duplicate, added: decision.value.duplicate },
        { caseId: into, reference: kept.row.reference, found: kept, added: decision.value.kept },
      ],
      changes: [],
    })
  })
  return written.ok ? ok(answerOf(200, written.value, caseId, reference)) : written
}
