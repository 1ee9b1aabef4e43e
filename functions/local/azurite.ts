import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** Where the rows are kept (nowhere but in memory without a location), and whether rows are found by row key first. */
export type AzuriteOptions = { location?: string | undefined; preload?: boolean }

/** A running table store. */
export type Azurite = { connectionString: string; port: number; stop: () => Promise<void> }

const startsWithin = 60_000
const stopsWithin = 60_000

// The account and key that every Azurite has; they open nothing else.
const account = 'devstoreaccount1'
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answersAsAzurite(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  return answer?.headers.get('server')?.startsWith('Azurite-Table') ?? false
}

/** Two stores on one file would overwrite each other's rows. */
async function refuseIfInUse(location: string, portFile: string): Promise<void> {
  const port = Number(await readFile(portFile, 'utf8').catch(() => 0))
  if (port > 0 && (await answersAsAzurite(port)))
    throw new Error(`The data in ${location} is in use by another local casebook (its store is on port ${port}). Stop that one first.`)
}

function spawnAzurite(port: number, { location, preload = true }: AzuriteOptions): ChildProcessWithoutNullStreams {
  const program = createRequire(import.meta.url).resolve('azurite/dist/src/table/main.js')
  const place = location === undefined ? ['--inMemoryPersistence'] : ['--location', location]
  const args = [
    '--tableHost',
    '127.0.0.1',
    '--tablePort',
    String(port),
    '--silent',
    '--disableTelemetry',
    '--skipApiVersionCheck',
    ...place,
  ]
  const patch = preload ? ['--require', fileURLToPath(new URL('./azuritePreload.cjs', import.meta.url))] : []
  // Detached, so that Ctrl+C reaches this process alone: the store has to outlive the last write.
  return spawn(process.execPath, [...patch, program, ...args], { detached: true, stdio: 'pipe' })
}

async function waitUntilItAnswers(child: ChildProcessWithoutNullStreams, port: number): Promise<void> {
  const said: string[] = []
  child.stderr.on('data', chunk => said.push(String(chunk)))
  child.stdout.resume()
  const deadline = Date.now() + startsWithin
  while (!(await answersAsAzurite(port))) {
    if (child.exitCode !== null) throw new Error(`The table store stopped while starting. It said: ${said.join('').trim()}`)
    if (Date.now() > deadline) throw new Error(`The table store did not answer on port ${port} within ${startsWithin / 1_000} seconds.`)
    await pause(25)
  }
}

/** Asks the store to write everything down and waits until it has; it is never killed, because that loses rows. */
async function stopAzurite(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit', { signal: AbortSignal.timeout(stopsWithin) })
  // Windows has no SIGINT to send: there the end of its input says the same.
  if (process.platform === 'win32') child.stdin.end()
  else child.kill('SIGINT')
  await exited.catch(() => {
    throw new Error(`The table store (process ${child.pid}) did not stop within ${stopsWithin / 1_000} seconds. Its rows may not be saved.`)
  })
}

/**
 * Starts the table service of Azurite on a free port and waits until it answers.
 * Stopping waits until everything is on disk.
 */
export async function startAzurite(options: AzuriteOptions = {}): Promise<Azurite> {
  const { location } = options
  const portFile = location === undefined ? undefined : join(location, 'port')
  if (location !== undefined && portFile !== undefined) {
    await mkdir(location, { recursive: true })
    await refuseIfInUse(location, portFile)
  }
  const port = await freePort()
  const child = spawnAzurite(port, options)
  await waitUntilItAnswers(child, port).catch(async (error: unknown) => {
    await stopAzurite(child)
    throw error
  })
  if (portFile !== undefined) await writeFile(portFile, String(port))

  return {
    port,
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${accountKey};TableEndpoint=http://127.0.0.1:${port}/${account};`,
    async stop() {
      await stopAzurite(child)
      if (portFile !== undefined) await rm(portFile, { force: true })
    },
  }
}
