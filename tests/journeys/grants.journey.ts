import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '#local/people.ts'
import { ask } from './api.ts'
import type { Scene } from './grantsScene.ts'
import { purpose, read, setScene, why, withoutIdea } from './grantsScene.ts'
import { tabTo, typeOver } from './keyboard.ts'
import { lookAt, nothingWrong } from './look.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

let stage: Stage
let scene: Scene
let small: string
let early: string

beforeAll(async () => {
  stage = await setStage()
  scene = await setScene(stage, 'harbour')
  small = await scene.story('Vale of Avalon Wellbeing')
  early = await scene.story('Not Yet Agreed', withoutIdea)
  // Somebody who may recommend, and by another role decide: never both on one grant.
  await ask(stage, 'lead', 'PUT', `programmes/harbour/members/${people.catalyst.oid}`, {
    roles: ['catalyst', 'decider'],
    label: 'Kit Lane',
  })
})
afterAll(async () => {
  await stage?.stop()
})

const openOther = async (tab: Frame, name: string): Promise<void> => {
  await tab.getByRole('button', { name: 'Something else happened' }).click()
  await tab.getByRole('menuitem', { name }).click()
}

describe('A small grant, from recommended to closed', () => {
  test('what is in the way of a recommendation is said, with what clears it', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', path: `/enterprises/${early}/recommend`, width: 360 })
    await tab.getByText('In the way').waitFor()
    await picture('grants-in-the-way-360')
    expect(await tab.getByRole('textbox', { name: 'How much?' }).count()).toBe(0)
    expect(await tab.getByRole('button', { name: 'Recommend it' }).count()).toBe(0)
    await tab.getByRole('button', { name: 'Record that the idea is agreed' }).click()
    await tab.getByRole('dialog').waitFor()
    await close()
  })

  test('the catalyst recommends it on a phone, by keyboard', async () => {
    const { tab, page, picture, close } = await stage.sit({ person: 'catalyst', path: `/enterprises/${small}`, width: 360 })
    await tabTo(page, tab.getByRole('link', { name: 'Recommend a grant' }))
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: 'Recommend a grant' }).waitFor()
    await tabTo(page, tab.getByRole('textbox', { name: 'How much?' }))
    await typeOver(page, '480')
    await tab.getByRole('combobox', { name: 'Which gap does it fill?' }).selectOption({ label: 'Company' })
    await tabTo(page, tab.getByRole('textbox', { name: 'What is it for?' }))
    await page.keyboard.type(purpose)
    await tabTo(page, tab.getByRole('textbox', { name: 'Why? One sentence.' }))
    await page.keyboard.type(why)
    const debt = tab.getByRole('group', { name: 'Do they owe the council money?' })
    await tabTo(page, debt.getByRole('radio').first())
    await page.keyboard.press('Space')
    await picture('grants-recommend-360')
    expect(await lookAt(tab)).toEqual(nothingWrong)
    await tabTo(page, tab.getByRole('button', { name: 'Recommend it' }))
    await page.keyboard.press('Enter')
    await tab.getByRole('link', { name: 'Open G-0001' }).waitFor()
    expect(await scene.stateOf(small)).toBe('recommended')
    await close()
  })

  test('who tries to decide what they recommended is told who can', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', path: await scene.pageOf(small) })
    await tab.getByText('You recommended this, so someone else must decide.').waitFor()
    const words = await read(tab)
    expect(words).toContain('Decider can. You can read all of it. Administrators are bound by the same rule.')
    expect(words).toContain('Vale of Avalon Wellbeing asks for £480')
    expect(await tab.getByRole('button', { name: 'Record the decision' }).count()).toBe(0)
    expect(await tab.locator('button[disabled], button[aria-disabled="true"]').count()).toBe(0)
    await picture('grants-blocked-1280')
    await close()
  })

  test('the decider finds nothing chosen, answers the rules in their places, and says yes, by keyboard', async () => {
    const { tab, page, picture, resize, close } = await stage.sit({ person: 'decider', path: await scene.pageOf(small) })
    await resize(1280, 800)
    await tab.getByRole('heading', { name: 'Decision' }).waitFor()
    expect(await tab.getByRole('radio', { checked: true }).count()).toBe(0)
    await picture('grants-decision-1280')
    const bottom = await tab.getByRole('radio', { name: 'Ask for more' }).evaluate(element => element.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThan(800)
    await tabTo(page, tab.getByRole('group', { name: /idea is agreed/ }).getByRole('radio', { name: 'Yes' }))
    await page.keyboard.press('Space')
    await tabTo(page, tab.getByRole('group', { name: /what it costs/ }).getByRole('radio', { name: 'Yes' }))
    await page.keyboard.press('Space')
    await tabTo(page, tab.getByRole('radio', { name: 'Yes, £480' }))
    await page.keyboard.press('Space')
    await tabTo(page, tab.getByRole('textbox', { name: 'Reasons. They may see these, and so may anyone who asks.' }))
    await page.keyboard.type('It fills a gap on record. The costs are seen.')
    await tabTo(page, tab.getByRole('button', { name: 'Record the decision' }))
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: 'Decision: yes, £480' }).waitFor()
    expect(await scene.stateOf(small)).toBe('decided')
    expect(await scene.balance()).toMatchObject({ setAside: 48_000, available: 152_000 })
    await close()
  })

  test('the offer goes out with its notice, and their yes comes in writing', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', path: await scene.pageOf(small) })
    await tab.getByRole('button', { name: 'Copy the letter' }).click()
    const copied = tab.getByRole('textbox', { name: 'Copy the letter' }).or(tab.getByText('Copied', { exact: true }))
    await copied.first().waitFor()
    await tab.getByRole('button', { name: 'The offer was sent' }).click()
    await tab.getByRole('heading', { name: 'Their yes' }).waitFor()
    const signed = tab.getByRole('group', { name: 'Do you have their signed answer?' })
    await signed.getByText('Not yet').click()
    await tab.getByText('Record it when it is here.').waitFor()
    expect(await tab.getByRole('button', { name: 'I have their signed answer' }).count()).toBe(0)
    await signed.getByText('Yes, and they had other help of this kind').click()
    await tab.getByRole('textbox', { name: /How much other help of this kind/ }).waitFor()
    await signed.getByText('Yes, and they had no other help of this kind').click()
    await picture('grants-accept-1280')
    await tab.getByRole('button', { name: 'I have their signed answer' }).click()
    await tab.getByText('It waits for Payer to pay it.').waitFor()
    expect(await scene.stateOf(small)).toBe('accepted')
    await close()
  })

  test('the payer says how finance checked the account, and bank details are not taken', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'payer', path: await scene.pageOf(small) })
    const reference = tab.getByRole('textbox', { name: 'Payment reference' })
    await tab
      .getByRole('combobox', { name: 'How did finance check their bank account?' })
      .selectOption({ label: 'The bank says the name matches' })
    expect(await tab.getByRole('textbox', { name: 'When did finance check it?' }).inputValue()).toBe('')
    await tab.getByRole('textbox', { name: 'When did finance check it?' }).fill('today')
    await reference.fill('12345678')
    await tab.getByRole('button', { name: 'It was paid' }).click()
    await tab.getByText('Letters and digits, 2 to 24. We keep no bank details.').waitFor()
    await reference.fill('BACS-4417')
    await picture('grants-pay-1280')
    await tab.getByRole('button', { name: 'It was paid' }).click()
    await tab.getByText('£480 paid on').waitFor()
    expect(await scene.stateOf(small)).toBe('paid')
    expect(await scene.balance()).toMatchObject({ setAside: 0, paid: 48_000, available: 152_000 })
    await close()
  })

  test('receipts come for a part; the rest is asked back, a part of it comes, and the last is written off', async () => {
    const hers = await stage.sit({ person: 'second-catalyst', path: await scene.pageOf(small) })
    await hers.tab.getByRole('textbox', { name: 'Receipts for how much?' }).fill('400')
    await hers.tab.getByRole('button', { name: 'I saw the receipts' }).click()
    await hers.tab.getByText('Receipts for £400 seen on').waitFor()
    expect(await read(hers.tab)).toContain('Receipts for £80 are still to come')
    await hers.close()

    const his = await stage.sit({ person: 'decider', path: await scene.pageOf(small) })
    await openOther(his.tab, 'Ask money back')
    await his.tab.getByRole('textbox', { name: 'How much do we ask back?' }).fill('80')
    await his.tab.getByRole('combobox', { name: 'Why?' }).selectOption({ label: 'No receipts' })
    await his.tab.getByRole('textbox', { name: 'What went wrong?' }).fill('They cannot find them.')
    await his.picture('grants-ask-back-1280')
    await his.tab.getByRole('button', { name: 'Ask it back' }).click()
    await his.tab.getByText('£80 is still to come back.').waitFor()
    await his.close()

    const payers = await stage.sit({ person: 'payer', path: await scene.pageOf(small) })
    await openOther(payers.tab, 'Money they paid back')
    await payers.tab.getByRole('textbox', { name: 'How much came back?' }).fill('50')
    await payers.tab.getByRole('button', { name: 'It came back' }).click()
    await payers.tab.getByText('£30 is still to come back.').waitFor()
    await payers.close()

    const again = await stage.sit({ person: 'decider', path: await scene.pageOf(small) })
    await openOther(again.tab, 'Write money off')
    await again.tab.getByRole('textbox', { name: 'Why will it not come back?' }).fill('They have stopped.')
    await again.tab.getByRole('button', { name: 'Write it off' }).click()
    await again.tab.getByText('£30 was written off.').waitFor()
    await again.close()
    expect(await scene.balance()).toMatchObject({ paid: 48_000, recovered: 5_000, writtenOff: 3_000, available: 157_000 })
  })

  test('then it closes', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'lead', path: await scene.pageOf(small) })
    await tab.getByRole('heading', { name: 'Close it' }).waitFor()
    await tab.getByRole('button', { name: 'Close it' }).click()
    await tab.getByRole('heading', { name: 'Nothing is left to do.' }).waitFor()
    await picture('grants-closed-1280')
    expect(await scene.stateOf(small)).toBe('closed')
    await close()
  })
})

describe('The page of a closed grant', () => {
  const looks = [
    { width: 320, theme: 'default' },
    { width: 768, theme: 'dark' },
    { width: 1280, theme: 'contrast' },
    { width: 320, theme: 'contrast' },
    { width: 768, theme: 'default' },
    { width: 1280, theme: 'dark' },
    { width: 320, theme: 'dark' },
    { width: 768, theme: 'contrast' },
    { width: 1280, theme: 'default' },
  ] as const
  test.each(looks)('at $width px in the $theme theme nothing is wrong', async ({ width, theme }) => {
    const { tab, picture, close } = await stage.sit({ person: 'lead', path: await scene.pageOf(small), width, theme })
    await tab.getByRole('list', { name: 'People and steps' }).waitFor()
    await picture(`grants-closed-${width}-${theme}`)
    expect(await lookAt(tab)).toEqual(nothingWrong)
    await close()
  })

  test('in meeting view nobody is named, and what was written is hidden', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'lead', path: await scene.pageOf(small), place: 'sidePanel' })
    await tab.getByText('Hidden while names are hidden.').first().waitFor()
    const words = await read(tab)
    expect(words).not.toContain('Vale of Avalon')
    expect(words).not.toContain('Deposit on a hall')
    await picture('grants-meeting')
    await close()
  })
})
