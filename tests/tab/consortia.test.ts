import { expect, test } from 'vitest'
import type { Consortium } from '#domain/consortiumSchemas.ts'
import { consortiumWords, inDateLabels, togetherWords } from '#tab/consortia/consortiumWords.ts'
import { ourNames } from '#tab/settings/codeNames.ts'
import { readingAge } from './readingAge.ts'

const consortium = (more: Partial<Consortium>): Consortium => ({
  consortium: 'moor-carers',
  name: 'Moor Carers',
  members: 3,
  services: ['dog-walks'],
  minutesPerWeek: 3_150,
  withHours: 2,
  rows: [],
  ...more,
})
const said = (more: Partial<Consortium>): string => togetherWords(consortium(more), ourNames).replaceAll('\u00a0', ' ')

test('a consortium says how many are in it, their hours and of how many those are, and what they offer', () => {
  // 3,150 minutes are 52½ hours.
  expect(said({})).toBe('3 members. 52½ hours a week, of 2 whose hours we know. Dog walks.')
  expect(said({ withHours: 3, services: [] })).toBe('3 members. 52½ hours a week.')
  expect(said({ withHours: 0, minutesPerWeek: 0, services: [] })).toBe('3 members. Nobody’s hours are known.')
  expect(said({ members: 0 })).toBe('Nobody has joined it yet.')
})

test.each(Object.values(consortiumWords))('a child of eleven can read “%s”', words => {
  expect(readingAge(words.replaceAll('DBS', 'this'))).toBeLessThanOrEqual(11)
})

test('a check never expires here', () => {
  expect([...Object.values(inDateLabels), ...Object.values(consortiumWords)].join(' ')).not.toMatch(/expir|fail|case\b/i)
})
