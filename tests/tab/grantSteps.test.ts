import { describe, expect, test } from 'vitest'
import { commandSchema } from '#domain/commandSchemas.ts'
import { paymentReferenceSchema } from '#domain/grantSchemas.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { openPots, recommendCommand, recommendFields, recommendStart } from '#tab/fund/grant/recommendFields.ts'
import { askedRules, isNotSignedYet, stepCommand, stepFields, stepStart } from '#tab/fund/grant/stepFields.ts'
import type { GrantStepKind } from '#domain/grantSteps.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'
import { ids } from '../builders.ts'
import { accepted, decided, offered, paid, recommended, seen, sentBack, step } from '../domain/grantStories.ts'
import { answerOf, me, people, potAnswer, rules, today } from './grantAnswers.ts'

const who = { oid: me, today }
const large = { pot: { smallPence: toPence(20_000), quorum: 2 } }

/** Fills a step's form in over what stands there, and gives what is sent, or what is wrong. */
function sent(kind: GrantStepKind, answer: GrantAnswer, typed: Words = {}): unknown {
  const { answers, faults } = readFields(stepFields(kind, answer), { ...stepStart(kind, answer, who), ...typed }, today)
  if (Object.keys(faults).length > 0) return faults
  const command = stepCommand(kind, answers, answer, who)
  // What the tab sends is what the server takes.
  expect(commandSchema.safeParse(command).error).toBeUndefined()
  return command
}

const asked = (kind: GrantStepKind, answer: GrantAnswer, typed: Words = {}): string[] =>
  askedOf(stepFields(kind, answer), { ...stepStart(kind, answer, who), ...typed }).map(({ name }) => name)

const common = { happenedOn: '2015-06-01', grantId: ids.grant }

describe('Deciding', () => {
  test('nothing is chosen when it opens', () => {
    expect(stepStart('decide-grant', answerOf(recommended), who)).toEqual({ happenedOn: '1\u00a0June\u00a02015' })
    expect(sent('decide-grant', answerOf(recommended))).toEqual({ outcome: 'Pick one.', note: 'Please fill this in.' })
  })

  test('yes is the amount that was asked for; less is what one types', () => {
    const yes = { ...common, kind: 'decide-grant', outcome: 'yes', note: 'It fills a gap.' }
    expect(sent('decide-grant', answerOf(recommended), { outcome: 'yes', note: 'It fills a gap.' })).toEqual({ ...yes, pence: 45_000 })
    expect(sent('decide-grant', answerOf(recommended), { outcome: 'less', note: 'It fills a gap.' })).toEqual({ pence: 'How much?' })
    const less = { outcome: 'less', pence: '300', note: 'It fills a gap.' }
    expect(sent('decide-grant', answerOf(recommended), less)).toEqual({ ...yes, pence: 30_000 })
  })

  test('no, and asking for more, have no amount', () => {
    const no = { outcome: 'no', note: 'The fund is for others.' }
    expect(sent('decide-grant', answerOf(recommended), no)).toEqual({ ...common, kind: 'decide-grant', ...no })
    const more = { outcome: 'ask-for-more', note: 'A quote.' }
    expect(sent('decide-grant', answerOf(recommended), more)).toEqual({ ...common, kind: 'decide-grant', ...more })
  })

  test('a rule has to be answered for a yes and not for a no, and whoever waives it says why', () => {
    const answer = answerOf(recommended, { pot: { rules } })
    const yes = { outcome: 'yes', note: 'Good.', 'rule.costs-seen': 'pass' }
    expect(sent('decide-grant', answer, yes)).toEqual({ 'rule.trained': 'Pick one.' })
    expect(sent('decide-grant', answer, { ...yes, 'rule.trained': 'waived' })).toEqual({ 'why.trained': 'Please fill this in.' })
    expect(sent('decide-grant', answer, { ...yes, 'rule.trained': 'waived', 'why.trained': 'Booked.' })).toMatchObject({
      rules: [
        { rule: 'costs-seen', result: 'pass' },
        { rule: 'trained', result: 'waived', why: 'Booked.' },
      ],
    })
    expect(sent('decide-grant', answer, { outcome: 'no', note: 'Not now.' })).toMatchObject({ outcome: 'no' })
  })

  test('a rule that the assessor found met is not asked again; one found not met is', () => {
    const looked = step(recommended.by(me), 'grant-assessed', '2015-04-03', {
      pence: toPence(45_000),
      recommends: true,
      rules: [
        { rule: 'costs-seen', result: 'pass' },
        { rule: 'trained', result: 'fail' },
      ],
    })
    expect(askedRules('decide-grant', answerOf(looked, { pot: { rules } }))).toEqual(['trained'])
    expect(askedRules('assess-grant', answerOf(looked, { pot: { rules } }))).toEqual(['costs-seen', 'trained'])
    expect(askedRules('pay-grant', answerOf(looked, { pot: { rules } }))).toEqual([])
  })

  test('a panel is asked for above the small-grant limit, where the fund has one, with oneself on it', () => {
    expect(asked('decide-grant', answerOf(recommended, { pot: { quorum: 2 } }))).not.toContain('present')
    const answer = answerOf(recommended, large)
    expect(asked('decide-grant', answer)).toEqual(['present', 'interested', 'outcome', 'note', 'happenedOn'])
    expect(asked('decide-grant', answer, { outcome: 'ask-for-more' })).not.toContain('present')
    const typed = { outcome: 'yes', note: 'Good.', present: `${me},${ids.payer}`, interested: ids.payer }
    expect(sent('decide-grant', answer, typed)).toMatchObject({ panel: { present: [me, ids.payer], interested: [ids.payer] } })
    const seated = (given: GrantAnswer) => stepFields('decide-grant', given).find(({ name }) => name === 'present')
    // Whoever is only named on the page, and may not read its papers, is not offered.
    expect(seated({ ...answer, seats: [me] })).toMatchObject({ options: [{ value: me, label: 'Hazel Boon' }] })
    const options = seated(answer)
    expect(options && 'options' in options && options.options.map(({ label }) => label)).toEqual(Object.values(people))
  })
})

describe('The other steps', () => {
  test('looking at it begins with what was asked for', () => {
    const typed = { recommends: 'yes', note: 'Quotes seen.' }
    expect(sent('assess-grant', answerOf(recommended, large), typed)).toEqual({
      ...common,
      kind: 'assess-grant',
      pence: 45_000,
      recommends: true,
      note: 'Quotes seen.',
    })
  })

  test('an offer is sent with its day alone', () => {
    expect(sent('offer-grant', answerOf(decided))).toEqual({ ...common, kind: 'offer-grant' })
  })

  test('under the Act their yes is one in writing, with what other help they had; else there is the day alone', () => {
    expect(sent('accept-grant', answerOf(offered))).toEqual({ ...common, kind: 'accept-grant' })
    const subsidy = { since: day('2013-04-01'), earlierPence: 0, roomPence: 31_500_000 }
    const answer = answerOf(offered, { pot: { subsidy: 'minimal-assistance' }, subsidy })
    expect(sent('accept-grant', answer)).toEqual({ signed: 'Pick one.' })
    const yes = { ...common, kind: 'accept-grant', confirmed: true }
    expect(sent('accept-grant', answer, { signed: 'no-other-help' })).toEqual({ ...yes, earlierPence: 0 })
    expect(sent('accept-grant', answer, { signed: 'other-help' })).toEqual({ earlierPence: 'How much?' })
    expect(sent('accept-grant', answer, { signed: 'other-help', earlierPence: '120' })).toEqual({ ...yes, earlierPence: 12_000 })
    const hint = stepFields('accept-grant', answer).find(({ name }) => name === 'earlierPence')?.hint
    expect(hint?.replaceAll('\u00a0', ' ')).toBe('Since 1 April 2013.')
  })

  test('under the Act nothing is asked, and so nothing recorded, before their signed answer is here', () => {
    const answer = answerOf(offered, { pot: { subsidy: 'minimal-assistance' } })
    expect(asked('accept-grant', answer, { signed: 'not-yet' })).toEqual(['signed'])
    expect([isNotSignedYet({ signed: 'not-yet' }), isNotSignedYet({ signed: 'no-other-help' }), isNotSignedYet({})]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('a payment begins with what is left to pay, and says how the account was checked unless somebody did before', () => {
    const checkedOn = { checkedOn: '1/6/2015' }
    const typed = { how: 'payee-check', reference: 'BACS-4417' }
    expect(sent('pay-grant', answerOf(accepted), typed)).toEqual({ checkedOn: 'Which day?' })
    const command = { ...common, kind: 'pay-grant', pence: 45_000, reference: 'BACS-4417' }
    const account = { how: 'payee-check', checkedOn: '2015-06-01' }
    expect(sent('pay-grant', answerOf(accepted), { ...typed, ...checkedOn })).toEqual({ ...command, account })
    const checked = step(accepted.by(me), 'grant-verified', '2015-04-15', { account: { how: 'bank-letter', checkedOn: day('2015-04-15') } })
    expect(sent('pay-grant', answerOf(checked), typed)).toEqual(command)
    // £200 of £450 was paid, so £250 is left.
    const part = step(accepted.by(ids.payer), 'grant-paid', '2015-04-20', { pence: toPence(20_000) })
    expect(stepStart('pay-grant', answerOf(part), who)['pence']).toBe('250')
  })

  test('what looks like bank details is no reference, here and on the server', () => {
    const texts = [
      'BACS-4417',
      'A1',
      '12345678',
      '12-34-56',
      '123456',
      '12345612345678',
      'GB29NWBK60161331926819',
      'x',
      'has space',
      '4417',
    ]
    for (const reference of texts) {
      const { faults } = readFields(
        stepFields('take-back-unspent', answerOf(paid)),
        { happenedOn: '1/6/2015', pence: '5', reference },
        today,
      )
      expect([reference, faults['reference'] === undefined]).toEqual([reference, paymentReferenceSchema.safeParse(reference).success])
    }
  })

  test('receipts, money that comes back, and what is written off begin with what is open', () => {
    expect(sent('see-evidence', answerOf(paid))).toEqual({ ...common, kind: 'see-evidence', pence: 45_000 })
    const askedBack = step(paid.by(ids.decider), 'grant-asked-back', '2015-05-20', { pence: toPence(10_000), reason: 'stopped' })
    expect(sent('recover-grant', answerOf(askedBack))).toEqual({ ...common, kind: 'recover-grant', pence: 10_000 })
    const lost = { note: 'They have moved away.' }
    expect(sent('write-off-grant', answerOf(askedBack), lost)).toEqual({ ...common, kind: 'write-off-grant', pence: 10_000, ...lost })
    const back = { pence: '80', reason: 'no-evidence', note: 'They cannot find them.' }
    expect(sent('ask-grant-back', answerOf(paid), back)).toEqual({ ...common, kind: 'ask-grant-back', ...back, pence: 8_000 })
  })

  test('a close begins with the reason that fits: receipts seen, not taken up, or settled another way', () => {
    expect([seen, decided, paid].map(story => stepStart('close-grant', answerOf(story), who)['why'])).toEqual([
      'evidence-seen',
      'not-taken-up',
      'settled-otherwise',
    ])
    expect(sent('close-grant', answerOf(seen))).toEqual({ ...common, kind: 'close-grant', why: 'evidence-seen' })
  })

  test('an interest is of the person who says so', () => {
    expect(sent('declare-interest', answerOf(recommended))).toEqual({ kind: 'declare-interest', happenedOn: today, person: me })
  })
})

describe('Recommending', () => {
  const pots = (...more: Partial<typeof potAnswer>[]) =>
    openPots(
      more.map(each => ({ ...potAnswer, ...each })),
      [],
      today,
    )
  const fill = (open: ReturnType<typeof pots>, typed: Words, back?: GrantAnswer, services: string[] = []): unknown => {
    const { answers, faults } = readFields(recommendFields(open), { ...recommendStart(open, { today, services, back }), ...typed }, today)
    if (Object.keys(faults).length > 0) return faults
    const command = recommendCommand(answers, open, back)
    expect(commandSchema.safeParse(command).error).toBeUndefined()
    return command
  }
  const typed = { gap: 'respite', purpose: 'A hoist sling.', why: 'Six people wait.' }

  test('the only fund is there already, with the most that it gives to one enterprise', () => {
    expect(fill(pots({}), typed)).toEqual({
      kind: 'recommend-grant',
      happenedOn: today,
      pot: potAnswer.id,
      pence: 50_000,
      ...typed,
    })
  })

  test('the amount says up to how much, and above what more people check it', () => {
    const hint = (more: Partial<typeof potAnswer>): string | undefined =>
      recommendFields(pots(more))
        .find(({ name }) => name === 'pence')
        ?.hint?.replaceAll('\u00a0', ' ')
    expect(hint({ capPence: toPence(80_000) })).toBe('Up to £800. Above £500, more people have to check it.')
    expect(hint({})).toBe('Up to £500.')
    const balance = { ...potAnswer.balance, available: 34_000 }
    expect(hint({ balance })).toBe('This fund can give them £340 now.')
  })

  test('the gap that they fill by what they offer stands there, where that is one alone', () => {
    const blank = { purpose: typed.purpose, why: typed.why }
    expect(fill(pots({}), blank, undefined, ['transport', 'gardening'])).toMatchObject({ gap: 'transport' })
    expect(fill(pots({}), blank, undefined, ['transport', 'meals'])).toEqual({ gap: 'Pick one.' })
  })

  test('less stands there where less is left, or where they had some before', () => {
    const balance = { ...potAnswer.balance, available: 34_000 }
    expect(pots({ balance })[0]?.mostPence).toBe(34_000)
    // Of £500 at most they had £450.
    expect(openPots([potAnswer], paid.asAt().grants, today)[0]?.mostPence).toBe(5_000)
  })

  test('a fund takes none before its first day or after its last', () => {
    expect(pots({ from: day('2015-06-02') }, { to: day('2015-05-31') }, { from: today, to: today })).toHaveLength(1)
  })

  test('of two funds one is picked, and each asks what it asks for', () => {
    const other = 'e0000000-0000-4000-8000-0000000000aa'
    const two = pots({}, { id: other, name: 'Rides', gaps: ['transport'], asks: ['council-debt'] })
    expect(fill(two, typed)).toEqual({ pot: 'Pick one.' })
    const rides = { pot: other, pence: '200', ...typed, gap: 'transport' }
    expect(fill(two, rides)).toEqual({ 'flag.council-debt': 'Pick one.' })
    expect(fill(two, { ...rides, 'flag.council-debt': 'not-known' })).toMatchObject({ pot: other, flags: { 'council-debt': 'not-known' } })
    expect(fill(two, { ...rides, gap: 'meals', 'flag.council-debt': 'no' })).toEqual({ gap: 'Pick one.' })
  })

  test('one that was sent back is filled in as it was, and keeps its id', () => {
    const back = answerOf(sentBack)
    expect(fill(pots({}), {}, back)).toMatchObject({
      grantId: ids.grant,
      pence: 45_000,
      gap: 'respite',
      purpose: 'A hoist sling.',
      why: 'Six people wait.',
    })
  })
})
