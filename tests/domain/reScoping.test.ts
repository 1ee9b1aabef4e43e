import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseAt } from '#domain/caseAt.ts'
import { reScoping } from '#domain/milestones.ts'
import { nextSteps } from '#domain/nextSteps.ts'
import { day } from '#domain/plainDate.ts'
import { toMinutes } from '#domain/quantities.ts'
import { changeKinds } from '#domain/vocabulary.ts'
import type { Journey } from '../builders.ts'
import { cqcAnswers, noon, supported, trading } from '../builders.ts'
import { anyDay, anyFacts } from './anyFacts.ts'

const { onePerson, twoNo, twoPeople } = cqcAnswers

/** Checked on 1 June 2015: one person gives all the care. Lapses after 1 June 2016. */
const checked = trading().happened('scoped', '2015-06-01', { outcome: 'individual-1-3-c', answers: onePerson })

const raised = (story: Journey, today = '2015-12-01'): string[] =>
  reScoping(story.asAt(today), day(today))?.raisedBy.map(raise =>
    [raise.because, 'what' in raise ? raise.what : '', raise.on].filter(Boolean).join(' '),
  ) ?? []

describe('a CQC check is to be done again', () => {
  test('not while nothing speaks against it', () => {
    expect(reScoping(checked.asAt(), day('2016-06-01'))).toBeUndefined()
    expect(reScoping(supported().asAt(), day('2016-06-01'))).toBeUndefined()
  })

  test('when its twelve months are over', () => {
    expect(reScoping(checked.asAt(), day('2016-06-02'))).toEqual({ since: '2016-06-01', lapsedOn: '2016-06-01', raisedBy: [] })
  })

  test('when a second worker is taken on, from that day', () => {
    const second = checked.happened('changed', '2015-10-01', { what: 'took-someone-on' })
    expect(reScoping(second.asAt(), day('2015-10-02'))).toEqual({
      since: '2015-10-01',
      lapsedOn: undefined,
      raisedBy: [{ because: 'changed', what: 'took-someone-on', on: '2015-10-01' }],
    })
    expect(nextSteps(second.asAt(), day('2015-10-02'))).toContainEqual({
      step: 'redo-cqc-check',
      on: null,
      since: '2015-10-01',
      month: null,
    })
  })

  test.each(changeKinds.filter(what => !['new-price', 'new-insurance-date', 'could-take-more'].includes(what)))(
    'by the change “%s”',
    what => {
      expect(raised(checked.happened('changed', '2015-10-01', { what }))).toEqual([`changed ${what} 2015-10-01`])
    },
  )

  test.each(['new-price', 'new-insurance-date', 'could-take-more'] as const)('not by the change “%s”', what => {
    expect(raised(checked.happened('changed', '2015-10-01', { what }))).toEqual([])
  })

  test('by a legal form that is not self-employed', () => {
    expect(raised(checked.constituted('2015-10-01', 'cic'))).toEqual(['new-form 2015-10-01'])
    expect(raised(checked.constituted('2015-10-01', 'sole_trader'))).toEqual([])
  })

  test('by numbers that show two or more at work, where it rested on one', () => {
    expect(raised(checked.told('2015-10-01', { jobs: 2 }))).toEqual(['more-people 2015-10-01'])
    expect(raised(checked.told('2015-10-01', { jobs: 1 }))).toEqual([])
    expect(
      raised(trading().happened('scoped', '2015-06-01', { outcome: 'not-personal-care', answers: twoNo }).told('2015-10-01', { jobs: 2 })),
    ).toEqual([])
  })

  test('by numbers that show a council contract, where there was none', () => {
    expect(raised(checked.told('2015-10-01', { paid: { councilContract: toMinutes(60) } }))).toEqual(['council-contract 2015-10-01'])
    expect(raised(checked.told('2015-10-01', { paid: { directPayment: toMinutes(60) } }))).toEqual([])
  })

  test('by personal care that begins, where there was none', () => {
    const none = trading().happened('scoped', '2015-06-01', { outcome: 'not-personal-care', answers: twoNo })
    expect(raised(none.told('2015-10-01', { personalCareMinutes: toMinutes(60) }))).toEqual(['personal-care 2015-10-01'])
    const offers = { services: ['home-help'], purposes: ['personal-care'] as const }
    expect(raised(none.happened('services-offered', '2015-10-01', { ...offers, purposes: [...offers.purposes] }))).toEqual([
      'personal-care 2015-10-01',
    ])
    expect(raised(checked.happened('services-offered', '2015-10-01', { ...offers, purposes: [...offers.purposes] }))).toEqual([])
  })

  test('once for each thing, however often it is told', () => {
    const twice = checked.told('2015-09-01', { jobs: 2 }).told('2015-10-01', { jobs: 3 })
    expect(raised(twice)).toEqual(['more-people 2015-09-01'])
  })
})

describe('what is no reason', () => {
  test('is what was told before the check, on the same day too', () => {
    const before = trading().happened('changed', '2015-06-01', { what: 'took-someone-on' })
    expect(raised(before.happened('scoped', '2015-06-01', { outcome: 'required', answers: twoPeople }))).toEqual([])
    expect(raised(checked.happened('changed', '2015-06-01', { what: 'took-someone-on' }))).toEqual(['changed took-someone-on 2015-06-01'])
  })

  test('is anything, once they are known to have to register, once they applied, or once the record ended', () => {
    const must = trading().happened('scoped', '2015-06-01', { outcome: 'required', answers: twoPeople })
    expect(raised(must.happened('changed', '2015-10-01', { what: 'took-someone-on' }))).toEqual([])
    const second = checked.happened('changed', '2015-10-01', { what: 'took-someone-on' })
    expect(raised(second.registration('2015-10-05', 'preparing'))).toEqual([])
    expect(raised(second.stopped('2015-10-05'))).toEqual([])
    expect(raised(second.paused('2015-10-05'))).toHaveLength(1)
  })

  test('is what was raised, once the check was done again', () => {
    const second = checked.happened('changed', '2015-10-01', { what: 'took-someone-on' })
    expect(
      raised(second.happened('scoped', '2015-10-08', { outcome: 'refer-to-cqc', answers: { ...twoPeople, inCharge: 'not-sure' } })),
    ).toEqual([])
  })
})

describe('as at a day, and as known at an instant', () => {
  // Taken on on 1 October, and typed in on 20 November.
  const late = checked.writtenOn('2015-11-20').happened('changed', '2015-10-01', { what: 'took-someone-on' })

  test('a second worker who was typed in late raises it from the day they were taken on', () => {
    expect(reScoping(caseAt(late.facts, { asAt: day('2015-09-30') }), day('2015-09-30'))).toBeUndefined()
    expect(reScoping(caseAt(late.facts, { asAt: day('2015-10-01') }), day('2015-10-01'))?.since).toBe('2015-10-01')
  })

  test('and was not known before it was typed in', () => {
    const asked = { asAt: day('2015-10-31'), knownAt: noon('2015-10-31') }
    expect(reScoping(caseAt(late.facts, asked), asked.asAt)).toBeUndefined()
  })

  test('taken back, it is no reason any more', () => {
    expect(raised(late.takenBack('changed'))).toEqual([])
  })
})

test('whatever is recorded: a check that nothing raised holds for twelve months, and each reason comes after the check', () => {
  fc.assert(
    fc.property(anyFacts(), anyDay, (facts, today) => {
      const supportCase = caseAt(facts, { asAt: today })
      const again = reScoping(supportCase, today)
      if (!again || supportCase.scoping.state !== 'recorded') return
      const { on, raisedBy } = supportCase.scoping
      expect(again.since <= today && again.since >= on).toBe(true)
      expect(again.lapsedOn !== undefined || raisedBy.length > 0).toBe(true)
      for (const raise of raisedBy) expect(raise.on >= on && raise.on <= today).toBe(true)
    }),
  )
})
