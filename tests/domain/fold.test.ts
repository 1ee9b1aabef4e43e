import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOn } from '#domain/cohortMembers.ts'
import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import type { Warning } from '#domain/supportCase.ts'
import { endedOn, enquiredOn, going, originOf } from '#domain/supportCase.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, ids, journey, supported, trading } from '../builders.ts'
import { anyDay, anyFacts } from './anyFacts.ts'

const warnings = (story: Journey): Warning['about'][] => story.asAt().warnings.map(({ about }) => about)
const serious = (story: Journey): string[] => story.asAt().warnings.map(({ severity, about }) => `${severity}: ${about.kind}`)

describe('support', () => {
  test('begins with an enquiry and holds its day', () => {
    const { support, reference, area, ventureKind } = journey().enquired('2015-01-05', { area: 'north' }).asAt()
    expect(support).toEqual({ state: 'enquiry', enquiredOn: '2015-01-05' })
    expect({ reference, area, ventureKind }).toEqual({ reference: 'LM-001', area: 'north', ventureKind: 'care-enterprise' })
  })

  test('is accepted, advised only or declined, each with its own day and reason', () => {
    const from = { enquiredOn: '2015-01-05' }
    expect(supported().asAt().support).toEqual({ state: 'accepted', ...from, acceptedOn: '2015-01-20', origin: 'new' })
    expect(anEnquiry().advisedOnly('2015-01-09').asAt().support).toEqual({ state: 'advised-only', ...from, advisedOn: '2015-01-09' })
    expect(anEnquiry().declined('2015-01-09').asAt().support).toEqual({
      state: 'declined',
      ...from,
      declinedOn: '2015-01-09',
      reason: 'outside-area',
    })
  })

  test('that was advised only can be taken on later', () => {
    const { support, warnings: wrong } = anEnquiry().advisedOnly('2015-01-09').accepted('2015-06-01').asAt()
    expect(support).toMatchObject({ state: 'accepted', acceptedOn: '2015-06-01' })
    expect(wrong).toEqual([])
  })

  test('pauses and goes on as it was', () => {
    const paused = supported().paused('2015-02-01')
    expect(paused.asAt().support).toMatchObject({ state: 'paused', pausedOn: '2015-02-01', before: { state: 'accepted' } })
    const resumed = paused.resumed('2015-03-01').asAt()
    expect(resumed.support).toEqual(supported().asAt().support)
    expect(resumed.pauses).toEqual([{ from: '2015-02-01', to: '2015-03-01' }])
  })

  test('that stopped keeps what it was', () => {
    const stopped = supported().paused('2015-02-01').stopped('2015-04-01', 'took-job').asAt()
    expect(stopped.support).toMatchObject({
      state: 'stopped',
      stoppedOn: '2015-04-01',
      ending: 'took-job',
      before: { state: 'paused', before: { state: 'accepted', acceptedOn: '2015-01-20' } },
    })
    expect(enquiredOn(stopped.support)).toBe('2015-01-05')
    expect(going(stopped.support)?.state).toBe('accepted')
    expect(originOf(stopped)).toBe('new')
    expect(endedOn(stopped.support)).toBe('2015-04-01')
  })

  test('opened again is what it was before the ending, and no pause is left over from before it', () => {
    const again = supported().paused('2015-02-01').stopped('2015-04-01').reopened('2015-05-01').asAt()
    expect(again.support).toEqual(supported().asAt().support)
    expect(again.pauses).toEqual([{ from: '2015-02-01', to: '2015-04-01' }])
    expect(again.warnings).toEqual([])
  })

  test('names the worker it was given to last', () => {
    const given = supported().happened('assigned', '2015-01-21', { catalyst: ids.catalyst })
    expect(given.happened('assigned', '2015-03-01', { catalyst: ids.payer }).asAt().catalyst).toBe(ids.payer)
  })
})

describe('set up', () => {
  test('a form is chosen, then constituted with its register and number', () => {
    const chosen = supported().happened('form-chosen', '2015-02-01', { form: 'cic' })
    expect(chosen.asAt().constitution).toEqual({ state: 'chosen', form: 'cic', on: '2015-02-01' })
    const data = { form: 'cic', register: 'companies-house', identifier: '09876543' } as const
    expect(chosen.happened('constituted', '2015-03-01', data).asAt().constitution).toEqual({
      state: 'constituted',
      present: { ...data, on: '2015-03-01' },
      earlier: [],
    })
  })

  test('a change of form is not an ending, and the earlier form stays', () => {
    const changed = trading().constituted('2016-01-10', 'cic').asAt()
    expect(changed.constitution).toMatchObject({
      state: 'constituted',
      present: { form: 'cic', on: '2016-01-10' },
      earlier: [{ form: 'sole_trader', on: '2015-02-10' }],
    })
    expect(changed.trading.state).toBe('trading')
  })

  test('the form of a day is the one it had then, or had chosen', () => {
    const chosen = supported().happened('form-chosen', '2015-02-01', { form: 'cic' }).asAt().constitution
    expect([formOn(chosen, day('2015-01-31')), formOn(chosen, day('2015-02-01'))]).toEqual([undefined, 'cic'])
    const changed = trading().constituted('2016-01-10', 'cic').asAt().constitution
    const days = ['2015-02-09', '2015-02-10', '2016-01-09', '2016-01-10'].map(day)
    expect(days.map(each => formOn(changed, each))).toEqual([undefined, 'sole_trader', 'sole_trader', 'cic'])
  })

  test('the idea is agreed on a day, and once', () => {
    const agreed = supported().happened('idea-agreed', '2015-02-01', { shapedWithPeople: true })
    expect(agreed.asAt().idea).toEqual({ state: 'agreed', on: '2015-02-01', shapedWithPeople: true })
    expect(warnings(agreed.ideaAgreed('2015-03-01'))).toEqual([
      { kind: 'twice', what: 'idea-agreed', on: '2015-03-01', firstOn: '2015-02-01' },
    ])
  })
})

describe('registration', () => {
  test('the latest CQC check counts, with its own day', () => {
    const twice = supported().cqcCheck('2015-02-01', 'refer-to-cqc').cqcCheck('2015-03-01', 'required')
    expect(twice.asAt().scoping).toEqual({
      state: 'recorded',
      outcome: 'required',
      on: '2015-03-01',
      trueFrom: '2015-03-01',
      raisedBy: [],
    })
    expect(supported().asAt().scoping).toEqual({ state: 'to-do' })
  })

  test('each state is kept with its day, and the provider with the registration', () => {
    const going2 = supported().registration('2015-02-01', 'preparing').registration('2015-03-01', 'submitted')
    const registered = going2.happened('registration-moved', '2015-06-01', { to: 'registered', providerId: '1-101614751' })
    const { registration } = registered.registration('2016-01-01', 'deregistered').asAt()
    expect(registration).toEqual({
      state: 'deregistered',
      since: '2016-01-01',
      registeredOn: '2015-06-01',
      providerId: '1-101614751',
      locationIds: [],
      moves: [
        { to: 'preparing', on: '2015-02-01' },
        { to: 'submitted', on: '2015-03-01' },
        { to: 'registered', on: '2015-06-01' },
        { to: 'deregistered', on: '2016-01-01' },
      ],
    })
  })

  test.each(['reported-not-needed', 'not-personal-care', 'individual-1-3-c', 'introduction-1-3-b'] as const)(
    'registering though the check said “%s” is taken, with a warning',
    outcome => {
      const odd = supported().cqcCheck('2015-02-01', outcome).registration('2015-06-01', 'registered')
      expect(serious(odd)).toEqual(['should-not-have: registered-though-not-needed'])
      expect(odd.asAt().registration.state).toBe('registered')
    },
  )

  test('what never was registered cannot be deregistered', () => {
    expect(warnings(supported().registration('2015-02-01', 'deregistered'))).toEqual([{ kind: 'not-registered', on: '2015-02-01' }])
  })
})

describe('grants', () => {
  const decided = supported().by(ids.decider).granted('2015-02-01', 450_00)
  const grant = { grantId: ids.grant, pence: 45_000, gap: 'company', decided: { on: '2015-02-01', by: ids.decider } }

  test('are decided by somebody, and then paid on a day', () => {
    expect(decided.asAt().grants).toMatchObject([{ state: 'decided', ...grant, payments: [] }])
    const payments = [{ on: '2015-02-10', by: ids.payer, pence: 45_000 }]
    expect(decided.by(ids.payer).paid('2015-02-10', 450_00).asAt().grants).toMatchObject([{ state: 'paid', ...grant, payments }])
  })

  test('cannot be paid without a decision, before it, twice, or more than was decided', () => {
    const why = (story: Journey) => warnings(story)
    expect(why(supported().paid('2015-02-10'))).toEqual([{ kind: 'paid-without-decision', on: '2015-02-10' }])
    expect(why(decided.paid('2015-01-25'))).toEqual([{ kind: 'paid-before-decision', on: '2015-01-25', decidedOn: '2015-02-01' }])
    expect(why(decided.paid('2015-02-10').paid('2015-02-12'))).toEqual([
      { kind: 'twice', what: 'grant-paid', on: '2015-02-12', firstOn: '2015-02-10' },
    ])
    expect(why(decided.paid('2015-02-10', 450_01))).toEqual([{ kind: 'paid-more-than-decided', on: '2015-02-10' }])
    expect(why(decided.paid('2015-02-10', 449_99))).toEqual([])
  })
})

describe('trading', () => {
  test('has not begun until somebody says on which day', () => {
    expect(supported().asAt().trading).toEqual({ state: 'not-yet' })
    expect(trading().asAt().trading).toEqual({ state: 'trading', beganOn: '2015-03-01', followedFrom: undefined })
  })

  test('keeps the day it began through a pause, a stop, leaving our sight and opening again', () => {
    const start = { beganOn: '2015-03-01', followedFrom: undefined }
    const paused = trading().paused('2015-05-01')
    expect(paused.asAt().trading).toEqual({ state: 'paused', pausedOn: '2015-05-01', ...start })
    expect(paused.resumed('2015-06-01').asAt().trading).toEqual({ state: 'trading', ...start })
    const stopped = trading().stopped('2015-08-01', 'planned')
    expect(stopped.asAt().trading).toEqual({ state: 'stopped', stoppedOn: '2015-08-01', ending: 'planned', ...start })
    expect(stopped.reopened('2015-09-01').asAt().trading).toEqual({ state: 'trading', ...start })
    const left = trading().leftSight('2015-08-01', 'asked-no-contact')
    expect(left.asAt().trading).toEqual({ state: 'left-sight', leftOn: '2015-08-01', leaving: 'asked-no-contact', ...start })
  })

  test('is watched from a later day where the record before it is not complete', () => {
    expect(supported().began('2015-03-01', '2016-01-01').asAt().trading).toMatchObject({ followedFrom: '2016-01-01' })
  })

  test('that began before the enquiry makes sense where it ran before we met it', () => {
    const existing = journey().began('2012-06-01').enquired('2015-01-05').accepted('2015-01-20', 'existing')
    expect(existing.asAt()).toMatchObject({ trading: { state: 'trading', beganOn: '2012-06-01' }, warnings: [] })
  })

  test('that began and stopped on one day lasted for no time, whichever was typed first', () => {
    for (const story of [supported().began('2015-03-01').stopped('2015-03-01'), supported().stopped('2015-03-01').began('2015-03-01')]) {
      expect(story.asAt().trading).toMatchObject({ state: 'stopped', beganOn: '2015-03-01', stoppedOn: '2015-03-01' })
      expect(story.asAt().warnings.filter(({ severity }) => severity === 'impossible')).toEqual([])
    }
  })

  test('a stop before any trading leaves it not begun', () => {
    expect(supported().stopped('2015-02-01', 'took-job').asAt().trading).toEqual({ state: 'not-yet' })
  })
})

describe('check-ins', () => {
  test('an answer after a miss stands, and a miss after an answer changes nothing', () => {
    const answered = { 6: { state: 'answered', on: '2015-09-20', answer: 'trading' } }
    expect(trading().missed(6, '2015-09-01').answered(6, '2015-09-20').asAt().checkIns).toEqual(answered)
    expect(trading().answered(6, '2015-09-20').missed(6, '2015-09-29').asAt().checkIns).toEqual(answered)
    expect(trading().missed(6, '2015-09-29').asAt().checkIns).toEqual({ 6: { state: 'missed', on: '2015-09-29' } })
  })

  test('one that heard of a stop may come after the stop', () => {
    const heard = trading().stopped('2015-06-01').answered(6, '2015-09-01', 'stopped')
    expect(heard.asAt().warnings).toEqual([])
  })

  test('of what ran before we met it need no day on which it began', () => {
    const existing = anEnquiry().accepted('2015-01-20', 'existing').answered(6, '2015-07-20')
    expect(existing.asAt().warnings).toEqual([])
  })
})

describe('beside the tracks', () => {
  test('care returns stand in the order of their days, and what was not told is not 0', () => {
    const { careReturns } = trading().told('2015-09-01', { jobs: 2 }).told('2015-06-01', { people: 3 }).asAt()
    expect(careReturns.map(({ on, jobs, people }) => ({ on, jobs, people }))).toEqual([
      { on: '2015-06-01', jobs: undefined, people: 3 },
      { on: '2015-09-01', jobs: 2, people: undefined },
    ])
  })

  test('contacts, price, services, areas and checks seen keep their latest', () => {
    const { contacts, price, services, areasServed, checksSeen } = trading()
      .reached('2015-04-01', 'trading')
      .notReached('2015-05-01')
      .happened('price-set', '2015-03-01', { pencePerHour: toPence(18_50) })
      .happened('services-offered', '2015-03-01', { services: ['company'] })
      .happened('areas-served', '2015-03-01', { areas: ['north'] })
      .asAt()
    expect(contacts).toEqual([
      { on: '2015-04-01', reached: true, heard: 'trading' },
      { on: '2015-05-01', reached: false, heard: undefined },
    ])
    expect({ price, services, areasServed }).toEqual({
      price: { pencePerHour: 1850, since: '2015-03-01' },
      services: ['company'],
      areasServed: ['north'],
    })
    expect(checksSeen).toEqual({ 'public-liability': { on: '2015-02-20', until: '2016-02-19' } })
  })
})

test('no list of facts, however senseless, is refused', () => {
  fc.assert(
    fc.property(anyFacts(40), fc.option(anyDay, { nil: undefined }), (facts, asAt) => {
      const { support, trading: traded, warnings: wrong } = fold(known(facts, { asAt }))
      // What has ended has an end, and what trades began on some day.
      expect(support.state === 'stopped' || support.state === 'left-sight').toBe(endedOn(support) !== undefined)
      expect(traded.state === 'not-yet' || traded.beganOn.length === 10).toBe(true)
      expect(wrong.every(({ severity }) => severity === 'impossible' || severity === 'should-not-have')).toBe(true)
    }),
  )
})
