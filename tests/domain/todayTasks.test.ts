import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { ProgrammeRules } from '#domain/programmeRules.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { TodayQuestion } from '#domain/todayQuestion.ts'
import { tasksOf } from '#domain/todayReasons.ts'
import { openTasks } from '#domain/todayTasks.ts'
import type { Journey } from '../builders.ts'
import { trading } from '../builders.ts'

const asked = (today: string, rules: Partial<ProgrammeRules> = {}, more: Partial<TodayQuestion> = {}): TodayQuestion => ({
  today: day(today),
  rules: { ...defaultRules, ...rules },
  fundedUntil: day('2020-03-31'),
  templatesFrom: {},
  ...more,
})
const tasksAt = (told: Journey, question: TodayQuestion) => openTasks(told.asAt(question.today), question)

// Set up on 10 February 2015, trading since 1 March.
const story = trading()

describe('to-dos of a template', () => {
  const template = { id: 'first-visit', after: 'constituted', days: 10 } as const
  const rules = { templates: [template] }
  const at = (told: Journey, date: string, more: Partial<TodayQuestion> = {}) => tasksAt(told, asked(date, rules, more)).map(({ on }) => on)

  test('are due so many days after their step, and move when the step is put right', () => {
    // Set up on 10 February and 10 days; put right to the 14th.
    expect(at(story, '2015-03-02')).toEqual(['2015-02-20'])
    expect(at(story.putRight('constituted', '2015-02-14'), '2015-03-02')).toEqual(['2015-02-24'])
    expect(at(story.takenBack('constituted'), '2015-03-02')).toEqual([])
  })

  test('are over once they are done or not needed, and wait until the day they are put off to', () => {
    expect(at(story.happened('task-done', '2015-02-21', { task: 'first-visit' }), '2015-03-02')).toEqual([])
    const putOff = story.happened('task-put-off', '2015-02-21', { task: 'first-visit', until: day('2015-04-20'), why: 'away' })
    expect(at(putOff, '2015-04-05')).toEqual(['2015-04-20'])
  })

  test('ask nothing of steps that were taken before the template was there', () => {
    expect(at(story, '2015-03-02', { templatesFrom: { 'first-visit': day('2015-02-11') } })).toEqual([])
    expect(at(story, '2015-03-02', { templatesFrom: { 'first-visit': day('2015-02-10') } })).toEqual(['2015-02-20'])
  })

  test('hang on every step there is', () => {
    const whole = story
      .registration('2015-03-05', 'preparing')
      .registration('2015-03-10', 'submitted')
      .happened('listed', '2015-03-12', { in: 'directory' })
    const steps = ['enquired', 'accepted', 'idea-agreed', 'constituted', 'application-submitted', 'listed', 'trading-began'] as const
    const all = { templates: steps.map(after => ({ id: after, after, days: 1 })) }
    expect(tasksAt(whole, asked('2015-03-20', all)).map(({ on }) => on)).toEqual([
      '2015-01-06',
      '2015-01-21',
      '2015-01-31',
      '2015-02-11',
      '2015-03-11',
      '2015-03-13',
      '2015-03-02',
    ])
  })
})

test('a to-do about CQC says how many of the eleven papers are not ready', () => {
  const applying = story
    .registration('2015-03-05', 'preparing')
    .happened('paper-ready', '2015-03-06', { paper: 'medicines', ready: true })
    .happened('task-set', '2015-03-06', { task: 't1', about: 'cqc', dueOn: day('2015-03-10') })
  expect(tasksAt(applying, asked('2015-03-08'))[0]).toMatchObject({ kind: 'task', about: 'cqc', papers: 10 })
})

describe('on their own page', () => {
  const template = { id: 'first-visit', after: 'constituted', days: 10 } as const
  const at = (told: Journey, date: string, more: Partial<TodayQuestion> = {}) =>
    tasksOf(told.asAt(date), asked(date, { templates: [template] }, more)).map(({ task, on }) => `${task} ${on}`)
  const withOwn = story.happened('task-set', '2015-03-01', { task: 'own', about: 'visit', dueOn: day('2016-03-01') })

  test('stand all that are open, however far off, the earliest first', () => {
    expect(at(withOwn, '2015-03-02')).toEqual(['first-visit 2015-02-20', 'own 2016-03-01'])
  })

  test('what a template asks goes with the funding and with the record, as in Today; what one set oneself stays', () => {
    expect(at(withOwn, '2015-03-02', { fundedUntil: day('2015-03-01') })).toEqual(['own 2016-03-01'])
    expect(at(withOwn.stopped('2015-04-01'), '2015-04-02')).toEqual(['own 2016-03-01'])
  })
})
