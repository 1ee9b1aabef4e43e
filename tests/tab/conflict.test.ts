import { describe, expect, test } from 'vitest'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { commandSchema } from '#domain/commandSchemas.ts'
import { day } from '#domain/plainDate.ts'
import { toMinutes, toPence } from '#domain/quantities.ts'
import type { Mine, Side } from '#tab/enterprise/conflict.ts'
import { commandOfPicks, conflictOf } from '#tab/enterprise/conflict.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { commandOf, stepFields, stepOf } from '#tab/enterprise/steps.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
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

describe('an entry that both put right', () => {
  const before = trading().told('2015-06-01', { people: 8, jobs: 3, minutesPerWeek: toMinutes(600) })
  const of = before.idOf('care-return')
  const was: Answers = { people: 8, jobs: 3, minutesPerWeek: 600, happenedOn: '2015-06-01' }
  const correction = (answers: Answers): Mine => ({
    ...mineOf('record-care-return', before, answers),
    of,
    before: was,
    command: { kind: 'replace', of, reason: 'wrong-details', happenedOn: day('2015-06-01') },
  })
  const theirs = before.putRight('care-return', '2015-06-01', { people: 9, jobs: 3, minutesPerWeek: toMinutes(600) }, 'wrong-details')

  test('clashes only where both changed the same field: what one of us changed alone is kept', () => {
    const mine = correction({ ...was, jobs: 4 })
    const conflict = conflictOf(mine, since(before, theirs))
    expect(conflict.clashes).toEqual([])
    expect(conflict.kept.map(({ field, whose }) => [field.name, whose])).toEqual([
      ['people', 'theirs'],
      ['jobs', 'mine'],
    ])
    expect(commandOfPicks(mine, conflict, {})).toMatchObject({ kind: 'replace', data: { people: 9, jobs: 4, minutesPerWeek: 600 } })
  })

  test('says what it was before where both changed it', () => {
    const { clashes } = conflictOf(correction({ ...was, people: 10 }), since(before, theirs))
    expect(clashes).toMatchObject([{ before: 8, mine: 10, theirs: 9, picked: undefined }])
  })

  test('is marked where it was changed again while one was picking, and the newest of it is put right', () => {
    const again = theirs.putRight('replace', '2015-06-01', { people: 11, jobs: 3, minutesPerWeek: toMinutes(600) }, 'wrong-details')
    const mine = correction({ ...was, people: 10 })
    const conflict = conflictOf(mine, since(before, again), since(before, theirs))
    expect(conflict.clashes).toMatchObject([{ mine: 10, theirs: 11, againAt: again.facts.at(-1)?.recordedAt }])
    expect(commandOfPicks(mine, conflict, { people: 'mine' })).toMatchObject({ of: again.facts.at(-1)?.id })
    expect(conflictOf(mine, since(before, again)).clashes).toMatchObject([{ againAt: undefined }])
  })

  test('is taken back in its newest version', () => {
    const mine: Mine = {
      ...correction({ reason: 'did-not-happen' }),
      command: { kind: 'withdraw', of, reason: 'did-not-happen', whole: true },
    }
    const conflict = conflictOf(mine, since(before, theirs))
    expect(conflict.clashes).toEqual([])
    expect(commandOfPicks(mine, conflict, {})).toEqual({
      kind: 'withdraw',
      of: theirs.facts.at(-1)?.id,
      reason: 'did-not-happen',
      whole: true,
    })
  })
})

test('of two lists both can stand, each thing once, and that is picked until one picks otherwise', () => {
  const spoken: Field = {
    kind: 'several',
    name: 'codes',
    label: 'Which languages?',
    options: ['polish', 'urdu', 'somali'].map(value => ({ value, label: value })),
  }
  const before = trading()
  const mine: Mine = {
    fact: 'attribute',
    fields: [spoken],
    answers: { codes: ['urdu', 'polish'], happenedOn: '2015-06-01' },
    command: { kind: 'tell-attribute', happenedOn: day('2015-06-01'), attribute: 'languages', codes: ['urdu', 'polish'] },
  }
  const theirs = before.happened('attribute', '2015-06-01', { attribute: 'languages', codes: ['urdu', 'somali'] })
  const conflict = conflictOf(mine, since(before, theirs))
  expect(conflict.clashes).toMatchObject([{ both: ['urdu', 'polish', 'somali'], picked: 'both' }])
  const picked = (side: Side) => commandOfPicks(mine, conflict, { codes: side })
  expect(picked('both')).toMatchObject({ kind: 'replace', data: { codes: ['urdu', 'polish', 'somali'] } })
  expect(picked('mine')).toMatchObject({ data: { codes: ['urdu', 'polish'] } })
  expect(picked('theirs')).toBeUndefined()
  // The same things in another order are the same list.
  const turned = { ...mine, answers: { ...mine.answers, codes: ['somali', 'urdu'] } }
  expect(conflictOf(turned, since(before, theirs)).clashes).toEqual([])
})

test('a start of trading that they put right while one was picking is put right in its newest version', () => {
  const began = supported().began('2015-03-03')
  const moved = began.putRight('trading-began', '2015-03-04')
  const mine = mineOf('begin-trading', supported(), { happenedOn: '2015-03-05' })
  const conflict = conflictOf(mine, since(supported(), moved), since(supported(), began))
  expect(conflict.clashes).toMatchObject([{ theirs: '2015-03-04', againAt: moved.facts.at(-1)?.recordedAt }])
  expect(commandOfPicks(mine, conflict, { happenedOn: 'mine' })).toMatchObject({ of: moved.facts.at(-1)?.id })
})

test('a start of trading that they took back again is in nobody’s way', () => {
  const gone = supported().began('2015-03-03').takenBack('trading-began')
  const mine = mineOf('begin-trading', supported(), { happenedOn: '2015-03-05' })
  const conflict = conflictOf(mine, since(supported(), gone))
  expect(conflict.target).toBeUndefined()
  expect(commandOfPicks(mine, conflict, {})).toEqual(mine.command)
})

describe('an offer that two people change', () => {
  const list = (name: string, ...values: string[]): Field => ({
    kind: 'several',
    name,
    label: name,
    options: values.map(value => ({ value, label: value })),
  })
  const fields: Field[] = [
    list('services', 'meals', 'company'),
    list('purposes', 'company'),
    list('areas', 'coast', 'moor', 'valley'),
    { kind: 'money', name: 'pencePerHour', label: 'Price', optional: true },
    { kind: 'hours', name: 'spareMinutes', label: 'Spare hours', optional: true },
    { kind: 'day', name: 'happenedOn', label: 'Since when?' },
  ]
  type Offer = Extract<TypedCommand, { kind: 'tell-offer' }>
  const telling = (told: Omit<Offer, 'kind' | 'happenedOn'>, on = '2015-06-01'): Mine => ({
    fact: 'services-offered',
    fields,
    answers: { ...told, happenedOn: on },
    command: { kind: 'tell-offer', happenedOn: day(on), ...told },
  })
  const before = trading().happened('areas-served', '2015-04-01', { areas: ['coast'] })
  const theirs = before.happened('areas-served', '2015-06-01', { areas: ['coast', 'moor'] })

  test('stands side by side, and both lists are kept until one picks otherwise', () => {
    const mine = telling({ areas: ['coast', 'valley'] })
    const conflict = conflictOf(mine, since(before, theirs))
    expect(conflict.target?.kind).toBe('areas-served')
    expect(conflict.clashes).toMatchObject([
      { mine: ['coast', 'valley'], theirs: ['coast', 'moor'], both: ['coast', 'valley', 'moor'], picked: 'both' },
    ])
    const command = commandOfPicks(mine, conflict, { areas: 'both' })
    expect(command).toEqual({ kind: 'tell-offer', happenedOn: '2015-06-01', areas: ['coast', 'valley', 'moor'] })
    expect(commandSchema.safeParse(command).success).toBe(true)
    expect(commandOfPicks(mine, conflict, { areas: 'theirs' })).toBeUndefined()
  })

  test('does not clash where each changed another part of it: mine is saved as I typed it', () => {
    const mine = telling({ pencePerHour: toPence(2200) })
    const conflict = conflictOf(mine, since(before, theirs))
    expect(conflict).toMatchObject({ target: undefined, clashes: [] })
    expect(commandOfPicks(mine, conflict, {})).toEqual(mine.command)
  })

  test('keeps what only I changed beside what I picked', () => {
    const mine = telling({ areas: ['coast', 'valley'], pencePerHour: toPence(2200) })
    const conflict = conflictOf(mine, since(before, theirs))
    expect(conflict.kept.map(({ field, whose }) => [field.name, whose])).toEqual([['pencePerHour', 'mine']])
    expect(commandOfPicks(mine, conflict, { areas: 'theirs' })).toEqual({
      kind: 'tell-offer',
      happenedOn: '2015-06-01',
      pencePerHour: 2200,
    })
  })

  test('asks about a list that I emptied, too', () => {
    const { clashes } = conflictOf(telling({ areas: [] }), since(before, theirs))
    expect(clashes).toMatchObject([{ mine: [], theirs: ['coast', 'moor'] }])
  })

  test('asks about two prices and two numbers of spare hours, and picks neither', () => {
    const changed = before
      .happened('price-set', '2015-06-01', { pencePerHour: toPence(2000) })
      .happened('attribute', '2015-06-01', { attribute: 'spare-hours', value: 300 })
    const { clashes } = conflictOf(telling({ pencePerHour: toPence(2200), spareMinutes: toMinutes(240) }), since(before, changed))
    expect(clashes).toMatchObject([
      { mine: 2200, theirs: 2000, picked: undefined },
      { mine: 240, theirs: 300, picked: undefined },
    ])
  })

  test('is not dated before theirs, or theirs would still stand', () => {
    const mine = telling({ areas: ['coast', 'valley'] }, '2015-05-01')
    expect(commandOfPicks(mine, conflictOf(mine, since(before, theirs)), { areas: 'both' })).toMatchObject({ happenedOn: '2015-06-01' })
  })

  test('tells what the services are for together with the services', () => {
    const company = before.happened('services-offered', '2015-06-01', { services: ['company'], purposes: ['company'] })
    const mine = telling({ services: ['meals'] })
    const conflict = conflictOf(mine, since(before, company))
    expect(commandOfPicks(mine, conflict, { services: 'both' })).toMatchObject({ services: ['meals', 'company'], purposes: ['company'] })
  })

  test('that they put right, or took back again, is compared as it stands by now', () => {
    const right = theirs.putRight('areas-served', '2015-06-01', { areas: ['moor'] }, 'wrong-details')
    expect(conflictOf(telling({ areas: ['valley'] }), since(before, right)).clashes).toMatchObject([{ theirs: ['moor'] }])
    const gone = theirs.takenBack('areas-served')
    expect(conflictOf(telling({ areas: ['valley'] }), since(before, gone)).target).toBeUndefined()
  })
})
