import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Lines } from '#domain/cohortSchemas.ts'
import { funnelSteps, timedSteps } from '#domain/cohortSchemas.ts'
import type { Instant } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import { compareBys } from '#domain/comparing.ts'
import { endings } from '#domain/vocabulary.ts'
import { csvText } from '#domain/csv.ts'
import { csvRows, footerWords, matching, sorted } from '#tab/cohorts/lineRows.ts'
import { listHead } from '#tab/cohorts/lists.ts'

const row = (reference: string, value: number | null, on = '2015-05-03', name: string | null = null): Lines['rows'][number] => {
  return { id: '00000000-0000-4000-8000-000000000000', reference, name, area: 'mendip', form: 'sole_trader', on: day(on), value }
}

const lines = (rows: Lines['rows'], adds: Lines['adds'], total: number): Lines => {
  return {
    figure: 'returns.current.people',
    through: 3,
    knownAt: '2018-06-30T10:00:00.000Z' as Instant,
    asAt: day('2018-06-30'),
    total,
    adds,
    rows,
  }
}

const people = listHead('returns.current.people')
const trading = listHead('funnel.trading')
if (!people || !trading) throw new Error('these two lists have words')

describe('a file of the list', () => {
  test('a name that a spreadsheet would run as a formula is kept from it', () => {
    expect(csvText([['=1+1', '+44 1632', '-5', '@here', '\tx', 'Ham Hill Helpers', -5, null]])).toBe(
      "'=1+1,'+44 1632,'-5,'@here,'\tx,Ham Hill Helpers,-5,\r\n",
    )
  })

  test('commas, quotes and line ends come back as they were', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é') }).map(words => `x${words}`)
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), rows => {
        expect(parse(csvText(rows), { record_delimiter: '\r\n' })).toEqual(rows)
      }),
    )
  })

  test('has one row for each of the list under its headings, with hours as hours and money as pounds', () => {
    const hours = listHead('returns.current.minutesPerWeek')
    const grants = listHead('grantedPence')
    const areaName = () => 'Mendip'
    expect(hours && csvRows(lines([row('0147', 2_790)], 'values', 2_790), hours, areaName)).toEqual([
      ['Reference', 'Enterprise', 'Area', 'Legal form', 'Numbers from', 'Hours a week'],
      ['0147', null, 'Mendip', 'Self-employed', '2015-05-03', 46.5],
    ])
    expect(grants && csvRows(lines([row('0147', 35_050)], 'values', 35_050), grants, areaName)[1]?.at(-1)).toBe(350.5)
  })
})

describe('the foot of the list', () => {
  test('says that it is the figure again, by rows or by sum', () => {
    expect(footerWords(lines([row('1', null), row('2', null)], 'rows', 2), trading)).toEqual({
      count: '2 rows, the same as the figure',
      sum: '',
    })
    expect(footerWords(lines([row('1', 4), row('2', 7)], 'values', 11), people)).toEqual({
      count: '2 rows, the same as the figure',
      sum: '11 people',
    })
  })

  test('says so where it is not', () => {
    expect(footerWords(lines([row('1', 4)], 'values', 11), people).count).toBe('1 row; the figure says 11 people')
    expect(footerWords(lines([row('1', null)], 'rows', 2), trading).count).toBe('1 row; the figure says 2')
  })
})

test('a search finds all its words in name, reference or area, and a list without names is found by reference', () => {
  const rows = [row('0017', 1, '2015-05-03', 'Ham Hill Helpers'), row('0018', 1)]
  const areaName = () => 'Mendip'
  expect(matching(rows, 'hill mend', areaName).map(({ reference }) => reference)).toEqual(['0017'])
  expect(matching(rows, '0018', areaName).map(({ reference }) => reference)).toEqual(['0018'])
  expect(matching(rows, '', areaName)).toHaveLength(2)
})

test('the list begins with what adds most to the figure, and else with the oldest', () => {
  expect(sorted([row('3', 2), row('1', 9), row('2', 4)]).map(({ value }) => value)).toEqual([9, 4, 2])
  expect(sorted([row('1', null, '2016-01-01'), row('2', null, '2014-01-01')]).map(({ reference }) => reference)).toEqual(['2', '1'])
})

test('every figure that the page shows has words for its list', () => {
  const parts = ['due', 'trading', 'paused', 'stopped', 'notReached', 'left', 'awaited', 'notYet'].flatMap(part =>
    [6, 12, 24].flatMap(month => [`parts.${month}.${part}`, `existingParts.${month}.${part}`]),
  )
  const returns = ['people', 'minutesPerWeek', 'jobs', 'enterprises'].flatMap(of => [`returns.current.${of}`, `returns.latest.${of}`])
  const others = [
    'survival.n',
    'survival.ended',
    'survival.lost',
    'survival.unwatched',
    'existing.accepted',
    'maturity.aged',
    ...compareBys.flatMap(by => ['n', 'ended', 'notWorking'].map(of => `by-${by}.some-group.${of}`)),
    ...timedSteps.flatMap(step => ['begun', 'reached', 'open', 'left', 'outOfOrder'].map(state => `times.${step}.${state}`)),
    'existing.trading',
    'existing.ended',
    'existing.lost',
    ...endings.map(ending => `endings.${ending}`),
    'advisedOnly',
    'declined',
    'cost.setUp',
    'cost.setUpOrAdvised',
    'grantedPence',
  ]
  const figures = [...funnelSteps.map(step => `funnel.${step}`), ...parts, ...returns, ...others]
  expect(figures.filter(figure => listHead(figure) === undefined)).toEqual([])
  expect(['parts.13.due', 'times.idea-set-up.lost', 'endings.sold', 'by-area.north.best'].map(listHead)).toEqual(
    Array.from({ length: 4 }, () => undefined),
  )
})
