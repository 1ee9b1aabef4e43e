import { describe, expect, test } from 'vitest'
import { isSameName, lastRecordedAt } from '#domain/publication.ts'
import { toPence } from '#domain/quantities.ts'
import { ids, noon } from '../builders.ts'
import { paid, step } from './grantStories.ts'

const other = 'b0000000-0000-4000-8000-000000000002'
const last = ({ facts }: typeof paid, of: string = ids.grant) => lastRecordedAt(facts, of)

describe('a grant was last modified', () => {
  test('when its last entry was recorded, and not when it happened', () => {
    expect(last(paid)).toBe(noon('2015-04-20'))
    const late = step(paid.writtenOn('2015-07-01'), 'grant-evidence-seen', '2015-05-10', { pence: toPence(450_00) })
    expect(last(late)).toBe(noon('2015-07-01'))
  })

  test('not by what is recorded of the enterprise beside it, nor of another grant', () => {
    const more = paid.writtenOn('2015-08-01').reached('2015-08-01')
    expect(last(more)).toBe(noon('2015-04-20'))
    const second = step(more, 'grant-decided', '2015-08-01', { pence: toPence(10_00), gap: 'respite' }, other)
    expect([last(second), last(second, other)]).toEqual([noon('2015-04-20'), noon('2015-08-01')])
  })

  test('by what puts an entry right or takes it back, and by taking that back again', () => {
    const without = paid.writtenOn('2015-09-01').takenBack('grant-paid')
    expect(last(without)).toBe(noon('2015-09-01'))
    const [again] = without.facts.slice(-1)
    expect(last(without.writtenOn('2015-10-01').takenBack(again?.id ?? ''))).toBe(noon('2015-10-01'))
    expect(last(paid.writtenOn('2015-09-02').takenBack('trading-began'))).toBe(noon('2015-04-20'))
  })

  test('never, where nothing was recorded of it', () => {
    expect(last(paid, other)).toBeUndefined()
  })
})

describe('a name that may be the person’s own', () => {
  test.each([
    ['Jo Marsh', 'jo  marsh '],
    ['Jo Marsh', 'Jo Marsh Care'],
    ['Mrs Jo Marsh', 'Marsh, Jo'],
    ['Siân O’Hara', 'SIÂN O’HARA HOME HELP'],
    ['', 'Willow Companions'],
  ])('is %j beside %j, either way round', (contact, name) => {
    expect([isSameName(contact, name), isSameName(name, contact)]).toEqual([true, true])
  })

  test.each([
    ['Jo Marsh', 'Willow Companions'],
    ['Jo Marsh', 'Marsh Companions'],
  ])('is not %j beside %j', (contact, name) => {
    expect([isSameName(contact, name), isSameName(name, contact)]).toEqual([false, false])
  })
})
