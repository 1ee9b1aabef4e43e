import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './programme.ts'
import { seedBench } from './programme.ts'
import type { Taken } from './reading.ts'

const cases = 10_000
const [fewer, tasksEach] = [4_000, 3]

let bench: Bench
let withTasks: Bench
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'))
  bench = await seedBench(cases)
  withTasks = await seedBench(fewer, tasksEach)
}, 600_000)
afterAll(async () => {
  await bench.azurite.stop()
  await withTasks.azurite.stop()
  rmSync(folder, { recursive: true })
})

/** Runs the measurement in a process of its own, bundled as the app that ships is. */
async function measured({ azurite, table }: Bench): Promise<Taken> {
  const outfile = join(folder, 'reading.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('reading.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['@azure/functions-core'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  })
  const { stdout } = await promisify(execFile)(process.execPath, [outfile, azurite.connectionString, table])
  return JSON.parse(stdout) as Taken
}

const row = (what: string, milliseconds: number, over: number, bar: number | '') => ({
  what,
  ms: Math.round(milliseconds * 10) / 10,
  ratio: Math.round((milliseconds / over) * 1_000) / 1_000,
  bar,
})

function printToday(taken: Taken): void {
  console.table([
    row('bare client: all case rows', taken.bare, taken.bare, ''),
    row('Today, mine, cold', taken.today, taken.bare, 1.3),
    row('Today, everyone’s, cold', taken.todayAll, taken.bare, 1.3),
  ])
  console.table([
    row('bare client: one page of 50', taken.barePage, taken.barePage, ''),
    row('list page of 50, warm', taken.page, taken.barePage, 1.5),
    row('Today, mine, warm', taken.todayAgain, taken.barePage, 1.5),
    row('Today, everyone’s, warm', taken.todayAllAgain, taken.barePage, 1.5),
  ])
}

test(`reading a programme of ${cases} cases, over the bare table client`, async () => {
  const taken = await measured(bench)
  expect(taken.rows).toBe(cases)
  console.table([
    row('bare client: all case rows by pages of 1,000', taken.bare, taken.bare, ''),
    row('cohort of today, cold', taken.cohort, taken.bare, 1.3),
    row('cohort of an earlier day, cold', taken.cohortEarlier, taken.bare, 1.3),
    row('cohort, warm: another day', taken.newDay, taken.bare, 0.1),
    row('cohort, warm: another area of the same day', taken.newArea, taken.bare, 0.1),
    row('cohort, warm: the same question again', taken.same, taken.bare, 0.1),
    row('list page of 50, cold', taken.list, taken.bare, 1.3),
  ])
  console.table([
    row('bare client: one page of 50', taken.barePage, taken.barePage, ''),
    row('list page of 50, warm', taken.page, taken.barePage, 1.5),
    row(`the whole list of ${cases}, warm`, taken.everything, taken.barePage, ''),
  ])
  printToday(taken)
})

test(`Today over ${fewer} cases with ${fewer * tasksEach} to-dos`, async () => {
  const taken = await measured(withTasks)
  expect(taken.rows).toBe(fewer)
  printToday(taken)
})
