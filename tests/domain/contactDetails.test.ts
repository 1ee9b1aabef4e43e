import { describe, expect, test } from 'vitest'
import { emailOf, emailsIn, phoneOf, phonesIn, postcodeOf, postcodesIn, surnameOf } from '#domain/contactDetails.ts'

// Numbers from the ranges that Ofcom keeps for drama: 07700 900000 to 900999, 01632 960000 to 960999, 020 7946 0000 to 0999.
describe('a phone number', () => {
  test.each([
    ['07700 900123', '07700900123'],
    ['07700900123', '07700900123'],
    ['0 7700 900 123', '07700900123'],
    ['+44 7700 900123', '07700900123'],
    ['+44 (0)7700 900123', '07700900123'],
    ['+44(0) 7700-900-123', '07700900123'],
    ['0044 7700 900123', '07700900123'],
    ['44 7700 900123', '07700900123'],
    ['447700900123', '07700900123'],
    ['(01632) 960001', '01632960001'],
    ['01632 960001', '01632960001'],
    ['01632.960.001', '01632960001'],
    ['020 7946 0123', '02079460123'],
    ['07700\u00a0900123', '07700900123'],
    ['07700\u2011900\u2011123', '07700900123'],
    ['0800 111111', '0800111111'],
  ])('%s is the same number however it is written', (typed, phone) => {
    expect(phoneOf(typed)).toBe(phone)
  })

  test('a spreadsheet that ate the zero gets it back', () => {
    expect(phoneOf('7700900123')).toBe('07700900123')
    expect(phoneOf('1632960001')).toBe('01632960001')
  })

  test('from abroad keeps its country', () => {
    expect(phoneOf('+33 1 99 00 12 34')).toBe('+33199001234')
    expect(phoneOf('0033 1 99 00 12 34')).toBe('+33199001234')
  })

  test.each(['', 'none', '900123', '0770', '07700 9001', '07700 900123 45', '999', 'ask her sister'])('“%s” is no whole number', typed => {
    expect(phoneOf(typed)).toBeUndefined()
  })

  test('two in one box are both found, in their order', () => {
    expect(phonesIn('01632 960001 / 07700 900123 (after six)').map(({ phone }) => phone)).toEqual(['01632960001', '07700900123'])
    expect(phonesIn('01632 960001\n07700 900123').map(({ phone }) => phone)).toEqual(['01632960001', '07700900123'])
  })

  test('stands in a text as it was typed, and nothing else there is taken for one', () => {
    const text = 'I am free 09.30 - 10.30 on 01 02 2026. Ring +44 (0)7700 900123, my NHS number is 943 476 5919, ref 012345678901234.'
    expect(phonesIn(text).map(({ typed }) => typed)).toEqual(['+44 (0)7700 900123'])
  })
})

describe('an e-mail address', () => {
  test('is the same whatever its letter case, and with a name around it', () => {
    expect(emailOf('Mary.Lee@Example.ORG ')).toBe('mary.lee@example.org')
    expect(emailOf('Mary Lee <mary.lee@example.org>')).toBe('mary.lee@example.org')
    expect(emailOf('mailto:mary.lee@example.org')).toBe('mary.lee@example.org')
  })

  test('does not take the full stop of its sentence with it', () => {
    expect(emailsIn('Write to mary@example.org. Or to o’neil+care@mail.example.co.uk, please.')).toEqual([
      'mary@example.org',
      'neil+care@mail.example.co.uk',
    ])
  })

  test.each(['', 'mary', 'mary@', '@example.org', 'mary@example', 'mary at example.org'])('“%s” is none', typed => {
    expect(emailOf(typed)).toBeUndefined()
  })
})

describe('a postcode', () => {
  test.each([
    ['ta6 3xx', 'TA6 3XX'],
    ['TA63XX', 'TA6 3XX'],
    [' sw1a  1aa ', 'SW1A 1AA'],
    ['M1 1AE', 'M1 1AE'],
    ['gir 0aa', 'GIR 0AA'],
  ])('%s is written %s', (typed, postcode) => {
    expect(postcodeOf(typed)).toBe(postcode)
  })

  test.each(['', 'TA6', 'TA6 3X', 'TA66 33XX', '12345', 'AI1 1AA'])('“%s” has not the shape of one', typed => {
    expect(postcodeOf(typed)).toBeUndefined()
  })

  test('is found in a text', () => {
    expect(postcodesIn('12 High Street, Bridgwater ta6 3xx. I am 52.')).toEqual([{ typed: 'ta6 3xx', postcode: 'TA6 3XX' }])
  })
})

describe('a surname', () => {
  test.each([
    ['Mary Lee', 'lee'],
    ['  mary   LEE ', 'lee'],
    ['Siân O’Hara', 'ohara'],
    ["Sian O'Hara", 'ohara'],
    ['Ana Smith-Jones', 'smithjones'],
    ['Zoë', 'zoe'],
  ])('of %s is %s', (name, surname) => {
    expect(surnameOf(name)).toBe(surname)
  })

  test('is not told by initials', () => {
    expect(surnameOf('M. L.')).toBeUndefined()
    expect(surnameOf('')).toBeUndefined()
  })
})
