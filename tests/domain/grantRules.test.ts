import { describe, expect, test } from 'vitest'
import type { GrantCommand } from '#domain/grantCommandSchemas.ts'
import { nextStepOf } from '#domain/grantRules.ts'
import { grantStates } from '#domain/grantVocabulary.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { ids } from '../builders.ts'
import { accept, accepted1200, ask, asked1200, large, looked, underTheAct, verified1200 } from './grantQuestions.ts'
import { table, withPanel } from './grantRulesTable.ts'
import { accepted, closed, decided, fund, grantOf, offered, paid, recommended, seen, sentBack, step, turnedDown } from './grantStories.ts'

const grantId = ids.grant
const pence = toPence

const rows = Object.entries(table).flatMap(([kind, cases]) => cases.map(row => [kind, ...row] as const))

describe('the rules of a fund', () => {
  test.each(rows)('%s: %s', (_kind, _what, refusedStep, refusal, neighbour) => {
    expect(refusedStep()).toEqual(refusal)
    expect(neighbour()).toBeUndefined()
  })

  test('the table speaks of each refusal by its name', () => {
    expect(rows.filter(([kind, , , refusal]) => refusal.kind !== kind)).toEqual([])
  })

  test.each(['no', 'ask-for-more'] as const)('say nothing against the answer "%s", whatever the amount, the day and the panel', outcome => {
    const command = { kind: 'decide-grant', happenedOn: day('2016-02-01'), grantId, outcome, note: 'Said' } as const
    expect(ask(asked1200, command, { from: { ...withPanel, rules: ['local'] } })()).toBeUndefined()
  })

  test('say nothing against letters, receipts and what comes back: those are recorded as they happened', () => {
    const of = { happenedOn: day('2016-02-01'), grantId }
    const commands: GrantCommand[] = [
      { kind: 'offer-grant', ...of },
      { kind: 'accept-grant', ...of },
      { kind: 'see-evidence', ...of, pence: pence(1) },
      { kind: 'take-back-unspent', ...of, pence: pence(1) },
      { kind: 'ask-grant-back', ...of, pence: pence(1), reason: 'stopped', note: 'Said' },
      { kind: 'recover-grant', ...of, pence: pence(1) },
      { kind: 'write-off-grant', ...of, pence: pence(1), note: 'Said' },
      { kind: 'declare-interest', happenedOn: of.happenedOn, person: ids.payer },
    ]
    expect(commands.map(command => ask(paid, command)())).toEqual(commands.map(() => undefined))
  })
})

describe('what comes next', () => {
  const partPaid = step(accepted.by(ids.payer), 'grant-paid', '2015-04-20', { pence: pence(200_00) })
  const small = { recommended, 'sent-back': sentBack, 'turned-down': turnedDown, decided, offered, accepted, 'part-paid': partPaid }
  const stories = { ...small, paid, 'evidence-seen': seen, closed }

  test('of a small grant is one step of the short process', () => {
    expect(Object.entries(stories).map(([state, story]) => [state, nextStepOf(grantOf(story), fund)])).toEqual([
      ['recommended', 'decide'],
      ['sent-back', 'recommend'],
      ['turned-down', undefined],
      ['decided', 'offer'],
      ['offered', 'accept'],
      ['accepted', 'pay'],
      ['part-paid', 'pay'],
      ['paid', 'evidence'],
      ['evidence-seen', 'close'],
      ['closed', undefined],
    ])
    expect(Object.keys(stories).length).toBe(grantStates.length - 1)
  })

  test('is their signed answer, where they said yes without what the Act asks of them', () => {
    const said = (confirmed: boolean, from = underTheAct) => nextStepOf(grantOf(accept(decided, { confirmed })), from)
    expect([said(false), said(true), said(false, fund)]).toEqual(['accept', 'pay', 'pay'])
  })

  test('of a larger one is to look at it first, and to check the account before it is paid', () => {
    const next = (story: Journey) => nextStepOf(grantOf(story), large)
    expect([asked1200, looked, accepted1200, verified1200].map(next)).toEqual(['assess', 'decide', 'verify', 'pay'])
  })
})
