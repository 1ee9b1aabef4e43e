import { describe, expect, test } from 'vitest'
import { nextSteps } from '#domain/nextSteps.ts'
import { day } from '#domain/plainDate.ts'
import { registrationStates } from '#domain/vocabulary.ts'
import { applicationNext } from '#tab/enterprise/applicationNext.ts'
import { papersWords } from '#tab/enterprise/applicationWords.ts'
import { applicationSteps } from '#tab/enterprise/CqcTrack.tsx'
import { milestoneFacts } from '#tab/enterprise/milestoneFacts.ts'
import { stepFields } from '#tab/enterprise/steps.ts'
import { trackWords } from '#tab/enterprise/trackWords.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'
import type { Journey } from '../builders.ts'
import { cqcAnswers, ids, supported } from '../builders.ts'

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ')
const sent = supported().cqcCheck('2015-02-01', 'required').registration('2015-03-01', 'preparing').registration('2015-03-23', 'submitted')
const said = (story: Journey, date: string) => applicationNext(story.asAt(date), day(date))

describe('what is next with CQC', () => {
  test('while CQC has it: how long, and CQC’s own aim', () => {
    // 23 March to 9 May: 8 days of March, 30 of April, 9 of May.
    expect(plain(said(sent, '2015-05-09').words)).toBe('With CQC for 47 days. CQC aims to decide in 10 weeks. Many take longer.')
    expect(said(sent, '2016-05-09').tone).toBe('waiting')
  })

  test('a returned one is sent again, and says which papers are ready', () => {
    const back = sent.happened('paper-ready', '2015-03-02', { paper: 'consent', ready: true }).registration('2015-04-02', 'returned')
    const next = said(back, '2015-04-04')
    expect(next.title).toBe('Send it to CQC again')
    expect(plain(next.words)).toBe('CQC sent it back 2 days ago. 1 of 11 papers ready.')
    expect(next.actions.map(({ label }) => label)).toEqual(['Tick off papers', 'It was sent'])
  })

  test('a notice: the last day by our count, and the day it was counted from', () => {
    const notice = sent.happened('registration-moved', '2015-05-09', { to: 'notice-of-proposal', servedOn: day('2015-05-06') })
    expect(plain(said(notice, '2015-05-10').words)).toBe(
      'CQC plans to say no. They have 28 days to reply. By our count the last day is 3 June 2015. Check the date on the letter, and get advice now. We count from 6 May 2015.',
    )
    expect(plain(said(notice, '2015-06-04').words)).toContain('the last day was 3 June 2015')
  })

  test('the interview is planned, then held', () => {
    const looking = sent.registration('2015-04-10', 'in-assessment')
    expect(said(looking, '2015-04-12').actions.map(({ label }) => label)).toEqual(['Plan the interview', 'Record what CQC did'])
    const planned = looking.happened('task-set', '2015-04-12', { task: ids.text, about: 'cqc', dueOn: day('2015-05-12'), at: '10:30' })
    expect(plain(said(planned, '2015-04-20').words)).toContain('The interview is on Tue 12 May, 10:30.')
    expect(said(planned, '2015-04-20').actions.map(({ label }) => label)).toEqual(['It was held', 'Record what CQC did'])
  })

  test('has words for every state', () => {
    for (const state of registrationStates) {
      const next = said(sent.registration('2015-05-06', state), '2015-05-10')
      expect([state, next.title, next.words].join(' ')).not.toMatch(/undefined|NaN/)
    }
  })
})

describe('the form of the application', () => {
  const fields = stepFields('advance-registration', sent.asAt())

  test('puts first where it usually goes next, and leaves nothing out', () => {
    const [where] = fields
    const options = where && 'options' in where ? where.options.map(({ value }) => value) : []
    expect(options.slice(0, 3)).toEqual(['in-assessment', 'returned', 'withdrawn'])
    expect([...options].sort()).toEqual([...registrationStates].sort())
  })

  test('wants to know why CQC sent it back, and for nothing else', () => {
    const faultsOf = (to: string) => Object.keys(readFields(fields, { to, happenedOn: '3 May 2015' }, day('2015-05-06')).faults)
    expect(faultsOf('returned')).toEqual(['note'])
    for (const to of registrationStates.filter(state => state !== 'returned')) expect(faultsOf(to)).toEqual([])
  })

  test('asks the day of a notice, and CQC’s numbers once it has registered them', () => {
    const asked = (to: string) => askedOf(fields, { to }).map(({ name }) => name)
    expect(asked('notice-of-proposal')).toContain('servedOn')
    expect(asked('registered')).toEqual(['to', 'providerId', 'locationIds', 'happenedOn', 'note'])
    const wrong = readFields(
      fields,
      { to: 'registered', locationIds: '1-107338589, 107338590', happenedOn: '3 May 2015' },
      day('2015-05-06'),
    )
    expect(wrong.faults).toEqual({ locationIds: 'It looks like 1-101614751.' })
  })
})

describe('the track', () => {
  const cqc = (story: Journey, date: string) => trackWords(story.asAt(date), day(date)).find(({ id }) => id === 'cqc')

  test('says that the check is to be done again, and why', () => {
    const second = supported()
      .happened('scoped', '2015-02-01', { outcome: 'individual-1-3-c', answers: cqcAnswers.onePerson })
      .happened('changed', '2015-04-28', { what: 'took-someone-on' })
    expect(cqc(second, '2015-05-06')?.tag).toEqual({ tone: 'warning', words: 'Check again' })
    expect(plain(cqc(second, '2015-05-06')?.more[0])).toContain('They took on a second worker on 28 April 2015.')
    expect(milestoneFacts({ today: day('2015-05-06') }, second.asAt()).registration).toBe('Check again')
    expect(nextSteps(second.asAt(), day('2015-05-06')).map(({ step }) => step)).toContain('redo-cqc-check')
  })

  test('counts the days with CQC from when it was sent, through the interview', () => {
    const held = sent.registration('2015-05-01', 'interview')
    expect(plain(milestoneFacts({ today: day('2015-05-09') }, held.asAt()).registration)).toBe('With CQC for 47 days')
  })

  test('shows the numbers of CQC', () => {
    const registered = sent.happened('registration-moved', '2015-06-01', {
      to: 'registered',
      providerId: '1-101614751',
      locationIds: ['1-107338589'],
    })
    expect(cqc(registered, '2015-06-02')?.more[0]).toBe('Provider 1-101614751 · location 1-107338589')
  })

  test('has a mark for each step: done, at it, still to come', () => {
    const steps = applicationSteps(sent.registration('2015-04-10', 'in-assessment').asAt())
    expect(steps.map(({ mark }) => mark)).toEqual(['done', 'done', 'in-progress', 'to-do', 'to-do'])
    expect(applicationSteps(sent.registration('2015-06-01', 'registered').asAt()).at(-1)).toEqual({
      label: 'Registered',
      mark: 'done',
      on: '2015-06-01',
    })
    expect(applicationSteps(supported().asAt())).toEqual([])
  })

  test('counts the papers', () => {
    expect(papersWords(sent.asAt())).toBe('0 of 11 papers ready.')
  })
})
