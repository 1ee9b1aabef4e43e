import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { Settings, SettingsVersion } from '#domain/settings.ts'
import { historyOf, namesOnly, settingsChanges, settingsOn } from '#domain/settings.ts'

const start: Settings = {
  areas: ['north', 'south'],
  period: { from: day('2020-04-01'), to: day('2023-03-31') },
  costPence: 13_500_000,
  followUpUntil: null,
  followUpBy: 'nobody',
  followUpPerson: null,
  rules: { ...defaultRules, services: ['company'] },
  names: { ...namesOnly('Moors'), areas: { north: 'North Moor', south: 'South Moor' }, services: { company: 'Company' } },
}
const first: SettingsVersion = { ...start, version: 1, effectiveFrom: null, recordedAt: '2020-04-01T09:00:00.000Z' as Instant }

/** Versions as they are saved one after the other: each changes what held on its own day, among those saved before it. */
function saving(...saves: readonly [from: string, savedAt: string, change: (held: Settings) => Settings][]): readonly SettingsVersion[] {
  const versions = [first]
  for (const [from, savedAt, change] of saves) {
    const settings = change(settingsOn(historyOf(versions), day(from)))
    const recordedAt = `${savedAt}T09:00:00.000Z` as Instant
    versions.push({ ...settings, version: versions.length + 1, effectiveFrom: day(from), recordedAt })
  }
  return versions
}
const ruled =
  (rules: Partial<Settings['rules']>) =>
  (held: Settings): Settings => ({ ...held, rules: { ...held.rules, ...rules } })
const on = (versions: readonly SettingsVersion[], asAt: string, knownOn?: string) =>
  settingsOn(historyOf(versions), day(asAt), knownOn === undefined ? undefined : (`${knownOn}T12:00:00.000Z` as Instant))

describe('the settings that hold on a day', () => {
  test('are the first until another takes effect, on its very day and from then on', () => {
    const versions = saving(['2021-06-01', '2021-05-03', ruled({ silentDays: 60 })])
    const silent = ['2019-01-01', '2021-05-31', '2021-06-01', '2030-01-01'].map(asAt => on(versions, asAt).rules.silentDays)
    expect(silent).toEqual([42, 42, 60, 60])
    expect([on(versions, '2021-05-31').version, on(versions, '2021-06-01').version]).toEqual([1, 2])
  })

  test('a back-dated change leaves a question that was asked before it alone', () => {
    const versions = saving(['2020-09-01', '2022-03-05', held => ({ ...held, costPence: 14_000_000 })])
    expect(on(versions, '2021-03-31').costPence).toBe(14_000_000)
    expect(on(versions, '2021-03-31', '2022-03-04').costPence).toBe(13_500_000)
    expect(on(versions, '2020-08-31').costPence).toBe(13_500_000)
  })

  test('of two saved for one day the later counts', () => {
    const versions = saving(
      ['2021-06-01', '2021-05-03', ruled({ silentDays: 60 })],
      ['2021-06-01', '2021-05-04', ruled({ silentDays: 50 })],
    )
    expect(on(versions, '2021-06-01').rules.silentDays).toBe(50)
    expect(on(versions, '2021-06-01', '2021-05-03').rules.silentDays).toBe(60)
  })

  test('a limit saved for next month does not undo one that is saved later and counts from today', () => {
    const versions = saving(['2021-06-01', '2021-05-03', ruled({ silentDays: 60 })], ['2021-05-10', '2021-05-10', ruled({ caseload: 80 })])
    expect(on(versions, '2021-05-20').rules).toMatchObject({ silentDays: 42, caseload: 80 })
    expect(on(versions, '2021-06-01').rules).toMatchObject({ silentDays: 60, caseload: 80 })
  })

  test('two services added for different days are both there from the later day, and one taken out stays out', () => {
    const versions = saving(
      ['2021-06-01', '2021-05-03', ruled({ services: ['company', 'meals'] })],
      ['2021-05-10', '2021-05-10', ruled({ services: ['transport'] })],
    )
    expect(on(versions, '2021-05-20').rules.services).toEqual(['transport'])
    expect(on(versions, '2021-06-01').rules.services).toEqual(['transport', 'meals'])
  })

  test('a new name keeps the code, and an area that is no longer used keeps its name', () => {
    const versions = saving(
      ['2021-06-01', '2021-05-03', held => ({ ...held, names: { ...held.names, areas: { ...held.names.areas, north: 'Upper Moor' } } })],
      ['2021-07-01', '2021-05-04', held => ({ ...held, areas: ['north'] })],
    )
    const { areas, names } = on(versions, '2021-07-01')
    expect(areas).toEqual(['north'])
    expect(names.areas).toEqual({ north: 'Upper Moor', south: 'South Moor' })
    expect(on(versions, '2021-05-31').names.areas['north']).toBe('North Moor')
  })

  test('a cap taken away is no cap, and a period is one thing: both its days change together', () => {
    const versions = saving(
      ['2021-06-01', '2021-05-03', ruled({ sizeCapHundredths: null })],
      ['2021-05-10', '2021-05-10', held => ({ ...held, period: { from: day('2024-04-01'), to: day('2027-03-31') } })],
    )
    expect(on(versions, '2021-06-01')).toMatchObject({
      rules: { sizeCapHundredths: null },
      period: { from: '2024-04-01', to: '2027-03-31' },
    })
  })

  test('there is always a first version', () => {
    expect(() => settingsOn([], day('2021-01-01'))).toThrow('a programme has settings from its first transaction')
  })
})

describe('what a version changed', () => {
  test('is named thing by thing', () => {
    const after: Settings = {
      ...start,
      areas: ['south', 'coast'],
      rules: {
        ...start.rules,
        silentDays: 60,
        stuckDays: { ...start.rules.stuckDays, grant: 14 },
        standard: [...start.rules.standard].reverse(),
        capacityWanted: [{ area: 'south', service: 'company', minutesPerWeek: 600 }],
      },
      names: { ...start.names, areas: { ...start.names.areas, coast: 'Coast' } },
    }
    expect(settingsChanges(start, after)).toEqual([
      { path: ['areas', 'north'], before: 'north', after: undefined },
      { path: ['areas', 'coast'], before: undefined, after: 'coast' },
      { path: ['rules', 'silentDays'], before: 42, after: 60 },
      { path: ['rules', 'stuckDays', 'grant'], before: 30, after: 14 },
      {
        path: ['rules', 'capacityWanted', 'south company'],
        before: undefined,
        after: { area: 'south', service: 'company', minutesPerWeek: 600 },
      },
      { path: ['names', 'areas', 'coast'], before: undefined, after: 'Coast' },
    ])
  })

  test('a check is one thing, whatever of it changed, and the order in which its parts were written is none', () => {
    const [insurance, ...others] = defaultRules.checks
    if (!insurance) throw new Error('there is a first check')
    const backwards = Object.fromEntries(Object.entries(insurance).reverse()) as typeof insurance
    const withCheck = (check: typeof insurance): Settings => ({ ...start, rules: { ...start.rules, checks: [check, ...others] } })
    expect(settingsChanges(start, withCheck(backwards))).toEqual([])
    expect(settingsChanges(start, withCheck({ ...insurance, neededToList: false }))).toEqual([
      { path: ['rules', 'checks', 'public-liability'], before: insurance, after: { ...insurance, neededToList: false } },
    ])
  })
})

describe('laws', () => {
  const someDay = fc.integer({ min: 1, max: 9 }).map(month => `2021-0${month}-01`)
  const someChange = fc.oneof(
    fc.integer({ min: 1, max: 99 }).map(silentDays => ruled({ silentDays })),
    fc.integer({ min: 1, max: 99 }).map(caseload => ruled({ caseload })),
    fc.subarray(['company', 'meals', 'transport']).map(services => ruled({ services })),
  )
  const someSaves = fc.array(fc.tuple(someDay, someChange), { maxLength: 6 })
  const savedInTurn = (saves: readonly [string, (held: Settings) => Settings][]) =>
    saving(
      ...saves
        .map(([from, change], at) => [from, `2022-01-0${at + 1}`, change] as const)
        .map(each => [...each] as [string, string, (typeof each)[2]]),
    )

  test('on its own day a version that was just saved holds as it was saved', () => {
    fc.assert(
      fc.property(someSaves, saves => {
        const versions = savedInTurn(saves)
        const last = versions.at(-1) ?? first
        const held = settingsOn(historyOf(versions), last.effectiveFrom)
        expect(settingsChanges(last, held)).toEqual([])
      }),
    )
  })

  test('what is saved later never changes a question as known before', () => {
    fc.assert(
      fc.property(someSaves, someDay, fc.integer({ min: 0, max: 6 }), (saves, asAt, known) => {
        const [before, after] = [savedInTurn(saves.slice(0, known)), savedInTurn(saves)]
        const knownOn = known === 0 ? '2020-12-31' : `2022-01-0${known}`
        expect(on(after, asAt, knownOn)).toEqual(on(before, asAt, knownOn))
      }),
    )
  })
})
