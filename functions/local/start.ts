import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startAzurite } from './azurite.ts'
import type { LocalHost } from './localHost.ts'
import { startLocalHost } from './localHost.ts'
import { loadSample } from './sample.ts'

const healthyWithin = 60_000

// This file runs as functions/local/dist/start.mjs.
const appFolder = fileURLToPath(new URL('../../dist', import.meta.url))
const frameFolder = fileURLToPath(new URL('frame', import.meta.url))

const undo: (() => Promise<void>)[] = []
let stopping: Promise<void> | undefined

async function undoAll(): Promise<void> {
  for (const each of undo.toReversed()) await each()
}

// A second Ctrl+C waits for the first.
const stop = (): Promise<void> => (stopping ??= undoAll())

function readPort(): number {
  const text = process.env.PORT ?? '7071'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is "${text}". It has to be a whole number from 1 to 65535.`)
  return port
}

function refuseWithoutBuild(): void {
  const needed = [join(appFolder, 'main.cjs'), join(appFolder, 'web', 'index.html'), join(frameFolder, 'index.html')]
  const missing = needed.find(file => !existsSync(file))
  if (missing) throw new Error(`The build is missing (${missing} is not there). Run "npm run build", or "npm start", which builds first.`)
}

/** Asked before the store starts, so that a second start by mistake says so at once. */
async function refuseIfTaken(port: number): Promise<void> {
  const server = createServer()
  await new Promise<void>((done, failed) => {
    server.once('error', () => failed(new Error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`)))
    server.listen(port, '127.0.0.1', done)
  })
  await new Promise(done => server.close(done))
}

async function untilHealthy({ address }: LocalHost): Promise<void> {
  const deadline = Date.now() + healthyWithin
  let last = 'no answer'
  for (;;) {
    if (stopping) return
    const answer = await fetch(`${address}/api/v1/health`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
    if (answer?.ok) return
    last = answer ? `${answer.status} ${await answer.text()}` : last
    if (Date.now() > deadline) throw new Error(`The casebook does not become healthy. The last answer of /api/v1/health: ${last}`)
    await pause(100)
  }
}

async function start(): Promise<void> {
  const port = readPort()
  refuseWithoutBuild()
  await refuseIfTaken(port)

  const store = await startAzurite({ location: join(resolve(process.env.CASEBOOK_DATA ?? '.data'), 'tables') })
  undo.push(store.stop)
  const host = await startLocalHost({ appFolder, frameFolder, port, connectionString: store.connectionString })
  undo.push(host.stop)
  await untilHealthy(host)
  if (process.env.CASEBOOK_SAMPLE !== '0') await loadSample({ address: host.address, tokenFor: host.tokenFor })
  if (!stopping) console.log(`Catalyst Casebook is ready: http://localhost:${port}/local/ (Ctrl+C stops it)`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error)
        process.exit(1)
      },
    )
  })
}

start().catch(async (error: unknown) => {
  // What breaks because it is being stopped is no news.
  if (stopping) return
  console.error(error instanceof Error ? error.message : error)
  await stop()
  process.exit(1)
})
