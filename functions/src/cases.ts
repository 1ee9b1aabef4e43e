import { caseAt } from '#domain/caseAt.ts'
import { asOf, caseRow, withoutNames } from '#domain/caseListing.ts'
import type { FlagLimits } from '#domain/flags.ts'
import { flagLimits } from '#domain/flags.ts'
import { nextSteps } from '#domain/nextSteps.ts'
import { reachOf } from '#domain/permissions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { enquiredOn } from '#domain/supportCase.ts'
import { slugSchema } from '#domain/valueSchemas.ts'
import { legalForms } from '#domain/vocabulary.ts'
import type { CaseList, CaseRow as ListedCase } from '#domain/wireSchemas.ts'
import { caseListSchema, standings } from '#domain/wireSchemas.ts'
import { admit, isWithin } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import type { Place } from '#functions/cursor.ts'
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
  const question = askedOf(day, limits)
  const shown = (kept: CaseRow): ListedCase => remembered(kept, day, limits, question)
  const wanted = isFiltered(query) ? ({ kept }: Placed) => isWanted(query, shown(kept)) : () => true
  const places = sortedPlaces(book, day, sort).filter(place => isWithin(reach, caller, place.catalyst) && wanted(place))
  const secret = await world.secret()
  const page = pageOf(places, query, secret)
  if (!page) return refused({ kind: 'no-such-cursor' })
  // Two people who each see their own cases have different lists, and so has one person in meeting view.
  const own = reach === 'own' || namesReach === 'own' ? sha256(caller.oid).slice(0, 12) : 'all'
  const whose = `${own}.${namesReach ?? 'none'}`
  const body: CaseList = {
    programme: admitted.value.programmeId,
    through: book.head.n,
    today: day,
    total: places.length,
    next: page.next,
    cases: page.places.map(({ kept, catalyst }) => (isWithin(namesReach, caller, catalyst) ? shown(kept) : withoutNames(shown(kept)))),
  }
  return ok({ body, etag: `${book.head.n}.${day}.${settings.version}.${whose}` })
}

const isFiltered = ({ area, form, standing }: ListQuery): boolean => area !== undefined || form !== undefined || standing !== undefined

const isWanted = ({ area, form, standing }: ListQuery, row: ListedCase): boolean =>
  (!area || row.area === area) && (!form || row.form === form) && (!standing || row.standing === standing)

// A row changes only when its case does, or the day, or the limits: the book keeps a case's row object until it is recorded on again.
const rowsByCase = new WeakMap<CaseRow, { asked: string; row: ListedCase }>()
const sortedByBook = new WeakMap<Book['cases'], Map<string, Placed[]>>()

const askedOf = (day: PlainDate, { rules: { silentDays, stuckDays, closedOn }, fundedUntil }: FlagLimits): string =>
  JSON.stringify([day, silentDays, stuckDays, closedOn, fundedUntil])

/** The row of a case in the list, with name and phone: `withoutNames` takes them out for those who may not see them. */
export const rowOf = (kept: CaseRow, day: PlainDate, limits: FlagLimits): ListedCase => remembered(kept, day, limits, askedOf(day, limits))

/** The row of every case, in no order. */
export function rowsOf({ cases }: Book, day: PlainDate, limits: FlagLimits): ListedCase[] {
  const question = askedOf(day, limits)
  const rows: ListedCase[] = []
  // A duplicate is found where it was merged into.
  for (const each of cases.values()) if (!caseAt(each).mergedInto) rows.push(remembered(each, day, limits, question))
  return rows
}

function remembered(kept: CaseRow, day: PlainDate, limits: FlagLimits, question: string): ListedCase {
  const known = rowsByCase.get(kept)
  if (known?.asked === question) return known.row
  const { caseId, n, reference, private: copy } = kept
  const supportCase = asOf(kept, day)
  const row = caseRow({ caseId, n, reference, supportCase, name: copy?.name ?? null, phone: copy?.phone ?? null }, day, limits)
  rowsByCase.set(kept, { asked: question, row })
  return row
}

/** Where a case stands in the list: a row is made of it only once it is shown. */
type Placed = Place & { catalyst: string | null; kept: CaseRow }

function sortedPlaces({ cases }: Book, day: PlainDate, sort: Sort): Placed[] {
  const known = sortedByBook.get(cases) ?? new Map<string, Placed[]>()
  sortedByBook.set(cases, known)
  const question = `${day} ${sort}`
  const sorted = known.get(question) ?? placesOf(cases, day, sort).sort(compare)
  known.set(question, sorted)
  return sorted
}

function placesOf(cases: Book['cases'], day: PlainDate, sort: Sort): Placed[] {
  const places: Placed[] = []
  for (const kept of cases.values()) {
    if (caseAt(kept).mergedInto) continue
    places.push({ value: valueOf(kept, day, sort), caseId: kept.caseId, catalyst: asOf(kept, day).catalyst ?? null, kept })
  }
  return places
}

const compare = (a: Place, b: Place): number =>
  a.value < b.value ? -1 : a.value > b.value ? 1 : a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0

/** What has no day comes last. */
function valueOf(kept: CaseRow, day: PlainDate, sort: Sort): string {
  const noDay = '9999'
  switch (sort) {
    case 'next': {
      const [next] = nextSteps(asOf(kept, day), day)
      return next ? `${next.on ?? noDay} ${next.since ?? noDay}` : `${noDay} ~`
    }
    case 'reference':
      return kept.reference.toLowerCase()
    case 'name':
      return (kept.private?.name ?? kept.reference).toLowerCase()
    case 'enquired':
      return enquiredOn(asOf(kept, day).support) ?? noDay
  }
}

function pageOf(
  places: readonly Placed[],
  { limit, cursor }: ListQuery,
  secret: string,
): { places: Placed[]; next: string | null } | undefined {
  const after = cursor === undefined ? undefined : openPlace(secret, cursor)
  if (cursor !== undefined && !after) return undefined
  const first = after ? firstAfter(places, after) : 0
  const shown = places.slice(first, limit === undefined ? undefined : first + limit)
  const last = shown.at(-1)
  const isMore = first + shown.length < places.length
  return { places: shown, next: isMore && last ? sealPlace(secret, last) : null }
}

/** Keyset paging: the first case beyond a place, whether or not the one that stood there is still in the list. */
function firstAfter(places: readonly Placed[], place: Place): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = places[middle]
    if (row && compare(row, place) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
