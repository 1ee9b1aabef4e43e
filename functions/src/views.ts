import type { Column } from '#domain/listQuestion.ts'
import { noFilters } from '#domain/listQuestion.ts'
import { reachOf } from '#domain/permissions.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { KeptView, SavedView, Views } from '#domain/viewSchemas.ts'
import { chosenColumnsSchema, keptViewSchema, savedViewSchema, viewsSchema } from '#domain/viewSchemas.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, personKey } from '#functions/access.ts'
import { sha256 } from '#functions/hashing.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { Found, Store, ViewRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import * as z from 'zod'

/** A person keeps at most so many views of their own, and a programme shares as many. */
const mostViews = 50
/** In place of a person's key: what everyone in the programme sees. */
const everyone = 'shared'
/** In place of a view's id: the columns that a person chose last. */
const usual = 'usual'

/** Ways of looking at the list: a person's own, those shared in the programme, and the columns they chose. */
export const viewRoutes = (world: World): Route[] => [
  route({
    name: 'api-views-list',
    method: 'GET',
    path: 'api/v1/programmes/{p}/views',
    needs: 'views.keep',
    summary: 'The views I saved, those shared with me, and the columns I chose',
    answer: { status: 200, schema: viewsSchema },
    handle: async ({ caller, params }) => {
      const admitted = await admit(world.store, caller, params['p'] ?? '', 'views.keep')
      if (!admitted.ok) return admitted
      const body = await viewsOf(world.store, admitted.value)
      return ok({ body, etag: sha256(JSON.stringify(body)).slice(0, 16) })
    },
  }),
  route({
    name: 'api-view-keep',
    method: 'PUT',
    path: 'api/v1/programmes/{p}/views/{v}',
    needs: 'views.keep',
    summary: 'Save a view, change it, rename it, or share it; the same again changes nothing',
    body: keptViewSchema,
    answer: { status: 200, schema: savedViewSchema },
    handle: asked => keep(world.store, asked),
  }),
  route({
    name: 'api-view-remove',
    method: 'DELETE',
    path: 'api/v1/programmes/{p}/views/{v}',
    needs: 'views.keep',
    summary: 'Remove a view; one that is gone already stays gone',
    answer: { status: 200, schema: z.object({}) },
    handle: asked => remove(world.store, asked),
  }),
  route({
    name: 'api-columns-choose',
    method: 'PUT',
    path: 'api/v1/programmes/{p}/columns',
    needs: 'views.keep',
    summary: 'Choose the columns of my list',
    body: chosenColumnsSchema,
    answer: { status: 200, schema: chosenColumnsSchema },
    handle: asked => chooseColumns(world.store, asked),
  }),
]

/** A view that is older than a filter asks for everything of it. */
const lookOf = ({ look }: ViewRow): ViewRow['look'] => ({ ...look, filters: { ...noFilters, ...look.filters } })

async function rowsUnder(store: Store, programmeId: string, holder: string): Promise<Found<'view'>[]> {
  const found: Found<'view'>[] = []
  for await (const page of store.list(programmeId, 'view', { startsWith: [holder] })) found.push(...page)
  return found
}

/** What is shared is changed by the one who shared it, and by a lead. */
const mayChange = ({ holder, caller }: Admitted, { by }: ViewRow): boolean =>
  by === caller.oid || reachOf('views.tidy', holder) !== undefined

async function viewsOf(store: Store, admitted: Admitted): Promise<Views> {
  const { programmeId, caller } = admitted
  const [own, shared] = await Promise.all([personKey(caller), everyone].map(holder => rowsUnder(store, programmeId, holder)))
  const viewOf = ({ key, row }: Found<'view'>): SavedView => {
    const isShared = key[0] === everyone
    return { id: key[1] ?? '', name: row.name, shared: isShared, mayChange: !isShared || mayChange(admitted, row), look: lookOf(row) }
  }
  const named = [...(own ?? []), ...(shared ?? [])].filter(({ key }) => key[1] !== usual).map(viewOf)
  const chosen = own?.find(({ key }) => key[1] === usual)
  return { columns: chosen?.row.look.columns ?? null, views: named.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

const isViewId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Views are no part of the record: the log does not number them, and of two who change one at once the later counts. */
async function keep(store: Store, { caller, params, body }: Asked<unknown, KeptView>): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(store, caller, params['p'] ?? '', 'views.keep')
  if (!admitted.ok) return admitted
  const { programmeId, holder } = admitted.value
  const id = params['v'] ?? ''
  if (!isViewId(id)) return refused({ kind: 'not-found' })
  if (body.shared && !reachOf('views.share', holder)) return refused({ kind: 'not-permitted', permission: 'views.share' })
  const keys = { own: [personKey(caller), id], shared: [everyone, id] } as const
  const [mine, theirs] = await Promise.all([store.read(programmeId, 'view', keys.own), store.read(programmeId, 'view', keys.shared)])
  if (theirs && !mayChange(admitted.value, theirs.row)) return refused({ kind: 'not-permitted', permission: 'views.tidy' })
  const isNew = body.shared ? !theirs : !mine
  const beside = isNew ? await rowsUnder(store, programmeId, body.shared ? everyone : personKey(caller)) : []
  if (beside.filter(({ key }) => key[1] !== usual).length >= mostViews) return refused({ kind: 'views-full', most: mostViews })
  const { name, look, shared } = body
  const row: ViewRow = { name, by: theirs?.row.by ?? caller.oid, look }
  const gone = shared ? mine : theirs
  await store.commit(programmeId, [
    { put: 'upsert', kind: 'view', key: shared ? keys.shared : keys.own, row },
    ...(gone ? [{ put: 'delete' as const, kind: 'view' as const, key: gone.key }] : []),
  ])
  const saved: SavedView = { id, name, shared, mayChange: true, look }
  return ok({ body: saved })
}

async function remove(store: Store, { caller, params }: Asked): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(store, caller, params['p'] ?? '', 'views.keep')
  if (!admitted.ok) return admitted
  const { programmeId } = admitted.value
  const id = params['v'] ?? ''
  if (!isViewId(id)) return refused({ kind: 'not-found' })
  const keys = [
    [personKey(caller), id],
    [everyone, id],
  ] as const
  const [mine, theirs] = await Promise.all(keys.map(key => store.read(programmeId, 'view', key)))
  if (theirs && !mayChange(admitted.value, theirs.row)) return refused({ kind: 'not-permitted', permission: 'views.tidy' })
  const changes = [mine, theirs].flatMap(found => (found ? [{ put: 'delete' as const, kind: 'view' as const, key: found.key }] : []))
  // Removed twice at once is removed.
  if (changes.length > 0) await store.commit(programmeId, changes)
  return ok({ body: {} })
}

async function chooseColumns(
  store: Store,
  { caller, params, body }: Asked<unknown, { columns: readonly Column[] }>,
): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(store, caller, params['p'] ?? '', 'views.keep')
  if (!admitted.ok) return admitted
  const { columns } = body
  const look: ViewRow['look'] = { view: 'all', sort: { by: 'contact', down: false }, filters: noFilters, layout: 'list', columns }
  const row: ViewRow = { name: '', by: caller.oid, look }
  await store.commit(admitted.value.programmeId, [{ put: 'upsert', kind: 'view', key: [personKey(caller), usual], row }])
  return ok({ body: { columns } })
}
