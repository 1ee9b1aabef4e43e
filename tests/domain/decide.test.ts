import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import type { CommandKind } from '#domain/commandSchemas.ts'
import { commandSchema } from '#domain/commandSchemas.ts'
import { decide } from '#domain/decide.ts'
import type { Command } from '#domain/commandFacts.ts'
import type { CannotRecord } from '#domain/decide.ts'
import type { NewFact } from '#domain/facts.ts'
import { day } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, ids, journey, noon, supported, trading } from '../builders.ts'
import { commandExamples } from './commandExamples.ts'

const today = day('2018-06-30')

/** A command as it comes over the wire, words and ids put in rows of their own. */
const command = (
  typed: z.input<typeof commandSchema>,
  of: { textId?: string; grantId?: string; grantNumber?: number; taskId?: string } = {},
): Command => ({
  ...commandSchema.parse(typed),
  ...of,
})

const decided = (story: Journey, typed: z.input<typeof commandSchema>, of = {}): Result<NewFact[], CannotRecord> =>
  decide(story.facts, command(typed, of), today)

const refusal = (story: Journey, typed: z.input<typeof commandSchema>): unknown => {
  const decision = decided(story, typed)
  return decision.ok ? 'taken' : decision.refusal
}

const [withGrant, paused, stopped] = [supported().granted('2015-02-01'), supported().paused('2015-02-01'), trading().stopped('2016-01-10')]
const happenedOn = '2015-10-01'
const textId = ids.text

describe('each command adds the fact it is named after, on its day', () => {
  test.each(Object.keys(commandExamples) as CommandKind[])('%s', kind => {
    const [story, body, fact] = commandExamples[kind]
    const dated = kind === 'withdraw' || kind === 'undo' ? {} : { happenedOn }
    const decision = decided(story, { kind, ...dated, ...body } as z.input<typeof commandSchema>, {
      textId,
      grantId: ids.grant,
      taskId: ids.grant,
      ...(kind === 'recommend-grant' && { grantNumber: 7 }),
      asked: { by: ids.catalyst, at: noon('2016-01-10') },
    })
    const expected = kind === 'withdraw' || kind === 'replace' || kind === 'undo' ? fact : { ...fact, ...dated }
    expect(decision).toEqual({ ok: true, value: [expected] })
  })

  test('enquire', () => {
    const enquiry = { kind: 'enquire', happenedOn: day(happenedOn), reference: 'LM-002', area: 'north', textId } as const
    expect(decide([], enquiry, today)).toEqual({
      ok: true,
      value: [{ kind: 'enquired', happenedOn, data: { reference: 'LM-002', area: 'north', textId } }],
    })
    expect(decide(anEnquiry().facts, enquiry, today)).toMatchObject({
      ok: false,
      refusal: { kind: 'impossible', about: { kind: 'twice', what: 'enquired', firstOn: '2015-01-05' } },
    })
  })
})

describe('what a contact heard', () => {
  test('counts only where it reached them', () => {
    const decision = decided(trading(), { kind: 'log-contact', happenedOn, reached: false, heard: 'trading' })
    expect(decision).toMatchObject({ ok: true, value: [{ data: { reached: false, heard: undefined } }] })
  })
})

describe('what cannot be is refused, and the refusal names it', () => {
  test.each<[string, Journey, z.input<typeof commandSchema>, object]>([
    [
      'a stop before trading began',
      trading(),
      { kind: 'stop', happenedOn: '2015-02-28', ending: 'unknown' },
      { kind: 'stopped-before-trading', stoppedOn: '2015-02-28', beganOn: '2015-03-01' },
    ],
    [
      'trading that begins after the stop',
      supported().stopped('2015-02-01'),
      { kind: 'begin-trading', happenedOn },
      { kind: 'stopped-before-trading', stoppedOn: '2015-02-01', beganOn: happenedOn },
    ],
    [
      'a second stop',
      stopped,
      { kind: 'stop', happenedOn: '2016-03-01', ending: 'planned' },
      { kind: 'after-the-end', what: 'stopped', on: '2016-03-01', endedOn: '2016-01-10' },
    ],
    [
      'a stop written in before one that is on record',
      stopped,
      { kind: 'stop', happenedOn, ending: 'planned' },
      { kind: 'after-the-end', what: 'stopped', on: '2016-01-10', endedOn: happenedOn },
    ],
    [
      'leaving our sight after the end',
      stopped,
      { kind: 'leave-sight', happenedOn: '2016-03-01', leaving: 'moved-away' },
      { kind: 'after-the-end', what: 'left-sight', on: '2016-03-01', endedOn: '2016-01-10' },
    ],
    [
      'a check-in before trading',
      supported(),
      { kind: 'answer-check-in', happenedOn, month: 6, answer: 'trading' },
      { kind: 'not-trading-yet', what: 'check-in-answered', on: happenedOn },
    ],
    [
      'a check-in that heard of trading after the end',
      stopped,
      { kind: 'answer-check-in', happenedOn: '2016-03-01', month: 12, answer: 'trading' },
      { kind: 'after-the-end', what: 'check-in-answered', on: '2016-03-01', endedOn: '2016-01-10' },
    ],
    [
      'the same check-in answered twice',
      trading().answered(6, '2015-09-03'),
      { kind: 'answer-check-in', happenedOn, month: 6, answer: 'trading' },
      { kind: 'twice', what: 'check-in-answered', on: happenedOn, firstOn: '2015-09-03' },
    ],
    [
      'a grant paid without a decision',
      supported(),
      { kind: 'pay-grant', happenedOn, grantId: ids.grant, pence: 1 },
      { kind: 'paid-without-decision', on: happenedOn },
    ],
    [
      'a grant paid before it was decided',
      withGrant,
      { kind: 'pay-grant', happenedOn: '2015-01-31', grantId: ids.grant, pence: 1 },
      { kind: 'paid-before-decision', on: '2015-01-31', decidedOn: '2015-02-01' },
    ],
    [
      'a grant paid twice',
      withGrant.paid('2015-02-10'),
      { kind: 'pay-grant', happenedOn, grantId: ids.grant, pence: 1 },
      { kind: 'twice', what: 'grant-paid', on: happenedOn, firstOn: '2015-02-10' },
    ],
    [
      'more paid than was decided',
      withGrant,
      { kind: 'pay-grant', happenedOn, grantId: ids.grant, pence: 300_01 },
      { kind: 'paid-more-than-decided', on: happenedOn },
    ],
    ['going on without a pause', trading(), { kind: 'resume', happenedOn }, { kind: 'not-paused', on: happenedOn }],
    ['a second pause', paused, { kind: 'pause', happenedOn }, { kind: 'paused-already', on: happenedOn, pausedOn: '2015-02-01' }],
    ['opening again what is open', trading(), { kind: 'reopen', happenedOn }, { kind: 'not-ended', on: happenedOn }],
    [
      'being taken on twice',
      supported(),
      { kind: 'accept', happenedOn, origin: 'new' },
      { kind: 'twice', what: 'accepted', on: happenedOn, firstOn: '2015-01-20' },
    ],
    [
      'being taken on before the enquiry',
      anEnquiry(),
      { kind: 'accept', happenedOn: '2015-01-04', origin: 'new' },
      { kind: 'before-enquiry', what: 'accepted', on: '2015-01-04' },
    ],
    [
      'deregistering what never was registered',
      supported(),
      { kind: 'advance-registration', happenedOn, to: 'deregistered' },
      { kind: 'not-registered', on: happenedOn },
    ],
    [
      'a stop before any enquiry',
      journey(),
      { kind: 'stop', happenedOn, ending: 'unknown' },
      { kind: 'before-enquiry', what: 'stopped', on: happenedOn },
    ],
  ])('%s', (_, story, typed, about) => {
    expect(refusal(story, typed)).toEqual({ kind: 'impossible', about })
  })

  test('a day that is still to come, in London', () => {
    const tomorrow = '2018-07-01'
    const inFuture = { kind: 'in-future', happenedOn: tomorrow, today }
    expect(refusal(supported(), { kind: 'begin-trading', happenedOn: tomorrow })).toEqual(inFuture)
    expect(refusal(stopped, { kind: 'replace', happenedOn: tomorrow, of: stopped.idOf('stopped'), reason: 'wrong-date' })).toEqual(inFuture)
    expect(decided(supported(), { kind: 'begin-trading', happenedOn: today }).ok).toBe(true)
  })

  test('a care return that tells nothing', () => {
    expect(refusal(trading(), { kind: 'record-care-return', happenedOn })).toEqual({ kind: 'nothing-told' })
  })
})

describe('what should not have been is taken', () => {
  test('trading without insurance', () => {
    const began = supported().with(takenFrom(decided(supported(), { kind: 'begin-trading', happenedOn })))
    expect(began.asAt().warnings.map(({ about }) => about)).toEqual([{ kind: 'trading-without-insurance', on: happenedOn }])
  })

  test('trading before the registration that was needed', () => {
    const needed = supported().cqcCheck('2015-02-01', 'required')
    const began = needed.with(takenFrom(decided(needed, { kind: 'begin-trading', happenedOn })))
    expect(began.asAt().warnings.map(({ about }) => about)).toEqual([{ kind: 'trading-before-registration', on: happenedOn }])
  })
})

function takenFrom(decision: Result<NewFact[], CannotRecord>): NewFact[] {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.kind}`)
  return decision.value
}

describe('the number in a register', () => {
  const constituted = (
    form: 'limited_company' | 'cio' | 'charity' | 'cooperative_society' | 'sole_trader',
    identifier: string,
    register = {},
  ) => {
    const decision = decided(supported(), { kind: 'constitute', happenedOn, form, identifier, ...register })
    return decision.ok ? decision.value.map(({ data }) => data) : decision.refusal
  }

  test.each([
    ['9876543', '09876543', 'with the leading zero that a spreadsheet drops'],
    [' 0987 6543', '09876543', 'without spaces'],
    ['sc123456', 'SC123456', 'in capitals'],
    ['OC301234', 'OC301234', 'of a partnership'],
  ])('%s of a company is kept as %s: %s', (typed, kept) => {
    expect(constituted('limited_company', typed)).toEqual([{ form: 'limited_company', register: 'companies-house', identifier: kept }])
  })

  test.each(['123456789', 'ABC12345', '12-345678', '1234567X9'])('%s is not of a company’s shape', typed => {
    expect(constituted('limited_company', typed)).toEqual({ kind: 'identifier-shape', register: 'companies-house', identifier: typed })
  })

  test('of a charity is six or seven digits, and the shape of Scotland’s where it is registered there', () => {
    expect(constituted('charity', '1234567')).toEqual([{ form: 'charity', register: 'charity-commission', identifier: '1234567' }])
    expect(constituted('cio', '12345')).toEqual({ kind: 'identifier-shape', register: 'charity-commission', identifier: '12345' })
    const scottish = { register: 'oscr' as const }
    expect(constituted('charity', 'sc012345', scottish)).toEqual([{ form: 'charity', register: 'oscr', identifier: 'SC012345' }])
    expect(constituted('charity', '1234567', scottish)).toEqual({ kind: 'identifier-shape', register: 'oscr', identifier: '1234567' })
  })

  test.each(['IP30123R', '4355R', '7654', '123'])('of a mutual may be %s', typed => {
    expect(constituted('cooperative_society', typed)).toEqual([{ form: 'cooperative_society', register: 'mutuals', identifier: typed }])
  })

  test('is not kept of one who is self-employed: it could only be a tax reference', () => {
    expect(constituted('sole_trader', '1234567890')).toEqual([{ form: 'sole_trader' }])
  })
})

describe('what they offer', () => {
  test('is an entry for each thing that was told, and none for what was left out', () => {
    const told = { services: ['meals'], areas: ['north'], pencePerHour: 22_00, spareMinutes: 120 }
    const made = decided(trading(), { kind: 'tell-offer', happenedOn, ...told })
    expect(made).toMatchObject({
      ok: true,
      value: [
        { kind: 'services-offered', data: { services: ['meals'] } },
        { kind: 'areas-served', data: { areas: ['north'] } },
        { kind: 'price-set', data: { pencePerHour: 22_00 } },
        { kind: 'attribute', data: { attribute: 'spare-hours', value: 120 } },
      ],
    })
    expect(decided(trading(), { kind: 'tell-offer', happenedOn, areas: [] })).toMatchObject({
      value: [{ kind: 'areas-served', data: { areas: [] } }],
    })
  })

  test('where nothing was told, nothing is recorded', () => {
    expect(refusal(trading(), { kind: 'tell-offer', happenedOn })).toEqual({ kind: 'offer-not-told' })
  })
})

test('a DBS check is never an entry: it has a form of its own', () => {
  expect(refusal(trading(), { kind: 'see-check', happenedOn, check: 'dbs' })).toEqual({ kind: 'dbs-apart' })
  const seen = trading().happened('check-seen', '2015-09-01', { check: 'food-hygiene' })
  const of = seen.idOf('check-seen')
  expect(refusal(seen, { kind: 'replace', of, reason: 'wrong-details', happenedOn, data: { check: 'dbs' } })).toEqual({ kind: 'dbs-apart' })
})
