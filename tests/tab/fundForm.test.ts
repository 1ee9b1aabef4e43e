import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { newPotSchema } from '#domain/potSchemas.ts'
import { toPence } from '#domain/quantities.ts'
import { faultsAcross, fundParts, fundStart, potOf } from '#tab/fund/fundFields.ts'
import * as fundLabels from '#tab/fundLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Field } from '#tab/ui/fields.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'
import { ids } from '../builders.ts'
import { potAnswer } from './funds.ts'
import { readingAge } from './readingAge.ts'

const today = day('2026-05-06')
const deciders = [
  { value: ids.decider, label: 'Sam Weir' },
  { value: ids.assessor, label: 'Hazel Boon' },
]
const fields: readonly Field[] = fundParts(deciders).flatMap(part => part.fields)
const read = (words: Words) => readFields(fields, words, today)

/** What a lead types into the form of a new fund. */
const typed: Words = {
  ...fundStart(undefined),
  subsidy: 'not-a-subsidy',
  why: 'It goes to people, and to no business.',
  name: 'Start-up micro-grants',
  amountPence: '60,000',
  from: '1 April 2026',
  to: '31 March 2027',
  costCode: 'ASC-4410',
}

describe('the form of a fund', () => {
  test('first of all asks whether it is public money, and why', () => {
    expect(fields.slice(0, 2).map(({ label }) => label)).toEqual(['Is it public money? Is it a subsidy?', 'Why?'])
  })

  test('begins with £500 for one enterprise, £500 for a small grant, and 90 days for receipts', () => {
    const { answers, faults } = read(typed)
    expect(faults).toEqual({})
    expect(potOf(answers, deciders, undefined)).toEqual({
      subsidy: 'not-a-subsidy',
      why: 'It goes to people, and to no business.',
      name: 'Start-up micro-grants',
      amountPence: 60_000_00,
      from: '2026-04-01',
      to: '2027-03-31',
      capPence: 500_00,
      smallPence: 500_00,
      costCode: 'ASC-4410',
      gaps: [],
      rules: [],
      asks: [],
      quorum: 0,
      limits: [],
      evidenceDays: 90,
    })
    expect(newPotSchema.safeParse(potOf(answers, deciders, undefined)).success).toBe(true)
  })

  test('says of each box that is missing or wrong what is wrong', () => {
    const { faults } = read({ ...typed, why: '', amountPence: 'lots', costCode: '£!', evidenceDays: '0', from: '31 February' })
    expect(faults).toEqual({
      why: 'Please fill this in.',
      amountPence: 'Type pounds, such as 500.',
      costCode: 'Use letters, digits, dots, dashes and slashes.',
      evidenceDays: 'Type 1 or more.',
      from: 'We cannot read this day. Try 3/5 or 3 May.',
    })
  })

  test('does not take a fund that ends before it begins', () => {
    expect(faultsAcross(read({ ...typed, to: '1 March 2026' }).answers)).toEqual({ to: 'This is before the first day.' })
    expect(faultsAcross(read({ ...typed, to: '1 April 2026' }).answers)).toEqual({})
  })

  test('asks for one more rule only once the last is filled in, twelve at most', () => {
    const boxes = (words: Words): number => askedOf(fields, words).filter(({ name }) => name.startsWith('rule')).length
    expect(boxes({})).toBe(1)
    expect(boxes({ rule0: 'They live here.' })).toBe(2)
    expect(boxes(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`rule${at}`, 'A rule.'])))).toBe(12)
  })

  test('asks who publishes only of those who publish, and then for all three', () => {
    const names = (words: Words): string[] => askedOf(fields, words).map(({ name }) => name)
    expect(names(typed)).not.toContain('prefix')
    const { faults } = read({ ...typed, publishes: 'yes', prefix: 'Exampletown', orgId: 'gb-lae-som' })
    expect(Object.keys(faults).sort()).toEqual(['orgId', 'prefix', 'publisher'])
  })
})

describe('a fund that is there', () => {
  const before = potAnswer({
    gaps: ['meals', 'respite'],
    asks: ['council-debt'],
    quorum: 3,
    department: 'Adult care',
    rules: [
      { rule: 'for-the-idea', sentence: 'It is for the idea.' },
      { rule: 'costs-seen', sentence: 'We have seen the costs.' },
    ],
    limits: [
      { person: ids.decider, pence: toPence(300_00) },
      { person: ids.payer, pence: toPence(200_00) },
    ],
    publisher: { prefix: '360G-exampletown', orgId: 'GB-LAE-SOM', name: 'Exampletown Council' },
  })
  const { id: _id, version: _version, balance: _balance, entries: _entries, grants: _grants, ...asSent } = before

  test('goes into the boxes and comes out as it was: money, days, rules, limits and all', () => {
    const { answers, faults } = read(fundStart(before))
    expect(faults).toEqual({})
    const sent = potOf(answers, deciders, before)
    expect({ ...sent, limits: [...sent.limits].sort((a, b) => (a.person < b.person ? -1 : 1)) }).toEqual({
      ...asSent,
      limits: [...asSent.limits].sort((a, b) => (a.person < b.person ? -1 : 1)),
    })
  })

  test('keeps the code of a rule that says the same; another sentence has a code without words, which no version had before', () => {
    const { answers } = read({ ...fundStart(before), rule0: 'It gets the idea going.', rule2: 'Jo Smith has seen it.' })
    expect(potOf(answers, deciders, before).rules).toEqual([
      { rule: 'rule-4-1', sentence: 'It gets the idea going.' },
      { rule: 'costs-seen', sentence: 'We have seen the costs.' },
      { rule: 'rule-4-3', sentence: 'Jo Smith has seen it.' },
    ])
  })

  test('keeps the limit of one who decides no longer, and drops one that was emptied', () => {
    const { answers } = read({ ...fundStart(before), [`limit-${ids.decider}`]: '' })
    expect(potOf(answers, deciders, before).limits).toEqual([{ person: ids.payer, pence: 200_00 }])
  })
})

/** Every text in a value, however deep it lies. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const said = [...textsIn(fundLabels), ...fields.flatMap(({ label, hint = '' }) => [label, hint])]
const sentences = [...new Set(said.flatMap(text => text.split(/(?<=[.?!])\s+/)))].filter(sentence => sentence.split(/\s+/).length >= 4)

/** Words that the page cannot do without, and names: each is counted as one short word. */
const wordsOfArt = /entries|entry|reference|subsidy|transparency (?:code|list)|social enterprises/gi

test.each(sentences)('a child of eleven can read “%s”', sentence => {
  expect(readingAge(sentence.replaceAll(wordsOfArt, 'this'))).toBeLessThanOrEqual(11)
})

test('nothing on this page is called a case, a fact, a pack or a cohort, or has failed', () => {
  expect(said.join(' ').match(/\b(?:please note|exempt|expired|failed|case|fact|pack|cohort)\b/gi)).toBeNull()
})

test('no two boxes have one name, and no box is left without a reader', () => {
  const names = fields.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const filled = read({
    ...fundStart(potAnswer({ gaps: ['meals'], asks: ['council-debt'], quorum: 2 })),
    ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`rule${at}`, `Rule ${at}.`])),
    [`limit-${ids.decider}`]: '300',
    [`limit-${ids.assessor}`]: '200',
    department: 'Adult care',
    publishes: 'yes',
    prefix: '360G-exampletown',
    orgId: 'GB-LAE-SOM',
    publisher: 'Exampletown',
  })
  expect(Object.keys(filled.answers).sort()).toEqual([...names].sort())
  const sent = JSON.stringify(potOf(filled.answers, deciders, undefined))
  for (const text of ['Rule 11.', 'Adult care', '360G-exampletown', 'GB-LAE-SOM', 'Exampletown', '30000', '20000', 'meals', 'council-debt'])
    expect(sent).toContain(text)
})
