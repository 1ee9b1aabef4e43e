import { describe, expect, test } from 'vitest'
import { cohortFigures } from '#domain/cohort.ts'
import { decide } from '#domain/decide.ts'
import { fullTimeHundredths, numbersNow, tooLarge } from '#domain/numbersNow.ts'
import { day } from '#domain/plainDate.ts'
import { toMinutes } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { trading } from '../builders.ts'

const minutes = (hours: number) => toMinutes(60 * hours)
const told = trading()
  .answered(6, '2015-09-03')
  .told('2015-09-03', { people: 5, minutesPerWeek: minutes(16), jobs: 1 })

/** People on a day, and until when they hold. */
function now(story: Journey, asAt: string): string {
  const numbers = numbersNow(story.asAt(asAt), day(asAt))
  if (!numbers) return 'nothing'
  const { careReturn, goodUntil, isEstimate } = numbers
  return `${careReturn.people}, good until ${goodUntil}${isEstimate ? ', an estimate' : ''}`
}

/** What the cohort counts now. */
const counted = ({ facts }: Journey, asAt: string) =>
  cohortFigures([{ caseId: 'a', facts }], { by: 'enquiry', asAt: day(asAt) }, 0).returns.current.people

describe('the numbers of a day', () => {
  test('are the latest answer, carried forward for twelve months and not a day more', () => {
    expect(now(told, '2015-09-02')).toBe('nothing')
    expect(now(told, '2015-09-03')).toBe('5, good until 2016-09-03')
    expect(now(told, '2016-09-03')).toBe('5, good until 2016-09-03')
    expect(now(told, '2016-09-04')).toBe('nothing')
  })

  test('count in a cohort for as long as they hold, and no longer', () => {
    const followed = told.answered(12, '2016-03-03')
    expect([counted(followed, '2016-09-03'), counted(followed, '2016-09-04')]).toEqual([5, 0])
  })

  test('that the worker only thinks are an estimate, and so are the same numbers repeated as such', () => {
    const guessed = told.told('2016-03-03', { people: 7, told: 'i-think-so' })
    expect(now(guessed, '2016-04-01')).toBe('7, good until 2017-03-03, an estimate')
    expect(now(guessed.told('2016-05-01', { people: 7 }), '2016-06-01')).toBe('7, good until 2017-05-01')
  })

  test('told on 29 February hold until 28 February', () => {
    expect(now(told.told('2016-02-29', { people: 2 }), '2016-03-01')).toBe('2, good until 2017-02-28')
  })
})

describe('full-time equivalents', () => {
  test('20 hours of a 37½-hour week are 0.53, and 37½ are one', () => {
    // 1,200 ÷ 2,250 = 0.5333…
    expect(fullTimeHundredths(1_200, 2_250)).toBe(53)
    expect(fullTimeHundredths(2_250, 2_250)).toBe(100)
  })

  test('follow the setting: 20 hours of a 40-hour week are a half', () => {
    expect(fullTimeHundredths(1_200, 2_400)).toBe(50)
  })

  test('are rounded once, half away from zero', () => {
    // 9 ÷ 2,400 = 0.375 hundredths; 12 ÷ 2,400 = 0.5 hundredths.
    expect([fullTimeHundredths(9, 2_400), fullTimeHundredths(12, 2_400)]).toEqual([0, 1])
  })
})

describe('a part that is more than the whole', () => {
  const hours = { minutesPerWeek: minutes(20) }
  test.each<[string, object, string | undefined]>([
    ['council-paid hours above all hours', { ...hours, councilPaidMinutes: minutes(20.25) }, 'council'],
    ['council-paid hours as all hours', { ...hours, councilPaidMinutes: minutes(20) }, undefined],
    ['personal care above all hours', { ...hours, personalCareMinutes: minutes(21) }, 'personal-care'],
    ['payers that add up to more', { ...hours, paid: { directPayment: minutes(15), selfFunded: minutes(5.25) } }, 'payers'],
    ['payers that add up to all hours', { ...hours, paid: { directPayment: minutes(15), selfFunded: minutes(5) } }, undefined],
    ['payers that add up to less', { ...hours, paid: { free: minutes(1) } }, undefined],
    [
      'direct payments above what the council pays for',
      { councilPaidMinutes: minutes(4), paid: { directPayment: minutes(5) } },
      'council-payers',
    ],
    [
      'kinds that with personal care add up to more',
      { ...hours, personalCareMinutes: minutes(15), kinds: { company: minutes(6) } },
      'kinds',
    ],
    // A week has 168 hours.
    ['336 hours for two people, day and night', { jobs: 2, minutesPerWeek: minutes(336) }, undefined],
    ['more hours than two people have in a week', { jobs: 2, minutesPerWeek: minutes(336.25) }, 'week'],
    ['5,000 hours where nobody said how many work in it', { minutesPerWeek: minutes(5_000) }, undefined],
    ['more than that', { minutesPerWeek: minutes(5_000.25) }, 'week'],
    ['parts of hours that were not told', { councilPaidMinutes: minutes(40) }, undefined],
  ])('%s', (_, numbers, part) => {
    expect(tooLarge(numbers)).toBe(part)
  })

  test('is refused in a call, in a return by itself and in a correction', () => {
    const wrong = { minutesPerWeek: minutes(20), councilPaidMinutes: minutes(21) }
    const happenedOn = day('2016-03-03')
    const refusal = { ok: false, refusal: { kind: 'more-than-the-hours', part: 'council' } }
    expect(decide(told.facts, { kind: 'check-in', happenedOn, told: 'they-did', answer: 'trading', numbers: wrong }, happenedOn)).toEqual(
      refusal,
    )
    expect(decide(told.facts, { kind: 'record-care-return', happenedOn, ...wrong }, happenedOn)).toEqual(refusal)
    const of = told.idOf('care-return')
    expect(decide(told.facts, { kind: 'replace', of, reason: 'wrong-details', happenedOn, data: wrong }, happenedOn)).toEqual(refusal)
  })
})

describe('a call', () => {
  const happenedOn = day('2016-03-03')
  const call = (said: object) => decide(told.facts, { kind: 'check-in', happenedOn, month: 12, told: 'they-did', ...said }, happenedOn)

  test('with one that trades takes no “nobody works in it”: at least the owner does', () => {
    expect(call({ answer: 'trading', numbers: { jobs: 0 } })).toEqual({ ok: false, refusal: { kind: 'nobody-works' } })
    expect(call({ answer: 'trading', numbers: { jobs: 1 } })).toMatchObject({ ok: true })
    expect(call({ answer: 'paused', numbers: { jobs: 0 } })).toMatchObject({ ok: true })
  })

  const made = (said: object) => {
    const decision = call(said)
    return decision.ok ? decision.value : decision.refusal
  }

  test('that splits the hours by payer need not say the council’s part twice', () => {
    const paid = { directPayment: minutes(3), healthBudget: minutes(1.5), selfFunded: minutes(10) }
    expect(made({ answer: 'trading', numbers: { minutesPerWeek: minutes(16), paid } })).toContainEqual(
      expect.objectContaining({ kind: 'care-return', data: expect.objectContaining({ councilPaidMinutes: 270, paid }) }),
    )
  })

  test('that reached them says how they are doing', () => {
    expect(call({ numbers: { people: 3 } })).toEqual({ ok: false, refusal: { kind: 'answer-missing' } })
  })

  test('in which the worker only thinks so needs a number or a change', () => {
    expect(call({ told: 'i-think-so', answer: 'trading' })).toEqual({ ok: false, refusal: { kind: 'nothing-told' } })
    expect(made({ told: 'i-think-so', numbers: { people: 3 } })).toMatchObject([{ kind: 'care-return', data: { told: 'i-think-so' } }])
  })

  test('that hears they stopped records the stop on its own day', () => {
    expect(made({ answer: 'stopped', ending: 'took-job', stoppedOn: day('2016-01-10') })).toMatchObject([
      { kind: 'contact', happenedOn },
      { kind: 'check-in-answered', happenedOn, data: { answer: 'stopped' } },
      { kind: 'stopped', happenedOn: '2016-01-10', data: { ending: 'took-job' } },
    ])
    expect(call({ answer: 'stopped', stoppedOn: day('2016-03-04') })).toMatchObject({ ok: false, refusal: { kind: 'stopped-later' } })
  })

  test('that hears they moved away, or do not want us to ring, is no ending of trading', () => {
    for (const leaving of ['moved-away', 'asked-no-contact'] as const)
      expect(made({ answer: 'trading', leaving })).toMatchObject([
        { kind: 'contact', data: { heard: 'trading' } },
        { kind: 'check-in-answered', data: { answer: 'trading' } },
        { kind: 'left-sight', data: { leaving } },
      ])
  })

  test('“same as last time” repeats all that was told, by payer and kind too', () => {
    const split = { minutesPerWeek: minutes(16), paid: { selfFunded: minutes(16) }, kinds: { company: minutes(4) } }
    const story = told.told('2016-02-01', split)
    const decision = decide(
      story.facts,
      { kind: 'check-in', happenedOn, month: 12, told: 'they-did', answer: 'trading', same: true },
      happenedOn,
    )
    expect(decision.ok && decision.value).toContainEqual(
      expect.objectContaining({ kind: 'care-return', happenedOn, data: expect.objectContaining({ ...split, same: true }) }),
    )
  })
})
