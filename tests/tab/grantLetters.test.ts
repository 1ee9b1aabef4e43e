import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { offerLetter, paymentNote } from '#tab/fund/grant/letters.ts'
import { decided, offered, paid } from '../domain/grantStories.ts'
import { answerOf } from './grantAnswers.ts'
import { readingAge } from './readingAge.ts'

const today = day('2026-05-06')
const act = { pot: { subsidy: 'minimal-assistance' } } as const
const plain = (text = ''): string => text.replaceAll('\u00a0', ' ')
const offer = (more = {}): string => plain(offerLetter(answerOf(decided, more), today))

describe('The offer', () => {
  test('says how much, what for, from which fund, and what they agree to', () => {
    const letter = offer()
    expect(letter).toContain('Vale of Avalon Wellbeing\nGrant G-0007\n6 May 2026\n\nWe offer you a grant of £450')
    expect(letter).toContain('The money comes from Start-up grants.\nIt is for: A hoist sling.')
    expect(letter).toContain('show them to us within 56 days of the payment')
    expect(letter).toContain('Do not send us bank details with it')
  })

  test('under the Act holds the notice: its name, the gross value, the limit, and since when it counts', () => {
    const letter = offer(act)
    expect(letter).toContain('minimal financial assistance under section 36 of the Subsidy Control Act 2022. Its gross value is £450.')
    expect(letter).toContain('We propose to give you a subsidy of £450.')
    // 6 May 2026 is in the year from 1 April 2026; the two before it began on 1 April 2024.
    expect(letter).toContain('You may have no more than £315,000 of this help')
    expect(letter).toContain('from 1 April 2024 to the day we pay')
    expect(letter).toContain('Count any business under the same ownership as yours.')
    expect(letter).toContain('Please confirm in writing that this grant will not take you over £315,000.')
  })

  test('before April two financial years earlier begin a year earlier', () => {
    expect(plain(offerLetter(answerOf(decided, act), day('2026-03-31')))).toContain('from 1 April 2023 to the day we pay')
  })

  test('the day that the server says stands before one worked out here', () => {
    const subsidy = { since: day('2022-04-01'), earlierPence: 0, roomPence: 31_500_000 }
    expect(offer({ ...act, subsidy })).toContain('from 1 April 2022 to the day we pay')
  })

  test('ends with the part that they sign; under the Act with what they confirm', () => {
    const signed = (letter: string): string => letter.slice(letter.indexOf('----'))
    expect(signed(offer())).toContain('I accept the grant of £450, and what I agree to with it.')
    expect(signed(offer())).not.toContain('I confirm')
    expect(signed(offer(act))).toContain(
      'I confirm that this grant does not take us, with any business under the same ownership, over £315,000 since 1 April 2024.',
    )
    expect(signed(offer(act))).toContain('Other help of this kind since then: £ ____')
  })

  test('is from who publishes the grants, or the department; else there is a line to fill in', () => {
    const publisher = { prefix: '360G-exampletown', orgId: 'GB-LAE-XMP', name: 'Exampletown Council' }
    const from = (pot: object): string => offer({ pot }).split('\n')[0] ?? ''
    expect(from({ publisher, department: 'Adult care' })).toBe('From: Exampletown Council')
    expect(from({ department: 'Adult care' })).toBe('From: Adult care')
    expect(from({})).toMatch(/^From: _+$/)
  })

  test('that was sent bears the day on which it was sent, and counts from then', () => {
    const subsidy = { since: day('2024-04-01'), earlierPence: 0, roomPence: 31_500_000 }
    const letter = plain(offerLetter(answerOf(offered, { ...act, subsidy }), today))
    // The offer went out on 9 April 2015: in the year from 1 April 2015, and the two before it began on 1 April 2013.
    expect(letter).toContain('\n9 April 2015\n')
    expect(letter).toContain('from 1 April 2013 to the day we pay')
  })

  test('without the Act says nothing of it', () => {
    expect(offer()).not.toMatch(/Act|assistance|315,000/)
  })

  test('without a purpose that can be read it leaves that out', () => {
    expect(offer({ words: { purpose: null } })).not.toContain('It is for')
  })
})

describe('The payment note', () => {
  test('is there once something was paid', () => {
    expect(paymentNote(answerOf(offered))).toBeUndefined()
    const note = plain(paymentNote(answerOf(paid)))
    // 20 April and 56 days: 15 June.
    expect(note).toContain('We have paid you £450')
    expect(note).toContain('Show us the receipts by 15 June 2015.')
    expect(note).not.toContain('Subsidy')
  })

  test('under the Act confirms amount and day, and says how long to keep it', () => {
    const note = plain(paymentNote(answerOf(paid, act)))
    expect(note).toContain(
      'We gave you £450 of minimal financial assistance under section 36 of the Subsidy Control Act 2022 on 20 April 2015.',
    )
    expect(note).toContain('You must keep this note for at least three years from that day.')
  })
})

/** The Act's own words are words of art. */
const wordsOfArt =
  /Vale of Avalon Wellbeing|SPEI assistance|same ownership|minimal financial assistance|under section 36 of the Subsidy Control Act 2022|gross value/gi

test('each sentence of the letters can be read at thirteen, the words of the Act apart', () => {
  const letters = [offerLetter(answerOf(decided, act), today), paymentNote(answerOf(paid, act)) ?? '']
  const sentences = letters
    .join('\n')
    .split(/\n|(?<=[.?!:])\s+/)
    .map(sentence => sentence.replaceAll(wordsOfArt, 'this'))
    .filter(sentence => sentence.split(/[\s\u00a0]+/).filter(word => /[a-z]/i.test(word)).length >= 4)
  expect(sentences.filter(sentence => readingAge(sentence) > 13)).toEqual([])
})
