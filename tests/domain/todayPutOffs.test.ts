import { describe, expect, test } from 'vitest'
import type { Need } from '#domain/besideVocabulary.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { TodayQuestion } from '#domain/todayQuestion.ts'
import { legalDayPassed, reasonsOf } from '#domain/todayReasons.ts'
import type { Reason } from '#domain/todaySchemas.ts'
import type { Journey } from '../builders.ts'
import { supported, trading } from '../builders.ts'

const asked = (today: string): TodayQuestion => ({
  today: day(today),
  rules: defaultRules,
  fundedUntil: day('2020-03-31'),
  templatesFrom: {},
})

/** The days of the reasons of one kind. */
const of = (kind: Reason['kind'], told: Journey, today: string): string[] =>
  reasonsOf({ supportCase: told.asAt(today), takenInBy: undefined }, asked(today)).flatMap(reason =>
    reason.kind === kind ? [reason.on] : [],
  )

// Trading since 1 March 2015; insured until 19 February 2016; check-ins on 1 September 2015, 1 March 2016 and 1 March 2017.
const story = trading().cqcCheck('2015-02-15', 'individual-1-3-c')

describe('what is put off', () => {
  test('is left out until its day', () => {
    const putOff = story.reached('2015-04-01').happened('put-off', '2015-05-20', { need: 'silent', until: day('2015-06-01'), why: 'away' })
    expect(of('silent', putOff, '2015-05-31')).toEqual([])
    expect(of('silent', putOff, '2015-06-01')).toEqual(['2015-05-13'])
  })

  test('and has a legal day comes back on that day, however far it was put off', () => {
    const putOff = story.happened('put-off', '2016-01-05', { need: 'check', until: day('2016-06-01'), why: 'waiting-for-them' })
    expect(of('check', putOff, '2016-02-18')).toEqual([])
    expect(of('check', putOff, '2016-02-19')).toEqual(['2016-02-19'])
  })

  test('may not pass a legal day, which is named; what has none may wait', () => {
    const passed = (told: Journey, date: string, needs: readonly Need[], until: string) =>
      legalDayPassed({ supportCase: told.asAt(date), takenInBy: undefined }, asked(date), { needs, until: day(until) })
    // Served on 5 May 2015: the last of the 28 days is 2 June.
    const notice = story.registration('2015-05-05', 'notice-of-proposal')
    expect(passed(notice, '2015-05-10', ['cqc-clock'], '2015-06-02')).toBeUndefined()
    expect(passed(notice, '2015-05-10', ['silent', 'cqc-clock'], '2015-06-03')).toEqual({ need: 'cqc-clock', on: '2015-06-02' })
    expect(passed(notice, '2015-05-10', ['silent'], '2015-06-03')).toBeUndefined()
    // Putting it off twice does not pass it either.
    const again = notice.happened('put-off', '2015-05-10', { need: 'cqc-clock', until: day('2015-06-02'), why: 'away' })
    expect(passed(again, '2015-05-11', ['cqc-clock'], '2015-07-01')).toEqual({ need: 'cqc-clock', on: '2015-06-02' })
    // Insured until 19 February 2016.
    expect(passed(story, '2016-02-01', ['check'], '2016-03-01')).toEqual({ need: 'check', on: '2016-02-19' })
    // With CQC, no day is the enterprise's.
    expect(passed(story.registration('2015-05-05', 'submitted'), '2015-07-05', ['with-cqc'], '2015-12-01')).toBeUndefined()
  })

  test('is what was there on the day it was put off: what begins later is said on its day', () => {
    const off = (told: Journey, on: string, need: Need, until: string) =>
      told.happened('put-off', on, { need, until: day(until), why: 'waiting-for-them' })
    const submitted = supported().registration('2015-02-01', 'submitted')
    // CQC's clock was put off; then CQC served a notice, with 28 days to reply: 20 April and 28 days are 18 May.
    const notice = { to: 'notice-of-proposal', servedOn: day('2015-04-20') } as const
    for (const need of ['with-cqc', 'cqc-clock'] as const) {
      const served = off(submitted, '2015-04-15', need, '2015-07-15').happened('registration-moved', '2015-04-20', notice)
      expect(of('cqc-notice', served, '2015-04-20')).toEqual(['2015-05-18'])
    }
    expect(of('with-cqc', off(submitted, '2015-04-15', 'with-cqc', '2015-07-15'), '2015-07-14')).toEqual([])
    // A DBS check was put off before insurance that runs out on 19 February 2016 came up, 60 days before: on 21 December.
    const dbs = { seenOn: day('2014-12-01'), lookAgainOn: day('2015-12-01'), people: 1, settled: true }
    const checks = (date: string) =>
      reasonsOf(
        { supportCase: off(story, '2015-12-10', 'check', '2016-06-01').asAt(date), takenInBy: undefined, dbs },
        asked(date),
      ).flatMap(reason => (reason.kind === 'check' ? [reason.check] : []))
    expect([checks('2015-12-20'), checks('2015-12-21')]).toEqual([[], ['public-liability']])
    // The check-in of 6 months was put off; that of 12 is another one.
    const checkIn = off(story, '2015-09-02', 'check-in', '2017-06-01')
    expect(of('check-in', checkIn, '2016-02-29')).toEqual([])
    expect(of('check-in', checkIn, '2016-03-01')).toEqual(['2016-03-01'])
  })

  test('says nothing of reasons of another kind', () => {
    const putOff = story.happened('put-off', '2015-09-01', { need: 'silent', until: day('2016-01-01'), why: 'away' })
    expect(of('check-in', putOff, '2015-09-02')).toEqual(['2015-09-01'])
  })
})
