import { asOf } from '#domain/caseListing.ts'
import type { InsightCommand } from '#domain/decideInsight.ts'
import { decideInsight } from '#domain/decideInsight.ts'
import { servicesOf } from '#domain/gaps.ts'
import type { Insight } from '#domain/insights.ts'
import type { TypedInsight } from '#domain/insightSchemas.ts'
import { insightCommandSchema } from '#domain/insightSchemas.ts'
import type { InsightAnswer } from '#domain/insightWireSchemas.ts'
import { insightAnswerSchema, insightQuestionSchema, insightsSchema } from '#domain/insightWireSchemas.ts'
import type { Permission, Reach } from '#domain/permissions.ts'
import { insightPermissionOf, reachOf } from '#domain/permissions.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Signer } from '#domain/vocabulary.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import { catalystOf } from '#functions/caseReading.ts'
import { keyOf } from '#functions/commands.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { answerInsights } from '#functions/insightAnswer.ts'
import { emptiedBy, insightText, readInsights, storyKey } from '#functions/insightReading.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { Change } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import type { WriteRequest } from '#functions/writing.ts'
import { write } from '#functions/writing.ts'

/** What the programme was told and counted about its place and the people in it: what stands, and every change to it. */
export const insightRoutes = (world: World): Route[] => [
  route({
    name: 'api-insights',
    method: 'GET',
    path: 'api/v1/programmes/{p}/insights',
    needs: 'insights.read',
    summary: 'What people say, ask for and need, as at a day and as known at an instant',
    query: insightQuestionSchema,
    answer: { status: 200, schema: insightsSchema },
    handle: asked => answerInsights(world, asked),
  }),
  route({
    name: 'api-insights-record',
    method: 'POST',
    path: 'api/v1/programmes/{p}/insights',
    needs: 'insights.read',
    summary: 'Record what was told or counted, or take it back; each kind of command needs its own permission',
    body: insightCommandSchema,
    answer: { status: 200, schema: insightAnswerSchema },
    handle: asked => recordInsight(world, asked),
  }),
]

/**
 * Records one command. It needs no If-Match: it adds, or names the one entry that it is about and is refused where that has changed since
 * (taken back, answered, other numbers).
 */
async function recordInsight(world: World, asked: Asked<unknown, TypedInsight>): Promise<Result<Answer, Refusal>> {
  const { body, caller, params } = asked
  const admission = await admit(world.store, caller, params['p'] ?? '', 'insights.read')
  if (!admission.ok) return admission
  const admitted = admission.value
  const { programmeId } = admitted
  const present = await readInsights(world.store, programmeId, admitted.head)
  const not = (await mayNot(world, admitted, present, body)) ?? unknownCode(admitted, body)
  if (not) return refused(not)
  const key = await keyOf(world, asked, ['insight', programmeId, body])
  if (!key.ok) return key

  const request: WriteRequest = { partition: programmeId, command: body.kind, by: caller.oid, via: 'person', key: key.value }
  const { command, changes } = withWords(world, admitted, body)
  const written = await write<Refusal>(world.writer, request, async ({ head, read }) => {
    const insights = await readInsights(world.store, programmeId, head)
    const row = body.kind === 'tell-story' && body.caseId !== undefined ? await read('case', [body.caseId]) : undefined
    const enterprise = row && asOf(row.row.facts, today(world)).permissions.story
    const decision = decideInsight(insights, { ...command, enterprise }, today(world))
    if (!decision.ok) return decision
    return ok({ cases: [], insights: decision.value, changes: [...changes, ...emptiedBy(insights, decision.value)] })
  })
  if (!written.ok) return written
  const { n, recordedAt, insights } = written.value
  const answer: InsightAnswer = { n, recordedAt, insights: [...insights] }
  return ok({ body: answer, etag: String(n) })
}

/** Why this person may not: the kind of command, or the entry or enterprise that it is about. What is not theirs is not there. */
async function mayNot(world: World, admitted: Admitted, insights: readonly Insight[], body: TypedInsight): Promise<Refusal | undefined> {
  const of = entryOf(body)
  const about = of === undefined ? undefined : insights.find(({ id }) => id === of)
  const permission: Permission = about?.kind === 'readiness-signed' ? 'readiness.sign' : insightPermissionOf[body.kind]
  const reach = reachOf(permission, admitted.holder)
  const forAll = body.kind === 'count-area' || body.kind === 'count-readiness'
  if (!reach || (forAll && reach !== 'all')) return { kind: 'not-permitted', permission }
  if (reach === 'own' && about && about.recordedBy !== admitted.caller.oid) return { kind: 'not-found' }
  const { caseId } = 'caseId' in body ? body : { caseId: undefined }
  if (caseId === undefined) return undefined
  const row = (await world.books.open(admitted.programmeId)).cases.get(caseId)
  return row && isOurs(reach, admitted, catalystOf(row)) ? undefined : { kind: 'not-found' }
}

const isOurs = (reach: Reach, { caller }: Admitted, catalyst: string | null): boolean => reach === 'all' || catalyst === caller.oid

/** The entry that a command is about, where it is about one. */
function entryOf(body: TypedInsight): string | undefined {
  if (body.kind === 'withdraw') return body.of
  if (body.kind === 'answer-request') return body.request
  return 'story' in body ? body.story : undefined
}

/** Areas and services are those of the programme on that day. */
function unknownCode({ versions }: Admitted, body: TypedInsight): Refusal | undefined {
  if (body.kind === 'withdraw') return undefined
  const { areas, rules } = settingsAt(versions, body.happenedOn)
  const named = body.kind === 'count-area' ? body.lines.map(({ area }) => area) : [body.kind === 'log-request' ? body.area : undefined]
  const area = named.find(each => each !== undefined && !areas.includes(each))
  if (area !== undefined) return { kind: 'no-such-area', area }
  const isReadiness = body.kind === 'count-readiness' || body.kind === 'sign-readiness'
  if (isReadiness && !rules.councilServices.includes(body.service)) return { kind: 'no-such-service', service: body.service }
  if (body.kind === 'log-request' && !servicesOf(rules).includes(body.service)) return { kind: 'no-such-service', service: body.service }
  return undefined
}

/** Words go into a row of their own, in the same transaction; a signature gets its person. */
function withWords({ writer }: World, admitted: Admitted, body: TypedInsight): { command: InsightCommand; changes: Change[] } {
  if (body.kind === 'sign-readiness') {
    return { command: { ...body, signedBy: { person: admitted.caller.oid, as: signerOf(admitted) } }, changes: [] }
  }
  if (body.kind !== 'count-area' && body.kind !== 'tell-story') return { command: body, changes: [] }
  const textId = writer.newId()
  const words = body.kind === 'tell-story' ? body.words : JSON.stringify(body.lines.map(({ name, source }) => ({ name, source })))
  const key = body.kind === 'tell-story' ? storyKey(body.caseId, textId) : [insightText, textId]
  return { command: { ...body, textId }, changes: [{ put: 'insert', kind: 'text', key, row: { words } }] }
}

/** A person signs as what they are in the programme. */
function signerOf({ holder }: Admitted): Signer {
  if (holder.roles.includes('lead')) return 'lead'
  return holder.roles.includes('reviewer') ? 'reviewer' : 'administrator'
}
