import { caseAt } from '#domain/caseAt.ts'
import { gates } from '#domain/besideVocabulary.ts'
import { callOf } from '#domain/call.ts'
import { asOf, withoutNames } from '#domain/caseListing.ts'
import { checkStandings } from '#domain/checkStandings.ts'
import type { Fact } from '#domain/facts.ts'
import { isHappening } from '#domain/facts.ts'
import { flagLimits } from '#domain/flags.ts'
import { gateState } from '#domain/gates.ts'
import { nextStepOf } from '#domain/grantRules.ts'
import type { Grant } from '#domain/grants.ts'
import { checkNames, conditionInWords } from '#domain/gateWords.ts'
import { corrected } from '#domain/known.ts'
import { checkInsDue, nextSteps } from '#domain/nextSteps.ts'
import type { Permission } from '#domain/permissions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { tasksOf } from '#domain/todayReasons.ts'
import type { OpenTask } from '#domain/taskSchemas.ts'
import { ok, refused } from '#domain/result.ts'
import type { CaseBody, Entry } from '#domain/wireSchemas.ts'
import { caseSchema, factsSchema } from '#domain/wireSchemas.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, reaches, readerOf } from '#functions/access.ts'
import { rowOf } from '#functions/cases.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow, Found, PotRow, Store } from '#functions/store.ts'
import { inOurWords, questionOf } from '#functions/today.ts'
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
  permissionFor: (row: CaseRow) => Permission | Promise<Permission> = () => 'cases.read',
): Promise<Result<{ admitted: Admitted; found: Found<'case'> }, Refusal>> {
  const reading = await admit(store, caller, params['p'] ?? '', 'cases.read')
  if (!reading.ok) return reading
  const caseId = params['c'] ?? ''
  const found = /^[0-9a-f-]{36}$/.test(caseId) ? await store.read(reading.value.programmeId, 'case', [caseId]) : undefined
  if (!found || !reachesCase(reading.value, 'cases.read', found.row)) return refused({ kind: 'not-found' })
  const permission = await permissionFor(found.row)
  if (!reachesCase(reading.value, permission, found.row)) return refused({ kind: 'not-permitted', permission })
  return ok({ admitted: reading.value, found })
}

const whenAsked: readonly Permission[] = ['cases.read', 'handovers.answer']

/** Whoever is asked to take a record over reads it and answers, as if it were their own; what else one may do waits until they have. */
function reachesCase(admitted: Admitted, permission: Permission, row: CaseRow): boolean {
  const { catalyst, handover } = caseAt(row)
  const { oid } = admitted.caller
  const isAsked = handover?.to === oid && whenAsked.includes(permission)
  return reaches(admitted, permission, isAsked ? oid : (catalyst ?? null))
}

/** Who works on a case now; null where nobody does. */
export const catalystOf = (row: Pick<CaseRow, 'facts'>): string | null => caseAt(row).catalyst ?? null

async function readCase(world: World, asked: Asked): Promise<Result<Answer, Refusal>> {
  const admission = await admitToCase(world.store, asked)
  if (!admission.ok) return admission
  const { admitted, found } = admission.value
  const day = today(world)
  const { warnings, ...tracks } = asOf(found.row, day)
  const settings = settingsAt(admitted.versions, day)
  const { rules, version } = settings
  const row = rowOf(found.row, day, flagLimits(settings))
  const seesNames = reaches(admitted, 'names.see', row.catalyst)
  const person = seesNames ? await world.store.read(admitted.programmeId, 'person', [found.row.caseId, 'main']) : undefined
  const funds = await fundsOfGrants(world.store, admitted.programmeId, tracks.grants)
  const body = {
    ...(seesNames ? row : withoutNames(row)),
    programme: admitted.programmeId,
    today: day,
    person: person?.row ?? null,
    tracks,
    ...clearance(found.row, admitted, day),
    call: callOf(asOf(found.row, day), rules, day),
    checkIns: checkInsDue(asOf(found.row, day), day),
    nextSteps: nextSteps(asOf(found.row, day), day),
    grantSteps: Object.fromEntries(
      tracks.grants.flatMap(grant => {
        const fund = funds.find(({ potId }) => potId === grant.pot)
        const step = fund && nextStepOf(grant, fund)
        return step ? [[grant.grantId, step]] : []
      }),
    ),
    tasks: tasksFor(found.row, admitted, day),
    warnings: warnings.filter(({ severity }) => severity === 'should-not-have').map(({ about }) => about),
  }
  // What comes next changes with the day, the settings and the rules of a fund as well.
  return ok({
    body,
    etag: [found.row.n, day, version, ...funds.map(fund => fund.version), readerOf(admitted)].join('.'),
  })
}

/** The funds that grants are of, oldest grant first. */
async function fundsOfGrants(store: Store, programme: string, grants: readonly Grant[]): Promise<PotRow[]> {
  const ids = new Set(grants.flatMap(({ pot }) => pot ?? []))
  const found = await Promise.all([...ids].map(id => store.read(programme, 'pot', [id])))
  return found.flatMap(fund => fund?.row ?? [])
}

/** What is still to do, by the same rule as Today, and in the same words. */
function tasksFor(row: CaseRow, admitted: Admitted, day: PlainDate): OpenTask[] {
  const supportCase = asOf(row, day)
  const words = reaches(admitted, 'notes.read', supportCase.catalyst ?? null) ? row.private?.tasks : undefined
  return tasksOf(supportCase, questionOf(admitted, day)).map(task => inOurWords(task, settingsAt(admitted.versions, day).names, words))
}

/** Checks and gates as they stand. What is known of a DBS check goes only to those who may see one, and gates to those who act by them. */
function clearance(row: CaseRow, admitted: Admitted, day: PlainDate): Pick<CaseBody, 'gates' | 'checks'> {
  const { private: copy } = row
  const supportCase = asOf(row, day)
  const { rules, names } = settingsAt(admitted.versions, day)
  const seesDbs = reaches(admitted, 'dbs.see', supportCase.catalyst ?? null)
  const question = { supportCase, dbs: copy?.dbs, rules, today: day }
  const checks = checkStandings(supportCase, copy?.dbs, rules, day).filter(({ check }) => seesDbs || check !== 'dbs')
  const told = reaches(admitted, 'cases.record', supportCase.catalyst ?? null) ? gates.map(gate => gateState(gate, question)) : []
  return {
    checks: checks.map(({ seenOn = null, until = null, daysLeft = null, ...rest }) => ({ ...rest, seenOn, until, daysLeft })),
    gates: told.map(({ gate, open, overruledOn = null, conditions }) => ({
      gate,
      open,
      overruledOn,
      conditions: conditions.map(condition => ({
        kind: condition.kind,
        met: condition.met,
        check: condition.kind === 'check' ? condition.check : null,
        words: condition.met ? null : conditionInWords(condition, checkNames(names.checks)),
      })),
    })),
  }
}

async function readFacts(world: World, asked: Asked): Promise<Result<Answer, Refusal>> {
  const admission = await admitToCase(world.store, asked)
  if (!admission.ok) return admission
  const { admitted, found } = admission.value
  const entries = await entriesOf(world.store, admitted, found.row)
  const words = reaches(admitted, 'notes.read', catalystOf(found.row)) ? 'noted' : 'unnoted'
  return ok({ body: { id: found.row.caseId, n: found.row.n, entries }, etag: `${found.row.n}.${words}` })
}

/** The timeline of a case. Words go only to those who may read notes. */
export async function entriesOf(store: Store, admitted: Admitted, kept: CaseRow): Promise<Entry[]> {
  const { caseId, facts } = kept
  const texts = new Map<string, string>()
  if (reaches(admitted, 'notes.read', catalystOf(kept))) {
    for await (const page of store.list(admitted.programmeId, 'text', { startsWith: [caseId] })) {
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
