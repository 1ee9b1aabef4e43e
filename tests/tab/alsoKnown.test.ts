import { expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { Extra } from '#domain/programmeRules.ts'
import { toPence } from '#domain/quantities.ts'
import { alsoKnown } from '#tab/enterprise/alsoKnown.ts'
import { factFields } from '#tab/enterprise/factFields.ts'
import { stepFields } from '#tab/enterprise/steps.ts'
import { usualChoices } from '#tab/enterprise/useChoices.ts'
import type { Journey } from '../builders.ts'
import { trading } from '../builders.ts'

const today = day('2016-05-06')
const on = '2015-06-01'

/** The rows as one reads them, with plain spaces. */
const read = (journey: Journey) =>
  alsoKnown(journey.asAt(), today).map(({ name, values }) => `${name}: ${values.join(' | ')}`.replaceAll('\u00a0', ' '))

test('an enterprise of which nothing else was told has no rows', () => {
  expect(read(trading())).toEqual([])
})

test('languages, communities and a rating are said by their names, the latest of each', () => {
  const told = trading()
    .happened('attribute', on, { attribute: 'languages', codes: ['urdu'] })
    .happened('attribute', '2015-07-01', { attribute: 'languages', codes: ['bsl', 'polish'] })
    .happened('attribute', on, { attribute: 'communities', codes: ['lgbt', 'rural'] })
    .happened('attribute', on, { attribute: 'cqc-rating', codes: ['requires-improvement'] })
  expect(read(told)).toEqual([
    'Languages: British Sign Language, Polish',
    'Works with: LGBT people, Villages',
    'CQC rating: Needs to improve, 1 June 2015',
  ])
})

test('money won and complaints are added up, and each council loan stands by itself', () => {
  // £1,500 and £250 are £1,750; one complaint and two are three.
  const told = trading()
    .happened('attribute', on, { attribute: 'money-won', value: toPence(1_500_00) })
    .happened('attribute', '2015-07-01', { attribute: 'money-won', value: toPence(250_00) })
    .happened('attribute', on, { attribute: 'complaints-upheld', value: 1 })
    .happened('attribute', '2015-07-01', { attribute: 'complaints-upheld', value: 2 })
    .happened('attribute', on, { attribute: 'council-loan', value: toPence(800_00), until: day('2017-06-01') })
    .happened('attribute', '2015-08-01', { attribute: 'council-loan', value: toPence(200_00) })
  expect(read(told)).toEqual([
    'Complaints upheld: 3 complaints',
    'Other money won: £1,750',
    'Council loan: £800, 1 June 2015, until 1 June 2017 | £200, 1 August 2015',
  ])
})

test('an attestation whose last day is over asks to be asked about again', () => {
  const told = trading()
    .happened('attribute', on, { attribute: 'charter', until: day('2016-05-06') })
    .happened('attribute', on, { attribute: 'living-wage', value: toPence(12_60), until: day('2016-05-05') })
  expect(read(told)).toEqual([
    'Care charter: since 1 June 2015, until 6 May 2016',
    'Living wage: £12.60 an hour, until 5 May 2016. Ask again.',
  ])
})

test('training that is needed stands apart from training that is done, with its cost and who paid', () => {
  const told = trading()
    .happened('training-needed', on, { skill: 'first-aid' })
    .happened('training-needed', on, { skill: 'medicines' })
    .happened('training-done', '2015-09-01', { skill: 'first-aid', pence: toPence(45_00), paidBy: 'programme' })
  expect(read(told)).toEqual([
    'Training needed: Medicines, since 1 June 2015',
    'Training done: First aid, 1 September 2015, £45, the programme',
  ])
})

const details = (journey: Journey, extras: Extra[] = []): string[] => {
  const [which] = stepFields('tell-attribute', journey.asAt(), { ...usualChoices, extras })
  return which && 'options' in which ? which.options.map(({ value }) => value) : []
}

test('the charter and the living wage are asked where they are switched on, and where one is on record', () => {
  expect(details(trading())).not.toContain('charter')
  expect(details(trading())).not.toContain('living-wage')
  expect(details(trading(), ['charter'])).toContain('charter')
  expect(details(trading(), ['charter'])).not.toContain('living-wage')
  expect(details(trading().happened('attribute', on, { attribute: 'living-wage', value: toPence(12_60) }))).toContain('living-wage')
})

test('where an enquiry would work and how it came can be added and put right, and its kind where the programme takes in community activities', () => {
  const asked = (extras: Extra[], journey = trading()): string[] =>
    factFields('enquired', journey.asAt(), { ...usualChoices, areas: ['levels'], extras }).map(({ name }) => name)
  expect(asked([])).toEqual(['area', 'heardOf', 'lastJob'])
  expect(asked(['community'])).toEqual(['area', 'ventureKind', 'heardOf', 'lastJob'])
  const activity = trading().putRight('enquired', '2015-01-05', { reference: 'LM-001', ventureKind: 'community-activity' })
  expect(asked([], activity)).toContain('ventureKind')
})
