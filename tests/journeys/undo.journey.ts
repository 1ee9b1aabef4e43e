import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, makeCase } from './api.ts'
import { faultsOf, isWiderThanItsScreen } from './axe.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

type Timeline = { entries: { kind: string; counts: string; data: { reason?: string } }[] }

let stage: Stage
let enterprise: string
let path: string

beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
  enterprise = await makeCase(stage, 'harbour', 'Quayside Company')
  path = `/enterprises/${enterprise}`
})
afterAll(async () => {
  await stage?.stop()
})

const entries = async (): Promise<string[]> =>
  (await ask<Timeline>(stage, 'lead', 'GET', `programmes/harbour/cases/${enterprise}/facts`)).entries.map(
    ({ kind, counts, data }) => `${kind} ${counts} ${data.reason ?? ''}`,
  )

describe('What was recorded a moment ago', () => {
  test('is told where it was recorded, and undone by keyboard: Undo has the focus', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'catalyst', path })
    await tab.getByRole('radio', { name: 'No' }).first().focus()
    await page.keyboard.press('Space')
    await tab.getByRole('textbox', { name: 'Anything to note?' }).fill('Nobody in')
    await page.keyboard.press('Control+Enter')
    const undo = tab.getByRole('button', { name: 'Undo' })
    await undo.waitFor()
    await expect.poll(() => undo.evaluate(button => button === document.activeElement)).toBe(true)
    await tab
      .getByText(/^Saved at \d+:\d\d$/)
      .first()
      .waitFor()
    await picture('undo-here-1280')
    expect(await faultsOf(tab)).toEqual([])
    await page.keyboard.press('Enter')
    await tab.getByText('Undone', { exact: true }).first().waitFor()
    await picture('undone-here-1280')
    expect((await entries()).slice(-2)).toEqual(['contact taken-back ', 'withdraw correction undone'])
    await close()
  })

  test('on a phone it stands above the buttons, and is undone by a tap', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', path, width: 320 })
    await tab.getByRole('button', { name: 'Record a step' }).click()
    await tab.getByRole('menuitem', { name: /idea/i }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    const undo = tab.getByRole('button', { name: 'Undo' })
    await undo.waitFor()
    await picture('undo-toast-320')
    expect({ faults: await faultsOf(tab), sideways: await isWiderThanItsScreen(tab) }).toEqual({ faults: [], sideways: false })
    await undo.click()
    await tab.getByText('Undone', { exact: true }).first().waitFor()
    expect((await entries()).slice(-2)).toEqual(['idea-agreed taken-back ', 'withdraw correction undone'])
    await close()
  })

  test('stays with the record: the note goes when one goes elsewhere', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', path, width: 768 })
    await tab.getByRole('button', { name: 'Record a step' }).first().click()
    await tab.getByRole('menuitem', { name: /idea/i }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await tab.getByRole('button', { name: 'Undo' }).waitFor()
    await picture('undo-toast-768')
    await expect.poll(async () => (await entries()).filter(each => each === 'idea-agreed yes ').length).toBe(1)
    await tab.getByRole('link', { name: 'Enterprises' }).first().click()
    await tab.getByRole('heading', { level: 1, name: 'Enterprises' }).waitFor()
    expect(await tab.getByRole('button', { name: 'Undo' }).count()).toBe(0)
    await close()
  })
})
