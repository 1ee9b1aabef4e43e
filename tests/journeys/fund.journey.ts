import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pots } from '#domain/potSchemas.ts'
import { people } from '#local/people.ts'
import { ask } from './api.ts'
import { tabTo, typeOver } from './keyboard.ts'
import { atFourTimes, lookAt, nothingWrong } from './look.ts'
import type { Seat, Stage } from './stage.ts'
import { setSampleStage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setSampleStage()
  await stage.makeProgramme('harbour')
})
afterAll(async () => {
  await stage?.stop()
})

const themes = ['default', 'dark', 'contrast'] as const
const widths = [320, 768, 1280] as const
const sample = '/fund?programme=levels-and-moors'

/** The page with all its parts: the bars come in pieces of their own. */
async function whole(tab: Frame): Promise<void> {
  await tab.getByText('Levels and Moors (sample)').first().waitFor()
  await tab.locator('section svg[role=img]').nth(1).waitFor()
  await tab.getByRole('heading', { name: 'Ledger' }).waitFor()
}

/** All of the page in one picture, however long it is. */
async function wholePicture({ tab, page, resize, picture }: Seat, name: string, width: number): Promise<void> {
  await resize(width)
  const height = await tab.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: width + 40, height: height + 120 })
  await picture(name)
  await resize(width)
}

async function lookAtAll(seat: Seat, name: string): Promise<void> {
  await seat.page.emulateMedia({ reducedMotion: 'reduce' })
  const found: Record<number, unknown> = {}
  for (const width of widths) {
    await wholePicture(seat, `${name}-${width}`, width)
    found[width] = await lookAt(seat.tab)
  }
  expect(found).toEqual(Object.fromEntries(widths.map(width => [width, nothingWrong])))
}

describe('The page of the fund', () => {
  test.each(themes)(
    'in the theme %s has no fault that axe can see, nothing to scroll sideways and nothing too small to tap',
    async theme => {
      const seat = await stage.sit({ person: 'decider', theme, path: sample })
      await whole(seat.tab)
      await lookAtAll(seat, `fund-${theme}`)
      await seat.close()
    },
  )

  test('at 400% has nothing to scroll sideways, bars over no more than a third of it, and no focus under them', async () => {
    const seat = await stage.sit({ person: 'lead', path: sample, width: 320 })
    await whole(seat.tab)
    await seat.resize(320, 256)
    expect(await atFourTimes(seat)).toEqual({ sideways: false, free: true, hidden: [] })
    await seat.close()
  })

  test('the form of a fund has no fault either, in any theme', async () => {
    for (const theme of themes) {
      const seat = await stage.sit({ person: 'lead', theme, path: '/fund/new?programme=harbour' })
      await seat.tab.getByRole('group', { name: 'Is it public money? Is it a subsidy?' }).waitFor()
      await lookAtAll(seat, `fund-form-${theme}`)
      await seat.close()
    }
  })

  test('in meeting view there is no name of an enterprise on it', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'lead', path: sample })
    await whole(tab)
    const { cases } = await ask<{ cases: { name: string }[] }>(stage, 'lead', 'GET', 'programmes/levels-and-moors/cases')
    const named = async (): Promise<string[]> => {
      const words = await tab.locator('main').innerText()
      return cases.map(({ name }) => name).filter(name => words.includes(name))
    }
    expect((await named()).length).toBeGreaterThan(0)
    await tab.getByRole('button', { name: 'Hide names' }).click()
    await expect.poll(named).toEqual([])
    await whole(tab)
    await picture('fund-meeting-1280')
    await close()
  })
})

describe('Whoever recommended a grant', () => {
  test('may be one who decides as well, and finds a lock in place of a button, with the reason and who can', async () => {
    const { oid } = people.catalyst
    const member = `programmes/levels-and-moors/members/${oid}`
    await ask(stage, 'administrator', 'PUT', member, { roles: ['catalyst', 'decider'], label: 'Catalyst' })
    const seat = await stage.sit({ person: 'catalyst', path: sample })
    await whole(seat.tab)
    const waiting = seat.tab.getByRole('region', { name: 'Waiting for you' })
    await waiting
      .getByText(/^You (?:recommended this|work with them)$/)
      .first()
      .waitFor()
    await waiting.getByText('Decider can decide').first().waitFor()
    expect(await waiting.getByRole('button', { name: /^Read and decide/ }).count()).toBe(0)
    expect(await seat.tab.locator('button[disabled], button[aria-disabled=true]').count()).toBe(0)
    await seat.tab.getByRole('button', { name: 'See them' }).click()
    await lookAtAll(seat, 'fund-locked')
    await seat.tab.getByRole('button', { name: 'Recommend a grant' }).click()
    await seat.tab.getByRole('dialog').getByRole('textbox', { name: 'Who is it for?' }).waitFor()
    await seat.close()
    await ask(stage, 'administrator', 'PUT', member, { roles: ['catalyst'], label: 'Catalyst' })
  })
})

/** The label of a box that is asked, with or without its star. */
const box = (tab: Frame, name: string) => tab.getByRole('textbox', { name })

describe('A lead', () => {
  test('is told what to do first, others who can', async () => {
    const lead = await stage.sit({ person: 'lead', path: '/fund?programme=harbour' })
    await lead.tab.getByRole('heading', { name: 'There is no fund here yet' }).waitFor()
    await lead.picture('fund-none-1280')
    await lead.close()
    const payer = await stage.sit({ person: 'payer', path: '/fund?programme=harbour' })
    await payer.tab.getByText('A lead makes the fund first.').waitFor()
    expect(await payer.tab.getByRole('button', { name: 'Make a fund' }).count()).toBe(0)
    await payer.close()
  })

  test('makes a fund by keyboard alone: a box that is wrong says what is wrong, and the fund is there', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'lead', path: '/fund?programme=harbour' })
    await tab.getByRole('heading', { name: 'There is no fund here yet' }).waitFor()
    await tab.locator('h1').focus()
    await tabTo(page, tab.getByRole('button', { name: 'Make a fund' }))
    await page.keyboard.press('Enter')
    await tab.getByRole('group', { name: 'Is it public money? Is it a subsidy?' }).waitFor()
    await tab.getByRole('radio', { name: 'Public money, but not a subsidy' }).focus()
    await page.keyboard.press('Space')
    await fill(page, tab, {
      'Why?': 'It goes to people who are not in business yet.',
      'What is the fund called?': 'Start-up grants',
      'How much is in it?': '20,000',
      'First day to decide a grant': '1 April 2026',
      'Last day to decide a grant': '1 March 2026',
      'Cost code': 'ASC-4410',
      'A rule that each grant must meet': 'They have agreed their idea with us',
    })
    await page.keyboard.press('Enter')
    await tab.getByText('This is before the first day.').waitFor()
    await picture('fund-form-wrong-1280')
    await fill(page, tab, { 'Last day to decide a grant': '31 March 2028' })
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: /£20,000 of £20,000 is left to award, enough for 40\sgrants of £500/ }).waitFor()
    const { pots } = await ask<Pots>(stage, 'lead', 'GET', 'programmes/harbour/pots')
    expect(pots).toMatchObject([{ name: 'Start-up grants', amountPence: 2_000_000, from: '2026-04-01', evidenceDays: 90, entries: 1 }])
    expect(pots[0]?.rules).toEqual([{ rule: 'rule-1-1', sentence: 'They have agreed their idea with us' }])
    await close()
  })

  test('changes its amount, and the ledger has one entry more', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'lead', path: '/fund?programme=harbour' })
    await tab.getByRole('button', { name: 'More', exact: true }).click()
    await tab.getByRole('menuitem', { name: 'Change this fund' }).click()
    await box(tab, 'How much is in it?').waitFor()
    expect(await box(tab, 'How much is in it?').inputValue()).toBe('20000')
    await fill(page, tab, { 'How much is in it?': '25,000' })
    await page.keyboard.press('Enter')
    await tab.getByText('Money put in, £5,000').waitFor()
    await tab.getByRole('button', { name: /^Money put in, £5,000/ }).click()
    const panel = tab.getByRole('dialog')
    await panel.getByText('Log number').waitFor()
    expect(await panel.innerText()).toMatch(/Recorded by\s+Lead/)
    await picture('fund-entry-1280')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await close()
  })
})

test('Several funds are told apart by name, the newest first', async () => {
  const { pots } = await ask<Pots>(stage, 'lead', 'GET', 'programmes/harbour/pots')
  const [{ id: _id, version: _version, balance: _balance, entries: _entries, grants: _grants, ...same } = {} as Pots['pots'][number]] = pots
  const newer = { ...same, name: 'Winter fund', from: '2026-10-01', amountPence: 700_00 }
  await ask(stage, 'lead', 'POST', 'programmes/harbour/pots', newer)
  const { tab, close } = await stage.sit({ person: 'reviewer', path: '/fund?programme=harbour' })
  await tab.getByRole('heading', { name: /^£700 of £700 is left to award/ }).waitFor()
  const which = tab.getByRole('combobox', { name: 'Which fund?' })
  expect(await which.locator('option').allInnerTexts()).toEqual([
    'Winter fund, October 2026 to March 2028',
    'Start-up grants, April 2026 to March 2028',
  ])
  await which.selectOption({ index: 1 })
  await tab.getByRole('heading', { name: /^£25,000 of £25,000 is left to award/ }).waitFor()
  await close()
})

/** Types into boxes by their names, each reached by Tab. */
async function fill(page: Page, tab: Frame, words: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(words)) {
    await tabTo(page, box(tab, name))
    await typeOver(page, text)
  }
}

describe('Finance', () => {
  test('finds an entry by its amount, takes the ledger away, and reads first what a list leaves out', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'payer', path: sample })
    await whole(tab)
    await tab.getByRole('searchbox', { name: /Search the ledger/ }).fill('£500')
    await tab.getByText(/\d+ of \d+ entries\. Entries are only ever added\./).waitFor()
    await tab.getByRole('button', { name: 'Download', exact: true }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByText('The file has only the entries that you searched for.').waitFor()
    await dialog.getByRole('radio', { name: 'CSV' }).check({ force: true })
    const coming = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Make the file' }).click()
    expect((await coming).suggestedFilename()).toMatch(/^ledger-\d{4}-\d\d-\d\d\.csv$/)
    await dialog.getByText('Your file is on its way.').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    for (const [item, name, words] of [
      ['Transparency list…', 'transparency', 'Left out: to a person, such as a sole trader'],
      ['360Giving list…', '360giving', 'Ask the lead to say who publishes its grants.'],
      ['Committed and not paid at the year end…', 'year-end', 'Nothing was committed and not paid then.'],
    ] as const) {
      await tab.getByRole('button', { name: 'Export' }).click()
      await tab.getByRole('menuitem', { name: item }).click()
      await dialog.getByText(words).waitFor()
      await picture(`fund-export-${name}`)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    await close()
  })

  test('reads which areas have no place code, and the lead gets from there to where they are given', async () => {
    const path = 'programmes/levels-and-moors/pots'
    const [fund] = (await ask<Pots>(stage, 'lead', 'GET', path)).pots
    if (!fund) throw new Error('the sample has a fund')
    const { id, version, balance: _, entries: __, grants: ___, ...terms } = fund
    const publisher = { prefix: '360G-exampletown', orgId: 'GB-LAE-XMP', name: 'Exampletown Council' }
    await ask(stage, 'lead', 'PUT', `${path}/${id}`, { ...terms, publisher }, { 'if-match': `"${version}"` })
    const seat = await stage.sit({ person: 'lead', path: sample })
    const { tab, picture, resize, close } = seat
    await whole(tab)
    await tab.getByRole('button', { name: 'Export' }).click()
    await tab.getByRole('menuitem', { name: '360Giving list…' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByText(/grants in the list do not say where\. No place code yet: /).waitFor()
    for (const width of widths) {
      await resize(width)
      await picture(`fund-places-${width}`)
      expect(await lookAt(tab)).toEqual(nothingWrong)
    }
    await dialog.getByRole('link', { name: 'Add place codes in the settings' }).click()
    await tab.getByRole('heading', { name: 'Areas' }).waitFor()
    await close()
  })
})
