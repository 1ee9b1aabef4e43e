import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lines } from '#domain/cohortSchemas.ts'
import type { ScreenName } from '#tab/figureLabels.ts'
import { screenLabels } from '#tab/figureLabels.ts'
import { ask } from './api.ts'
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

const names = Object.keys(screenLabels) as ScreenName[]

const onScreen = async ({ tab }: Seat, name: ScreenName): Promise<void> => {
  await tab.getByRole('heading', { level: 1, name: screenLabels[name], exact: true }).waitFor()
  await tab.locator('figure, table').first().waitFor()
}

async function open(screen: number, view: View): Promise<Seat> {
  const seat = await stage.sit({ person: 'reviewer', path: `/cohorts/meeting?screen=${screen}`, ...view })
  await seat.page.emulateMedia({ reducedMotion: 'reduce' })
  await onScreen(seat, names[screen - 1] ?? 'counts')
  return seat
}

describe('The figures on a wall', () => {
  test('are turned by a clicker, and Escape goes back to the page they came from', async () => {
    const seat = await stage.sit({ person: 'lead', path: '/cohorts?by=trading' })
    const { page, tab } = seat
    await tabTo(page, tab.getByRole('button', { name: 'Show in a meeting' }))
    await page.keyboard.press('Enter')
    await onScreen(seat, 'counts')
    for (const name of names.slice(1)) {
      await page.keyboard.press('PageDown')
      await onScreen(seat, name)
    }
    await page.keyboard.press('PageDown')
    await tab.getByText(`${names.length} of ${names.length}`, { exact: true }).waitFor()
    await page.keyboard.press('PageUp')
    await onScreen(seat, 'compare')
    await page.keyboard.press('Escape')
    await tab.getByRole('heading', { level: 1, name: 'Cohorts' }).waitFor()
    expect(await tab.getByLabel('Chosen by').inputValue()).toBe('trading')
    await seat.close()
  })

  test('open the list behind a number, without names; Escape closes that list first', async () => {
    const seat = await open(2, { person: 'lead', width: 1280 })
    const { page, tab } = seat
    await tab
      .getByRole('button', { name: /^See the list/ })
      .first()
      .click()
    const list = tab.getByRole('dialog')
    await list.getByText('the same as the figure').waitFor()
    const { rows } = await ask<Lines>(stage, 'lead', 'GET', 'programmes/levels-and-moors/cohort/lines?figure=survival.n')
    const named = rows.find(({ name }) => name !== null)
    await list.getByText(named?.reference ?? '', { exact: true }).waitFor()
    expect(await list.getByText(named?.name ?? '', { exact: true }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await onScreen(seat, 'survival')
    await seat.close()
  })

  test.each(['default', 'dark', 'contrast'] as const)('in the theme %s have no fault that axe can see, at four widths', async theme => {
    const found: Record<string, unknown> = {}
    for (const [place, name] of names.entries()) {
      const seat = await open(place + 1, { theme, width: 1920 })
      for (const width of [1920, 1280, 768, 320]) {
        await seat.resize(width)
        await seat.picture(`meeting-${name}-${theme}-${width}`)
        found[`${name} ${width}`] = await lookAt(seat.tab)
      }
      await seat.close()
    }
    const right = names.flatMap(name => [1920, 1280, 768, 320].map(width => [`${name} ${width}`, nothingWrong] as const))
    expect(found).toEqual(Object.fromEntries(right))
  })

  test('at 1920 hold no text under 20 pixels', async () => {
    const seat = await open(2, { width: 1920 })
    const small = await seat.tab.evaluate(() =>
      [...document.querySelectorAll('h1, h2, p, span, td, th, button, text')]
        .filter(({ textContent }) => (textContent ?? '').trim() !== '')
        .filter(element => Number.parseFloat(getComputedStyle(element).fontSize) < 19.5)
        .map(element => element.textContent),
    )
    expect(small).toEqual([])
    await seat.close()
  })

  test('at 400% have nothing to scroll sideways and no focus under a bar', async () => {
    const seat = await open(1, { width: 320 })
    await seat.resize(320, 256)
    expect(await atFourTimes(seat)).toEqual({ sideways: false, free: true, hidden: [] })
    await seat.close()
  })
})
