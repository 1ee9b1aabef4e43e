import { expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { programmeFields, programmeOf } from '#tab/ui/FirstProgramme.tsx'
import { newProgrammeSchema } from '#domain/wireSchemas.ts'
import type { Field } from '#tab/ui/fields.ts'
import { bothKept, readFields, sayField, wordsToCopy, writeField } from '#tab/ui/fields.ts'

const today = day('2026-05-06')
const reached: Field = {
  kind: 'choice',
  name: 'reached',
  label: 'Did you reach them?',
  options: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
  sentAs: 'yes-no',
}
const hours: Field = { kind: 'hours', name: 'minutesPerWeek', label: 'How many hours is that?', optional: true }
const note: Field = { kind: 'note', name: 'note', label: 'What did you talk about?', optional: true }

test('words that could not be saved are copied with their questions, and blanks are left out', () => {
  const words = { reached: 'yes', minutesPerWeek: '', note: 'Kitchen rated 5.' }
  expect(wordsToCopy([reached, hours, note], words)).toBe('Did you reach them? Yes\nWhat did you talk about? Kitchen rated 5.')
})

test('the price of an hour is read in pounds and pence; with a comma, or above £200, the box asks', () => {
  const price: Field = { kind: 'money', name: 'pencePerHour', label: 'What do they charge for an hour?', hourly: true }
  const read = (typed: string) => {
    const { answers, faults } = readFields([price], { pencePerHour: typed }, today)
    return answers['pencePerHour'] ?? faults['pencePerHour']
  }
  expect(['19.5', '£18.50', '200'].map(read)).toEqual([1_950, 1_850, 20_000])
  expect(read('18,50')).toBe('Type 18.50 with a full stop.')
  expect(read('1850')).toBe('That is more than £200 for one hour. What do they charge for one?')
  expect(read('about 19')).toBe('Type pounds, such as 19.50.')
})

test('a value goes into its box and out again', () => {
  const fields: Field[] = [
    reached,
    hours,
    { kind: 'day', name: 'happenedOn', label: 'When?' },
    { kind: 'money', name: 'pence', label: 'How much?' },
  ]
  const values: Record<string, unknown> = { reached: false, minutesPerWeek: 375, happenedOn: '2026-05-03', pence: 101_550 }
  const words = Object.fromEntries(fields.map(field => [field.name, writeField(field, values[field.name])]))
  expect(readFields(fields, words, today).answers).toEqual(values)
})

test('a value is said in words, and a blank is called one', () => {
  expect(sayField(reached, true)).toBe('Yes')
  expect(sayField(hours, 2790)).toBe('46½')
  expect(sayField(hours, undefined)).toBe('Blank')
})

test('a programme is made from its form: areas one on each line, money in pence, days to come allowed', () => {
  const words = {
    name: 'Levels and Moors',
    id: 'levels-and-moors',
    areas: 'Glastonbury\n\n Brent Knoll ',
    from: '1 April 2026',
    to: '31/3/2028',
    costPence: '£135,000',
    followUpUntil: '',
    followUpBy: 'person',
    followUpOwner: 'Tom',
  }
  const { answers, faults } = readFields(programmeFields(), words, today)
  expect(faults).toEqual({})
  const programme = programmeOf(answers)
  expect(programme).toEqual({
    name: 'Levels and Moors',
    id: 'levels-and-moors',
    areas: ['Glastonbury', 'Brent Knoll'],
    period: { from: '2026-04-01', to: '2028-03-31' },
    costPence: 13_500_000,
    followUpBy: 'person',
    followUpOwner: 'Tom',
  })
  expect(newProgrammeSchema.safeParse(programme).error).toBeUndefined()
})

test('of words from two times neither is written over: notes stand under each other, of the rest what was typed last', () => {
  const both = (earlier: object, now: object) => bothKept([reached, hours, note], { ...earlier }, { ...now })
  expect(both({ note: 'From Tuesday', reached: 'no' }, { note: 'And today' })).toEqual({ note: 'From Tuesday\n\nAnd today', reached: 'no' })
  expect(both({ note: 'From Tuesday' }, { note: 'From Tuesday, and on' })).toEqual({ note: 'From Tuesday, and on' })
  expect(both({ reached: 'no', minutesPerWeek: '6' }, { reached: 'yes' })).toEqual({ reached: 'yes', minutesPerWeek: '6' })
  expect(both({ note: 'From Tuesday' }, { note: ' ' })).toEqual({ note: 'From Tuesday' })
})

test('a new programme asks who makes the check-ins after its money ends, by the day on which it does', () => {
  const asked = programmeFields(day('2027-03-31')).find(({ name }) => name === 'followUpBy')
  expect(asked?.label.replaceAll('\u00a0', ' ')).toBe(
    'Your money ends on 31 March 2027. Most two-year check-ins come after that. Who will ring them?',
  )
  expect(asked && 'options' in asked && asked.options.map(({ label }) => label)).toEqual([
    'The council team',
    'One named person',
    'Nobody yet',
  ])
})
