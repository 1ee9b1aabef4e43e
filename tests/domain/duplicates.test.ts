import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Details } from '#domain/duplicates.ts'
import { agreeing, matchesOf, mayBeTheSame } from '#domain/duplicates.ts'

const mary: Details = { name: 'Mary Lee', phone: '07700 900123', email: 'Mary@Example.org', postcode: 'ta6 3xx' }

describe('A record is found', () => {
  test('by phone, by e-mail, and by surname and postcode together', () => {
    expect(matchesOf(mary)).toEqual([
      { kind: 'phone', value: '07700900123' },
      { kind: 'email', value: 'mary@example.org' },
      { kind: 'postcode-surname', value: 'TA6 3XX lee' },
    ])
  })

  test('by each of two numbers in one box, once', () => {
    expect(matchesOf({ phone: '01632 960001 / 07700 900147 / 01632 960001' })).toEqual([
      { kind: 'phone', value: '01632960001' },
      { kind: 'phone', value: '07700900147' },
    ])
  })

  test('never by a name alone, nor by a postcode alone', () => {
    expect(matchesOf({ name: 'Mary Lee' })).toEqual([])
    expect(matchesOf({ name: 'M. L.', postcode: 'TA6 3XX' })).toEqual([])
    expect(matchesOf({ name: '', postcode: 'TA6 3XX' })).toEqual([])
  })

  test('by the person’s surname where the enterprise has a name of its own', () => {
    const [found] = matchesOf({ name: 'Harbour Help', contactName: 'Mary Lee', postcode: 'TA6 3XX' })
    expect(found).toEqual({ kind: 'postcode-surname', value: 'TA6 3XX lee' })
  })
})

describe('Two people’s details', () => {
  const signsOf = (other: Details) => agreeing(mary, other)

  test('agree however each was written', () => {
    expect(signsOf({ name: 'M Lee', phone: '+44 7700 900123', email: 'MARY@example.org', postcode: 'TA63XX' })).toEqual([
      'phone',
      'email',
      'postcode',
      'name',
    ])
  })

  test('agree by either of two numbers in one box', () => {
    expect(signsOf({ name: 'Ann Poe', phone: '01632 960001 / 07700 900123' })).toEqual(['phone'])
  })

  test('do not agree in what neither has', () => {
    expect(agreeing({ name: 'Mary Lee', phone: '' }, { name: 'Ann Poe', phone: '', email: null })).toEqual([])
  })

  test('are worth a question by phone, by e-mail, or by name and postcode; by one of these two alone they are not', () => {
    expect(mayBeTheSame(['phone'])).toBe(true)
    expect(mayBeTheSame(['email'])).toBe(true)
    expect(mayBeTheSame(['postcode', 'name'])).toBe(true)
    expect(mayBeTheSame(['name'])).toBe(false)
    expect(mayBeTheSame(['postcode'])).toBe(false)
    expect(mayBeTheSame([])).toBe(false)
  })
})

describe('Whatever is typed', () => {
  const box = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('07700 900123', 'mary@example.org', 'TA6 3XX', 'Mary Lee', ''))
  const details = fc.record({ name: box, contactName: box, phone: box, email: box, postcode: box })

  test('a person who can be found agrees with themselves in a way that is worth a question', () => {
    fc.assert(
      fc.property(details, each => {
        expect(matchesOf(each).length === 0 || mayBeTheSame(agreeing(each, each))).toBe(true)
      }),
    )
  })

  test('agreeing goes both ways', () => {
    fc.assert(
      fc.property(details, details, (one, other) => {
        expect(agreeing(one, other)).toEqual(agreeing(other, one))
      }),
    )
  })
})
