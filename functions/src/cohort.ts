import { cohortFigures, cohortMethod, workOutMember } from '#domain/cohort.ts'
import type { CohortFigures, SettledQuestion } from '#domain/cohort.ts'
import { figureLines } from '#domain/cohortLines.ts'
import type { Member } from '#domain/cohortMembers.ts'
import { countOf, formOf, membersOf, sumOf } from '#domain/cohortMembers.ts'
import type { Cohort, CohortQuestion, Lines } from '#domain/cohortSchemas.ts'
import { cohortQuestionSchema, cohortSchema, linesQuestionSchema, linesSchema } from '#domain/cohortSchemas.ts'
import { reachOf } from '#domain/permissions.ts'
import type { Instant } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { momentOf } from '#functions/moment.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { World } from '#functions/world.ts'
import type * as z from 'zod'

/** The cohort report, and the list behind each of its figures. */
export const cohortRoutes = (world: World): Route[] => [
  route({
    name: 'api-cohort',
    method: 'GET',
    path: 'api/v1/programmes/{p}/cohort',
    needs: 'cohort.read',
    summary: 'Counts, survival, returns and cost of a cohort, as at a day and as known at an instant',
    query: cohortQuestionSchema,
    answer: { status: 200, schema: cohortSchema },
    handle: asked => cohort(world, asked),
  }),
  route({
    name: 'api-cohort-lines',
    method: 'GET',
    path: 'api/v1/programmes/{p}/cohort/lines',
    needs: 'cohort.read',
    summary: 'The list behind one figure of the same question',
    query: linesQuestionSchema,
    answer: { status: 200, schema: linesSchema },
    handle: asked => lines(world, asked),
  }),
]

/** A question with its day and log number settled, and the book to ask it of. */
type Settled = { admitted: Admitted; book: Book; question: SettledQuestion & { knownAt: Instant }; through: number }

async function settle(world: World, { caller, params }: Asked, query: CohortQuestion): Promise<Result<Settled, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'cohort.read')
  if (!admitted.ok) return admitted
  const { from, to } = query
  if (from && to && from > to) return refused({ kind: 'range-backwards' })
  const moment = await momentOf(world, admitted.value.programmeId, query, workOutMember)
  if (!moment.ok) return moment
  const { book, asAt, knownAt, through } = moment.value
  return ok({ admitted: admitted.value, book, through, question: { ...query, asAt, knownAt } })
}

// The same question of the same book has the same answer: asked again in a meeting, it is not worked out again.
const answered = new WeakMap<Book['cases'], Map<string, CohortFigures>>()
const answersKept = 60

function figuresOf({ book, question, admitted }: Settled): CohortFigures {
  const known = answered.get(book.cases) ?? new Map<string, CohortFigures>()
  answered.set(book.cases, known)
  const { costPence } = settingsAt(admitted.versions, question.asAt, question.knownAt)
  const key = JSON.stringify([question, costPence])
  const kept = known.get(key)
  if (kept) return kept
  const figures = cohortFigures([...book.cases.values()], question, costPence)
  const [oldest] = known.keys()
  if (known.size >= answersKept && oldest !== undefined) known.delete(oldest)
  known.set(key, figures)
  return figures
}

async function cohort(world: World, asked: Asked<CohortQuestion>): Promise<Result<Answer, Refusal>> {
  const settled = await settle(world, asked, asked.query)
  if (!settled.ok) return settled
  const { admitted, question, through } = settled.value
  const { asAt, knownAt, by, from = null, to = null, area = null, form = null } = question
  const body: Cohort = {
    programme: admitted.programmeId,
    through,
    knownAt,
    method: cohortMethod,
    asAt,
    by,
    from,
    to,
    area,
    form,
    ...figuresOf(settled.value),
  }
  return ok({ body, etag: `${cohortMethod}.${through}.${asAt}` })
}

async function lines(world: World, asked: Asked<z.output<typeof linesQuestionSchema>>): Promise<Result<Answer, Refusal>> {
  const { figure, ...query } = asked.query
  const settled = await settle(world, asked, query)
  if (!settled.ok) return settled
  const { admitted, book, question, through } = settled.value
  const found = figureLines(membersOf([...book.cases.values()], question), figure, question.asAt)
  if (!found) return refused({ kind: 'no-such-figure', figure })
  const seesNames = reachOf('names.see', admitted.holder) === 'all'
  const body: Lines = {
    figure,
    through,
    knownAt: question.knownAt,
    asAt: question.asAt,
    total: found.adds === 'rows' ? countOf(found.lines) : sumOf(found.lines),
    adds: found.adds,
    rows: found.lines
      .map(({ member, on, value }) => ({ ...lineOf(book, member, seesNames), on: on ?? null, value: value ?? null }))
      .sort((a, b) => (a.reference < b.reference ? -1 : 1)),
  }
  // Names in it are those of today, whatever the question's moment.
  return ok({ body, etag: `${cohortMethod}.${through}.${question.asAt}.${figure}.${book.head.n}.${seesNames ? 'named' : 'unnamed'}` })
}

function lineOf(
  book: Book,
  { caseId, supportCase }: Member,
  seesNames: boolean,
): Pick<Lines['rows'][number], 'id' | 'reference' | 'name' | 'area' | 'form'> {
  const kept = book.cases.get(caseId)
  return {
    id: caseId,
    reference: supportCase.reference ?? kept?.reference ?? '',
    name: seesNames ? (kept?.private?.name ?? null) : null,
    area: supportCase.area ?? null,
    form: formOf(supportCase.constitution) ?? null,
  }
}
