import { describe, expect, test } from 'vitest'
import { commandSchema } from '#domain/commandSchemas.ts'
import { day } from '#domain/plainDate.ts'
import { permissionLines } from '#tab/enterprise/permissionWords.ts'
import { suggestedWith, triageCommand, triageFields } from '#tab/enquiry/triage.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'
import { supported } from '../builders.ts'

const services = [{ value: 'day-centre', label: 'Bridge Street day centre' }]
const today = day('2026-11-27')
const asked = (words: Words, some = services): string[] => askedOf(triageFields(some), words).map(({ name }) => name)
const decided = (words: Words) => {
  const { answers, faults } = readFields(triageFields(services), { happenedOn: 'today', ...words }, today)
  expect(faults).toEqual({})
  const command = triageCommand(answers)
  expect(commandSchema.safeParse(command).error).toBeUndefined()
  return command
}
const on = { happenedOn: '2026-11-27' }

describe('An enquiry is answered', () => {
  test('by one choice, which asks one question that must be answered', () => {
    const mustAnswer = (decision: string): string[] =>
      Object.keys(readFields(triageFields(services), { decision, happenedOn: 'today' }, today).faults)
    expect(asked({})).toEqual(['decision'])
    expect(mustAnswer('accept')).toEqual(['origin'])
    expect(mustAnswer('advise-only')).toEqual([])
    expect(mustAnswer('refer')).toEqual(['referredTo'])
    expect(mustAnswer('decline')).toEqual(['reason'])
  })

  test('taken on from a council service, with the service where the programme names some', () => {
    expect(asked({ decision: 'accept', origin: 'spin-out' })).toContain('service')
    expect(asked({ decision: 'accept', origin: 'spin-out' }, [])).not.toContain('service')
    expect(asked({ decision: 'accept', origin: 'new' })).not.toContain('service')
    expect(decided({ decision: 'accept', origin: 'spin-out', service: 'day-centre' })).toEqual({
      kind: 'accept',
      ...on,
      origin: 'spin-out',
      service: 'day-centre',
    })
  })

  test('one who runs already and helps one person only is asked about HMRC', () => {
    expect(asked({ decision: 'accept', origin: 'existing' })).toContain('helpsOne')
    expect(asked({ decision: 'accept', origin: 'existing', helpsOne: 'no' })).not.toContain('employmentStatus')
    expect(decided({ decision: 'accept', origin: 'existing', helpsOne: 'yes', employmentStatus: 'not-sure' })).toEqual({
      kind: 'accept',
      ...on,
      origin: 'existing',
      employmentStatus: 'not-sure',
    })
  })

  test('with advice', () => {
    expect(decided({ decision: 'advise-only', note: 'Sent the guide.' })).toEqual({ kind: 'advise-only', ...on, note: 'Sent the guide.' })
  })

  test('sent elsewhere, with why as far as the place tells', () => {
    expect(decided({ decision: 'refer', referredTo: 'personal-assistant-work' })).toEqual({
      kind: 'decline',
      ...on,
      reason: 'wants-one-person',
      referredTo: 'personal-assistant-work',
    })
    expect(decided({ decision: 'refer', referredTo: 'another-programme' })).toMatchObject({ reason: 'outside-area' })
    expect(decided({ decision: 'refer', referredTo: 'volunteering' })).toMatchObject({ reason: 'other', referredTo: 'volunteering' })
  })

  test('not now; who wants to work for one person is pointed to that work', () => {
    expect(suggestedWith('reason', 'wants-one-person', {})).toEqual({ referredTo: 'personal-assistant-work' })
    expect(suggestedWith('reason', 'wants-one-person', { referredTo: 'job-centre' })).toEqual({})
    expect(suggestedWith('reason', 'not-care', {})).toEqual({})
    expect(asked({ decision: 'decline', reason: 'wants-one-person' })).toContain('referredTo')
    expect(asked({ decision: 'decline', reason: 'not-care' })).not.toContain('referredTo')
    // What was pointed to for another reason does not go with this one.
    expect(decided({ decision: 'decline', reason: 'not-care', referredTo: 'personal-assistant-work' })).toEqual({
      kind: 'decline',
      ...on,
      reason: 'not-care',
    })
  })
})

describe('What they said yes to', () => {
  const yes = supported().happened('permission-given', '2015-03-03', { use: 'story', places: ['report'], until: day('2017-03-03') })
  const linesOn = (story: typeof yes, date: string) => permissionLines(story.asAt(), day(date)).map(({ words, holds }) => [words, holds])

  test('is said with its day and its end', () => {
    expect(linesOn(yes, '2016-01-01')).toEqual([
      ['Not asked yet', false],
      ['Yes, in a report, until 3\u00a0March\u00a02017', true],
    ])
    expect(linesOn(yes.happened('permission-given', '2015-04-01', { use: 'directory' }), '2016-01-01')[0]).toEqual([
      'Yes, since 1\u00a0April\u00a02015',
      true,
    ])
  })

  test('ends on its last day, or when they take it back', () => {
    expect(linesOn(yes, '2017-03-04')[1]).toEqual(['Their yes ended on 3\u00a0March\u00a02017', false])
    expect(linesOn(yes.happened('permission-ended', '2015-05-05', { use: 'story' }), '2016-01-01')[1]).toEqual([
      'Taken back on 5\u00a0May\u00a02015',
      false,
    ])
  })
})
