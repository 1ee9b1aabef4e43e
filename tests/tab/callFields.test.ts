import { describe, expect, test } from 'vitest'
import { callOf } from '#domain/call.ts'
import type { Call } from '#domain/callSchemas.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { commandSchema } from '#domain/commandSchemas.ts'
import { day } from '#domain/plainDate.ts'
import type { Extra } from '#domain/programmeRules.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { toMinutes } from '#domain/quantities.ts'
import {
  callCommand,
  callFields,
  callSaved,
  callStart,
  changesIn,
  lastSaid,
  noAnswerYet,
  sameAgain,
  sameState,
} from '#tab/followUp/callFields.ts'
import { besideTheirs } from '#tab/followUp/ChangedSince.tsx'
import { roundCommand, roundFields, roundSame } from '#tab/followUp/roundFields.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'
import { trading } from '../builders.ts'
import { entriesOf } from './entries.ts'

const today = day('2016-03-03')
const told = trading()
  .answered(6, '2015-09-03')
  .told('2015-09-03', { people: 5, minutesPerWeek: toMinutes(990), councilPaidMinutes: toMinutes(240) })

const callWith = (extras: Extra[] = [], story = told): Call => callOf(story.asAt('2016-03-03'), { ...defaultRules, extras }, today)
const call = callWith()
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ')

const asked = (words: Words, of = call): string[] => askedOf(callFields(of), words).map(({ name }) => name)
const read = (words: Words, of = call) => readFields(callFields(of), { ...callStart(today, words), ...words }, today)
const faults = (words: Words) => read(words).faults

/** What the server is sent of these answers. */
function command(words: Words, of = call): TypedCommand {
  const { answers, faults: wrong } = read(words, of)
  expect(wrong).toEqual({})
  return callCommand(answers, of)
}

describe('what a call asks', () => {
  test('five questions: nothing more than the answer, who told, five numbers, what changed and when next', () => {
    expect(asked({ told: 'they-did', answer: 'trading' })).toEqual([
      'answer',
      'told',
      'people',
      'minutesPerWeek',
      'councilPaidMinutes',
      'personalCareMinutes',
      'jobs',
      'changed',
      'next',
      'happenedOn',
    ])
  })

  test('without an answer nothing but the next try, a week from now', () => {
    expect(asked({ told: 'no-answer' })).toEqual(['told', 'next', 'happenedOn'])
    expect(plain(callStart(today, { told: 'no-answer' })['next'])).toBe('10 March 2016')
  })

  test('of one that stopped: why and since when, and no numbers', () => {
    expect(asked({ told: 'they-did', answer: 'stopped', ending: 'took-job' })).toEqual([
      'answer',
      'told',
      'ending',
      'stoppedOn',
      'next',
      'happenedOn',
    ])
    expect(asked({ told: 'they-did', answer: 'stopped', ending: 'moved-away' })).not.toContain('stoppedOn')
  })

  test('the split by payer and by kind only where the programme asks for it', () => {
    const split = asked({ told: 'they-did', answer: 'trading' }, callWith(['payer-split', 'kind-split']))
    expect(split.filter(name => name.startsWith('paid.'))).toHaveLength(5)
    expect(split.filter(name => name.startsWith('kinds.'))).toHaveLength(5)
  })

  test('shows under each number what was told last time, in quarters of an hour', () => {
    expect([lastSaid(call.last, 'people'), lastSaid(call.last, 'minutesPerWeek'), lastSaid(call.last, 'jobs')]).toEqual([
      'Last time 5',
      'Last time 16½',
      'Not asked last time',
    ])
    expect(lastSaid(null, 'people')).toBe('')
  })
})

describe('the command that the answers make', () => {
  const said = {
    told: 'they-did',
    answer: 'trading',
    people: '7',
    minutesPerWeek: '20¼',
    changed: 'new-price,took-someone-on',
    next: '1 June',
  }

  test('holds whole minutes, what changed and when one next speaks, and is one that the server takes', () => {
    const made = command(said)
    expect(made).toEqual({
      kind: 'check-in',
      happenedOn: '2016-03-03',
      told: 'they-did',
      month: 12,
      answer: 'trading',
      numbers: { people: 7, minutesPerWeek: 1_215 },
      changed: ['new-price', 'took-someone-on'],
      next: { dueOn: '2016-06-01' },
    })
    expect(commandSchema.safeParse(made).success).toBe(true)
    expect(plain(callSaved(made))).toBe('12-month check-in, trading. You next speak on 1 June 2016.')
    expect(changesIn(made)).toEqual(['new-price', 'took-someone-on'])
  })

  test('needs to hear how they are doing, unless nobody answered', () => {
    expect(faults({ told: 'they-did' })).toEqual({ answer: 'Pick one.' })
    const made = command({ told: 'no-answer' })
    expect(made).toEqual({ kind: 'check-in', happenedOn: '2016-03-03', told: 'no-answer', month: 12, next: { dueOn: '2016-03-10' } })
    expect(commandSchema.safeParse(made).success).toBe(true)
    expect(plain(callSaved(made))).toBe('no answer. You try again on 10 March 2016.')
  })

  test('is not made of “0 work in it”, nor of hours with a decimal comma', () => {
    expect(faults({ ...said, jobs: '0' })).toEqual({ jobs: 'At least the owner works in it.' })
    expect(faults({ ...said, minutesPerWeek: '12,5' })).toEqual({
      minutesPerWeek: 'Type hours with a full stop, such as 12½ or 12.5.',
    })
  })

  test('is not made of a next talk more than five years ahead', () => {
    // Today is 3 March 2016.
    expect(plain(faults({ ...said, next: '4 March 2021' })['next'] ?? '')).toBe('4 March 2021 is too far off. Pick 3 March 2021 or before.')
    expect(command({ ...said, next: '3 March 2021' })).toMatchObject({ next: { dueOn: '2021-03-03' } })
  })

  test('of one that moved away is that of one that trades', () => {
    const made = command({ told: 'they-did', answer: 'stopped', ending: 'moved-away' })
    expect(made).toMatchObject({ answer: 'trading', leaving: 'moved-away' })
    expect(made).not.toHaveProperty('ending')
    expect(commandSchema.safeParse(made).success).toBe(true)
  })

  test('of a split by payer stands in one place', () => {
    const made = command({ ...said, 'paid.selfFunded': '3½', 'kinds.company': '2' }, callWith(['payer-split', 'kind-split']))
    expect(made).toMatchObject({ numbers: { paid: { selfFunded: 210 }, kinds: { company: 120 } } })
    expect(commandSchema.safeParse(made).success).toBe(true)
  })
})

describe('the same as last time', () => {
  test('is one tap: how they were doing is what we heard last', () => {
    const same = sameAgain(callCommand({ told: 'they-did', happenedOn: today }, call), 'trading')
    expect(same).toEqual({ kind: 'check-in', happenedOn: '2016-03-03', told: 'they-did', month: 12, answer: 'trading', same: true })
    expect(commandSchema.safeParse(same).success).toBe(true)
    expect([sameState('paused'), sameState('lost-touch'), sameState('supported')]).toEqual(['paused', 'trading', 'not-yet-trading'])
  })

  test('leaves out numbers that were typed, and keeps what was chosen', () => {
    const typed = callCommand({ told: 'they-did', happenedOn: today, answer: 'paused', people: 9 }, call)
    expect(sameAgain(typed, 'trading')).toEqual({
      kind: 'check-in',
      happenedOn: '2016-03-03',
      told: 'they-did',
      month: 12,
      answer: 'paused',
      same: true,
    })
  })
})

describe('no answer yet', () => {
  const tried = (on: string, at: string) => {
    const story = trading().notReached('2015-09-03').notReached(on)
    return plain(noAnswerYet(callOf(story.asAt(at), defaultRules, day(at)), day(at)))
  }

  test('says when we asked, and from when they show as lost touch', () => {
    // Due on 1 September 2015; the 28 days are over on 29 September.
    expect(tried('2015-09-17', '2015-09-20')).toBe(
      'No answer yet. We asked on 3 September 2015 and 17 September 2015. From 29 September 2015 we will show them as “lost touch”. That does not mean closed. It does not mean trading.',
    )
    expect(tried('2015-09-17', '2015-10-01')).toContain('We show them as “lost touch”.')
    expect(noAnswerYet(call, today)).toBeUndefined()
  })
})

test('a check-in that somebody answered meanwhile stays: mine is a call with its numbers', () => {
  const mine = callCommand({ told: 'they-did', happenedOn: today, answer: 'trading', people: 9 }, call)
  const entry = entriesOf(trading().answered(12, '2016-03-01')).findLast(({ kind }) => kind === 'check-in-answered')
  if (!entry) throw new Error('the check-in was answered')
  expect(besideTheirs(mine, [entry])).not.toHaveProperty('month')
  expect(besideTheirs(mine, [{ ...entry, data: { month: 6 } }])).toBe(mine)
  expect(besideTheirs(mine, [{ ...entry, counts: 'taken-back' }])).toBe(mine)
})

describe('a row of the update round', () => {
  const row = (words: Words) => roundCommand(readFields(roundFields(call), words, today).answers, today, call)

  test('is the same command as a call makes', () => {
    expect(row({ how: 'trading', people: '7', minutesPerWeek: '20' })).toEqual({
      kind: 'check-in',
      happenedOn: '2016-03-03',
      told: 'they-did',
      month: 12,
      answer: 'trading',
      numbers: { people: 7, minutesPerWeek: 1_200 },
    })
    expect(row({ how: 'no-answer', people: '7' })).toEqual({ kind: 'check-in', happenedOn: '2016-03-03', told: 'no-answer', month: 12 })
    expect(row({ how: 'stopped', ending: 'took-job' })).toMatchObject({ answer: 'stopped', ending: 'took-job' })
    expect(commandSchema.safeParse(row({ how: 'stopped', ending: 'asked-no-contact' })).success).toBe(true)
  })

  test('asks six boxes at most', () => {
    expect(askedOf(roundFields(call), { how: 'trading' })).toHaveLength(6)
  })

  test('“same as last time” takes what was chosen, and else what we heard last', () => {
    expect(roundSame(undefined, today, call, 'paused')).toMatchObject({ answer: 'paused', same: true })
    expect(roundSame('trading', today, call, 'paused')).toMatchObject({ answer: 'trading', same: true })
    expect(roundSame('no-answer', today, call, 'trading')).toMatchObject({ told: 'they-did', answer: 'trading', same: true })
  })
})
