import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AfterFundingAnswer, Closing, UpdateRound } from '#domain/followUpSchemas.ts'
import { addDays, addMonths, day } from '#domain/plainDate.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import type { Problem } from '#domain/problems.ts'
import type { CaseList } from '#domain/wireSchemas.ts'
import { people } from '#local/people.ts'
import type { Casebook, Who } from './casebook.ts'
import { assignTo, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const now = day(today())
/** So many months ago, and some days after that. */
const ago = (months: number, days = 0): string => addDays(addMonths(now, -months), days)

/** An enterprise that began to trade so many months ago: its check-in of that month is due today. */
const began = (months: number, name: string, who: 'catalyst' | 'partner-catalyst' = 'catalyst', days = 0) =>
  casebook.newCase(
    p,
    { name, happenedOn: ago(months + 2), phone: '07700 900123' },
    { kind: 'accept', happenedOn: ago(months + 1), origin: 'new' },
    { kind: 'begin-trading', happenedOn: ago(months, days) },
    assignTo(who, ago(months)),
  )

const round = async (who: Who = 'catalyst') => (await casebook.as(who).get<UpdateRound>(`programmes/${p}/update-round`)).body
const named = async (who?: Who) => (await round(who)).rows.map(({ name, call: { month } }) => `${name} ${month}`)
const numbers = { people: 5, minutesPerWeek: 960, jobs: 1, councilPaidMinutes: 240, personalCareMinutes: 0 }
const call = { kind: 'check-in', happenedOn: now, month: 6, told: 'they-did', answer: 'trading' } as const

async function change(settings: Partial<SettingsAnswer['versions'][number]>): Promise<void> {
  const { version, versions } = (await casebook.as('lead').get<SettingsAnswer>(`programmes/${p}/settings`)).body
  const [newest] = versions
  if (!newest) throw new Error('there is a version')
  const { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names } = newest
  const whole = { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names, ...settings }
  const saved = await casebook
    .as('lead')
    .put(`programmes/${p}/settings`, { effectiveFrom: '2014-04-01', settings: whole }, { 'if-match': `"${version}"` })
  if (saved.status !== 200) throw new Error(saved.text)
}

describe('the update round', () => {
  let six: { id: string }
  beforeAll(async () => {
    p = await casebook.newProgramme()
    six = await began(6, 'Due Today')
    await began(12, 'Due a Year', 'catalyst', -3)
    await began(6, 'Due Tomorrow', 'catalyst', 1)
    await began(6, 'With a Partner', 'partner-catalyst')
    await casebook.newCase(p, { name: 'Only an Enquiry' })
  })

  test('holds everyone who is due, the longest due first, and nobody else', async () => {
    expect((await named()).sort()).toEqual(['Due Today 6', 'Due a Year 12', 'With a Partner 6'])
    const { rows } = await round()
    expect(rows.map(({ dueOn }) => dueOn)).toEqual([addMonths(day(ago(12, -3)), 12), now, now])
    expect(rows[0]?.name).toBe('Due a Year')
  })

  test('shows a partner their own, and nobody a name or a number they may not see', async () => {
    expect(await named('partner-catalyst')).toEqual(['With a Partner 6'])
    expect((await round('follow-up-owner')).rows).toHaveLength(3)
    expect((await round()).rows[0]).toMatchObject({ phone: '07700 900123' })
    expect((await casebook.as('reviewer').get<Problem>(`programmes/${p}/update-round`)).status).toBe(403)
  })

  test('is shorter by one after a call that answered, and keeps what was told for the next', async () => {
    const said = await casebook.as('catalyst').command(p, six.id, { ...call, numbers, changed: ['new-price'] })
    expect(said.status).toBe(200)
    expect((await named()).sort()).toEqual(['Due a Year 12', 'With a Partner 6'])
    const { body } = await casebook
      .as('catalyst')
      .get<{ call: object; nextSteps: { month: number | null }[] }>(`programmes/${p}/cases/${six.id}`)
    expect(body.call).toMatchObject({
      month: null,
      last: { on: now, goodUntil: addMonths(now, 12), isCurrent: true, isEstimate: false, ...numbers },
      settles: ['change'],
      splits: [],
      fullTimeMinutes: 2_250,
    })
  })

  test('leaves out whom nobody reached, for a week', async () => {
    const [row] = (await round('partner-catalyst')).rows
    const said = await casebook
      .as('partner-catalyst')
      .command(p, row?.id ?? '', { kind: 'check-in', happenedOn: now, month: 6, told: 'no-answer' })
    expect(said.status).toBe(200)
    expect(await named('partner-catalyst')).toEqual([])
    const { body } = await casebook.as('partner-catalyst').get(`programmes/${p}/cases/${row?.id}`)
    expect(body).toMatchObject({ call: { month: 6, triedOn: [now], graceEndsOn: addDays(now, 28) } })
  })
})

describe('a call that cannot be', () => {
  let id: string
  beforeAll(async () => {
    p = await casebook.newProgramme()
    id = (await began(6, 'Harbour Help')).id
  })

  test.each<[string, object, string]>([
    [
      'more hours that the council pays for than there are',
      { numbers: { minutesPerWeek: 60, councilPaidMinutes: 75 } },
      'The council or NHS cannot pay for more hours than there are. Look at the numbers again.',
    ],
    [
      'more personal care than hours',
      { numbers: { minutesPerWeek: 60, personalCareMinutes: 75 } },
      'Personal care cannot be more hours than there are. Look at the numbers again.',
    ],
    ['the same as last time, with no last time', { same: true }, 'There are no numbers from before to repeat. Give at least one.'],
    [
      'a stop after the call',
      { answer: 'stopped', stoppedOn: addDays(now, 1) },
      expect.stringContaining('that is after the day of the call'),
    ],
  ])('is refused in plain words: %s', async (_, said, detail) => {
    const refused = await casebook.as('catalyst').command<Problem>(p, id, { ...call, ...said })
    expect(saidBy(refused)).toMatchObject({ status: 422, detail })
    expect(await named()).toEqual(['Harbour Help 6'])
  })
})

const close = async (query = '', who: Who = 'lead') => casebook.as(who).post<Closing>(`programmes/${p}/close${query}`, undefined)
const catalysts = async () =>
  new Set(
    (await casebook.as('lead').get<CaseList>(`programmes/${p}/cases`)).body.cases.map(
      ({ standing, catalyst }) => `${standing} ${catalyst}`,
    ),
  )

describe('after the money', () => {
  beforeAll(async () => {
    p = await casebook.newProgramme({ period: { from: '2014-04-01', to: addMonths(now, 5) } })
    await began(6, 'One')
    await began(20, 'Two')
    const stopped = await began(7, 'Three')
    await casebook.as('catalyst').command(p, stopped.id, { kind: 'stop', happenedOn: ago(1), ending: 'planned' })
  })

  test('the check-ins are counted month by month, and that nobody makes them is said', async () => {
    // One: 12 months in 6 months, 24 in 18. Two: 24 months in 4 months, before the money ends in 5.
    const { body } = await casebook.as('lead').get<AfterFundingAnswer>(`programmes/${p}/after-funding`)
    expect(body).toMatchObject({ checkIns: 2, twoYear: 1, twoYearWithoutOwner: 1, followUpBy: 'nobody', isEndNear: true, closedOn: null })
    expect(body.months).toEqual([
      { month: addMonths(now, 6).slice(0, 7), checkIns: 1, twoYear: 0 },
      { month: addMonths(now, 18).slice(0, 7), checkIns: 1, twoYear: 1 },
    ])
  })

  test('once somebody is named, they have an owner', async () => {
    await change({ followUpBy: 'person', followUpPerson: people['follow-up-owner'].oid })
    const { body } = await casebook.as('lead').get<AfterFundingAnswer>(`programmes/${p}/after-funding`)
    expect(body).toMatchObject({ twoYear: 1, twoYearWithoutOwner: 0, followUpBy: 'person' })
  })
})

describe('closing a programme', () => {
  const owner = people['follow-up-owner'].oid
  beforeAll(async () => {
    p = await casebook.newProgramme({ period: { from: '2014-04-01', to: addDays(now, -1) } })
    await began(6, 'One')
    for (let place = 0; place < 22; place++) await casebook.newCase(p, { name: `Enquiry ${place}` })
    const stopped = await began(7, 'Stopped', 'catalyst', 3)
    await casebook.as('catalyst').command(p, stopped.id, { kind: 'stop', happenedOn: ago(1), ending: 'planned' })
    await change({ followUpBy: 'council-team' })
  })

  test('is for the lead and the administrator', async () => {
    expect((await close('?dryRun=true', 'catalyst')).status).toBe(403)
    expect((await close('?dryRun=true', 'stranger')).status).toBe(404)
    expect((await close('?dryRun=true', 'administrator')).status).toBe(200)
  })

  test('says first what would happen, and does nothing', async () => {
    const { body } = await close('?dryRun=true')
    expect(body).toMatchObject({
      dryRun: true,
      closedOn: null,
      records: 23,
      handed: 0,
      left: 23,
      owners: [{ oid: owner, records: 23 }],
      twoYear: 1,
      twoYearWithoutOwner: 0,
    })
    expect((await close('?dryRun=true')).body).toEqual(body)
  })

  test('hands every open record over and leaves the others; asked again it changes nothing', async () => {
    const { body } = await close()
    expect(body).toMatchObject({ dryRun: false, closedOn: now, handed: 23, left: 0, owners: [{ records: 23 }] })
    expect(await catalysts()).toEqual(new Set([`trading ${owner}`, `enquiry ${owner}`, `stopped ${people.catalyst.oid}`]))
    const before = (await casebook.as('lead').get<CaseList>(`programmes/${p}/cases`)).body.through
    expect((await close()).body).toMatchObject({ closedOn: now, handed: 0, left: 0 })
    expect((await casebook.as('lead').get<CaseList>(`programmes/${p}/cases`)).body.through).toBe(before)
  })

  test('keeps the check-ins and lets the numbers go', async () => {
    const rows = (await round('follow-up-owner')).rows
    expect(rows.map(({ name, call: { settles } }) => [name, settles])).toEqual([['One', ['check-in']]])
  })

  test('is undone by a later version of the settings, and the hands it went into stay', async () => {
    const [newest] = (await casebook.as('lead').get<SettingsAnswer>(`programmes/${p}/settings`)).body.versions
    if (!newest) throw new Error('there is a version')
    expect(newest.rules.closedOn).toBe(now)
    const { version } = (await casebook.as('lead').get<SettingsAnswer>(`programmes/${p}/settings`)).body
    const { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names } = newest
    const settings = { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, names, rules: { ...rules, closedOn: null } }
    const open = await casebook.as('lead').put(`programmes/${p}/settings`, { effectiveFrom: now, settings }, { 'if-match': `"${version}"` })
    expect(open.status).toBe(200)
    expect((await round('follow-up-owner')).rows.map(({ call: { settles } }) => settles)).toEqual([['check-in', 'numbers']])
    expect(await catalysts()).toContain(`trading ${owner}`)
  })

  test('is refused where those who are to ring are not there to take over', async () => {
    await casebook.as('lead').put(`programmes/${p}/members/${owner}`, { roles: [] })
    expect(saidBy(await close('?dryRun=true'))).toMatchObject({ status: 422, kind: 'nobody-follows-up' })
  })
})
