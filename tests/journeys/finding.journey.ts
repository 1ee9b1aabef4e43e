import { readFileSync } from 'node:fs'
import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '#local/people.ts'
import { ask } from './api.ts'
import { tabTo } from './keyboard.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

const programme = 'harbour-and-hills'
let stage: Stage

type Answer = { id: string; n: number }

async function enquiry(name: string, area: string, phone: string, catalyst?: 'catalyst'): Promise<void> {
  const path = `programmes/${programme}/cases`
  const { id, n } = await ask<Answer>(stage, 'catalyst', 'POST', path, { happenedOn: '2024-01-08', name, area, phone })
  const accept = { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' }
  const said = await ask<Answer>(stage, 'catalyst', 'POST', `${path}/${id}/commands`, accept, { 'if-match': `"${n}"` })
  if (!catalyst) return
  const assign = { kind: 'assign', happenedOn: '2024-01-15', catalyst: people[catalyst].oid }
  await ask<Answer>(stage, 'lead', 'POST', `${path}/${id}/commands`, assign, { 'if-match': `"${said.n}"` })
}

beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme(programme)
  await enquiry('Willow Companions', 'north', '01632 960147', 'catalyst')
  await enquiry('Orchard Lunch Club', 'south', '01632 960632', 'catalyst')
  await enquiry('Brent Garden Help', 'south', '01632 960900')
})
afterAll(async () => {
  await stage?.stop()
})

const names = (tab: Frame): Promise<string[]> => tab.locator('main tbody a[href^="/enterprises/"]').allInnerTexts()
const search = (tab: Frame) => tab.getByRole('searchbox')
const rowCount = (tab: Frame, count: number) =>
  tab.waitForFunction(wanted => document.querySelectorAll('main tbody tr').length === wanted, count)

test('A search forgives a slip, says why a row was found, and says where else it matches', async () => {
  const { tab, picture, close } = await stage.sit({ person: 'catalyst', path: '/enterprises' })
  await rowCount(tab, 2)
  await search(tab).fill('orchrad')
  await rowCount(tab, 1)
  expect(await names(tab)).toEqual(['Orchard Lunch Club'])
  await search(tab).fill('960147')
  await tab.getByText('phone ends 147').waitFor()
  expect(await names(tab)).toEqual(['Willow Companions'])
  await picture('finding-phone')
  await search(tab).fill('brent')
  await tab.getByText('None of yours match “brent”').waitFor()
  await tab.getByText('Under All, 1 matches.').waitFor()
  await picture('finding-none')
  await tab.getByRole('button', { name: 'Show the one under All' }).click()
  await rowCount(tab, 1)
  expect(await names(tab)).toEqual(['Brent Garden Help'])
  await close()
})

test('By keyboard: search, sort by a head, open a row, walk on, and come back to the same row', async () => {
  const { page, tab, close } = await stage.sit({ person: 'lead', path: '/enterprises' })
  await rowCount(tab, 3)
  await search(tab).focus()
  await tabTo(page, tab.getByRole('columnheader').getByRole('button', { name: 'Enterprise', exact: true }))
  await page.keyboard.press('Enter')
  await tab.locator('th[aria-sort="ascending"]', { hasText: 'Enterprise' }).waitFor()
  expect(await names(tab)).toEqual(['Brent Garden Help', 'Orchard Lunch Club', 'Willow Companions'])
  await page.keyboard.press('Enter')
  await tab.locator('th[aria-sort="descending"]', { hasText: 'Enterprise' }).waitFor()
  expect(await names(tab)).toEqual(['Willow Companions', 'Orchard Lunch Club', 'Brent Garden Help'])
  await tabTo(page, tab.getByRole('link', { name: 'Willow Companions' }))
  await page.keyboard.press('Enter')
  await tab.getByRole('heading', { level: 1, name: 'Willow Companions' }).waitFor()
  await tab.getByText('1 of 3').waitFor()
  await tab.getByRole('button', { name: 'The one after' }).press('Enter')
  await tab.getByRole('heading', { level: 1, name: 'Orchard Lunch Club' }).waitFor()
  await page.evaluate(() => Reflect.get(globalThis, '__host').event('backButtonPress'))
  await rowCount(tab, 3)
  expect(await names(tab)).toEqual(['Willow Companions', 'Orchard Lunch Club', 'Brent Garden Help'])
  await close()
})

test('A view is saved by keyboard, shared with the team, and is there for another person', async () => {
  const { page, tab, picture, close } = await stage.sit({ person: 'lead', path: '/enterprises?area=south' })
  await rowCount(tab, 2)
  await tab.getByRole('button', { name: 'Views' }).press('Enter')
  await tab.getByRole('menuitem', { name: 'Save this view…' }).press('Enter')
  await tab.getByRole('textbox', { name: 'What do you call it?' }).waitFor()
  await page.keyboard.type('In the south')
  await picture('finding-save-view')
  await page.keyboard.press('Enter')
  await tab.getByRole('tab', { name: 'In the south', selected: true }).waitFor()
  await tab.getByRole('button', { name: 'Views' }).click()
  await tab.getByRole('menuitem', { name: 'Share with the team…' }).click()
  await tab.getByRole('button', { name: 'Share' }).click()
  await tab.getByRole('dialog').waitFor({ state: 'detached' })
  await close()

  const other = await stage.sit({ person: 'catalyst', path: '/enterprises' })
  await other.tab.getByRole('tab', { name: 'In the south' }).click()
  await rowCount(other.tab, 2)
  expect((await names(other.tab)).toSorted((a, b) => a.localeCompare(b))).toEqual(['Brent Garden Help', 'Orchard Lunch Club'])
  await other.close()
})

test('Columns that were chosen are there again on another device', async () => {
  const { tab, close } = await stage.sit({ person: 'catalyst', path: '/enterprises' })
  await rowCount(tab, 2)
  await tab.getByRole('button', { name: 'Columns' }).click()
  await tab.getByRole('menuitemcheckbox', { name: 'Phone' }).click()
  await tab.getByRole('columnheader', { name: 'Phone' }).waitFor()
  await tab.getByText('01632 960147').waitFor()
  await close()
  const again = await stage.sit({ person: 'catalyst', path: '/enterprises' })
  await again.tab.getByRole('columnheader', { name: 'Phone' }).waitFor()
  await again.picture('finding-columns')
  await again.close()
})

test('The board shows the furthest milestone, in columns on a desk and by arrow keys on a narrow page', async () => {
  const desk = await stage.sit({ person: 'lead', path: '/enterprises?layout=board' })
  await desk.tab.getByRole('heading', { level: 2, name: 'Enquiry' }).waitFor()
  expect(await desk.tab.locator('main ol > li').count()).toBe(6)
  await desk.tab.getByRole('link', { name: 'Willow Companions' }).waitFor()
  await desk.close()

  const narrow = await stage.sit({ person: 'lead', width: 320, path: '/enterprises?layout=board' })
  const chosen = narrow.tab.getByRole('tab', { name: /Enquiry/, selected: true })
  await chosen.focus()
  await narrow.page.keyboard.press('ArrowRight')
  await narrow.tab.getByRole('tab', { name: /Idea/, selected: true }).waitFor()
  await narrow.tab.getByText('Nobody stands here now.').waitFor()
  await narrow.close()
})

test('The ones that were chosen are exported by keyboard: a file with these rows, saved by the browser', async () => {
  const { page, tab, picture, close } = await stage.sit({ person: 'lead', path: '/enterprises?sort=name' })
  await rowCount(tab, 3)
  await tab.getByRole('checkbox', { name: 'Choose Orchard Lunch Club' }).focus()
  await page.keyboard.press('Space')
  await tab.getByText('1 chosen').waitFor()
  await tab.getByRole('checkbox', { name: 'Choose Willow Companions' }).focus()
  await page.keyboard.press('Space')
  await tab.getByText('2 chosen').waitFor()
  await picture('finding-chosen')
  await tab.getByRole('toolbar', { name: 'The chosen ones' }).getByRole('button', { name: 'Export…' }).press('Enter')
  await tab.getByRole('radio', { name: 'Excel' }).press('ArrowRight')
  await picture('finding-export')
  const saved = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^enterprises-\d{4}-\d\d-\d\d\.csv$/)
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines.slice(1).map(line => line.split(',')[1])).toEqual(['Orchard Lunch Club', 'Willow Companions'])
  await tab.getByText('Your file is on its way.').waitFor()
  await close()
})

test('In a meeting names are hidden from the start, on every page, until somebody asks for them', async () => {
  const { page, tab, picture, close } = await stage.sit({ person: 'lead', path: '/enterprises', place: 'sidePanel' })
  await tab.getByText('Meeting view: names hidden').waitFor()
  await rowCount(tab, 3)
  const words = async (): Promise<string> => `${await tab.locator('body').innerText()} ${await tab.title()}`
  expect(await words()).not.toMatch(/Willow|Orchard|Brent|960/)
  await picture('finding-meeting')
  await tab.locator('main tbody a').first().click()
  await tab.getByText('Meeting view: names hidden').waitFor()
  await tab.getByRole('heading', { name: 'What happened' }).waitFor()
  expect(await words()).not.toMatch(/Willow|Orchard|Brent|960/)
  await tab.getByRole('button', { name: 'Show names' }).click()
  await tab.getByRole('heading', { level: 1, name: /Willow|Orchard|Brent/ }).waitFor()
  await tab.getByRole('button', { name: 'Hide names' }).click()
  await tab.getByText('Meeting view: names hidden').waitFor()
  await tab.getByRole('heading', { level: 1, name: /^\d+$/ }).waitFor()
  expect(await words()).not.toMatch(/Willow|Orchard|Brent|960/)
  expect(page.url()).not.toMatch(/Willow|Orchard|Brent/)
  await close()
})
