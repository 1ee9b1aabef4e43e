import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { Reason, TodayRow } from '#domain/todaySchemas.ts'
import { commandSchema } from '#domain/commandSchemas.ts'
import { taskFields, taskOf } from '#tab/today/AddTaskForm.tsx'
import { contactWords } from '#tab/today/ContactForm.tsx'
import { initialsOf } from '#tab/today/initials.ts'
import { answeredDay } from '#tab/today/nextSpeak.ts'
import { callAction, isCall, rowAction } from '#tab/today/rowActions.ts'
import { reasonWords, rowWords, whenWords } from '#tab/today/rowWords.ts'
import * as todayLabels from '#tab/todayLabels.ts'
import { readFields } from '#tab/ui/fields.ts'
import { ids } from '../builders.ts'
import { readingAge } from './readingAge.ts'
import { plain, task, today } from './todayReasons.ts'

/** One reason of each kind, and what it says. */
const said: Record<Reason['kind'], [Reason, string]> = {
  task: [task({ about: 'cqc', words: 'CQC interview', papers: 2 }), 'CQC interview. 2 of 11 papers are not ready.'],
  enquiry: [
    { kind: 'enquiry', on: today, since: day('2026-05-01'), within: 2 },
    'Enquiry not answered. We promise an answer in 2 working days.',
  ],
  privacy: [{ kind: 'privacy', on: today, since: day('2026-05-01') }, 'Tell them how we use their details.'],
  'check-in': [{ kind: 'check-in', on: today, month: 12, lostFrom: day('2026-06-03'), tried: 0 }, '12-month check-in is due.'],
  numbers: [{ kind: 'numbers', on: today, tried: 0 }, 'Ask how many people and hours. We ask twice a year.'],
  check: [
    { kind: 'check', on: day('2026-05-03'), check: 'public-liability', ends: true },
    'Public liability insurance ran out on Sun 3 May.',
  ],
  'cqc-check': [{ kind: 'cqc-check', on: today, because: 'changed', what: 'took-someone-on' }, 'Took someone on. Do the CQC check again.'],
  'cqc-notice': [
    { kind: 'cqc-notice', on: day('2026-05-19'), servedOn: day('2026-04-21') },
    'CQC plans to say no. By our count the last day to reply is Tue 19 May.',
  ],
  // 23 March to 6 May: 8 days of March, 30 of April, 6 of May are 44.
  'with-cqc': [
    { kind: 'with-cqc', on: day('2026-06-01'), since: day('2026-03-23') },
    'With CQC for 44 days. CQC aims to decide in 10 weeks. Many take longer.',
  ],
  'grant-unpaid': [
    { kind: 'grant-unpaid', on: today, since: day('2026-05-01'), grantId: ids.grant, number: 7, pence: 50_000 },
    '£500 grant agreed on Fri 1 May, not paid yet.',
  ],
  'grant-sent-back': [
    { kind: 'grant-sent-back', on: today, since: day('2026-05-01'), grantId: ids.grant, number: 7, pence: 50_000 },
    'More was asked for about grant G-0007.',
  ],
  'grant-receipts': [
    { kind: 'grant-receipts', on: today, since: day('2026-03-11'), grantId: ids.grant, number: 7, pence: 12_050 },
    'Receipts for £120.50 of grant G-0007.',
  ],
  change: [{ kind: 'change', on: today, since: today, what: 'new-price' }, 'New price: put it on record.'],
  handover: [{ kind: 'handover', on: today, to: ids.payer, from: ids.catalyst }, 'You are asked to take them over.'],
  // 16 March to 6 May: 15, 30 and 6 days are 51.
  silent: [{ kind: 'silent', on: today, since: day('2026-03-16') }, '51 days silent.'],
  stuck: [{ kind: 'stuck', on: today, since: day('2026-03-06'), step: 'set-up' }, 'In Set up for 61 days.'],
}

describe('a reason in words', () => {
  test.each(Object.values(said))('%# %j', (reason, words) => expect(plain(reasonWords(reason, today))).toBe(words))

  test.each(Object.values(said))('%# can be read by a child of eleven', (_reason, words) => {
    for (const sentence of words.split(/(?<=[.?!])\s+/).filter(each => each.split(' ').length >= 4))
      expect(readingAge(sentence.replaceAll(/CQC|public liability insurance/gi, 'this'))).toBeLessThanOrEqual(11)
  })

  test('a check is called what the programme calls it', () => {
    const own: Reason = { kind: 'check', on: day('2026-05-03'), check: 'dog-walk', ends: true, name: 'Dog walking licence' }
    expect(plain(reasonWords(own, today))).toBe('Dog walking licence ran out on Sun 3 May.')
    expect(rowWords({ reasons: [said['check-in'][0], own] }, today, true)).toBe(
      'One call settles two things: 12-month check-in, dog walking licence.',
    )
  })

  test('a DBS check that is not settled says so, and not a day to look again', () => {
    const dbs: Reason = { kind: 'check', on: day('2026-05-03'), check: 'dbs', ends: false, undecided: true }
    expect(rowWords({ reasons: [dbs] }, today, false)).toBe('DBS check: seen, and not settled yet.')
  })

  test('a check that has no end is looked at again, and never runs out', () => {
    const dbs: Reason = { kind: 'check', on: day('2026-06-05'), check: 'safeguarding-training', ends: false }
    expect(plain(reasonWords(dbs, today))).toBe('Safeguarding training: look again by 5 June.')
  })

  test('a to-do without words is called by what it is about', () => {
    expect(reasonWords(task({ words: null }), today)).toBe('Visit.')
  })
})

describe('a row', () => {
  const [checkIn, insurance, price, silent] = [said['check-in'][0], said.check[0], said.change[0], said.silent[0]]

  test('that a call settles names all that it settles, silence apart', () => {
    expect(rowWords({ reasons: [checkIn, insurance, price, silent] }, today, true)).toBe(
      'One call settles three things: 12-month check-in, insurance, new price.',
    )
    expect(rowWords({ reasons: [checkIn, silent] }, today, true)).toBe('12-month check-in is due. 51\u00a0days silent.')
  })

  test('says its two most urgent reasons, and how many more there are', () => {
    expect(plain(rowWords({ reasons: [insurance, said.stuck[0], price, silent] }, today, false))).toBe(
      'Public liability insurance ran out on Sun 3 May. In Set up for 61 days. And 2 more.',
    )
  })

  const when = (group: TodayRow['group'], reason: Reason): string[] => {
    const { tone, words, below } = whenWords({ group, reasons: [reason] }, today)
    return [tone, words, below].map(plain)
  }

  test('that is late says by how much, and from when we have lost touch', () => {
    const late: Reason = { kind: 'check-in', on: day('2026-04-14'), month: 12, lostFrom: day('2026-05-12'), tried: 0 }
    expect(when('overdue', late)).toEqual(['late', '22 days late', 'Lost touch from 12 May'])
    expect(when('overdue', { ...late, lostFrom: day('2026-05-01') })).toEqual(['late', '22 days late', 'Lost touch since 1 May'])
    expect(when('overdue', insurance)).toEqual(['late', '3 days late', 'Sun 3 May'])
  })

  test('of today says the time, or what it is', () => {
    expect(when('today', task({ at: '11:00' }))).toEqual(['today', '11:00', 'Today'])
    expect(when('today', task())).toEqual(['today', 'Today', 'Visit'])
    expect(when('today', said.enquiry[0])).toEqual(['today', 'Today', 'Came Fri 1 May'])
  })

  test('of later says how far away it is', () => {
    expect(when('this-week', task({ on: day('2026-05-07'), at: '10:00' }))).toEqual(['later', 'Tomorrow, 10:00', 'Thu 7 May'])
    expect(when('coming', said['cqc-notice'][0])).toEqual(['later', 'In 13 days', 'Tue 19 May'])
    expect(when('coming', { kind: 'cqc-check', on: day('2026-01-01'), because: 'lapsed', what: null })).toEqual([
      'later',
      'No day is set',
      '',
    ])
  })
})

describe('the one button', () => {
  const all = () => true

  test('is named for what it does, for every kind of reason', () => {
    const names = Object.values(said).map(([reason]) => [reason.kind, rowAction([reason], '', all).name])
    expect(Object.fromEntries(names)).toEqual({
      task: 'done',
      enquiry: 'answer',
      privacy: 'told',
      'check-in': 'call',
      numbers: 'call',
      check: 'date',
      'cqc-check': 'cqc',
      'cqc-notice': 'reply',
      'with-cqc': 'news',
      // A grant of a fund is settled on a page of its own.
      'grant-unpaid': 'grant',
      'grant-sent-back': 'grant',
      'grant-receipts': 'receipts',
      change: 'price',
      handover: 'handover',
      silent: 'call',
      stuck: 'call',
    })
    expect(isCall(rowAction([said.silent[0]], '', all))).toBe(true)
  })

  test('pays a grant of before the fund in a box', () => {
    const unpaid: Reason = { kind: 'grant-unpaid', on: today, since: day('2026-05-01'), grantId: ids.grant, number: null, pence: 50_000 }
    expect(rowAction([unpaid], '', all)).toMatchObject({ name: 'paid' })
  })

  test('rings them for the numbers as for a check-in: one call settles both', () => {
    expect(rowAction([said.numbers[0]], '', all)).toEqual({ name: 'call', form: 'check-in', start: {} })
  })

  test('leaves the call to the menu of a row whose own button does something else', () => {
    const told = said.privacy[0]
    const call = { name: 'call', form: 'check-in', start: { month: '24' } }
    const due: Reason = { kind: 'check-in', on: today, month: 24, lostFrom: day('2026-06-03'), tried: 0 }
    expect(rowAction([told, due], '', all).name).toBe('told')
    expect(callAction([told, due], all)).toEqual(call)
    expect(callAction([told, said.silent[0], due], all)).toEqual(call)
    expect(callAction([told, said.silent[0]], all)).toMatchObject({ name: 'call', form: 'contact' })
    // Nothing to ring about, a button that rings them already, and a reader who may not.
    expect(callAction([told], all)).toBeUndefined()
    expect(callAction([due, told], all)).toBeUndefined()
    expect(callAction([told, due], permission => permission === 'cases.record')).toBeUndefined()
  })

  test('leads to the enterprise for a DBS check: what is kept of one has a form of its own there', () => {
    const dbs: Reason = { kind: 'check', on: today, check: 'dbs', ends: false }
    expect(rowAction([dbs], '', all)).toEqual({ name: 'open', form: 'none' })
  })

  test('asks for the hours of one who could take more, in one box', () => {
    const more: Reason = { kind: 'change', on: today, since: today, what: 'could-take-more' }
    expect(rowAction([more], '', all)).toEqual({ name: 'spare', form: 'step', kind: 'tell-attribute', start: { attribute: 'spare-hours' } })
  })

  test('only opens the enterprise for those who may not do it, and where no form settles it', () => {
    expect(rowAction([said['grant-unpaid'][0]], '', permission => permission === 'cases.record').name).toBe('open')
    expect(rowAction([{ kind: 'change', on: today, since: today, what: 'took-someone-on' }], '', all).name).toBe('open')
  })
})

test('when one next speaks is a week, two, a month, or a day', () => {
  expect(answeredDay({ after: '1-week' }, today)).toBe('2026-05-13')
  expect(answeredDay({ after: '2-weeks' }, today)).toBe('2026-05-20')
  expect(answeredDay({ after: '1-month' }, day('2026-01-31'))).toBe('2026-02-28')
  expect(answeredDay({ after: 'other', dueOn: '2026-07-01' }, today)).toBe('2026-07-01')
  expect(answeredDay({}, today)).toBeUndefined()
})

test('what was recorded, and what comes next, in a sentence', () => {
  const contact = { kind: 'log-contact', happenedOn: today, reached: true } as const
  expect(plain(contactWords({ ...contact, heard: 'not-yet-trading', next: { dueOn: day('2026-05-20') } }))).toBe(
    'Reached, not trading yet. You next speak on 20 May 2026.',
  )
  expect(contactWords({ ...contact, reached: false })).toBe('Nobody was reached.')
})

test('initials stand for a person', () => {
  expect(['J.T.', 'Second catalyst', 'You', 'Priya Devi Shah'].map(initialsOf)).toEqual(['J.T.', 'S.C.', 'You', 'P.D.'])
})

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []

test('every label of Today can be read by a child of eleven, and none uses a word that we do not use on a screen', () => {
  const texts = textsIn(Object.values(todayLabels))
  const sentences = texts.flatMap(text => text.split(/(?<=[.?!])\s+/)).filter(text => text.split(/\s+/).length >= 4)
  for (const sentence of sentences) expect([sentence, readingAge(sentence.replaceAll('CQC', 'this')) <= 11]).toEqual([sentence, true])
  expect(texts.join(' ').match(/\b(?:please note|exempt|expired|failed|case|fact|pack|cohort)\b/gi)).toBeNull()
})

describe('a to-do that is added', () => {
  test('is about one of the choices or about something else; without words of its own it is called a to-do', () => {
    const [about] = taskFields
    expect(about && 'options' in about && about.options.at(-1)).toEqual({ value: 'other', label: 'Something else' })
    expect(reasonWords(task({ about: 'other', words: null }), today)).toBe('To-do.')
  })

  test('has a day from today, and a time as a clock says it', () => {
    const answers = { about: 'visit', note: 'See the kitchen', after: '1-week', at: '9.30' }
    expect(taskOf(answers, today)).toEqual({
      kind: 'set-task',
      happenedOn: '2026-05-06',
      about: 'visit',
      dueOn: '2026-05-13',
      at: '09:30',
      note: 'See the kitchen',
    })
    expect(commandSchema.safeParse(taskOf(answers, today)).success).toBe(true)
  })

  test('needs a day, and a time that is one', () => {
    const { faults } = readFields(taskFields, { about: 'visit', at: '25:00' }, today)
    expect(Object.keys(faults).sort()).toEqual(['after', 'at'])
  })
})
