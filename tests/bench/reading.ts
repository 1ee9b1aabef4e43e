import { TableClient } from '@azure/data-tables'
import { HttpRequest } from '@azure/functions'
import { Books } from '#functions/book.ts'
import { listRoutes } from '#functions/cases.ts'
import { cohortRoutes } from '#functions/cohort.ts'
import type { Route } from '#functions/http.ts'
import { read, reply } from '#functions/http.ts'
import { secretOf } from '#functions/secret.ts'
import { tableStoreAt } from '#functions/tableStore.ts'
import type { World } from '#functions/world.ts'
import { todayRoutes } from '#functions/today.ts'
import { catalystOf, programme, tid } from './programme.ts'

/** Milliseconds, the median of the rounds, and how many rows the bare client read. */
export type Taken = Record<
  | 'bare'
  | 'cohort'
  | 'cohortEarlier'
  | 'list'
  | 'barePage'
  | 'newDay'
  | 'newArea'
  | 'same'
  | 'page'
  | 'everything'
  | 'today'
  | 'todayAll'
  | 'todayAgain'
  | 'todayAllAgain'
  | 'rows',
  number
>

const rounds = 9
const [, , connectionString = '', table = ''] = process.argv
// Someone who may ask everything, and works on an eighth of the cases.
const caller = { tid, oid: catalystOf(1), name: '', administrator: true }

/** A fresh instance of the server: nothing in memory. */
function coldWorld(): World {
  const store = tableStoreAt(connectionString, table)
  const writer = { store, clock: () => Date.now(), chance: Math.random, wait: async () => undefined, newId: () => '', lines: new Map() }
  return { store, books: new Books(store), writer, secret: secretOf(store) }
}

/** Asks a route as the server does once it knows the caller: query, handler, JSON. */
async function ask(routes: readonly Route[], name: string, query: Record<string, string>): Promise<string> {
  const route = routes.find(each => each.name === name)
  if (!route) throw new Error(`there is no route ${name}`)
  const request = new HttpRequest({ url: 'https://casebook.example/', method: 'GET', query })
  const parts = await read(route, request)
  if (!parts.ok) throw new Error(JSON.stringify(parts.refusal))
  const said = await route.handle({ ...parts.value, caller, params: { p: programme }, headers: request.headers, traceId: '' })
  if (!said.ok) throw new Error(JSON.stringify(said.refusal))
  return reply(said.value, request).body as string
}
const cohort = (world: World, query: Record<string, string>): Promise<string> => ask(cohortRoutes(world), 'api-cohort', query)
const list = (world: World, query: Record<string, string>): Promise<string> => ask(listRoutes(world), 'api-cases-list', query)

const today = (world: World, whose: string): Promise<string> => ask(todayRoutes(world), 'api-today', { whose })

/** The case rows as the table client gives them, by pages, all or so many. */
async function bareRows(maxPageSize: number, pages = Infinity): Promise<number> {
  const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true })
  const filter = `PartitionKey eq '${programme}' and RowKey ge 'case|' and RowKey lt 'case}'`
  let [count, seen] = [0, 0]
  for await (const page of client.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize })) {
    count += page.length
    seen += 1
    if (seen >= pages) break
  }
  return count
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Does each kind of work once a round, so that a busy moment of the machine falls on all of them. */
async function mediansOf<K extends string>(work: Record<K, (round: number) => Promise<unknown>>): Promise<Record<K, number>> {
  const names = Object.keys(work) as K[]
  const taken = new Map(names.map(name => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const began = performance.now()
      await work[name](round)
      taken.get(name)?.push(performance.now() - began)
    }
  }
  return Object.fromEntries(names.map(name => [name, median(taken.get(name) ?? [])])) as Record<K, number>
}

const days = ['2015-06-30', '2016-06-30', '2017-06-30', '2018-06-30', '2019-06-30', '2020-06-30', '2021-06-30', '2022-06-30', '2023-06-30']
const whole = { asAt: '2021-12-31' }

async function measure(): Promise<Taken> {
  const rows = await bareRows(1_000)
  const cold = await mediansOf({
    bare: () => bareRows(1_000),
    cohort: () => cohort(coldWorld(), {}),
    cohortEarlier: () => cohort(coldWorld(), whole),
    list: () => list(coldWorld(), { limit: '50' }),
    today: () => today(coldWorld(), 'mine'),
    todayAll: () => today(coldWorld(), 'everyone'),
  })
  const warm = coldWorld()
  await cohort(warm, whole)
  await list(warm, { limit: '50' })
  await today(warm, 'mine')
  await today(warm, 'everyone')
  const again = await mediansOf({
    barePage: () => bareRows(50, 1),
    newDay: round => cohort(warm, { asAt: days[round] ?? '' }),
    newArea: round => cohort(warm, { ...whole, area: `area-${round}` }),
    same: () => cohort(warm, whole),
    page: () => list(warm, { limit: '50' }),
    everything: () => list(warm, {}),
    todayAgain: () => today(warm, 'mine'),
    todayAllAgain: () => today(warm, 'everyone'),
  })
  return { ...cold, ...again, rows }
}

console.log(JSON.stringify(await measure()))
