import { describe, expect, test } from 'vitest'
import type { CqcClock } from '#domain/cqcApplication.ts'
import { cqcClocks, dbsTooOldOn, papersOf, usualMoves } from '#domain/cqcApplication.ts'
import { day } from '#domain/plainDate.ts'
import { cqcPapers, registrationStates } from '#domain/vocabulary.ts'
import type { Journey } from '../builders.ts'
import { ids, supported } from '../builders.ts'

const clocks = (story: Journey, today: string): CqcClock[] => cqcClocks(story.asAt(today), day(today))
const sent = supported().registration('2015-03-01', 'preparing').registration('2015-03-23', 'submitted')

describe('the clock of an application', () => {
  test('does not run before it is sent', () => {
    expect(clocks(supported(), '2015-03-01')).toEqual([])
    expect(clocks(supported().registration('2015-03-01', 'preparing'), '2015-03-10')).toEqual([])
  })

  // 23 March and ten weeks (70 days) is 1 June: 8 days of March, 30 of April, 31 of May, 1 of June.
  test('runs from the day it was sent, against CQC’s own aim of ten weeks', () => {
    expect(clocks(sent, '2015-05-06')).toEqual([{ kind: 'with-cqc', since: '2015-03-23', days: 44, aimOn: '2015-06-01', pastAim: false }])
    expect(clocks(sent, '2015-06-01')).toMatchObject([{ days: 70, pastAim: false }])
    expect(clocks(sent, '2015-06-02')).toMatchObject([{ days: 71, pastAim: true }])
  })

  test('goes on while CQC looks at it, and through the interview', () => {
    const going = sent.registration('2015-04-10', 'in-assessment').registration('2015-05-01', 'interview')
    expect(clocks(going, '2015-05-06')).toMatchObject([{ since: '2015-03-23', days: 44 }])
  })

  test('stops when CQC sends it back, and begins again when it is sent again', () => {
    const back = sent.registration('2015-04-02', 'returned')
    expect(clocks(back, '2015-04-10')).toEqual([])
    expect(clocks(back.registration('2015-04-20', 'submitted'), '2015-05-06')).toMatchObject([{ since: '2015-04-20', days: 16 }])
  })

  test('runs from the first day on which we know that CQC has it, where the sending is not on record', () => {
    expect(clocks(supported().registration('2015-04-10', 'in-assessment'), '2015-04-12')).toMatchObject([{ since: '2015-04-10', days: 2 }])
  })

  test('stops once CQC has decided', () => {
    expect(clocks(sent.registration('2015-06-01', 'registered'), '2015-06-10')).toEqual([])
    expect(clocks(sent.registration('2015-06-01', 'withdrawn'), '2015-06-10')).toEqual([])
  })
})

describe('a DBS check that grows old while CQC has the application', () => {
  // Sent on 23 March; CQC aims to decide by 1 June.
  test('is noted with the day on which it is twelve months old', () => {
    expect(dbsTooOldOn(day('2014-05-20'), clocks(sent, '2015-04-01'))).toBe('2015-05-20')
    expect(dbsTooOldOn(day('2014-08-01'), clocks(sent, '2015-04-01'))).toBeUndefined()
    expect(dbsTooOldOn(day('2014-08-01'), clocks(sent, '2015-08-01'))).toBe('2015-08-01')
  })

  test('is no matter before it is sent, or once CQC has decided', () => {
    expect(dbsTooOldOn(day('2014-05-20'), clocks(supported(), '2015-04-01'))).toBeUndefined()
    expect(dbsTooOldOn(day('2014-05-20'), clocks(sent.registration('2015-04-01', 'registered'), '2015-06-01'))).toBeUndefined()
  })
})

describe('a notice', () => {
  // 6 May and 28 days is 3 June: 25 days of May, 3 of June.
  test('counts 28 days from the day it was served', () => {
    const served = sent.happened('registration-moved', '2015-05-09', { to: 'notice-of-proposal', servedOn: day('2015-05-06') })
    expect(clocks(served, '2015-05-10')).toEqual([{ kind: 'reply', servedOn: '2015-05-06', lastDay: '2015-06-03', daysLeft: 24 }])
    expect(clocks(served, '2015-06-04')).toMatchObject([{ daysLeft: -1 }])
  })

  test('counts from the day it came to light where the day of service is not known', () => {
    expect(clocks(sent.registration('2015-05-09', 'notice-of-proposal'), '2015-05-10')).toMatchObject([
      { servedOn: '2015-05-09', lastDay: '2015-06-06' },
    ])
  })

  test('of a refusal is the time to appeal', () => {
    expect(clocks(sent.registration('2015-05-06', 'refused'), '2015-05-06')).toEqual([
      { kind: 'appeal', servedOn: '2015-05-06', lastDay: '2015-06-03', daysLeft: 28 },
    ])
  })

  test('is over when CQC looks at it again', () => {
    const again = sent.registration('2015-05-06', 'notice-of-proposal').registration('2015-05-20', 'in-assessment')
    expect(clocks(again, '2015-05-21')).toMatchObject([{ kind: 'with-cqc', since: '2015-03-23' }])
  })
})

describe('the interview', () => {
  const planned = sent
    .registration('2015-04-10', 'in-assessment')
    .happened('task-set', '2015-04-12', { task: ids.text, about: 'cqc', dueOn: day('2015-05-12'), at: '10:30' })

  test('is a to-do about CQC with a day and a time, until it was held', () => {
    expect(clocks(planned, '2015-04-20')).toContainEqual({ kind: 'interview', task: ids.text, dueOn: '2015-05-12', at: '10:30' })
    const held = planned.registration('2015-05-12', 'interview')
    expect(clocks(held, '2015-05-13').map(({ kind }) => kind)).toEqual(['with-cqc'])
    expect(held.asAt().tasks).toMatchObject([{ state: 'done', on: '2015-05-12' }])
  })

  test('leaves other to-dos about CQC open', () => {
    const other = planned.happened('task-set', '2015-04-13', { task: ids.grant, about: 'cqc', dueOn: day('2015-05-20') })
    expect(
      other
        .registration('2015-05-12', 'interview')
        .asAt()
        .tasks.map(({ state }) => state),
    ).toEqual(['done', 'open'])
  })
})

test('the eleven papers: those that are ready and those that are not', () => {
  const two = sent
    .happened('paper-ready', '2015-03-02', { paper: 'medicines', ready: true })
    .happened('paper-ready', '2015-03-03', { paper: 'consent', ready: true })
  expect(papersOf(two.asAt()).ready).toEqual(['medicines', 'consent'])
  expect(papersOf(two.asAt()).missing).toHaveLength(cqcPapers.length - 2)
  const lost = two.happened('paper-ready', '2015-03-04', { paper: 'medicines', ready: false })
  expect(papersOf(lost.asAt()).ready).toEqual(['consent'])
})

test('every state of an application has somewhere to go, and never to where it is', () => {
  expect(Object.keys(usualMoves).sort()).toEqual(['not-begun', ...registrationStates].sort())
  for (const [state, next] of Object.entries(usualMoves)) {
    expect(next.length).toBeGreaterThan(0)
    expect(next as readonly string[]).not.toContain(state)
  }
})
