import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/**
 * What can happen to a request on its way:
 * `reset` breaks the connection before the request arrives; `black-hole` swallows it and says nothing;
 * `unavailable` answers 503 in the store's place; `drop-response` and `unavailable-after` let the store do its work and lose its answer;
 * `truncate` breaks off in the middle of the answer; `latency` is late.
 */
export const toxics = ['reset', 'black-hole', 'unavailable', 'drop-response', 'unavailable-after', 'truncate', 'latency'] as const
export type Toxic = (typeof toxics)[number]

/** The share of requests that meet each toxic; together at most 1. */
type Rates = Partial<Record<Toxic, number>>

export type ProxyOptions = { target: number; seed: number; toxics?: Rates; latencyMilliseconds?: number }

/** A running proxy. Nothing but what `meetNext` asks for happens while it is not `enabled`. */
export type Proxy = {
  port: number
  seed: number
  enabled: boolean
  /** How many requests met each toxic so far. */
  met: Record<Toxic, number>
  /** The next request meets this, whatever the seed says. */
  meetNext: (toxic: Toxic) => void
  connectionStringFor: (original: string) => string
  stop: () => Promise<void>
}

/** The seed named in the environment, so that a failure can be repeated, or a new one. */
export const chooseSeed = (): number => Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const unavailable = 'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A TCP proxy before a store on this machine that does, at seeded random, what networks do. */
export async function startProxy({ target, seed, toxics: rates = {}, latencyMilliseconds = 50 }: ProxyOptions): Promise<Proxy> {
  const random = seeded(seed)
  const forced: Toxic[] = []
  const sockets = new Set<Socket>()
  const met = Object.fromEntries(toxics.map(toxic => [toxic, 0])) as Record<Toxic, number>

  const draw = (): Toxic | undefined => {
    const toxic = forced.shift() ?? (proxy.enabled ? pick(rates, random()) : undefined)
    if (toxic) met[toxic] += 1
    return toxic
  }
  const server = createServer({ noDelay: true }, client => {
    const upstream = connect({ port: target, host: '127.0.0.1', noDelay: true })
    for (const socket of [client, upstream]) sockets.add(socket.once('close', () => sockets.delete(socket)))
    relay({ client, upstream, draw, random, latencyMilliseconds })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const proxy: Proxy = {
    port,
    seed,
    enabled: true,
    met,
    meetNext: toxic => forced.push(toxic),
    connectionStringFor: original => original.replaceAll(`:${target}`, `:${port}`),
    async stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
  return proxy
}

function pick(rates: Rates, drawn: number): Toxic | undefined {
  let sum = 0
  return toxics.find(toxic => {
    sum += rates[toxic] ?? 0
    return drawn < sum
  })
}

type Relay = { client: Socket; upstream: Socket; draw: () => Toxic | undefined; random: () => number; latencyMilliseconds: number }

function relay({ client, upstream, draw, random, latencyMilliseconds }: Relay): void {
  let toxic: Toxic | undefined
  let isWaiting = false

  const breakOff = (): void => {
    client.resetAndDestroy()
    upstream.destroy()
  }
  const answer = (last: string | Buffer): void => {
    client.end(last)
    upstream.destroy()
  }
  const meet = (chunk: Buffer, isFirst: boolean): void => {
    if (toxic === 'reset') breakOff()
    else if (toxic === 'black-hole') upstream.destroy()
    else if (toxic === 'latency') setTimeout(() => upstream.write(chunk), latencyMilliseconds)
    else if (toxic !== 'unavailable') upstream.write(chunk)
    else if (isFirst) answer(unavailable)
  }
  client.on('data', chunk => {
    // Nobody pipelines requests here: what comes after an answer is a new request.
    const isFirst = !isWaiting
    isWaiting = true
    if (isFirst) toxic = draw()
    meet(chunk, isFirst)
  })
  upstream.on('data', chunk => {
    isWaiting = false
    if (toxic === 'drop-response') breakOff()
    else if (toxic === 'unavailable-after') answer(unavailable)
    else if (toxic === 'truncate') answer(chunk.subarray(0, 1 + Math.floor(random() * (chunk.length - 1))))
    else client.write(chunk)
  })
  client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy())
  upstream.on('error', () => undefined).on('close', () => toxic !== 'black-hole' && client.end())
}
