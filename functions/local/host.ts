import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { empty, writeAnswer } from './exchange.ts'
import type { AppOptions, FunctionApp } from './functionApp.ts'
import { loadApp } from './functionApp.ts'

/** What the host runs, and what is done around it. */
export type HostOptions = AppOptions & {
  /** 0, or nothing: any free port. */
  port?: number
  /** Settings that the app reads from its environment while it is loaded; put back when the host stops. */
  environment?: (port: number) => Record<string, string>
  /** Sees every request first; true when it has answered. */
  intercept?: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>
}

/** A running host. */
export type Host = { port: number; address: string; stop: () => Promise<void> }

const drainFor = 20_000

/** Sets variables and gives back what undoes it. */
function setEnvironment(values: Record<string, string>): () => void {
  const before = Object.keys(values).map(name => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', done)
  })
  return (server.address() as AddressInfo).port
}

/** Stops listening, lets running requests end, and cuts what has not ended in time. */
async function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), drainFor)
  await new Promise(done => {
    server.close(done)
    server.closeIdleConnections()
  })
  clearTimeout(cut)
}

function urlOf(request: IncomingMessage): URL {
  const origin = `http://${request.headers.host ?? 'localhost'}`
  const path = request.url ?? '/'
  return URL.canParse(path, origin) ? new URL(path, origin) : new URL('http://localhost/')
}

async function respond(request: IncomingMessage, response: ServerResponse, app: Promise<FunctionApp>, options: HostOptions): Promise<void> {
  const url = urlOf(request)
  if (await options.intercept?.(request, response, url)) return
  const { answer } = await app
  writeAnswer(response, await answer(request, url))
}

/**
 * Runs a built Functions app in this process, as the Azure Functions host does without HTTP streaming: the same routing by function name,
 * the same dropped chunked bodies and joined query keys, 500 without a body for a throw, 204 for no result.
 * Timers are registered and run by `POST /admin/functions/{name}`, which answers 202 when the run is over; none runs by itself.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  let stopping = false
  let appLoaded = (_app: Promise<FunctionApp>): void => undefined
  // Requests that come while the app is being loaded wait for it.
  const app = new Promise<FunctionApp>(resolve => (appLoaded = resolve))

  const server = createServer((request, response) => {
    // A connection that is kept open would hold up the stop.
    response.shouldKeepAlive = !stopping
    respond(request, response, app, options).catch((error: unknown) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else writeAnswer(response, empty(500))
    })
  })
  const port = await listen(server, options.port ?? 0)
  const restoreEnvironment = setEnvironment(options.environment?.(port) ?? {})
  appLoaded(loadApp(options))

  async function stop(): Promise<void> {
    stopping = true
    await close(server)
    restoreEnvironment()
  }
  const { terminate } = await app.catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    async stop() {
      if (stopping) return
      await stop()
      await terminate()
    },
  }
}
