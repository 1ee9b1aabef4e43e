import { expect, test } from 'vitest'
import { commandSchema } from '#domain/commandSchemas.ts'
import { day } from '#domain/plainDate.ts'
import type { Mine } from '#tab/enterprise/conflict.ts'
import { commandOfPicks, conflictOf } from '#tab/enterprise/conflict.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { commandOf, stepFields, stepOf } from '#tab/enterprise/steps.ts'
import type { Answers } from '#tab/ui/fields.ts'
import type { Journey } from '../builders.ts'
import { supported, trading } from '../builders.ts'
import { entriesOf } from './entries.ts'

/** What one was about to save. */
function mineOf(kind: StepKind, before: Journey, answers: Answers): Mine {
  return { fact: stepOf(kind).fact, fields: stepFields(kind, before.asAt()), answers, command: commandOf(kind, answers) }
}

/** What was recorded on a record since one opened the form. */
const since = (before: Journey, after: Journey) => entriesOf(after).slice(before.facts.length)

test('two days for one start of trading stand beside each other, and nothing is picked for a day', () => {
  const mine = mineOf('begin-trading', supported(), { happenedOn: '2015-03-05' })
  const { clashes } = conflictOf(mine, since(supported(), supported().began('2015-03-03')))
  expect(clashes).toMatchObject([{ mine: '2015-03-05', theirs: '2015-03-03', picked: undefined }])
})

test('picking my day puts their entry right, so that trading began once', () => {
  const mine = mineOf('begin-trading', supported(), { happenedOn: '2015-03-05' })
  const conflict = conflictOf(mine, since(supported(), supported().began('2015-03-03')))
  expect(commandOfPicks(mine, conflict, { happenedOn: 'mine' })).toEqual({
    kind: 'replace',
    of: '3.0',
    reason: 'wrong-date',
    happenedOn: '2015-03-05',
  })
})

test('picking theirs leaves nothing to save', () => {
  const mine = mineOf('begin-trading', supported(), { happenedOn: '2015-03-05' })
  const conflict = conflictOf(mine, since(supported(), supported().began('2015-03-03')))
  expect(commandOfPicks(mine, conflict, { happenedOn: 'theirs' })).toBeUndefined()
})

test('what they did about something else does not clash: mine is saved as I typed it', () => {
  const mine = mineOf('begin-trading', supported(), { happenedOn: '2015-03-05' })
  const conflict = conflictOf(mine, since(supported(), supported().ideaAgreed('2015-03-01')))
  expect(conflict.clashes).toEqual([])
  expect(commandOfPicks(mine, conflict, {})).toEqual({ kind: 'begin-trading', happenedOn: '2015-03-05' })
})

test('numbers of two days both stand', () => {
  const mine = mineOf('record-care-return', trading(), { happenedOn: '2015-06-10', people: 9 })
  const conflict = conflictOf(mine, since(trading(), trading().told('2015-06-01', { people: 8 })))
  expect(conflict.target).toBeUndefined()
})

test('numbers of the same day are picked one by one, and what one left blank is kept from the other', () => {
  const mine = mineOf('record-care-return', trading(), { happenedOn: '2015-06-01', people: 9, minutesPerWeek: 2790 })
  const conflict = conflictOf(mine, since(trading(), trading().told('2015-06-01', { people: 8, jobs: 3 })))
  expect(conflict.clashes.map(({ field }) => field.name)).toEqual(['people'])
  const command = commandOfPicks(mine, conflict, { people: 'theirs' })
  expect(command).toMatchObject({ kind: 'replace', reason: 'wrong-details', data: { people: 8, jobs: 3, minutesPerWeek: 2790 } })
  expect(commandSchema.safeParse(command).success).toBe(true)
})

test('a choice is mine until I pick theirs', () => {
  const mine = mineOf('stop', trading(), { happenedOn: '2015-06-01', ending: 'took-job' })
  const { clashes } = conflictOf(mine, since(trading(), trading().stopped('2015-06-01', 'unknown')))
  expect(clashes).toMatchObject([{ mine: 'took-job', theirs: 'unknown', picked: 'mine' }])
})

test('two answers to one check-in clash, answers to two check-ins do not', () => {
  const answers = { happenedOn: '2015-09-02', month: 6, answer: 'trading' }
  const theirs = trading().answered(6, '2015-09-01', 'paused')
  const names = (mine: Mine) => conflictOf(mine, since(trading(), theirs)).clashes.map(({ field }) => field.name)
  expect(names(mineOf('answer-check-in', trading(), answers))).toEqual(['answer', 'happenedOn'])
  expect(names(mineOf('answer-check-in', trading(), { ...answers, month: 12 }))).toEqual([])
})

test('my words are never in the way and are always sent', () => {
  const mine = mineOf('stop', trading(), { happenedOn: '2015-06-01', ending: 'unknown', note: 'She rang on Monday.' })
  const conflict = conflictOf(mine, since(trading(), trading().stopped('2015-06-01', 'unknown')))
  expect(conflict.clashes).toEqual([])
  expect(commandOfPicks(mine, conflict, {})).toMatchObject({ kind: 'replace', note: 'She rang on Monday.' })
})

test('two corrections of one entry clash', () => {
  const before = trading()
  const of = before.idOf('trading-began')
  const mine: Mine = {
    ...mineOf('begin-trading', before, { happenedOn: '2015-03-05' }),
    of,
    command: { kind: 'replace', of, reason: 'wrong-date', happenedOn: day('2015-03-05') },
  }
  const conflict = conflictOf(mine, since(before, before.putRight('trading-began', '2015-03-09')))
  expect(conflict.clashes).toMatchObject([{ mine: '2015-03-05', theirs: '2015-03-09' }])
  expect(commandOfPicks(mine, conflict, { happenedOn: 'mine' })).toMatchObject({ of: conflict.target?.id, happenedOn: '2015-03-05' })
})
