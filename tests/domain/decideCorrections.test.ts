import { describe, expect, test } from 'vitest'
import { decide } from '#domain/decide.ts'
import type { Command } from '#domain/commandFacts.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { ids, supported, trading } from '../builders.ts'

const today = day('2018-06-30')

const tried = (story: Journey, command: Command): object => {
  const decision = decide(story.facts, command, today)
  return decision.ok ? decision.value : decision.refusal
}

const withdraw = (story: Journey, kind: string): object =>
  tried(story, { kind: 'withdraw', of: story.idOf(kind), reason: 'did-not-happen' })

type Change = Partial<Pick<Extract<Command, { kind: 'replace' }>, 'data' | 'reason' | 'textId'>>

const replace = (story: Journey, kind: string, happenedOn: string, change: Change = {}): object =>
  tried(story, { kind: 'replace', of: story.idOf(kind), reason: 'wrong-date', happenedOn: day(happenedOn), ...change })

const paid = supported().granted('2015-02-01').paid('2015-02-10')

describe('an entry put right holds to the rules of its kind', () => {
  test('a tax reference is not kept, and a company number has its shape', () => {
    const utr = { data: { form: 'sole_trader' as const, identifier: '1234567890' } }
    expect(replace(trading(), 'constituted', '2015-02-11', utr)).toMatchObject([{ data: { data: { form: 'sole_trader' } } }])
    expect(JSON.stringify(replace(trading(), 'constituted', '2015-02-11', utr))).not.toContain('1234567890')
    const short = { data: { form: 'cic' as const, register: 'companies-house' as const, identifier: 'ABC' } }
    expect(replace(trading(), 'constituted', '2015-02-11', short)).toMatchObject({ kind: 'identifier-shape', identifier: 'ABC' })
  })

  test('numbers need at least one number', () => {
    expect(replace(trading().told('2015-08-01', { jobs: 1 }), 'care-return', '2015-08-01', { data: {} })).toEqual({ kind: 'nothing-told' })
  })

  test('a grant stays the same grant', () => {
    const other = { data: { grantId: ids.catalyst, pence: toPence(300_00), gap: 'company' as const } }
    expect(replace(paid, 'grant-decided', '2015-02-01', other)).toMatchObject({ kind: 'data-of-another-kind' })
  })
})

test('an entry that was put right is taken back with all its versions, and nothing of it counts', () => {
  const right = trading().stopped('2016-01-10').putRight('stopped', '2016-02-01')
  const of = right.facts.at(-1)?.id ?? ''
  const whole = decide(right.facts, { kind: 'withdraw', of, reason: 'did-not-happen', whole: true }, today)
  expect(whole.ok && right.with(whole.value).asAt().trading.state).toBe('trading')
  const newest = decide(right.facts, { kind: 'withdraw', of, reason: 'wrong-details' }, today)
  expect(newest.ok && right.with(newest.value).asAt().trading).toMatchObject({ state: 'stopped', stoppedOn: '2016-01-10' })
})

test('a check-in is not answered long before its day: what is heard then is a contact', () => {
  // Due on 1 March 2017; 31 days before is 29 January 2017.
  const answer = (happenedOn: string): object =>
    tried(trading(), { kind: 'answer-check-in', happenedOn: day(happenedOn), month: 24, answer: 'trading' })
  expect(answer('2016-09-01')).toEqual({ kind: 'too-early', month: 24, dueOn: '2017-03-01' })
  expect(answer('2017-01-28')).toMatchObject({ kind: 'too-early' })
  expect(answer('2017-01-29')).toMatchObject([{ kind: 'check-in-answered' }])
})

test('an enquiry put right keeps its reference, which others know it by', () => {
  const other = { data: { reference: 'OTHER-1' } }
  expect(replace(supported(), 'enquired', '2015-01-04', other)).toEqual({ kind: 'reference-stays' })
  expect(replace(supported(), 'enquired', '2015-01-04')).toMatchObject([{ kind: 'replace' }])
})

describe('taking back', () => {
  test('a decided grant is refused once it was paid', () => {
    expect(withdraw(paid, 'grant-decided')).toEqual({ kind: 'impossible', about: { kind: 'paid-without-decision', on: '2015-02-10' } })
    expect(withdraw(paid.takenBack('grant-paid'), 'grant-decided')).toMatchObject([{ kind: 'withdraw' }])
  })

  test('the day trading began is refused while check-ins are on record', () => {
    const refusal = { kind: 'impossible', about: { kind: 'not-trading-yet', what: 'check-in-answered', on: '2015-09-03' } }
    expect(withdraw(trading().answered(6, '2015-09-03'), 'trading-began')).toEqual(refusal)
    expect(withdraw(trading(), 'trading-began')).toMatchObject([{ kind: 'withdraw' }])
  })

  test('an ending is refused while the record was opened again after it', () => {
    const again = trading().stopped('2015-06-01').reopened('2015-07-01')
    expect(withdraw(again, 'stopped')).toEqual({ kind: 'impossible', about: { kind: 'not-ended', on: '2015-07-01' } })
  })

  test('a pause is refused while they went on after it', () => {
    const again = trading().paused('2015-06-01').resumed('2015-07-01')
    expect(withdraw(again, 'paused')).toEqual({ kind: 'impossible', about: { kind: 'not-paused', on: '2015-07-01' } })
  })

  test('an entry that is not there, or was corrected already, is refused', () => {
    const gone = trading().stopped('2015-06-01').takenBack('stopped')
    const moved = trading().putRight('trading-began', '2015-04-01')
    expect(tried(trading(), { kind: 'withdraw', of: '99.0', reason: 'did-not-happen' })).toEqual({ kind: 'no-such-entry', of: '99.0' })
    expect(withdraw(gone, 'stopped')).toEqual({ kind: 'corrected-already', of: gone.idOf('stopped') })
    expect(withdraw(moved, 'trading-began')).toEqual({ kind: 'corrected-already', of: moved.idOf('trading-began') })
  })

  test('a taking back is taken back, unless something else has taken the place of what it hid', () => {
    const gone = trading().stopped('2015-06-01').takenBack('stopped')
    expect(withdraw(gone, 'withdraw')).toEqual([{ kind: 'withdraw', data: { of: gone.idOf('withdraw'), reason: 'did-not-happen' } }])
    expect(withdraw(gone.stopped('2015-08-01'), 'withdraw')).toMatchObject({ kind: 'impossible', about: { kind: 'after-the-end' } })
  })
})

describe('putting right', () => {
  test('only the day leaves the details as they were', () => {
    const story = trading().stopped('2015-06-01', 'took-job')
    expect(replace(story, 'stopped', '2015-07-01', { textId: ids.text })).toEqual([
      {
        kind: 'replace',
        data: {
          of: story.idOf('stopped'),
          reason: 'wrong-date',
          happenedOn: '2015-07-01',
          data: { ending: 'took-job' },
          textId: ids.text,
        },
      },
    ])
  })

  test('an entry that was put right before keeps what the first correction said', () => {
    const once = trading().stopped('2015-06-01', 'unknown').putRight('stopped', '2015-06-01', { ending: 'planned' })
    expect(replace(once, 'replace', '2015-06-15')).toMatchObject([{ data: { data: { ending: 'planned' }, happenedOn: '2015-06-15' } }])
  })

  test('the day from which an enterprise is watched stays with the day it began', () => {
    const watched = supported().began('2015-03-01', '2016-01-01')
    expect(replace(watched, 'trading-began', '2015-03-08')).toMatchObject([{ data: { data: { followedFrom: '2016-01-01' } } }])
  })

  test('with details of another kind is refused, and the refusal names the kind', () => {
    const story = trading().stopped('2015-06-01')
    const refusal = { kind: 'data-of-another-kind', of: story.idOf('stopped'), is: 'stopped' }
    expect(replace(story, 'stopped', '2015-06-01', { data: { leaving: 'moved-away' } })).toEqual(refusal)
    expect(replace(story, 'stopped', '2015-06-01', { data: {} })).toEqual(refusal)
    const once = story.putRight('stopped', '2015-06-02')
    expect(replace(once, 'replace', '2015-06-01', { data: { leaving: 'moved-away' } })).toEqual({ ...refusal, of: once.idOf('replace') })
  })

  test('a taking back is refused: it is taken back instead', () => {
    const gone = trading().stopped('2015-06-01').takenBack('stopped')
    expect(replace(gone, 'withdraw', '2015-06-01')).toEqual({ kind: 'no-such-entry', of: gone.idOf('withdraw') })
  })

  test('the stop to a day before the start is refused', () => {
    expect(replace(trading().stopped('2015-06-01'), 'stopped', '2015-02-28')).toEqual({
      kind: 'impossible',
      about: { kind: 'stopped-before-trading', stoppedOn: '2015-02-28', beganOn: '2015-03-01' },
    })
  })

  test('the start to a day after the stop is refused', () => {
    expect(replace(trading().stopped('2015-06-01'), 'trading-began', '2015-06-02')).toEqual({
      kind: 'impossible',
      about: { kind: 'stopped-before-trading', stoppedOn: '2015-06-01', beganOn: '2015-06-02' },
    })
  })

  test('the amount of a grant to less than was paid is refused', () => {
    const data = { grantId: ids.grant, pence: 299_99, gap: 'company' } as Change['data']
    expect(replace(paid, 'grant-decided', '2015-02-01', { data, reason: 'wrong-details' })).toEqual({
      kind: 'impossible',
      about: { kind: 'paid-more-than-decided', on: '2015-02-10' },
    })
  })
})

describe('a record that makes no sense already', () => {
  const senseless = trading().resumed('2015-06-01')

  test('takes what adds no new nonsense', () => {
    expect(tried(senseless, { kind: 'pause', happenedOn: day('2015-07-01') })).toMatchObject([{ kind: 'paused' }])
  })

  test('does not take the same nonsense again', () => {
    expect(tried(senseless, { kind: 'resume', happenedOn: day('2015-06-01') })).toMatchObject({
      kind: 'impossible',
      about: { kind: 'not-paused' },
    })
  })
})
