import type { TypedPerson } from '#domain/commandSchemas.ts'
import { personDetailsSchema } from '#domain/commandSchemas.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { recordedAnswerSchema } from '#domain/wireSchemas.ts'
import { admitToCase, entriesOf } from '#functions/caseReading.ts'
import { answerOf, keyOf, numberIn } from '#functions/commands.ts'
import { matchChanges } from '#functions/duplicates.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { PersonRow, PrivateCopy } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { write } from '#functions/writing.ts'

/** The person behind a case: name and contact details, which stand in rows that can be emptied and in no entry. */
export const personRoutes = (world: World): Route[] => [
  route({
    name: 'api-case-person',
    method: 'PUT',
    path: 'api/v1/programmes/{p}/cases/{c}/person',
    needs: 'people.change',
    summary: 'Name and contact details, whole; the log says that they were changed, and not how',
    body: personDetailsSchema,
    answer: { status: 200, schema: recordedAnswerSchema },
    handle: asked => change(world, asked),
  }),
]

/** The person's row of what was typed: a box that was left blank is null. */
export const personRowOf = ({ name, contactName, phone, email, postcode }: TypedPerson): PersonRow => ({
  name,
  contactName: contactName || null,
  phone: phone || null,
  email: email || null,
  postcode: postcode || null,
})

/** What the list shows of a person. What else stands in the copy before, such as what to-dos say, stays. */
export const copyOf = ({ name, phone, email, postcode }: PersonRow, before: PrivateCopy | null = null): PrivateCopy => ({
  ...before,
  name,
  phone: phone ?? undefined,
  email: email ?? undefined,
  postcode: postcode ?? undefined,
})

async function change(world: World, asked: Asked<unknown, TypedPerson>): Promise<Result<Answer, Refusal>> {
  const { body, caller } = asked
  const admission = await admitToCase(world.store, asked, () => 'people.change')
  if (!admission.ok) return admission
  const { admitted, found } = admission.value
  const { caseId, reference } = found.row
  const { programmeId } = admitted
  const key = await keyOf(world, asked, ['set-person', programmeId, caseId, body])
  if (!key.ok) return key
  const expected = numberIn(asked.headers)
  if (expected === undefined) return refused({ kind: 'if-match-missing' })

  const request = { partition: programmeId, command: 'set-person', by: caller.oid, via: 'person' as const, key: key.value }
  const written = await write<Refusal>(world.writer, request, async ({ read }) => {
    const [present, before] = await Promise.all([read('case', [caseId]), read('person', [caseId, 'main'])])
    if (!present) return refused({ kind: 'not-found' })
    if (present.row.n !== expected) {
      const entries = (await entriesOf(world.store, admitted, present.row)).filter(({ n }) => n > expected)
      return refused({ kind: 'changed-since-read', n: present.row.n, entries })
    }
    const person = personRowOf(body)
    const matches = await matchChanges(world, read, { programmeId, caseId, before: before?.row ?? null, after: person })
    return ok({
      cases: [{ caseId, reference, found: present, added: [], private: copyOf(person, present.row.private) }],
      changes: [{ put: 'upsert', kind: 'person', key: [caseId, 'main'], row: person }, ...matches],
    })
  })
  return written.ok ? ok(answerOf(200, written.value, caseId, reference)) : written
}
