import fc from 'fast-check'
import type { Fact, FactId, HappeningKind, NewFact, NewHappening } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import { addDays, day, instantAt } from '#domain/plainDate.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { toMinutes, toPence } from '#domain/quantities.ts'
import type { HappeningData } from '#domain/schemas.ts'
import {
  attributeKinds,
  documentKinds,
  gates,
  listingKinds,
  needs,
  putOffReasons,
  sessionKinds,
  skills,
  taskAbouts,
  trainingPayers,
  withdrawalReasons,
} from '#domain/besideVocabulary.ts'
import {
  capacityGaps,
  changeKinds,
  checkInAnswers,
  checkInMonths,
  checks,
  contactChannels,
  correctionReasons,
  cqcPapers,
  declineReasons,
  endings,
  heardStates,
  leavings,
  legalForms,
  origins,
  ownerships,
  permissionUses,
  registrationStates,
  scopingOutcomes,
  tellings,
  ventureKinds,
} from '#domain/vocabulary.ts'
import { accountChecks, clawbackReasons, closings, flagAnswers, ruleResults } from '#domain/grantVocabulary.ts'
import { cqcAnswers, ids } from '../builders.ts'

const firstDay = day('2014-01-01')

/** A day in the four years from 2014 on. */
export const anyDay: fc.Arbitrary<PlainDate> = fc.integer({ min: 0, max: 1460 }).map(days => addDays(firstDay, days))

const oneOf = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const pence = fc.integer({ min: 0, max: 500_00 }).map(toPence)
const minutes = maybe(fc.integer({ min: 0, max: 6_000 }).map(toMinutes))
const count = maybe(fc.integer({ min: 0, max: 20 }))
const slug = oneOf(['north', 'south', 'moor-end'])
/** Few grants, so that decisions and payments meet. */
const grantId = oneOf([ids.grant, ids.text])
const nothing = fc.constant({})
const few = fc.integer({ min: 0, max: 20 })
/** Few to-dos, so that settings and endings meet. */
const taskId = oneOf([ids.grant, 'first-visit'])

const pot = fc.constant(ids.pot)
const account = fc.record({ how: oneOf(accountChecks), checkedOn: anyDay })
const reference = maybe(oneOf(['BACS/20150601', 'CR-0071']))
const rules = maybe(fc.array(fc.record({ rule: slug, result: oneOf(ruleResults), textId: maybe(fc.constant(ids.text)) }), { maxLength: 2 }))
const panel = maybe(
  fc.record({ present: fc.array(fc.constant<string>(ids.decider), { maxLength: 1 }), interested: fc.constant<string[]>([]) }),
)

/** Data of every kind of happening, all of it valid. */
export const anyData: { readonly [K in HappeningKind]: fc.Arbitrary<HappeningData[K]> } = {
  enquired: fc.record({ reference: oneOf(['LM-001', 'LM-002']), area: maybe(slug), ventureKind: maybe(oneOf(ventureKinds)) }),
  accepted: fc.record({ origin: oneOf(origins) }),
  'advised-only': nothing,
  declined: fc.record({ reason: oneOf(declineReasons) }),
  assigned: fc.record({ catalyst: oneOf([ids.catalyst, ids.payer]) }),
  'idea-agreed': fc.record({ shapedWithPeople: maybe(fc.boolean()) }),
  'form-chosen': fc.record({ form: oneOf(legalForms) }),
  constituted: fc.record({ form: oneOf(legalForms) }),
  scoped: fc.record({ outcome: oneOf(scopingOutcomes), answers: maybe(oneOf(Object.values(cqcAnswers))), trueFrom: maybe(anyDay) }),
  'registration-moved': fc.record({ to: oneOf(registrationStates) }),
  'grant-recommended': fc.record({
    grantId,
    pot,
    number: fc.integer({ min: 1, max: 3 }),
    pence,
    gap: oneOf(capacityGaps),
    flags: maybe(fc.record({ 'same-household': oneOf(flagAnswers) })),
  }),
  'grant-assessed': fc.record({ grantId, pence, recommends: fc.boolean(), rules }),
  'grant-sent-back': fc.record({ grantId }),
  'grant-turned-down': fc.record({ grantId, rules, panel }),
  'grant-decided': fc.record({ grantId, pence, gap: oneOf(capacityGaps), rules, panel }),
  'grant-offered': fc.record({ grantId }),
  'grant-accepted': fc.record({ grantId, confirmed: maybe(fc.boolean()), earlierPence: maybe(pence) }),
  'grant-verified': fc.record({ grantId, account }),
  'grant-paid': fc.record({ grantId, pence, account: maybe(account), reference, evidenceDueOn: maybe(anyDay) }),
  'grant-evidence-seen': fc.record({ grantId, pence }),
  'grant-returned': fc.record({ grantId, pence, reference }),
  'grant-asked-back': fc.record({ grantId, pence, reason: oneOf(clawbackReasons) }),
  'grant-clawed-back': fc.record({ grantId, pence, reference }),
  'grant-written-off': fc.record({ grantId, pence }),
  'grant-closed': fc.record({ grantId, why: oneOf(closings) }),
  'interest-declared': fc.record({ person: oneOf([ids.catalyst, ids.payer]) }),
  'trading-began': fc.record({ followedFrom: maybe(anyDay) }),
  'check-in-answered': fc.record({ month: oneOf(checkInMonths), answer: oneOf(checkInAnswers) }),
  'check-in-missed': fc.record({ month: oneOf(checkInMonths) }),
  'care-return': fc.record({ jobs: count, minutesPerWeek: minutes, people: count }),
  contact: fc.record({
    reached: fc.boolean(),
    heard: maybe(oneOf(heardStates)),
    channel: maybe(oneOf(contactChannels)),
    session: maybe(oneOf(sessionKinds)),
  }),
  paused: nothing,
  resumed: nothing,
  stopped: fc.record({ ending: oneOf(endings) }),
  'left-sight': fc.record({ leaving: oneOf(leavings) }),
  reopened: nothing,
  'price-set': fc.record({ pencePerHour: pence }),
  'services-offered': fc.record({ services: fc.array(slug, { maxLength: 3 }) }),
  'areas-served': fc.record({ areas: fc.array(slug, { maxLength: 3 }) }),
  'check-seen': fc.record({ check: oneOf(checks), until: maybe(anyDay) }),
  'told-privacy': fc.record({ how: oneOf(tellings) }),
  'permission-given': fc.record({ use: oneOf(permissionUses), until: maybe(anyDay) }),
  'permission-ended': fc.record({ use: oneOf(permissionUses) }),
  'members-counted': fc.record({ people: few, families: few, workers: few, volunteers: few }),
  'ownership-classed': fc.record({ ownership: oneOf(ownerships) }),
  'paper-ready': fc.record({ paper: oneOf(cqcPapers), ready: fc.boolean() }),
  changed: fc.record({ what: oneOf(changeKinds) }),
  'signed-off': fc.record({ until: maybe(anyDay) }),
  'sign-off-ended': fc.record({ reason: oneOf(withdrawalReasons) }),
  listed: fc.record({ in: oneOf(listingKinds), directory: maybe(slug) }),
  delisted: fc.record({ in: oneOf(listingKinds), reason: oneOf(withdrawalReasons) }),
  'gate-overruled': fc.record({ gate: oneOf(gates) }),
  'training-needed': fc.record({ skill: oneOf(skills) }),
  'training-done': fc.record({ skill: oneOf(skills), pence: maybe(pence), paidBy: maybe(oneOf(trainingPayers)) }),
  attribute: fc.record({
    attribute: oneOf(attributeKinds),
    codes: maybe(fc.array(slug, { maxLength: 3 })),
    value: count,
    until: maybe(anyDay),
  }),
  'task-set': fc.record({ task: taskId, about: oneOf(taskAbouts), dueOn: anyDay }),
  'task-done': fc.record({ task: taskId, dropped: maybe(fc.boolean()) }),
  'task-put-off': fc.record({ task: taskId, until: anyDay, why: oneOf(putOffReasons) }),
  'put-off': fc.record({ need: oneOf(needs), until: anyDay, why: oneOf(putOffReasons) }),
  'handover-offered': fc.record({ to: oneOf([ids.catalyst, ids.payer]) }),
  'handover-declined': nothing,
  'document-linked': fc.record({ document: oneOf(documentKinds) }),
  'merged-into': fc.record({ into: fc.constant(ids.text) }),
}

const anyHappening: fc.Arbitrary<NewHappening> = fc.oneof(
  ...Object.entries(anyData).map(([kind, data]) =>
    fc.record({ happenedOn: anyDay, data: data as fc.Arbitrary<object> }).map(rest => ({ kind, ...rest }) as NewHappening),
  ),
)

/** What is written next: a happening, or a correction of an entry that still stands. `pick` says which one. */
type Next = { happening: NewHappening } | { correct: 'withdraw' | 'replace'; pick: number; on: PlainDate }

const anyNext: fc.Arbitrary<Next> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ happening: anyHappening }) },
  { weight: 1, arbitrary: fc.record({ correct: oneOf(['withdraw', 'replace'] as const), pick: fc.nat(), on: anyDay }) },
)

/** A list of facts as a log may hold them: happenings in any order of days, corrections, corrections of corrections, entries of many facts. */
export const anyFacts = (maxLength = 25): fc.Arbitrary<Fact[]> =>
  fc.array(fc.record({ next: anyNext, later: fc.integer({ min: 0, max: 3 }) }), { maxLength }).map(writing => {
    const facts: Fact[] = []
    for (const { next, later } of writing) {
      const fact = newFact(facts, next)
      const [n, place] = placeAfter(facts.at(-1), later)
      if (fact) facts.push(...record([fact], { ...stampOf(n), firstPlace: place }))
    }
    return facts
  })

/** The stamp of a log number: one day after another. */
export const stampOf = (n: number) =>
  ({ n, recordedAt: instantAt(Date.UTC(2016, 0, 1) + n * 86_400_000), recordedBy: ids.catalyst, via: 'person' }) as const

function placeAfter(last: Fact | undefined, later: number): [n: number, place: number] {
  if (!last) return [1, 0]
  return later === 0 ? [last.n, Number(last.id.split('.')[1]) + 1] : [last.n + later, 0]
}

function newFact(facts: readonly Fact[], next: Next): NewFact | undefined {
  if ('happening' in next) return next.happening
  const standing = stillStanding(facts)
  const target = standing[next.pick % Math.max(1, standing.length)]
  if (!target) return undefined
  const [reason] = correctionReasons
  if (next.correct === 'withdraw') return { kind: 'withdraw', data: { of: target.id, reason } }
  if (target.kind === 'withdraw') return undefined
  const data = target.kind === 'replace' ? target.data.data : target.data
  return { kind: 'replace', data: { of: target.id, reason, happenedOn: next.on, data } }
}

/** Entries that no standing correction has hidden: only these can be corrected. */
function stillStanding(facts: readonly Fact[]): Fact[] {
  const hiddenBy = new Map<FactId, Fact>()
  for (const fact of facts) {
    if (fact.kind !== 'withdraw' && fact.kind !== 'replace') continue
    hiddenBy.set(fact.data.of, fact)
    for (const [hidden, by] of hiddenBy) if (fact.kind === 'withdraw' && by.id === fact.data.of) hiddenBy.delete(hidden)
  }
  return facts.filter(({ id }) => !hiddenBy.has(id))
}
