import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { GrantAnswer, StepStanding } from '#domain/potSchemas.ts'
import { toPence } from '#domain/quantities.ts'
import { flagLines, moneyLines, ruleCount, ruleRows } from '#tab/fund/grant/paperWords.ts'
import { anyOf, peopleStrip } from '#tab/fund/grant/peopleStrip.ts'
import {
  blockedWords,
  enterpriseWords,
  gapWords,
  grantTitle,
  leftWords,
  limitWords,
  letterLines,
  panelWords,
  refusedWords,
  sinceWords,
  stateWords,
  waitingWords,
} from '#tab/fund/grant/standingWords.ts'
import { mayDeclare, otherSteps } from '#tab/fund/grant/stepKinds.ts'
import type { Journey } from '../builders.ts'
import { ids } from '../builders.ts'
import { accepted, closed, decided, offered, paid, recommended, seen, sentBack, step, turnedDown } from '../domain/grantStories.ts'
import { answerOf, me, nameOf, people, rules, today } from './grantAnswers.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const stripOf = (...[story, more]: Parameters<typeof answerOf>): string[] =>
  peopleStrip(answerOf(story, more), nameOf, me).map(({ name, state, who, more: said }) => plain([name, state, who, said].join(' | ')))
const all = (): boolean => true

describe('The people and the steps', () => {
  test('a small grant that waits for me: who recommended it, that I decide, and who may not pay', () => {
    expect(stripOf(recommended)).toEqual([
      'Recommend | done | Kit Lane | 1 April 2015',
      'Decide | now | You | ',
      'Pay | later | Not Kit Lane or you | ',
    ])
  })

  test('where it is not for me, those who can are named', () => {
    const next: Partial<StepStanding> = { may: false, bound: 'recommended-it', whoCan: [ids.decider, ids.payer] }
    expect(stripOf(recommended, { next })[1]).toBe('Decide | now | Sam Weir or Dan Fry | ')
    expect(stripOf(recommended, { next: { ...next, whoCan: [] } })[1]).toBe('Decide | now | Nobody here yet | ')
  })

  test('above the small-grant limit it has five steps', () => {
    const pot = { smallPence: toPence(20_000) }
    expect(stripOf(recommended, { pot }).map(line => line.split(' | ').slice(0, 2))).toEqual([
      ['Recommend', 'done'],
      ['Assess', 'now'],
      ['Decide', 'later'],
      ['Check bank details', 'later'],
      ['Pay', 'later'],
    ])
  })

  test('one that was turned down has no step left', () => {
    expect(stripOf(turnedDown)).toEqual([
      'Recommend | done | Kit Lane | 1 April 2015',
      'Decide | done | Sam Weir | 8 April 2015: no',
      'Pay | not-taken | Not done | ',
    ])
  })

  test('an amount is said where it is not the one of the title', () => {
    const less = step(recommended.by(ids.decider), 'grant-decided', '2015-04-08', { pence: toPence(300_00), gap: 'respite' })
    expect(stripOf(less).slice(0, 2)).toEqual([
      'Recommend | done | Kit Lane | 1 April 2015: £450',
      'Decide | done | Sam Weir | 8 April 2015: yes',
    ])
  })

  test('one that is paid names all three', () => {
    expect(stripOf(paid).at(-1)).toBe('Pay | done | Dan Fry | 20 April 2015')
  })

  test('of many people three are named', () => {
    expect(['', 'Kit', 'Kit or Sam', 'Kit, Sam or Dan', 'Kit, Sam, Dan or 2 others']).toEqual(
      [[], ['Kit'], ['Kit', 'Sam'], ['Kit', 'Sam', 'Dan'], ['Kit', 'Sam', 'Dan', 'Ann', 'Bob']].map(names => anyOf(names)),
    )
  })
})

describe('Who may, and who may not', () => {
  const notice = (bound: NonNullable<Parameters<typeof blockedWords>[0]['bound']>, whoCan: string[] = [ids.decider, ids.payer]) =>
    blockedWords({ step: 'decide', may: false, bound, whoCan }, nameOf)

  test('who recommended it reads who can, and that administrators are bound as well', () => {
    expect(notice('recommended-it')).toEqual({
      title: 'You recommended this, so someone else must decide.',
      words: 'Sam Weir or Dan Fry can. You can read all of it. Administrators are bound by the same rule.',
    })
  })

  test('where nobody can, it says what clears that', () => {
    expect(notice('works-on-it', [])?.words).toContain('Nobody here can yet. Ask the lead to give someone that role.')
  })

  test('a role that does not decide is no part in it: nothing bars the way, it only waits for others', () => {
    const standing = { step: 'decide', may: false, bound: null, whoCan: [ids.decider] } as const
    expect(blockedWords({ ...standing, whoCan: [ids.decider] }, nameOf)).toBeUndefined()
    expect(waitingWords({ ...standing, whoCan: [ids.decider] }, nameOf)).toBe('It waits for Sam Weir to decide.')
    expect(waitingWords({ step: 'offer', may: false, bound: null, whoCan: [] }, nameOf)).toBe(
      'It waits for their catalyst to send the offer.',
    )
  })

  test('who decides only so much is told, with who can grant all of it', () => {
    const limited = answerOf(recommended, {
      pot: { limits: [{ person: me, pence: toPence(30_000) }] },
      next: { whoCan: [ids.decider, ids.payer] },
    })
    expect(plain(limitWords(limited, nameOf, me))).toBe('You decide up to £300. Sam Weir or Dan Fry can grant all of it.')
    expect(limitWords(limited, nameOf, ids.decider)).toBe('')
    const enough = answerOf(recommended, { pot: { limits: [{ person: me, pence: toPence(45_000) }] } })
    expect(limitWords(enough, nameOf, me)).toBe('')
  })

  test('a refusal by the server says who can, where it tells', () => {
    const problem = { type: '', title: '', status: 403, detail: '', kind: 'decided-it', traceId: '' }
    expect(refusedWords({ ...problem, whoCan: [ids.payer] }, nameOf)).toBe('Dan Fry can.')
    expect(refusedWords(problem, nameOf)).toBe('')
  })

  const laterKinds = (story: Journey) => otherSteps(answerOf(story))
  test('what else may have happened follows from where the grant is', () => {
    expect(laterKinds(recommended)).toEqual([])
    expect(laterKinds(decided)).toEqual(['close-grant'])
    expect(laterKinds(paid)).toEqual(['take-back-unspent', 'ask-grant-back', 'close-grant'])
    expect(laterKinds(closed)).toEqual(['take-back-unspent', 'ask-grant-back'])
    const askedBack = step(seen.by(ids.decider), 'grant-asked-back', '2015-05-20', { pence: toPence(10_000), reason: 'stopped' })
    expect(laterKinds(askedBack)).toContain('recover-grant')
    expect(laterKinds(askedBack)).toContain('write-off-grant')
  })

  test('only those are offered that the server says are theirs', () => {
    const beside: GrantAnswer['beside'] = [
      { kind: 'take-back-unspent', may: false, bound: 'decided-it', whoCan: [ids.payer] },
      { kind: 'ask-grant-back', may: true, bound: null, whoCan: [ids.decider] },
      { kind: 'close-grant', may: false, bound: null, whoCan: [] },
    ]
    expect(otherSteps(answerOf(paid, { beside }))).toEqual(['ask-grant-back'])
  })

  test('“I have an interest” is at hand until it was said, or the grant is over', () => {
    expect(mayDeclare(answerOf(recommended), me, all)).toBe(true)
    expect(mayDeclare(answerOf(recommended, { interests: [me] }), me, all)).toBe(false)
    expect(mayDeclare(answerOf(closed), me, all)).toBe(false)
    expect(mayDeclare(answerOf(recommended), me, permission => permission === 'grants.read')).toBe(false)
  })
})

describe('The papers', () => {
  test('the title is a sentence, and without the name it holds the reference', () => {
    expect(grantTitle(answerOf(recommended))).toBe('Vale of Avalon Wellbeing asks for £450')
    expect(grantTitle(answerOf(turnedDown))).toBe('Vale of Avalon Wellbeing asked for £450')
    expect(grantTitle(answerOf(paid))).toBe('£450 for Vale of Avalon Wellbeing')
    const { row } = answerOf(recommended)
    expect(grantTitle({ row: { ...row, name: null } })).toBe('LM-0001 asks for £450')
  })

  test('it says how long it has waited, and since when it is over', () => {
    // From 1 April to 1 June are 61 days.
    expect(plain(sinceWords(answerOf(recommended), today))).toBe('waiting 61 days')
    expect(sinceWords(answerOf(recommended), day('2015-04-01'))).toBe('since today')
    expect(plain(sinceWords(answerOf(closed), today))).toBe('since 12 May 2015')
  })

  test('it says that it waits to be assessed where that comes first, and else for its decision', () => {
    expect(stateWords(answerOf(recommended, { pot: { smallPence: toPence(20_000) } }))).toBe('waiting to be assessed')
    expect(stateWords(answerOf(recommended))).toBe('waiting for a decision')
    expect(stateWords(answerOf(closed))).toBe('closed')
  })

  test('the gap has its hours, or says that nobody gave them', () => {
    expect(gapWords(answerOf(recommended))).toBe('60 hours a week wanted, 46 there')
    expect(gapWords(answerOf(recommended, { gapWantedMinutes: null }))).toBe('no hours wanted are on record')
  })

  test('what is left if it is granted: £4,700 less £450; and where there is too little, how much is missing', () => {
    expect(leftWords(answerOf(recommended))).toBe('If it is granted, £4,250 is left')
    expect(leftWords(answerOf(recommended, { leftIfGrantedPence: -16_000 }))).toBe('The fund is £160 short for this')
    expect(leftWords(answerOf(decided))).toBe('£4,700 is left in the fund')
  })

  test('the enterprise in a line', () => {
    expect(plain(enterpriseWords(answerOf(recommended)))).toBe('Self-employed, set up 1 February 2015, not yet trading.')
    expect(plain(enterpriseWords(answerOf(recommended, { form: null, constitutedOn: null, tradingFrom: day('2015-03-03') })))).toBe(
      'No legal form yet, not set up yet, trading since 3 March 2015.',
    )
  })

  const looked = step(recommended.by(me), 'grant-assessed', '2015-04-03', {
    pence: toPence(45_000),
    recommends: true,
    rules: [
      { rule: 'costs-seen', result: 'fail' },
      { rule: 'trained', result: 'waived', textId: ids.text },
    ],
  })
  const said = step(looked.by(ids.decider), 'grant-decided', '2015-04-08', {
    pence: toPence(45_000),
    gap: 'respite',
    rules: [{ rule: 'costs-seen', result: 'pass' }],
  })
  test('each rule says how far it is met, who said so, and why it was waived; what was said last holds', () => {
    const words = { waived: { trained: 'booked for 14 May' } }
    const rows = ruleRows(answerOf(said, { pot: { rules }, words }), nameOf)
    expect(rows.map(({ result, words: text }) => [result, plain(text)])).toEqual([
      ['pass', 'Sam Weir, 8 April 2015'],
      ['waived', 'You, 3 April 2015: “booked for 14 May”'],
    ])
    expect(ruleCount(rows)).toBe('1 yes, 1 waived')
    expect(ruleRows(answerOf(recommended, { pot: { rules } }), nameOf).map(({ result }) => result)).toEqual([undefined, undefined])
  })

  test('a flag is worth a thought where the answer is yes, with who said so and when, and where nobody knows', () => {
    const { grant, ...answer } = answerOf(recommended)
    const { recommended: asked } = grant
    if (!asked) throw new Error('the grant of this story is recommended')
    const flagged = (flags: typeof asked.flags) =>
      flagLines({ ...answer, grant: { ...grant, recommended: { ...asked, flags } } }, nameOf).map(plain)
    expect(flagged({ 'council-debt': 'yes', 'same-household': 'no' })).toEqual([
      'They owe the council money. Kit Lane said so on 1 April 2015.',
    ])
    expect(flagged({ 'council-debt': 'not-known' })).toEqual(['Nobody knows yet whether they owe the council money.'])
    expect(flagged({ 'council-debt': 'no' })).toEqual([])
  })

  test('what became of the money, line by line', () => {
    const back = step(paid.by(ids.payer), 'grant-returned', '2015-05-01', { pence: toPence(5_000) })
    const lines = moneyLines(answerOf(back).grant, day('2015-06-15')).map(plain)
    expect(lines).toEqual([
      'The offer went out on 9 April 2015.',
      'They said yes on 14 April 2015.',
      '£450 paid on 20 April 2015.',
      '£50 came back unspent.',
      'Receipts for £400 are still to come, by 15 June 2015.',
    ])
  })

  test('under the Act the three letters have their days, and the room that is left', () => {
    const subsidy = { since: day('2013-04-01'), earlierPence: 45_000, roomPence: 31_455_000 }
    const lines = letterLines(answerOf(paid, { subsidy })).map(({ name, words }) => plain(`${name}: ${words}`))
    expect(lines).toEqual([
      'Our offer, with the notice: sent 9 April 2015',
      'Their yes, in writing: came 14 April 2015',
      'Our payment note: send it with the payment of 20 April 2015',
      'Room that is left: £314,550; they have had £450 since 1 April 2013',
    ])
    expect(letterLines(answerOf(recommended)).map(({ words }) => words)).toEqual(['not sent yet', 'not here yet', 'goes with the payment'])
    const byWord = step(offered, 'grant-accepted', '2015-04-14', { confirmed: false })
    expect(letterLines(answerOf(byWord))[1]?.words).toBe('not in writing yet')
  })

  test('a panel counts those without an interest, said now or before', () => {
    const answer = answerOf(recommended, { pot: { quorum: 3 }, interests: [ids.payer], notTheirs: { decided: [ids.payer] } })
    const panel = { present: Object.keys(people), interested: [ids.catalyst] }
    expect(plain(panelWords(answer, panel, nameOf))).toBe(
      '3 people needed, 2 there. Kit Lane has an interest and is not counted. Dan Fry has an interest and is not counted.',
    )
    expect(plain(panelWords(answer, { present: [me], interested: [me] }, nameOf))).toBe(
      '3 people needed, 0 there. You have an interest and are not counted.',
    )
  })

  test('a panel does not count those whose part it is not: who recommended it, who works with them', () => {
    const answer = answerOf(recommended, { pot: { quorum: 3 }, notTheirs: { decided: [ids.catalyst, me], paid: [ids.payer] } })
    // Kit, Sam, Dan and I are there: Sam and Dan count.
    expect(plain(panelWords(answer, { present: Object.keys(people), interested: [] }, nameOf))).toBe(
      '3 people needed, 2 there. Kit Lane cannot sit on it. You cannot sit on it.',
    )
  })

  test('one that was sent back waits for its answer', () => {
    expect(answerOf(sentBack).row.next?.step).toBe('recommend')
    expect(grantTitle(answerOf(sentBack))).toBe('Vale of Avalon Wellbeing asks for £450')
    expect(answerOf(accepted).row.next?.step).toBe('pay')
  })
})
