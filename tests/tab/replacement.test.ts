import { expect, test } from 'vitest'
import { commandSchema } from '#domain/commandSchemas.ts'
import { factFields } from '#tab/enterprise/factFields.ts'
import { replacementOf } from '#tab/enterprise/replacement.ts'
import { usualChoices } from '#tab/enterprise/useChoices.ts'
import { timelineOf } from '#tab/enterprise/timeline.ts'
import type { Answers } from '#tab/ui/fields.ts'
import type { Journey } from '../builders.ts'
import { supported, trading } from '../builders.ts'
import { entriesOf } from './entries.ts'

/** Puts the one entry of a kind right, as its form would. */
function putRight(given: Journey, kind: string, answers: Answers) {
  const line = timelineOf(entriesOf(given)).find(({ happened }) => happened.kind === kind)!
  const command = replacementOf(line, factFields(line.happened.kind, given.asAt()), { reason: 'wrong-details', ...answers })
  expect(commandSchema.safeParse(command).error).toBeUndefined()
  return command
}

test('where only the day was wrong, only the day is sent', () => {
  expect(putRight(trading(), 'trading-began', { reason: 'wrong-date', happenedOn: '2015-03-08' })).toEqual({
    kind: 'replace',
    of: trading().idOf('trading-began'),
    reason: 'wrong-date',
    happenedOn: '2015-03-08',
  })
})

test('a right amount keeps which grant it is', () => {
  const given = trading().granted('2015-04-02')
  const command = putRight(given, 'grant-decided', { happenedOn: '2015-04-02', pence: 25_000, gap: 'company' })
  expect(command).toMatchObject({ data: { grantId: 'b0000000-0000-4000-8000-000000000001', pence: 25_000, gap: 'company' } })
})

test('a number that was told by mistake is blank again', () => {
  const given = trading().told('2015-06-01', { people: 9, jobs: 3 })
  expect(putRight(given, 'care-return', { happenedOn: '2015-06-01', people: 9 })).toMatchObject({ data: { people: 9 } })
  expect(putRight(given, 'care-return', { happenedOn: '2015-06-01', people: 9 })).not.toMatchObject({ data: { jobs: 3 } })
})

test('a company number goes to Companies House, with the zeros that spreadsheets drop', () => {
  const command = putRight(supported().constituted('2015-02-10', 'cic'), 'constituted', {
    happenedOn: '2015-02-10',
    form: 'cic',
    identifier: '1234567',
  })
  expect(command).toMatchObject({ data: { form: 'cic', register: 'companies-house', identifier: '01234567' } })
})

test('self-employed people are on no register', () => {
  const command = putRight(supported().constituted('2015-02-10', 'cic'), 'constituted', { happenedOn: '2015-02-10', form: 'sole_trader' })
  expect(command).toMatchObject({ data: { form: 'sole_trader' } })
  expect(command).not.toHaveProperty('data.register')
})

test('an area that was left out of an enquiry is added to it, and all else of it stays', () => {
  const line = timelineOf(entriesOf(supported())).find(({ happened }) => happened.kind === 'enquired')!
  const fields = factFields('enquired', supported().asAt(), { ...usualChoices, areas: ['moors'] })
  const command = replacementOf(line, fields, {
    reason: 'wrong-details',
    happenedOn: '2015-01-05',
    area: 'moors',
    heardOf: 'social-worker',
  })
  expect(commandSchema.safeParse(command).error).toBeUndefined()
  expect(command).toMatchObject({ data: { ...line.happened.data, area: 'moors', heardOf: 'social-worker' } })
})
