import { randomUUID } from 'node:crypto'
import type { HttpHandler, HttpRequest, HttpResponseInit, InvocationContext } from '@azure/functions'
import type { TellCaller } from '#functions/caller.ts'
import type { Asked, Route } from '#functions/http.ts'
import { read, reply, replyProblem } from '#functions/http.ts'
import type { Refusal } from '#functions/refusals.ts'
import { StoreUnavailable } from '#functions/store.ts'

const nobody = { tid: '', oid: '', name: '', administrator: false }

/**
 * One route as a function: who is calling, what is asked, the answer. Faults become one problem with a code to quote;
 * what is logged names the route, the status and the code, and nobody.
 */
export function serve(route: Route, tellCaller: TellCaller, ready: () => Promise<void>): HttpHandler {
  return async (request: HttpRequest, context: InvocationContext): Promise<HttpResponseInit> => {
    const traceId = traceOf(context)
    const response = await answer(route, tellCaller, ready, request, traceId).catch((error: unknown) => {
      const refusal: Refusal = { kind: error instanceof StoreUnavailable ? 'store-unavailable' : 'broken' }
      context.error(JSON.stringify({ route: route.name, traceId, fault: faultOf(error) }))
      return replyProblem(refusal, traceId)
    })
    context.log(JSON.stringify({ route: route.name, status: response.status, traceId }))
    return { ...response, headers: { ...(response.headers as Record<string, string>), 'x-correlation-id': traceId } }
  }
}

async function answer(
  route: Route,
  tellCaller: TellCaller,
  ready: () => Promise<void>,
  request: HttpRequest,
  traceId: string,
): Promise<HttpResponseInit> {
  const told = route.needs === 'anyone' ? undefined : await tellCaller(request.headers.get('authorization') ?? undefined)
  if (told && !told.ok) return replyProblem(told.refusal, traceId)
  const parts = await read(route, request)
  if (!parts.ok) return replyProblem(parts.refusal, traceId)
  if (route.needs !== 'anyone') await ready()
  const asked: Asked = {
    ...parts.value,
    caller: { ...(told?.value ?? nobody), namesHidden: request.headers.get('x-names') === 'hidden' },
    params: request.params,
    headers: request.headers,
    traceId,
  }
  const result = await route.handle(asked)
  return result.ok ? reply(result.value, request) : replyProblem(result.refusal, traceId)
}

/** The trace that the platform began, or one of our own: what people quote when they ask for help. */
function traceOf({ traceContext }: InvocationContext): string {
  const [, trace] = /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(traceContext?.traceParent ?? '') ?? []
  return trace ?? randomUUID().replaceAll('-', '')
}

/** A fault without the words that people typed: the kind of error and where it was thrown. */
const faultOf = (error: unknown): string => (error instanceof Error ? [error.name, ...placesIn(error).slice(0, 3)].join(' ') : typeof error)

/** Where it was thrown. A message may run over several lines, and may hold what somebody typed: only the places are kept. */
const placesIn = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .map(line => line.trim())
