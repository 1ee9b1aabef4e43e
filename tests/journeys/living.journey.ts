import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, instantAt, londonDay } from '#domain/plainDate.ts'
import type { ReasonKind, Today } from '#domain/todaySchemas.ts'
import { people } from '#local/people.ts'
import { cqcAnswers } from '../builders.ts'
import { ask, makeStory } from './api.ts'
import { atFourTimes, lookAt, nothingWrong } from './look.ts'
import type { Seat, Stage } from './stage.ts'
import { setStage } from './stage.ts'

/** A programme in the middle of its work: Today is full, with every kind of reason there is, and the forms that people use most are open. */

const today = londonDay(instantAt(Date.now()))
const before = (days: number): string => addDays(today, -days)
const later = (days: number): string => addDays(today, days)
const programme = 'harbour'

let stage: Stage
let tradingCase: string
let aYearOnCase: string

const takenOn = (days: number) => [
  { kind: 'accept', happenedOn: before(days), origin: 'new' },
  { kind: 'assign', happenedOn: before(days), catalyst: people.catalyst.oid },
]
const idea = (days: number) => ({ kind: 'agree-idea', happenedOn: before(days) })
const reached = { kind: 'log-contact', happenedOn: before(3), reached: true }
const tradingFor = (days: number) => [
  ...takenOn(days + 90),
  idea(days + 80),
  { kind: 'constitute', happenedOn: before(days + 50), form: 'sole_trader' },
  { kind: 'begin-trading', happenedOn: before(days) },
]
const withCqc = (...moves: [to: string, days: number][]) => [
  ...takenOn(400),
  idea(390),
  { kind: 'constitute', happenedOn: before(380), form: 'cic' },
  ...moves.map(([to, days]) => ({ kind: 'advance-registration', happenedOn: before(days), to })),
  reached,
]

/** Each name says why it is there. */
const stories: Record<string, { enquired: number; told?: boolean; commands: readonly object[] }> = {
  'Anning Answer': { enquired: 12, commands: [] },
  'Brue Privacy': { enquired: 30, told: false, commands: [...takenOn(20), reached] },
  'Chew Check-in': { enquired: 300, commands: tradingFor(200) },
  'Dunster Numbers': {
    enquired: 500,
    commands: [...tradingFor(300), { kind: 'answer-check-in', happenedOn: before(110), month: 6, answer: 'trading' }],
  },
  'Exe Insurance': {
    enquired: 200,
    commands: [
      ...takenOn(190),
      idea(60),
      reached,
      { kind: 'see-check', happenedOn: before(100), check: 'public-liability', until: before(3) },
    ],
  },
  'Frome Asked Again': {
    enquired: 200,
    commands: [
      ...takenOn(190),
      idea(60),
      { kind: 'record-scoping', happenedOn: before(50), outcome: 'individual-1-3-c', answers: cqcAnswers.onePerson },
      { kind: 'tell-change', happenedOn: before(4), what: 'took-someone-on' },
      reached,
    ],
  },
  'Otter A Year On': {
    enquired: 500,
    commands: [
      ...takenOn(490),
      idea(480),
      { kind: 'constitute', happenedOn: before(470), form: 'sole_trader' },
      { kind: 'record-scoping', happenedOn: before(400), outcome: 'individual-1-3-c', answers: cqcAnswers.onePerson },
      reached,
    ],
  },
  'Gordano Notice': { enquired: 420, commands: withCqc(['preparing', 90], ['submitted', 80], ['notice-of-proposal', 6]) },
  'Hinkley Waiting': { enquired: 420, commands: withCqc(['preparing', 150], ['submitted', 120]) },
  'Ilchester Grant': { enquired: 200, commands: [...takenOn(190), idea(60), reached] },
  'Jacob New Price': {
    enquired: 200,
    commands: [...takenOn(190), idea(60), { kind: 'tell-change', happenedOn: before(2), what: 'new-price' }, reached],
  },
  'Kilve Handover': {
    enquired: 60,
    commands: [...takenOn(50), idea(40), reached, { kind: 'offer-handover', happenedOn: before(1), to: people.lead.oid }],
  },
  'Levels Silent': { enquired: 90, commands: [...takenOn(80), idea(70)] },
  'Mendip Stuck': { enquired: 150, commands: [...takenOn(140), reached] },
  'Nailsea Visit': {
    enquired: 60,
    commands: [
      ...takenOn(50),
      idea(20),
      reached,
      { kind: 'set-task', happenedOn: before(9), about: 'visit', dueOn: today, at: '11:00', note: 'The kitchen rating and the first menu' },
    ],
  },
}

beforeAll(async () => {
  stage = await setStage()
  await ask(stage, 'administrator', 'POST', 'programmes', {
    id: programme,
    name: 'Harbour and Hills',
    areas: ['North', 'South'],
    period: { from: before(900), to: later(400) },
    costPence: 13_500_000,
  })
  const ids: Record<string, string> = {}
  for (const [name, { enquired, told = true, commands }] of Object.entries(stories))
    ids[name] = await makeStory(
      stage,
      programme,
      { name, happenedOn: before(enquired), area: 'north', phone: '01632 960321', ...(told && { told: 'by-phone' }) },
      commands,
    )
  tradingCase = ids['Chew Check-in'] ?? ''
  aYearOnCase = ids['Otter A Year On'] ?? ''
  const path = `programmes/${programme}/cases/${ids['Ilchester Grant'] ?? ''}`
  const { n } = await ask<{ n: number }>(stage, 'lead', 'GET', path)
  await ask(
    stage,
    'decider',
    'POST',
    `${path}/commands`,
    { kind: 'award-grant', happenedOn: before(40), pence: 30_000, gap: 'company' },
    { 'if-match': `"${n}"` },
  )
})
afterAll(async () => {
  await stage?.stop()
})

const kinds: readonly ReasonKind[] = [
  'task',
  'enquiry',
  'privacy',
  'check-in',
  'numbers',
  'check',
  'cqc-check',
  'cqc-notice',
  'with-cqc',
  'grant-unpaid',
  'change',
  'handover',
  'silent',
  'stuck',
]

test('Today has a reason of every kind', async () => {
  const { rows } = await ask<Today>(stage, 'lead', 'GET', `programmes/${programme}/today?whose=everyone`)
  const found = new Set(rows.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)))
  expect(kinds.filter(kind => !found.has(kind))).toEqual([])
})

async function open(path: string, theme: 'default' | 'dark' | 'contrast', width: number): Promise<Seat> {
  const seat = await stage.sit({ person: 'catalyst', theme, width, path })
  await seat.page.emulateMedia({ reducedMotion: 'reduce' })
  await seat.tab.getByText('Harbour and Hills').first().waitFor()
  await seat.tab.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  return seat
}

/** Looks at what is open now, at three widths. */
async function lookAround({ tab, resize, picture }: Seat, name: string): Promise<Record<number, unknown>> {
  const found: Record<number, unknown> = {}
  for (const width of [1280, 768, 320]) {
    await resize(width)
    await picture(`${name}-${width}`)
    found[width] = await lookAt(tab)
  }
  return found
}
const allRight = { 320: nothingWrong, 768: nothingWrong, 1280: nothingWrong }

test.each(['default', 'dark', 'contrast'] as const)(
  'Today with a full list, in the theme %s; with the form of a row; and with a call',
  async theme => {
    const seat = await open('/today', theme, 1280)
    const { tab } = seat
    await tab.getByRole('link', { name: 'Nailsea Visit' }).waitFor()
    expect(await lookAround(seat, `today-full-${theme}`)).toEqual(allRight)
    await tab.getByRole('button', { name: 'Log the visit: Nailsea Visit' }).click()
    await tab.getByRole('group', { name: 'Log the visit: Nailsea Visit' }).getByRole('radio', { name: 'Yes' }).waitFor()
    expect(await lookAround(seat, `today-form-${theme}`)).toEqual(allRight)
    await tab.getByRole('button', { name: 'Cancel' }).click()
    await tab.getByRole('button', { name: 'Start the call: Chew Check-in' }).click()
    await tab.getByRole('group', { name: 'Start the call: Chew Check-in' }).getByRole('radio').first().waitFor()
    expect(await lookAround(seat, `today-call-${theme}`)).toEqual(allRight)
    await seat.close()
  },
)

test('Today with a full list, and its call, at 400%', async () => {
  const seat = await open('/today', 'default', 320)
  await seat.tab.getByRole('link', { name: 'Nailsea Visit' }).waitFor()
  await seat.resize(320, 256)
  expect(await atFourTimes(seat)).toEqual({ sideways: false, free: true, hidden: [] })
  await seat.tab.getByRole('button', { name: 'Start the call: Chew Check-in' }).click()
  await seat.tab.getByRole('group', { name: 'Start the call: Chew Check-in' }).getByRole('radio').first().waitFor()
  await seat.picture('today-call-400-percent')
  expect(await atFourTimes(seat)).toEqual({ sideways: false, free: true, hidden: [] })
  await seat.close()
})

/** The dialogs that people use most, each with how it is opened on a phone. */
const dialogs: Record<string, { path: () => string; press: (seat: Seat) => Promise<void> }> = {
  'log a contact': {
    path: () => `/enterprises/${tradingCase}`,
    press: async ({ tab }) => tab.getByRole('button', { name: 'Log a contact' }).click(),
  },
  numbers: {
    path: () => `/enterprises/${tradingCase}`,
    press: async ({ tab }) => tab.getByRole('button', { name: /Add the first ones|Add new ones/ }).click(),
  },
  'a step': {
    path: () => `/enterprises/${tradingCase}`,
    press: async ({ tab }) => {
      await tab.getByRole('button', { name: 'Record a step' }).click()
      await tab
        .getByRole('menuitem', { name: /check seen|Check seen/ })
        .first()
        .click()
    },
  },
}

test.each(Object.entries(dialogs))('The dialog %s on a phone in high contrast, and at 400%', async (name, { path, press }) => {
  const seat = await open(path(), 'contrast', 320)
  await press(seat)
  await seat.tab.getByRole('dialog').waitFor()
  await seat.picture(`dialog-${name.replaceAll(' ', '-')}-contrast-320`)
  expect(await lookAt(seat.tab)).toEqual(nothingWrong)
  await seat.resize(320, 256)
  await seat.picture(`dialog-${name.replaceAll(' ', '-')}-400-percent`)
  expect(await atFourTimes(seat)).toEqual({ sideways: false, free: true, hidden: [] })
  await seat.close()
})

test('The dialog of a setting on a phone in high contrast', async () => {
  const seat = await stage.sit({ person: 'lead', theme: 'contrast', width: 320, path: '/settings' })
  await seat.page.emulateMedia({ reducedMotion: 'reduce' })
  await seat.tab.getByRole('button', { name: 'Change: Days with no contact' }).click()
  await seat.tab.getByRole('dialog').waitFor()
  await seat.picture('dialog-setting-contrast-320')
  expect(await lookAt(seat.tab)).toEqual(nothingWrong)
  await seat.close()
})

test('A CQC check whose year is over, where nothing has changed, is two taps and a signature', async () => {
  const seat = await open(`/enterprises/${aYearOnCase}/cqc-check`, 'contrast', 320)
  const { tab } = seat
  await tab.getByRole('button', { name: 'Nothing has changed' }).click()
  // The answers are there to be looked at, and the focus is on the first of them.
  expect(await tab.getByRole('radio', { name: 'Yes' }).first().isChecked()).toBe(true)
  expect(await tab.evaluate(() => document.activeElement?.closest('[id^="box-"]')?.id)).toBe('box-personalCare')
  expect(await lookAt(tab)).toEqual(nothingWrong)
  await seat.picture('cqc-check-nothing-has-changed-contrast-320')
  await tab.getByRole('button', { name: 'See why and sign' }).click()
  await tab.getByRole('checkbox', { name: /answered these as I was told/ }).check()
  await tab.getByRole('button', { name: 'Sign the check' }).click()
  await tab.getByRole('heading', { level: 1, name: 'Otter A Year On' }).waitFor()
  type Checks = { entries: { kind: string; happenedOn: string; data: { answers?: object } }[] }
  const { entries } = await ask<Checks>(stage, 'lead', 'GET', `programmes/${programme}/cases/${aYearOnCase}/facts`)
  const signed = entries.filter(({ kind }) => kind === 'scoped')
  expect(signed.map(({ happenedOn }) => happenedOn)).toContain(today)
  expect(signed.every(({ data }) => JSON.stringify(data.answers) === JSON.stringify(signed[0]?.data.answers))).toBe(true)
  await seat.close()
})

test('On a phone in high contrast the ways of looking at the list are read as well under the pointer, and when they are open', async () => {
  const seat = await open('/enterprises', 'contrast', 320)
  const views = seat.tab.getByRole('button', { name: /^View:/ })
  await views.hover()
  await seat.picture('views-under-the-pointer-contrast-320')
  expect(await lookAt(seat.tab)).toEqual(nothingWrong)
  await views.click()
  await seat.tab.getByRole('menuitemradio').first().hover()
  await seat.picture('views-open-contrast-320')
  expect(await lookAt(seat.tab)).toEqual(nothingWrong)
  await seat.close()
})
