import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tabTo } from './keyboard.ts'
import { atFourTimes, lookAt, nothingWrong } from './look.ts'
import type { Seat, Stage, View } from './stage.ts'
import { setSampleStage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await setSampleStage()
})
afterAll(async () => {
  await stage?.stop()
})

const folds = { lasting: 'How long they last', endings: 'How they ended', steps: 'How long each step takes', compare: 'Side by side' }
const names = Object.keys(folds) as (keyof typeof folds)[]
const everything = `/cohorts?compare=area&open=${names.join(',')}`

async function open(view: View): Promise<Seat> {
  const seat = await stage.sit({ person: 'reviewer', ...view })
  await seat.page.emulateMedia({ reducedMotion: 'reduce' })
  await seat.tab.getByRole('heading', { level: 2, name: 'How they ended' }).waitFor()
  await seat.tab.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  return seat
}

describe('The figures that wait under plain headings', () => {
  test.each(['default', 'dark', 'contrast'] as const)(
    'in the theme %s have no fault that axe can see, at 320, 768, 900 and 1280',
    async theme => {
      const seat = await open({ theme, path: everything })
      const found: Record<number, unknown> = {}
      for (const width of [320, 768, 900, 1280]) {
        await seat.resize(width)
        for (const name of names) {
          const fold = seat.tab.locator('details', { has: seat.tab.getByRole('heading', { level: 2, name: folds[name] }) })
          await fold.scrollIntoViewIfNeeded()
          await seat.picture(`cohort-${name}-${theme}-${width}`)
        }
        found[width] = await lookAt(seat.tab)
      }
      expect(found).toEqual({ 320: nothingWrong, 768: nothingWrong, 900: nothingWrong, 1280: nothingWrong })
      await seat.close()
    },
  )

  test('at 400% have nothing to scroll sideways and no focus under a bar', async () => {
    const seat = await open({ width: 320, path: everything })
    await seat.resize(320, 256)
    expect(await atFourTimes(seat)).toEqual({ sideways: false, free: true, hidden: [] })
    await seat.close()
  })

  test('open and close by keyboard, and a count in them opens its list, which says the same number', async () => {
    const seat = await open({ path: '/cohorts' })
    const { page, tab } = seat
    await tabTo(page, tab.locator('summary', { hasText: 'How they ended' }))
    await page.keyboard.press('Enter')
    const count = tab.getByRole('button', { name: /It was not working\. See the list/ })
    await tabTo(page, count)
    const said = (await count.textContent()) ?? ''
    await page.keyboard.press('Enter')
    await tab
      .getByRole('dialog')
      .getByText(new RegExp(`^${said} rows?, the same as the figure`))
      .waitFor()
    await page.keyboard.press('Escape')
    await tab.getByRole('dialog').waitFor({ state: 'detached' })
    await tabTo(page, tab.locator('summary', { hasText: 'How they ended' }))
    await page.keyboard.press('Enter')
    await count.waitFor({ state: 'detached' })
    await seat.close()
  })

  test('areas stand side by side by keyboard, and the page of methods tests them with the same question', async () => {
    const seat = await open({ path: '/cohorts?open=compare' })
    const { page, tab } = seat
    const choice = tab.getByRole('combobox', { name: 'Put side by side' })
    await tabTo(page, choice)
    await page.keyboard.type('Areas')
    await tab.getByText('This is not a ranking.', { exact: false }).waitFor()
    // No p stands on the page of figures.
    expect(await tab.getByText(/p (?:=|less)/).count()).toBe(0)
    await tabTo(page, tab.getByRole('button', { name: 'Is it more than chance?' }))
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: 'Are the differences between areas more than chance?' }).waitFor()
    await tab.getByText('Log-rank test:').waitFor()
    for (const width of [320, 768, 900, 1280]) {
      await seat.resize(width)
      await seat.picture(`cohort-method-${width}`)
      expect(await lookAt(tab)).toEqual(nothingWrong)
    }
    await tabTo(page, tab.getByRole('button', { name: 'Back to the figures' }))
    await page.keyboard.press('Enter')
    await choice.waitFor()
    await seat.close()
  })
})
