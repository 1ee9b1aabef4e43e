import { expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { detailsOf, dueOf, flagOf, marksInWords, reasonWords, stepNow, titleOf } from '#tab/enterprises/rowWords.ts'
import { caseRow, nextStep } from './caseRows.ts'

const today = day('2026-05-06')
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ')
const due = (on: string | undefined) =>
  dueOf(caseRow(1, { next: nextStep('check-in', on === undefined ? {} : { on }), nextContactOn: on === undefined ? null : day(on) }), today)

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

test('a time that was agreed stands beside today and tomorrow, and not beside a day far off', () => {
  const at = (on: string) => plain(dueOf(caseRow(1, { nextContactOn: day(on), nextContactAt: '09:30' }), today)?.words)
  expect(at('2026-05-06')).toBe('Today, 9:30')
  expect(at('2026-05-07')).toBe('Tomorrow, 9:30')
  expect(at('2026-05-12')).toBe('In 6 days')
  expect(at('2026-05-05')).toBe('1 day late')
})

test('a check-in is named by its month, and counted from the day trading began', () => {
  const row = caseRow(61, {
    standing: 'trading',
    tradingFrom: day('2025-04-14'),
    next: nextStep('check-in', { on: '2026-04-14', month: 12 }),
  })
  // 14 April 2025 to 6 May 2026 are 365 + 22 = 387 days; 387 ÷ 30.4 = 12.7 months.
  expect(stepNow(row, today)).toEqual({ what: '12-month check-in', where: 'Two years', time: '12\u00a0months' })
})

test('a step shows how long it has waited', () => {
  const row = caseRow(158, { next: nextStep('choose-form', { since: '2026-03-24' }) })
  expect(stepNow(row, today)).toEqual({ what: 'Choose a form', where: 'Set up', time: '43\u00a0days' })
})

test('a row shows one flag, the most urgent; silence is told with its days', () => {
  const flag = (...flags: CaseRow['flags']) => flagOf(caseRow(1, { flags }))
  expect(plain(flag({ flag: 'silent', days: 43 })?.words)).toBe('43 days silent')
  expect(flag({ flag: 'no-answer', days: null }, { flag: 'silent', days: 43 })).toEqual({ tone: 'danger', words: 'No answer yet' })
  expect(flag({ flag: 'stuck', days: 61 })).toEqual({ tone: 'warning', words: 'Stuck' })
  expect(flag()).toBeUndefined()
})

test('lost touch is a flag of its own, and says neither trading nor stopped', () => {
  expect(flagOf(caseRow(1, { standing: 'lost-touch', flags: [{ flag: 'lost-touch', days: null }] }))).toEqual({
    tone: 'danger',
    words: 'Lost touch',
  })
})

test('what has stopped or left our sight says so, and has no other flag', () => {
  expect(flagOf(caseRow(1, { standing: 'stopped' }))).toEqual({ tone: 'plain', words: 'Stopped' })
  expect(flagOf(caseRow(1, { standing: 'left-sight' }))).toEqual({ tone: 'plain', words: 'Left our sight' })
  expect(flagOf(caseRow(1, { standing: 'declined' }))).toBeUndefined()
})

test('a row says why it was found, where its name does not', () => {
  expect(reasonWords({ by: 'phone', words: '147' })).toBe('phone ends 147')
  expect(reasonWords({ by: 'place', words: 'Brent Knoll' })).toBe('in Brent Knoll')
  expect(reasonWords({ by: 'reference', words: '0147' })).toBe('reference 0147')
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
