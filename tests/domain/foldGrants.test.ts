import { describe, expect, test } from 'vitest'
import { decide } from '#domain/decide.ts'
import type { GrantKind } from '#domain/facts.ts'
import { evidenceDueOn, isSettled, keptPence, owedBackPence, paidPence, setAsidePence, unseenPence } from '#domain/grants.ts'
import { grantStates } from '#domain/grantVocabulary.ts'
import type { GrantState } from '#domain/grantVocabulary.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { ids, supported } from '../builders.ts'
import {
  accepted,
  closed,
  decided,
  grantOf,
  impossibleIn,
  offered,
  paid,
  recommended,
  recommendedOn,
  seen,
  sentBack,
  step,
  turnedDown,
} from './grantStories.ts'

const pence = toPence
/** What a grant comes to: set aside, paid, kept, owed back, and not yet shown for. */
const moneyOf = (story: Journey): number[] =>
  [setAsidePence, paidPence, keptPence, owedBackPence, unseenPence].map(amount => amount(grantOf(story)))

describe('a small grant', () => {
  test('goes from recommended to closed, and each step says who took it and when', () => {
    expect(grantOf(closed)).toMatchObject({
      state: 'closed',
      since: '2015-05-12',
      pot: ids.pot,
      number: 7,
      gap: 'respite',
      pence: 450_00,
      recommended: { on: '2015-04-01', by: ids.catalyst, pence: 450_00 },
      decided: { on: '2015-04-08', by: ids.decider, pence: 450_00 },
      offeredOn: '2015-04-09',
      acceptance: { on: '2015-04-14', by: ids.catalyst, confirmed: true },
      payments: [{ on: '2015-04-20', by: ids.payer, pence: 450_00 }],
      evidence: [{ on: '2015-05-10', pence: 450_00 }],
      closed: { on: '2015-05-12', by: ids.catalyst, why: 'evidence-seen' },
    })
    expect(impossibleIn(closed)).toEqual([])
  })

  test.each<[string, Journey, number[]]>([
    ['recommended, nothing is set aside', recommended, [0, 0, 0, 0, 0]],
    ['decided, £450 is set aside', decided, [450_00, 0, 0, 0, 0]],
    ['accepted, it still is', accepted, [450_00, 0, 0, 0, 0]],
    ['paid, it is theirs, and they have all of it to show for', paid, [0, 450_00, 450_00, 0, 450_00]],
    ['shown for, nothing is left to ask', seen, [0, 450_00, 450_00, 0, 0]],
    ['closed, it is theirs', closed, [0, 450_00, 450_00, 0, 0]],
    ['turned down, there never was any', turnedDown, [0, 0, 0, 0, 0]],
  ])('%s', (_, story, expected) => expect(moneyOf(story)).toEqual(expected))

  test('can be granted less than was asked for', () => {
    const less = step(recommended.by(ids.decider), 'grant-decided', '2015-04-08', { pence: pence(300_00), gap: 'respite' })
    expect(grantOf(less)).toMatchObject({ pence: 300_00, recommended: { pence: 450_00 }, decided: { pence: 300_00 } })
    expect(moneyOf(less)).toEqual([300_00, 0, 0, 0, 0])
  })

  test('sent back and recommended again keeps its number, and begins again', () => {
    expect(grantOf(sentBack)).toMatchObject({ state: 'sent-back', said: { on: '2015-04-08', by: ids.decider } })
    const again = recommendedOn(sentBack, { date: '2015-04-12', pence: 400_00 })
    expect(again.asAt().grants).toHaveLength(1)
    expect(grantOf(again)).toMatchObject({ state: 'recommended', since: '2015-04-12', number: 7, pence: 400_00, said: undefined })
    expect(impossibleIn(again)).toEqual([])
  })

  test('turned down is over, closed is over, and nothing in between is', () => {
    const over = [recommended, sentBack, decided, offered, accepted, paid, seen, closed, turnedDown].filter(story =>
      isSettled(grantOf(story)),
    )
    expect(over).toEqual([closed, turnedDown])
  })
})

describe('a larger grant', () => {
  const large = recommendedOn(supported(), { pence: 1_200_00 })
  const assessed = step(large.by(ids.assessor), 'grant-assessed', '2015-04-05', { pence: pence(1_000_00), recommends: true })
  const agreed = step(assessed.by(ids.decider), 'grant-decided', '2015-04-08', { pence: pence(1_000_00), gap: 'respite' })
  const account = { how: 'bank-letter', checkedOn: day('2015-04-15') } as const
  const verified = step(agreed.by(ids.verifier), 'grant-verified', '2015-04-15', { account })

  test('is looked at, and what the assessor thinks right is what is decided on', () => {
    expect(grantOf(assessed)).toMatchObject({ state: 'assessed', pence: 1_000_00, assessed: { by: ids.assessor, recommends: true } })
  })

  test('has its account checked by somebody, and stands where it stood', () => {
    expect(grantOf(verified)).toMatchObject({ state: 'decided', verified: { on: '2015-04-15', by: ids.verifier, account } })
  })

  test('can be paid in parts: what is not yet paid stays set aside, and receipts are asked for from the last payment', () => {
    const first = step(verified.by(ids.payer), 'grant-paid', '2015-04-20', { pence: pence(600_00), evidenceDueOn: day('2015-06-15') })
    expect(grantOf(first).state).toBe('part-paid')
    expect(moneyOf(first)).toEqual([400_00, 600_00, 600_00, 0, 600_00])
    const second = step(first, 'grant-paid', '2015-05-20', { pence: pence(400_00), evidenceDueOn: day('2015-07-15') })
    expect(grantOf(second).state).toBe('paid')
    expect(moneyOf(second)).toEqual([0, 1_000_00, 1_000_00, 0, 1_000_00])
    expect([first, second].map(story => evidenceDueOn(grantOf(story)))).toEqual(['2015-06-15', '2015-07-15'])
    const third = step(second, 'grant-paid', '2015-05-21', { pence: pence(1) })
    expect(impossibleIn(third)).toEqual([{ kind: 'twice', what: 'grant-paid', on: '2015-05-21', firstOn: '2015-04-20' }])
  })

  test('closed before all of it is paid sets the rest free', () => {
    const first = step(verified.by(ids.payer), 'grant-paid', '2015-04-20', { pence: pence(600_00) })
    const ended = step(first, 'grant-closed', '2015-06-01', { why: 'settled-otherwise' })
    expect(moneyOf(ended)).toEqual([0, 600_00, 600_00, 0, 600_00])
  })
})

describe('a yes without what the Act asks of them', () => {
  const bare = step(offered, 'grant-accepted', '2015-04-14', {})
  const earlierPence = toPence(120_00)

  test('is put in writing later by an entry of its own: it waited since the first, and both are on record', () => {
    const inWriting = step(bare.by(ids.assessor), 'grant-accepted', '2015-04-20', { confirmed: true, earlierPence })
    const grant = grantOf(inWriting)
    expect([grant.state, grant.since]).toEqual(['accepted', '2015-04-14'])
    expect(grant.acceptance).toEqual({ on: '2015-04-20', by: ids.assessor, confirmed: true, earlierPence })
    expect(impossibleIn(inWriting)).toEqual([])
  })

  test('is not said twice, and what is confirmed is not confirmed again', () => {
    const twice = { kind: 'twice', what: 'grant-accepted', on: '2015-04-20', firstOn: '2015-04-14' }
    expect(impossibleIn(step(bare, 'grant-accepted', '2015-04-20', {}))).toEqual([twice])
    expect(impossibleIn(step(accepted, 'grant-accepted', '2015-04-20', { confirmed: true }))).toEqual([twice])
  })

  test('cannot be put in writing once it was paid', () => {
    const paidBare = step(bare.by(ids.payer), 'grant-paid', '2015-04-16', { pence: toPence(450_00) })
    const late = step(paidBare, 'grant-accepted', '2015-04-20', { confirmed: true })
    expect(impossibleIn(late)).toEqual([{ kind: 'grant-not-there-yet', what: 'grant-accepted', on: '2015-04-20', state: 'paid' }])
  })
})

describe('what comes back', () => {
  test('unspent is no longer theirs, and needs no receipts: £450 less £12.34 is £437.66', () => {
    const returned = step(paid, 'grant-returned', '2015-05-01', { pence: pence(12_34) })
    expect(moneyOf(returned)).toEqual([0, 450_00, 437_66, 0, 437_66])
    const shown = step(returned, 'grant-evidence-seen', '2015-05-10', { pence: pence(437_66) })
    expect(grantOf(shown)).toMatchObject({ state: 'evidence-seen', since: '2015-05-10' })
    const short = step(returned, 'grant-evidence-seen', '2015-05-10', { pence: pence(437_65) })
    expect(grantOf(short).state).toBe('paid')
    expect(evidenceDueOn(grantOf(short))).toBe('2015-06-15')
    expect(evidenceDueOn(grantOf(shown))).toBeUndefined()
  })

  test('asked for, in part recovered and the rest written off: £90 less £40 less £50 is nothing', () => {
    const asked = step(paid, 'grant-asked-back', '2015-05-01', { pence: pence(90_00), reason: 'stopped' })
    expect(moneyOf(asked)).toEqual([0, 450_00, 450_00, 90_00, 450_00])
    const part = step(asked, 'grant-clawed-back', '2015-05-10', { pence: pence(40_00) })
    expect(moneyOf(part)).toEqual([0, 450_00, 410_00, 50_00, 410_00])
    // What was written off stays paid, and nobody shows for it any more: 450 − 40 − 50 = 360.
    const off = step(part, 'grant-written-off', '2015-06-10', { pence: pence(50_00) })
    expect(moneyOf(off)).toEqual([0, 450_00, 410_00, 0, 360_00])
    const shown = step(off, 'grant-evidence-seen', '2015-06-11', { pence: pence(360_00) })
    expect(grantOf(shown).state).toBe('evidence-seen')
    expect(impossibleIn(shown)).toEqual([])
  })

  test('a grant that was shown for waits again where money is then asked back', () => {
    const asked = step(seen, 'grant-asked-back', '2015-05-20', { pence: pence(90_00), reason: 'wrong-information' })
    expect(grantOf(asked)).toMatchObject({ state: 'paid', since: '2015-05-20' })
  })

  test('is never more than was paid, and no more is recovered or written off than was asked back', () => {
    const back = (kind: 'grant-returned' | 'grant-clawed-back' | 'grant-written-off', story: Journey, amount: number) =>
      impossibleIn(step(story, kind, '2015-05-20', { pence: pence(amount) }))
    const tooMuch = (what: GrantKind) => [{ kind: 'back-more-than-paid', what, on: '2015-05-20' }]
    const asked = step(paid, 'grant-asked-back', '2015-05-01', { pence: pence(90_00), reason: 'stopped' })
    expect(back('grant-returned', paid, 450_00)).toEqual([])
    expect(back('grant-returned', paid, 450_01)).toEqual(tooMuch('grant-returned'))
    expect(back('grant-returned', asked, 360_00)).toEqual([])
    expect(back('grant-returned', asked, 360_01)).toEqual(tooMuch('grant-returned'))
    expect(back('grant-clawed-back', asked, 90_00)).toEqual([])
    expect(back('grant-clawed-back', asked, 90_01)).toEqual(tooMuch('grant-clawed-back'))
    expect(back('grant-written-off', asked, 90_01)).toEqual(tooMuch('grant-written-off'))
    expect(back('grant-clawed-back', paid, 1)).toEqual(tooMuch('grant-clawed-back'))
  })
})

describe('a step is taken from where it can be, and from nowhere else', () => {
  const partPaid = step(accepted.by(ids.payer), 'grant-paid', '2015-04-20', { pence: pence(200_00) })
  const assessed = step(recommended.by(ids.assessor), 'grant-assessed', '2015-04-05', { pence: pence(450_00), recommends: true })
  const at: Record<GrantState, Journey> = {
    recommended,
    assessed,
    'sent-back': sentBack,
    'turned-down': turnedDown,
    decided,
    offered,
    accepted,
    'part-paid': partPaid,
    paid,
    'evidence-seen': seen,
    closed,
  }
  const account = { how: 'payee-check', checkedOn: day('2015-11-01') } as const
  const once = (kind: GrantKind, data: object) => (story: Journey) => step(story, kind, '2015-11-01', data as never)
  /** Each step, and where it is taken from. What is recovered or written off was asked back before. */
  const table: Record<GrantKind, [(story: Journey) => Journey, string]> = {
    'grant-recommended': [story => recommendedOn(story, { date: '2015-11-01' }), 'sent-back'],
    'grant-assessed': [once('grant-assessed', { pence: 1, recommends: true }), 'recommended assessed'],
    'grant-sent-back': [once('grant-sent-back', {}), 'recommended assessed'],
    'grant-turned-down': [once('grant-turned-down', {}), 'recommended assessed sent-back'],
    'grant-decided': [once('grant-decided', { pence: 1, gap: 'respite' }), 'recommended assessed'],
    'grant-offered': [once('grant-offered', {}), 'decided'],
    'grant-accepted': [once('grant-accepted', {}), 'offered'],
    'grant-verified': [once('grant-verified', { account }), 'decided offered accepted part-paid'],
    'grant-paid': [once('grant-paid', { pence: 1 }), 'decided offered accepted part-paid'],
    'grant-evidence-seen': [once('grant-evidence-seen', { pence: 1 }), 'part-paid paid evidence-seen'],
    'grant-returned': [once('grant-returned', { pence: 1 }), 'part-paid paid evidence-seen closed'],
    'grant-asked-back': [once('grant-asked-back', { pence: 1, reason: 'stopped' }), 'part-paid paid evidence-seen closed'],
    'grant-clawed-back': [once('grant-clawed-back', { pence: 0 }), 'part-paid paid evidence-seen closed'],
    'grant-written-off': [once('grant-written-off', { pence: 0 }), 'part-paid paid evidence-seen closed'],
    'grant-closed': [once('grant-closed', { why: 'settled-otherwise' }), 'decided offered accepted part-paid paid evidence-seen'],
  }

  test.each(Object.entries(table))('%s', (_, [take, from]) => {
    expect(grantStates.filter(state => impossibleIn(take(at[state])).length === 0)).toEqual(
      grantStates.filter(state => from.split(' ').includes(state)),
    )
  })

  test('every story stands where its name says', () => {
    expect(grantStates.map(state => grantOf(at[state]).state)).toEqual([...grantStates])
  })

  test('what came too soon says what, when, and where the grant was', () => {
    expect(impossibleIn(step(decided, 'grant-accepted', '2015-04-14', {}))).toEqual([
      { kind: 'grant-not-there-yet', what: 'grant-accepted', on: '2015-04-14', state: 'decided' },
    ])
    expect(impossibleIn(step(supported(), 'grant-offered', '2015-04-14', {}))).toEqual([
      { kind: 'no-such-grant', what: 'grant-offered', on: '2015-04-14' },
    ])
  })
})

describe('a decided grant', () => {
  const take = (story: Journey, kind: string) =>
    decide(story.facts, { kind: 'withdraw', of: story.idOf(kind), reason: 'did-not-happen' }, day('2015-12-01'))

  test('does not leave its fund because its recommendation is taken back', () => {
    const about = { kind: 'no-such-grant', what: 'grant-decided', on: '2015-04-08' }
    expect(take(decided, 'grant-recommended')).toEqual({ ok: false, refusal: { kind: 'impossible', about } })
    expect(take(recommended, 'grant-recommended').ok).toBe(true)
  })

  test('is not taken back while later steps rest on it, and is once they are taken back', () => {
    expect(take(offered, 'grant-decided')).toMatchObject({ ok: false, refusal: { kind: 'impossible' } })
    expect(take(offered.takenBack('grant-offered'), 'grant-decided').ok).toBe(true)
  })

  test('taken back is waiting for a decision again', () => {
    expect(grantOf(decided.takenBack('grant-decided'))).toMatchObject({ state: 'recommended', pence: 450_00, decided: undefined })
  })
})

describe('a grant of before the programme kept its fund', () => {
  const agreed = supported().by(ids.decider).granted('2015-02-01', 450_00)

  test('is decided and paid, and then over', () => {
    expect(grantOf(agreed)).toMatchObject({ state: 'decided', pot: undefined, number: undefined, recommended: undefined })
    expect(grantOf(agreed.paid('2015-02-10', 450_00)).state).toBe('paid')
    expect(isSettled(grantOf(agreed))).toBe(false)
    expect(isSettled(grantOf(agreed.paid('2015-02-10', 450_00)))).toBe(true)
  })

  test('is paid by its one payment, however much that was, and a second is the same thing twice', () => {
    expect(grantOf(agreed.paid('2015-02-10', 200_00)).state).toBe('paid')
    expect(impossibleIn(agreed.paid('2015-02-10', 200_00).paid('2015-02-12', 250_00))).toEqual([
      { kind: 'twice', what: 'grant-paid', on: '2015-02-12', firstOn: '2015-02-10' },
    ])
  })

  test('decided twice, paid before its decision, without one, or for more, cannot be', () => {
    expect(impossibleIn(agreed.granted('2015-02-03'))).toEqual([
      { kind: 'twice', what: 'grant-decided', on: '2015-02-03', firstOn: '2015-02-01' },
    ])
    expect(impossibleIn(agreed.paid('2015-01-25'))).toEqual([{ kind: 'paid-before-decision', on: '2015-01-25', decidedOn: '2015-02-01' }])
    expect(impossibleIn(supported().paid('2015-02-10'))).toEqual([{ kind: 'paid-without-decision', on: '2015-02-10' }])
    expect(impossibleIn(agreed.paid('2015-02-10', 450_01))).toEqual([{ kind: 'paid-more-than-decided', on: '2015-02-10' }])
  })
})
