import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './api.ts'
import { isWiderThanItsScreen } from './axe.ts'
import type { Seat, Stage } from './stage.ts'
import { setSampleStage } from './stage.ts'

let stage: Stage
let enterprise: string

beforeAll(async () => {
  stage = await setSampleStage()
  const { cases } = await ask<{ cases: { id: string; standing: string }[] }>(stage, 'lead', 'GET', 'programmes/levels-and-moors/cases')
  enterprise = cases.find(({ standing }) => standing === 'trading')?.id ?? ''
})
afterAll(async () => {
  await stage?.stop()
})

/** 1280 pixels at 400%. */
async function zoomed(path: string): Promise<Seat> {
  const seat = await stage.sit({ person: 'lead', path, width: 320 })
  await seat.resize(320, 256)
  return seat
}

/** What of a dialog reaches past the screen's side. */
const past = (dialog: Locator): Promise<string[]> =>
  dialog.evaluate(element =>
    [element, ...element.querySelectorAll('*')]
      .filter(each => each.getClientRects().length > 0)
      .filter(each => each.getBoundingClientRect().right > innerWidth + 0.5 || each.getBoundingClientRect().left < -0.5)
      .filter(each => getComputedStyle(each).clipPath === 'none' && !each.closest('svg'))
      .map(each => `${each.tagName} ${each.className.toString().slice(0, 20)} ${(each.textContent ?? '').slice(0, 30)}`),
  )

describe('At 400% a dialog keeps to the screen, and its last button can be reached', () => {
  test.each([
    ['Private notes…', 'Private notes'],
    ['Merge with another…', 'Merge with another'],
    ['Hand to a colleague…', ''],
  ])('%s', async (item, title) => {
    const { tab, picture, close } = await zoomed(`/enterprises/${enterprise}`)
    await tab.getByRole('button', { name: 'More', exact: true }).click()
    await tab.getByRole('menuitem', { name: item }).click()
    const dialog = tab.getByRole('dialog', title === '' ? {} : { name: title })
    await dialog.getByRole('button').last().scrollIntoViewIfNeeded()
    await picture(`zoomed-${item.slice(0, 5)}`)
    expect(await past(dialog)).toEqual([])
    await close()
  })

  test('putting an entry right', async () => {
    const { tab, picture, close } = await zoomed(`/enterprises/${enterprise}`)
    await tab
      .getByRole('button', { name: /^More for: / })
      .first()
      .click()
    await tab.getByRole('menuitem', { name: 'Put right' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('button').last().scrollIntoViewIfNeeded()
    await picture('zoomed-correct')
    expect(await past(dialog)).toEqual([])
    await close()
  })
})

test('At 400% each step of bringing a spreadsheet in has nothing to scroll sideways', async () => {
  const lines = [
    'ref,name,area,journey,enquiry_date,idea_date,constituted_date,legal_form,started_trading_date',
    '9001,Quayside Company,North Moor,new,05/01/2024,01/02/2024,01/03/2024,sole_trader,15/03/2024',
    '9002,Hill Top Meals,North Moor,new,31/02/2024,01/04/2024,01/05/2024,cic,',
  ]
  const { tab, picture, close } = await zoomed('/import')
  const found: Record<string, boolean> = { choose: await isWiderThanItsScreen(tab) }
  await tab
    .locator('input[type=file]')
    .setInputFiles({ name: 'last-year.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await tab.getByText('31/02/2024 is not a real date.').waitFor()
  await picture('zoomed-import-check')
  found['check'] = await isWiderThanItsScreen(tab)
  await tab.getByRole('textbox', { name: 'Row 3, Enquiry date' }).fill('28 February 2024')
  await tab.getByRole('button', { name: 'Bring in 2' }).click()
  await tab.getByText('2 rows are in').first().waitFor()
  await picture('zoomed-import-done')
  found['done'] = await isWiderThanItsScreen(tab)
  expect(found).toEqual({ choose: false, check: false, done: false })
  await close()
})
