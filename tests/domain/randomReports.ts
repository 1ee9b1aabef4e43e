import type { CountTable, HidingRule, Place, TreatedTable } from '#domain/disclosure.ts'
import { hide } from '#domain/hiding.ts'
import { day, type PlainDate } from '#domain/plainDate.ts'
import { seededDraws } from '#domain/seededDraws.ts'

/** An enterprise of an invented programme; months are counted from its first. */
type Enterprise = { area: string; form: string; services: string[]; began: number; stopped?: number; lost?: number }

const areas = ['north', 'south', 'hill', 'dale', 'moor', 'coast']
const forms = ['sole-trader', 'cic', 'company', 'partnership']
const services = ['personal-care', 'company', 'cleaning', 'breaks']

/** The columns of every table of a report: they add up to the last. */
export const columns = ['trading', 'stopped', 'not-reached', 'began']

/** A programme of 20 to 260 enterprises, unevenly spread, so that some groups are small. */
export function randomProgramme(seed: number): Enterprise[] {
  const draw = seededDraws(seed, 'programme')
  const below = (most: number) => Math.floor(draw() * most)
  // The square favours the first of a list: the last ones are rare.
  const oneOf = (list: readonly string[]): string => list[Math.floor(draw() ** 2 * list.length)] ?? ''
  const stops = 0.02 + draw() * 0.25
  const loses = draw() * 0.12
  return Array.from({ length: 20 + below(240) }, () => {
    const began = below(48)
    const ends = began + 1 + below(30)
    const fate = draw()
    return {
      area: oneOf(areas),
      form: oneOf(forms),
      services: services.filter(() => draw() < 0.35),
      began,
      ...(fate < stops ? { stopped: ends } : fate < stops + loses ? { lost: ends } : {}),
    }
  })
}

const sumOf = (rows: readonly (readonly number[])[]): number[] => columns.map((_, c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0))

/** The tables of a report as at the end of a month: all, by area, by form and by service, where one may offer several. */
export function reportTables(programme: readonly Enterprise[], month: number): CountTable[] {
  const countOf = (some: readonly Enterprise[]): number[] => {
    const began = some.filter(each => each.began <= month)
    const stopped = began.filter(each => (each.stopped ?? Infinity) <= month).length
    const lost = began.filter(each => (each.lost ?? Infinity) <= month).length
    return [began.length - stopped - lost, stopped, lost, began.length]
  }
  const whole = countOf(programme)
  const shape = { columns, rowTotals: true, growing: ['stopped', 'began'] }
  const split = (id: string, names: readonly string[], of: (each: Enterprise) => string): CountTable => {
    const rows = names.map(name => countOf(programme.filter(each => of(each) === name)))
    return { id, rows: [...names, 'all'], cells: [...rows, sumOf(rows)], columnTotals: true, ...shape }
  }
  return [
    { id: 'headline', rows: ['all'], cells: [whole], columnTotals: false, ...shape },
    split('areas', areas, each => each.area),
    split('forms', forms, each => each.form),
    {
      id: 'services',
      rows: [...services, 'all'],
      cells: [...services.map(name => countOf(programme.filter(each => each.services.includes(name)))), whole],
      columnTotals: false,
      overlapping: true,
      ...shape,
    },
  ]
}

/** What is published of these tables by a rule, beside what was published before; how many were withheld. */
export function publish(
  tables: readonly CountTable[],
  asAt: PlainDate,
  rule: HidingRule,
  before: readonly TreatedTable[] = [],
  released: (table: CountTable) => Place[] = () => [],
): { published: TreatedTable[]; withheld: number } {
  const published: TreatedTable[] = []
  let withheld = 0
  for (const table of tables) {
    const hiding = hide({ table, asAt, rule, beside: [...before, ...published], released: released(table) })
    if (hiding.kind === 'passed') published.push({ table, asAt, rule, pattern: hiding.pattern })
    else withheld++
  }
  return { published, withheld }
}

/** The last day of a month counted from April 2022. */
export const endOf = (month: number): PlainDate => {
  const at = new Date(Date.UTC(2022, 4 + month, 0)).toISOString()
  return day(at.slice(0, 10))
}
