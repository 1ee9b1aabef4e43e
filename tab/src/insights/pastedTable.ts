import type { TypedInsight } from '#domain/insightSchemas.ts'
import type { AreaSide, AreaUnit } from '#domain/vocabulary.ts'
import { areaUnits } from '#domain/vocabulary.ts'
import { unitLabels } from '#tab/insightLabels.ts'
import { readNumber } from '#tab/ui/typed.ts'

export type AreaLine = Extract<TypedInsight, { kind: 'count-area' }>['lines'][number]

/** A row that was pasted: what it says, or what keeps us from reading it. `row` counts from 1, as a spreadsheet does. */
export type PastedRow = { row: number; cells: readonly string[] } & ({ line: AreaLine } | { fault: string })

const columns = ['area', 'side', 'name', 'number', 'unit', 'year', 'source'] as const
type ColumnName = (typeof columns)[number]

/** Headings that people give these columns, in small letters. */
const headings: Readonly<Record<ColumnName, readonly string[]>> = {
  area: ['area', 'ward', 'place', 'where'],
  side: ['need or asset', 'need/asset', 'type', 'kind', 'side'],
  name: ['what', 'name', 'need', 'asset', 'measure', 'indicator'],
  number: ['number', 'count', 'value', 'how many'],
  unit: ['unit', 'in what'],
  year: ['year'],
  source: ['source', 'where from'],
}

const units: Readonly<Record<string, AreaUnit>> = {
  ...Object.fromEntries(
    areaUnits.flatMap(
      unit =>
        [
          [unit, unit],
          [unitLabels[unit], unit],
        ] as const,
    ),
  ),
  households: 'households',
  hours: 'hours-a-week',
  '%': 'percent',
  'per cent': 'percent',
}

const sides: Readonly<Record<string, AreaSide>> = { need: 'need', needs: 'need', asset: 'asset', assets: 'asset' }

type Known = { areas: readonly { id: string; name: string }[]; thisYear: number; present: ReadonlySet<string> }

/** What makes two numbers the same one: where, which side, what, in what, and of which year. */
export const keyOfLine = ({
  side,
  area,
  name,
  unit,
  year,
}: Pick<AreaLine, 'side' | 'name' | 'unit' | 'year'> & { area?: string | null | undefined }): string =>
  JSON.stringify([side, area ?? null, name.toLowerCase(), unit, year])

/**
 * Reads rows copied from a spreadsheet: columns by their headings, or, where the first row is no heading, in the order area, need or asset,
 * what, number, unit, year, source. Every row that has anything in it comes back, read or not.
 */
export function readTable(text: string, known: Known): PastedRow[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ row: at + 1, cells: line.split('\t').map(cell => cell.trim().replace(/^"(.*)"$/, '$1')) }))
  const filled = rows.filter(({ cells }) => cells.some(cell => cell !== ''))
  const [first, ...rest] = filled
  if (!first) return []
  const order = headingsIn(first.cells)
  const seen = new Set(known.present)
  return (order ? rest : filled).map(({ row, cells }) => readRow(row, cells, order ?? columns, known, seen))
}

/** Which column stands where; undefined where the row is no row of headings. */
function headingsIn(cells: readonly string[]): (ColumnName | undefined)[] | undefined {
  const found = cells.map(cell => columns.find(column => headings[column].includes(cell.toLowerCase())))
  return found.includes('number') && found.includes('name') ? found : undefined
}

function readRow(
  row: number,
  cells: readonly string[],
  order: readonly (ColumnName | undefined)[],
  known: Known,
  seen: Set<string>,
): PastedRow {
  const cellOf = (column: ColumnName): string => cells[order.indexOf(column)] ?? ''
  const bad = (fault: string): PastedRow => ({ row, cells, fault })
  const area = known.areas.find(({ id, name }) => [id, name.toLowerCase()].includes(cellOf('area').toLowerCase()))
  if (!area && cellOf('area') !== '') return bad(`There is no area called ${cellOf('area')}.`)
  const side = sides[cellOf('side').toLowerCase()]
  if (!side) return bad('Say “need” or “asset”.')
  const name = cellOf('name')
  if (name === '' || name.length > 120) return bad('Say what is counted, in 120 letters or fewer.')
  const hundredths = readNumber(cellOf('number'))
  if (hundredths === undefined) return bad(`We cannot read the number “${cellOf('number')}”.`)
  const unit = units[cellOf('unit').toLowerCase()]
  if (!unit) return bad(`We do not know the unit “${cellOf('unit')}”. Try ${Object.values(unitLabels).join(', ')}.`)
  const year = /^\d{4}$/.test(cellOf('year')) ? Number(cellOf('year')) : 0
  if (year < 1990 || year > known.thisYear) return bad(`“${cellOf('year')}” is not a year up to now.`)
  const source = cellOf('source')
  if (source === '' || source.length > 200) return bad('Say where it comes from, in 200 letters or fewer.')
  const line: AreaLine = { side, ...(area && { area: area.id }), name, hundredths, unit, source, year }
  if (seen.has(keyOfLine(line))) return bad('This number is here already.')
  seen.add(keyOfLine(line))
  return { row, cells, line }
}
