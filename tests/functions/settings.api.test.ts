import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#domain/problems.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import { people } from '#local/people.ts'
import type { Answer, Casebook, Who } from './casebook.ts'
import { saidBy, startCasebook, today } from './casebook.ts'

type Version = SettingsAnswer['versions'][number]
type Typed = Pick<Version, 'areas' | 'period' | 'costPence' | 'followUpUntil' | 'followUpBy' | 'followUpPerson' | 'rules' | 'names'>

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const read = async (who: Who = 'lead') => (await casebook.as(who).get<SettingsAnswer>(`programmes/${p}/settings`)).body

/** The settings as the newest version has them, to be changed. */
async function typed(change: (settings: Typed) => Typed): Promise<Typed> {
  const [newest] = (await read()).versions
  if (!newest) throw new Error('there is a version')
  const { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names } = newest
  return change({ areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names })
}
const silent =
  (silentDays: number) =>
  (settings: Typed): Typed => ({ ...settings, rules: { ...settings.rules, silentDays } })

async function save(
  change: (settings: Typed) => Typed,
  { from = '2024-06-01', against, who = 'lead' }: { from?: string; against?: number; who?: Who } = {},
): Promise<Answer<SettingsAnswer & Problem>> {
  const at = against ?? (await read()).version
  const settings = await typed(change)
  return casebook.as(who).put(`programmes/${p}/settings`, { effectiveFrom: from, settings }, { 'if-match': `"${at}"` })
}

const fresh = async (): Promise<void> => {
  p = await casebook.newProgramme()
}

describe('the settings of a programme', () => {
  beforeAll(fresh)

  test('begin as it was made, with the limits that hold until the lead says otherwise', async () => {
    const { version, versions, programme } = await read()
    expect({ programme, version, count: versions.length }).toEqual({ programme: p, version: 1, count: 1 })
    expect(versions[0]).toMatchObject({
      version: 1,
      effectiveFrom: null,
      areas: ['north-moor', 'coast'],
      period: { from: '2014-04-01', to: '2027-03-31' },
      costPence: 13_500_000,
      followUpBy: 'nobody',
      rules: { answerWorkingDays: 2, silentDays: 42, caseload: 100, sizeCapHundredths: 800, fullTimeMinutes: 2_250 },
      names: { name: 'Moors and Coast', areas: { 'north-moor': 'North Moor', coast: 'Coast' }, safeguardingPhone: null },
      recordedBy: { oid: people.administrator.oid },
    })
  })

  test('are told to a reviewer without saying who saved them, and not at all to a funder', async () => {
    expect((await read('reviewer')).versions[0]).toMatchObject({ recordedBy: null, rules: { silentDays: 42 } })
    expect(saidBy(await casebook.as('funder').get(`programmes/${p}/settings`))).toMatchObject({ status: 403, kind: 'not-permitted' })
  })
})

describe('saving settings', () => {
  beforeAll(fresh)

  test('makes a version of its own, newest first, with who saved it and the day from which it counts', async () => {
    const { status, body, headers } = await save(silent(60))
    expect(status).toBe(200)
    expect(headers.get('etag')).toBe('"2"')
    expect(body.versions.map(each => [each.version, each.effectiveFrom, each.rules.silentDays])).toEqual([
      [2, '2024-06-01', 60],
      [1, null, 42],
    ])
    expect(body.versions[0]?.recordedBy?.oid).toBe(people.lead.oid)
  })

  test('asked for again after its answer was lost changes nothing more', async () => {
    const again = await save(silent(60), { against: 1 })
    expect({ status: again.status, version: again.body.version }).toEqual({ status: 200, version: 2 })
  })

  test('against a version that is not the newest is refused, and nothing is lost of the other', async () => {
    const late = await save(silent(70), { against: 1 })
    expect(saidBy(late)).toEqual({
      status: 412,
      kind: 'settings-changed',
      detail: 'Someone else changed the settings while you were typing. Look at theirs, then save yours again.',
    })
    expect((await read()).version).toBe(2)
  })

  test('by two at once makes one version; the other is told', async () => {
    const both = await Promise.all([save(silent(50), { against: 2 }), save(silent(55), { against: 2, who: 'administrator' })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
    expect((await read()).version).toBe(3)
  })

  test('needs an If-Match, a change, and settings that hold', async () => {
    const settings = await typed(silent(61))
    const without = await casebook.as('lead').put(`programmes/${p}/settings`, { effectiveFrom: '2024-06-01', settings })
    expect(saidBy(without)).toMatchObject({ status: 428, kind: 'if-match-missing' })
    expect(saidBy(await save(each => each))).toMatchObject({ status: 422, kind: 'nothing-changed' })
    expect(saidBy(await save(each => ({ ...each, areas: [...each.areas, 'nowhere'] })))).toEqual({
      status: 422,
      kind: 'code-without-a-name',
      detail: '“nowhere” needs a name.',
    })
    expect(saidBy(await save(silent(0)))).toMatchObject({ status: 400, kind: 'not-understood' })
    expect(saidBy(await save(each => ({ ...each, names: { ...each.names, safeguardingPhone: 'ask Sue' } })))).toMatchObject({
      kind: 'not-a-phone-number',
    })
    expect((await read()).version).toBe(3)
  })

  test('names a member as the one who makes the check-ins, and nobody else', async () => {
    const by = (followUpPerson: string) => (each: Typed) => ({ ...each, followUpBy: 'person' as const, followUpPerson })
    expect(saidBy(await save(by('b0000000-0000-4000-8000-000000000009')))).toMatchObject({ status: 422, kind: 'not-a-member' })
    const from = today()
    expect((await save(by(people['follow-up-owner'].oid), { from })).status).toBe(200)
    expect((await casebook.as('lead').get(`programmes/${p}`)).body).toMatchObject({
      followUpBy: 'person',
      followUpPerson: people['follow-up-owner'].oid,
      warnings: [],
    })
  })
})

describe('what a programme was, and is called', () => {
  beforeAll(fresh)

  test('a new name keeps the code, and an area that is taken out stays known', async () => {
    const said = await save(
      each => ({
        ...each,
        areas: ['north-moor'],
        names: { ...each.names, areas: { 'north-moor': 'Upper Moor' } },
      }),
      { from: today() },
    )
    expect(said.status).toBe(200)
    expect((await casebook.as('catalyst').get(`programmes/${p}`)).body).toMatchObject({
      areas: [{ id: 'north-moor', name: 'Upper Moor' }],
      formerAreas: [{ id: 'coast', name: 'Coast' }],
    })
  })
})

describe('a back-dated change', () => {
  beforeAll(fresh)

  test('of the cost changes what we say now of a past day, and leaves the question as it was known alone', async () => {
    const costOf = async (asAt: string, knownAt?: string): Promise<number> => {
      const question = new URLSearchParams({ asAt, ...(knownAt ? { knownAt } : {}) })
      const { body } = await casebook.as('lead').get<{ cost: { pence: number } }>(`programmes/${p}/cohort?${question}`)
      return body.cost.pence
    }
    expect(await costOf('2016-01-01')).toBe(13_500_000)
    const before = new Date().toISOString()
    expect((await save(each => ({ ...each, costPence: 27_000_000 }), { from: '2015-01-01' })).status).toBe(200)
    expect(await costOf('2016-01-01')).toBe(27_000_000)
    expect(await costOf('2014-12-31')).toBe(13_500_000)
    expect(await costOf('2016-01-01', before)).toBe(13_500_000)
  })
})
