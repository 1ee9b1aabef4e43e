import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asOf } from '#domain/caseListing.ts'
import type { Fact, NewHappening } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, day, daysBetween } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { toPence } from '#domain/quantities.ts'
import type { Needed } from '#domain/today.ts'
import { byUrgency, groupOf, inOrderOfUrgency, loadsOf, neededBy } from '#domain/today.ts'
import type { TodayQuestion } from '#domain/todayQuestion.ts'
import { todayGroups } from '#domain/todayQuestion.ts'
import { needOf } from '#domain/todayReasons.ts'
import type { Reason } from '#domain/todaySchemas.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, ids, supported, trading } from '../builders.ts'
import { anyProgramme, askedFrom, askedTo } from './anyProgramme.ts'
import { stampOf } from './anyFacts.ts'

const asked = (today: PlainDate): TodayQuestion => ({ today, rules: defaultRules, fundedUntil: day('2020-03-31'), templatesFrom: {} })

// Wednesday 6 May 2015.
const today = day('2015-05-06')
const neededAt = (story: Journey, on = today): Needed => neededBy({ supportCase: story.asAt(on), takenInBy: undefined }, asked(on))

const promise = (about: 'visit' | 'money', dueOn: string, at?: string): Reason => ({
  kind: 'task',
  on: day(dueOn),
  task: 't1',
  about,
  at: at ?? null,
  template: false,
  words: null,
  papers: null,
})
const insurance = (on: string): Reason => ({ kind: 'check', on: day(on), check: 'public-liability', ends: true })
const silence = (on: string): Reason => ({ kind: 'silent', on: day(on), since: day('2015-01-01') })

describe('the groups', () => {
  test.each([
    ['2015-05-05', 'overdue'],
    ['2015-05-06', 'today'],
    ['2015-05-07', 'this-week'],
    ['2015-05-13', 'this-week'],
    ['2015-05-14', 'coming'],
  ])('what is due on %s is %s on 6 May', (on, group) => expect(groupOf(promise('visit', on), today)).toBe(group))

  test('CQC’s own aim, and a check that lapsed, are never late', () => {
    expect(groupOf({ kind: 'with-cqc', on: day('2015-01-01'), since: day('2014-10-23') }, today)).toBe('coming')
    expect(groupOf({ kind: 'cqc-check', on: day('2015-01-01'), because: 'lapsed', what: null }, today)).toBe('coming')
    expect(groupOf({ kind: 'cqc-check', on: day('2015-05-05'), because: 'changed', what: 'found-cover' }, today)).toBe('overdue')
  })

  test('being asked to take a record over is for today until it is answered', () => {
    expect(groupOf({ kind: 'handover', on: day('2015-05-01'), to: ids.payer, from: ids.catalyst }, today)).toBe('today')
  })
})

describe('the order', () => {
  test('in a group is a legal day, then money, then a promise, then a habit, and then the day', () => {
    const reasons = [
      silence('2015-04-01'),
      promise('visit', '2015-04-02'),
      promise('money', '2015-04-20'),
      promise('visit', '2015-04-01'),
      insurance('2015-05-03'),
    ]
    expect(reasons.toSorted((a, b) => byUrgency(a, b, today))).toEqual([
      insurance('2015-05-03'),
      promise('money', '2015-04-20'),
      promise('visit', '2015-04-01'),
      promise('visit', '2015-04-02'),
      silence('2015-04-01'),
    ])
  })

  test('of a day is by the clock, and what has no time comes after', () => {
    const reasons = [promise('visit', '2015-05-06'), promise('visit', '2015-05-06', '14:00'), promise('visit', '2015-05-06', '09:30')]
    const sorted = reasons.toSorted((a, b) => byUrgency(a, b, today)).map(reason => (reason.kind === 'task' ? reason.at : ''))
    expect(sorted).toEqual(['09:30', '14:00', null])
  })

  test('of the page is by the most urgent reason of each row, whatever else a row has', () => {
    const rows = [
      { id: 'c', reasons: [promise('visit', '2015-05-06')] as [Reason] },
      { id: 'b', reasons: [promise('visit', '2015-05-01'), insurance('2015-06-01')] as [Reason, Reason] },
      { id: 'a', reasons: [promise('visit', '2015-05-06')] as [Reason] },
    ]
    expect(inOrderOfUrgency(rows, today).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })
})

describe('the load', () => {
  const by = (catalyst: string, story: Journey) => story.happened('assigned', '2015-01-20', { catalyst })

  test('counts enterprises by who works on them, those that nobody works on last', () => {
    const late = supported().happened('task-set', '2015-02-01', { task: 't1', about: 'visit', dueOn: day('2015-05-01') })
    const all = [
      // Silent: taken on on 20 January; stuck in its idea as well, and one row all the same.
      neededAt(by(ids.payer, supported())),
      // Late, and silent.
      neededAt(by(ids.catalyst, late)),
      // Reached on 5 May, with a visit on the 8th; its idea was agreed on the 1st.
      neededAt(
        by(ids.catalyst, supported())
          .ideaAgreed('2015-05-01')
          .reached('2015-05-05')
          .happened('task-set', '2015-05-05', { task: 't2', about: 'visit', dueOn: day('2015-05-08') }),
      ),
      neededAt(anEnquiry()),
      neededAt(by(ids.catalyst, trading().stopped('2015-04-01'))),
      // A grant that was decided on 1 April should be paid by 1 May: it is stuck.
      neededAt(by(ids.payer, supported()).ideaAgreed('2015-05-01').reached('2015-05-05').granted('2015-04-01')),
    ]
    expect(loadsOf(all, today)).toEqual([
      { catalyst: ids.catalyst, open: 2, overdue: 1, thisWeek: 1, silent: 1, stuck: 1 },
      { catalyst: ids.payer, open: 2, overdue: 2, thisWeek: 0, silent: 1, stuck: 2 },
      { catalyst: null, open: 1, overdue: 1, thisWeek: 0, silent: 0, stuck: 0 },
    ])
  })

  test('does not count a record for today because somebody else is asked to take it over', () => {
    const offered = by(ids.catalyst, supported()).ideaAgreed('2015-05-01').reached('2015-05-05')
    const asks = neededAt(offered.happened('handover-offered', '2015-05-05', { to: ids.payer }))
    expect(loadsOf([asks], today)).toEqual([{ catalyst: ids.catalyst, open: 1, overdue: 0, thisWeek: 0, silent: 0, stuck: 0 }])
  })
})

const anyDay = fc.integer({ min: 0, max: daysBetween(askedFrom, askedTo) }).map(days => addDays(askedFrom, days))
const neededOf = (facts: readonly Fact[], on: PlainDate): Needed =>
  neededBy({ supportCase: asOf(facts, on), takenInBy: facts[0]?.recordedBy }, asked(on))

test('a row is in the group of its most urgent reason, whatever is on record', () => {
  fc.assert(
    fc.property(anyProgramme, anyDay, (programme, on) => {
      for (const { facts } of programme) {
        const groups = neededOf(facts, on).reasons.map(reason => todayGroups.indexOf(groupOf(reason, on)))
        expect(groups[0] ?? 0).toBe(Math.min(...groups, groups[0] ?? 0))
      }
    }),
  )
})

/** What one records today to settle a reason. */
function settling(reason: Reason, on: PlainDate, paused: boolean): NewHappening[] {
  const happenedOn = on
  switch (reason.kind) {
    case 'task':
      return [{ kind: 'task-done', happenedOn, data: { task: reason.task } }]
    case 'enquiry':
      return [{ kind: 'accepted', happenedOn, data: { origin: 'new' } }]
    case 'privacy':
      return [{ kind: 'told-privacy', happenedOn, data: { how: 'by-phone' } }]
    case 'check-in':
      // One call: they were reached, the check-in is answered, and the numbers are told.
      return [
        { kind: 'contact', happenedOn, data: { reached: true } },
        { kind: 'check-in-answered', happenedOn, data: { month: reason.month, answer: paused ? 'paused' : 'trading' } },
        { kind: 'care-return', happenedOn, data: { jobs: 1 } },
      ]
    case 'numbers':
      return [{ kind: 'care-return', happenedOn, data: { jobs: 1 } }]
    case 'check':
      return [{ kind: 'check-seen', happenedOn, data: { check: reason.check, until: addDays(on, 365) } }]
    case 'cqc-check':
      return [{ kind: 'scoped', happenedOn, data: { outcome: 'not-personal-care' } }]
    case 'cqc-notice':
    case 'with-cqc':
      return [{ kind: 'registration-moved', happenedOn, data: { to: 'registered' } }]
    case 'grant-unpaid':
      return [{ kind: 'grant-paid', happenedOn, data: { grantId: reason.grantId, pence: toPence(reason.pence) } }]
    case 'grant-sent-back': {
      const { grantId, number, pence } = reason
      return [{ kind: 'grant-recommended', happenedOn, data: { grantId, pot: ids.pot, number, pence: toPence(pence), gap: 'company' } }]
    }
    case 'grant-receipts':
      return [{ kind: 'grant-evidence-seen', happenedOn, data: { grantId: reason.grantId, pence: toPence(reason.pence) } }]
    case 'handover':
      return [{ kind: 'handover-declined', happenedOn, data: {} }]
    case 'silent':
      return [{ kind: 'contact', happenedOn, data: { reached: true } }]
    case 'change':
    case 'stuck':
      return [{ kind: 'put-off', happenedOn, data: { need: needOf[reason.kind], until: addDays(on, 7), why: 'away' } }]
  }
}

const namedAs = (reason: Reason): string =>
  [reason.kind, 'task' in reason && reason.task, 'check' in reason && reason.check, 'step' in reason && reason.step].join(' ')
const overdueIn = ({ reasons }: Needed, on: PlainDate): string[] => reasons.filter(reason => groupOf(reason, on) === 'overdue').map(namedAs)

test('to settle one thing never makes another overdue', () => {
  fc.assert(
    fc.property(anyProgramme, anyDay, (programme, on) => {
      for (const { facts } of programme) {
        const before = neededOf(facts, on)
        const paused = asOf(facts, on).support.state === 'paused'
        const n = Math.max(0, ...facts.map(fact => fact.n)) + 1
        for (const reason of before.reasons) {
          const after = neededOf([...facts, ...record(settling(reason, on, paused), stampOf(n))], on)
          expect(overdueIn(before, on)).toEqual(expect.arrayContaining(overdueIn(after, on)))
        }
      }
    }),
  )
})

test('what is settled is no reason any more, or is one for a later day', () => {
  const stories = [
    trading().cqcCheck('2015-02-15', 'not-personal-care').reached('2015-05-01').granted('2015-04-01'),
    trading().happened('task-set', '2015-04-01', { task: 't1', about: 'visit', dueOn: day('2015-05-01') }),
    anEnquiry(),
    supported(),
  ]
  for (const story of stories) {
    const [first] = neededAt(story).reasons
    if (!first) throw new Error('nothing to settle')
    const after = neededAt(story.with(settling(first, today, false)))
    expect(overdueIn(after, today)).not.toContain(namedAs(first))
  }
})
