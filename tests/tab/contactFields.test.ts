import { expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { broughtAlong, contactFields, contactStart } from '#tab/enterprise/contactFields.ts'
import { stepStart } from '#tab/enterprise/useStep.ts'
import { supported, trading } from '../builders.ts'

const today = day('2015-05-06')

test('who told us how they are doing was reached, so one tap says both', () => {
  expect(broughtAlong('heard', 'trading', {})).toEqual({ reached: 'yes' })
  expect(broughtAlong('heard', '', {})).toEqual({})
  expect(broughtAlong('note', 'She rang back.', {})).toEqual({})
})

test('where nobody was there one tries again in a week, unless another day was said', () => {
  expect(broughtAlong('reached', 'no', {})).toEqual({ after: '1-week' })
  expect(broughtAlong('reached', 'no', { after: '1-month' })).toEqual({})
  expect(broughtAlong('reached', 'yes', {})).toEqual({})
})

test('a call takes a quarter of an hour and a visit an hour, today, unless somebody says otherwise', () => {
  expect(contactStart('call', today)).toMatchObject({ channel: 'call', minutes: '15' })
  expect(contactStart('visit', today)).toMatchObject({ channel: 'visit', minutes: '60' })
})

test('what is mostly right stands last in the form of a contact', () => {
  expect(contactFields(supported().asAt(), {}).map(({ name }) => name)).toEqual([
    'reached',
    'heard',
    'note',
    'happenedOn',
    'channel',
    'minutes',
  ])
})

test('the training that is waited for stands in the form that says it is done; of two, neither does', () => {
  const waits = trading().happened('training-needed', '2015-03-02', { skill: 'first-aid' })
  const both = waits.happened('training-needed', '2015-03-03', { skill: 'safeguarding' })
  expect(stepStart('finish-training', {}, waits.asAt(), today)).toMatchObject({ skill: 'first-aid' })
  expect(stepStart('finish-training', {}, both.asAt(), today)).not.toHaveProperty('skill')
  expect(stepStart('need-training', {}, waits.asAt(), today)).not.toHaveProperty('skill')
})
