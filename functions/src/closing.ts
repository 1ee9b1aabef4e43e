import type { FollowedCase, Handing } from '#domain/afterFunding.ts'
import { checkInsToCome, handings, isOpenRecord } from '#domain/afterFunding.ts'
import { decide } from '#domain/decide.ts'
import type { Closing } from '#domain/followUpSchemas.ts'
import { closingSchema } from '#domain/followUpSchemas.ts'
import { earlier } from '#domain/plainDate.ts'
import { hasClosed } from '#domain/programmeRules.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Settings } from '#domain/settings.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import { followedCases } from '#functions/followUp.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { membersOf } from '#functions/members.ts'
import { readVersions, settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import { newVersion } from '#functions/settings.ts'
import type { MemberRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import type { CaseWrite, WriteRequest } from '#functions/writing.ts'
import { write } from '#functions/writing.ts'
import * as z from 'zod'

const querySchema = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .transform(said => said === 'true')
    .default(false),
  /** How long the call may work, in seconds: a page asks for less, so that it can show how far it is. */
  seconds: z.coerce.number().int().min(1).max(60).default(60),
})
type Query = z.output<typeof querySchema>

/** Records that are handed over in one transaction, and a pause after it in milliseconds, so that people keep working. */
const pace = { cases: 20, pause: 50 } as const

/** Closing a programme. */
export const closingRoutes = (world: World): Route[] => [
  route({
    name: 'api-programme-close',
    method: 'POST',
    path: 'api/v1/programmes/{p}/close',
    needs: 'programmes.close',
    summary: 'Hand every open record to those who make the check-ins, and stop the other reminders; a dry run says what would happen',
    query: querySchema,
    answer: { status: 200, schema: closingSchema },
    handle: asked => close(world, asked),
  }),
]

type Owner = Pick<MemberRow, 'oid' | 'label'>

/**
 * Hands over what is open, twenty records at a time, and then stops the other reminders from today on, in a new version of the settings.
 * Nothing is staged: a call that broke off is gone on with by asking again, and what is handed over already stays as it is.
 */
async function close(world: World, { caller, params, query }: Asked<Query>): Promise<Result<Answer, Refusal>> {
  const admission = await admit(world.store, caller, params['p'] ?? '', 'programmes.close')
  if (!admission.ok) return admission
  const admitted = admission.value
  const settings = settingsAt(admitted.versions, today(world))
  const owners = await ownersOf(world, admitted, settings)
  if (!owners.ok) return owners
  const until = world.writer.clock() + query.seconds * 1_000
  const cases = followedCases(await world.books.open(admitted.programmeId), world)
  const planned = handings(cases, oidsOf(owners.value))
  if (query.dryRun)
    return ok({
      body: reportOf(
        world,
        admitted,
        { cases, settings, owners: owners.value, left: planned },
        { dryRun: true, handed: 0, closedOn: null },
      ),
    })

  let handed = 0
  for (let at = 0; at < planned.length && world.writer.clock() < until; at += pace.cases) {
    const part = await handOver(world, admitted, planned.slice(at, at + pace.cases))
    if (!part.ok) return part
    handed += part.value
    await world.writer.wait(pace.pause)
  }
  const present = followedCases(await world.books.open(admitted.programmeId), world)
  const left = handings(present, oidsOf(owners.value))
  const closedOn = left.length > 0 ? ok(null) : await stopReminders(world, admitted)
  if (!closedOn.ok) return closedOn
  return ok({
    body: reportOf(
      world,
      admitted,
      { cases: present, settings, owners: owners.value, left },
      { dryRun: false, handed, closedOn: closedOn.value },
    ),
  })
}

const oidsOf = (owners: readonly Owner[]): string[] => owners.map(({ oid }) => oid)

/** Those who make the check-ins after the money: one person, or the council's team, which is whoever has that role here. */
async function ownersOf(world: World, { programmeId }: Admitted, settings: Settings): Promise<Result<Owner[], Refusal>> {
  const members = (await membersOf(world.store, programmeId)).map(({ row }) => row).sort((a, b) => (a.oid < b.oid ? -1 : 1))
  switch (settings.followUpBy) {
    case 'nobody':
      return ok([])
    case 'person': {
      const person = members.filter(({ oid }) => oid === settings.followUpPerson)
      return person.length > 0 ? ok(person) : refused({ kind: 'owner-not-here' })
    }
    case 'council-team': {
      const team = members.filter(({ roles }) => roles.includes('follow-up-owner'))
      return team.length > 0 ? ok(team) : refused({ kind: 'nobody-follows-up' })
    }
  }
}

async function handOver(world: World, { programmeId, caller }: Admitted, part: readonly Handing[]): Promise<Result<number, Refusal>> {
  const day = today(world)
  const request: WriteRequest = { partition: programmeId, command: 'close-programme', by: caller.oid, via: 'person' }
  const written = await write<Refusal>(world.writer, request, async ({ read }) => {
    const cases: CaseWrite[] = []
    for (const { caseId, to } of part) {
      const found = await read('case', [caseId])
      if (!found) continue
      const decision = decide(found.row.facts, { kind: 'assign', happenedOn: day, catalyst: to }, day)
      if (!decision.ok) return decision
      cases.push({ caseId, reference: found.row.reference, found, added: decision.value })
    }
    return ok({ cases, changes: [] })
  })
  return written.ok ? ok(part.length) : written
}

/** A version of the settings in which the programme has closed today. Where it has closed already, that day stays. */
async function stopReminders(world: World, { programmeId, caller }: Admitted): Promise<Result<Closing['closedOn'], Refusal>> {
  const day = today(world)
  const textId = world.writer.newId()
  let closedOn = day
  const request: WriteRequest = { partition: programmeId, command: 'close-programme', by: caller.oid, via: 'person' }
  const written = await write<Refusal>(world.writer, request, async snapshot => {
    const versions = await readVersions(world.store, programmeId, snapshot.head)
    const { version: _version, ...settings } = settingsAt(versions, day)
    if (hasClosed(settings.rules, day)) {
      closedOn = settings.rules.closedOn ?? day
      return refused({ kind: 'nothing-changed' })
    }
    const { tid, invented, history } = versions
    const version = (history.at(-1)?.version ?? 0) + 1
    const closed = { ...settings, rules: { ...settings.rules, closedOn: day } }
    return ok(newVersion({ settings: closed, tid, invented, textId, version, by: caller.oid }, day, snapshot))
  })
  return written.ok || written.refusal.kind === 'nothing-changed' ? ok(closedOn) : written
}

type Came = Pick<Closing, 'dryRun' | 'handed' | 'closedOn'>
type Standing = { cases: readonly FollowedCase[]; settings: Settings; owners: readonly Owner[]; left: readonly Handing[] }

function reportOf(world: World, { programmeId }: Admitted, { cases, settings, owners, left }: Standing, came: Came): Closing {
  const day = today(world)
  const open = cases.filter(({ supportCase }) => isOpenRecord(supportCase))
  const goingTo = new Map(left.map(({ caseId, to }) => [caseId, to]))
  const holds = (oid: string): number =>
    open.filter(({ caseId, supportCase }) => (goingTo.get(caseId) ?? supportCase.catalyst) === oid).length
  // From today on those who follow up make them all, whether or not the money has ended.
  const period = { ...settings.period, to: earlier(settings.period.to, day) }
  const toCome = checkInsToCome(cases, { ...settings, period }, day)
  const twoYear = toCome.filter(({ month }) => month === 24)
  return {
    programme: programmeId,
    ...came,
    records: open.length,
    left: left.length,
    owners: owners.map(({ oid, label }) => ({ oid, label, records: holds(oid) })),
    checkIns: toCome.length,
    twoYear: twoYear.length,
    twoYearWithoutOwner: twoYear.filter(({ owner: { by } }) => by === 'nobody').length,
  }
}
