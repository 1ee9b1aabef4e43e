import { describe, expect, test } from 'vitest'
import { caseRow } from '#domain/caseListing.ts'
import { checkInsDue, lastContactOn, nextSteps, standingOf } from '#domain/nextSteps.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, caseIdOf, ids, journey, supported, trading } from '../builders.ts'

/** What is next as at a day: “step due-day since month”, with what there is. */
const next = (story: Journey, today: string): string[] =>
  nextSteps(story.asAt(today), day(today)).map(({ step, on, since, month }) =>
    [step, month, on && `on ${on}`, since && `since ${since}`].filter(Boolean).join(' '),
  )

describe('what is next', () => {
  test('an enquiry waits for its answer', () => {
    expect(next(anEnquiry(), '2015-01-10')).toEqual(['answer-enquiry since 2015-01-05'])
  })

  test('one that was taken on: the idea, the form, the CQC check, and trading', () => {
    expect(next(supported(), '2015-01-25')).toEqual([
      'agree-idea since 2015-01-20',
      'choose-form since 2015-01-20',
      'do-cqc-check',
      'begin-trading',
    ])
  })

  test('once the idea is agreed and a form is chosen: being set up', () => {
    const chosen = supported().ideaAgreed('2015-01-30').happened('form-chosen', '2015-02-01', { form: 'cic' })
    expect(next(chosen, '2015-02-05')).toEqual(['constitute since 2015-02-01', 'do-cqc-check', 'begin-trading'])
    expect(next(chosen.constituted('2015-02-10', 'cic'), '2015-02-12')).toEqual(['do-cqc-check', 'begin-trading since 2015-02-10'])
  })

  test('a CQC check that says they must register, or must ask, is followed by registering', () => {
    for (const outcome of ['required', 'refer-to-cqc', 'other-activity'] as const)
      expect(next(supported().cqcCheck('2015-02-01', outcome), '2015-02-05')).toContain('move-registration since 2015-02-01')
    const submitted = supported().cqcCheck('2015-02-01', 'required').registration('2015-03-01', 'submitted')
    expect(next(submitted, '2015-03-05')).toContain('move-registration since 2015-03-01')
    const registered = submitted.registration('2015-06-01', 'registered')
    expect(next(registered, '2017-06-05').filter(step => /registration|cqc/.test(step))).toEqual([])
  })

  test('a CQC check that says they probably need not is done again when its twelve months are over', () => {
    const checked = supported().cqcCheck('2015-02-01', 'individual-1-3-c')
    expect(next(checked, '2016-02-01').filter(step => /registration|cqc/.test(step))).toEqual([])
    expect(next(checked, '2016-02-02')).toContain('redo-cqc-check since 2016-02-01')
  })

  test('a CQC check that says they must register still says so when it is old: they apply, and it is asked again beside it', () => {
    const must = supported().cqcCheck('2015-02-01', 'required')
    expect(next(must, '2017-02-02').filter(step => /registration|cqc/.test(step))).toEqual([
      'move-registration since 2015-02-01',
      'redo-cqc-check since 2016-02-01',
    ])
    // To ask CQC again is to do the check again: that is one thing.
    const ask = supported().cqcCheck('2015-02-01', 'refer-to-cqc')
    expect(next(ask, '2017-02-02').filter(step => /registration|cqc/.test(step))).toEqual(['redo-cqc-check since 2016-02-01'])
  })

  test('a grant that was decided is to be paid', () => {
    const decided = supported().granted('2015-02-01')
    expect(next(decided, '2015-02-05')).toContain('pay-grant since 2015-02-01')
    expect(next(decided.paid('2015-02-10'), '2015-02-12').join()).not.toContain('pay-grant')
  })

  test('one that trades has its first check-in that waits for an answer', () => {
    const checked = trading().cqcCheck('2015-02-15', 'not-personal-care')
    expect(next(checked, '2015-06-01')).toEqual(['check-in 6 on 2015-09-01'])
    expect(next(checked.answered(6, '2015-09-03'), '2015-09-10')).toEqual(['check-in 12 on 2016-03-01'])
    expect(next(checked.missed(6, '2015-09-01'), '2015-09-10')).toEqual(['check-in 12 on 2016-03-01'])
    const all = checked.answered(6, '2015-09-03').answered(12, '2016-03-03').answered(24, '2017-03-03')
    expect(next(all.cqcCheck('2017-03-03', 'not-personal-care'), '2017-03-10')).toEqual([])
  })

  test('once it trades, the promised check-in comes before what may wait', () => {
    const bare = supported().granted('2015-02-01').began('2015-03-01')
    expect(next(bare, '2015-06-01')).toEqual([
      'check-in 6 on 2015-09-01',
      'pay-grant since 2015-02-01',
      'do-cqc-check',
      'choose-form since 2015-01-20',
    ])
  })

  test('one that ran before we met it has check-ins from the day it was taken on', () => {
    const existing = anEnquiry().accepted('2015-01-20', 'existing')
    expect(next(existing, '2015-02-01')).toContain('check-in 6 on 2015-07-20')
  })

  test('one that paused waits to go on, and keeps its check-ins', () => {
    expect(next(trading().paused('2015-05-01'), '2015-06-01')).toEqual(['resume since 2015-05-01', 'check-in 6 on 2015-09-01'])
  })

  test('nothing is next for one that was advised only, was declined, stopped or left our sight', () => {
    const [stopped, left] = [trading().stopped('2015-05-01'), trading().leftSight('2015-05-01')]
    for (const story of [anEnquiry().advisedOnly('2015-01-09'), anEnquiry().declined('2015-01-09'), stopped, left, journey()])
      expect(next(story, '2015-06-01')).toEqual([])
  })
})

describe('where an enterprise stands, in one word', () => {
  const standing = (story: Journey, today: string) => standingOf(story.asAt(today), day(today))

  test.each([
    ['enquiry', anEnquiry()],
    ['supported', supported()],
    ['trading', trading()],
    ['paused', trading().paused('2015-05-01')],
    ['stopped', trading().stopped('2015-05-01')],
    ['left-sight', trading().leftSight('2015-05-01')],
    ['advised-only', anEnquiry().advisedOnly('2015-01-09')],
    ['declined', anEnquiry().declined('2015-01-09')],
  ] as const)('%s', (word, story) => {
    expect(standing(story, '2015-06-01')).toBe(word)
  })

  // The first check-in is due on 1 September 2015; its 28 days are over on 29 September.
  test('lost touch: a check-in stayed unanswered for 28 days and nothing later confirmed trading', () => {
    expect(standing(trading(), '2015-09-28')).toBe('trading')
    expect(standing(trading(), '2015-09-29')).toBe('lost-touch')
    expect(standing(trading().reached('2015-09-10', 'trading'), '2015-09-29')).toBe('trading')
    expect(standing(trading().reached('2015-09-10'), '2015-09-29')).toBe('lost-touch')
    expect(standing(trading().answered(6, '2015-10-20'), '2015-10-20')).toBe('trading')
  })

  test('on an earlier day it is what it was then', () => {
    expect(standing(trading().stopped('2015-05-01'), '2015-04-30')).toBe('trading')
    expect(standing(trading(), '2015-02-28')).toBe('supported')
  })
})

describe('the check-ins', () => {
  const due = (story: Journey, today: string) =>
    checkInsDue(story.asAt(today), day(today)).map(({ month, dueOn, state, on, answer }) =>
      [month, dueOn, state, on, answer].filter(each => each !== null).join(' '),
    )

  test('are there once there is a day to count from', () => {
    expect(due(supported(), '2015-06-01')).toEqual([])
    expect(due(trading(), '2015-08-31')).toEqual(['6 2015-09-01 not-yet', '12 2016-03-01 not-yet', '24 2017-03-01 not-yet'])
  })

  test('are due on their day, then answered or not reached', () => {
    expect(due(trading(), '2015-09-01')[0]).toBe('6 2015-09-01 due')
    expect(due(trading().answered(6, '2015-09-03', 'paused'), '2015-09-03')[0]).toBe('6 2015-09-01 answered 2015-09-03 paused')
    expect(due(trading().missed(6, '2015-09-05'), '2015-09-05')[0]).toBe('6 2015-09-01 not-reached 2015-09-05')
  })
})

describe('the last contact', () => {
  test('is the latest that reached them, of any kind', () => {
    const story = trading().reached('2015-04-01').answered(6, '2015-09-03').told('2015-10-01', { jobs: 1 })
    expect(lastContactOn(story.asAt('2015-08-01'))).toBe('2015-04-01')
    expect(lastContactOn(story.asAt('2015-09-30'))).toBe('2015-09-03')
    expect(lastContactOn(story.asAt())).toBe('2015-10-01')
  })

  test('is not what a worker thinks of their numbers', () => {
    const story = trading().reached('2015-04-01').told('2015-07-01', { people: 4, told: 'i-think-so' })
    expect(lastContactOn(story.asAt())).toBe('2015-04-01')
  })

  test('is not one that did not reach them, nor a missed check-in', () => {
    expect(lastContactOn(trading().notReached('2015-04-01').missed(6, '2015-09-01').asAt())).toBeUndefined()
  })
})

describe('a row of the list', () => {
  const story = trading().happened('assigned', '2015-01-21', { catalyst: ids.catalyst })
  const kept = {
    caseId: caseIdOf(1),
    n: 7,
    reference: 'LM-001',
    supportCase: story.asAt('2015-06-01'),
    name: 'Harbour Help',
    phone: '01632 960147',
  }

  test('says where the enterprise stands today', () => {
    expect(caseRow(kept, day('2015-06-01'), { rules: defaultRules, fundedUntil: day('2020-03-31') })).toMatchObject({
      id: caseIdOf(1),
      n: 7,
      reference: 'LM-001',
      name: 'Harbour Help',
      phone: '01632 960147',
      area: null,
      form: 'sole_trader',
      standing: 'trading',
      origin: 'new',
      catalyst: ids.catalyst,
      next: { step: 'check-in', month: 6, on: '2015-09-01' },
      nextContactOn: '2015-09-01',
      // Nobody was reached since they were taken on, on 20 January: 11 + 28 + 31 + 30 + 31 + 1 = 132 days.
      flags: [{ flag: 'silent', days: 132 }],
      lastContactOn: null,
      enquiredOn: '2015-01-05',
      tradingFrom: '2015-03-01',
    })
  })

  test('of one whose enquiry was taken back holds no day', () => {
    const gone = anEnquiry().takenBack('enquired')
    const row = caseRow({ ...kept, supportCase: gone.asAt('2015-06-01'), name: null }, day('2015-06-01'), {
      rules: defaultRules,
      fundedUntil: day('2020-03-31'),
    })
    expect(row).toMatchObject({ name: null, standing: 'enquiry', next: null, enquiredOn: null, tradingFrom: null, catalyst: null })
  })
})
