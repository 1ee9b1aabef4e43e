import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, makeCase } from './api.ts'
import { faultsOf } from './axe.ts'
import type { Seat, Stage } from './stage.ts'
import { setStage } from './stage.ts'

type Listed = { drafts: { form: string }[] }

let stage: Stage
let path: string
let enterprise: string

beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
  enterprise = await makeCase(stage, 'harbour', 'Quayside Company')
  path = `/enterprises/${enterprise}`
})
afterAll(async () => {
  await stage?.stop()
})

const note = ({ tab }: Seat) => tab.getByRole('textbox', { name: 'What did you talk about?' })
const keptForms = async (): Promise<string[]> =>
  (await ask<Listed>(stage, 'catalyst', 'GET', 'programmes/harbour/drafts')).drafts.map(({ form }) => form)
const notes = async (): Promise<(string | null)[]> =>
  (
    await ask<{ entries: { kind: string; text: string | null }[] }>(stage, 'lead', 'GET', `programmes/harbour/cases/${enterprise}/facts`)
  ).entries.flatMap(({ kind, text }) => (kind === 'contact' ? [text] : []))

describe('What a catalyst types and does not save', () => {
  test('is kept as she types, and the page says so without saying saved', async () => {
    const desk = await stage.sit({ person: 'catalyst', path })
    await desk.tab.getByRole('radio', { name: 'Yes' }).first().check({ force: true })
    await note(desk).fill('Insurer sends the certificate by Friday')
    await desk.tab.getByText(/^Kept at \d+:\d\d, not saved yet$/).waitFor()
    await desk.picture('draft-kept')
    expect(await faultsOf(desk.tab)).toEqual([])
    expect(await keptForms()).toEqual([`${enterprise}.log-contact`])
    await desk.close()
  })

  test('is offered on her phone, where she carries on, saves, and it is kept no longer', async () => {
    const hand = await stage.sit({ person: 'catalyst', path, width: 320 })
    await hand.tab.getByRole('button', { name: 'Log a contact' }).click()
    await hand.tab.getByText(/^We kept what you typed at \d+:\d\d\.$/).waitFor()
    expect(await note(hand).count()).toBe(0)
    await hand.picture('draft-offered-320')
    expect(await faultsOf(hand.tab)).toEqual([])
    await hand.tab.getByRole('button', { name: 'Carry on' }).click()
    expect(await note(hand).inputValue()).toBe('Insurer sends the certificate by Friday')
    expect(await hand.tab.getByRole('radio', { name: 'Yes' }).first().isChecked()).toBe(true)
    await hand.picture('draft-carried-on-320')
    await note(hand).fill('Insurer sends the certificate by Friday. Rang back.')
    await hand.tab.getByRole('button', { name: 'Save contact' }).click()
    await hand.tab.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(notes).toEqual(['Insurer sends the certificate by Friday. Rang back.'])
    await expect.poll(keptForms).toEqual([])
    await hand.close()
  })

  test('is there after a reload in the middle of a word', async () => {
    const desk = await stage.sit({ person: 'catalyst', path })
    await note(desk).fill('Half a sent')
    await desk.page.reload()
    const frame = await (await desk.page.waitForSelector('iframe')).contentFrame()
    await frame?.getByText(/^We kept what you typed at \d+:\d\d\.$/).waitFor()
    await frame?.getByRole('button', { name: 'Carry on' }).click()
    expect(await frame?.getByRole('textbox', { name: 'What did you talk about?' }).inputValue()).toBe('Half a sent')
    await desk.close()
  })

  test('is nobody else’s to find, and is gone once she throws it away', async () => {
    const other = await stage.sit({ person: 'second-catalyst', path })
    await note(other).waitFor()
    expect(await other.tab.getByText('We kept what you typed').count()).toBe(0)
    await other.close()
    const desk = await stage.sit({ person: 'catalyst', path })
    await desk.tab.getByRole('button', { name: 'Throw it away' }).click()
    expect(await note(desk).inputValue()).toBe('')
    await expect.poll(keptForms).toEqual([])
    await desk.close()
  })

  test('stays in a form that was closed, and so does an enquiry that was left', async () => {
    const desk = await stage.sit({ person: 'catalyst', path: '/enterprises/new' })
    await desk.tab.getByRole('textbox').first().fill('Wharf Garden Club')
    await desk.tab.getByRole('link', { name: 'Enterprises' }).first().click()
    await desk.tab.getByRole('heading', { level: 1, name: 'Enterprises' }).waitFor()
    await expect.poll(keptForms).toEqual(['new.enquiry'])
    await desk.close()
    const again = await stage.sit({ person: 'catalyst', path: '/enterprises/new' })
    await again.tab.getByText(/We kept what you typed/).waitFor()
    await again.picture('draft-enquiry-1280')
    await again.tab.getByRole('button', { name: 'Carry on' }).click()
    expect(await again.tab.getByRole('textbox').first().inputValue()).toBe('Wharf Garden Club')
    await again.close()
  })
})
