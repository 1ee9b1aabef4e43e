import { expect, test } from 'vitest'
import { letsThrough, timelineOf, typedInOn } from '#tab/enterprise/timeline.ts'
import type { Line } from '#tab/enterprise/timeline.ts'
import type { Journey } from '../builders.ts'
import { supported, trading } from '../builders.ts'
import { entriesOf } from './entries.ts'

const linesOf = (given: Journey): Line[] => timelineOf(entriesOf(given))
const lineOf = (given: Journey, kind: string): Line => linesOf(given).find(({ happened }) => happened.kind === kind)!

test('the latest day comes first; of one day, what was recorded last', () => {
  const lines = linesOf(supported().reached('2015-02-01').told('2015-02-01', { people: 3 }).ideaAgreed('2015-01-25'))
  expect(lines.map(({ day, happened }) => `${day} ${happened.kind}`)).toEqual([
    '2015-02-01 care-return',
    '2015-02-01 contact',
    '2015-01-25 idea-agreed',
    '2015-01-20 accepted',
    '2015-01-05 enquired',
  ])
})

test('what was put right stands on its right day, with the old day and the reason', () => {
  const line = lineOf(trading().putRight('trading-began', '2015-03-08'), 'trading-began')
  expect(line.day).toBe('2015-03-08')
  expect(line.was.map(({ day }) => day)).toEqual(['2015-03-01'])
  expect(line.why.map(({ reason }) => reason)).toEqual(['wrong-date'])
})

test('put right twice, it shows both that it was, and a third correction points at the second', () => {
  const once = trading().putRight('trading-began', '2015-03-08')
  const twice = once.putRight(once.facts.at(-1)!.id, '2015-03-09')
  const line = lineOf(twice, 'trading-began')
  expect(line.day).toBe('2015-03-09')
  expect(line.was.map(({ day }) => day)).toEqual(['2015-03-01', '2015-03-08'])
  expect(line.id).toBe(twice.facts.at(-1)!.id)
})

test('what was taken back stays in its place, struck through, with the reason', () => {
  const line = lineOf(supported().reached('2015-02-01').takenBack('contact', 'wrong-enterprise'), 'contact')
  expect(line.takenBack).toMatchObject({ reason: 'wrong-enterprise' })
})

test('what was taken back and brought back counts again', () => {
  const back = supported().reached('2015-02-01').takenBack('contact').takenBack('withdraw')
  expect(lineOf(back, 'contact').takenBack).toBeUndefined()
})

test('a correction that was taken back leaves the entry as it was', () => {
  const line = lineOf(trading().putRight('trading-began', '2015-03-08').takenBack('replace'), 'trading-began')
  expect(line.day).toBe('2015-03-01')
  expect(line.was).toEqual([])
})

test('an entry says on which day it was typed in, where that is another day', () => {
  expect(typedInOn(lineOf(supported().writtenOn('2015-02-10').reached('2015-02-01'), 'contact'))).toBe('2015-02-10')
  expect(typedInOn(lineOf(supported().reached('2015-02-01'), 'contact'))).toBeUndefined()
})

test('each filter lets through what it names', () => {
  const lines = linesOf(
    trading().reached('2015-04-01').granted('2015-04-02').told('2015-04-03', { people: 2 }).putRight('contact', '2015-04-05'),
  )
  const through = (filter: Parameters<typeof letsThrough>[0]) =>
    lines.filter(line => letsThrough(filter, line)).map(({ happened }) => happened.kind)
  expect(through('contacts')).toEqual(['contact'])
  expect(through('money')).toEqual(['grant-decided'])
  expect(through('numbers')).toEqual(['care-return'])
  expect(through('put-right')).toEqual(['contact'])
  expect(through('all')).toHaveLength(lines.length)
})
