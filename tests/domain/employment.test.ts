import { describe, expect, test } from 'vitest'
import { decide } from '#domain/decide.ts'
import { asksEmploymentStatus, employmentAnswerOf } from '#domain/employment.ts'
import { day } from '#domain/plainDate.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, supported, trading } from '../builders.ts'

const helping = (people: number, on = '2016-03-01', story = trading()): Journey => story.happened('care-return', on, { people })
const told = (story: Journey, on: string, answer: string): Journey =>
  story.happened('attribute', on, { attribute: 'employment-status', codes: [answer] })
const asks = (story: Journey): boolean => asksEmploymentStatus(story.asAt())

describe('Whether they may be an employee is asked', () => {
  test('of someone who works for themselves and helps one person only', () => {
    expect(asks(helping(1))).toBe(true)
    expect(asks(helping(2))).toBe(false)
    expect(asks(helping(0))).toBe(false)
    expect(asks(trading())).toBe(false)
  })

  test('by the newest number of people, and a return that leaves it out changes nothing', () => {
    expect(asks(helping(3, '2016-06-01', helping(1)))).toBe(false)
    expect(asks(helping(1, '2016-06-01', helping(3)))).toBe(true)
    expect(asks(helping(1).happened('care-return', '2016-06-01', { jobs: 1 }))).toBe(true)
  })

  test('until it was talked about, and again at the next check-in that says one', () => {
    const sure = told(helping(1), '2016-03-01', 'self-employed')
    expect(asks(sure)).toBe(false)
    expect(asks(told(helping(1), '2016-03-02', 'may-be-employee'))).toBe(false)
    expect(asks(told(helping(1), '2016-03-02', 'not-sure'))).toBe(true)
    expect(asks(helping(1, '2016-09-01', sure))).toBe(true)
  })

  test('of nobody who has set up a company, nor of one whose record has ended', () => {
    expect(asks(helping(1).happened('constituted', '2016-04-01', { form: 'cic' }))).toBe(false)
    expect(asks(helping(1).happened('stopped', '2016-04-01', { ending: 'planned' }))).toBe(false)
  })

  test('of one who has no form yet', () => {
    expect(asks(helping(1, '2015-03-01', supported()))).toBe(true)
  })
})

describe('Taking someone on', () => {
  const accept = { kind: 'accept', happenedOn: day('2015-02-01'), origin: 'existing' } as const

  test('keeps the answer beside it, where the question was asked', () => {
    const decision = decide(anEnquiry().facts, { ...accept, employmentStatus: 'may-be-employee' }, day('2015-02-01'))
    expect(decision).toEqual({
      ok: true,
      value: [
        { kind: 'accepted', happenedOn: '2015-02-01', data: { origin: 'existing' } },
        { kind: 'attribute', happenedOn: '2015-02-01', data: { attribute: 'employment-status', codes: ['may-be-employee'] } },
      ],
    })
  })

  test('makes one entry where it was not', () => {
    expect(decide(anEnquiry().facts, accept, day('2015-02-01'))).toMatchObject({ ok: true, value: [{ kind: 'accepted' }] })
  })

  test('the newest answer is the one that counts', () => {
    const story = told(told(supported(), '2015-03-01', 'not-sure'), '2015-04-01', 'self-employed')
    expect(employmentAnswerOf(story.asAt())).toEqual({ answer: 'self-employed', on: '2015-04-01' })
    expect(employmentAnswerOf(supported().asAt())).toBeUndefined()
  })
})
