import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join, resolve } from 'node:path'
import type { Core, Log, RegisteredFunction } from './coreModule.ts'
import { createCore, loadWithCore } from './coreModule.ts'
import type { Answer } from './exchange.ts'
import { empty, fromRpcResponse, readBody, toRpcRequest } from './exchange.ts'
import { invoke, runAppHooks, runByHand, triggerOf } from './invocation.ts'
import { router } from './routes.ts'

/** One request that a function has answered, before the answer goes out. */
export type Exchange = { method: string; path: string; body: Buffer | 'none'; status: number }

/** Which app to load, and what goes with it. */
export type AppOptions = {
  /** The built app: `package.json` with `main`, `host.json`. */
  appFolder: string
  /** Bytes of request body above which the answer is 413. */
  bodyLimit?: number
  log?: Log
  /** Runs between a function's answer and its sending. */
  beforeAnswer?: (exchange: Exchange) => Promise<void>
}

/** A loaded app: one request, one answer. */
export type FunctionApp = {
  answer: (request: IncomingMessage, url: URL) => Promise<Answer>
  /** Runs what the app wants done at its end. */
  terminate: () => Promise<void>
}

const hundredMegabytes = 104_857_600

const logFaults: Log = (level, category, message) => {
  if (level === 'error' || level === 'critical' || level === 'warning') console.error(`[${category} ${level}] ${message}`)
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function mainOf(appFolder: string): string {
  const { main } = (readJson(join(appFolder, 'package.json')) ?? {}) as { main?: string }
  if (main === undefined) throw new Error(`There is no built app in ${appFolder}. Run "npm run build" first.`)
  return resolve(appFolder, main)
}

function routePrefixOf(appFolder: string): string {
  const settings = (readJson(join(appFolder, 'host.json')) ?? {}) as { extensions?: { http?: { routePrefix?: string } } }
  return settings.extensions?.http?.routePrefix ?? 'api'
}

function httpRouter(core: Core, prefix: string): ReturnType<typeof router<RegisteredFunction>> {
  const routes = core.functions.flatMap(target => {
    const { type, route, methods } = triggerOf(target)
    const { name } = target.metadata
    // An empty route means the function's name, not the root.
    const template = [prefix, route || name].filter(part => part !== '').join('/')
    return type === 'httpTrigger' ? [{ name, template, methods, target }] : []
  })
  return router(routes)
}

function logThrow(core: Core, name: string, error: unknown): void {
  core.log('error', 'system', `The function "${name}" threw: ${error instanceof Error ? error.stack : String(error)}`)
}

async function runTimer(core: Core, name: string): Promise<Answer> {
  const found = core.functions.find(each => each.metadata.name.toUpperCase() === name.toUpperCase())
  if (!found || triggerOf(found).type === 'httpTrigger') return empty(404)
  await runByHand(core, found).catch((error: unknown) => logThrow(core, name, error))
  return empty(202)
}

async function callFunction(core: Core, target: RegisteredFunction, data: ReturnType<typeof toRpcRequest>): Promise<Answer> {
  try {
    const traceParent = data.http?.nullableHeaders?.traceparent?.value
    const { returnValue } = await invoke(core, target, { name: triggerOf(target).name, data }, traceParent)
    return fromRpcResponse(returnValue)
  } catch (error) {
    logThrow(core, target.metadata.name, error)
    return empty(500)
  }
}

/** Loads a built app and runs its start hooks. */
export async function loadApp(options: AppOptions): Promise<FunctionApp> {
  const { appFolder, bodyLimit = hundredMegabytes, log = logFaults, beforeAnswer } = options
  const core = createCore(log)
  loadWithCore(mainOf(appFolder), core)
  await runAppHooks(core, 'appStart', appFolder)
  await core.model().getCapabilities({})
  core.lock()
  const find = httpRouter(core, routePrefixOf(appFolder))

  return {
    terminate: () => runAppHooks(core, 'appTerminate', appFolder),
    async answer(request, url) {
      const method = request.method ?? 'GET'
      const body = await readBody(request, bodyLimit)
      if (body === 'too large') return { ...empty(413), headers: { connection: 'close' } }

      const timer = /^\/admin\/functions\/([\w-]+)$/.exec(url.pathname)?.[1]
      if (method === 'POST' && timer) return runTimer(core, timer)

      const found = find(method, url.pathname.slice(1))
      if (!found) return empty(404)
      const answer = await callFunction(core, found.target, toRpcRequest(request, url, found.parameters, body))
      await beforeAnswer?.({ method, path: url.pathname, body, status: answer.status })
      return answer
    },
  }
}
