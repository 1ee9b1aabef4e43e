import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEmail } from '#domain/pastedEmail.ts'

const whole = `From: Mary Lee <mary.lee@example.org>
Sent: 26 November 2026 18:04
To: Enquiries <enquiries@programme.example>
Subject: Helping older neighbours

Hello,

I left home care in May. I would like to do shopping and company for neighbours, mornings.
You can ring me on +44 (0)7700 900123 after six.

Kind regards,
Mary
12 High Street, Bridgwater, ta6 3xx
Tel: +44 (0)7700 900123`

describe('A pasted e-mail', () => {
  test('gives the name, the phone, the address it came from and the postcode', () => {
    const { name, phone, email, postcode } = readEmail(whole)
    expect({ name, phone, email, postcode }).toEqual({
      name: 'Mary Lee',
      phone: '+44 (0)7700 900123',
      email: 'mary.lee@example.org',
      postcode: 'TA6 3XX',
    })
  })

  test('leaves the rest as the note, with its subject and without lines that held nothing else', () => {
    expect(readEmail(whole).note).toBe(`Helping older neighbours

Hello,

I left home care in May. I would like to do shopping and company for neighbours, mornings.
You can ring me on +44 (0)7700 900123 after six.

Mary
12 High Street, Bridgwater, ta6 3xx`)
  })

  test('does not take the address that it was sent to', () => {
    const { email, name } = readEmail('To: enquiries@programme.example\nCc: lead@programme.example\n\nI would like to help.')
    expect(email).toBeUndefined()
    expect(name).toBeUndefined()
  })

  test('is turned round where the surname comes first', () => {
    expect(readEmail('From: "Lee, Mary" <mary@example.org>\n\nHello').name).toBe('Mary Lee')
  })

  test.each([
    ['Could you ring me?\n\nMany thanks\n\nMary Lee', 'Mary Lee'],
    ['Could you ring me? \nThanks, Mary', 'Mary'],
    ['Could you ring me?\nBest wishes,\nSiân O’Hara.', 'Siân O’Hara'],
    ['Hi, my name is Mary Lee and I clean houses.', 'Mary Lee'],
  ])('without a header, the name is the one it is signed with: %j', (text, name) => {
    expect(readEmail(text).name).toBe(name)
  })

  test('that tells nothing of all this is a note and nothing more', () => {
    const text = 'thank you for the talk on tuesday. i would like to hear more about it'
    expect(readEmail(text)).toEqual({ name: undefined, phone: undefined, email: undefined, postcode: undefined, note: text })
  })

  test('with lines as Windows ends them reads the same', () => {
    expect(readEmail(whole.replaceAll('\n', '\r\n'))).toEqual(readEmail(whole))
  })

  test('of any length is read, and its note fits its box', () => {
    expect(readEmail('word '.repeat(50_000)).note.length).toBe(10_000)
    fc.assert(fc.property(fc.string({ maxLength: 400 }), text => readEmail(text).note.length <= 10_000))
  })
})
