import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { placeAfterKey } from '#tab/charts/readingKeys.ts'
import { pickedWords } from '#tab/cohorts/pickedWords.ts'
import { askedIn, endOfDay, figureDay, isNarrowed, queryOf, withAsked, withoutAsked } from '#tab/cohorts/question.ts'

const today = day('2026-11-21')
const areas = [{ id: 'mendip', name: 'Mendip' }]
const asked = (address: string) => askedIn(new URLSearchParams(address), { today, areas })

describe('what the address asks', () => {
  test('a whole question comes back out of it', () => {
    expect(
      asked('by=trading&from=2014-04-01&to=2015-03-31&area=mendip&form=cic&asAt=2018-06-30&knownBy=2018-07-01&list=funnel.trading'),
    ).toEqual({
      by: 'trading',
      from: '2014-04-01',
      to: '2015-03-31',
      area: 'mendip',
      form: 'cic',
      asAt: '2018-06-30',
      knownBy: '2018-07-01',
    })
  })

  test('days that are none or have not come, unknown areas and forms are left out', () => {
    expect(asked('by=luck&from=2015-02-31&area=mars&form=plc&asAt=2030-01-01')).toEqual({ by: 'enquiry' })
  })

  test('changing one thing leaves the rest of the address, and the usual choice is not written', () => {
    const address = new URLSearchParams('programme=levels&by=trading&area=mendip')
    expect(withAsked(address, 'by', 'enquiry').toString()).toBe('programme=levels&area=mendip')
    expect(withAsked(address, 'area', '').toString()).toBe('programme=levels&by=trading')
    expect(withoutAsked(address).toString()).toBe('programme=levels')
  })
})

describe('the day of the figures', () => {
  test('is the day asked for; else the day the follow-up ended, if it has; else today', () => {
    expect(figureDay({ by: 'enquiry', asAt: day('2017-01-01') }, today, day('2018-06-30'))).toEqual({ day: '2017-01-01', because: 'asked' })
    expect(figureDay({ by: 'enquiry' }, today, day('2018-06-30'))).toEqual({ day: '2018-06-30', because: 'follow-up-ended' })
    expect(figureDay({ by: 'enquiry' }, today, day('2027-06-30'))).toEqual({ day: today, because: 'today' })
    expect(figureDay({ by: 'enquiry' }, today, null)).toEqual({ day: today, because: 'today' })
  })

  test('what we knew by a day is known to its last moment in London, which in summer is an hour before midnight in UTC', () => {
    expect(endOfDay(day('2018-01-15'))).toBe('2018-01-15T23:59:59.999Z')
    expect(endOfDay(day('2018-07-15'))).toBe('2018-07-15T22:59:59.999Z')
    expect(queryOf({ by: 'enquiry', knownBy: day('2018-07-15') }, day('2018-06-30'))).toMatchObject({
      asAt: '2018-06-30',
      knownAt: '2018-07-15T22:59:59.999Z',
    })
  })
})

test('choosing some of all is known, so that an empty page says what to do', () => {
  expect(isNarrowed(asked(''))).toBe(false)
  expect(isNarrowed(asked('asAt=2018-06-30'))).toBe(true)
  expect(isNarrowed(asked('knownBy=2018-06-30'))).toBe(true)
  expect(isNarrowed(asked('area=mendip'))).toBe(true)
  expect(isNarrowed(asked('by=trading'))).toBe(true)
})

test('the folded line says who is counted in a few words', () => {
  const { chosen, other } = pickedWords(asked('from=2014-04-01&area=mendip'), { day: day('2018-06-30') }, areas)
  expect([chosen, other].map(words => words.replaceAll('\u00a0', ' '))).toEqual([
    'Enquired from 1 April 2014',
    'Mendip · any form · on 30 June 2018',
  ])
})

describe('keys on the curve', () => {
  const days = [0, 90, 182, 365, 400, 730]
  test.each([
    ['the first press begins at the start', 'ArrowRight', undefined, 0],
    ['right goes on by one', 'ArrowRight', 1, 2],
    ['right stays at the end', 'ArrowRight', 5, 5],
    ['left goes back by one', 'ArrowLeft', 2, 1],
    ['left stays at the start', 'ArrowLeft', 0, 0],
    ['Page Up goes on by a year', 'PageUp', 0, 3],
    ['Page Up goes no further than the end', 'PageUp', 4, 5],
    ['Page Down goes back by a year', 'PageDown', 5, 3],
    ['Page Down goes no further than the start', 'PageDown', 2, 0],
    ['Home goes to the start', 'Home', 3, 0],
    ['End goes to the end', 'End', 1, 5],
    ['Escape takes the line away', 'Escape', 2, undefined],
    ['Tab is not ours', 'Tab', 2, 'other'],
  ] as const)('%s', (_, key, from, to) => {
    expect(placeAfterKey(key, from, days)).toBe(to)
  })
})
