import { expect, test } from 'vitest'
import { flagsOf } from '#domain/flags.ts'
import { contactNext } from '#domain/nextSteps.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, supported, trading } from '../builders.ts'

const limits = { rules: defaultRules, fundedUntil: day('2020-03-31') }
const flags = (story: Journey, today: string): string[] =>
  flagsOf(story.asAt(today), day(today), limits).map(({ flag, days }) => (days === null ? flag : `${flag} ${days}`))

test('six weeks of silence are fine, a day more is a flag', () => {
  // Reached on 5 February 2015; 42 days later is 19 March.
  const story = supported().reached('2015-02-05')
  expect(flags(story, '2015-03-19')).toEqual([])
  expect(flags(story, '2015-03-20')).toEqual(['silent 43'])
})

test('silence is counted from taking them on until somebody was reached, and a call that reached nobody does not end it', () => {
  // 20 January to 4 March 2015 are 11 + 28 + 4 = 43 days.
  expect(flags(supported().notReached('2015-02-10'), '2015-03-04')).toEqual(['silent 43'])
  // An enquiry waits for an answer, in the list as in Today.
  expect(flags(anEnquiry(), '2015-06-01')).toEqual([])
})

test('sixty days without a step are fine, a day more is stuck; a step that waits for CQC has twice as long', () => {
  // The idea is agreed on 20 January 2015, and they were reached lately; 20 January + 60 days = 21 March.
  const story = supported().ideaAgreed('2015-01-20').reached('2015-03-01')
  expect(flags(story, '2015-03-21')).toEqual([])
  expect(flags(story, '2015-03-22')).toEqual(['stuck 61'])
  const waiting = supported()
    .ideaAgreed('2015-01-20')
    .constituted('2015-01-21')
    .registration('2015-01-22', 'submitted')
    .reached('2015-03-30')
  expect(flags(waiting, '2015-04-10')).toEqual([])
})

test('limits are the programme’s own', () => {
  const story = supported().reached('2015-02-05')
  const own = { ...limits, rules: { ...defaultRules, silentDays: 7 } }
  expect(flagsOf(story.asAt('2015-02-13'), day('2015-02-13'), own)).toEqual([{ flag: 'silent', days: 8 }])
})

test('insurance that ran out is a flag from the day after, and only while they trade', () => {
  const story = trading().answered(6, '2015-09-01').reached('2016-02-10')
  expect(flags(story, '2016-02-19')).toEqual([])
  expect(flags(story, '2016-02-20')).toEqual(['insurance-ran-out'])
  expect(flags(supported().insured('2015-02-01', '2015-02-10').reached('2015-02-11'), '2015-02-12')).toEqual([])
})

test('a check-in that is due, asked about and not answered says so, until somebody is reached', () => {
  const story = trading().reached('2015-08-20')
  expect(flags(story, '2015-09-05')).toEqual([])
  expect(flags(story.notReached('2015-09-04'), '2015-09-05')).toEqual(['no-answer'])
  expect(flags(story.notReached('2015-09-04').reached('2015-09-05'), '2015-09-05')).toEqual([])
  // A call before it was due was about something else.
  expect(flags(trading().reached('2015-08-20').notReached('2015-08-30'), '2015-09-05')).toEqual([])
})

test('a pause and lost touch are flags; what has ended has none', () => {
  expect(flags(supported().paused('2015-02-01'), '2015-06-01')).toEqual(['paused'])
  // The 28 days of the 6-month check-in are over on 29 September 2015.
  expect(flags(trading().reached('2015-08-25'), '2015-10-01')).toEqual(['lost-touch'])
  // 25 August to 7 October are 6 + 30 + 7 = 43 days.
  expect(flags(trading().reached('2015-08-25'), '2015-10-07')).toEqual(['lost-touch', 'silent 43'])
  expect(flags(trading().stopped('2015-06-01'), '2016-06-01')).toEqual([])
  expect(flags(trading().leftSight('2015-06-01'), '2016-06-01')).toEqual([])
  expect(flags(anEnquiry().advisedOnly('2015-01-20'), '2016-06-01')).toEqual([])
  expect(flags(anEnquiry().declined('2015-01-20'), '2016-06-01')).toEqual([])
})

const next = (story: Journey, today = '2015-05-01') => {
  const contact = contactNext(story.asAt(today), day(today))
  return contact && [contact.on, contact.at].filter(each => each !== null).join(' ')
}
const agreed = (story: Journey, on: string, dueOn: string, about: 'next-contact' | 'visit' | 'money' = 'next-contact', at?: string) =>
  story.happened('task-set', on, { task: `${about}-${dueOn}`, about, dueOn: day(dueOn), ...(at && { at }) })

test('they are next to be spoken to on the day of the first check-in that waits; after the end, never', () => {
  expect(next(supported())).toBeUndefined()
  expect(next(trading(), '2015-06-01')).toBe('2015-09-01')
  expect(next(trading().answered(6, '2015-09-03'), '2015-09-03')).toBe('2016-03-01')
  expect(next(agreed(trading(), '2015-05-01', '2015-07-01').stopped('2015-06-01'), '2015-06-02')).toBeUndefined()
})

test('a contact that was agreed, or a visit to make, comes before a later check-in, with its time; another to-do does not', () => {
  expect(next(agreed(anEnquiry(), '2015-01-05', '2015-01-08'))).toBe('2015-01-08')
  expect(next(agreed(trading(), '2015-05-01', '2015-07-01', 'visit', '11:00'), '2015-05-01')).toBe('2015-07-01 11:00')
  expect(next(agreed(trading(), '2015-05-01', '2015-07-01', 'money'), '2015-05-01')).toBe('2015-09-01')
  expect(next(agreed(trading(), '2015-05-01', '2015-10-01'), '2015-05-01')).toBe('2015-09-01')
})

test('a contact that was agreed is over once somebody was reached', () => {
  expect(next(agreed(trading(), '2015-05-01', '2015-07-01').reached('2015-06-30'), '2015-06-30')).toBe('2015-09-01')
})

test('a CQC check that lapsed is asked again when one next speaks: nobody is stuck in it', () => {
  // The check of 1 February 2015 lapsed a year later.
  const story = supported().ideaAgreed('2015-01-30').cqcCheck('2015-02-01', 'not-personal-care').constituted('2015-02-10')
  expect(flags(story.reached('2016-03-01'), '2016-03-10').filter(flag => flag.startsWith('stuck'))).toEqual([])
})
