import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { ProgrammeRules } from '#domain/programmeRules.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { ProgrammeNames, Settings } from '#domain/settings.ts'
import { namesOnly } from '#domain/settings.ts'
import { cannotHold, isPhoneNumber } from '#domain/settingsChecks.ts'

const plain: Settings = {
  areas: ['north', 'south'],
  period: { from: day('2020-04-01'), to: day('2023-03-31') },
  costPence: 0,
  followUpUntil: null,
  followUpBy: 'nobody',
  followUpPerson: null,
  rules: defaultRules,
  names: { ...namesOnly('Moors'), areas: { north: 'North Moor', south: 'South Moor' }, services: { company: 'Company' } },
}
const named = (names: Partial<ProgrammeNames>): Settings => ({ ...plain, names: { ...plain.names, ...names } })
const ruled = (rules: Partial<ProgrammeRules>, names: Partial<ProgrammeNames> = {}): Settings => ({
  ...named(names),
  rules: { ...defaultRules, ...rules },
})
const [insurance] = defaultRules.checks
if (!insurance) throw new Error('there is a first check')

describe('settings hold', () => {
  test('as a programme begins with them', () => {
    expect(cannotHold(plain)).toBeUndefined()
  })

  test('with capacity wanted of a service in an area, and a check of their own that has a name', () => {
    const capacityWanted = [
      { area: 'north', service: 'company', minutesPerWeek: 600 },
      { area: 'south', service: 'company', minutesPerWeek: 900 },
    ]
    expect(cannotHold(ruled({ services: ['company'], capacityWanted }))).toBeUndefined()
    const checks = [...defaultRules.checks, { ...insurance, check: 'first-aid' }]
    expect(cannotHold(ruled({ checks, standard: ['first-aid'] }, { checks: { 'first-aid': 'First aid' } }))).toBeUndefined()
  })

  test('with places of areas that are in use or were, and two areas in one place', () => {
    const places = ['north', 'south', 'west'].map(area => ({ area, geoCode: 'E06000066' }))
    expect(cannotHold(ruled({ places }, { areas: { north: 'North Moor', south: 'South Moor', west: 'West Moor' } }))).toBeUndefined()
  })

  test('with the same to-do after two steps', () => {
    const templates = [
      { id: 'a', after: 'accepted', days: 7 },
      { id: 'b', after: 'listed', days: 7 },
    ] as const
    expect(cannotHold(ruled({ templates }, { templates: { a: 'Ring them', b: 'Ring them' } }))).toBeUndefined()
  })
})

const twoAlike = { areas: { north: 'North Moor', south: 'north  moor' } }
const wanting = (area: string, service: string) => ({ area, service, minutesPerWeek: 60 })

test.each<[string, Settings, object]>([
  [
    'a period ends before it begins',
    { ...plain, period: { from: day('2023-04-01'), to: day('2023-03-31') } },
    { kind: 'period-backwards', from: '2023-04-01', to: '2023-03-31' },
  ],
  [
    'an area has two places',
    ruled({ places: ['E05000001', 'E06000066'].map(geoCode => ({ area: 'north', geoCode })) }),
    { kind: 'code-twice', code: 'north' },
  ],
  [
    'a place is of an area that never was',
    ruled({ places: [{ area: 'west', geoCode: 'E05000001' }] }),
    { kind: 'code-not-listed', code: 'west' },
  ],
  ['an area is there twice', { ...plain, areas: ['north', 'south', 'north'] }, { kind: 'code-twice', code: 'north' }],
  ['an area has no name', { ...plain, areas: ['north', 'coast'] }, { kind: 'code-without-a-name', code: 'coast' }],
  ['two areas sound alike', named(twoAlike), { kind: 'names-too-alike', first: 'North Moor', second: 'north  moor' }],
  ['a service has no name', ruled({ services: ['meals'] }), { kind: 'code-without-a-name', code: 'meals' }],
  [
    'a check of their own has no name',
    ruled({ checks: [{ ...insurance, check: 'first-aid' }], standard: [] }),
    { kind: 'code-without-a-name', code: 'first-aid' },
  ],
  ['a to-do says nothing', ruled({ templates: [{ id: 'a', after: 'listed', days: 1 }] }), { kind: 'code-without-a-name', code: 'a' }],
  ['the standard asks for what is no check', ruled({ standard: ['hygiene'] }), { kind: 'code-not-listed', code: 'hygiene' }],
  [
    'hours are wanted in an area that is not used',
    ruled({ services: ['company'], capacityWanted: [wanting('coast', 'company')] }),
    { kind: 'code-not-listed', code: 'coast' },
  ],
  [
    'hours are wanted of a service that is not offered',
    ruled({ capacityWanted: [wanting('north', 'company')] }),
    { kind: 'code-not-listed', code: 'company' },
  ],
  [
    'hours are wanted twice for one area and service',
    ruled({ services: ['company'], capacityWanted: [wanting('north', 'company'), wanting('north', 'company')] }),
    { kind: 'code-twice', code: 'north company' },
  ],
  ['one person makes the check-ins, and nobody says who', { ...plain, followUpBy: 'person' }, { kind: 'follow-up-unnamed' }],
  ['the safeguarding number is no number', named({ safeguardingPhone: 'ask Sue' }), { kind: 'not-a-phone-number' }],
])('settings do not hold where %s', (_, settings, why) => {
  expect(cannotHold(settings)).toEqual(why)
})

test('one person who makes the check-ins is a member, or a name', () => {
  const byOne: Settings = { ...plain, followUpBy: 'person' }
  expect(cannotHold({ ...byOne, followUpPerson: 'a0000000-0000-4000-8000-000000000003' })).toBeUndefined()
  expect(cannotHold({ ...byOne, names: { ...byOne.names, followUpOwner: 'Tom' } })).toBeUndefined()
})

test.each<[string, boolean]>([
  ['01632 960123', true],
  ['+44 (0)1632 960-123', true],
  ['101', true],
  ['01632 960123 ext 4', false],
  ['12', false],
  ['1234567890123456', false],
  ['call me', false],
  ['', false],
])('%j is a phone number: %s', (text, is) => {
  expect(isPhoneNumber(text)).toBe(is)
})
