import { randomInt, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { app } from '@azure/functions'
import { assumptionRoutes } from '#functions/assumptions.ts'
import { Books } from '#functions/book.ts'
import { budgetRoutes } from '#functions/budgets.ts'
import { entraCallers } from '#functions/caller.ts'
import { caseRoutes } from '#functions/caseReading.ts'
import { listRoutes } from '#functions/cases.ts'
import { closingRoutes } from '#functions/closing.ts'
import { cohortRoutes } from '#functions/cohort.ts'
import { commandRoutes } from '#functions/commands.ts'
import type { Config } from '#functions/config.ts'
import { readConfig } from '#functions/config.ts'
import { consortiumRoutes } from '#functions/consortia.ts'
import { dbsRoutes } from '#functions/dbs.ts'
import { deferredStore } from '#functions/deferredStore.ts'
import { downloadRoutes } from '#functions/downloads.ts'
import { draftRoutes, sweepDrafts } from '#functions/drafts.ts'
import { duplicateRoutes } from '#functions/duplicates.ts'
import { enquiryRoutes } from '#functions/enquiries.ts'
import { followUpRoutes } from '#functions/followUp.ts'
import { grantRoutes } from '#functions/grantReading.ts'
import { healthRoutes } from '#functions/health.ts'
import type { Route } from '#functions/http.ts'
import { replyProblem } from '#functions/http.ts'
import { importRoutes } from '#functions/imports.ts'
import { insightRoutes } from '#functions/insights.ts'
import { memberRoutes } from '#functions/members.ts'
import { openApiRoutes } from '#functions/openapi.ts'
import { personRoutes } from '#functions/people.ts'
import { mergeRoutes } from '#functions/merging.ts'
import { potRoutes } from '#functions/pots.ts'
import { privateNoteRoutes } from '#functions/privateNotes.ts'
import { programmeRoutes } from '#functions/programmes.ts'
import { savingsRoutes } from '#functions/savings.ts'
import { secretOf } from '#functions/secret.ts'
import { serve } from '#functions/serving.ts'
import { settingsRoutes } from '#functions/settings.ts'
import { tableStoreAt, tableStoreByIdentity } from '#functions/tableStore.ts'
import { viewRoutes } from '#functions/views.ts'
import { todayRoutes } from '#functions/today.ts'
import { readWeb, serveWeb } from '#functions/web.ts'
import type { World } from '#functions/world.ts'

const config = readConfig(process.env)
const world = worldOf(config)
const tellCaller = entraCallers(config)

/** Every route there is, the page that describes them included. */
const routes: readonly Route[] = [
  ...programmeRoutes(world),
  ...memberRoutes(world),
  ...settingsRoutes(world),
  ...listRoutes(world),
  ...todayRoutes(world),
  ...caseRoutes(world),
  ...enquiryRoutes(world),
  ...duplicateRoutes(world),
  ...commandRoutes(world),
  ...personRoutes(world),
  ...consortiumRoutes(world),
  ...dbsRoutes(world),
  ...potRoutes(world),
  ...grantRoutes(world),
  ...privateNoteRoutes(world),
  ...mergeRoutes(world),
  ...draftRoutes(world),
  ...viewRoutes(world),
  ...downloadRoutes(world),
  ...importRoutes(world),
  ...cohortRoutes(world),
  ...savingsRoutes(world),
  ...assumptionRoutes(world),
  ...budgetRoutes(world),
  ...insightRoutes(world),
  ...followUpRoutes(world),
  ...closingRoutes(world),
  ...healthRoutes(world),
  ...openApiRoutes(() => routes),
]

const ready = once(() => world.store.prepare())
for (const route of routes) {
  app.http(route.name, { route: route.path, methods: [route.method], authLevel: 'anonymous', handler: serve(route, tellCaller, ready) })
}

// In the small hours, UTC. What it did is one line of the log: numbers, and nobody.
app.timer('nightly-drafts', {
  schedule: '0 20 2 * * *',
  handler: async (_timer, context) => {
    await ready()
    context.log(JSON.stringify({ timer: 'nightly-drafts', ...(await sweepDrafts(world)) }))
  },
})

// The host takes the first function by name whose template fits: these two come after all others.
app.http('zy-unknown-api', {
  route: 'api/{*path}',
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  authLevel: 'anonymous',
  handler: async () => replyProblem({ kind: 'not-found' }, randomUUID().replaceAll('-', '')),
})
const web = readWeb(config.web ?? fileURLToPath(new URL('web', import.meta.url)))
app.http('zz-tab', { route: '{*path}', methods: ['GET', 'HEAD'], authLevel: 'anonymous', handler: async request => serveWeb(web, request) })

function worldOf({ tables, tableName }: Config): World {
  const store = deferredStore(async () =>
    'connectionString' in tables
      ? tableStoreAt(tables.connectionString, tableName)
      : tableStoreByIdentity(tables.url, tableName, tables.clientId),
  )
  const writer = {
    store,
    clock: () => Date.now(),
    chance: () => randomInt(1_000_000) / 1_000_000,
    wait: (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds)),
    newId: () => randomUUID(),
    lines: new Map(),
  }
  return { store, books: new Books(store), writer, secret: secretOf(store) }
}

/** Runs a thing once, and again only where it failed. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work().catch((error: unknown) => {
      running = undefined
      throw error
    })
    return running
  }
}
