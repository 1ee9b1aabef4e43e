import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import { ask } from './api.ts'
import { tabTo, typeOver } from './keyboard.ts'
import { lookAt, nothingWrong } from './look.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
})
afterAll(async () => {
  await stage?.stop()
})

const settings = (): Promise<SettingsAnswer> => ask(stage, 'lead', 'GET', 'programmes/harbour/settings')
const historyOf = (tab: Frame): Promise<string> => tab.getByRole('region', { name: 'What changed' }).innerText()

describe('The lead changes the settings', () => {
  test('a limit, by keyboard alone, from a day to come; the history says so, and today it is as it was', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'lead', path: '/settings' })
    await tab.getByRole('heading', { name: 'Limits' }).waitFor()
    await tab.locator('h1').focus()
    await tabTo(page, tab.getByRole('button', { name: 'Change: Days with no contact' }))
    await page.keyboard.press('Enter')
    const dialog = tab.getByRole('dialog')
    await dialog.waitFor()
    await tabTo(page, dialog.getByRole('textbox', { name: 'Days with no contact' }))
    await typeOver(page, '60')
    await tabTo(page, dialog.getByRole('textbox', { name: 'From which day does this count?' }))
    await typeOver(page, '1 June 2035')
    await dialog.getByText('Days with no contact: 42 → 60').waitFor()
    await picture('settings-limit')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => historyOf(tab)).toMatch(/you\s+changed: Days with no contact: 42 → 60. It counts from 1\s+June\s+2035/)
    expect(await tab.getByRole('listitem').filter({ hasText: 'Days with no contact' }).first().innerText()).toContain('42')
    const { version, versions } = await settings()
    expect([version, versions[0]?.effectiveFrom, versions[0]?.rules.silentDays]).toEqual([2, '2035-06-01', 60])
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Change: Days with no contact')
    await close()
  })

  test('an area gets another name and keeps its code; another is no longer used and stays known', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'lead', path: '/settings' })
    const dialog = tab.getByRole('dialog')
    await tab.getByRole('button', { name: 'Rename: North' }).click()
    await dialog.getByRole('textbox').first().fill('North Quay')
    await dialog.getByRole('button', { name: 'Rename' }).click()
    await dialog.waitFor({ state: 'detached' })
    await tab.getByRole('button', { name: 'Stop using: South' }).click()
    await dialog.getByRole('button', { name: 'Stop using it' }).click()
    await dialog.waitFor({ state: 'detached' })
    await tab.getByRole('button', { name: 'Use again: South' }).waitFor()
    await picture('settings-areas')
    expect(await ask(stage, 'lead', 'GET', 'programmes/harbour')).toMatchObject({
      areas: [{ id: 'north', name: 'North Quay' }],
      formerAreas: [{ id: 'south', name: 'South' }],
    })
    await close()
  })

  test('the place of an area, by keyboard on a phone; what is smaller than a ward is not taken, and the box says why', async () => {
    const { tab, page, picture, resize, close } = await stage.sit({ person: 'lead', path: '/settings', width: 320 })
    const dialog = tab.getByRole('dialog')
    const asked = dialog.getByRole('textbox', { name: 'What is the code of the ward or council?' })
    await tab.getByRole('button', { name: 'Place code: North Quay' }).waitFor()
    await tab.locator('h1').focus()
    await tabTo(page, tab.getByRole('button', { name: 'Place code: North Quay' }))
    await page.keyboard.press('Enter')
    await tabTo(page, asked)
    await typeOver(page, 'E01029999')
    await page.keyboard.press('Enter')
    await dialog.getByText('Type the code of a ward or a larger place.').waitFor()
    await picture('settings-place-fault')
    await tabTo(page, asked)
    await typeOver(page, 'e05 000001')
    await dialog.getByText('place code of North Quay: none → E05000001').waitFor()
    await picture('settings-place')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await tab.getByText('E05000001, a ward').waitFor()
    for (const width of [320, 768, 1280]) {
      await resize(width)
      await picture(`settings-places-${width}`)
      expect(await lookAt(tab)).toEqual(nothingWrong)
    }
    expect((await settings()).versions[0]?.rules.places).toEqual([{ area: 'north', geoCode: 'E05000001' }])
    await close()
  })

  test('hours wanted, once there is a service', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'lead', path: '/settings', width: 320 })
    const dialog = tab.getByRole('dialog')
    await tab.getByRole('button', { name: 'Add a service' }).click()
    await dialog.getByRole('textbox').first().fill('Help at home')
    await dialog.getByRole('button', { name: 'Add' }).click()
    await dialog.waitFor({ state: 'detached' })
    await tab.getByRole('button', { name: 'Change: Help at home in North Quay' }).click()
    await dialog.getByRole('textbox').first().fill('40½')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await tab.getByText('40½ a week').waitFor()
    await picture('settings-phone')
    expect((await settings()).versions[0]?.rules.capacityWanted).toEqual([
      { area: 'north', service: 'help-at-home', minutesPerWeek: 2_430 },
    ])
    await close()
  })

  test('while another does: the second is told, and saves again on top of the first', async () => {
    const first = await stage.sit({ person: 'lead', path: '/settings' })
    const second = await stage.sit({ person: 'administrator', path: '/settings?programme=harbour' })
    const [hers, his] = [first.tab.getByRole('dialog'), second.tab.getByRole('dialog')]
    await first.tab.getByRole('button', { name: 'Change: Hours in a full-time week' }).click()
    await second.tab.getByRole('button', { name: 'Change: Largest one we help, in full-time jobs' }).click()
    await hers.getByRole('textbox').first().fill('35')
    await his.getByRole('textbox').first().fill('12')
    await hers.getByRole('button', { name: 'Save' }).click()
    await hers.waitFor({ state: 'detached' })
    await his.getByRole('button', { name: 'Save' }).click()
    await his.getByText(/Someone else changed the settings while you were typing/).waitFor()
    expect(await his.getByRole('textbox').first().inputValue()).toBe('12')
    await second.picture('settings-two-at-once')
    await his.getByRole('button', { name: 'Save' }).click()
    await his.waitFor({ state: 'detached' })
    expect((await settings()).versions[0]?.rules).toMatchObject({ fullTimeMinutes: 2_100, sizeCapHundredths: 1_200 })
    await first.close()
    await second.close()
  })

  test('and says who rings them after the money ends', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'lead', path: '/settings' })
    const dialog = tab.getByRole('dialog')
    await tab.getByRole('button', { name: 'Change the programme' }).click()
    await dialog.getByText('One named person').click()
    await dialog.getByRole('combobox', { name: 'Who is it?' }).selectOption({ label: 'Follow-up owner' })
    await dialog.getByText('who rings: The growth team → Follow-up owner').waitFor()
    await picture('settings-programme')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await ask(stage, 'lead', 'GET', 'programmes/harbour')).toMatchObject({ followUpBy: 'person', followUpOwner: 'Follow-up owner' })
    await close()
  })

  test('and gives someone another role', async () => {
    const { tab, close } = await stage.sit({ person: 'lead', path: '/settings' })
    const dialog = tab.getByRole('dialog')
    await tab.getByRole('button', { name: 'Change: Reviewer' }).click()
    await dialog.getByRole('checkbox', { name: 'Pays grants' }).check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    const { members } = await ask<{ members: { label: string; roles: string[] }[] }>(stage, 'lead', 'GET', 'programmes/harbour/members')
    expect(members.find(({ label }) => label === 'Reviewer')?.roles.toSorted()).toEqual(['payer', 'reviewer'])
    await close()
  })
})

describe('A reviewer', () => {
  test('reads the settings and changes nothing', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'reviewer', path: '/settings' })
    await tab.getByText('Days with no contact').first().waitFor()
    expect(await tab.getByRole('button', { name: /^(Change|Add|Rename|Stop|Switch|Take)/ }).count()).toBe(0)
    expect(await tab.getByRole('heading', { name: 'Who is in the programme' }).count()).toBe(0)
    await picture('settings-read-only')
    await close()
  })

  test('and a funder is shown none of it', async () => {
    const { tab, close } = await stage.sit({ person: 'funder', path: '/settings' })
    await tab.getByText('ask the lead').first().waitFor()
    expect(await tab.getByText('Days with no contact').count()).toBe(0)
    await close()
  })
})
