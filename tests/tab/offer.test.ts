import { expect, test } from 'vitest'
import { toMinutes } from '#domain/quantities.ts'
import { restOf } from '#tab/enterprise/entryWords.ts'
import { offerCommand, offerFields, offerStart } from '#tab/enterprise/offer.ts'
import { usualChoices } from '#tab/enterprise/useChoices.ts'
import type { Happened } from '#tab/enterprise/timeline.ts'
import { readFields } from '#tab/ui/fields.ts'
import { toPence } from '#domain/quantities.ts'
import { day } from '#domain/plainDate.ts'
import { supported, trading } from '../builders.ts'

const choices = { ...usualChoices, areas: ['levels', 'moors'], services: ['meals', 'shopping'] }
const offering = trading()
  .happened('services-offered', '2015-06-01', { services: ['meals', 'old-service'], purposes: ['company'] })
  .happened('areas-served', '2015-06-01', { areas: ['levels'] })
  .happened('price-set', '2015-06-01', { pencePerHour: toPence(20_00) })
  .happened('attribute', '2015-06-01', { attribute: 'spare-hours', value: toMinutes(300) })
const tracks = offering.asAt()
const today = day('2016-05-06')

/** What the form sends when some of its boxes were changed. */
function sent(changed: Record<string, string>): unknown {
  const fields = offerFields(tracks, choices)
  const { answers, faults } = readFields(fields, { ...offerStart(tracks, choices), ...changed }, today)
  expect(faults).toEqual({})
  return offerCommand({ ...answers, happenedOn: today }, tracks)
}

test('the form stands filled in as the record is, with a service that is no longer used among its ticks', () => {
  expect(offerStart(tracks, choices)).toEqual({
    services: 'meals,old-service',
    purposes: 'company',
    areas: 'levels',
    pencePerHour: '20',
    spareMinutes: '5',
  })
})

test('the first time, the area that they come from is ticked, and told when the form is saved', () => {
  const first = supported().putRight('enquired', '2015-01-05', { reference: 'LM-001', area: 'moors' }).asAt()
  expect(offerStart(first, choices)).toMatchObject({ areas: 'moors', services: '' })
  expect(offerCommand({ happenedOn: today, areas: ['moors'] }, first)).toMatchObject({ areas: ['moors'] })
  expect(offerStart(tracks, choices)).toMatchObject({ areas: 'levels' })
})

test('only what was changed is told: a price that stays keeps the day it began', () => {
  expect(sent({ areas: 'levels,moors' })).toEqual({ kind: 'tell-offer', happenedOn: '2016-05-06', areas: ['levels', 'moors'] })
  expect(sent({ pencePerHour: '22.50' })).toEqual({ kind: 'tell-offer', happenedOn: '2016-05-06', pencePerHour: 22_50 })
  expect(sent({})).toEqual({ kind: 'tell-offer', happenedOn: '2016-05-06' })
})

test('a list that was emptied is told as empty, and a box that was left blank as it was', () => {
  expect(sent({ areas: '', pencePerHour: '' })).toEqual({ kind: 'tell-offer', happenedOn: '2016-05-06', areas: [] })
})

test('what a service is for is told with the services', () => {
  expect(sent({ purposes: 'company,help-at-home' })).toEqual({
    kind: 'tell-offer',
    happenedOn: '2016-05-06',
    services: ['meals', 'old-service'],
    purposes: ['company', 'help-at-home'],
  })
})

test('a programme without areas is not asked for them', () => {
  expect(offerFields(trading().asAt(), { ...choices, areas: [] }).map(({ name }) => name)).not.toContain('areas')
})

test('the timeline says a service and a check by the name that the programme gives it', () => {
  const nameOf = (kind: string, code: string): string => `${kind} ${code} by name`
  const said = (kind: string, data: object): string => restOf({ kind, data } as Happened, nameOf)
  expect(said('services-offered', { services: ['meals'], purposes: ['company'] })).toBe('Services meals by name for company.')
  expect(said('services-offered', { services: [] })).toBe('Nothing.')
  expect(said('check-seen', { check: 'dog-walk' })).toBe('checks dog-walk by name.')
  expect(said('attribute', { attribute: 'joined-consortium', codes: ['moor-carers'] })).toBe(
    'Joined a consortium, consortia moor-carers by name.',
  )
})
