import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { people } from '#local/people.ts'
import { ask } from './api.ts'
import type { Scene } from './grantsScene.ts'
import { fund, read, setScene } from './grantsScene.ts'
import { lookAt, nothingWrong } from './look.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

let stage: Stage
let scene: Scene
let large: string

beforeAll(async () => {
  stage = await setStage()
  scene = await setScene(stage, 'harbour')
  large = await scene.story('Deane Day Trips')
})
afterAll(async () => {
  await stage?.stop()
})

describe('A larger grant', () => {
  beforeAll(async () => {
    await scene.command('second-catalyst', large, {
      kind: 'recommend-grant',
      happenedOn: '2026-04-20',
      pot: scene.pot,
      pence: 60_000,
      gap: 'transport',
      flags: { 'council-debt': 'yes' },
      purpose: 'Four wheelchair restraints (£420) and one driver-training day (£180), so that trips can take people who cannot transfer.',
      why: 'Nobody here can take them now.',
    })
  })

  test('is assessed by an assessor, who waives a rule and says why', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'assessor', path: await scene.pageOf(large) })
    await tab
      .getByRole('group', { name: /idea is agreed/ })
      .getByText('Yes')
      .click()
    await tab
      .getByRole('group', { name: /what it costs/ })
      .getByText('Waived')
      .click()
    await tab.getByRole('textbox', { name: 'Why can it go on without this?' }).fill('The quote comes on Friday.')
    await tab.getByRole('group', { name: 'Do you recommend it?' }).getByText('Yes').click()
    await tab.getByRole('textbox', { name: 'Why, or why not?' }).fill('The cheapest that meet the standard. Both drivers have licences.')
    await picture('grants-assess-1280')
    await tab.getByRole('button', { name: 'Save my assessment' }).click()
    await tab.getByText('It waits for').waitFor()
    const words = await read(tab)
    expect(words).toContain('The rules of this fund: 1 yes, 1 waived')
    expect(words).toContain('They owe the council money.')
    await close()
  })

  test('is sent back, answered on the same form, and assessed again; somebody who was faster loses nobody’s words', async () => {
    const id = await scene.grantOf(large)
    const first = await stage.sit({ person: 'decider', path: await scene.pageOf(large) })
    await first.tab.getByText('Ask for more').click()
    await first.tab.getByRole('textbox', { name: 'What do you ask for?' }).fill('A quote for the restraints.')
    await scene.command('lead', large, { kind: 'log-contact', happenedOn: '2026-04-28', reached: true, channel: 'call' })
    await first.tab.getByRole('button', { name: 'Record the decision' }).click()
    await first.tab.getByText('Not saved: someone was faster.').waitFor()
    await first.picture('grants-faster-1280')
    await first.tab.getByRole('button', { name: 'Show what is new' }).click()
    expect(await first.tab.getByRole('textbox', { name: 'What do you ask for?' }).inputValue()).toBe('A quote for the restraints.')
    await first.tab.getByRole('button', { name: 'Record the decision' }).click()
    await first.tab.getByRole('heading', { name: 'Decision: more was asked for' }).waitFor()
    await first.close()

    const second = await stage.sit({ person: 'second-catalyst', path: await scene.pageOf(large), width: 360 })
    await second.tab.getByRole('button', { name: 'Answer and send it again' }).click()
    await second.tab.getByText('A quote for the restraints.').waitFor()
    const box = second.tab.getByRole('textbox', { name: 'What is it for?' })
    expect(await box.inputValue()).toContain('Four wheelchair restraints')
    await box.fill(`${await box.inputValue()} The quote is in SharePoint.`)
    await second.picture('grants-again-360')
    await second.tab.getByRole('button', { name: 'Recommend it' }).click()
    await second.tab.getByRole('link', { name: 'Open G-0001' }).scrollIntoViewIfNeeded()
    await second.picture('grants-money-360')
    expect(await lookAt(second.tab)).toEqual(nothingWrong)
    await second.close()
    const assess = {
      kind: 'assess-grant',
      happenedOn: await scene.today(),
      grantId: id,
      pence: 60_000,
      recommends: true,
      note: 'The quote is fair.',
    }
    await scene.command('assessor', large, {
      ...assess,
      rules: fund.rules.map(({ rule }) => ({ rule, result: 'pass' })),
    })
  })

  const looks = [320, 768, 1280].flatMap(width => (['default', 'dark', 'contrast'] as const).map(theme => ({ width, theme })))
  test.each(looks)('at $width px in the $theme theme nothing is wrong with its decision', async ({ width, theme }) => {
    const { tab, picture, close } = await stage.sit({ person: 'decider', path: await scene.pageOf(large), width, theme })
    await tab.getByRole('heading', { name: 'Decision' }).waitFor()
    await picture(`grants-decide-${width}-${theme}`)
    expect(await lookAt(tab)).toEqual(nothingWrong)
    await close()
  })

  test('is decided by a panel: who was there, and who has an interest', async () => {
    const { tab, picture, resize, close } = await stage.sit({ person: 'decider', path: await scene.pageOf(large) })
    await resize(1280, 800)
    const decide = tab.getByRole('button', { name: 'Record the decision' })
    const bottom = await decide.evaluate(element => element.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThanOrEqual(800)
    await picture('grants-panel-first-1280')
    await tab.getByText('Yes, £600', { exact: true }).click()
    const there = tab.getByRole('group', { name: 'Who was there?' })
    await there.getByText('Lead').click()
    await tab.getByText('2 people needed, 2 there.').waitFor()
    await tab.getByRole('group', { name: 'Did any of them have an interest?' }).getByText('Lead').click()
    await tab.getByText('2 people needed, 1 there. Lead has an interest and is not counted.').waitFor()
    await tab.getByRole('textbox', { name: 'Reasons. They may see these, and so may anyone who asks.' }).fill('It meets a gap on record.')
    await tab.getByRole('button', { name: 'Record the decision' }).click()
    await tab.getByText('The panel needs 2 people with no interest in this. So far 1 counts.').waitFor()
    await picture('grants-panel-too-small-1280')
    await there.getByText('Reviewer').click()
    await tab.getByRole('button', { name: 'Record the decision' }).click()
    await tab.getByRole('heading', { name: 'Decision: yes, £600' }).waitFor()
    await close()
  })

  test('needs a second person who checks the account, and whoever has an interest says so', async () => {
    const id = await scene.grantOf(large)
    await scene.command('second-catalyst', large, { kind: 'offer-grant', happenedOn: await scene.today(), grantId: id })
    await scene.command('second-catalyst', large, {
      kind: 'accept-grant',
      happenedOn: await scene.today(),
      grantId: id,
      confirmed: true,
      earlierPence: 0,
    })
    const first = await stage.sit({ person: 'verifier', path: await scene.pageOf(large) })
    await first.tab
      .getByRole('combobox', { name: 'How did finance check their bank account?' })
      .selectOption({ label: 'A letter from the bank' })
    await first.picture('grants-verify-1280')
    await first.tab.getByRole('button', { name: 'The bank details were checked' }).click()
    await first.tab.getByText('The bank details were checked: a letter from the bank.').waitFor()
    await first.close()
    const payers = await stage.sit({ person: 'payer', path: await scene.pageOf(large) })
    await payers.tab.getByRole('button', { name: 'I have an interest' }).click()
    await payers.tab.getByRole('button', { name: 'Yes, I have an interest' }).click()
    await payers.tab.getByText('You have an interest in this, so someone else must pay it.').waitFor()
    expect(await read(payers.tab)).toContain('Nobody here can yet. Ask the lead to give someone that role.')
    await payers.picture('grants-interest-1280')
    await payers.close()
    const { interests } = await ask<GrantAnswer>(stage, 'lead', 'GET', `programmes/harbour/cases/${large}/grants/${id}`)
    expect(interests).toEqual([people.payer.oid])
  })
})
