import { expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { isIn, noFilters, passes, questionIn, search, sorted, withQuestion } from '#tab/enterprises/listing.ts'
import { ids } from '../builders.ts'
import { caseRow, nextStep } from './caseRows.ts'

const viewer = { oid: ids.catalyst, today: day('2026-05-06') }
const places: Record<string, string> = { glastonbury: 'Glastonbury', 'brent-knoll': 'Brent Knoll' }
const placeOf = (area: string): string => places[area] ?? area
const references = (rows: readonly CaseRow[]): string[] => rows.map(({ reference }) => reference)

const willow = caseRow(147, { name: 'Willow Companions', area: 'glastonbury' })
const orchard = caseRow(161, { name: 'Orchard Lunch Club', area: 'brent-knoll' })
const cafe = caseRow(12, { name: 'Café on the Green', area: 'glastonbury' })
const nameless = caseRow(98, { name: null, area: 'glastonbury' })
const all = [willow, orchard, cafe, nameless]

test.each([
  ['willow', ['0147']],
  ['brent knoll', ['0161']],
  ['glastonbury', ['0147', '0012', '0098']],
  ['0161', ['0161']],
  ['companions willow', ['0147']],
  ['', ['0147', '0161', '0012', '0098']],
])('“%s” finds what has it in its name, its place or its reference', (words, found) => {
  expect(references(search(all, words, placeOf))).toEqual(found)
})

test.each([
  ['willw', '0147'],
  ['orchrad', '0161'],
  ['cafe', '0012'],
])('one slip in a word is forgiven: “%s” finds %s', (words, found) => {
  expect(references(search(all, words, placeOf))).toEqual([found])
})

test('an enterprise whose name one may not see is not found by a name', () => {
  expect(search([nameless], 'Enterprise', placeOf)).toEqual([])
})

test('the most overdue comes first, then what has waited longest without a day, then what has nothing next', () => {
  const rows = [
    caseRow(1),
    caseRow(2, { next: nextStep('constitute', { since: '2026-04-01' }) }),
    caseRow(3, { next: nextStep('check-in', { on: '2026-05-12', month: 6 }) }),
    caseRow(4, { next: nextStep('check-in', { on: '2015-04-14', month: 12 }) }),
    caseRow(5, { next: nextStep('agree-idea', { since: '2026-01-20' }) }),
    caseRow(6, { next: nextStep('do-cqc-check') }),
  ]
  expect(references(sorted(rows, 'due'))).toEqual(['0004', '0003', '0005', '0002', '0006', '0001'])
})

test('references go by their number and names by their letters, capitals aside', () => {
  const rows = [
    caseRow(10, { reference: '10', name: 'beech' }),
    caseRow(9, { reference: '9', name: 'Ash' }),
    caseRow(100, { reference: '100', name: 'Alder' }),
  ]
  expect(references(sorted(rows, 'reference'))).toEqual(['9', '10', '100'])
  expect(references(sorted(rows, 'name'))).toEqual(['100', '9', '10'])
})

test('“Mine” holds the records of the one who looks', () => {
  expect(isIn('mine', caseRow(1, { catalyst: ids.catalyst }), viewer)).toBe(true)
  expect(isIn('mine', caseRow(2, { catalyst: ids.payer }), viewer)).toBe(false)
})

test('“Check-ins due” holds what is due today, and not what is due tomorrow', () => {
  const due = (on: string): CaseRow => caseRow(1, { next: nextStep('check-in', { on, month: 6 }) })
  expect(isIn('check-ins-due', due('2026-05-06'), viewer)).toBe(true)
  expect(isIn('check-ins-due', due('2026-05-07'), viewer)).toBe(false)
})

test('“Stopped” holds those that left our sight too, and not those that paused', () => {
  expect(isIn('stopped', caseRow(1, { standing: 'left-sight' }), viewer)).toBe(true)
  expect(isIn('stopped', caseRow(2, { standing: 'paused' }), viewer)).toBe(false)
})

test('filters of one kind widen, filters of two kinds narrow', () => {
  const trading = caseRow(1, { standing: 'trading', form: 'cic' })
  expect(passes({ ...noFilters, status: ['paused', 'trading'] }, trading)).toBe(true)
  expect(passes({ ...noFilters, status: ['trading'], form: ['charity'] }, trading)).toBe(false)
  expect(passes({ ...noFilters, form: ['none'] }, caseRow(2))).toBe(true)
})

test('a filter by step lets through what is at that milestone, and never what has nothing next', () => {
  const filters = { ...noFilters, step: ['registration' as const] }
  expect(passes(filters, caseRow(1, { next: nextStep('redo-cqc-check') }))).toBe(true)
  expect(passes(filters, caseRow(2, { next: nextStep('pay-grant') }))).toBe(false)
  expect(passes(filters, caseRow(3))).toBe(false)
})

test('the address keeps view, order and filters, and brings them back', () => {
  const question = {
    view: 'all',
    sort: 'name',
    filters: { status: ['trading', 'paused'], area: ['brent-knoll'], form: ['none'], step: ['grant'] },
  } as const
  const address = withQuestion(new URLSearchParams('programme=levels'), question)
  expect(questionIn(address)).toEqual(question)
  expect(address.get('programme')).toBe('levels')
})

test('an address with words that we do not know shows the list all the same', () => {
  const question = questionIn(new URLSearchParams('view=secret&sort=luck&status=gone,trading&form=guild&area=<b>'))
  expect(question).toEqual({ view: undefined, sort: 'due', filters: { ...noFilters, status: ['trading'] } })
})
