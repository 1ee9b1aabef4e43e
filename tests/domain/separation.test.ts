import { describe, expect, test } from 'vitest'
import { grantParts } from '#domain/grantVocabulary.ts'
import type { GrantPart } from '#domain/grantVocabulary.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import type { Bound } from '#domain/separation.ts'
import { boundBy } from '#domain/separation.ts'
import type { Journey } from '../builders.ts'
import { ids, trading } from '../builders.ts'
import { recommendedOn, step } from './grantStories.ts'

const { grant: grantId } = ids
const pence = toPence(1)
const account = { how: 'payee-check', checkedOn: day('2015-04-01') } as const
/** Whoever this is about; everything else is done by others. */
const one = 'a0000000-0000-4000-8000-00000000000f'

/** One entry of each part, recorded by the one; its order is no matter here. */
const did: Record<GrantPart, (story: Journey, of?: string) => Journey> = {
  recommended: (story, of) =>
    step(story.by(one), 'grant-recommended', '2015-04-01', { pot: ids.pot, number: 7, pence, gap: 'respite' }, of).by(ids.catalyst),
  assessed: (story, of) => step(story.by(one), 'grant-assessed', '2015-04-01', { pence, recommends: true }, of).by(ids.catalyst),
  decided: (story, of) => step(story.by(one), 'grant-decided', '2015-04-01', { pence, gap: 'respite' }, of).by(ids.catalyst),
  verified: (story, of) => step(story.by(one), 'grant-verified', '2015-04-01', { account }, of).by(ids.catalyst),
  paid: (story, of) => step(story.by(one), 'grant-paid', '2015-04-01', { pence }, of).by(ids.catalyst),
}
const recommended = recommendedOn(trading())
const may = ({ facts }: Journey, part: GrantPart): 'yes' | Bound['kind'] => boundBy({ facts }, { part, grantId, oid: one })?.kind ?? 'yes'
const mayAll = (story: Journey): string => grantParts.map(part => may(story, part)).join(' | ')
const assignedTo = (story: Journey, person: string, on = '2015-02-01') => story.happened('assigned', on, { catalyst: person })

describe('nobody has two parts in one grant', () => {
  test.each<[GrantPart, string]>([
    // may they then:  recommend        | assess          | decide          | verify          | pay
    ['recommended', 'yes | recommended-it | recommended-it | recommended-it | recommended-it'],
    ['assessed', 'assessed-it | yes | assessed-it | assessed-it | assessed-it'],
    ['decided', 'decided-it | decided-it | yes | decided-it | decided-it'],
    ['verified', 'verified-it | verified-it | verified-it | yes | verified-it'],
    ['paid', 'paid-it | paid-it | paid-it | paid-it | yes'],
  ])('who %s it', (part, expected) => expect(mayAll(did[part](recommended))).toBe(expected))

  test('a part in another grant of theirs is no part in this one', () => {
    for (const part of grantParts) expect(mayAll(did[part](recommended, ids.text))).toBe('yes | yes | yes | yes | yes')
  })

  test('one to whom nothing binds them may take any', () => {
    expect(mayAll(recommended)).toBe('yes | yes | yes | yes | yes')
  })

  test.each(grantParts)('what was %s and taken back was done all the same', part => {
    const story = did[part](recommended)
    expect(mayAll(story.takenBack(story.facts.at(-1)?.id ?? ''))).toBe(mayAll(story))
  })

  test('who takes a decision back, or puts it right, has decided', () => {
    const byOthers = step(recommended.by(ids.decider), 'grant-decided', '2015-04-01', { pence, gap: 'respite' })
    expect(may(byOthers, 'paid')).toBe('yes')
    expect(may(byOthers.by(one).takenBack('grant-decided'), 'paid')).toBe('decided-it')
    expect(may(byOthers.by(one).putRight('grant-decided', '2015-04-02'), 'paid')).toBe('decided-it')
    const twice = byOthers.by(ids.decider).takenBack('grant-decided').by(one).takenBack('withdraw')
    expect(may(twice, 'paid')).toBe('decided-it')
  })

  test('to send back and to turn down is to decide', () => {
    for (const kind of ['grant-sent-back', 'grant-turned-down'] as const)
      expect(may(step(recommended.by(one), kind, '2015-04-02', {}), 'paid')).toBe('decided-it')
  })

  test('a panel decides together: who sat on it has decided, and who had an interest there has one', () => {
    const decidedWith = (panel: { present: string[]; interested: string[] }) =>
      step(recommended.by(ids.decider), 'grant-decided', '2015-04-01', { pence, gap: 'respite', panel })
    const sat = decidedWith({ present: [ids.decider, one], interested: [] })
    expect(mayAll(sat)).toBe('decided-it | decided-it | yes | decided-it | decided-it')
    const interested = decidedWith({ present: [ids.decider, one], interested: [one] })
    expect(mayAll(interested)).toBe('decided-it | has-interest | has-interest | has-interest | has-interest')
    const turnedDown = step(recommended.by(ids.decider), 'grant-turned-down', '2015-04-01', { panel: { present: [one], interested: [] } })
    expect(may(turnedDown, 'paid')).toBe('decided-it')
    expect(may(decidedWith({ present: [ids.decider], interested: [] }), 'paid')).toBe('yes')
  })

  test('who asks money back or writes it off does not take it in, and the other way round', () => {
    const asked = step(recommended.by(one), 'grant-asked-back', '2015-06-01', { pence, reason: 'stopped' })
    expect(may(asked, 'paid')).toBe('decided-it')
    expect(may(step(recommended.by(one), 'grant-written-off', '2015-06-01', { pence }), 'paid')).toBe('decided-it')
    expect(may(step(recommended.by(one), 'grant-clawed-back', '2015-06-01', { pence }), 'decided')).toBe('paid-it')
    expect(may(step(recommended.by(one), 'grant-returned', '2015-06-01', { pence }), 'decided')).toBe('paid-it')
  })

  test('letters, receipts and the close are no part: whoever is in touch with them sends and sees them', () => {
    const letters = (['grant-offered', 'grant-accepted'] as const).map(kind => step(recommended.by(one), kind, '2015-04-02', {}))
    const receipts = step(recommended.by(one), 'grant-evidence-seen', '2015-06-01', { pence })
    const close = step(recommended.by(one), 'grant-closed', '2015-06-01', { why: 'settled-otherwise' })
    for (const story of [...letters, receipts, close]) expect(mayAll(story)).toBe('yes | yes | yes | yes | yes')
  })
})

describe('whoever works with them', () => {
  const bound = 'yes | yes | works-on-it | works-on-it | works-on-it'

  test('may recommend and assess, and settles nothing', () => {
    expect(mayAll(assignedTo(recommended, one))).toBe(bound)
  })

  test('does so for good: handing the record over does not end it', () => {
    expect(mayAll(assignedTo(assignedTo(recommended, one), ids.payer, '2015-03-01'))).toBe(bound)
  })

  test('never did where the entry was wrong and was taken back, or put right to somebody else', () => {
    const wrong = assignedTo(recommended, one)
    expect(mayAll(wrong.takenBack('assigned'))).toBe('yes | yes | yes | yes | yes')
    expect(mayAll(wrong.putRight('assigned', '2015-02-01', { catalyst: ids.payer }))).toBe('yes | yes | yes | yes | yes')
    expect(mayAll(assignedTo(recommended, ids.payer).putRight('assigned', '2015-02-01', { catalyst: one }))).toBe(bound)
  })

  test('is not freed by a correction of their own', () => {
    expect(mayAll(assignedTo(recommended, one).by(one).takenBack('assigned'))).toBe(bound)
    expect(mayAll(assignedTo(recommended, one).by(one).putRight('assigned', '2015-02-01', { catalyst: ids.payer }))).toBe(bound)
    const putRightToThem = assignedTo(recommended, ids.payer).putRight('assigned', '2015-02-01', { catalyst: one })
    expect(mayAll(putRightToThem.by(one).takenBack('replace'))).toBe(bound)
    expect(mayAll(putRightToThem.takenBack('replace'))).toBe('yes | yes | yes | yes | yes')
  })

  test('is not whoever was asked to take them over and did not', () => {
    const offered = recommended.happened('handover-offered', '2015-03-01', { to: one })
    expect(mayAll(offered)).toBe('yes | yes | yes | yes | yes')
  })
})

describe('whoever went on without what was missing', () => {
  const wentOn = recommended.by(one).happened('gate-overruled', '2015-03-01', { gate: 'pay-grant' }).by(ids.catalyst)

  test('before a payment does not pay, and before a recommendation does not decide; any other part is theirs', () => {
    expect(mayAll(wentOn)).toBe('yes | yes | yes | yes | overruled-gate')
    const before = recommended.by(one).happened('gate-overruled', '2015-03-01', { gate: 'recommend-grant' }).by(ids.catalyst)
    expect(mayAll(before)).toBe('yes | yes | overruled-asking | yes | yes')
  })

  test('may pay once that is taken back, and where it was another gate', () => {
    expect(mayAll(wentOn.takenBack('gate-overruled'))).toBe('yes | yes | yes | yes | yes')
    const other = recommended.by(one).happened('gate-overruled', '2015-03-01', { gate: 'list' }).by(ids.catalyst)
    expect(mayAll(other)).toBe('yes | yes | yes | yes | yes')
  })

  test('does not decide what was recommended because of it, though it was taken back since', () => {
    const past = trading().by(one).happened('gate-overruled', '2015-03-01', { gate: 'recommend-grant' }).by(ids.catalyst)
    expect(may(recommendedOn(past).takenBack('gate-overruled'), 'decided')).toBe('overruled-asking')
    // Taken back before anybody asked, or gone past after it and for another, it is no matter.
    expect(may(recommendedOn(past.takenBack('gate-overruled')), 'decided')).toBe('yes')
    const later = recommended.by(one).happened('gate-overruled', '2015-04-02', { gate: 'recommend-grant' }).by(ids.catalyst)
    expect(may(later.takenBack('gate-overruled'), 'decided')).toBe('yes')
    const asked = recommendedOn(past).facts
    expect(boundBy({ facts: asked }, { part: 'decided', grantId: ids.text, oid: one })?.kind).toBe('overruled-asking')
    const back = recommendedOn(past).takenBack('gate-overruled').facts
    expect(boundBy({ facts: back }, { part: 'decided', grantId: ids.text, oid: one })).toBeUndefined()
  })

  test('is bound though another puts its day right; whoever makes it a payment’s gate is bound as well', () => {
    expect(may(wentOn.by(ids.verifier).putRight('gate-overruled', '2015-03-02'), 'paid')).toBe('overruled-gate')
    const twice = wentOn.by(ids.verifier).putRight('gate-overruled', '2015-03-02').putRight('replace', '2015-03-03')
    expect(may(twice, 'paid')).toBe('overruled-gate')
    const other = recommended.by(ids.verifier).happened('gate-overruled', '2015-03-01', { gate: 'list' })
    expect(may(other.by(one).putRight('gate-overruled', '2015-03-01', { gate: 'pay-grant' }), 'paid')).toBe('overruled-gate')
  })
})

describe('whoever declared an interest', () => {
  const bound = 'yes | has-interest | has-interest | has-interest | has-interest'
  const declared = recommended.happened('interest-declared', '2015-03-01', { person: one })

  test('may say that they are worth a grant, and nothing more', () => {
    expect(mayAll(declared)).toBe(bound)
  })

  test('is bound though it is taken back', () => {
    expect(mayAll(declared.takenBack('interest-declared'))).toBe(bound)
  })

  test('is the one it is about, not the one who recorded it', () => {
    expect(mayAll(recommended.by(one).happened('interest-declared', '2015-03-01', { person: ids.payer }))).toBe(
      'yes | yes | yes | yes | yes',
    )
  })

  test('is told of their work first, where they work with them as well', () => {
    expect(may(assignedTo(declared, one), 'paid')).toBe('works-on-it')
  })
})
