import { describe, expect, test } from 'vitest'
import type { KeptPot } from '#domain/fundChanges.ts'
import { decidedAt, turnsOnChangeOf } from '#domain/fundChanges.ts'
import { day, instantAt } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import { boundBy } from '#domain/separation.ts'
import type { Journey } from '../builders.ts'
import { ids, trading } from '../builders.ts'
import { decide, looked } from './grantQuestions.ts'
import { withPanel } from './grantRulesTable.ts'
import { fund, grantOf, recommendedOn, step } from './grantStories.ts'

const pence = toPence
/** Whoever this is about, who leads and decides; the fund was made by another. */
const one = 'a0000000-0000-4000-8000-00000000000f'
const maker = ids.verifier
const [second, third] = ['a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000012'] as const

type Change = Partial<KeptPot>
const kept = (recordedBy: string, more: Change = {}): KeptPot => ({
  ...fund,
  putIn: pence(20_000_00),
  recordedAt: instantAt(Date.UTC(2015, 0, 2)),
  recordedBy,
  ...more,
})
/** Versions of the fund, oldest first: each builds on the one before. */
const fundOf = (...changes: readonly [string, Change][]): KeptPot[] => {
  const versions: KeptPot[] = []
  for (const [by, change] of changes)
    versions.push({ ...(versions.at(-1) ?? kept(by)), ...change, recordedBy: by, version: versions.length + 1 })
  return versions
}

type More = { hadPence?: number; availablePence?: number; today?: string; who?: string }
const turns = (
  story: Journey,
  versions: readonly KeptPot[],
  { hadPence = 0, availablePence = 20_000_00, today = '2015-06-01', who = one }: More = {},
) =>
  turnsOnChangeOf(who, {
    grant: grantOf(story),
    decidedAt: decidedAt(story.facts, ids.grant),
    versions,
    hadPence: pence(hadPence),
    availablePence: pence(availablePence),
    on: day(today),
  })

const asks = (amount: number): Journey => recommendedOn(trading(), { pence: amount })
const granted = (amount: number): Journey =>
  step(asks(amount).by(ids.decider), 'grant-decided', '2015-04-08', { pence: pence(amount), gap: 'respite' })

describe('who changes a fund does not settle a grant that goes only because of it', () => {
  test.each<[string, { from?: Change; to: Change; grant: Journey; spared: Journey; more?: More }]>([
    // A cap of £500 made £600: £550 needs it, £500 does not.
    ['the cap for one enterprise', { to: { capPence: pence(600_00) }, grant: asks(550_00), spared: asks(500_00) }],
    // They had £400 before: £150 more is over £500, £100 is not.
    [
      'the cap, with what they had',
      { to: { capPence: pence(600_00) }, grant: asks(150_00), spared: asks(100_00), more: { hadPence: 400_00 } },
    ],
    // Above £500 somebody assesses it and checks the account; made £1,000, nobody does.
    [
      'the small-grant limit',
      { from: { capPence: pence(2_000_00) }, to: { smallPence: pence(1_000_00) }, grant: asks(500_01), spared: asks(500_00) },
    ],
    ['the panel', { from: { capPence: pence(2_000_00), quorum: 3 }, to: { quorum: 0 }, grant: asks(500_01), spared: asks(500_00) }],
    [
      'their own limit, raised',
      {
        from: { limits: [{ person: one, pence: pence(300_00) }] },
        to: { limits: [{ person: one, pence: pence(500_00) }] },
        grant: asks(300_01),
        spared: asks(300_00),
      },
    ],
    [
      'their own limit, taken off',
      { from: { limits: [{ person: one, pence: pence(300_00) }] }, to: { limits: [] }, grant: asks(300_01), spared: asks(300_00) },
    ],
    // £450 of the £500 that are left were put in by them: without it £50 are left.
    ['the money in it', { to: { putIn: pence(20_450_00) }, grant: asks(50_01), spared: asks(50_00), more: { availablePence: 500_00 } }],
  ])('%s', (_what, { from = {}, to, grant, spared, more }) => {
    const changed = fundOf([maker, from], [one, to])
    expect(turns(grant, changed, more)).toBe(true)
    expect(turns(spared, changed, more)).toBe(false)
    // Nobody else is bound by it, and made the other way round it lets nothing go.
    expect(turns(grant, changed, { ...more, who: ids.decider })).toBe(false)
    expect(turns(spared, fundOf([maker, { ...from, ...to }], [one, from]), more)).toBe(false)
  })

  test('its last day: made later, what is decided after the old one turns on it', () => {
    const longer = fundOf([maker, { to: day('2015-05-31') }], [one, { to: day('2015-12-31') }])
    expect(turns(asks(450_00), longer, { today: '2015-06-01' })).toBe(true)
    expect(turns(asks(450_00), longer, { today: '2015-05-31' })).toBe(false)
  })

  test('a rule of its own that is gone; one that was added binds nobody', () => {
    expect(turns(asks(450_00), fundOf([maker, { rules: ['local', 'new'] }], [one, { rules: ['local'] }]))).toBe(true)
    expect(turns(asks(450_00), fundOf([maker, { rules: ['local'] }], [one, { rules: ['local', 'new'] }]))).toBe(false)
  })

  test('the gaps it is for, and what it says of the law', () => {
    expect(turns(asks(450_00), fundOf([maker, { gaps: ['meals'] }], [one, { gaps: [] }]))).toBe(true)
    expect(turns(asks(450_00), fundOf([maker, { gaps: ['meals', 'respite'] }], [one, { gaps: ['respite'] }]))).toBe(false)
    expect(turns(asks(450_00), fundOf([maker, { subsidy: 'minimal-assistance' }], [one, { subsidy: 'not-a-subsidy' }]))).toBe(true)
  })

  test('what is not asked of a grant binds nobody: the cost code, the days for receipts', () => {
    expect(turns(asks(450_00), fundOf([maker, {}], [one, { costCode: 'ASC-9', evidenceDays: 90 }]))).toBe(false)
  })
})

describe('nobody is locked out for good', () => {
  const raised: [string, Change] = [one, { capPence: pence(600_00) }]

  test('somebody else who keeps the fund as it is makes the change theirs', () => {
    expect(turns(asks(550_00), fundOf([maker, {}], raised, [maker, {}]))).toBe(false)
  })

  test('one who put it back may decide again', () => {
    expect(turns(asks(450_00), fundOf([maker, {}], [one, { quorum: 3, rules: ['local'] }], [one, { quorum: 0, rules: [] }]))).toBe(false)
    expect(turns(asks(550_00), fundOf([maker, {}], raised, [one, { capPence: pence(500_00) }]))).toBe(false)
  })

  test('who made the fund decides by the rules that it was made with, and not by what they made of it later', () => {
    expect(turns(asks(450_00), fundOf([one, {}]))).toBe(false)
    expect(turns(asks(500_00), fundOf([one, {}], raised))).toBe(false)
    expect(turns(asks(550_00), fundOf([one, {}], raised))).toBe(true)
  })
})

describe('once it is decided', () => {
  test('the change counts though it was put back since: who made it neither checks nor pays what was granted by it', () => {
    const putBack = fundOf([maker, {}], [one, { capPence: pence(600_00) }], [one, { capPence: pence(500_00) }])
    expect(turns(granted(550_00), putBack)).toBe(true)
    expect(turns(granted(500_00), putBack)).toBe(false)
  })

  // It was decided on 8 April.
  const [before, after] = [instantAt(Date.UTC(2015, 3, 7)), instantAt(Date.UTC(2015, 3, 9))]
  const closely: Change = { capPence: pence(500_00), rules: ['local'], quorum: 3, to: day('2015-04-01') }
  const freely: Change = { capPence: pence(600_00), rules: [], quorum: 0, to: day('2015-12-31') }

  test('what is changed later binds nobody: it was granted without it', () => {
    expect(turns(granted(550_00), fundOf([maker, closely], [one, { ...freely, recordedAt: after }]))).toBe(false)
    expect(turns(granted(550_00), fundOf([maker, closely], [one, { ...freely, recordedAt: before }]))).toBe(true)
  })

  test('the small-grant limit binds though it is lifted later, since a payment asks it, until it is put back', () => {
    const large: Change = { capPence: pence(2_000_00) }
    const lifted = fundOf([maker, large], [one, { smallPence: pence(1_000_00), recordedAt: after }])
    expect(turns(granted(500_01), lifted)).toBe(true)
    expect(turns(granted(500_00), lifted)).toBe(false)
    const back: [string, Change] = [one, { smallPence: pence(500_00), recordedAt: after }]
    expect(turns(granted(500_01), fundOf([maker, large], [one, { smallPence: pence(1_000_00), recordedAt: after }], back))).toBe(false)
  })

  test('it is the decision that stands which counts: taken back and taken again, it rests on the fund as it was by then', () => {
    const again = step(granted(550_00).takenBack('grant-decided'), 'grant-decided', '2015-04-10', { pence: pence(550_00), gap: 'respite' })
    expect(turns(again, fundOf([maker, closely], [one, { ...freely, recordedAt: after }]))).toBe(true)
  })

  test('the limit of who decided it counts, and not of who pays', () => {
    const limits = [{ person: ids.decider, pence: pence(300_00) }]
    expect(turns(granted(450_00), fundOf([maker, { limits }], [one, { limits: [] }]))).toBe(true)
    expect(turns(granted(450_00), fundOf([maker, { limits: [{ person: one, pence: pence(300_00) }] }], [one, { limits: [] }]))).toBe(false)
  })

  test('finance that put money in may pay: it was set aside by somebody else’s word', () => {
    const toppedUp = fundOf([maker, {}], [one, { putIn: pence(30_000_00) }])
    expect(turns(granted(450_00), toppedUp, { availablePence: 0 })).toBe(false)
    expect(turns(asks(450_00), toppedUp, { availablePence: 450_00 })).toBe(true)
  })
})

describe('with the other things that bind', () => {
  const changed = { decidedAt: undefined, hadPence: pence(0), availablePence: pence(20_000_00), on: day('2015-06-01') }
  const versions = fundOf([maker, {}], [one, { capPence: pence(600_00) }])
  const dealings = (story: Journey) => ({ facts: story.facts, fund: { grant: grantOf(story), versions, ...changed } })
  const may = (story: Journey, part: 'recommended' | 'assessed' | 'decided' | 'verified' | 'paid') =>
    boundBy(dealings(story), { part, grantId: ids.grant, oid: one })?.kind ?? 'yes'

  test('they may recommend and assess it, and neither decide, check nor pay', () => {
    const parts = ['recommended', 'assessed', 'decided', 'verified', 'paid'] as const
    expect(parts.map(part => may(asks(550_00), part))).toEqual(['yes', 'yes', 'changed-fund', 'changed-fund', 'changed-fund'])
  })

  test('they are told of their work with them first', () => {
    expect(may(asks(550_00).happened('assigned', '2015-02-01', { catalyst: one }), 'decided')).toBe('works-on-it')
  })

  test('they do not count on its panel', () => {
    const panel = { present: [ids.decider, second, third], interested: [] }
    const answer = (fundWas: KeptPot[]) => decide(looked, { amount: 1_200_00, panel }, { from: withPanel, fundWas })()
    // £1,200 goes only since the cap is £2,000.
    expect(answer(fundOf([maker, { capPence: pence(1_000_00) }], [third, { capPence: pence(2_000_00) }]))).toEqual({
      kind: 'panel-too-small',
      quorum: 3,
      counted: 2,
    })
    expect(answer(fundOf([maker, { capPence: pence(2_000_00) }]))).toBeUndefined()
  })
})
