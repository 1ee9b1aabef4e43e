import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, makeCase } from './api.ts'
import { faultsOf, isWiderThanItsScreen } from './axe.ts'
import type { Seat, Stage } from './stage.ts'
import { setStage } from './stage.ts'

type Timeline = { entries: { kind: string; happenedOn: string | null; text: string | null; counts: string }[] }

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

const timeline = async (): Promise<Timeline['entries']> =>
  (await ask<Timeline>(stage, 'lead', 'GET', `programmes/harbour/cases/${enterprise}/facts`)).entries

async function recordStep({ tab }: Seat, step: RegExp): Promise<void> {
  await tab.getByRole('button', { name: 'Record a step' }).click()
  await tab.getByRole('menuitem', { name: step }).click()
}

describe('Two people save the same enterprise', () => {
  test('the second sees both versions, and nothing typed is lost', async () => {
    const first = await stage.sit({ person: 'lead', path })
    const second = await stage.sit({ person: 'catalyst', path })
    await recordStep(first, /idea/i)
    await recordStep(second, /idea/i)

    const hers = second.tab.getByRole('dialog')
    await hers.getByRole('textbox').first().fill('14 January 2026')
    await hers.getByRole('textbox', { name: 'What is the idea?' }).fill('Walks and company along the quay')

    const his = first.tab.getByRole('dialog')
    await his.getByRole('textbox').first().fill('12 January 2026')
    await his.getByRole('textbox', { name: 'What is the idea?' }).fill('Company for people who live alone')
    await his.getByRole('button', { name: 'Save' }).click()
    await his.waitFor({ state: 'detached' })

    await hers.getByRole('button', { name: 'Save' }).click()
    await second.tab
      .getByText(/made a change while you were typing/)
      .first()
      .waitFor()
    const words = await second.tab.getByRole('alertdialog').or(second.tab.getByRole('dialog')).last().innerText()
    await second.picture('two-people-at-once')
    expect(words).toMatch(/12\s+January\s+2026/)
    expect(words).toMatch(/14\s+January\s+2026/)
    expect(words).toContain('Walks and company along the quay')

    await second.tab.getByRole('button', { name: 'Back to my words' }).click()
    expect(await second.tab.getByRole('textbox', { name: 'What is the idea?' }).inputValue()).toBe('Walks and company along the quay')
    expect((await timeline()).filter(({ kind }) => kind === 'idea-agreed')).toHaveLength(1)
    await first.close()
    await second.close()
  })
})

describe('Two people put the same entry right', () => {
  test('on a phone each field stands under its name, nothing is picked for a day, and a further change is marked', async () => {
    const { n } = await ask<{ n: number }>(stage, 'lead', 'GET', `programmes/harbour/cases/${enterprise}`)
    const commands = `programmes/harbour/cases/${enterprise}/commands`
    const began = { kind: 'begin-trading', happenedOn: '2026-03-02' }
    const made = await ask<{ n: number; facts: string[] }>(stage, 'lead', 'POST', commands, began, { 'if-match': `"${n}"` })
    const right = (of: string, happenedOn: string, at: number) =>
      ask<{ n: number; facts: string[] }>(
        stage,
        'lead',
        'POST',
        commands,
        { kind: 'replace', of, reason: 'wrong-date', happenedOn },
        { 'if-match': `"${at}"` },
      )

    const { tab, picture, close } = await stage.sit({ person: 'catalyst', path, width: 320 })
    await tab.getByRole('button', { name: /^More for: Trading began/ }).click()
    await tab.getByRole('menuitem', { name: 'Put right' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'The right day' }).fill('5 March 2026')
    await dialog.getByRole('radio', { name: 'Wrong date' }).check({ force: true })
    const first = await right(made.facts[0] ?? '', '2026-03-03', made.n)
    await dialog.getByRole('button', { name: 'Put it right' }).click()

    const both = tab.getByRole('alertdialog')
    await both.getByText(/^Before: 2\sMarch\s2026$/).waitFor()
    expect(await both.getByRole('radio', { checked: true }).count()).toBe(0)
    await both.getByRole('button', { name: 'Pick one: The right day' }).waitFor()
    await picture('conflict-day-320')
    expect({ faults: await faultsOf(tab), sideways: await isWiderThanItsScreen(tab) }).toEqual({ faults: [], sideways: false })
    await both.getByRole('radio', { name: /^Yours/ }).check({ force: true })
    await right(first.facts[0] ?? '', '2026-03-04', first.n)
    await both.getByRole('button', { name: 'Save what I picked' }).click()
    await both.getByText(/^Changed again at \d+:\d\d$/).waitFor()
    await picture('conflict-again-320')
    await both.getByRole('radio', { name: /^Yours/ }).check({ force: true })
    await both.getByRole('button', { name: 'Save what I picked' }).click()
    await both.waitFor({ state: 'detached' })
    expect((await timeline()).at(-1)).toMatchObject({ kind: 'replace', happenedOn: '2026-03-05' })
    await close()
  })
})

describe('A contact is logged', () => {
  test('by keyboard alone', async () => {
    const { tab, page, close } = await stage.sit({ person: 'catalyst', path })
    await tab.getByRole('radio', { name: 'Yes' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await tab.getByRole('textbox', { name: 'What did you talk about?' }).focus()
    await page.keyboard.type('Insurer sends the certificate by Friday')
    await page.keyboard.press('Control+Enter')
    await tab.getByText('Insurer sends the certificate by Friday').first().waitFor()
    await expect
      .poll(async () => (await timeline()).filter(({ kind }) => kind === 'contact').map(({ text }) => text))
      .toEqual(['Insurer sends the certificate by Friday'])
    await close()
  })

  test('without signal the words stay, the page says so, and they are saved once when it returns', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'catalyst', path, width: 320 })
    await tab.getByRole('button', { name: 'Log a contact' }).click()
    await tab.getByRole('radio', { name: 'Yes' }).check({ force: true })
    await tab.getByRole('textbox', { name: 'What did you talk about?' }).fill('She has two people to visit')
    await page.context().setOffline(true)
    await tab.getByRole('button', { name: 'Save contact' }).click()
    await tab
      .getByText(/Not saved yet/)
      .first()
      .waitFor()
    await tab.getByRole('button', { name: 'Copy my words' }).first().waitFor()
    await picture('no-signal')
    expect(await tab.getByRole('textbox', { name: 'What did you talk about?' }).inputValue()).toBe('She has two people to visit')
    await page.context().setOffline(false)
    await expect
      .poll(async () => (await timeline()).filter(({ text }) => text === 'She has two people to visit').length, { timeout: 30_000 })
      .toBe(1)
    await close()
  })
})
