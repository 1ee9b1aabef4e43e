import { describe, expect, test } from 'vitest'
import { decide } from '#domain/decide.ts'
import { everythingDue, isTimeToRing } from '#domain/everythingDue.ts'
import { checkInAnswerable, checkInAsked, followedFrom, numbersAsked } from '#domain/followUpSchedule.ts'
import { addDays, addMonths, day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { toMinutes } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, ids, supported, trading } from '../builders.ts'

// `trading()` began on 1 March 2015: check-ins on 1 September 2015, 1 March 2016 and 1 March 2017.

const numbers = { people: 5, minutesPerWeek: toMinutes(960) }

/** The check-in that is asked for on a day: its month, from when to ask, and where it stands. */
function asked(story: Journey, today: string): string {
  const ask = checkInAsked(story.asAt(today), day(today))
  return ask ? `${ask.month} from ${ask.askOn}, ${ask.state}` : 'none'
}

/** When numbers are asked for. */
function numbersOn(story: Journey, today: string): string {
  const ask = numbersAsked(story.asAt(today), day(today))
  return ask ? `due ${ask.dueOn}, from ${ask.askOn}` : 'none'
}

const due = (story: Journey, today: string, rules = defaultRules): string[] =>
  everythingDue(story.asAt(today), rules, day(today)).map(thing =>
    thing.what === 'check-in' ? `check-in ${thing.month}` : thing.what === 'change' ? thing.change : thing.what,
  )

const putOff = (story: Journey, on: string, until: string) =>
  story.happened('put-off', on, { need: 'check-in', until: day(until), why: 'waiting-for-them' })

const nextTry = (story: Journey, on: string, until: string) =>
  story.happened('task-set', on, { task: ids.grant, about: 'next-contact', dueOn: day(until) })

describe('the check-in that is asked for', () => {
  test('is due 6, 12 and 24 calendar months after trading began', () => {
    expect(asked(trading(), '2015-06-01')).toBe('6 from 2015-09-01, early')
    expect(asked(trading().answered(6, '2015-09-03'), '2015-09-04')).toBe('12 from 2016-03-01, early')
    expect(asked(trading().answered(6, '2015-09-03').answered(12, '2016-03-03'), '2016-03-04')).toBe('24 from 2017-03-01, early')
    expect(asked(trading().answered(24, '2017-03-03'), '2017-03-04')).toBe('none')
  })

  test('has 28 days, and is unanswered after them', () => {
    expect(asked(trading(), '2015-09-28')).toBe('6 from 2015-09-01, due')
    expect(asked(trading(), '2015-09-29')).toBe('6 from 2015-09-01, unanswered')
  })

  test('is the later one once that is due: nobody can say now how it stood at the earlier', () => {
    expect(asked(trading(), '2016-02-29')).toBe('6 from 2015-09-01, unanswered')
    expect(asked(trading(), '2016-03-01')).toBe('12 from 2016-03-01, due')
    expect(asked(trading().answered(12, '2016-03-03'), '2016-03-04')).toBe('24 from 2017-03-01, early')
  })

  test('may be answered from 31 days before', () => {
    // 1 September less 31 days is 1 August.
    const at = (today: string) => checkInAnswerable(trading().asAt(today), day(today))?.month
    expect([at('2015-07-31'), at('2015-08-01')]).toEqual([undefined, 6])
  })

  test('is not asked again within a week of a try, whoever tried', () => {
    expect(asked(trading().notReached('2015-09-02'), '2015-09-03')).toBe('6 from 2015-09-09, due')
    expect(asked(trading().reached('2015-09-02'), '2015-09-03')).toBe('6 from 2015-09-09, due')
    // A call two days before it was due is a call of that week.
    expect(asked(trading().notReached('2015-08-30'), '2015-09-01')).toBe('6 from 2015-09-06, due')
    expect(asked(trading().notReached('2015-08-20'), '2015-09-01')).toBe('6 from 2015-09-01, due')
  })

  test('waits for the day it was put off to, and for the talk that was agreed, though not past its 28 days', () => {
    expect(asked(putOff(trading(), '2015-09-02', '2015-09-20'), '2015-09-03')).toBe('6 from 2015-09-20, due')
    // The one after it was not put off.
    expect(asked(putOff(trading(), '2015-09-02', '2017-06-01'), '2016-03-01')).toBe('12 from 2016-03-01, due')
    expect(asked(nextTry(trading(), '2015-09-02', '2015-09-15'), '2015-09-03')).toBe('6 from 2015-09-15, due')
    expect(asked(nextTry(trading(), '2015-09-02', '2015-12-15'), '2015-09-03')).toBe('6 from 2015-09-29, due')
    // What was agreed long before it fell due is about something else.
    expect(asked(nextTry(trading(), '2015-06-02', '2015-10-15'), '2015-09-03')).toBe('6 from 2015-09-01, due')
  })

  test('names the days on which nobody answered', () => {
    const story = trading().notReached('2015-09-02').reached('2015-09-03').notReached('2015-09-10').notReached('2015-09-10')
    expect(checkInAsked(story.asAt('2015-09-12'), day('2015-09-12'))?.triedOn).toEqual(['2015-09-02', '2015-09-10'])
  })

  test.each<[string, Journey]>([
    ['stopped', trading().stopped('2015-06-01')],
    ['left our sight', trading().leftSight('2015-06-01', 'asked-no-contact')],
    ['was merged into another record', trading().happened('merged-into', '2015-06-01', { into: ids.grant })],
    ['was declined', anEnquiry().declined('2015-01-20')],
    ['had advice only', anEnquiry().advisedOnly('2015-01-20')],
    ['has not begun', supported()],
  ])('is none for one that %s', (_, story) => {
    expect(asked(story, '2015-09-01')).toBe('none')
    expect(due(story, '2017-03-01')).toEqual([])
    expect(followedFrom(story.asAt('2015-09-01'))).toBeUndefined()
  })

  test('goes on through a pause, and counts from acceptance for one that ran before we met it', () => {
    expect(asked(trading().paused('2015-06-01'), '2015-09-01')).toBe('6 from 2015-09-01, due')
    expect(asked(anEnquiry().accepted('2015-01-20', 'existing'), '2015-07-20')).toBe('6 from 2015-07-20, due')
  })
})

describe('numbers, twice a year', () => {
  test('are asked for with the six-month check-in first', () => {
    expect(numbersOn(trading(), '2015-06-01')).toBe('due 2015-09-01, from 2015-09-01')
  })

  test('go with a check-in that lies within 60 days, and are asked by themselves in between', () => {
    const six = trading().answered(6, '2015-09-20').told('2015-09-20', numbers)
    // Six months after 20 September is 20 March: the check-in of 1 March lies 19 days before it.
    expect(numbersOn(six, '2015-10-01')).toBe('due 2016-03-01, from 2016-03-01')
    const twelve = six.answered(12, '2016-03-03').told('2016-03-03', numbers)
    expect(numbersOn(twelve, '2016-04-01')).toBe('due 2016-09-03, from 2016-09-03')
    const eighteen = twelve.told('2016-09-10', numbers)
    // 10 March 2017 lies nine days after the last check-in.
    expect(numbersOn(eighteen, '2016-10-01')).toBe('due 2017-03-01, from 2017-03-01')
  })

  test('are joined at 60 days and not at 61', () => {
    // Told on 1 July and 2 July 2015: due on 1 and 2 January 2016, 60 and 59 days before 1 March; on 30 June: 30 December, 62 days before.
    expect(numbersOn(trading().answered(6, '2015-09-01').told('2015-07-01', numbers), '2015-10-01')).toBe('due 2016-03-01, from 2016-03-01')
    expect(numbersOn(trading().answered(6, '2015-09-01').told('2015-06-30', numbers), '2015-10-01')).toBe('due 2015-12-30, from 2015-12-30')
  })

  test('are not answered by what the worker only thinks, which is asked about again a week later', () => {
    const guessed = trading()
      .answered(6, '2015-09-03')
      .told('2015-09-03', { ...numbers, told: 'i-think-so' })
    expect(numbersOn(guessed, '2015-09-04')).toBe('due 2015-09-01, from 2015-09-10')
  })

  test('are let go after 28 days and a last try, until the next round', () => {
    const twelve = trading().answered(12, '2016-03-03').told('2016-03-03', numbers)
    expect(numbersOn(twelve.notReached('2016-09-05'), '2016-09-06')).toBe('due 2016-09-03, from 2016-09-12')
    // 3 September and 28 days is 1 October; the next round goes with the check-in of 1 March.
    expect(numbersOn(twelve.notReached('2016-10-01'), '2016-10-02')).toBe('due 2017-03-01, from 2017-03-01')
  })

  test('are none while it has paused, or we lost touch', () => {
    expect(numbersOn(trading().paused('2015-06-01'), '2015-09-01')).toBe('none')
    expect(numbersOn(trading(), '2015-09-29')).toBe('none')
  })
})

describe('one call settles', () => {
  const told = trading()
    .answered(6, '2015-09-03')
    .told('2015-09-03', numbers)
    .happened('changed', '2015-09-03', { what: 'new-price' })
    .happened('check-seen', '2015-03-01', { check: 'public-liability', until: day('2016-03-20') })

  test('the check-in, the numbers, the insurance date and what changed', () => {
    expect(due(told, '2016-03-01')).toEqual(['check-in 12', 'numbers', 'check-date', 'new-price'])
  })

  test('the talk that was agreed, once its day has come', () => {
    expect(due(nextTry(told, '2015-10-01', '2015-11-01'), '2015-10-31')).toEqual(['new-price'])
    expect(due(nextTry(told, '2015-10-01', '2015-11-01'), '2015-11-01')).toEqual(['new-price', 'to-do'])
  })

  test('a date of insurance from 60 days before it runs out', () => {
    // 20 March 2016 less 60 days is 20 January (2016 has a 29 February).
    expect(due(told, '2016-01-19')).toEqual(['new-price'])
    expect(due(told, '2016-01-20')).toEqual(['check-date', 'new-price'])
  })

  test('the check-in alone, once the programme has closed', () => {
    const closed = { ...defaultRules, closedOn: day('2016-03-01') }
    expect(due(told, '2016-02-29', closed)).toEqual(['check-in 12', 'numbers', 'check-date', 'new-price'])
    expect(due(told, '2016-03-01', closed)).toEqual(['check-in 12'])
    expect(due(told, '2015-12-01', { ...closed, closedOn: day('2015-11-01') })).toEqual([])
  })

  test('is time to ring for only from the day it is due, and not in the week after a try', () => {
    const ring = (story: Journey, today: string) => isTimeToRing(everythingDue(story.asAt(today), defaultRules, day(today)), day(today))
    expect(ring(told, '2016-02-29')).toBe(false)
    expect(ring(told, '2016-03-01')).toBe(true)
    expect(ring(told.notReached('2016-03-01'), '2016-03-07')).toBe(false)
    expect(ring(told.notReached('2016-03-01'), '2016-03-08')).toBe(true)
  })
})

describe('no answer', () => {
  const call = (story: Journey, on: string, said: object = {}) =>
    decide(story.facts, { kind: 'check-in', happenedOn: day(on), month: 6, told: 'no-answer', taskId: ids.text, ...said }, day(on))
  const kinds = (story: Journey, on: string, said: object = {}) => {
    const made = call(story, on, said)
    return made.ok ? made.value.map(({ kind }) => kind) : made.refusal
  }

  test('is a try, with the next one', () => {
    expect(call(trading(), '2015-09-03', { next: { dueOn: day('2015-09-17') } })).toEqual({
      ok: true,
      value: [
        { kind: 'contact', happenedOn: '2015-09-03', data: { reached: false, channel: 'call', textId: undefined } },
        { kind: 'task-set', happenedOn: '2015-09-03', data: expect.objectContaining({ about: 'next-contact', dueOn: '2015-09-17' }) },
      ],
    })
  })

  test('after the 28 days is a missed check-in as well, once', () => {
    expect(kinds(trading(), '2015-09-28')).toEqual(['contact'])
    expect(kinds(trading(), '2015-09-29')).toEqual(['contact', 'check-in-missed'])
    expect(kinds(trading().missed(6, '2015-09-29'), '2015-10-29')).toEqual(['contact'])
    expect(kinds(trading().answered(6, '2015-09-03'), '2015-10-29')).toEqual(['contact'])
  })

  test('after a miss the check-in is not asked for again, and a late answer still stands', () => {
    const missed = trading().missed(6, '2015-09-29')
    expect(asked(missed, '2015-10-10')).toBe('12 from 2016-03-01, early')
    const late = decide(
      missed.facts,
      { kind: 'answer-check-in', happenedOn: day('2015-10-12'), month: 6, answer: 'trading' },
      day('2015-10-12'),
    )
    expect(late.ok).toBe(true)
  })

  test('long before the day is a try and nothing else', () => {
    expect(kinds(trading(), '2015-05-01')).toEqual(['contact'])
  })
})

test('a month counted from 31 August ends on the last day of February, and its 28 days from there', () => {
  const story = supported().began('2015-08-31')
  expect(asked(story, '2016-02-29')).toBe('6 from 2016-02-29, due')
  expect(addDays(addMonths(day('2015-08-31'), 6), 28)).toBe('2016-03-28')
  expect(asked(story, '2016-03-28')).toBe('6 from 2016-02-29, unanswered')
})
