import { describe, expect, test } from 'vitest'
import { cohortFigures } from '#domain/cohort.ts'
import { decide } from '#domain/decide.ts'
import { day } from '#domain/plainDate.ts'
import { toMinutes } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { trading } from '../builders.ts'

// Trading since 1 March 2015; the six-month check-in is due on 1 September 2015.
const numbers = { jobs: 3, minutesPerWeek: toMinutes(600), people: 4 }
const told = trading().told('2015-08-01', numbers)

/** The six-month part, the endings of the curve and the jobs counted now: three figures that must tell one story. */
function figures({ facts }: Journey, asAt: string) {
  const { parts, survival, returns } = cohortFigures([{ caseId: 'a', facts }], { by: 'enquiry', asAt: day(asAt) }, 0)
  const [six] = parts
  return { stopped: six?.stopped, trading: six?.trading, awaited: six?.awaited, ended: survival.ended, jobsNow: returns.current.jobs }
}

describe('“Stopped”, heard at a check-in', () => {
  const heard = told.answered(6, '2015-09-03', 'stopped')

  test('is the ending on the day it was heard, of a kind not known yet', () => {
    expect(heard.asAt().trading).toMatchObject({ state: 'stopped', stoppedOn: '2015-09-03', ending: 'unknown' })
    expect(figures(heard, '2015-12-01')).toEqual({ stopped: 1, trading: 0, awaited: 0, ended: 1, jobsNow: 0 })
  })

  test('gives way to the ending itself, once that is recorded', () => {
    expect(heard.stopped('2015-09-10', 'took-job').asAt().trading).toMatchObject({ stoppedOn: '2015-09-10', ending: 'took-job' })
    expect(told.stopped('2015-08-20', 'took-job').answered(6, '2015-09-03', 'stopped').asAt()).toMatchObject({
      trading: { stoppedOn: '2015-08-20', ending: 'took-job' },
      warnings: [],
    })
  })

  test('is taken after the stop is on record, and on the same day', () => {
    const answer = { kind: 'answer-check-in', happenedOn: day('2015-09-03'), month: 6, answer: 'stopped' } as const
    expect(decide(told.stopped('2015-08-20').facts, answer, day('2016-01-01')).ok).toBe(true)
    expect(decide(told.stopped('2015-09-03').facts, answer, day('2016-01-01')).ok).toBe(true)
  })

  test('ends nothing any more once the answer was put right to “trading”', () => {
    const right = heard.putRight('check-in-answered', '2015-09-03', { month: 6, answer: 'trading' }, 'wrong-details')
    expect(figures(right, '2015-12-01')).toEqual({ stopped: 0, trading: 1, awaited: 0, ended: 0, jobsNow: 3 })
  })

  test('ends it once an answer of “trading” was put right to it', () => {
    const right = told
      .answered(6, '2015-09-03')
      .putRight('check-in-answered', '2015-09-03', { month: 6, answer: 'stopped' }, 'wrong-details')
    expect(figures(right, '2015-12-01')).toEqual({ stopped: 1, trading: 0, awaited: 0, ended: 1, jobsNow: 0 })
  })
})

describe('Heard in a contact that reached them', () => {
  test('“stopped” ends it on that day, until a later one hears “trading”', () => {
    const heard = told.reached('2015-08-20', 'stopped')
    expect(figures(heard, '2015-09-10')).toEqual({ stopped: 1, trading: 0, awaited: 0, ended: 1, jobsNow: 0 })
    expect(figures(heard.reached('2015-09-05', 'trading'), '2015-09-10')).toEqual({
      stopped: 0,
      trading: 1,
      awaited: 0,
      ended: 0,
      jobsNow: 3,
    })
  })

  test('“trading” does not undo a stop that somebody recorded', () => {
    expect(told.stopped('2015-08-20').reached('2015-09-05', 'trading').asAt().trading.state).toBe('stopped')
  })

  test('“paused” pauses one that trades, and “trading” ends the pause', () => {
    const paused = told.reached('2015-08-20', 'paused')
    expect(paused.asAt().trading).toMatchObject({ state: 'paused', pausedOn: '2015-08-20' })
    expect(paused.reached('2015-09-05', 'trading').asAt()).toMatchObject({
      trading: { state: 'trading' },
      pauses: [{ from: '2015-08-20', to: '2015-09-05' }],
    })
  })

  test('“paused” at a check-in does the same', () => {
    expect(told.answered(6, '2015-09-03', 'paused').asAt().trading.state).toBe('paused')
  })
})
