import { expect, test } from 'vitest'
import { commandSchema } from '#domain/commandSchemas.ts'
import { day } from '#domain/plainDate.ts'
import { cameIn, offeredOf, sessionCommand, sessionFields } from '#tab/groupSession/sessionFields.ts'
import { readFields } from '#tab/ui/fields.ts'
import { caseIdOf, ids } from '../builders.ts'
import { caseRow } from './caseRows.ts'

const today = day('2026-05-20')
const rows = [1, 2, 3].map(number => caseRow(number, { name: `Number ${number}`, catalyst: number === 3 ? ids.catalyst : null }))
const who = `${caseIdOf(1)},${caseIdOf(3)}`
const read = (words: Record<string, string>) => readFields(sessionFields(rows), words, today)

test('a session is a contact in a group for each who came, with its kind, minutes and note, and no word on how they trade', () => {
  const { answers, faults } = read({ happenedOn: '18 May', session: 'workshop', who, minutes: '90', note: 'Insurance' })
  expect(faults).toEqual({})
  const command = sessionCommand(answers)
  expect(command).toEqual({
    kind: 'log-contact',
    happenedOn: '2026-05-18',
    reached: true,
    channel: 'group',
    session: 'workshop',
    minutes: 90,
    note: 'Insurance',
  })
  expect(commandSchema.safeParse(command).success).toBe(true)
})

test('it asks for the day, what it was and who came; the rest may stay blank', () => {
  expect(Object.keys(read({}).faults)).toEqual(['happenedOn', 'session', 'who'])
  expect(read({ happenedOn: '18 May', session: 'meet-up', who }).faults).toEqual({})
})

test('a session that is still to come is not logged', () => {
  const { faults } = read({ happenedOn: '21 May 2026', session: 'meet-up', who })
  expect(Object.keys(faults)).toEqual(['happenedOn'])
  expect(faults['happenedOn']).toMatch(/is still to come\.$/)
})

test('who is ticked is known by id, whatever else the words hold', () => {
  expect(cameIn(`${caseIdOf(3)},not-there`, rows).map(({ name }) => name)).toEqual(['Number 3'])
  expect(cameIn(undefined, rows)).toEqual([])
})

test('of those who are not ticked, one’s own are offered first, and no more than fit', () => {
  expect(offeredOf(rows, [], ids.catalyst, 8).map(({ name }) => name)).toEqual(['Number 3', 'Number 1', 'Number 2'])
  expect(offeredOf(rows, cameIn(caseIdOf(3), rows), ids.catalyst, 1).map(({ name }) => name)).toEqual(['Number 1'])
})
