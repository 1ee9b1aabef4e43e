import type { CannotGrant } from '#domain/grantRules.ts'
import { notEnoughLeft } from '#domain/grantRules.ts'
import { day } from '#domain/plainDate.ts'
import type { Pot } from '#domain/pots.ts'
import { toPence } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { ids, trading } from '../builders.ts'
import { closingTable } from './grantClosingTable.ts'
import type { Asked } from './grantQuestions.ts'
import {
  accept,
  accepted1200,
  decideAgain,
  anotherGrant,
  account,
  ask,
  asked1200,
  assess,
  decide,
  large,
  limited,
  looked,
  lookedWith,
  outside,
  overTheCap,
  pay,
  recommend,
  said,
  underTheAct,
  verified1200,
  withRules,
} from './grantQuestions.ts'
import { accepted, closed, decided, fund, offered, paid, recommended, recommendedOn, sentBack, step } from './grantStories.ts'

const { grant: grantId, decider } = ids
const pence = toPence

/** Had £450 and closed it; had it, and £50 of it came back. */
const next = { of: anotherGrant, number: 8 }
const askedAgain = recommendedOn(closed, { ...next, date: '2015-08-01', pence: 50_00 })
const back50 = step(
  step(step(paid, 'grant-returned', '2015-05-01', { pence: pence(50_00) }), 'grant-evidence-seen', '2015-05-02', { pence: pence(400_00) }),
  'grant-closed',
  '2015-05-03',
  { why: 'evidence-seen' },
)

const people = [decider, 'a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000012'] as const
export const withPanel: Pot = { ...large, quorum: 3 }
const panelOf = (story: Journey, present: readonly string[], interested: readonly string[] = [], by: string = decider) =>
  decide(story, { amount: 1_200_00, panel: { present: [...present], interested: [...interested] } }, { by, from: withPanel })
const tooSmall = (counted: number): CannotGrant => ({ kind: 'panel-too-small', quorum: 3, counted })
const [, second, third] = people
const worksWith = (story: Journey, person: string) => story.happened('assigned', '2015-02-01', { catalyst: person })

export type Row = [string, refused: Asked, CannotGrant, neighbour: Asked]

/** Each thing that the rules of a fund say against a step, and the nearest step that they say nothing against. */
export const table: { [K in CannotGrant['kind']]: Row[] } = {
  'outside-the-fund': [
    ['the day before its first', recommend(trading(), { on: '2014-12-31' }), outside(), recommend(trading(), { on: '2015-01-01' })],
    ['the day after its last', recommend(trading(), { on: '2016-01-01' }), outside(), recommend(trading(), { on: '2015-12-31' })],
    ['decided after its last day', decide(recommended, { on: '2016-01-01' }), outside(), decide(recommended, { on: '2015-12-31' })],
  ],
  'gap-not-of-this-fund': [
    [
      'a fund for meals',
      recommend(trading(), { gap: 'respite' }, { ...fund, gaps: ['meals'] }),
      { kind: 'gap-not-of-this-fund', gap: 'respite' },
      recommend(trading(), { gap: 'meals' }, { ...fund, gaps: ['meals'] }),
    ],
  ],
  'nothing-granted': [
    ['asked for', recommend(trading(), { amount: 0 }), { kind: 'nothing-granted' }, recommend(trading(), { amount: 1 })],
    ['decided', decide(recommended, { amount: 0 }), { kind: 'nothing-granted' }, decide(recommended, { amount: 1 })],
    ['paid', pay(accepted, { amount: 0 }), { kind: 'nothing-granted' }, pay(accepted, { amount: 1 })],
  ],
  'over-the-cap': [
    ['a penny over £500', recommend(trading(), { amount: 500_01 }), overTheCap(0), recommend(trading(), { amount: 500_00 })],
    [
      'had £450: a penny over the £50 that are left',
      recommend(closed, { amount: 50_01 }),
      overTheCap(450_00),
      recommend(closed, { amount: 50_00 }),
    ],
    [
      'had £450 and gave £50 back: a penny over £100',
      recommend(back50, { amount: 100_01 }),
      overTheCap(400_00),
      recommend(back50, { amount: 100_00 }),
    ],
    [
      'what another fund gave does not',
      recommend(closed, { amount: 50_01 }),
      overTheCap(450_00),
      recommend(closed, { amount: 500_00 }, { ...fund, potId: anotherGrant }),
    ],
    [
      'decided, where another was granted since',
      ask(askedAgain, decideAgain(50_01)),
      overTheCap(450_00),
      ask(askedAgain, decideAgain(50_00)),
    ],
  ],
  'sent-back-first': [
    ['another one is recommended', recommend(sentBack, {}), { kind: 'sent-back-first', number: 7 }, recommend(sentBack, { again: true })],
  ],
  'not-assessed': [
    [
      'a penny above the small-grant limit',
      decide(recommendedOn(trading(), { pence: 500_01 }), { amount: 500_00 }, { from: large }),
      { kind: 'not-assessed', smallPence: pence(500_00) },
      decide(recommendedOn(trading(), { pence: 500_00 }), { amount: 500_00 }, { from: large }),
    ],
    [
      'an assessor looked at it',
      decide(asked1200, { amount: 1_200_00 }, { from: large }),
      { kind: 'not-assessed', smallPence: pence(500_00) },
      decide(looked, { amount: 1_200_00 }, { from: large }),
    ],
  ],
  'rule-not-answered': [
    [
      'one of two',
      decide(recommended, { rules: said({ local: 'pass' }) }, { from: withRules }),
      { kind: 'rule-not-answered', rule: 'new' },
      decide(recommended, { rules: said({ local: 'pass', new: 'pass' }) }, { from: withRules }),
    ],
    [
      'by the assessor',
      ask(asked1200, assess({ local: 'pass' }), { from: withRules }),
      { kind: 'rule-not-answered', rule: 'new' },
      ask(asked1200, assess({ local: 'pass', new: 'fail' }), { from: withRules }),
    ],
    [
      'what the assessor answered holds for the decision',
      decide(lookedWith({ local: 'pass' }), { amount: 1_200_00 }, { from: withRules }),
      { kind: 'rule-not-answered', rule: 'new' },
      decide(lookedWith({ local: 'pass', new: 'pass' }), { amount: 1_200_00 }, { from: withRules }),
    ],
  ],
  'rule-not-met': [
    [
      'what the assessor found not met, as met: it is waived with a reason, or it stays',
      decide(lookedWith({ local: 'fail', new: 'pass' }), { amount: 1_200_00, rules: said({ local: 'pass' }) }, { from: withRules }),
      { kind: 'rule-not-met', rule: 'local' },
      decide(lookedWith({ local: 'fail', new: 'pass' }), { amount: 1_200_00, rules: said({ local: 'waived' }) }, { from: withRules }),
    ],
    [
      'failed, or waived with a reason',
      decide(recommended, { rules: said({ local: 'pass', new: 'fail' }) }, { from: withRules }),
      { kind: 'rule-not-met', rule: 'new' },
      decide(recommended, { rules: said({ local: 'pass', new: 'waived' }) }, { from: withRules }),
    ],
    [
      'failed by the assessor, unless whoever decides waives it',
      decide(lookedWith({ local: 'fail', new: 'pass' }), { amount: 1_200_00 }, { from: withRules }),
      { kind: 'rule-not-met', rule: 'local' },
      decide(lookedWith({ local: 'fail', new: 'pass' }), { amount: 1_200_00, rules: said({ local: 'waived' }) }, { from: withRules }),
    ],
  ],
  'panel-too-small': [
    [
      'somebody who is not in the programme',
      panelOf(looked, [decider, second, 'a0000000-0000-4000-8000-0000000000ff']),
      tooSmall(2),
      panelOf(looked, people),
    ],
    ['nobody was named', decide(looked, { amount: 1_200_00 }, { from: withPanel }), tooSmall(0), panelOf(looked, people)],
    ['two of three', panelOf(looked, [decider, second]), tooSmall(2), panelOf(looked, people)],
    ['somebody named twice counts once', panelOf(looked, [decider, second, second]), tooSmall(2), panelOf(looked, people)],
    [
      'one says that they have an interest',
      panelOf(looked, people, [third]),
      tooSmall(2),
      panelOf(looked, [...people, ids.payer], [third]),
    ],
    [
      'one declared an interest before',
      panelOf(looked.happened('interest-declared', '2015-03-01', { person: third }), people),
      tooSmall(2),
      panelOf(looked.happened('interest-declared', '2015-03-01', { person: ids.payer }), people),
    ],
    ['one works with them', panelOf(worksWith(looked, third), people), tooSmall(2), panelOf(worksWith(looked, ids.payer), people)],
    [
      'one worked with them once',
      panelOf(worksWith(worksWith(looked, third), ids.payer), people),
      tooSmall(2),
      panelOf(worksWith(worksWith(looked, ids.catalyst), ids.payer), people),
    ],
    ['one recommended it', panelOf(looked, [decider, second, ids.catalyst]), tooSmall(2), panelOf(looked, people)],
    ['one assessed it', panelOf(looked, [decider, second, ids.assessor]), tooSmall(2), panelOf(looked, people)],
    [
      'not asked for at the small-grant limit',
      decide(looked, { amount: 1_200_00 }, { from: withPanel }),
      tooSmall(0),
      decide(recommended, {}, { from: withPanel }),
    ],
  ],
  'not-on-the-panel': [
    [
      'whoever records it sat there',
      panelOf(looked, people, [], ids.payer),
      { kind: 'not-on-the-panel' },
      panelOf(looked, people, [], second),
    ],
  ],
  'over-your-limit': [
    [
      'a penny above one’s own limit',
      decide(recommended, { amount: 300_01 }, { from: limited() }),
      { kind: 'over-your-limit', limitPence: pence(300_00) },
      decide(recommended, { amount: 300_00 }, { from: limited() }),
    ],
    [
      'who has none decides more',
      decide(recommended, { amount: 450_00 }, { from: limited() }),
      { kind: 'over-your-limit', limitPence: pence(300_00) },
      decide(recommended, { amount: 450_00 }, { from: limited(), by: second }),
    ],
  ],
  'not-enough-left': [
    [
      'a penny short',
      () => notEnoughLeft(449_99, 450_00),
      { kind: 'not-enough-left', leftPence: pence(449_99), pence: pence(450_00) },
      () => notEnoughLeft(450_00, 450_00),
    ],
  ],
  'not-accepted': [['offered only', pay(offered), { kind: 'not-accepted' }, pay(accepted)]],
  'not-confirmed': [
    [
      'under the Act, without the second letter',
      pay(accept(decided, { confirmed: false }), {}, underTheAct),
      { kind: 'not-confirmed' },
      pay(accept(decided, { confirmed: true }), {}, underTheAct),
    ],
    ['a fund that is no subsidy asks for none', pay(accept(decided), {}, underTheAct), { kind: 'not-confirmed' }, pay(accept(decided))],
  ],
  'not-verified': [
    [
      'above the small-grant limit',
      pay(accepted1200, { amount: 1_200_00 }, large),
      { kind: 'not-verified', smallPence: pence(500_00) },
      pay(verified1200, { amount: 1_200_00 }, large),
    ],
    [
      'also where it is paid in parts that are small',
      pay(accepted1200, { amount: 100_00 }, large),
      { kind: 'not-verified', smallPence: pence(500_00) },
      pay(accepted, {}, large),
    ],
  ],
  'account-not-said': [
    ['nobody checked it', pay(accepted, { checkedOn: null }), { kind: 'account-not-said' }, pay(accepted)],
    [
      'a second person did',
      pay(accepted, { checkedOn: null }, large),
      { kind: 'account-not-said' },
      pay(verified1200, { amount: 1_200_00, checkedOn: null }, large),
    ],
  ],
  'payment-reference-missing': [['none', pay(accepted, { reference: null }), { kind: 'payment-reference-missing' }, pay(accepted)]],
  'account-checked-later': [
    [
      'the day after the payment',
      pay(accepted, { checkedOn: '2015-08-02' }),
      { kind: 'account-checked-later', checkedOn: day('2015-08-02'), happenedOn: day('2015-08-01') },
      pay(accepted, { checkedOn: '2015-08-01' }),
    ],
    [
      'by the second person, the day after they said so',
      ask(accepted1200, { kind: 'verify-grant', happenedOn: day('2015-08-01'), grantId, account: account('2015-08-02') }),
      { kind: 'account-checked-later', checkedOn: day('2015-08-02'), happenedOn: day('2015-08-01') },
      ask(accepted1200, { kind: 'verify-grant', happenedOn: day('2015-08-01'), grantId, account: account('2015-08-01') }),
    ],
  ],
  ...closingTable,
}
