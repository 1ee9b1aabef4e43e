import type { TypedEnquiry } from '#domain/commandSchemas.ts'
import { enquirySchema } from '#domain/commandSchemas.ts'
import type { Command } from '#domain/commandFacts.ts'
import { decide } from '#domain/decide.ts'
import type { NewFact } from '#domain/facts.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { enquiryAnswerSchema } from '#domain/wireSchemas.ts'
import { admit } from '#functions/access.ts'
import { answerOf, claimKey, keyOf } from '#functions/commands.ts'
import { matchChanges, maybeSame } from '#functions/duplicates.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { copyOf, personRowOf } from '#functions/people.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow, Change, PrivateCopy } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import type { Snapshot, WriteRequest } from '#functions/writing.ts'
import { write } from '#functions/writing.ts'

/** The enquiry that begins a case. */
export const enquiryRoutes = (world: World): Route[] => [
  route({
    name: 'api-cases-enquire',
    method: 'POST',
    path: 'api/v1/programmes/{p}/cases',
    needs: 'cases.enquire',
    summary: 'An enquiry; the answer says whom it may be, if we may know them already',
    body: enquirySchema,
    answer: { status: 201, schema: enquiryAnswerSchema },
    handle: asked => enquire(world, asked),
  }),
]

async function enquire(world: World, asked: Asked<unknown, TypedEnquiry>): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(world.store, asked.caller, asked.params['p'] ?? '', 'cases.enquire')
  if (!admitted.ok) return admitted
  const { programmeId, holder } = admitted.value
  const key = await keyOf(world, asked, ['enquire', programmeId, asked.body])
  if (!key.ok) return key
  const { body, caller } = asked
  const caseId = world.writer.newId()
  const request: WriteRequest = { partition: programmeId, command: 'enquire', by: caller.oid, via: 'person', key: key.value }
  const written = await write<Refusal>(world.writer, request, async ({ read }) => {
    const reference = body.reference ?? nextReference((await world.books.open(programmeId)).cases)
    const claim = [...claimKey(reference)]
    if (await read('claim', claim)) return refused({ kind: 'reference-taken', reference })
    const { command, texts, tasks } = withIds(world, caseId, body, reference, await onRecord(read, body.notSameAs))
    const decision = decide([], command, today(world))
    if (!decision.ok) return decision
    // A partner sees their own cases only, so what a partner takes in is theirs from the first day.
    const { happenedOn } = command
    const assigned: NewFact[] = holder.roles.includes('partner-catalyst')
      ? [{ kind: 'assigned', happenedOn, data: { catalyst: caller.oid } }]
      : []
    const person = personRowOf(body)
    const changes: Change[] = [
      { put: 'insert', kind: 'claim', key: claim, row: { caseId } },
      { put: 'insert', kind: 'person', key: [caseId, 'main'], row: person },
      ...texts,
      ...(await matchChanges(world, read, { programmeId, caseId, before: null, after: person })),
    ]
    const copy = { ...copyOf(person), ...tasks }
    return ok({ cases: [{ caseId, reference, found: undefined, added: [...decision.value, ...assigned], private: copy }], changes })
  })
  if (!written.ok) return written
  const id = written.value.caseId ?? caseId
  const row = await world.store.read(programmeId, 'case', [id])
  const answer = answerOf(201, written.value, id, row?.row.reference ?? null)
  // Asked again once it is in: two people without signal may have typed the same person, and neither saw the other's.
  const others = await maybeSame(world, admitted.value, body, { besides: id, notSameAs: body.notSameAs ?? [] })
  return ok({ ...answer, body: { ...(answer.body as object), maybeSame: others } })
}

/** Of the references that were said not to be the same person, those that are there: nothing else goes into an entry. */
async function onRecord(read: Snapshot['read'], references: readonly string[] = []): Promise<string[]> {
  const claims = await Promise.all(references.map(reference => read('claim', claimKey(reference))))
  return references.filter((_, place) => claims[place] !== undefined)
}

type WithIds = { command: Extract<Command, { kind: 'enquire' }>; texts: Change[]; tasks: Pick<PrivateCopy, 'tasks'> }

/** Words go into rows of their own; what happens next is a to-do with an id. */
function withIds(world: World, caseId: string, body: TypedEnquiry, reference: string, notSameAs: readonly string[]): WithIds {
  const { newId } = world.writer
  const { area, ventureKind, heardOf, lastJob, told, wants, next, happenedOn = today(world) } = body
  const textId = wants ? newId() : undefined
  const taskId = next ? newId() : undefined
  const taskTextId = next?.words ? newId() : undefined
  const coded = { area, ventureKind, heardOf, lastJob, told, notSameAs: notSameAs.length > 0 ? notSameAs : undefined, next }
  const text = (id: string | undefined, words: string | undefined): Change[] =>
    id && words ? [{ put: 'insert', kind: 'text', key: [caseId, id], row: { words } }] : []
  return {
    command: { kind: 'enquire', happenedOn, reference, ...coded, textId, taskId, taskTextId },
    texts: [...text(textId, wants), ...text(taskTextId, next?.words)],
    tasks: taskId && next?.words ? { tasks: { [taskId]: next.words } } : {},
  }
}

/** The next free number after the highest in use, in four digits or more. */
function nextReference(cases: ReadonlyMap<string, CaseRow>): string {
  const numbers = [...cases.values()].map(({ reference }) => (/^\d{1,9}$/.test(reference) ? Number(reference) : 0))
  return String(numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1).padStart(4, '0')
}
