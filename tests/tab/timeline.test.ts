import { expect, test } from 'vitest'
import { headOf, sinceBefore } from '#tab/enterprise/entryWords.ts'
import { letsThrough, timelineOf, typedInOn } from '#tab/enterprise/timeline.ts'
import type { Line } from '#tab/enterprise/timeline.ts'
import type { Journey } from '../builders.ts'
import { cqcAnswers, supported, trading } from '../builders.ts'
import { entriesOf } from './entries.ts'

const linesOf = (given: Journey): Line[] => timelineOf(entriesOf(given))
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
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

test('a check that was renewed late says when the one before ran out', () => {
  // It held until 19 February 2016: on the day after it had run out, and 10 March is the 20th day after (10 in February of a leap year, 10 in March).
  const late = trading().insured('2016-03-10', '2017-03-09')
  expect(plain(sinceBefore(lineOf(late, 'check-seen')))).toBe('The one before ran out on 19 February 2016, 20 days earlier.')
  expect(sinceBefore(lineOf(trading().insured('2016-02-19', '2017-02-19'), 'check-seen'))).toBe('')
  const other = trading().happened('check-seen', '2016-03-10', { check: 'food-hygiene' })
  expect(sinceBefore(lineOf(other, 'check-seen'))).toBe('')
})

test('a check that was taken back is not the one before', () => {
  const story = trading().takenBack('check-seen').insured('2016-03-10', '2017-03-09')
  expect(sinceBefore(lineOf(story, 'check-seen'))).toBe('')
})

test('a CQC check says what the answer was before, where it is another now', () => {
  const { onePerson, twoPeople } = cqcAnswers
  const first = trading().happened('scoped', '2015-10-12', { outcome: 'individual-1-3-c', answers: onePerson })
  const second = first.happened('scoped', '2016-05-06', { outcome: 'required', answers: twoPeople })
  expect(plain(sinceBefore(lineOf(second, 'scoped')))).toBe('Before, on 12 October 2015: probably not needed.')
  expect(sinceBefore(lineOf(first, 'scoped'))).toBe('')
  const again = first.happened('scoped', '2016-05-06', { outcome: 'individual-1-3-c', answers: onePerson })
  expect(sinceBefore(lineOf(again, 'scoped'))).toBe('')
})

test('a change of form names the form before, and what is sent to CQC again says so', () => {
  const cic = trading().constituted('2016-01-10', 'cic')
  expect(sinceBefore(lineOf(cic, 'constituted'))).toBe('Before that: self-employed.')
  expect(sinceBefore(lineOf(trading(), 'constituted'))).toBe('')
  const sent = trading().happened('registration-moved', '2015-06-01', { to: 'submitted' })
  const again = sent
    .happened('registration-moved', '2015-06-20', { to: 'returned' })
    .happened('registration-moved', '2015-07-01', { to: 'submitted' })
  expect(plain(sinceBefore(lineOf(again, 'registration-moved')))).toBe('They had sent it before, on 1 June 2015.')
  expect(sinceBefore(lineOf(sent, 'registration-moved'))).toBe('')
})

test('what changed is said in its first words', () => {
  const { happened } = lineOf(trading().happened('changed', '2016-04-28', { what: 'took-someone-on' }), 'changed')
  expect(headOf(happened)).toBe('Something changed: took someone on')
})
