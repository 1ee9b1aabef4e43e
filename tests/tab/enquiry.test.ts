import { describe, expect, test } from 'vitest'
import { enquirySchema } from '#domain/commandSchemas.ts'
import { readEmail } from '#domain/pastedEmail.ts'
import { day } from '#domain/plainDate.ts'
import { sayMaybeSame } from '#tab/enquiry/duplicateWords.ts'
import { broughtAlong, enquiryFields, enquiryOf, suggestedDay } from '#tab/enquiry/enquiryFields.ts'
import { sayTaken, takenFrom } from '#tab/enquiry/pastedWords.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'

const fields = enquiryFields({ areas: [{ id: 'coast', name: 'Coast' }] })
const today = day('2026-11-27')
const start: Words = { happenedOn: '27 November 2026' }

const made = (words: Words) => {
  const { answers, faults } = readFields(fields, { ...start, ...words }, today)
  return { faults, enquiry: enquiryOf(answers, words) }
}

describe('An enquiry', () => {
  test('must have two answers, who and what; all else may be left', () => {
    expect(Object.keys(readFields(fields, start, today).faults)).toEqual(['name', 'wants'])
    const { faults, enquiry } = made({ name: 'Mary Lee', wants: 'Shopping and company' })
    expect(faults).toEqual({})
    expect(enquiry).toEqual({ happenedOn: '2026-11-27', name: 'Mary Lee', wants: 'Shopping and company' })
    expect(enquirySchema.safeParse(enquiry).error).toBeUndefined()
  })

  test('asks six questions besides how to reach them, in this order', () => {
    const asked = askedOf(fields, start).map(({ label }) => label)
    expect(asked.filter(label => !['Phone', 'Email', 'Postcode', 'When did they get in touch?'].includes(label))).toEqual([
      'Who got in touch?',
      'What do they want to do?',
      'Where would they work?',
      'How did they hear about us?',
      'What was their last job?',
      'What happens next, and when?',
      'Tell them how we use their details. How did you tell them?',
    ])
  })

  test('with all its answers is what the interface takes', () => {
    const { faults, enquiry } = made({
      name: 'Mary Lee',
      phone: '07700 900123',
      wants: 'Shopping',
      area: 'coast',
      heardOf: 'social-worker',
      lastJob: 'home-care',
      next: 'ring',
      nextOn: '1 December',
      told: 'by-phone',
      notSameAs: '0098,0101',
    })
    expect(faults).toEqual({})
    expect(enquiry).toEqual({
      happenedOn: '2026-11-27',
      name: 'Mary Lee',
      phone: '07700 900123',
      wants: 'Shopping',
      area: 'coast',
      heardOf: 'social-worker',
      lastJob: 'home-care',
      told: 'by-phone',
      next: { dueOn: '2026-12-01', about: 'next-contact', words: 'Ring them' },
      notSameAs: ['0098', '0101'],
    })
    expect(enquirySchema.safeParse(enquiry).error).toBeUndefined()
  })

  test('asks of what kind it is only where the programme takes in community activities', () => {
    const also = enquiryFields({ areas: [], extras: ['community'] })
    const { answers } = readFields(also, { ...start, name: 'Film club', wants: 'Films', ventureKind: 'community-activity' }, today)
    const enquiry = enquiryOf(answers, {})
    expect(enquiry).toMatchObject({ ventureKind: 'community-activity' })
    expect(enquirySchema.safeParse(enquiry).error).toBeUndefined()
    expect(fields.map(({ name }) => name)).not.toContain('ventureKind')
  })

  test('“Not yet” leaves telling them to do', () => {
    expect(made({ name: 'Mary', wants: 'x', told: 'not-yet' }).enquiry).not.toHaveProperty('told')
  })

  test('what happens next brings a day with it: two days on, on Monday where that is a weekend, and what was typed stays', () => {
    // 25 November 2026 is a Wednesday.
    expect(suggestedDay(day('2026-11-25'))).toBe('2026-11-27')
    expect(suggestedDay(day('2026-11-26'))).toBe('2026-11-30')
    expect(suggestedDay(day('2026-11-27'))).toBe('2026-11-30')
    expect(suggestedDay(day('2026-11-28'))).toBe('2026-11-30')
    expect(broughtAlong('next', 'ring', {}, day('2026-11-25'))).toEqual({ nextOn: '27\u00a0November\u00a02026' })
    expect(broughtAlong('next', 'ring', { nextOn: '3 Dec' }, today)).toEqual({})
    expect(broughtAlong('next', '', {}, today)).toEqual({})
    expect(broughtAlong('name', 'ring', {}, today)).toEqual({})
  })

  test('with a next step and no day is asked for the day', () => {
    expect(made({ name: 'Mary', wants: 'x', next: 'meet' }).faults).toEqual({ nextOn: 'Which day?' })
  })
})

describe('A pasted e-mail', () => {
  const email = readEmail('From: Mary Lee <mary@example.org>\n\nI would like to help. Ring 07700 900123.')

  test('fills boxes that are blank, and leaves what was typed', () => {
    expect(takenFrom(email, { name: 'Mrs Lee', wants: 'Rang this morning.' })).toEqual({
      phone: '07700 900123',
      email: 'mary@example.org',
      wants: 'Rang this morning.\n\nI would like to help. Ring 07700 900123.',
    })
  })

  test('says what it took', () => {
    expect(sayTaken(takenFrom(email, {}))).toBe(
      'We took the name, phone and email. The words are under “What do they want to do?” Please look it over.',
    )
    expect(sayTaken({ wants: 'x' })).toMatch(/^We found no name, phone, email or postcode\./)
  })
})

describe('Who may be on record already', () => {
  test('is told by what agrees, and by a name only to those who may see it', () => {
    expect(sayMaybeSame({ signs: ['phone'], reference: '0098', name: null })).toBe('This phone number belongs to 0098.')
    expect(sayMaybeSame({ signs: ['phone', 'postcode'], reference: '0098', name: null })).toBe(
      'This phone number and this postcode belong to 0098.',
    )
    expect(sayMaybeSame({ signs: ['phone', 'email', 'name'], reference: '0098', name: 'Mary Lee' })).toBe(
      'This phone number, this email address and this name belong to 0098, Mary Lee.',
    )
  })
})
