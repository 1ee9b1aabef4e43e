import { describe, expect, test } from 'vitest'
import type { Gate } from '#domain/besideVocabulary.ts'
import { gates } from '#domain/besideVocabulary.ts'
import { decide } from '#domain/decide.ts'
import type { DbsStanding } from '#domain/dbs.ts'
import { gateState } from '#domain/gates.ts'
import { checkNames, conditionInWords, gateInWords } from '#domain/gateWords.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, supported, trading } from '../builders.ts'
import { closed, recommended, sentBack, turnedDown } from './grantStories.ts'

const today = day('2015-06-01')
const dbs: DbsStanding = { seenOn: day('2015-02-20'), lookAgainOn: day('2018-02-20'), people: 1, settled: true }

const ask = (gate: Gate, story: Journey, on = today, known: DbsStanding | null = dbs) =>
  gateState(gate, { supportCase: story.asAt(on), dbs: known ?? undefined, rules: defaultRules, today: on })

/** What is in the way, in the words that the page says it in. */
const inTheWay = (gate: Gate, story: Journey, on = today, known: DbsStanding | null = dbs): string => {
  const { open, conditions } = ask(gate, story, on, known)
  return open
    ? 'open'
    : gateInWords(
        gate,
        conditions.filter(({ met }) => !met),
      )
}

const seen = (story: Journey, date: string, check: string, until?: string): Journey =>
  story.happened('check-seen', date, { check, ...(until && { until: day(until) }) })
/** Insured until 19 February 2016, trained, and they said yes to being listed. */
const listable = seen(trading(), '2015-02-20', 'safeguarding-training').happened('permission-given', '2015-02-25', { use: 'directory' })
const signedOff = listable.happened('listed', '2015-03-05', { in: 'directory' }).happened('signed-off', '2015-03-06', {})
const granted = trading().granted('2015-04-01')

describe('every gate names what is in the way, and opens when the last of it is cleared', () => {
  const table: [Gate, string, Journey, string][] = [
    ['list', 'not taken on', anEnquiry(), 'We cannot list them yet. We have not taken them on.'],
    ['list', 'no insurance on record', supported(), 'Public liability insurance is not on record.'],
    ['list', 'no yes to being listed', seen(trading(), '2015-02-20', 'safeguarding-training'), 'They have not said yes to being listed.'],
    ['list', 'it has ended', listable.stopped('2015-05-01'), 'Their record ended on 1 May 2015.'],
    [
      'list',
      'they took their yes back',
      listable.happened('permission-ended', '2015-05-02', { use: 'directory' }),
      'They said yes until 2 May 2015, and not since.',
    ],
    ['list', 'all is there', listable, 'open'],
    ['sign-off', 'not set up', supported(), 'They are not set up yet.'],
    ['sign-off', 'training not seen', trading(), 'Safeguarding training is not on record.'],
    ['sign-off', 'all is there', listable, 'open'],
    ['suggest', 'not listed', listable, 'They are not listed. They are not signed off.'],
    ['suggest', 'no CQC check', signedOff, 'The CQC check does not say that they may give their care without CQC'],
    ['suggest', 'must register, and has not', signedOff.cqcCheck('2015-03-07', 'required'), 'and CQC has not registered them.'],
    ['suggest', 'probably not needed', signedOff.cqcCheck('2015-03-07', 'individual-1-3-c'), 'open'],
    [
      'suggest',
      'the sign-off ended',
      signedOff.cqcCheck('2015-03-07', 'not-personal-care').happened('sign-off-ended', '2015-05-04', { reason: 'concern' }),
      'Their sign-off ended on 4 May 2015.',
    ],
    ['recommend-grant', 'the idea is not agreed', supported(), 'We cannot recommend a grant yet. The idea is not agreed yet.'],
    ['recommend-grant', 'the last grant is not closed', granted, 'Their last grant is not closed yet.'],
    ['recommend-grant', 'the last grant waits for a decision', recommended, 'Their last grant is not closed yet.'],
    ['recommend-grant', 'more was asked for: the same grant is recommended again', sentBack, 'open'],
    ['recommend-grant', 'the last grant was turned down', turnedDown, 'open'],
    ['recommend-grant', 'the last grant was closed', closed, 'open'],
    ['recommend-grant', 'a grant of before the fund was paid', granted.paid('2015-04-20'), 'open'],
    ['recommend-grant', 'all is there', trading(), 'open'],
    ['pay-grant', 'nothing was decided', trading(), 'We cannot pay the grant yet. No grant waits to be paid.'],
    ['pay-grant', 'not set up', supported().granted('2015-04-01'), 'They are not set up yet. Public liability insurance is not on record.'],
    ['pay-grant', 'all is there', granted, 'open'],
  ]
  test.each(table)('%s: %s', (gate, _what, story, expected) => {
    expect(inTheWay(gate, story)).toContain(expected)
  })

  test('the table speaks of every gate, shut and open', () => {
    for (const gate of gates) {
      expect(table.filter(([each, , , said]) => each === gate && said === 'open')).not.toEqual([])
      expect(table.filter(([each, , , said]) => each === gate && said !== 'open')).not.toEqual([])
    }
  })
})

describe('insurance that runs out', () => {
  test('counts on its last day, and no longer on the day after', () => {
    expect(inTheWay('list', listable, day('2016-02-19'))).toBe('open')
    expect(inTheWay('list', listable, day('2016-02-20'))).toBe(
      'We cannot list them yet. Public liability insurance ran out on 19 February 2016.',
    )
  })

  test('counts again when the new date is seen', () => {
    const renewed = seen(listable, '2016-03-01', 'public-liability', '2017-02-28')
    expect(inTheWay('list', renewed, day('2016-03-01'))).toBe('open')
  })
})

describe('a DBS check', () => {
  test('that nobody saw is in the way, and so is one that is not settled', () => {
    expect(inTheWay('list', listable, today, null)).toBe('We cannot list them yet. DBS check is not on record.')
    expect(inTheWay('list', listable, today, { ...dbs, settled: false })).toBe(
      'We cannot list them yet. DBS check was seen, and it is not settled yet.',
    )
  })

  test('that is to be looked at again still counts: it has no end date', () => {
    expect(inTheWay('list', listable, today, { ...dbs, lookAgainOn: day('2015-05-01') })).toBe('open')
  })
})

describe('going on without it', () => {
  const bare = supported().happened('permission-given', '2015-02-01', { use: 'directory' })
  const overruled = bare.happened('gate-overruled', '2015-06-01', { gate: 'list' })

  test('opens that gate and no other', () => {
    expect(ask('list', overruled).open).toBe(true)
    expect(ask('sign-off', overruled).open).toBe(false)
  })

  test('does not cover what comes to be missing later', () => {
    const insured = seen(overruled, '2015-06-02', 'public-liability', '2015-07-01')
    expect(ask('list', insured, day('2015-07-01')).open).toBe(true)
    expect(ask('list', insured, day('2015-07-02')).open).toBe(false)
  })

  test('still says what was missing', () => {
    expect(ask('list', overruled).conditions.filter(({ met }) => !met)).not.toEqual([])
  })
})

test('no gate keeps anyone from recording what happened', () => {
  const bare = supported()
  const happenedOn = day('2015-05-20')
  const happened = [
    { kind: 'begin-trading', happenedOn },
    { kind: 'advance-registration', happenedOn, to: 'registered' },
    { kind: 'see-check', happenedOn, check: 'public-liability', until: day('2015-05-21') },
    { kind: 'stop', happenedOn, ending: 'not-working' },
  ] as const
  expect(gates.map(gate => ask(gate, bare).open)).not.toContain(true)
  for (const command of happened) expect(decide(bare.facts, command, today)).toMatchObject({ ok: true })
})

test('a check is called what the programme calls it, and by our name where it says nothing', () => {
  const named = checkNames({ 'dog-walk': 'Dog walking licence' })
  const missing = (check: string): string =>
    conditionInWords({ kind: 'check', met: false, check, state: 'missing', since: undefined }, named)
  expect(missing('dog-walk')).toBe('Dog walking licence is not on record.')
  expect(missing('public-liability')).toBe('Public liability insurance is not on record.')
  expect(missing('own-code')).toBe('Own code is not on record.')
})
