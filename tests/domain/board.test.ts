import { expect, test } from 'vitest'
import { stageOf, usualDays } from '#domain/board.ts'
import { day } from '#domain/plainDate.ts'
import type { Milestone } from '#domain/vocabulary.ts'
import type { CaseRow, Mark } from '#domain/wireSchemas.ts'
import { caseRow } from '../tab/caseRows.ts'

/** A row with these milestones reached, each on its day; `not-needed` and `in-progress` are no days. */
const reached = (marks: Partial<Record<Milestone, string>>, changes: Partial<CaseRow> = {}): CaseRow => {
  const row = caseRow(1, changes)
  const stateOf = (said: string | undefined): Mark => (said === undefined ? 'to-do' : said.startsWith('2') ? 'done' : (said as Mark))
  return {
    ...row,
    marks: row.marks.map(({ milestone }) => {
      const said = marks[milestone]
      const state = stateOf(said)
      return { milestone, state, on: state === 'done' && said ? day(said) : null }
    }),
  }
}

test('an enterprise stands in the column of the furthest milestone that it has reached', () => {
  expect(stageOf(reached({}))).toBe('enquiry')
  expect(stageOf(reached({ idea: '2025-01-01', constitution: 'in-progress' }))).toBe('idea')
  expect(stageOf(reached({ idea: '2025-01-01', grant: '2025-02-01' }))).toBe('grant')
  expect(stageOf(reached({ 'two-years': '2025-01-01' }))).toBe('two-years')
})

test('CQC that is not needed was decided and not reached: it moves nobody', () => {
  expect(stageOf(reached({ idea: '2025-01-01', registration: 'not-needed' }))).toBe('idea')
})

test('what a stage usually takes is the middle of those who went on', () => {
  // From the idea to being set up: 10, 20, 34, 50 and 90 days. The middle one is 34.
  const ends = ['2025-01-11', '2025-01-21', '2025-02-04', '2025-02-20', '2025-04-01']
  const rows = ends.map(on => reached({ idea: '2025-01-01', constitution: on }))
  expect(usualDays(rows, 'idea')).toEqual({ gone: 5, days: 34 })
  // A sixth, of 60 days: of the two in the middle (34 and 50) the lower, which somebody took.
  expect(usualDays([...rows, reached({ idea: '2025-01-01', constitution: '2025-03-02' })], 'idea')).toEqual({ gone: 6, days: 34 })
})

test('those who are still there are not counted, and of four or fewer nothing is said', () => {
  const gone = Array.from({ length: 4 }, () => reached({ idea: '2025-01-01', constitution: '2025-01-11' }))
  const waiting = Array.from({ length: 9 }, () => reached({ idea: '2025-01-01' }))
  expect(usualDays([...gone, ...waiting], 'idea')).toEqual({ gone: 4, days: null })
})

test('the way out of a stage is the first further milestone, whichever it is, and never an earlier day', () => {
  const rows = Array.from({ length: 5 }, () => reached({ constitution: '2025-02-01', registration: '2025-04-12', grant: '2025-03-03' }))
  // 1 February to 3 March 2025 are 27 + 3 = 30 days.
  expect(usualDays(rows, 'constitution')).toEqual({ gone: 5, days: 30 })
  expect(
    usualDays(
      Array.from({ length: 5 }, () => reached({ constitution: '2025-02-01', grant: '2025-01-01' })),
      'constitution',
    ),
  ).toEqual({
    gone: 0,
    days: null,
  })
})

test('an enquiry is counted from the day they got in touch', () => {
  const rows = Array.from({ length: 5 }, () => reached({ idea: '2025-01-22' }, { enquiredOn: day('2025-01-01') }))
  expect(usualDays(rows, 'enquiry')).toEqual({ gone: 5, days: 21 })
  expect(
    usualDays(
      Array.from({ length: 5 }, () => reached({ idea: '2025-01-22' })),
      'enquiry',
    ),
  ).toEqual({ gone: 0, days: null })
})

test('nobody goes on from two years', () => {
  expect(usualDays([reached({ 'two-years': '2025-01-01' })], 'two-years')).toEqual({ gone: 0, days: null })
})
