import { describe, expect, test } from 'vitest'
import { draftDays, formIdOf, isToBeSwept, readFormId } from '#domain/draft.ts'
import { instantAt } from '#domain/plainDate.ts'
import { caseIdOf } from '../builders.ts'

describe('the id of a form', () => {
  test('says which case it is about and which form it is', () => {
    const id = formIdOf(caseIdOf(147), 'put-right-5.0')
    expect(id).toBe(`${caseIdOf(147)}.put-right-5.0`)
    expect(readFormId(id)).toEqual({ about: caseIdOf(147), form: 'put-right-5.0' })
  })

  test('is about nothing that is there before an enquiry is saved', () => {
    expect(readFormId('new.enquiry')).toEqual({ about: 'new', form: 'enquiry' })
  })

  test.each(['', 'new', 'new.', 'enquiry', '0147.enquiry', 'new.Put right', 'new.a|b', 'new.a/b', 'new..', `new.${'x'.repeat(81)}`])(
    'is not "%s"',
    text => {
      expect(readFormId(text)).toBeUndefined()
    },
  )

  test('cannot be made of a name that would not do as a key', () => {
    expect(() => formIdOf('new', 'Put right')).toThrow(RangeError)
    expect(() => formIdOf('0147', 'enquiry')).toThrow(RangeError)
  })
})

describe('words that were never sent', () => {
  const keptAt = Date.parse('2026-05-01T09:30:00.000Z')
  // 30 days after 1 May is 31 May, at the same time of day.
  test.each([
    ['the next morning', '2026-05-02T02:20:00.000Z', false],
    ['on the last of thirty days', '2026-05-31T09:30:00.000Z', false],
    ['a millisecond later', '2026-05-31T09:30:00.001Z', true],
  ])('%s', (_, now, swept) => {
    expect(draftDays).toBe(30)
    expect(isToBeSwept(instantAt(keptAt), instantAt(Date.parse(now)))).toBe(swept)
  })
})
