import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Frame, Page } from 'playwright-core'
import type { Consortia } from '#domain/consortiumSchemas.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import type { CaseBody } from '#domain/wireSchemas.ts'
import { ask, makeCase } from './api.ts'
import { faultsOf, isWiderThanItsScreen } from './axe.ts'
import { tabTo } from './keyboard.ts'
import { fill, press } from './keyboardForms.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

let stage: Stage
let id = ''
beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
  await nameThings()
  id = await makeCase(stage, 'harbour', 'Quayside Company')
})
afterAll(async () => {
  await stage?.stop()
})

/** The lead names services, a consortium, a check of the programme's own and a to-do that hangs on a step. */
async function nameThings(): Promise<void> {
  const path = 'programmes/harbour/settings'
  const { version, versions } = await ask<SettingsAnswer>(stage, 'lead', 'GET', path)
  const [newest] = versions
  if (!newest) throw new Error('there is a version')
  const { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names } = newest
  const own = { check: 'dog-walk', tier: 'everyone', hasEnd: true, lookAgainMonths: null, neededToList: true }
  const settings = {
    areas,
    costPence,
    followUpUntil,
    followUpBy,
    followUpPerson,
    // Templates ask nothing once the money has ended.
    period: { from: period.from, to: '2030-03-31' },
    rules: {
      ...rules,
      services: ['meals', 'company'],
      consortia: ['moor-carers'],
      checks: [...rules.checks, own],
      templates: [{ id: 'home-visit', after: 'accepted', days: 20 }],
    },
    names: {
      ...names,
      services: { meals: 'Meals at home', company: 'Company' },
      consortia: { 'moor-carers': 'Moor Carers' },
      checks: { 'dog-walk': 'Dog walking licence' },
      templates: { 'home-visit': 'Visit them at home' },
    },
  }
  await ask(stage, 'lead', 'PUT', path, { effectiveFrom: '2023-04-01', settings }, { 'if-match': `"${version}"` })
}

const record = (): Promise<CaseBody> => ask<CaseBody>(stage, 'lead', 'GET', `programmes/harbour/cases/${id}`)
const saved = (tab: Frame, words: RegExp) => tab.getByRole('status').filter({ hasText: words }).first().waitFor()
const pick = async (page: Page, tab: Frame, name: string): Promise<void> => {
  await tabTo(page, tab.getByRole('dialog').getByRole('checkbox', { name }))
  await page.keyboard.press('Space')
}

test('a long name without a space breaks in the title of a phone, and nothing scrolls sideways', async () => {
  const long = await makeCase(stage, 'harbour', 'Quaysidehomesupportandcompanionshipandshopping')
  const { tab, picture, close } = await stage.sit({ person: 'catalyst', width: 320, path: `/enterprises/${long}` })
  const title = tab.getByRole('heading', { level: 1 })
  await title.filter({ hasText: 'Quaysidehome' }).waitFor()
  await picture('long-name-320')
  expect(await title.evaluate(element => element.scrollWidth > element.clientWidth)).toBe(false)
  expect(await isWiderThanItsScreen(tab)).toBe(false)
  await close()
})

describe('On their page, by keyboard alone', () => {
  test('what they offer, and where, is said in taps on one form, and only what is new is recorded', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'catalyst', width: 320, path: `/enterprises/${id}` })
    await tabTo(page, tab.getByRole('button', { name: 'Add it: what they offer' }))
    await page.keyboard.press('Enter')
    await pick(page, tab, 'Meals at home')
    // North, the area that they come from, is ticked already.
    await tabTo(page, tab.getByRole('textbox', { name: 'What do they charge for an hour?' }))
    await page.keyboard.type('22')
    await picture('offer-form-320')
    await tabTo(page, tab.getByRole('button', { name: 'Save', exact: true }))
    await page.keyboard.press('Enter')
    await saved(tab, /What they offer/)
    await tab.getByText('Meals at home', { exact: true }).first().waitFor()
    await picture('offer-320')
    expect((await record()).tracks).toMatchObject({ services: ['meals'], areasServed: ['north'], price: { pencePerHour: 2_200 } })
    await close()
  })

  test('a document is a link that opens in a new window, and a wrong link is refused in the form', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'catalyst', width: 768, path: `/enterprises/${id}` })
    await tabTo(page, tab.getByRole('button', { name: 'Add a document' }))
    await page.keyboard.press('Enter')
    const form = tab.getByRole('dialog')
    await tabTo(page, form.getByRole('textbox', { name: 'What is it called?' }))
    await page.keyboard.type('Business plan')
    await page.keyboard.press('Tab')
    await page.keyboard.type('http://example.org/plan')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Plan')
    await tabTo(page, form.getByRole('button', { name: 'Save link' }))
    await page.keyboard.press('Enter')
    await form.getByText(/This is not a link into SharePoint/).waitFor()
    await picture('document-form-768')
    const box = form.getByRole('textbox', { name: 'Its link in SharePoint' })
    await box.fill('https://contoso.sharepoint.com/sites/harbour/plan.docx')
    await tabTo(page, form.getByRole('button', { name: 'Save link' }))
    await page.keyboard.press('Enter')
    await saved(tab, /Document/)
    const link = tab.getByRole('link', { name: /Business plan/ }).first()
    await link.waitFor()
    expect(await link.getAttribute('rel')).toContain('noopener')
    expect(await link.getAttribute('target')).toBe('_blank')
    await picture('document-768')
    await tabTo(page, tab.getByRole('button', { name: 'Take back: Business plan' }))
    await page.keyboard.press('Enter')
    await tabTo(page, form.getByRole('radio').first())
    await page.keyboard.press('Space')
    await tabTo(page, form.getByRole('button', { name: /Take it back/ }))
    await page.keyboard.press('Enter')
    await tab.getByText('No documents yet.', { exact: false }).waitFor()
    expect((await record()).tracks).toMatchObject({ documents: [] })
    await close()
  })

  test('a template’s to-do stands there and is ticked off, and the programme’s own check is called by its name', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'catalyst', width: 1280, path: `/enterprises/${id}` })
    await tab.getByText('Dog walking licence').first().waitFor()
    await picture('enterprise-1280')
    await tabTo(page, tab.getByRole('button', { name: 'Tick off: Visit them at home' }))
    await page.keyboard.press('Enter')
    await tab.getByRole('radio', { name: 'Done' }).waitFor()
    await tabTo(page, tab.getByRole('button', { name: 'Save', exact: true }))
    await page.keyboard.press('Enter')
    await saved(tab, /Done on/)
    expect((await record()).tasks).toEqual([])
    await close()
  })

  test('who joins a consortium is in its report, which is taken away as CSV', async () => {
    const seat = await stage.sit({ person: 'lead', width: 1280, path: `/enterprises/${id}` })
    const { tab, page } = seat
    await tabTo(page, tab.getByRole('button', { name: 'They joined a consortium' }))
    await page.keyboard.press('Enter')
    await pick(page, tab, 'Moor Carers')
    await tabTo(page, tab.getByRole('button', { name: 'Save', exact: true }))
    await page.keyboard.press('Enter')
    await saved(tab, /Detail/)
    await seat.close()
    expect((await ask<Consortia>(stage, 'lead', 'GET', 'programmes/harbour/consortia')).consortia).toMatchObject([{ members: 1 }])
    for (const width of [320, 768, 1280]) {
      const one = await stage.sit({ person: 'lead', width, path: '/consortia' })
      await one.tab.getByText('1 member.', { exact: false }).waitFor()
      await one.picture(`consortia-${width}`)
      expect(await isWiderThanItsScreen(one.tab)).toBe(false)
      expect(await faultsOf(one.tab)).toEqual([])
      if (width === 1280) {
        const download = one.page.waitForEvent('download')
        await tabTo(one.page, one.tab.getByRole('button', { name: 'Download as CSV: Moor Carers' }))
        await one.page.keyboard.press('Enter')
        expect((await download).suggestedFilename()).toMatch(/^consortium-\d{4}-\d{2}-\d{2}\.csv$/)
      }
      await one.close()
    }
  })

  test('how they came is added long after the enquiry, which keeps what it said', async () => {
    const seat = await stage.sit({ person: 'catalyst', width: 320, path: `/enterprises/${id}` })
    const { tab, page, picture, close } = seat
    await press(page, tab.getByRole('button', { name: 'Add what is missing: where they work and how they came' }))
    const form = tab.getByRole('dialog', { name: 'Put right: Enquiry' })
    await fill(page, form, { 'How did they hear about us?': 'Job centre', 'Where would they work?': 'South', 'Why?': 'Wrong details' })
    await picture('enquiry-put-right-320')
    await press(page, form.getByRole('button', { name: 'Put it right' }))
    await saved(tab, /Entry put right/)
    expect((await record()).tracks).toMatchObject({ heardOf: 'job-centre', area: 'south' })
    await close()
  })

  test('a DBS check is shown where it is in order, and removed after being asked once more', async () => {
    const dbs = `programmes/harbour/cases/${id}/dbs`
    await ask(stage, 'lead', 'POST', dbs, {
      of: 'owner',
      level: 'basic',
      seenOn: '2026-02-01',
      decision: 'go-on',
      lookAgainOn: '2030-02-01',
    })
    const { tab, page, picture, close } = await stage.sit({ person: 'catalyst', width: 320, path: `/enterprises/${id}` })
    await press(page, tab.getByRole('button', { name: 'Show or add: DBS check' }))
    const form = tab.getByRole('dialog', { name: 'DBS check seen' })
    await press(page, form.getByRole('button', { name: /^Remove: The owner: basic, seen 1.February.2026/ }))
    await picture('dbs-remove-320')
    expect(await isWiderThanItsScreen(tab)).toBe(false)
    expect(await faultsOf(tab)).toEqual([])
    await press(page, form.getByRole('button', { name: 'Remove it' }))
    await form.getByText('Seen before').waitFor({ state: 'detached' })
    expect((await ask<{ checks: unknown[] }>(stage, 'lead', 'GET', dbs)).checks).toEqual([])
    await close()
  })
})
