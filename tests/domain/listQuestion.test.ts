import { expect, test } from 'vitest'
import { filtersSchema } from '#domain/viewSchemas.ts'
import { asked, isIn, noFilters, passes, sorted } from '#domain/listQuestion.ts'
import { day } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { ids } from '../builders.ts'
import { caseRow, nextStep } from '../tab/caseRows.ts'

const viewer = { oid: ids.catalyst, today: day('2026-05-06') }
const references = (rows: readonly CaseRow[]): string[] => rows.map(({ reference }) => reference)

test('the most overdue comes first, then what has waited longest without a day, then what has nothing next', () => {
  const rows = [
    caseRow(1),
    caseRow(2, { next: nextStep('constitute', { since: '2026-04-01' }) }),
    caseRow(3, { nextContactOn: day('2026-05-12') }),
    caseRow(4, { nextContactOn: day('2015-04-14') }),
    caseRow(5, { next: nextStep('agree-idea', { since: '2026-01-20' }) }),
    caseRow(6, { next: nextStep('do-cqc-check') }),
  ]
  expect(references(sorted(rows, { by: 'contact', down: false }))).toEqual(['0004', '0003', '0005', '0002', '0006', '0001'])
})

test('references go by their number and names by their letters, capitals aside', () => {
  const rows = [
    caseRow(10, { reference: '10', name: 'beech' }),
    caseRow(9, { reference: '9', name: 'Ash' }),
    caseRow(100, { reference: '100', name: 'Alder' }),
  ]
  expect(references(sorted(rows, { by: 'reference', down: false }))).toEqual(['9', '10', '100'])
  expect(references(sorted(rows, { by: 'name', down: false }))).toEqual(['100', '9', '10'])
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

test('an order turned round is the same list from the other end, and equal ones stay by reference', () => {
  const heard = (number: number, on: string) => caseRow(number, { lastContactOn: day(on) })
  const rows = [heard(1, '2026-02-01'), heard(2, '2026-01-01'), heard(3, '2026-02-01')]
  expect(references(sorted(rows, { by: 'heard', down: false }))).toEqual(['0002', '0001', '0003'])
  expect(references(sorted(rows, { by: 'heard', down: true }))).toEqual(['0001', '0003', '0002'])
})

test('the longest in a step comes first, and what has no step comes last', () => {
  const rows = [
    caseRow(1),
    caseRow(2, { next: nextStep('constitute', { since: '2026-04-01' }) }),
    caseRow(3, { next: nextStep('agree-idea', { since: '2026-01-20' }) }),
  ]
  expect(references(sorted(rows, { by: 'step', down: false }))).toEqual(['0003', '0002', '0001'])
})

test('the newest enquiry and the newest trading come first', () => {
  const rows = [
    caseRow(1, { enquiredOn: day('2026-01-01'), tradingFrom: day('2026-03-01') }),
    caseRow(2, { enquiredOn: day('2026-02-01') }),
  ]
  expect(references(sorted(rows, { by: 'enquired', down: false }))).toEqual(['0002', '0001'])
  expect(references(sorted(rows, { by: 'trading', down: false }))).toEqual(['0001', '0002'])
})

test('“Stuck” holds what has been in its step for too long', () => {
  expect(isIn('stuck', caseRow(1, { flags: [{ flag: 'stuck', days: 61 }] }), viewer)).toBe(true)
  expect(isIn('stuck', caseRow(2, { flags: [{ flag: 'silent', days: 61 }] }), viewer)).toBe(false)
})

test('“Open records” lets through all that has not come to an end', () => {
  const open = { ...noFilters, status: ['open' as const] }
  const passing = (
    ['enquiry', 'supported', 'trading', 'paused', 'lost-touch', 'stopped', 'left-sight', 'advised-only', 'declined'] as const
  ).filter(standing => passes(open, caseRow(1, { standing })))
  expect(passing).toEqual(['enquiry', 'supported', 'trading', 'paused', 'lost-touch'])
})

test('a filter by flag lets through what has one of them; a filter by catalyst can ask for nobody’s', () => {
  const flagged = caseRow(1, { flags: [{ flag: 'silent', days: 43 }], catalyst: ids.catalyst })
  expect(passes({ ...noFilters, flag: ['stuck', 'silent'] }, flagged)).toBe(true)
  expect(passes({ ...noFilters, flag: ['stuck'] }, flagged)).toBe(false)
  expect(passes({ ...noFilters, catalyst: ['nobody'] }, flagged)).toBe(false)
  expect(passes({ ...noFilters, catalyst: ['nobody'] }, caseRow(2))).toBe(true)
})

test('a question is its view, its filters and its order together', () => {
  const mine = { catalyst: ids.catalyst, area: 'north' }
  const rows = [caseRow(3, mine), caseRow(1, { ...mine, area: 'south' }), caseRow(2, mine), caseRow(4, { area: 'north' })]
  const question = { view: 'mine' as const, sort: { by: 'reference' as const, down: false }, filters: { ...noFilters, area: ['north'] } }
  expect(references(asked(rows, question, viewer))).toEqual(['0002', '0003'])
})

test('who offers one of these services, or works in one of these areas, is let through', () => {
  const row = caseRow(1, { area: 'north', services: ['meals', 'company'], areasServed: ['coast'] })
  expect(passes({ ...noFilters, service: ['company', 'shopping'] }, row)).toBe(true)
  expect(passes({ ...noFilters, service: ['shopping'] }, row)).toBe(false)
  expect(passes({ ...noFilters, serves: ['coast'] }, row)).toBe(true)
  // Where they come from is another thing than where they work.
  expect(passes({ ...noFilters, serves: ['north'] }, row)).toBe(false)
  expect(passes({ ...noFilters, service: ['meals'], serves: ['north'] }, row)).toBe(false)
  expect(passes({ ...noFilters, service: ['meals'] }, caseRow(2))).toBe(false)
})

test('a question that is older than these two filters asks for everything of them', () => {
  const { service: _service, serves: _serves, ...older } = noFilters
  expect(filtersSchema.parse(older)).toEqual(noFilters)
})
