import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Supplier } from '#domain/gaps.ts'
import { gapsOf, servicesOf, supplierOf } from '#domain/gaps.ts'
import type { UnmetRequest } from '#domain/insights.ts'
import { day } from '#domain/plainDate.ts'
import { toMinutes } from '#domain/quantities.ts'
import { anEnquiry, ids, trading } from '../builders.ts'

const hours = (count: number) => 60 * count
const gives = (minutesPerWeek: number, areas: string[], services: string[]): Supplier => ({
  standing: 'trading',
  areas,
  services,
  minutesPerWeek,
})
const wants = (area: string, service: string, minutesPerWeek: number) => ({ area, service, minutesPerWeek })
const asks = (more: Partial<UnmetRequest> = {}): UnmetRequest => ({
  id: '1.0',
  on: day('2026-05-01'),
  recordedBy: ids.catalyst,
  area: 'north',
  service: 'company',
  minutesPerWeek: toMinutes(150),
  language: undefined,
  gender: undefined,
  askedBy: 'family',
  answered: undefined,
  ...more,
})

describe('a gap', () => {
  test('of 100 hours wanted and 60 there is 40 hours', () => {
    const [gap] = gapsOf([wants('north', 'company', hours(100))], [gives(hours(60), ['north'], ['company'])], [])
    expect(gap).toMatchObject({ wantedMinutes: hours(100), thereMinutes: hours(60), shortMinutes: hours(40), trading: 1 })
  })

  test('is none where more is there than wanted, and is not said where nobody said how much is wanted', () => {
    const [enough, unsaid] = gapsOf([wants('north', 'company', hours(10))], [gives(hours(40), ['north', 'south'], ['company'])], [])
    expect(enough).toMatchObject({ area: 'north', thereMinutes: hours(20), shortMinutes: 0 })
    expect(unsaid).toMatchObject({ area: 'south', wantedMinutes: null, thereMinutes: hours(20), shortMinutes: null })
  })

  test('hours are shared out over services and areas, and the minutes that do not divide go to the first', () => {
    // 100 minutes over 2 areas and 3 services are 6 parts of 16 and 4 left over.
    const gaps = gapsOf([], [gives(100, ['south', 'north'], ['meals', 'company', 'respite'])], [])
    const minutes = (area: string) => gaps.filter(gap => gap.area === area).map(({ service, thereMinutes }) => [service, thereMinutes])
    expect(minutes('north')).toEqual([
      ['company', 17],
      ['meals', 17],
      ['respite', 17],
    ])
    expect(minutes('south')).toEqual([
      ['company', 17],
      ['meals', 16],
      ['respite', 16],
    ])
  })

  test('an enterprise that has said neither what nor where is not lost', () => {
    expect(gapsOf([], [gives(hours(5), [], [])], [])).toMatchObject([{ area: null, service: null, thereMinutes: hours(5), trading: 1 }])
  })

  test('counts requests nobody could meet, and not those that were met', () => {
    const met = asks({ id: '2.0', answered: { on: day('2026-05-02'), caseId: undefined } })
    expect(gapsOf([], [], [asks(), asks({ id: '3.0', minutesPerWeek: toMinutes(30) }), met])).toMatchObject([
      { area: 'north', service: 'company', unmet: 2, unmetMinutes: 180, shortMinutes: null },
    ])
  })

  test('the largest comes first', () => {
    const gaps = gapsOf([wants('north', 'meals', hours(5)), wants('north', 'company', hours(50))], [], [asks({ service: 'respite' })])
    expect(gaps.map(({ service }) => service)).toEqual(['company', 'meals', 'respite'])
  })

  test('nothing is counted twice: what is there adds up to what is given', () => {
    const codes = (list: string[]) => fc.subarray(list)
    const supplier = fc
      .tuple(fc.integer({ min: 0, max: 6_000 }), codes(['north', 'south', 'moor']), codes(['meals', 'company', 'respite']))
      .map(([minutes, areas, services]) => gives(minutes, areas, services))
    fc.assert(
      fc.property(fc.array(supplier, { maxLength: 12 }), suppliers => {
        const there = gapsOf([], suppliers, []).reduce((sum, { thereMinutes }) => sum + thereMinutes, 0)
        expect(there).toBe(suppliers.reduce((sum, { minutesPerWeek }) => sum + minutesPerWeek, 0))
      }),
    )
  })
})

describe('what an enterprise gives', () => {
  const told = trading().told('2015-06-01', { minutesPerWeek: toMinutes(1_200) })
  const on = (story: typeof told, date: string) => supplierOf(story.asAt(date), day(date))

  test('is the hours it told last, for 12 months and no longer', () => {
    expect(on(told, '2016-06-01')).toMatchObject({ standing: 'trading', minutesPerWeek: 1_200 })
    expect(on(told, '2016-06-02')).toMatchObject({ standing: 'trading', minutesPerWeek: 0 })
  })

  test('is where it works, and where it said nothing of that, where it is', () => {
    const area = told.asAt('2015-07-01').area
    expect(on(told, '2015-07-01')?.areas).toEqual(area === undefined ? [] : [area])
    expect(on(told.happened('areas-served', '2015-06-02', { areas: ['coast', 'moor'] }), '2015-07-01')?.areas).toEqual(['coast', 'moor'])
  })

  test('is nothing once it stopped or while it is an enquiry; one that is being set up is counted apart', () => {
    expect(on(told.stopped('2015-08-01'), '2015-08-02')).toBeUndefined()
    expect(on(anEnquiry(), '2015-01-06')).toBeUndefined()
    expect(on(anEnquiry().accepted('2015-01-20'), '2015-02-01')).toMatchObject({ standing: 'setting-up', minutesPerWeek: 0 })
  })
})

test('a request names a service of the programme; until it has any, a gap that a grant may fill', () => {
  expect(servicesOf({ services: ['gardening'] })).toEqual(['gardening'])
  expect(servicesOf({ services: [] })).toContain('company')
  expect(servicesOf({ services: [] })).not.toContain('not-recorded')
})
