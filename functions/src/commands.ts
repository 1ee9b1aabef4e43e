import { caseAt } from '#domain/caseAt.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { commandSchema } from '#domain/commandSchemas.ts'
import type { Command } from '#domain/commandFacts.ts'
import type { Gate, Need } from '#domain/besideVocabulary.ts'
import { decide } from '#domain/decide.ts'
import type { Fact } from '#domain/facts.ts'
import { isHappening, record } from '#domain/facts.ts'
import { gateState } from '#domain/gates.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Settings } from '#domain/settings.ts'
import { boundBy } from '#domain/separation.ts'
import { legalDayPassed } from '#domain/todayReasons.ts'
import { foreseenSchema, recordedAnswerSchema } from '#domain/wireSchemas.ts'
import type { Admitted } from '#functions/access.ts'
import { admitToCase, entriesOf } from '#functions/caseReading.ts'
import { withIds } from '#functions/commandIds.ts'
import { dealingsOf } from '#functions/dealings.ts'
import { fundOf, fundRefusal, grantNumberIn, fundsOf, moneyMoved } from '#functions/fund.ts'
import { permissionFor, permissionToUndo, readsFunds, rewritesTheFund, settlingOf, whoCan } from '#functions/grants.ts'
import { isForNobody, isOthersHandover } from '#functions/handovers.ts'
import { keyedHash, sha256 } from '#functions/hashing.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { membersOf } from '#functions/members.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import { storiesEndedBy } from '#functions/insightReading.ts'
import type { Refusal } from '#functions/refusals.ts'
import { statusOf } from '#functions/refusals.ts'
import type { CaseRow, PotRow, PrivateCopy } from '#functions/store.ts'
import { logKey } from '#functions/store.ts'
import { keptOf, questionOf } from '#functions/today.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import type { Draft, Snapshot, WriteRequest, Written } from '#functions/writing.ts'
import { foresee, write } from '#functions/writing.ts'
import * as z from 'zod'

const querySchema = z.strictObject({
  /** Says what the command would come to, and records nothing. */
  dryRun: z
    .enum(['true', 'false'])
    .transform(said => said === 'true')
    .default(false),
})
type Query = z.output<typeof querySchema>

/** Every change to a case that is there. */
export const commandRoutes = (world: World): Route[] => [
  route({
    name: 'api-case-command',
    method: 'POST',
    path: 'api/v1/programmes/{p}/cases/{c}/commands',
    needs: 'cases.read',
    summary: 'A change to a case; each kind of command needs its own permission. A dry run says what would happen',
    query: querySchema,
    body: commandSchema,
    answer: { status: 200, schema: z.union([recordedAnswerSchema, foreseenSchema]) },
    handle: asked => command(world, asked),
  }),
]

/** The key under which a command takes effect once, for this caller. */
export async function keyOf(
  world: World,
  { caller, headers }: Asked,
  request: unknown,
): Promise<Result<NonNullable<WriteRequest['key']>, Refusal>> {
  const given = headers.get('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{8,200}$/.test(given)) return refused({ kind: 'idempotency-key-missing' })
  const requestHash = keyedHash(await world.secret(), JSON.stringify(request))
  return ok({ of: `${caller.tid}.${caller.oid} ${given}`, requestHash })
}

/** The log number that a command was made against. The ETag of a case begins with it, and the number alone will do. */
export function numberIn(headers: Asked['headers']): number | undefined {
  const [, n] = /^(?:W\/)?"(\d{1,10})(?:\.[^"]*)?"$/.exec(headers.get('if-match') ?? '') ?? []
  return n === undefined ? undefined : Number(n)
}

/** What a command came to, as it is answered. */
export const answerOf = (status: number, { n, recordedAt, facts }: Written, id: string, reference: string | null): Answer => ({
  status,
  body: { id, n, reference, recordedAt, facts: facts.map(fact => fact.id) },
  etag: String(n),
})

/** The key of the claim that keeps a reference for one case. */
export const claimKey = (reference: string): readonly string[] => ['reference', sha256(reference.toLowerCase())]

/** What only adds never conflicts, and undo names what it takes back: these need no If-Match. */
const conflictFree: readonly TypedCommand['kind'][] = ['log-contact', 'set-task', 'link-document', 'undo']

async function command(world: World, asked: Asked<Query, TypedCommand>): Promise<Result<Answer, Refusal>> {
  const { body, caller, params, query } = asked
  const admission = await admitToCase(world.store, asked, async ({ facts }) =>
    body.kind === 'undo'
      ? permissionToUndo(facts, body.of, await commandOf(world, params['p'] ?? '', body.of))
      : permissionFor(facts, body, caller.oid),
  )
  if (!admission.ok) return refusedByRole(world, asked, admission.refusal)
  const { admitted, found } = admission.value
  const { caseId, reference } = found.row
  const key = await keyOf(world, asked, [body.kind, params['p'], caseId, body])
  if (!key.ok) return key
  const expected = numberIn(asked.headers)
  if (expected === undefined && !query.dryRun && !conflictFree.includes(body.kind)) return refused({ kind: 'if-match-missing' })

  const request: WriteRequest = { partition: admitted.programmeId, command: body.kind, by: caller.oid, via: 'person', key: key.value }
  const made = (snapshot: Snapshot): Promise<Result<Draft, Refusal>> => draftOf(world, { admitted, caseId, body, expected }, snapshot)
  if (query.dryRun) {
    const foreseen = await foresee<Refusal>(world.writer, request, made)
    if (!foreseen.ok) return foreseen
    const recorded = foreseen.value ? answerOf(200, foreseen.value, caseId, reference).body : null
    return ok({ status: 200, body: { dryRun: true, id: caseId, n: found.row.n, reference, recorded } })
  }
  const written = await write<Refusal>(world.writer, request, made)
  if (!written.ok && settlingOf(found.row.facts, body)) await logRefusal(world, request, caseId, written.refusal)
  return written.ok ? ok(answerOf(200, written.value, caseId, reference)) : written
}

type Commanded = { admitted: Admitted; caseId: string; body: TypedCommand; expected: number | undefined }

/** What a command writes on the case as it stands, or why it is not taken. */
async function draftOf(
  world: World,
  { admitted, caseId, body, expected }: Commanded,
  { head, recordedAt, read }: Snapshot,
): Promise<Result<Draft, Refusal>> {
  const { caller, programmeId, versions } = admitted
  const present = await read('case', [caseId])
  if (!present) return refused({ kind: 'not-found' })
  if (expected !== undefined && present.row.n !== expected) {
    const entries = (await entriesOf(world.store, admitted, present.row)).filter(({ n }) => n > expected)
    return refused({ kind: 'changed-since-read', n: present.row.n, entries })
  }
  const fund = await fundOf(present.row, body, read)
  const grantNumber = grantNumberIn(present.row, body, fund?.row)
  const { domainCommand, changes } = withIds(world, { caseId, grantNumber, fund: fund?.row }, body, caller)
  const barred = await moneyRefusal(world, admitted, { row: present.row, body, command: domainCommand, fund: fund?.row })
  if (barred) return refused(barred)
  if (await isForNobody(admitted, body, read)) return refused({ kind: 'cannot-take-over' })
  if (await isOfTwoRecords(present.row, body, read)) return refused({ kind: 'of-two-records' })
  if (isOthersHandover(present.row, body, caller.oid)) return refused({ kind: 'not-asked-to-take-over' })
  const day = today(world)
  const decision = decide(present.row.facts, domainCommand, day)
  if (!decision.ok) return decision
  const shut = shutGate(present.row, body, settingsAt(versions, day)) ?? pastLegalDay(admitted, present.row, body, day)
  if (shut) return refused(shut)
  const stamp = { n: head.n + 1, recordedAt, recordedBy: caller.oid, via: 'person' } as const
  const moved = await moneyMoved({ row: present.row, command: body, added: decision.value, fund, stamp, today: day }, read)
  if (!moved.ok) return moved
  const copy = await withTasks(present.row, record(decision.value, stamp), { task: domainCommand.taskId, words: wordsIn(body) }, read)
  const ended = await storiesEndedBy(world.store, programmeId, head, present.row, decision.value, day)
  return ok({
    cases: [{ caseId, reference: present.row.reference, found: present, added: decision.value, ...(copy && { private: copy }) }],
    insights: ended.insights,
    changes: [...changes, ...ended.changes, ...moved.value],
  })
}

type MoneyStep = { row: CaseRow; body: TypedCommand; command: Command; fund: PotRow | undefined }

/** Why a step of a grant is not this person's to take, or not to be taken as the fund's rules are. */
async function moneyRefusal(
  world: World,
  { caller: { oid }, programmeId }: Admitted,
  { row, body, command: step, fund }: MoneyStep,
): Promise<Refusal | undefined> {
  const { store } = world
  const settling = settlingOf(row.facts, step)
  if (!settling && !fund) return rewritesTheFund(row.facts, body) ? { kind: 'take-back-instead' } : undefined
  const dealings = await dealingsOf(world, programmeId, row, settling?.grantId, 'happenedOn' in body ? body.happenedOn : undefined)
  const { catalyst } = caseAt(row.facts)
  const bound = settling && boundBy(dealings, { ...settling, oid })
  if (bound) return { ...bound, whoCan: whoCan(await membersOf(store, programmeId), { settling, catalyst, dealings }) }
  const funds = body.kind === 'award-grant' || body.kind === 'pay-grant' ? await fundsOf(store, programmeId) : []
  if (body.kind === 'award-grant' && funds.length > 0) return { kind: 'recommend-first' }
  if (rewritesTheFund(row.facts, body)) return { kind: 'take-back-instead' }
  const members = body.kind === 'decide-grant' && fund ? await membersOf(store, programmeId) : []
  const sitting = members.filter(readsFunds).map(each => each.row.oid)
  const refusal = fundRefusal(row, body, { oid, fund, funds, members: sitting, dealings })
  if (refusal?.kind !== 'over-your-limit' || body.kind !== 'decide-grant' || !settling) return refusal
  return { ...refusal, whoCan: whoCan(members, { settling, catalyst, dealings, pence: body.pence }) }
}

/** What a role does not include of money says who can, and is in the log like any other refusal of it. */
async function refusedByRole(
  world: World,
  { body, caller, params, query }: Asked<Query, TypedCommand>,
  refusal: Refusal,
): Promise<Result<never, Refusal>> {
  // Whoever may not read the record is told no more.
  if (refusal.kind !== 'not-permitted' || refusal.permission === 'cases.read') return refused(refusal)
  const { p: partition = '', c: caseId = '' } = params
  const row = (await world.store.read(partition, 'case', [caseId]))?.row
  const settling = row && settlingOf(row.facts, body)
  if (!settling) return refused(refusal)
  if (!query.dryRun) await logRefusal(world, { partition, command: body.kind, by: caller.oid, via: 'person' }, caseId, refusal)
  const [members, dealings] = await Promise.all([membersOf(world.store, partition), dealingsOf(world, partition, row, settling.grantId)])
  return refused({ ...refusal, whoCan: whoCan(members, { settling, catalyst: caseAt(row.facts).catalyst, dealings }) })
}

/** What is refused of money is in the log all the same: who tried what, on which case, and why not. */
async function logRefusal(world: World, { partition, command: name, by }: WriteRequest, caseId: string, { kind }: Refusal): Promise<void> {
  if (statusOf[kind] >= 500) return
  const entry = { partition, command: 'refuse', by, via: 'person' } as const
  await write(world.writer, entry, async () => ok({ cases: [], changes: [], refused: { command: name, caseId, why: kind } }))
}

/** Which command took a log number. */
const commandOf = async ({ store }: World, programme: string, n: number): Promise<string | undefined> =>
  (await store.read(programme, 'log', logKey(n)))?.row.command

/** What we do only when the way is clear. A gate is asked as of the day on which the thing is done. */
const gateOf: Partial<Record<TypedCommand['kind'], Gate>> = {
  list: 'list',
  'sign-off': 'sign-off',
  'recommend-grant': 'recommend-grant',
  'pay-grant': 'pay-grant',
}

function shutGate({ facts, private: copy }: CaseRow, typed: TypedCommand, { rules, names }: Settings): Refusal | undefined {
  const gate = gateOf[typed.kind]
  if (!gate || !('happenedOn' in typed)) return undefined
  const { happenedOn } = typed
  // What was recorded later on the same day or before it counts: only its day matters.
  const supportCase = caseAt(facts, { asAt: happenedOn })
  const { open, conditions } = gateState(gate, { supportCase, dbs: copy?.dbs, rules, today: happenedOn })
  return open ? undefined : { kind: 'gate-shut', gate, inTheWay: conditions.filter(({ met }) => !met), called: names.checks }
}

/** What has a legal day, such as a reply to CQC or cover that runs out, is put off until that day and no longer. */
function pastLegalDay(admitted: Admitted, row: CaseRow, typed: TypedCommand, day: PlainDate): Refusal | undefined {
  if (typed.kind !== 'put-off' && typed.kind !== 'put-off-task') return undefined
  const needs: Need[] = [...(typed.kind === 'put-off' ? [typed.need] : []), ...(typed.also?.needs ?? [])]
  const passed = legalDayPassed(keptOf(row, day), questionOf(admitted, day), { needs, until: typed.until })
  return passed && { kind: 'past-legal-day', ...passed }
}

/** A merge and a split are written on two records: to correct one side of them would leave the other as it is. */
async function isOfTwoRecords({ facts }: CaseRow, typed: TypedCommand, read: Snapshot['read']): Promise<boolean> {
  if (typed.kind !== 'undo' && typed.kind !== 'withdraw' && typed.kind !== 'replace') return false
  const n = typed.kind === 'undo' ? typed.of : facts.find(({ id }) => id === typed.of)?.n
  const recordedBy = n === undefined ? undefined : (await read('log', logKey(n)))?.row.command
  return recordedBy === 'merge' || recordedBy === 'split'
}

/** What a command says of the to-do that it sets. */
const wordsIn = (typed: TypedCommand): string | undefined =>
  typed.kind === 'set-task' ? typed.note : 'next' in typed ? typed.next?.words : undefined

/**
 * What a to-do says is copied to where the list reads it, for as long as it is open. One that a correction opens again gets its words back
 * from where they are kept.
 */
async function withTasks(
  { caseId, facts, private: copy }: CaseRow,
  added: readonly Fact[],
  set: { task: string | undefined; words: string | undefined },
  read: Snapshot['read'],
): Promise<PrivateCopy | undefined> {
  if (!copy || !(set.words || added.some(fact => !isHappening(fact)))) return undefined
  const open = caseAt([...facts, ...added]).tasks.filter(({ state }) => state === 'open')
  const tasks: Record<string, string> = {}
  for (const { task, textId } of open) {
    const known = task === set.task ? set.words : copy.tasks?.[task]
    const words = known ?? (textId && (await read('text', [caseId, textId]))?.row.words)
    if (words) tasks[task] = words
  }
  return { ...copy, tasks }
}
