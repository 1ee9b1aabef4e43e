import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { ProgrammeRules } from '#domain/programmeRules.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { toPence } from '#domain/quantities.ts'
import type { TodayQuestion } from '#domain/todayQuestion.ts'
import { workingDaysLater } from '#domain/todayQuestion.ts'
import { neededBy } from '#domain/today.ts'
import { needOf, reasonsOf } from '#domain/todayReasons.ts'
import type { Reason } from '#domain/todaySchemas.ts'
import { reasonSchema } from '#domain/todaySchemas.ts'
import type { Journey } from '../builders.ts'
import { paid, sentBack } from './grantStories.ts'
import { anEnquiry, ids, journey, supported, trading } from '../builders.ts'

const asked = (today: string, rules: Partial<ProgrammeRules> = {}, more: Partial<TodayQuestion> = {}): TodayQuestion => ({
  today: day(today),
  rules: { ...defaultRules, ...rules },
  fundedUntil: day('2020-03-31'),
  templatesFrom: {},
  ...more,
})

const reasonsAt = (story: Journey, today: string, question = asked(today), takenInBy?: string): Reason[] =>
  reasonsOf({ supportCase: story.asAt(today), takenInBy }, question)

/** The reasons of one kind on a day, each with its day: “check-in 2015-09-01”. */
const of = (kind: Reason['kind'], story: Journey, today: string, question = asked(today), takenInBy?: string): string[] =>
  reasonsAt(story, today, question, takenInBy)
    .filter(reason => reason.kind === kind)
    .map(({ on }) => on)

// Trading since 1 March 2015; insured until 19 February 2016; check-ins on 1 September 2015, 1 March 2016 and 1 March 2017.
const story = trading().cqcCheck('2015-02-15', 'individual-1-3-c')

describe('working days', () => {
  test.each([
    // 5 January 2015 was a Monday.
    ['2015-01-05', 2, '2015-01-07'],
    ['2015-01-08', 2, '2015-01-12'],
    ['2015-01-09', 2, '2015-01-13'],
    ['2015-01-10', 1, '2015-01-12'],
    ['2015-01-11', 0, '2015-01-11'],
    // Good Friday 2015 was 3 April, and counts as a working day here: bank holidays are not known.
    ['2015-04-02', 1, '2015-04-03'],
  ])('from %s, %i of them are over on %s', (from, days, on) => expect(workingDaysLater(day(from), days)).toBe(on))
})

/** Every kind of reason: a story, and the day before it is first a reason, the first day, and the day on which it is due. */
const table: Record<Reason['kind'], { story: Journey; notYet: string; first: string; on: string; takenInBy?: string }> = {
  // A to-do is shown 14 days before its day: 1 June − 14 = 18 May.
  task: {
    story: story.happened('task-set', '2015-04-01', { task: 't1', about: 'visit', dueOn: day('2015-06-01') }),
    notYet: '2015-05-17',
    first: '2015-05-18',
    on: '2015-06-01',
  },
  // Monday 5 January and two working days: Wednesday the 7th.
  enquiry: { story: anEnquiry(), notYet: '2015-01-04', first: '2015-01-05', on: '2015-01-07' },
  // Told within a month: 5 February.
  privacy: { story: anEnquiry(), notYet: '2015-01-04', first: '2015-01-05', on: '2015-02-05', takenInBy: ids.catalyst },
  // Trading since 1 March and six months; the check-in of that day is answered a little before it, so that only the numbers are due.
  numbers: { story: story.answered(6, '2015-08-20'), notYet: '2015-08-31', first: '2015-09-01', on: '2015-09-01' },
  'check-in': { story, notYet: '2015-08-31', first: '2015-09-01', on: '2015-09-01' },
  // 60 days before 19 February 2016: 19 days back to 31 January, 31 to 31 December, 10 more to 21 December.
  check: { story, notYet: '2015-12-20', first: '2015-12-21', on: '2016-02-19' },
  // It lapses when its twelve months are over, on 15 February 2016.
  'cqc-check': { story, notYet: '2016-02-15', first: '2016-02-16', on: '2016-02-15' },
  // Served on 10 April: 20 days to 30 April and 8 more are 28.
  'cqc-notice': {
    story: supported()
      .registration('2015-02-01', 'submitted')
      .happened('registration-moved', '2015-04-14', {
        to: 'notice-of-proposal',
        servedOn: day('2015-04-10'),
      }),
    notYet: '2015-04-13',
    first: '2015-04-14',
    on: '2015-05-08',
  },
  // 1 February and 70 days: 28 February is day 27, 31 March day 58, 12 April day 70; shown from 14 days before.
  'with-cqc': { story: supported().registration('2015-02-01', 'submitted'), notYet: '2015-03-28', first: '2015-03-29', on: '2015-04-12' },
  // Decided on 1 April, and 30 days: 1 May.
  'grant-unpaid': { story: story.granted('2015-04-01'), notYet: '2015-03-31', first: '2015-04-01', on: '2015-05-01' },
  // More was asked for on 8 April; a week to act.
  'grant-sent-back': { story: sentBack, notYet: '2015-04-07', first: '2015-04-08', on: '2015-04-15' },
  // Receipts are due on 15 June, and shown from 14 days before.
  'grant-receipts': { story: paid, notYet: '2015-05-31', first: '2015-06-01', on: '2015-06-15' },
  // Told on 10 April; a week to act.
  change: {
    story: story.happened('changed', '2015-04-10', { what: 'new-price' }),
    notYet: '2015-04-09',
    first: '2015-04-10',
    on: '2015-04-17',
  },
  handover: {
    story: story.happened('handover-offered', '2015-04-10', { to: ids.payer }),
    notYet: '2015-04-09',
    first: '2015-04-10',
    on: '2015-04-10',
  },
  // Reached on 1 April; 42 days are over on 13 May, and on the 14th it is longer than that.
  silent: { story: story.reached('2015-04-01'), notYet: '2015-05-13', first: '2015-05-14', on: '2015-05-13' },
  // Taken on on 20 January; 60 days for the idea are over on 21 March (11 in January, 28 in February, 21 in March).
  stuck: { story: supported(), notYet: '2015-03-21', first: '2015-03-22', on: '2015-03-21' },
}

describe('a reason to act', () => {
  test.each(Object.entries(table))(
    '%s comes on its first day, and not the day before',
    (kind, { story: told, notYet, first, on, takenInBy }) => {
      const at = (date: string) => of(kind as Reason['kind'], told, date, asked(date), takenInBy)
      expect(at(notYet)).toEqual([])
      expect(at(first)).toEqual([on])
    },
  )

  test.each(Object.entries(table))('%s travels as it is described', (_kind, { story: told, first, takenInBy }) => {
    for (const reason of reasonsAt(told, first, asked(first), takenInBy)) expect(reasonSchema.parse(reason)).toEqual(reason)
  })

  test.each(Object.entries(table).filter(([kind]) => kind !== 'task'))('%s can be put off from the day it comes', (kind, row) => {
    const need = needOf[kind as keyof typeof needOf]
    const told = row.story.happened('put-off', row.first, { need, until: day('2018-01-01'), why: 'away' })
    expect(of(kind as Reason['kind'], told, row.first, asked(row.first), row.takenInBy)).toEqual([])
  })
})

describe('left alone', () => {
  const busy = story
    .granted('2015-04-01')
    .happened('task-set', '2015-04-01', { task: 't1', about: 'visit', dueOn: day('2015-04-05') })
    .happened('changed', '2015-04-02', { what: 'new-price' })

  test.each([
    ['one that stopped', busy.stopped('2015-04-03')],
    ['one that left our sight', busy.leftSight('2015-04-03')],
    ['one that was merged into another', busy.happened('merged-into', '2015-04-03', { into: ids.grant })],
    ['one that was declined', anEnquiry().declined('2015-01-06')],
    ['one that had advice only', anEnquiry().advisedOnly('2015-01-06')],
    ['one of which nothing is known', journey()],
  ])('is %s', (_who, told) => {
    for (const date of ['2015-04-03', '2015-10-01', '2017-06-01']) expect(reasonsAt(told, date, asked(date), ids.catalyst)).toEqual([])
  })

  test('is all but the check-in once the funding is over', () => {
    const ends = (date: string) => asked(date, {}, { fundedUntil: day('2015-08-31') })
    const kinds = (date: string) => reasonsAt(busy, date, ends(date)).map(({ kind }) => kind)
    expect(kinds('2015-08-31')).toEqual(['task', 'grant-unpaid', 'change', 'silent'])
    expect(kinds('2015-09-01')).toEqual(['check-in'])
  })

  test('is one that paused, but for what was agreed and what has a day', () => {
    const paused = busy.reached('2015-04-02').paused('2015-04-03')
    expect(reasonsAt(paused, '2015-08-01').map(({ kind }) => kind)).toEqual(['task', 'grant-unpaid', 'change'])
    expect(of('check-in', paused, '2015-09-01')).toEqual(['2015-09-01'])
  })
})

describe('a check-in', () => {
  const at = (told: Journey, date: string) =>
    reasonsAt(told, date).flatMap(reason => (reason.kind === 'check-in' ? [`${reason.month} lost from ${reason.lostFrom}`] : []))

  test('is asked for from its day until it is answered, and says from when we have lost touch', () => {
    // 1 September and 28 days: 29 September.
    expect(at(story, '2015-09-01')).toEqual(['6 lost from 2015-09-29'])
    expect(at(story, '2015-12-01')).toEqual(['6 lost from 2015-09-29'])
    expect(at(story.answered(6, '2015-09-10'), '2015-09-10')).toEqual([])
  })

  test('that somebody tried to make is asked for again after a week, and says how often; one that was missed is not', () => {
    const tries = story.notReached('2015-09-03')
    expect(at(tries, '2015-09-09')).toEqual([])
    expect(at(tries, '2015-09-10')).toEqual(['6 lost from 2015-09-29'])
    expect(reasonsAt(tries, '2015-09-10')).toContainEqual(expect.objectContaining({ kind: 'check-in', tried: 1 }))
    expect(at(story.missed(6, '2015-09-10'), '2015-09-20')).toEqual([])
  })

  test('gives way to the next one, so that nobody is asked for two', () => {
    expect(at(story, '2016-03-01')).toEqual(['12 lost from 2016-03-29'])
    expect(at(story.answered(12, '2016-03-02'), '2016-03-05')).toEqual([])
  })

  test('of one that ran before we met it counts from the day it was taken on', () => {
    expect(at(anEnquiry().accepted('2015-01-20', 'existing'), '2015-07-20')).toEqual(['6 lost from 2015-08-17'])
  })
})

describe('the CQC check', () => {
  const again = (told: Journey, date: string) =>
    reasonsAt(told, date).flatMap(reason => (reason.kind === 'cqc-check' ? [`${reason.because} ${reason.what} ${reason.on}`] : []))

  test('is asked for again within a week of a change, until it is done', () => {
    const changed = story.happened('changed', '2015-04-10', { what: 'took-someone-on' })
    expect(again(changed, '2015-04-10')).toEqual(['changed took-someone-on 2015-04-17'])
    expect(again(changed.cqcCheck('2015-04-12', 'required'), '2015-04-12')).toEqual([])
    expect(of('change', changed, '2015-04-10')).toEqual([])
  })

  test('is not asked for of those that apply or are registered only because twelve months are over', () => {
    const registered = story.registration('2015-03-05', 'submitted').registration('2015-06-05', 'registered')
    expect(again(registered, '2016-03-01')).toEqual([])
  })
})

describe('silence', () => {
  test('is no reason while one has agreed on the next time', () => {
    const agreed = story
      .reached('2015-04-01')
      .happened('task-set', '2015-04-01', { task: 't1', about: 'next-contact', dueOn: day('2015-06-10') })
    expect(of('silent', agreed, '2015-06-10')).toEqual([])
    expect(of('silent', agreed, '2015-06-11')).toEqual(['2015-05-13'])
  })

  test('is no reason after the last check-in that was promised', () => {
    const answered = story.answered(24, '2017-03-02')
    expect(of('silent', answered, '2017-06-01')).toEqual([])
    expect(of('silent', story.answered(12, '2016-03-01'), '2017-03-28')).toEqual(['2016-04-12'])
    expect(of('silent', story.answered(12, '2016-03-01'), '2017-03-29')).toEqual([])
  })

  test('of someone who was only rung at goes on', () => {
    expect(of('silent', story.reached('2015-04-01').notReached('2015-05-10'), '2015-05-14')).toEqual(['2015-05-13'])
  })
})

describe('being stuck', () => {
  const at = (told: Journey, date: string) =>
    reasonsAt(told, date).flatMap(reason => (reason.kind === 'stuck' ? [`${reason.step} since ${reason.since}, due ${reason.on}`] : []))
  const idea = supported().ideaAgreed('2015-01-30')
  const setUp = idea.constituted('2015-02-10')

  test.each([
    // 30 January and 60 days: 31 January is day 1, 28 February day 29, 31 March day 60.
    ['set-up', idea, 'set-up since 2015-01-30, due 2015-03-31'],
    // 10 February and 30 days: 28 February is day 18, 12 March day 30.
    ['cqc-check', setUp, 'cqc-check since 2015-02-10, due 2015-03-12'],
    // 15 February and 120 days: 28 February is day 13, 31 March 44, 30 April 74, 31 May 105, 15 June 120.
    ['cqc-application', setUp.cqcCheck('2015-02-15', 'required'), 'cqc-application since 2015-02-15, due 2015-06-15'],
    // 15 February and 90 days: 30 April is day 74, 16 May day 90.
    ['trading', setUp.cqcCheck('2015-02-15', 'not-personal-care'), 'trading since 2015-02-15, due 2015-05-16'],
  ])('in %s', (_step, told, expected) => expect(at(told, '2015-07-01')).toEqual([expected]))

  test('is nobody whose application CQC has, who trades, or who ran before we met them', () => {
    expect(at(setUp.cqcCheck('2015-02-15', 'required').registration('2015-03-01', 'in-assessment'), '2016-01-01')).toEqual([])
    expect(at(setUp.began('2015-03-01'), '2016-01-01')).toEqual([])
    expect(at(anEnquiry().accepted('2015-01-20', 'existing'), '2016-01-01')).toEqual([])
  })

  test('in getting an application ready counts from the day it began, or came back', () => {
    // 1 March and 120 days: 31 March is day 30, 30 April 60, 31 May 91, 29 June 120.
    expect(at(setUp.registration('2015-03-01', 'preparing'), '2015-07-01')).toEqual(['cqc-application since 2015-03-01, due 2015-06-29'])
  })
})

test('how their details are used is asked only of an enquiry that was typed in here, until they are told', () => {
  expect(of('privacy', anEnquiry(), '2015-01-10')).toEqual([])
  const told = anEnquiry().happened('told-privacy', '2015-01-08', { how: 'by-phone' })
  expect(of('privacy', told, '2015-01-10', asked('2015-01-10'), ids.catalyst)).toEqual([])
})

test('an enquiry that nobody works on yet is with whoever took it in', () => {
  const needed = (told: Journey, takenInBy: string | undefined) =>
    neededBy({ supportCase: told.asAt('2015-01-10'), takenInBy }, asked('2015-01-10')).owner
  expect(needed(anEnquiry(), ids.payer)).toBe(ids.payer)
  expect(needed(anEnquiry(), undefined)).toBeUndefined()
  expect(needed(anEnquiry().happened('assigned', '2015-01-08', { catalyst: ids.catalyst }), ids.payer)).toBe(ids.catalyst)
})

test('a grant that waits says how much, and is no reason once it is paid', () => {
  expect(reasonsAt(story.granted('2015-04-01'), '2015-04-02')[0]).toMatchObject({ kind: 'grant-unpaid', pence: toPence(300_00) })
  expect(of('grant-unpaid', story.granted('2015-04-01').paid('2015-04-10'), '2015-04-10')).toEqual([])
})
