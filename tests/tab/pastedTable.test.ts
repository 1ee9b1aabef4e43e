import { describe, expect, test } from 'vitest'
import { keyOfLine, readTable } from '#tab/insights/pastedTable.ts'

const known = { areas: [{ id: 'north-moor', name: 'North Moor' }], thisYear: 2026, present: new Set<string>() }
const read = (text: string, present: ReadonlySet<string> = known.present) => readTable(text, { ...known, present })
const row = (...cells: string[]): string => cells.join('\t')
const good = row('North Moor', 'need', 'Over 75 and alone', '1,200', 'people', '2021', 'Census')
const faultOf = (text: string): string | undefined => {
  const [first] = read(text)
  return first && 'fault' in first ? first.fault : undefined
}

describe('a table that is pasted', () => {
  test('is read in the usual order where it has no headings', () => {
    expect(read(good)).toMatchObject([
      {
        row: 1,
        line: {
          side: 'need',
          area: 'north-moor',
          name: 'Over 75 and alone',
          hundredths: 120_000,
          unit: 'people',
          year: 2021,
          source: 'Census',
        },
      },
    ])
  })

  test('is read by its headings, in any order, and its rows are counted with them', () => {
    const text = [
      row('Source', 'Year', 'What', 'Number', 'Unit', 'Type', 'Ward'),
      row('ONS', '2024', 'Halls', '12.5', '%', 'Asset', 'north moor'),
    ]
    expect(read(text.join('\r\n'))).toMatchObject([
      { row: 2, line: { side: 'asset', area: 'north-moor', name: 'Halls', hundredths: 1_250, unit: 'percent', year: 2024, source: 'ONS' } },
    ])
  })

  test('leaves out empty lines, and takes an empty area for the whole programme', () => {
    const rows = read(['', good, '\t\t', row('', 'asset', 'Groups', '3', 'groups', '2025', 'Our list'), ''].join('\n'))
    expect(rows.map(each => each.row)).toEqual([2, 4])
    expect(rows[1]).toMatchObject({ line: { name: 'Groups' } })
    expect(rows[1] && 'line' in rows[1] && 'area' in rows[1].line).toBe(false)
  })

  test('says of each row that it cannot read why, and reads the others', () => {
    const rows = read([good, row('Moon', 'need', 'Craters', '1', 'people', '2024', 'NASA')].join('\n'))
    expect(rows.map(each => 'fault' in each)).toEqual([false, true])
    expect(faultOf(row('Moon', 'need', 'x', '1', 'people', '2024', 's'))).toBe('There is no area called Moon.')
    expect(faultOf(row('', 'wish', 'x', '1', 'people', '2024', 's'))).toBe('Say “need” or “asset”.')
    expect(faultOf(row('', 'need', '', '1', 'people', '2024', 's'))).toMatch(/^Say what is counted/)
    expect(faultOf(row('', 'need', 'x', 'many', 'people', '2024', 's'))).toBe('We cannot read the number “many”.')
    expect(faultOf(row('', 'need', 'x', '1.234', 'people', '2024', 's'))).toBe('We cannot read the number “1.234”.')
    expect(faultOf(row('', 'need', 'x', '1', 'moons', '2024', 's'))).toMatch(/^We do not know the unit “moons”/)
    expect(faultOf(row('', 'need', 'x', '1', 'people', '2027', 's'))).toBe('“2027” is not a year up to now.')
    expect(faultOf(row('', 'need', 'x', '1', 'people', 'last', 's'))).toBe('“last” is not a year up to now.')
    expect(faultOf(row('', 'need', 'x', '1', 'people', '2024', ''))).toMatch(/^Say where it comes from/)
  })

  test('does not take a number twice: not one that is on record, nor one that comes again', () => {
    const [first] = read(good)
    const key = first && 'line' in first ? keyOfLine(first.line) : ''
    expect(read(good, new Set([key]))).toMatchObject([{ fault: 'This number is here already.' }])
    expect(read([good, good].join('\n')).map(each => 'fault' in each)).toEqual([false, true])
  })

  test('of nothing is no row', () => {
    expect(read('')).toEqual([])
    expect(read(row('Area', 'Type', 'What', 'Number'))).toEqual([])
  })
})
