import { assumptionsOn } from '#domain/assumptions.ts'
import { caseAt } from '#domain/caseAt.ts'
import { membersOf } from '#domain/cohortMembers.ts'
import { reachOf } from '#domain/permissions.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { SavingsInput } from '#domain/savings.ts'
import { savingsMethod } from '#domain/savings.ts'
import { savingsFigures } from '#domain/savingsFigures.ts'
import type { SavingsLine } from '#domain/savingsLines.ts'
import { missingForList, savingsLines } from '#domain/savingsLines.ts'
import type { Savings, SavingsLines, SavingsQuestion } from '#domain/savingsSchemas.ts'
import { savingsLinesQuestionSchema, savingsLinesSchema, savingsQuestionSchema, savingsSchema } from '#domain/savingsSchemas.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import { readAssumptions, withSources } from '#functions/assumptions.ts'
import type { Book } from '#functions/book.ts'
import { cashableOf } from '#functions/budgets.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { Moment } from '#functions/moment.ts'
import { momentOf } from '#functions/moment.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { World } from '#functions/world.ts'
import type * as z from 'zod'

/** What the council did not have to pay, and the list behind each of its figures. */
export const savingsRoutes = (world: World): Route[] => [
  route({
    name: 'api-savings',
    method: 'GET',
    path: 'api/v1/programmes/{p}/savings',
    needs: 'savings.read',
    summary: 'The savings estimate, as at a day and as known at an instant, with every figure that it rests on',
    query: savingsQuestionSchema,
    answer: { status: 200, schema: savingsSchema },
    handle: asked => savings(world, asked),
  }),
  route({
    name: 'api-savings-lines',
    method: 'GET',
    path: 'api/v1/programmes/{p}/savings/lines',
    needs: 'savings.read',
    summary: 'The enterprises behind one figure of the same question',
    query: savingsLinesQuestionSchema,
    answer: { status: 200, schema: savingsLinesSchema },
    handle: asked => lines(world, asked),
  }),
]

/** Who asks, and the moment that they ask about. */
type Settled = Moment & { admitted: Admitted }

async function settle(world: World, { caller, params }: Asked, question: SavingsQuestion): Promise<Result<Settled, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'savings.read')
  if (!admitted.ok) return admitted
  const moment = await momentOf(world, admitted.value.programmeId, question)
  return moment.ok ? ok({ ...moment.value, admitted: admitted.value }) : moment
}

async function inputOf(world: World, { admitted, book, asAt, knownAt }: Settled): Promise<SavingsInput> {
  const cases = [...book.cases.values()]
  const { costPence, period } = settingsAt(admitted.versions, asAt, knownAt)
  const granted = cases.map(each => ({ caseId: each.caseId, supportCase: caseAt(each, { asAt, knownAt }) }))
  return {
    members: membersOf(cases, { by: 'enquiry', asAt, knownAt }),
    granted: granted.filter(({ supportCase }) => supportCase.grants.length > 0),
    recorded: await readAssumptions(world.store, admitted.programmeId),
    asAt,
    knownAt,
    costPence,
    period,
  }
}

/** The seed of the draws where none is asked for: the day, so that the same question draws the same. */
const seedOf = ({ asAt }: Settled, { seed }: SavingsQuestion): number => seed ?? Number(asAt.replaceAll('-', ''))

async function savings(world: World, asked: Asked<SavingsQuestion>): Promise<Result<Answer, Refusal>> {
  const settled = await settle(world, asked, asked.query)
  if (!settled.ok) return settled
  const { admitted, asAt, knownAt, through } = settled.value
  const input = await inputOf(world, settled.value)
  const seed = seedOf(settled.value, asked.query)
  const held = assumptionsOn(input.recorded, asAt, knownAt)
  const body: Savings = {
    programme: admitted.programmeId,
    through,
    knownAt,
    method: savingsMethod,
    asAt,
    ...savingsFigures(input, seed),
    cashable: await cashableOf(world, admitted.programmeId, asAt, knownAt),
    assumptions: await withSources(world, admitted, held),
  }
  const seesWho = reachOf('members.read', admitted.holder) ? 'who' : 'nobody'
  return ok({ body, etag: `${savingsMethod}.${through}.${asAt}.${seed}.${seesWho}` })
}

async function lines(world: World, asked: Asked<z.output<typeof savingsLinesQuestionSchema>>): Promise<Result<Answer, Refusal>> {
  const { figure, ...query } = asked.query
  const settled = await settle(world, asked, query)
  if (!settled.ok) return settled
  const { admitted, book, asAt, knownAt, through } = settled.value
  const input = await inputOf(world, settled.value)
  const kinds = missingForList(input, figure)
  if (kinds.length > 0) return refused({ kind: 'figure-missing', kinds })
  const found = savingsLines(input, figure)
  const seesNames = reachOf('names.see', admitted.holder) === 'all'
  const body: SavingsLines = {
    figure,
    through,
    knownAt,
    asAt,
    total: found.reduce((sum, { amount }) => sum + amount, 0),
    rows: found.map(line => rowOf(book, line, seesNames)).sort((a, b) => (a.reference < b.reference ? -1 : 1)),
  }
  return ok({ body, etag: `${savingsMethod}.${through}.${asAt}.${figure}.${book.head.n}.${seesNames ? 'named' : 'unnamed'}` })
}

function rowOf(book: Book, { member, minutes, amount, versions }: SavingsLine, seesNames: boolean): SavingsLines['rows'][number] {
  const { caseId, supportCase } = member
  const kept = book.cases.get(caseId)
  return {
    id: caseId,
    reference: supportCase.reference ?? kept?.reference ?? '',
    name: seesNames ? (kept?.private?.name ?? null) : null,
    area: supportCase.area ?? null,
    minutes,
    amount,
    versions: [...versions],
  }
}
