import type { FollowedCase } from '#domain/afterFunding.ts'
import { afterFunding, isEndNear } from '#domain/afterFunding.ts'
import { callOf } from '#domain/call.ts'
import { asOf } from '#domain/caseListing.ts'
import { flagLimits } from '#domain/flags.ts'
import { everythingDue, isTimeToRing } from '#domain/everythingDue.ts'
import type { AfterFundingAnswer, RoundRow, UpdateRound } from '#domain/followUpSchemas.ts'
import { afterFundingSchema, updateRoundSchema } from '#domain/followUpSchemas.ts'
import type { Result } from '#domain/result.ts'
import { ok } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, reaches } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import { rowOf } from '#functions/cases.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'

/** The follow-up: everyone due for a call in one grid, and what comes after the money. */
export const followUpRoutes = (world: World): Route[] => [
  route({
    name: 'api-update-round',
    method: 'GET',
    path: 'api/v1/programmes/{p}/update-round',
    needs: 'check-ins.record',
    summary: 'Everyone due for a check-in or for numbers, with what they told last time',
    answer: { status: 200, schema: updateRoundSchema },
    handle: asked => readRound(world, asked),
  }),
  route({
    name: 'api-after-funding',
    method: 'GET',
    path: 'api/v1/programmes/{p}/after-funding',
    needs: 'cohort.read',
    summary: 'The check-ins that come after the funded period, month by month, and who makes them',
    answer: { status: 200, schema: afterFundingSchema },
    handle: asked => readAfterFunding(world, asked),
  }),
]

async function readRound(world: World, { caller, params }: Asked): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'check-ins.record')
  if (!admitted.ok) return admitted
  const book = await world.books.open(admitted.value.programmeId)
  const rows = [...book.cases.values()].flatMap(kept => roundRow(kept, admitted.value, world))
  rows.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1))
  const body: UpdateRound = { programme: admitted.value.programmeId, through: book.head.n, today: today(world), rows }
  return ok({ body })
}

/** The row of one that is due and that this person may ring. What they may not see is not in it. */
function roundRow(kept: CaseRow, admitted: Admitted, world: World): RoundRow[] {
  const day = today(world)
  const settings = settingsAt(admitted.versions, day)
  const { rules } = settings
  const supportCase = asOf(kept, day)
  const catalyst = supportCase.catalyst ?? null
  if (!reaches(admitted, 'check-ins.record', catalyst)) return []
  const things = everythingDue(supportCase, rules, day)
  if (!isTimeToRing(things, day)) return []
  const dues = things.flatMap(thing => (thing.what === 'check-in' || thing.what === 'numbers' ? [thing.dueOn] : []))
  const { id, n, reference, name, phone, area, standing } = rowOf(kept, day, flagLimits(settings))
  const seesNames = reaches(admitted, 'names.see', catalyst)
  const dueOn = dues.sort()[0] ?? day
  const named = seesNames ? { name, phone } : { name: null, phone: null }
  return [{ id, n, reference, ...named, area, catalyst, standing, dueOn, call: callOf(supportCase, rules, day) }]
}

/** The cases of a book, folded as of today. */
export const followedCases = (book: Book, world: World): FollowedCase[] =>
  [...book.cases.values()].map(kept => ({ caseId: kept.caseId, supportCase: asOf(kept, today(world)) }))

async function readAfterFunding(world: World, { caller, params }: Asked): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'cohort.read')
  if (!admitted.ok) return admitted
  const { programmeId, versions } = admitted.value
  const day = today(world)
  const settings = settingsAt(versions, day)
  const { followUpBy, followUpPerson, names, rules } = settings
  const after = afterFunding(followedCases(await world.books.open(programmeId), world), settings, day)
  const body: AfterFundingAnswer = {
    programme: programmeId,
    today: day,
    ...after,
    months: [...after.months],
    followUpBy,
    followUpPerson,
    followUpOwner: names.followUpOwner,
    isEndNear: isEndNear(settings, day),
    closedOn: rules.closedOn,
  }
  return ok({ body })
}
