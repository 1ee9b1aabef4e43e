import { describe, expect, test } from 'vitest'
import type { Command } from '#domain/commandFacts.ts'
import { decide } from '#domain/decide.ts'
import { day } from '#domain/plainDate.ts'
import type { Journey } from '../builders.ts'
import { cqcAnswers, ids, supported } from '../builders.ts'

const today = day('2016-03-01')
const happenedOn = day('2016-02-01')
const { onePerson, twoNo, twoPeople } = cqcAnswers

const decided = (story: Journey, command: object) =>
  decide(story.facts, { kind: 'record-scoping', happenedOn, ...command } as Command, today)

describe('a CQC check', () => {
  test('is recorded with the outcome that follows from its answers', () => {
    expect(decided(supported(), { outcome: 'not-personal-care', answers: twoNo })).toMatchObject({
      ok: true,
      value: [{ kind: 'scoped', happenedOn, data: { outcome: 'not-personal-care', answers: twoNo } }],
    })
  })

  test('is refused with any other outcome, and without answers', () => {
    expect(decided(supported(), { outcome: 'individual-1-3-c', answers: twoPeople })).toEqual({
      ok: false,
      refusal: { kind: 'outcome-does-not-follow', follows: 'required' },
    })
    for (const outcome of ['not-personal-care', 'reported-not-needed', 'required']) {
      expect(decided(supported(), { outcome })).toEqual({ ok: false, refusal: { kind: 'check-without-answers' } })
    }
    expect(decided(supported(), { outcome: 'reported-not-needed', answers: twoNo }).ok).toBe(false)
  })

  test('counts the legal form of its own day', () => {
    const story = supported().constituted('2015-02-10').constituted('2016-02-10', 'cic')
    expect(decided(story, { outcome: 'individual-1-3-c', answers: onePerson }).ok).toBe(true)
    const later = decided(story, { happenedOn: day('2016-02-20'), outcome: 'individual-1-3-c', answers: onePerson })
    expect(later).toEqual({ ok: false, refusal: { kind: 'outcome-does-not-follow', follows: 'required' } })
  })

  test('sets the to-do to ask CQC in the same entry', () => {
    const answers = { ...onePerson, inCharge: 'not-sure' }
    const asked = decided(supported(), {
      outcome: 'refer-to-cqc',
      answers,
      next: { dueOn: day('2016-03-08'), about: 'cqc' },
      taskId: ids.text,
    })
    expect(asked).toMatchObject({
      ok: true,
      value: [{ kind: 'scoped' }, { kind: 'task-set', data: { task: ids.text, about: 'cqc', dueOn: '2016-03-08' } }],
    })
  })

  test('has answers that are true by today', () => {
    const ahead = decided(supported(), { outcome: 'not-personal-care', answers: twoNo, trueFrom: day('2016-03-02') })
    expect(ahead).toEqual({ ok: false, refusal: { kind: 'in-future', happenedOn: '2016-03-02', today } })
  })
})

describe('a CQC check that is put right', () => {
  const put = (story: Journey, rest: object) =>
    decide(story.facts, { kind: 'replace', of: story.idOf('scoped'), reason: 'wrong-date', happenedOn: day('2016-01-20'), ...rest }, today)
  const answered = supported().happened('scoped', happenedOn, { outcome: 'required', answers: twoPeople })

  test('keeps its answers, and its outcome follows from them', () => {
    expect(put(answered, {}).ok).toBe(true)
    expect(put(answered, { data: { outcome: 'required' } })).toEqual({ ok: false, refusal: { kind: 'check-without-answers' } })
    expect(put(answered, { data: { outcome: 'refer-to-cqc', answers: twoPeople } }).ok).toBe(false)
    expect(put(answered, { data: { outcome: 'individual-1-3-c', answers: onePerson } }).ok).toBe(true)
  })

  test('needs none where an older record had none', () => {
    const older = supported().imported().cqcCheck(happenedOn, 'reported-not-needed')
    expect(put(older, { data: { outcome: 'reported-needed' } }).ok).toBe(true)
  })
})

test('a notice was served by today', () => {
  const served = { kind: 'advance-registration', happenedOn, to: 'notice-of-proposal', servedOn: day('2016-03-02') } as Command
  expect(decide(supported().facts, served, today)).toEqual({ ok: false, refusal: { kind: 'in-future', happenedOn: '2016-03-02', today } })
})
