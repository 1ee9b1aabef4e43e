import { describe, expect, test } from 'vitest'
import { insightCommandSchema } from '#domain/insightSchemas.ts'
import { day } from '#domain/plainDate.ts'
import type { DialogKind } from '#tab/insights/insightForms.ts'
import { commandOf, forms, requestFields, servicesOf } from '#tab/insights/insightForms.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'

const today = day('2026-05-04')
const id = 'd0000000-0000-4000-8000-000000000001'
const asking = {
  today,
  areas: [{ id: 'north', name: 'North' }],
  services: [{ id: 'company', label: 'Company' }],
  enterprises: [{ value: id, label: 'Harbour Help, 0001' }],
}

/** What is typed into each form, and what the page knows already. */
const typed: Readonly<Record<DialogKind, { words: Words; known?: object }>> = {
  'ask-people': { words: { year: '2025', askedBy: 'council', asked: '40', answered: '30', moreChoice: '24', wouldRecommend: '27' } },
  'answer-request': { words: { caseId: id }, known: { request: '7.0' } },
  'count-area': {
    words: { side: 'need', area: 'north', name: 'Over 75', number: '1,200.5', unit: 'people', source: 'Census', year: '2021' },
  },
  'count-readiness': { words: { wanted: '12', ready: '9' }, known: { service: 'day-centre' } },
  'sign-readiness': { words: {}, known: { service: 'day-centre', wanted: 12, ready: 9 } },
  'tell-story': { words: { words: 'A walk', places: 'report,press', until: '4 May 2027' } },
  'renew-story': { words: { places: 'training', until: '4 May 2028' }, known: { story: '7.0' } },
  'end-story': { words: {}, known: { story: '7.0' } },
  withdraw: { words: { reason: 'wrong-details' }, known: { of: '7.0' } },
}

describe('each form, filled in, is a command that the API understands', () => {
  test.each(Object.keys(typed) as DialogKind[])('%s', kind => {
    const { words, known = {} } = typed[kind]
    const { answers, faults } = readFields(forms[kind].fields(asking), { happenedOn: '4 May 2026', ...words }, today)
    expect(faults).toEqual({})
    expect(insightCommandSchema.safeParse(commandOf(kind, answers, { ...known })).error?.issues).toBeUndefined()
  })
})

describe('a request that could not be met', () => {
  const fields = requestFields(asking)

  test('is four taps and one number; all else is filled in or may be left', () => {
    expect(fields.filter(({ optional, kind }) => !optional && kind !== 'day').map(({ name }) => name)).toEqual([
      'area',
      'service',
      'minutesPerWeek',
      'askedBy',
    ])
    expect(fields.filter(({ kind }) => kind === 'line' || kind === 'note')).toEqual([])
  })

  test('says hours in quarters', () => {
    const words = { area: 'north', service: 'company', minutesPerWeek: '2½', askedBy: 'family', happenedOn: '4 May 2026' }
    const { answers } = readFields(fields, words, today)
    expect(commandOf('log-request', answers)).toEqual({
      kind: 'log-request',
      area: 'north',
      service: 'company',
      minutesPerWeek: 150,
      askedBy: 'family',
      happenedOn: '2026-05-04',
    })
  })

  test('asks for no area where the programme has none', () => {
    expect(requestFields({ ...asking, areas: [] }).some(({ name }) => name === 'area')).toBe(false)
  })
})

test('an enterprise’s own story is not asked where and until when: that stands in its record', () => {
  const names = (words: Words) => askedOf(forms['tell-story'].fields(asking), words).map(({ name }) => name)
  expect(names({})).toContain('until')
  expect(names({ caseId: id })).not.toContain('until')
})

test('a number with decimals is sent in hundredths', () => {
  const { words } = typed['count-area']
  const { answers } = readFields(forms['count-area'].fields(asking), { happenedOn: '4 May 2026', ...words }, today)
  expect(commandOf('count-area', answers)).toMatchObject({ lines: [{ hundredths: 120_050, year: 2021, area: 'north' }] })
})

test('a service is called what the programme calls it, and one of ours by our own word', () => {
  const services = [
    { id: 'company', name: null },
    { id: 'gardening', name: 'Gardens' },
    { id: 'gone', name: null },
  ]
  expect(servicesOf({ services }, { company: 'Company' }).map(({ label }) => label)).toEqual(['Company', 'Gardens', 'gone'])
})
