import fc from 'fast-check'
import type { CaseFacts } from '#domain/cohortMembers.ts'
import type { Fact, NewFact, NewHappening } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import { addDays, addMonths, day } from '#domain/plainDate.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { checkInMonths, correctionReasons } from '#domain/vocabulary.ts'
import { caseIdOf } from '../builders.ts'
import { anyData, anyFacts, stampOf } from './anyFacts.ts'

/** The first and the last day on which the generated programmes are asked about. */
export const askedFrom = day('2015-01-01')
export const askedTo = day('2018-12-31')

/** Nothing, so many times as often as something. */
const nothingOr = <T>(value: fc.Arbitrary<T>, nothings = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: nothings, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
const days = (min: number, max: number) => fc.integer({ min, max })

const anyBeginning = fc.record({
  enquiredOn: days(0, 900).map(after => addDays(day('2014-01-06'), after)),
  area: fc.constantFrom(undefined, 'north', 'south'),
  answer: fc.constantFrom('new', 'new', 'new', 'existing', 'spin-out', 'advised-only', 'declined', 'none'),
  idea: nothingOr(days(0, 60)),
  setUp: nothingOr(fc.record({ after: days(0, 120), data: anyData.constituted })),
  scoped: nothingOr(fc.record({ after: days(0, 60), data: anyData.scoped })),
  registered: nothingOr(days(60, 200)),
  grant: nothingOr(fc.record({ after: days(10, 200), data: anyData['grant-decided'], isPaid: fc.boolean() })),
})

const anyTrading = fc.record({
  after: days(-400, 300),
  watchedAfter: nothingOr(days(-30, 800), 8),
  checkIns: fc.tuple(
    ...checkInMonths.map(() =>
      fc.constantFrom('answered', 'answered', 'missed', 'none').chain(state =>
        fc.record({
          state: fc.constant(state),
          off: days(-15, 70),
          answer: fc.constantFrom('trading', 'trading', 'trading', 'paused', 'stopped'),
        }),
      ),
    ),
  ),
  returns: fc.array(fc.record({ after: days(0, 1000), data: anyData['care-return'] }), { maxLength: 3 }),
  contacts: fc.array(fc.record({ after: days(0, 1000), data: anyData.contact }), { maxLength: 3 }),
  pause: nothingOr(fc.record({ after: days(1, 800), lasts: nothingOr(days(1, 300)) }), 5),
  ending: nothingOr(
    fc.record({ after: days(0, 1200), kind: fc.constantFrom('stopped', 'stopped', 'left-sight'), opens: nothingOr(days(1, 300), 5) }),
  ),
})

type Beginning = typeof anyBeginning extends fc.Arbitrary<infer T> ? T : never
type Traded = typeof anyTrading extends fc.Arbitrary<infer T> ? T : never

const at = (on: PlainDate | undefined, rest: object): NewHappening[] => (on ? [{ happenedOn: on, ...rest } as NewHappening] : [])

function beginningFacts({ enquiredOn, area, answer, idea, setUp, scoped, registered, grant }: Beginning): NewHappening[] {
  const after = (count: number | undefined) => (count === undefined ? undefined : addDays(enquiredOn, count))
  const paid = grant?.isPaid ? { kind: 'grant-paid', data: { grantId: grant.data.grantId, pence: grant.data.pence } } : undefined
  return [
    ...at(enquiredOn, { kind: 'enquired', data: { reference: 'LM-001', area } }),
    ...(answer === 'none' ? [] : answered(enquiredOn, answer)),
    ...at(after(idea), { kind: 'idea-agreed', data: {} }),
    ...at(after(setUp?.after), { kind: 'constituted', data: setUp?.data }),
    ...at(after(scoped?.after), { kind: 'scoped', data: scoped?.data }),
    ...at(after(registered), { kind: 'registration-moved', data: { to: 'registered' } }),
    ...at(after(grant?.after), { kind: 'grant-decided', data: grant?.data }),
    ...(paid ? at(after((grant?.after ?? 0) + 5), paid) : []),
  ]
}

function answered(on: PlainDate, answer: Exclude<Beginning['answer'], 'none'>): NewHappening[] {
  if (answer === 'advised-only') return at(on, { kind: answer, data: {} })
  return answer === 'declined'
    ? at(on, { kind: answer, data: { reason: 'other' } })
    : at(on, { kind: 'accepted', data: { origin: answer } })
}

function tradingFacts(enquiredOn: PlainDate, { after, watchedAfter, checkIns, returns, contacts, pause, ending }: Traded): NewHappening[] {
  const began = addDays(enquiredOn, after)
  const later = (count: number | undefined) => (count === undefined ? undefined : addDays(began, count))
  const followedFrom = later(watchedAfter)
  const resumes = pause?.lasts === undefined ? undefined : pause.after + pause.lasts
  const opens = ending?.opens === undefined ? undefined : ending.after + ending.opens
  return [
    ...at(began, { kind: 'trading-began', data: followedFrom ? { followedFrom } : {} }),
    ...checkIns.flatMap(({ state, off, answer }, place) => {
      const month = checkInMonths[place] ?? 6
      const on = addDays(addMonths(began, month), off)
      if (state === 'none') return []
      return state === 'missed'
        ? at(on, { kind: 'check-in-missed', data: { month } })
        : at(on, { kind: 'check-in-answered', data: { month, answer } })
    }),
    ...returns.flatMap(each => at(later(each.after), { kind: 'care-return', data: each.data })),
    ...contacts.flatMap(each => at(later(each.after), { kind: 'contact', data: each.data })),
    ...at(later(pause?.after), { kind: 'paused', data: {} }),
    ...at(later(resumes), { kind: 'resumed', data: {} }),
    ...at(later(ending?.after), {
      kind: ending?.kind,
      data: ending?.kind === 'stopped' ? { ending: 'unknown' } : { leaving: 'moved-away' },
    }),
    ...at(later(opens), { kind: 'reopened', data: {} }),
  ]
}

/** Entries taken back or moved to another day. */
const anyCorrections = fc.array(fc.record({ pick: fc.nat(), moved: nothingOr(days(-200, 200)) }), { maxLength: 2 })

function correctionsOf(facts: readonly Fact[], corrections: readonly { pick: number; moved: number | undefined }[]): NewFact[] {
  const [reason] = correctionReasons
  const picked = new Map(corrections.map(each => [each.pick % facts.length, each]))
  return [...picked].flatMap(([place, { moved }]): NewFact[] => {
    const fact = facts[place]
    if (!fact || fact.kind === 'withdraw' || fact.kind === 'replace') return []
    if (moved === undefined) return [{ kind: 'withdraw', data: { of: fact.id, reason } }]
    return [{ kind: 'replace', data: { of: fact.id, reason, happenedOn: addDays(fact.happenedOn, moved), data: fact.data } }]
  })
}

/** The journey of one enterprise, in entries of log numbers up to about 60: mostly one that makes sense, with corrections. */
const anyJourney: fc.Arbitrary<Fact[]> = fc
  .record({
    beginning: anyBeginning,
    traded: fc.option(anyTrading, { nil: undefined }),
    corrections: anyCorrections,
    from: days(1, 30),
    late: fc.array(fc.nat(), { maxLength: 3 }),
  })
  .map(({ beginning, traded, corrections, from, late }) => {
    const happenings = [...beginningFacts(beginning), ...(traded ? tradingFacts(beginning.enquiredOn, traded) : [])]
    const inOrder = happenings.toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0))
    // What is written down late comes after the others.
    const isLate = (place: number) => late.some(each => each % inOrder.length === place)
    const written = [...inOrder.filter((_, place) => !isLate(place)), ...inOrder.filter((_, place) => isLate(place))]
    const facts = written.flatMap((fact, place) => record([fact], stampOf(from + place)))
    return [...facts, ...correctionsOf(facts, corrections).flatMap((fact, place) => record([fact], stampOf(from + facts.length + place)))]
  })

/** A programme of up to 15 enterprises; some of their records make no sense at all. */
export const anyProgramme: fc.Arbitrary<CaseFacts[]> = fc
  .array(fc.oneof({ weight: 9, arbitrary: anyJourney }, { weight: 1, arbitrary: anyFacts(10) }), { maxLength: 15, size: 'medium' })
  .map(stories => stories.map((facts, place) => ({ caseId: caseIdOf(place + 1), facts })))

/** The same programme, every enterprise of it watched from the day it began. */
export const watchedFromTheStart = (cases: readonly CaseFacts[]): CaseFacts[] =>
  cases.map(({ caseId, facts }) => ({
    caseId,
    facts: facts.map(fact => {
      if (fact.kind === 'trading-began') return { ...fact, data: {} }
      return fact.kind === 'replace' && 'followedFrom' in fact.data.data ? { ...fact, data: { ...fact.data, data: {} } } : fact
    }),
  }))
