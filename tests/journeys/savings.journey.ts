import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssumptionsAnswer } from '#domain/assumptionSchemas.ts'
import type { AssumptionKind } from '#domain/assumptions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays } from '#domain/plainDate.ts'
import type { Savings, SavingsLines } from '#domain/savingsSchemas.ts'
import type { Me } from '#domain/wireSchemas.ts'
import { outsideLabels } from '#tab/savingsLabels.ts'
import { ask, makeStory } from './api.ts'
import { tabTo } from './keyboard.ts'
import { fill, fillDialog, plain, press } from './keyboardForms.ts'
import { lookAt, nothingWrong } from './look.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

const programme = 'harbour'
const path = `/savings?programme=${programme}`
const api = `programmes/${programme}`

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme(programme)
  await stage.makeProgramme('hills', 'Hills')
  const { today } = await ask<Me>(stage, 'lead', 'GET', 'me')
  const ago = (days: number): PlainDate => addDays(today, -days)
  // A hundred hours a week by contract, of 250, told ninety days ago: no check-in is due yet.
  const told = {
    kind: 'record-care-return',
    happenedOn: ago(90),
    jobs: 10,
    people: 40,
    minutesPerWeek: 15_000,
    councilPaidMinutes: 6_000,
    paid: { councilContract: 6_000, directPayment: 0, healthBudget: 0 },
  }
  await makeStory(stage, programme, { name: 'Quayside Care', happenedOn: ago(140), area: 'north' }, [
    { kind: 'accept', happenedOn: ago(130), origin: 'new' },
    { kind: 'begin-trading', happenedOn: ago(100) },
    told,
  ])
})
afterAll(async () => {
  await stage?.stop()
})

const savingsNow = (): Promise<Savings> => ask(stage, 'lead', 'GET', `${api}/savings`)
const version = async (): Promise<number> => (await ask<AssumptionsAnswer>(stage, 'lead', 'GET', `${api}/assumptions`)).version
const nameOf = (kind: AssumptionKind): string => outsideLabels[kind].name
const headline = async (tab: Frame): Promise<string> =>
  plain(await tab.getByRole('region', { name: 'What the council does not have to pay, at today’s rate' }).innerText())

/** What is typed for each figure that is missing: a price in pounds, a share in percent. */
const typed = {
  comparator: '24.10',
  'contract-price': '18.10',
  'assessed-need': '100',
  contributions: '10%',
  deadweight: '20',
  displacement: '10',
  attribution: '15',
} as const satisfies Partial<Record<AssumptionKind, string>>

describe('A lead', () => {
  test('of a programme where nobody trades is told so, and may record figures all the same', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'lead', path: '/savings?programme=hills' })
    await tab.getByRole('heading', { name: 'Nobody here trades now' }).waitFor()
    await tab.getByRole('button', { name: `Add: ${nameOf('comparator')}` }).waitFor()
    await tab.getByRole('heading', { name: 'How one county’s published figures were made' }).waitFor()
    await picture('savings-nobody-1280')
    await close()
  })

  test('adds the figures that are missing by keyboard alone, one after the other, and sees what it comes to', async () => {
    const seat = await stage.sit({ person: 'lead', path })
    const { tab, page, picture } = seat
    const missing = tab.getByRole('region', { name: 'We cannot work this out yet' })
    await missing.getByText('We need 7 figures:').waitFor()
    await picture('savings-missing-1280')
    await tab.locator('h1').focus()
    await press(page, missing.getByRole('button', { name: 'Add them' }))
    for (const kind of Object.keys(typed) as (keyof typeof typed)[]) {
      await fillDialog(seat, nameOf(kind), {
        'Most likely': typed[kind],
        'Where is it from?': 'Council fee schedule',
        'How sure are you of it?': 'High: from good records elsewhere',
      })
    }
    // 100 hours × £6.00 × 365.25 ÷ 7 weeks = £31,307.14; × 0.9 × 0.8 × 0.9 × 0.85 = £17,243.97.
    await expect.poll(() => headline(tab)).toContain('£17,000 a year')
    await tab.getByText(/^The programme has paid for itself once the council has paid for/).waitFor()
    expect((await savingsNow()).estimate?.yearly.pence).toBe(17_243_97)
    await picture('savings-added-1280')
    await seat.close()
  })

  test('changes one, reads before it is saved what it would come to, and sees that', async () => {
    const seat = await stage.sit({ person: 'lead', path })
    const { tab, page, picture } = seat
    await press(page, tab.getByRole('button', { name: `Change: ${nameOf('deadweight')}` }))
    const dialog = tab.getByRole('dialog', { name: nameOf('deadweight') })
    await dialog.waitFor()
    const today = {
      'Most likely': '40',
      'Lowest it could be': '30',
      'Highest it could be': '50',
      'Where is it from?': 'Survey, 71 answers',
    }
    await fill(page, dialog, { ...today, 'How sure are you of it?': 'Medium: from a survey or a study' })
    // £17,243.97 × 0.6 ÷ 0.8 = £12,932.98.
    await expect.poll(async () => plain(await dialog.locator('dl').innerText())).toMatch(/now £17,000 With this figure £13,000$/)
    await picture('savings-form-1280')
    await press(page, dialog.getByRole('button', { name: 'Save' }))
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => headline(tab)).toContain('£13,000 a year')
    await press(page, tab.getByRole('button', { name: `Earlier values: ${nameOf('deadweight')}` }))
    const earlier = tab.getByRole('dialog', { name: nameOf('deadweight') })
    expect(plain(await earlier.innerText())).toMatch(/40% .* 30% to 50% .* 20% /)
    await page.keyboard.press('Escape')
    await earlier.waitFor({ state: 'detached' })
    await seat.close()
  })

  test('is shown what a colleague recorded at the same time, keeps what was typed, and saves it over that', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'lead', path })
    await press(page, tab.getByRole('button', { name: `Change: ${nameOf('displacement')}` }))
    const dialog = tab.getByRole('dialog', { name: nameOf('displacement') })
    await dialog.waitFor()
    await fill(page, dialog, {
      'Most likely': '12',
      'Where is it from?': 'Asked at intake',
      'How sure are you of it?': 'Low: a few people think so',
    })
    const theirs = {
      kind: 'displacement',
      value: { low: 500, central: 500, high: 500 },
      effectiveFrom: (await savingsNow()).asAt,
      source: 'A study',
      confidence: 'medium',
    }
    await ask(stage, 'administrator', 'PUT', `${api}/assumptions`, theirs, { 'if-match': `"${await version()}"` })
    await press(page, dialog.getByRole('button', { name: 'Save' }))
    await dialog.getByText(/changed this while you were typing: .*, 5%, from .*\. What you typed is still here\./).waitFor()
    expect(await dialog.getByRole('textbox', { name: 'Most likely' }).inputValue()).toBe('12')
    await picture('savings-conflict-1280')
    await press(page, dialog.getByRole('button', { name: 'Save' }))
    await dialog.waitFor({ state: 'detached' })
    const { assumptions } = await savingsNow()
    expect(assumptions.find(({ kind }) => kind === 'displacement')?.value?.central).toBe(1_200)
    await close()
  })

  test('opens the list of each figure, and its total is the figure to the penny', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'lead', path })
    await tab.getByRole('heading', { name: 'Figures from outside' }).waitFor()
    for (const [figure, link] of [
      ['yearly', 'See the list: What each saves in a year at today’s rate'],
      ['soFar', 'See the list: What each saved so far'],
    ] as const) {
      const { total, asAt } = await ask<SavingsLines>(stage, 'lead', 'GET', `${api}/savings/lines?figure=${figure}`)
      const { estimate } = await savingsNow()
      expect(total).toBe(estimate?.[figure].pence)
      await press(page, tab.getByRole('button', { name: link }))
      const list = tab.getByRole('dialog')
      const pounds = (total / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' })
      await list.getByText('1 row, the same as the figure').waitFor()
      await list.getByText(pounds, { exact: true }).last().waitFor()
      const coming = page.waitForEvent('download')
      await press(page, list.getByRole('button', { name: 'Download CSV' }))
      expect((await coming).suggestedFilename()).toBe(`savings-${figure.toLowerCase()}-${asAt}.csv`)
      await picture(`savings-list-${figure}`)
      await page.keyboard.press('Escape')
      await list.waitFor({ state: 'detached' })
    }
    await close()
  })

  test('shows the working, and a link to the page shows it too', async () => {
    const { tab, page, close } = await stage.sit({ person: 'lead', path })
    await tabTo(page, tab.getByRole('button', { name: 'See the working' }))
    await page.keyboard.press('Enter')
    await tab.locator('figure svg').nth(1).waitFor()
    expect(await tab.evaluate(() => window.location.search)).toContain('working=shown')
    await tab.getByRole('button', { name: 'Hide the working' }).waitFor()
    await close()
  })
})

test('A reviewer sees the figure, its lists and every source, without names and without a button that changes anything', async () => {
  const { tab, page, close } = await stage.sit({ person: 'reviewer', path })
  await expect.poll(() => headline(tab)).toContain('a year')
  await tab.getByText('Survey, 71 answers').waitFor()
  expect(await tab.getByRole('button', { name: /^(?:Change|Add)\b/ }).count()).toBe(0)
  await press(page, tab.getByRole('button', { name: 'See the list: What each saves in a year at today’s rate' }))
  await tab.getByText('1 row, the same as the figure').waitFor()
  expect(await tab.locator('body').innerText()).not.toContain('Quayside Care')
  await close()
})

test('A funder is told in words that this is not for them', async () => {
  const { tab, close } = await stage.sit({ person: 'funder', path })
  await tab.locator('h1').waitFor()
  expect(await tab.getByRole('link', { name: 'Savings' }).count()).toBe(0)
  expect(await tab.locator('body').innerText()).not.toContain('£')
  await close()
})

test.each(['default', 'dark', 'contrast'] as const)(
  'In the theme %s the form of a figure and a list have no fault that axe can see, and nothing to scroll sideways',
  async theme => {
    const { tab, page, resize, picture, close } = await stage.sit({ person: 'lead', theme, path })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await tab.getByRole('heading', { name: 'Figures from outside' }).waitFor()
    const found: Record<string, unknown> = {}
    for (const width of [320, 768, 1280]) {
      await resize(width)
      await tab.getByRole('button', { name: `Change: ${nameOf('comparator')}` }).click()
      await tab.getByRole('dialog').waitFor()
      found[`form ${width}`] = await lookAt(tab)
      await picture(`savings-form-${theme}-${width}`)
      await page.keyboard.press('Escape')
      await tab.getByRole('dialog').waitFor({ state: 'detached' })
      await tab.getByRole('button', { name: 'See the list of enterprises' }).click()
      await tab.getByText('1 row, the same as the figure').waitFor()
      found[`list ${width}`] = await lookAt(tab)
      await picture(`savings-list-${theme}-${width}`)
      await page.keyboard.press('Escape')
      await tab.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map(name => [name, nothingWrong])))
    await close()
  },
)
