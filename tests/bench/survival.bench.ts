import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { CompetingSpell } from '#domain/competingEndings.ts'
import { cumulativeIncidence } from '#domain/competingEndings.ts'
import type { GroupedSpell } from '#domain/logRank.ts'
import { logRank } from '#domain/logRank.ts'
import type { Spell } from '#domain/survival.ts'
import { logLogCurve, survivalAt, survivalCurve } from '#domain/survival.ts'
import { quantileDay, restrictedMean } from '#domain/survivalTimes.ts'

const rows = 10_000

/** Ten thousand spells made by a rule, a fifth of them entering late: a new list each time, so that nothing is remembered of the last. */
const spells = (): Spell[] =>
  Array.from({ length: rows }, (_, i) => {
    const to = ((i * 7919) % 1000) + 1
    return { from: i % 5 === 0 ? Math.floor(to / 3) : 0, to, ended: i % 17 === 0 }
  })

/** Milliseconds of the middle of seven runs, after one that warms up. What is measured is made anew before each. */
function taken<T>(make: () => T, run: (made: T) => void): number {
  run(make())
  const times = Array.from({ length: 7 }, () => {
    const made = make()
    const begun = performance.now()
    run(made)
    return performance.now() - begun
  })
  return times.toSorted((a, b) => a - b)[3] ?? Number.NaN
}

/** The same in R: the curve, three ways of ending, the log-rank test; nothing where R or its package is not installed. */
function takenInR(): number[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'spells-'))
  try {
    const file = join(folder, 'spells.csv')
    const lines = spells().map(({ from, to, ended }) => `${from},${to},${ended ? 1 : 0}`)
    writeFileSync(file, ['from,to,ended', ...lines].join('\n'))
    const script = fileURLToPath(new URL('survival.R', import.meta.url))
    return execFileSync('Rscript', [script, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split(' ')
      .map(Number)
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test(`the estimates over ${rows} rows, and R's on the same rows`, () => {
  const ways = (): CompetingSpell[] => spells().map(({ from, to, ended }) => ({ from, to, ending: ended ? String((to % 3) + 1) : null }))
  const groups = (): GroupedSpell[] => spells().map(({ to, ended }, i) => ({ from: 0, to, ended, group: String((i + 1) % 4) }))
  const days = [182, 365, 730]
  const curve = taken(spells, made => {
    logLogCurve(made)
    for (const day of days) survivalAt(made, day)
  })
  const every = taken(spells, made => {
    const steps = survivalCurve(made)
    quantileDay(made, 0.5, steps)
    restrictedMean(steps, 730)
  })
  const ending = taken(ways, made => {
    for (const way of ['1', '2', '3']) for (const day of [365, 730]) cumulativeIncidence(made, way, day)
  })
  const tested = taken(groups, made => logRank(made))
  const inR = takenInR()
  const row = (what: string, ms: number, r: number | undefined) => ({
    what,
    ms: Math.round(ms * 10) / 10,
    'R, ms': r ?? (inR ? 'no such thing' : 'not installed'),
    bar: 500,
  })
  console.table([
    row('curve with log-log limits, and beta product limits at three days', curve, inR?.[0]),
    row('every step with beta product limits, median and restricted mean', every, undefined),
    row('three ways of ending, by one and two years', ending, inR?.[1]),
    row('log-rank test of four groups', tested, inR?.[2]),
  ])
  for (const ms of [curve, every, ending, tested]) expect(ms).toBeLessThan(500)
})
