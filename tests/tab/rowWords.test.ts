import { expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { detailsOf, dueOf, flagOf, marksInWords, stepNow, titleOf } from '#tab/enterprises/rowWords.ts'
import { caseRow, nextStep } from './caseRows.ts'

const today = day('2026-05-06')
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ')
const due = (on: string | undefined) => dueOf(caseRow(1, { next: nextStep('check-in', on === undefined ? {} : { on }) }), today)

test('what is late says by how much, and only that is red', () => {
  expect(due('2026-04-14')).toMatchObject({ tone: 'late' })
  expect(plain(due('2026-04-14')?.words)).toBe('22 days late')
  expect(plain(due('2026-04-14')?.day)).toBe('Tue 14 April')
})

test('what is due today, later, or on no day is said as such', () => {
  expect(due('2026-05-06')).toMatchObject({ tone: 'today', words: 'Today' })
  expect(plain(due('2026-05-12')?.words)).toBe('In 6 days')
  expect(due(undefined)).toMatchObject({ tone: 'open', words: 'No day set' })
  expect(dueOf(caseRow(1), today)).toBeUndefined()
})

test('a check-in is named by its month, and counted from the day trading began', () => {
  const row = caseRow(61, {
    standing: 'trading',
    tradingFrom: day('2025-04-14'),
    next: nextStep('check-in', { on: '2026-04-14', month: 12 }),
  })
  // 14 April 2025 to 6 May 2026 are 365 + 22 = 387 days; 387 ÷ 30.4 = 12.7 months.
  expect(stepNow(row, today)).toEqual({ what: '12-month check-in', where: 'Two years, 12\u00a0months' })
})

test('a step shows how long it has waited', () => {
  const row = caseRow(158, { next: nextStep('choose-form', { since: '2026-03-24' }) })
  expect(stepNow(row, today)).toEqual({ what: 'Choose a form', where: 'Set up, 43\u00a0days' })
})

test('six weeks of silence are fine, a day more is a flag', () => {
  const silent = (date: string) => flagOf(caseRow(1, { lastContactOn: day(date), next: nextStep('constitute') }), today)
  expect(silent('2026-03-25')).toBeUndefined()
  expect(plain(silent('2026-03-24')?.words)).toBe('43 days silent')
})

test('nobody is called silent with whom nothing is next', () => {
  expect(flagOf(caseRow(1, { standing: 'trading', lastContactOn: day('2020-01-01') }), today)).toBeUndefined()
})

test('lost touch is a flag of its own, and says neither trading nor stopped', () => {
  expect(flagOf(caseRow(1, { standing: 'lost-touch', next: nextStep('check-in') }), today)).toEqual({ tone: 'danger', words: 'Lost touch' })
})

test('without a name the reference stands in its place, and not twice', () => {
  const row = caseRow(147, { name: null, area: 'glastonbury', form: 'cic' })
  expect(titleOf(row)).toBe('0147')
  expect(detailsOf(row, () => 'Glastonbury')).toEqual(['Glastonbury', 'CIC'])
})

test('the five marks are read out by name and state', () => {
  const states = ['done', 'done', 'in-progress', 'not-needed', 'to-do'] as const
  const marks = caseRow(1).marks.map((mark, place) => ({ ...mark, state: states[place] ?? mark.state }))
  expect(marksInWords(marks)).toBe('Idea done, Set up done, CQC in progress, Grant not needed, Two years to do')
})
