import { describe, expect, test } from 'vitest'
import type { CheckInAnswer } from '#domain/vocabulary.ts'
import { decide } from '#domain/decide.ts'
import { day } from '#domain/plainDate.ts'
import type { Journey } from '../builders.ts'
import { trading } from '../builders.ts'

const happenedOn = day('2015-10-01')

const answer = (story: Journey, heard: CheckInAnswer) =>
  decide(story.facts, { kind: 'answer-check-in', happenedOn, month: 6, answer: heard }, day('2018-06-30'))

describe('an answer of “paused” at a check-in', () => {
  test('also pauses one that trades, on the day it was heard', () => {
    expect(answer(trading(), 'paused')).toMatchObject({
      ok: true,
      value: [{ kind: 'check-in-answered' }, { kind: 'paused', happenedOn }],
    })
  })

  test('pauses nothing that is paused already', () => {
    expect(answer(trading().paused('2015-08-01'), 'paused')).toMatchObject({ ok: true, value: [{ kind: 'check-in-answered' }] })
  })

  test('is ended by an answer of “trading”', () => {
    expect(answer(trading().paused('2015-08-01'), 'trading')).toMatchObject({
      ok: true,
      value: [{ kind: 'check-in-answered' }, { kind: 'resumed', happenedOn }],
    })
  })
})

describe('an answer of “stopped” at a check-in', () => {
  test('is also the ending, on the day it was heard, of a kind not known yet', () => {
    expect(answer(trading(), 'stopped')).toEqual({
      ok: true,
      value: [
        { kind: 'check-in-answered', happenedOn, data: { month: 6, answer: 'stopped' } },
        { kind: 'stopped', happenedOn, data: { ending: 'unknown' } },
      ],
    })
  })
})
