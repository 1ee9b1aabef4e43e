import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '#domain/commandFacts.ts'
import { decide } from '#domain/decide.ts'
import type { Fact, NewFact } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import { day, instantAt } from '#domain/plainDate.ts'
import { correctionSchemas, happeningSchemas } from '#domain/schemas.ts'
import { changeKinds, checkInMonths, correctionReasons, endings, heardStates, toldBys } from '#domain/vocabulary.ts'
import { cqcAnswers, ids } from '../builders.ts'
import { anyData, anyDay, anyFacts, stampOf } from './anyFacts.ts'

const today = day('2018-06-30')
const nothing = fc.constant({})

/** What each command holds beside its kind and its day. */
const anyBody = {
  enquire: anyData.enquired,
  accept: anyData.accepted,
  'advise-only': nothing,
  decline: anyData.declined,
  assign: anyData.assigned,
  'agree-idea': anyData['idea-agreed'],
  'choose-form': anyData['form-chosen'],
  constitute: fc.record({
    form: anyData.constituted.map(({ form }) => form),
    identifier: fc.constantFrom(undefined, '9876543', '1234567', 'IP1R', '123', 'x'),
  }),
  'record-scoping': fc.constantFrom(
    { outcome: 'not-personal-care', answers: cqcAnswers.twoNo },
    { outcome: 'required', answers: cqcAnswers.twoPeople },
  ),
  'advance-registration': anyData['registration-moved'],
  'award-grant': anyData['grant-decided'],
  'recommend-grant': anyData['grant-recommended'].map(({ number, ...data }) => ({
    ...data,
    grantNumber: number,
    purpose: 'A hoist',
    why: 'Nobody else lifts',
  })),
  'assess-grant': anyData['grant-assessed'].map(data => ({ ...data, note: 'Seen' })),
  'decide-grant': fc
    .tuple(anyData['grant-decided'], fc.constantFrom('yes', 'no', 'ask-for-more'), fc.boolean())
    .map(([{ grantId, pence, rules, panel }, outcome, says]) => ({ grantId, rules, panel, outcome, ...(says && { pence }), note: 'Said' })),
  'offer-grant': anyData['grant-offered'],
  'accept-grant': anyData['grant-accepted'],
  'verify-grant': anyData['grant-verified'],
  'pay-grant': anyData['grant-paid'],
  'see-evidence': anyData['grant-evidence-seen'],
  'take-back-unspent': anyData['grant-returned'],
  'ask-grant-back': anyData['grant-asked-back'].map(data => ({ ...data, note: 'Said' })),
  'recover-grant': anyData['grant-clawed-back'],
  'write-off-grant': anyData['grant-written-off'].map(data => ({ ...data, note: 'Said' })),
  'close-grant': anyData['grant-closed'],
  'declare-interest': anyData['interest-declared'],
  'begin-trading': nothing,
  'answer-check-in': anyData['check-in-answered'],
  'miss-check-in': anyData['check-in-missed'],
  'record-care-return': anyData['care-return'],
  'log-contact': anyData.contact,
  pause: nothing,
  resume: nothing,
  stop: anyData.stopped,
  'leave-sight': anyData['left-sight'],
  reopen: nothing,
  'check-in': fc.record({
    month: fc.option(fc.constantFrom(...checkInMonths), { nil: undefined }),
    answer: fc.constantFrom(...heardStates),
    told: fc.constantFrom(...toldBys),
    same: fc.option(fc.boolean(), { nil: undefined }),
    numbers: fc.option(anyData['care-return'], { nil: undefined }),
    ending: fc.option(fc.constantFrom(...endings), { nil: undefined }),
    changed: fc.option(fc.array(fc.constantFrom(...changeKinds), { maxLength: 3 }), { nil: undefined }),
  }),
  'tell-privacy': anyData['told-privacy'],
  'give-permission': anyData['permission-given'],
  'end-permission': anyData['permission-ended'],
  'count-members': anyData['members-counted'],
  'class-ownership': anyData['ownership-classed'],
  'tick-paper': anyData['paper-ready'],
  'tell-change': anyData.changed,
  'see-check': anyData['check-seen'],
  'sign-off': anyData['signed-off'],
  'end-sign-off': anyData['sign-off-ended'],
  list: anyData.listed,
  delist: anyData.delisted,
  'overrule-gate': anyData['gate-overruled'],
  'need-training': anyData['training-needed'],
  'finish-training': anyData['training-done'],
  'tell-attribute': anyData.attribute,
  'set-price': anyData['price-set'],
  'tell-offer': fc.oneof(
    anyData['services-offered'],
    anyData['areas-served'],
    anyData['price-set'],
    fc.record({ spareMinutes: fc.nat(6_000) }),
  ),
  'do-task': anyData['task-done'],
  'put-off-task': anyData['task-put-off'],
  'put-off': anyData['put-off'],
  'offer-handover': anyData['handover-offered'],
  'link-document': anyData['document-linked'].map(data => ({
    ...data,
    title: 'A plan',
    link: 'https://contoso.sharepoint.com/s/a/plan.docx',
  })),
  'set-task': anyData['task-set'],
  'accept-handover': nothing,
  'decline-handover': nothing,
  withdraw: fc.record({ reason: fc.constantFrom(...correctionReasons) }),
  replace: fc.record({ reason: fc.constantFrom(...correctionReasons) }),
  undo: nothing,
} as const satisfies Record<Command['kind'], fc.Arbitrary<object>>

/** Whoever recorded an entry undoes it at once. */
const undoing = (fact: Fact | undefined): object => ({
  of: fact?.n ?? 1,
  asked: { by: fact?.recordedBy ?? ids.catalyst, at: fact?.recordedAt ?? instantAt(0) },
})

/** A command on these facts; `pick` says which entry it corrects. */
type Asked = (facts: readonly Fact[]) => Command

const anyCommand: fc.Arbitrary<Asked> = fc
  .oneof(
    ...Object.entries(anyBody).map(([kind, body]) =>
      fc.record({ kind: fc.constant(kind), happenedOn: anyDay, body: body as fc.Arbitrary<object>, pick: fc.nat() }),
    ),
  )
  .map(({ kind, happenedOn, body, pick }) => facts => {
    const of = facts[pick % Math.max(1, facts.length)]?.id ?? '1.0'
    return {
      kind,
      happenedOn,
      ...body,
      ...(kind === 'withdraw' || kind === 'replace' ? { of } : {}),
      ...(kind === 'undo' ? undoing(facts[pick % Math.max(1, facts.length)]) : {}),
      textId: ids.text,
      taskId: ids.grant,
    } as Command
  })

const impossible = (facts: readonly Fact[]): string[] =>
  fold(known(facts)).warnings.flatMap(({ severity, about }) => (severity === 'impossible' ? [JSON.stringify(about)] : []))

/** What is in the second list and not in the first, as often as it is. */
function newIn(after: readonly string[], before: readonly string[]): string[] {
  const left = [...before]
  return after.filter(each => {
    const place = left.indexOf(each)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

const added = (facts: readonly Fact[], more: readonly NewFact[]): Fact[] => [...facts, ...record(more, stampOf((facts.at(-1)?.n ?? 0) + 1))]

test('no command that is taken makes a history that cannot be, whatever was on record before', () => {
  fc.assert(
    fc.property(anyFacts(12), anyCommand, (facts, asked) => {
      const decision = decide(facts, asked(facts), today)
      const more = decision.ok ? decision.value : []
      expect(newIn(impossible(added(facts, more)), impossible(facts))).toEqual([])
    }),
  )
})

test('a record that only commands have written makes sense at every number of the log', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 40 }), asked => {
      const facts = asked.reduce<Fact[]>(
        (before, each) => {
          const decision = decide(before, each(before), today)
          return decision.ok ? added(before, decision.value) : before
        },
        added([], [{ kind: 'enquired', happenedOn: day('2014-01-01'), data: { reference: 'LM-001' } }]),
      )
      const numbers = facts.map(({ n }) => n)
      expect(numbers.flatMap(n => impossible(facts.filter(fact => fact.n <= n)))).toEqual([])
    }),
  )
})

test('what a command adds is a fact as its schema says', () => {
  const schemas = { ...happeningSchemas, ...correctionSchemas }
  fc.assert(
    fc.property(anyFacts(6), anyCommand, (facts, asked) => {
      const decision = decide(facts, asked(facts), today)
      const wrong = decision.ok ? decision.value.filter(({ kind, data }) => !schemas[kind].safeParse(data).success) : []
      expect(wrong).toEqual([])
    }),
  )
})

test('a command refuses or takes the same facts in the same way whichever way round they are read', () => {
  fc.assert(
    fc.property(anyFacts(12), anyCommand, (facts, asked) => {
      const command = asked(facts)
      expect(decide([...facts].reverse(), command, today)).toEqual(decide(facts, command, today))
    }),
  )
})
