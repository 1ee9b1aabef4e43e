import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, instantAt, londonDay } from '#domain/plainDate.ts'
import { people } from '#local/people.ts'
import { ask, makeStory } from './api.ts'
import type { Seat, Stage } from './stage.ts'
import { setStage } from './stage.ts'

const today = londonDay(instantAt(Date.now()))
const before = (days: number): string => addDays(today, -days)
const later = (days: number): string => addDays(today, days)

let stage: Stage
let seat: Seat

/** An enterprise of the catalyst's, and what was recorded on it. */
const make = (name: string, enquiredOn: string, ...commands: readonly object[]): Promise<string> =>
  makeStory(stage, 'harbour', { name, happenedOn: enquiredOn, area: 'north', told: 'by-phone' }, commands)

const takenOn = (on: string) => [
  { kind: 'accept', happenedOn: on, origin: 'new' },
  { kind: 'assign', happenedOn: on, catalyst: people.catalyst.oid },
]
const reached = (on: string) => ({ kind: 'log-contact', happenedOn: on, reached: true })
const idea = { kind: 'agree-idea', happenedOn: before(5) }

beforeAll(async () => {
  stage = await setStage()
  await ask(stage, 'administrator', 'POST', 'programmes', {
    id: 'harbour',
    name: 'Harbour and Hills',
    areas: ['North', 'South'],
    period: { from: before(900), to: later(400) },
    costPence: 13_500_000,
  })
  await make('Brue Valley Home Support', before(200), ...takenOn(before(190)), idea, reached(before(3)), {
    kind: 'see-check',
    happenedOn: before(100),
    check: 'public-liability',
    until: before(3),
  })
  // Trading since 200 days: its 6-month check-in fell due 16 to 20 days ago.
  await make(
    'Exmoor Errands',
    before(300),
    ...takenOn(before(290)),
    { kind: 'agree-idea', happenedOn: before(280) },
    {
      kind: 'constitute',
      happenedOn: before(250),
      form: 'sole_trader',
    },
    { kind: 'begin-trading', happenedOn: before(200) },
    { kind: 'tell-change', happenedOn: before(2), what: 'new-price' },
  )
  await make('Levels Lunch Club', before(60), ...takenOn(before(50)), idea, reached(before(9)), {
    kind: 'set-task',
    happenedOn: before(9),
    about: 'visit',
    dueOn: today,
    at: '11:00',
    note: 'The kitchen rating and the first menu',
  })
  await make('Tone Vale Care', before(60), ...takenOn(before(50)), idea, reached(before(9)), {
    kind: 'set-task',
    happenedOn: before(9),
    about: 'set-up',
    dueOn: later(2),
    note: 'The draft rules',
  })
  seat = await stage.sit({ person: 'catalyst', path: '/' })
})
afterAll(async () => {
  await stage?.stop()
})

const tab = () => seat.tab
const heads = async (): Promise<string[]> => (await tab().locator('h2').allInnerTexts()).map(text => text.replaceAll(/\s+/g, ' ').trim())

test('she opens the tab, and what needs her is there in its groups', async () => {
  await tab().getByRole('heading', { level: 1, name: 'What needs you today' }).waitFor()
  await tab().getByRole('link', { name: 'Brue Valley Home Support' }).waitFor()
  await seat.picture('today')
  expect(await heads()).toEqual(['Overdue 2', 'Today 1', 'This week 1'])
})

const rowOf = (name: string) =>
  tab()
    .getByRole('listitem')
    .filter({ has: tab().getByRole('link', { name }) })
const press = (...keys: string[]) =>
  keys.reduce<Promise<void>>((done, key) => done.then(() => seat.page.keyboard.press(key)), Promise.resolve())
const focused = (): Promise<string> =>
  tab().evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
type Facts = { entries: { kind: string; counts: string; data: Record<string, unknown> }[] }
const entriesOf = async (name: string): Promise<string[]> => {
  const { cases } = await ask<{ cases: { id: string; name: string }[] }>(stage, 'lead', 'GET', 'programmes/harbour/cases')
  const id = cases.find(each => each.name === name)?.id ?? ''
  const { entries } = await ask<Facts>(stage, 'lead', 'GET', `programmes/harbour/cases/${id}/facts`)
  return entries.filter(({ counts }) => counts === 'yes').map(({ kind }) => kind)
}

test('by keyboard: she starts the call of a check-in where it stands, and the form has the focus', async () => {
  const button = tab().getByRole('button', { name: 'Start the call: Exmoor Errands' })
  await button.focus()
  await press('Enter')
  const form = tab().getByRole('group', { name: 'Start the call: Exmoor Errands' })
  await form.getByRole('radio').first().waitFor()
  expect(await button.getAttribute('aria-expanded')).toBe('true')
  await expect.poll(() => tab().evaluate(() => document.activeElement?.matches('input'))).toBe(true)
  await seat.picture('today-call')
})

test('Escape closes it and keeps the draft; the focus is back on the button', async () => {
  await tab()
    .getByRole('group', { name: /Has anything changed|Start the call/ })
    .getByRole('textbox')
    .last()
    .fill('They want to take on a helper.')
  await press('Escape')
  await tab().getByRole('group', { name: 'Start the call: Exmoor Errands' }).waitFor({ state: 'detached' })
  expect(await focused()).toBe('Start the call: Exmoor Errands')
})

test('she logs the visit of today: the to-do is done with it, and when they next speak is agreed', async () => {
  await tab().getByRole('button', { name: 'Log the visit: Levels Lunch Club' }).focus()
  await press('Enter')
  const form = tab().getByRole('group', { name: 'Log the visit: Levels Lunch Club' })
  await form.getByRole('radio', { name: 'Yes' }).waitFor()
  await press('Space')
  await form.getByRole('radio', { name: 'Not yet' }).check()
  await form.getByRole('radio', { name: '2 weeks' }).check()
  await form.getByRole('textbox').first().fill('The menu is agreed.')
  await seat.picture('today-visit')
  await form.getByRole('button', { name: 'Save contact' }).focus()
  await press('Enter')
  await tab().getByRole('button', { name: 'Undo: Levels Lunch Club' }).waitFor()
  await tab()
    .getByText(/Reached, not trading yet\. You next speak on/)
    .first()
    .waitFor()
  await expect.poll(focused).toBe('Undo: Levels Lunch Club')
  await seat.picture('today-settled')
  expect((await entriesOf('Levels Lunch Club')).slice(-3)).toEqual(['contact', 'task-done', 'task-set'])
})

test('Undo brings the row back, with the focus on it', async () => {
  await press('Enter')
  await tab().getByRole('button', { name: 'Log the visit: Levels Lunch Club' }).waitFor()
  await expect.poll(focused).toBe('Log the visit: Levels Lunch Club')
  expect(await entriesOf('Levels Lunch Club')).not.toContain('task-done')
})

test('she puts a row off with a reason, and it is gone until then', async () => {
  await tab().getByRole('button', { name: 'More for Tone Vale Care' }).focus()
  await press('Enter')
  await tab().getByRole('menuitem', { name: 'Put off…' }).waitFor()
  await press('Enter')
  const form = tab().getByRole('group', { name: 'Put off: Tone Vale Care' })
  await form.getByRole('radio', { name: 'A day' }).check()
  await form.getByRole('textbox').fill(later(40))
  await form.getByRole('radio', { name: 'Waiting for them' }).check()
  await form.getByRole('button', { name: 'Put off', exact: true }).focus()
  await press('Enter')
  await tab().getByRole('button', { name: 'Undo: Tone Vale Care' }).waitFor()
  expect(await rowOf('Tone Vale Care').count()).toBe(0)
  expect((await entriesOf('Tone Vale Care')).at(-1)).toBe('task-put-off')
})

test('she adds the new insurance date in its row', async () => {
  await tab().getByRole('button', { name: 'Add the new date: Brue Valley Home Support' }).click()
  const form = tab().getByRole('group', { name: 'Add the new date: Brue Valley Home Support' })
  await form.getByRole('textbox', { name: /Until when/ }).fill(later(300))
  await form.getByRole('button', { name: 'Save' }).click()
  await tab().getByRole('button', { name: 'Undo: Brue Valley Home Support' }).waitFor()
  await seat.picture('today-date')
  expect((await entriesOf('Brue Valley Home Support')).at(-1)).toBe('check-seen')
})

test('she narrows the list to one kind, and the choice is kept', async () => {
  await tab().getByRole('button', { name: 'Kind: All kinds' }).click()
  await tab().getByRole('menuitemradio', { name: 'Check-ins and numbers' }).click()
  await tab().getByRole('button', { name: 'Kind: Check-ins and numbers' }).waitFor()
  expect(await rowOf('Levels Lunch Club').count()).toBe(0)
  await tab().getByRole('link', { name: 'Enterprises' }).first().click()
  await tab().getByRole('heading', { level: 1, name: 'Enterprises' }).waitFor()
  await tab().getByRole('link', { name: 'Today' }).first().click()
  await tab().getByRole('button', { name: 'Kind: Check-ins and numbers' }).click()
  await tab().getByRole('menuitemradio', { name: 'All kinds' }).click()
})

test('she logs a contact with anyone from the top of the page', async () => {
  await tab().getByRole('button', { name: 'Log a contact' }).click()
  await tab().getByRole('textbox', { name: 'Who was it?' }).fill('tone')
  await seat.picture('today-pick')
  await tab()
    .getByRole('button', { name: /Tone Vale Care/ })
    .click()
  await tab().getByRole('radio', { name: 'No', exact: true }).check()
  await tab().getByRole('button', { name: 'Save contact' }).click()
  await tab().getByText('Nobody was reached.').first().waitFor()
})

test('the lead sees what needs everyone, and who carries how much', async () => {
  const lead = await stage.sit({ person: 'lead', path: '/' })
  await lead.tab.getByRole('tab', { name: /Everyone/ }).click()
  await lead.tab.getByText('This is work that waits, so that it can be shared out. Results are never shown by worker.').waitFor()
  await lead.tab.getByRole('rowheader', { name: 'Catalyst' }).waitFor()
  await lead.picture('today-lead')
  await lead.close()
})
