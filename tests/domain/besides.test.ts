import { describe, expect, test } from 'vitest'
import { decide } from '#domain/decide.ts'
import { day } from '#domain/plainDate.ts'
import { toMinutes, toPence } from '#domain/quantities.ts'
import type { Journey } from '../builders.ts'
import { ids, supported, trading } from '../builders.ts'

const today = day('2016-03-10')

const stateOf = (story: Journey) => story.asAt()

/** The to-do of this id, as it stands. */
const taskIn = (story: Journey, task: string) => stateOf(story).tasks.find(each => each.task === task)

const setTask = (story: Journey, date: string, task: string, dueOn: string, about: 'next-contact' | 'visit' = 'next-contact') =>
  story.happened('task-set', date, { task, about, dueOn: day(dueOn) })

describe('to-dos', () => {
  const promised = setTask(trading(), '2015-04-01', 'ring-them', '2015-04-15')

  test('a contact that reached them does what was promised', () => {
    expect(taskIn(promised.reached('2015-04-14'), 'ring-them')).toMatchObject({ state: 'done', on: '2015-04-14' })
  })

  test('a voicemail does not', () => {
    expect(taskIn(promised.notReached('2015-04-14'), 'ring-them')).toMatchObject({ state: 'open', dueOn: '2015-04-15' })
  })

  test('what was promised after that contact is still to do', () => {
    const story = setTask(trading().reached('2015-04-14'), '2015-04-14', 'ring-again', '2015-05-14')
    expect(taskIn(story, 'ring-again')).toMatchObject({ state: 'open' })
  })

  test('a later next contact takes the place of the one before', () => {
    const story = setTask(promised, '2015-04-02', 'ring-later', '2015-06-01')
    expect(taskIn(story, 'ring-them')).toMatchObject({ state: 'superseded' })
    expect(taskIn(story, 'ring-later')).toMatchObject({ state: 'open' })
  })

  test('a visit is not done by a call', () => {
    const story = setTask(trading(), '2015-04-01', 'see-kitchen', '2015-04-15', 'visit').reached('2015-04-15')
    expect(taskIn(story, 'see-kitchen')).toMatchObject({ state: 'open' })
  })

  test('put off, it is due on the later day; taken back, on the first one again', () => {
    const later = promised.happened('task-put-off', '2015-04-15', { task: 'ring-them', until: day('2015-05-01'), why: 'away' })
    expect(taskIn(later, 'ring-them')?.dueOn).toBe('2015-05-01')
    expect(taskIn(later.takenBack('task-put-off'), 'ring-them')?.dueOn).toBe('2015-04-15')
  })

  test('a to-do for a day gone by is refused, and so is putting one off to such a day', () => {
    const asked = { kind: 'set-task', happenedOn: today, about: 'visit', dueOn: day('2016-03-09'), taskId: ids.text } as const
    expect(decide(promised.facts, asked, today)).toEqual({ ok: false, refusal: { kind: 'due-in-the-past', dueOn: '2016-03-09' } })
    const off = { kind: 'put-off-task', happenedOn: today, task: 'ring-them', until: day('2016-03-09'), why: 'away' } as const
    expect(decide(promised.facts, off, today)).toMatchObject({ ok: false, refusal: { kind: 'due-in-the-past' } })
  })

  test('a thing is put off for a year at most, and a to-do is set for five years ahead at most', () => {
    // Today is 10 March 2016: the last days are 10 March 2017 and 10 March 2021.
    const put = (until: string) => ({ kind: 'put-off', happenedOn: today, need: 'silent', until: day(until), why: 'away' }) as const
    const tasked = (until: string) =>
      ({ kind: 'put-off-task', happenedOn: today, task: 'ring-them', until: day(until), why: 'away' }) as const
    const asked = (dueOn: string) => ({ kind: 'set-task', happenedOn: today, about: 'visit', dueOn: day(dueOn), taskId: ids.text }) as const
    const spoke = (dueOn: string) =>
      ({ kind: 'log-contact', happenedOn: today, reached: true, next: { dueOn: day(dueOn) }, taskId: ids.text }) as const
    for (const command of [put('2017-03-10'), tasked('2017-03-10'), asked('2021-03-10'), spoke('2021-03-10')])
      expect(decide(promised.facts, command, today)).toMatchObject({ ok: true })
    for (const command of [put('2017-03-11'), tasked('2099-01-01')])
      expect(decide(promised.facts, command, today)).toEqual({ ok: false, refusal: { kind: 'too-far-ahead', latest: '2017-03-10' } })
    for (const command of [asked('2021-03-11'), spoke('2099-01-01')])
      expect(decide(promised.facts, command, today)).toEqual({ ok: false, refusal: { kind: 'too-far-ahead', latest: '2021-03-10' } })
  })
})

test('all that one row of Today is about is put off at once, until the same day', () => {
  const until = day('2016-04-01')
  const why = 'away' as const
  const also = { needs: ['silent' as const], tasks: ['ring-them'] }
  expect(decide(trading().facts, { kind: 'put-off', happenedOn: today, need: 'check-in', until, why, also }, today)).toEqual({
    ok: true,
    value: [
      { kind: 'put-off', happenedOn: today, data: { need: 'check-in', until, why } },
      { kind: 'put-off', happenedOn: today, data: { need: 'silent', until, why } },
      { kind: 'task-put-off', happenedOn: today, data: { task: 'ring-them', until, why } },
    ],
  })
})

describe('what changed', () => {
  const changed = trading()
    .happened('changed', '2015-09-01', { what: 'new-price' })
    .happened('changed', '2015-09-01', { what: 'took-someone-on' })
  const open = (story: Journey) => stateOf(story).changes.flatMap(({ what, settledOn }) => (settledOn ? [] : [what]))

  test('stays open until what it asks for is recorded', () => {
    expect(open(changed)).toEqual(['new-price', 'took-someone-on'])
    expect(open(changed.happened('price-set', '2015-09-03', { pencePerHour: toPence(22_00) }))).toEqual(['took-someone-on'])
    expect(open(changed.cqcCheck('2015-09-04', 'required'))).toEqual(['new-price'])
  })

  test('a new insurance date is settled by an insurance with its last day, and by no other check', () => {
    const due = trading().happened('changed', '2015-09-01', { what: 'new-insurance-date' })
    expect(open(due.happened('check-seen', '2015-09-02', { check: 'safeguarding-training', until: day('2018-09-02') }))).toHaveLength(1)
    expect(open(due.happened('check-seen', '2015-09-02', { check: 'public-liability' }))).toHaveLength(1)
    expect(open(due.happened('check-seen', '2015-09-02', { check: 'public-liability', until: day('2016-09-01') }))).toEqual([])
  })

  test('what was recorded before it changed settles nothing', () => {
    const story = trading().cqcCheck('2015-08-01', 'individual-1-3-c').happened('changed', '2015-09-01', { what: 'took-someone-on' })
    expect(open(story)).toEqual(['took-someone-on'])
  })
})

describe('a call that settles everything', () => {
  const call = (story: Journey, said: object) =>
    decide(story.facts, { kind: 'check-in', happenedOn: day('2016-03-03'), answer: 'trading', told: 'they-did', ...said }, today)
  const after = (story: Journey, said: object) => {
    const decision = call(story, said)
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal))
    return story.with(decision.value).asAt()
  }
  const numbers = { people: 5, minutesPerWeek: toMinutes(960) }

  test('answers the check-in, tells the numbers, says what changed and when one next speaks', () => {
    const next = { dueOn: day('2016-04-01') }
    const { checkIns, careReturns, changes, tasks, contacts } = after(trading(), {
      month: 12,
      numbers,
      changed: ['new-price'],
      next,
      taskId: ids.text,
    })
    expect(checkIns[12]).toEqual({ state: 'answered', on: '2016-03-03', answer: 'trading' })
    expect(careReturns).toMatchObject([{ people: 5, minutesPerWeek: 960, told: 'they-did', same: false }])
    expect(changes).toMatchObject([{ what: 'new-price', settledOn: undefined }])
    expect(contacts).toMatchObject([{ reached: true, heard: 'trading' }])
    expect(tasks).toMatchObject([{ about: 'next-contact', state: 'open', dueOn: '2016-04-01' }])
  })

  test('what the worker only thinks answers no check-in and confirms no trading', () => {
    const { checkIns, careReturns, contacts } = after(trading(), { month: 12, numbers, told: 'i-think-so' })
    expect(checkIns).toEqual({})
    expect(contacts).toEqual([])
    expect(careReturns).toMatchObject([{ people: 5, told: 'i-think-so' }])
  })

  test('the same as last time is a new answer of this day', () => {
    const { careReturns } = after(trading().told('2015-09-01', numbers), { same: true })
    expect(careReturns.map(({ on, people, same }) => [on, people, same])).toEqual([
      ['2015-09-01', 5, false],
      ['2016-03-03', 5, true],
    ])
  })

  test('with nothing told before there is nothing to repeat', () => {
    expect(call(trading(), { same: true })).toEqual({ ok: false, refusal: { kind: 'no-numbers-before' } })
  })

  test('one that stopped has stopped for the reason that was given', () => {
    expect(after(trading(), { month: 12, answer: 'stopped', ending: 'took-job' }).support).toMatchObject({
      state: 'stopped',
      ending: 'took-job',
      told: 'recorded',
    })
  })
})

describe('handing a record over', () => {
  const offered = supported().happened('assigned', '2015-02-01', { catalyst: ids.catalyst }).happened('handover-offered', '2015-03-01', {
    to: ids.payer,
  })

  test('it stays with the one who works on it until the other takes it', () => {
    expect(stateOf(offered)).toMatchObject({ catalyst: ids.catalyst, handover: { to: ids.payer } })
    const taken = decide(offered.facts, { kind: 'accept-handover', happenedOn: day('2015-03-02') }, today)
    expect(taken).toEqual({ ok: true, value: [{ kind: 'assigned', happenedOn: '2015-03-02', data: { catalyst: ids.payer } }] })
  })

  test('who says no leaves it where it is, and nobody can take over what was not offered', () => {
    const refusedIt = offered.happened('handover-declined', '2015-03-02', {})
    expect(stateOf(refusedIt)).toMatchObject({ catalyst: ids.catalyst, handover: undefined })
    expect(decide(refusedIt.facts, { kind: 'accept-handover', happenedOn: day('2015-03-03') }, today)).toEqual({
      ok: false,
      refusal: { kind: 'no-handover' },
    })
  })

  test('whoever was asked and has not answered is not asked again, and another may be asked instead', () => {
    const offer = (to: string) => decide(offered.facts, { kind: 'offer-handover', happenedOn: day('2015-03-05'), to }, today)
    expect(offer(ids.payer)).toEqual({ ok: false, refusal: { kind: 'offered-already', on: '2015-03-01' } })
    expect(offer(ids.decider)).toMatchObject({ ok: true, value: [{ kind: 'handover-offered', data: { to: ids.decider } }] })
  })

  test('whoever works with them already is not asked; whoever said no may be asked again', () => {
    const refusedIt = offered.happened('handover-declined', '2015-03-02', {})
    const offer = (to: string) => decide(refusedIt.facts, { kind: 'offer-handover', happenedOn: day('2015-03-05'), to }, today)
    expect(offer(ids.catalyst)).toEqual({ ok: false, refusal: { kind: 'theirs-already' } })
    expect(offer(ids.payer).ok).toBe(true)
  })
})

test('a yes can be taken back, and only one that was given', () => {
  const given = trading().happened('permission-given', '2015-09-01', { use: 'story' })
  expect(stateOf(given.happened('permission-ended', '2015-10-01', { use: 'story' })).permissions.story).toMatchObject({ state: 'ended' })
  const end = { kind: 'end-permission', happenedOn: day('2015-10-01'), use: 'directory' } as const
  expect(decide(given.facts, end, today)).toMatchObject({ ok: false, refusal: { kind: 'impossible', about: { kind: 'nothing-to-end' } } })
})

test('a paper that was ticked by mistake is not ready after all', () => {
  const ticked = supported().happened('paper-ready', '2015-03-01', { paper: 'medicines', ready: true })
  expect(stateOf(ticked).papersReady).toEqual({ medicines: '2015-03-01' })
  expect(stateOf(ticked.happened('paper-ready', '2015-03-02', { paper: 'medicines', ready: false })).papersReady).toEqual({})
})
