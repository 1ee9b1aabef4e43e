import { asOf } from '#domain/caseListing.ts'
import type { Fact } from '#domain/facts.ts'
import { isHappening } from '#domain/facts.ts'
import { corrected } from '#domain/known.ts'
import { checkInsDue, nextSteps } from '#domain/nextSteps.ts'
import type { Permission } from '#domain/permissions.ts'
import { reachOf } from '#domain/permissions.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import { caseSchema, factsSchema } from '#domain/wireSchemas.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import { isWithinReach, rowOf } from '#functions/cases.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow, Found, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'

/** One case: where it stands, what comes next, and its timeline. */
export const caseRoutes = (world: World): Route[] => [
  route({
    name: 'api-case',
    method: 'GET',
    path: 'api/v1/programmes/{p}/cases/{c}',
    needs: 'cases.read',
    summary: 'A case: its tracks, what comes next, and what is in the way',
    answer: { status: 200, schema: caseSchema },
    handle: asked => readCase(world, asked),
  }),
  route({
    name: 'api-case-facts',
    method: 'GET',
    path: 'api/v1/programmes/{p}/cases/{c}/facts',
    needs: 'cases.read',
    summary: 'The timeline of a case, corrections included',
    answer: { status: 200, schema: factsSchema },
    handle: asked => readFacts(world, asked),
  }),
]

/** A case that the person may see, for one thing. What is not theirs is not there. */
export async function admitToCase(
  store: Store,
  { caller, params }: Pick<Asked, 'caller' | 'params'>,
  permission: Permission,
): Promise<Result<{ admitted: Admitted; found: Found<'case'> }, Refusal>> {
  const reading = await admit(store, caller, params['p'] ?? '', 'cases.read')
  if (!reading.ok) return reading
  const caseId = params['c'] ?? ''
  const found = /^[0-9a-f-]{36}$/.test(caseId) ? await store.read(reading.value.programmeId, 'case', [caseId]) : undefined
  if (!found || !isWithinReach(reading.value, catalystOf(found.row))) return refused({ kind: 'not-found' })
  const reach = reachOf(permission, reading.value.holder)
  if (!reach || !isWithinReach({ reach, caller }, catalystOf(found.row))) return refused({ kind: 'not-permitted', permission })
  return ok({ admitted: { ...reading.value, reach }, found })
}

/** Who works on a case now. */
export const catalystOf = ({ facts }: Pick<CaseRow, 'facts'>): { catalyst: string | undefined } => ({
  catalyst: facts.findLast(fact => fact.kind === 'assigned')?.data.catalyst,
})

async function readCase(world: World, asked: Asked): Promise<Result<Answer, Refusal>> {
  const admission = await admitToCase(world.store, asked, 'cases.read')
  if (!admission.ok) return admission
  const { admitted, found } = admission.value
  const day = today(world)
  const { warnings, ...tracks } = asOf(found.row.facts, day)
  const seesNames = reachOf('names.see', admitted.holder) !== undefined
  const person = seesNames ? await world.store.read(admitted.programmeId, 'person', [found.row.caseId, 'main']) : undefined
  const row = rowOf(found.row, day)
  const body = {
    ...row,
    name: seesNames ? row.name : null,
    programme: admitted.programmeId,
    today: day,
    person: person?.row ?? null,
    tracks,
    checkIns: checkInsDue(asOf(found.row.facts, day), day),
    nextSteps: nextSteps(asOf(found.row.facts, day), day),
    warnings: warnings.filter(({ severity }) => severity === 'should-not-have').map(({ about }) => about),
  }
  return ok({ body, etag: String(found.row.n) })
}

async function readFacts(world: World, asked: Asked): Promise<Result<Answer, Refusal>> {
  const admission = await admitToCase(world.store, asked, 'cases.read')
  if (!admission.ok) return admission
  const { admitted, found } = admission.value
  const entries = await entriesOf(world.store, admitted, found.row)
  return ok({ body: { id: found.row.caseId, n: found.row.n, entries }, etag: String(found.row.n) })
}

/** The timeline of a case. Words go only to those who may read notes. */
export async function entriesOf(store: Store, { programmeId, holder }: Admitted, { caseId, facts }: CaseRow): Promise<Entry[]> {
  const texts = new Map<string, string>()
  if (reachOf('notes.read', holder)) {
    for await (const page of store.list(programmeId, 'text', { startsWith: [caseId] })) {
      for (const { key, row } of page) texts.set(key[1] ?? '', row.words)
    }
  }
  const { withdrawn, replaced } = corrected(facts)
  return facts.map(fact => {
    const { id, n, recordedAt, recordedBy, via, kind, data } = fact
    const textId = 'textId' in data ? data.textId : undefined
    const happenedOn = isHappening(fact) ? fact.happenedOn : fact.kind === 'replace' ? fact.data.happenedOn : null
    const counts = withdrawn.has(id) ? 'taken-back' : replaced.has(id) ? 'replaced' : isHappening(fact) ? 'yes' : 'correction'
    const text = textId === undefined ? null : (texts.get(textId) ?? null)
    return { id, n, recordedAt, recordedBy, via, kind, happenedOn, data, text, counts, of: correctedBy(fact) }
  })
}

const correctedBy = (fact: Fact): string | null => (isHappening(fact) ? null : fact.data.of)
