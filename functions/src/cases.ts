import { caseAt } from '#domain/caseAt.ts'
import { caseRow, withoutNames } from '#domain/caseListing.ts'
import type { FlagLimits } from '#domain/flags.ts'
import { flagLimits } from '#domain/flags.ts'
import { reachOf } from '#domain/permissions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { slugSchema } from '#domain/schemas.ts'
import { legalForms } from '#domain/vocabulary.ts'
import type { CaseList, CaseRow as ListedCase } from '#domain/wireSchemas.ts'
import { caseListSchema, standings } from '#domain/wireSchemas.ts'
import { admit, isWithin } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import { openPlace, sealPlace } from '#functions/cursor.ts'
import { sha256 } from '#functions/hashing.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import * as z from 'zod'

const sorts = ['next', 'reference', 'name', 'enquired'] as const
type Sort = (typeof sorts)[number]

const listQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().max(1_000).optional(),
  area: slugSchema.optional(),
  form: z.enum(legalForms).optional(),
  standing: z.enum(standings).optional(),
  sort: z.enum(sorts).default('next'),
})
type ListQuery = z.output<typeof listQuerySchema>

/** The list of a programme's cases. */
export const listRoutes = (world: World): Route[] => [
  route({
    name: 'api-cases-list',
    method: 'GET',
    path: 'api/v1/programmes/{p}/cases',
    needs: 'cases.read',
    summary: 'The list: all rows at once, or page by page with `limit`',
    query: listQuerySchema,
    answer: { status: 200, schema: caseListSchema },
    handle: asked => list(world, asked),
  }),
]

async function list(world: World, { caller, params, query }: Asked<ListQuery>): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'cases.read')
  if (!admitted.ok) return admitted
  const book = await world.books.open(admitted.value.programmeId)
  const day = today(world)
  const settings = settingsAt(admitted.value.versions, day)
  const limits = flagLimits(settings)
  const { holder, reach } = admitted.value
  const namesReach = reachOf('names.see', holder)
  // An order by names tells something of them.
  const sort = query.sort === 'name' && namesReach !== 'all' && namesReach !== reach ? 'reference' : query.sort
  const rows = sortedRows(book, day, limits, sort).filter(row => isWanted(query, row) && isWithin(reach, caller, row.catalyst))
  const secret = await world.secret()
  const page = pageOf(rows, query, sort, secret)
  if (!page) return refused({ kind: 'no-such-cursor' })
  // Two people who each see their own cases have different lists, and so has one person in meeting view.
  const own = reach === 'own' || namesReach === 'own' ? sha256(caller.oid).slice(0, 12) : 'all'
  const whose = `${own}.${namesReach ?? 'none'}`
  const body: CaseList = {
    programme: admitted.value.programmeId,
    through: book.head.n,
    today: day,
    total: rows.length,
    next: page.next,
    cases: page.rows.map(row => (isWithin(namesReach, caller, row.catalyst) ? row : withoutNames(row))),
  }
  return ok({ body, etag: `${book.head.n}.${day}.${settings.version}.${whose}` })
}

const isWanted = ({ area, form, standing }: ListQuery, row: ListedCase): boolean =>
  (!area || row.area === area) && (!form || row.form === form) && (!standing || row.standing === standing)

// A row changes only when its case does, or the day, or the limits: the book keeps a case's row object until it is recorded on again.
const rowsByCase = new WeakMap<CaseRow, { asked: string; row: ListedCase }>()
const sortedByBook = new WeakMap<Book['cases'], Map<string, ListedCase[]>>()

const askedOf = (day: PlainDate, { rules: { silentDays, stuckDays, closedOn }, fundedUntil }: FlagLimits): string =>
  JSON.stringify([day, silentDays, stuckDays, closedOn, fundedUntil])

/** The row of a case in the list, with name and phone: `withoutNames` takes them out for those who may not see them. */
export const rowOf = (kept: CaseRow, day: PlainDate, limits: FlagLimits): ListedCase => remembered(kept, day, limits, askedOf(day, limits))

/** The row of every case, in no order. */
export function rowsOf({ cases }: Book, day: PlainDate, limits: FlagLimits): ListedCase[] {
  const question = askedOf(day, limits)
  const rows: ListedCase[] = []
  // A duplicate is found where it was merged into.
  for (const each of cases.values()) if (!caseAt(each.facts).mergedInto) rows.push(remembered(each, day, limits, question))
  return rows
}

function remembered(kept: CaseRow, day: PlainDate, limits: FlagLimits, question: string): ListedCase {
  const known = rowsByCase.get(kept)
  if (known?.asked === question) return known.row
  const { caseId, n, reference, facts, private: copy } = kept
  const row = caseRow({ caseId, n, reference, facts, name: copy?.name ?? null, phone: copy?.phone ?? null }, day, limits)
  rowsByCase.set(kept, { asked: question, row })
  return row
}

function sortedRows(book: Book, day: PlainDate, limits: FlagLimits, sort: Sort): ListedCase[] {
  const known = sortedByBook.get(book.cases) ?? new Map<string, ListedCase[]>()
  sortedByBook.set(book.cases, known)
  const question = `${askedOf(day, limits)} ${sort}`
  const kept = known.get(question)
  if (kept) return kept
  const rows = rowsOf(book, day, limits).sort((a, b) => compare(placeOf(a, sort), placeOf(b, sort)))
  known.set(question, rows)
  return rows
}

type Sorted = { value: string; caseId: string }

const compare = (a: Sorted, b: Sorted): number =>
  a.value < b.value ? -1 : a.value > b.value ? 1 : a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0

/** What has no day comes last. */
function placeOf(row: ListedCase, sort: Sort): Sorted {
  const noDay = '9999'
  const values: Record<Sort, string> = {
    next: row.next ? `${row.next.on ?? noDay} ${row.next.since ?? noDay}` : `${noDay} ~`,
    reference: row.reference.toLowerCase(),
    name: (row.name ?? row.reference).toLowerCase(),
    enquired: row.enquiredOn ?? noDay,
  }
  return { value: values[sort], caseId: row.id }
}

function pageOf(
  rows: readonly ListedCase[],
  { limit, cursor }: ListQuery,
  sort: Sort,
  secret: string,
): { rows: ListedCase[]; next: string | null } | undefined {
  const after = cursor === undefined ? undefined : openPlace(secret, cursor)
  if (cursor !== undefined && !after) return undefined
  const first = after ? firstAfter(rows, after, sort) : 0
  const shown = rows.slice(first, limit === undefined ? undefined : first + limit)
  const last = shown.at(-1)
  const isMore = first + shown.length < rows.length
  return { rows: shown, next: isMore && last ? sealPlace(secret, placeOf(last, sort)) : null }
}

/** Keyset paging: the first row beyond a place, whether or not the row that stood there is still in the list. */
function firstAfter(rows: readonly ListedCase[], place: Sorted, sort: Sort): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = rows[middle]
    if (row && compare(placeOf(row, sort), place) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
