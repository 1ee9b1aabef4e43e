import { ok } from '#domain/result.ts'
import type { Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { directory } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import * as z from 'zod'

const healthSchema = z.strictObject({ ok: z.boolean(), storage: z.enum(['reached', 'not-reached']) })

/** Is it running, and does it reach its store? Anyone may ask; nothing is told that anyone may not know. */
export const healthRoutes = (world: World): Route[] => [
  route({
    name: 'api-health',
    method: 'GET',
    path: 'api/v1/health',
    needs: 'anyone',
    summary: 'Whether the service runs and reaches its store',
    answer: { status: 200, schema: healthSchema },
    handle: async () => {
      const reached = await world.store.read(directory, 'head', [], AbortSignal.timeout(3_000)).then(
        () => true,
        () => false,
      )
      return ok({ status: reached ? 200 : 503, body: { ok: reached, storage: reached ? 'reached' : 'not-reached' } })
    },
  }),
]
