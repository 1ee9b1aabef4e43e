import { HttpRequest } from '@azure/functions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Books } from '#functions/book.ts'
import { listRoutes } from '#functions/cases.ts'
import { cohortRoutes } from '#functions/cohort.ts'
import type { Route } from '#functions/http.ts'
import { read, reply } from '#functions/http.ts'
import { secretOf } from '#functions/secret.ts'
import { tableStoreAt } from '#functions/tableStore.ts'
import type { World } from '#functions/world.ts'
import type { Bench } from './programme.ts'
import { programme, seedBench, tid } from './programme.ts'

const cases = 10_000
const rounds = 7
const caller = { tid, oid: 'a0000000-0000-4000-8000-000000000001', name: '', administrator: true }

let bench: Bench
beforeAll(async () => {
  bench = await seedBench(cases)
}, 600_000)
afterAll(() => bench.azurite.stop())

/** A fresh instance of the server: nothing in memory. */
function coldWorld(): World {
  const store = tableStoreAt(bench.azurite.connectionString, bench.table)
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

async function bareRows(pageSize: number, pages = Infinity): Promise<number> {
  const filter = `PartitionKey eq '${programme}' and RowKey ge 'case|' and RowKey lt 'case}'`
  let count = 0
  let read = 0
  for await (const page of bench.bare.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: pageSize })) {
    count += page.length
    read += 1
    if (read >= pages) break
  }
  return count
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Runs each kind of work once a round, so that a busy moment falls on all of them. */
async function mediansOf<K extends string>(work: Record<K, (round: number) => Promise<unknown>>): Promise<Record<K, number>> {
  const taken = Object.fromEntries(Object.keys(work).map(name => [name, [] as number[]])) as Record<K, number[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(work) as K[]) taken[name].push(await timed(() => work[name](round)))
  }
  return Object.fromEntries(Object.entries<number[]>(taken).map(([name, values]) => [name, median(values)])) as Record<K, number>
}

const days = ['2016-06-30', '2017-06-30', '2018-06-30', '2019-06-30', '2020-06-30', '2021-06-30', '2022-06-30', '2023-06-30']
const areaOf = (round: number): Record<string, string> => ({ asAt: '2021-12-31', area: `area-${round}` })

test(`reading a programme of ${cases} cases, over the bare table client`, async () => {
  expect(await bareRows(1_000)).toBe(cases)
  const coldTaken = await mediansOf({
    bare: () => bareRows(1_000),
    cohort: () => cohort(coldWorld(), { asAt: '2021-12-31' }),
    list: () => list(coldWorld(), { limit: '50' }),
  })
  const warm = coldWorld()
  const whole = JSON.parse(await cohort(warm, { asAt: '2021-12-31' })) as { n: number }
  await list(warm, { limit: '50' })
  expect(whole.n).toBe(cases)
  const warmTaken = await mediansOf({
    barePage: () => bareRows(50, 1),
    newDay: round => cohort(warm, { asAt: days[round] ?? '' }),
    newFilter: round => cohort(warm, areaOf(round)),
    same: () => cohort(warm, { asAt: '2021-12-31' }),
    page: () => list(warm, { limit: '50' }),
    everything: () => list(warm, {}),
  })
  const row = (what: string, milliseconds: number, over: number, bar: number | '') => ({
    what,
    ms: Math.round(milliseconds * 10) / 10,
    ratio: Math.round((milliseconds / over) * 1_000) / 1_000,
    bar,
  })
  const { bare } = coldTaken
  console.table([
    row('bare client: all case rows by pages of 1,000', bare, bare, ''),
    row('cohort, cold', coldTaken.cohort, bare, 1.3),
    row('cohort, warm, another day', warmTaken.newDay, bare, 0.1),
    row('cohort, warm, another area of the same day', warmTaken.newFilter, bare, 0.1),
    row('cohort, warm, the same question again', warmTaken.same, bare, 0.1),
    row('list page of 50, cold', coldTaken.list, bare, 1.3),
  ])
  console.table([
    row('bare client: one page of 50', warmTaken.barePage, warmTaken.barePage, ''),
    row('list page of 50, warm', warmTaken.page, warmTaken.barePage, 1.5),
    row(`the whole list of ${cases}, warm`, warmTaken.everything, warmTaken.barePage, ''),
  ])
})
