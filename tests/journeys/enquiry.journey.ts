import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './api.ts'
import { tabTo } from './keyboard.ts'
import type { Seat, Stage } from './stage.ts'
import { setStage } from './stage.ts'

type Case = { id: string; reference: string; name: string | null; standing: string }
type Entry = { kind: string; data: Record<string, unknown>; text: string | null }

let stage: Stage
let known: { id: string; reference: string }

beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
  known = await ask(stage, 'lead', 'POST', 'programmes/harbour/cases', {
    name: 'Mary Lee',
    phone: '+44 (0)7700 900147',
    postcode: 'TA6 3XX',
    reference: '0098',
    happenedOn: '2026-01-05',
  })
})
afterAll(async () => {
  await stage?.stop()
})

const cases = async (): Promise<Case[]> => (await ask<{ cases: Case[] }>(stage, 'lead', 'GET', 'programmes/harbour/cases')).cases
const entriesOf = async (id: string): Promise<Entry[]> =>
  (await ask<{ entries: Entry[] }>(stage, 'lead', 'GET', `programmes/harbour/cases/${id}/facts`)).entries
const named = async (name: string): Promise<Case | undefined> => (await cases()).find(each => each.name === name)

const isWiderThanItsScreen = ({ tab }: Seat): Promise<boolean> =>
  tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Counts every tap on the page from now on. */
async function countTaps({ tab }: Seat): Promise<() => Promise<number>> {
  await tab.evaluate(() => {
    Reflect.set(window, 'taps', 0)
    document.addEventListener('pointerdown', () => Reflect.set(window, 'taps', Number(Reflect.get(window, 'taps')) + 1), true)
  })
  return () => tab.evaluate(() => Number(Reflect.get(window, 'taps')))
}

describe('An enquiry on a phone', () => {
  test('takes three taps and two answers', async () => {
    const seat = await stage.sit({ person: 'catalyst', width: 360, path: '/enterprises/new' })
    const { tab, picture, close } = seat
    const taps = await countTaps(seat)
    await tab.getByRole('textbox', { name: 'Who got in touch?' }).click()
    await tab.getByRole('textbox', { name: 'Who got in touch?' }).pressSequentially('Ann Poe')
    await tab.getByRole('textbox', { name: 'What do they want to do?' }).click()
    await tab.getByRole('textbox', { name: 'What do they want to do?' }).pressSequentially('Lunch club')
    await picture('enquiry-360')
    await tab.getByRole('button', { name: 'Save', exact: true }).click()
    expect(await taps()).toBe(3)
    await tab.getByRole('heading', { level: 1, name: 'Ann Poe' }).waitFor()
    expect(await named('Ann Poe')).toMatchObject({ standing: 'enquiry' })
    await close()
  })

  test('with everything it asks takes at most twelve taps, and nothing scrolls sideways', async () => {
    const seat = await stage.sit({ person: 'catalyst', width: 320, path: '/enterprises/new' })
    const { tab, picture, close } = seat
    expect(await tab.getByRole('navigation').count()).toBe(0)
    const taps = await countTaps(seat)
    const type = async (name: string, words: string): Promise<void> => {
      await tab.getByRole('textbox', { name }).click()
      await tab.getByRole('textbox', { name }).pressSequentially(words)
    }
    const pick = async (name: string, option: string): Promise<void> => {
      const list = tab.getByRole('combobox', { name })
      // A phone opens a list of its own with one tap and closes it with the next.
      await list.click()
      await list.selectOption({ label: option })
    }
    await type('Who got in touch?', 'Sam Roe')
    await type('Phone', '01632 960001')
    await type('What do they want to do?', 'Repairs for older neighbours')
    await pick('Where would they work?', 'North')
    await pick('How did they hear about us?', 'Social worker')
    await pick('What was their last job?', 'Home care')
    await pick('What happens next, and when?', 'Ring them')
    await tab.getByText('By phone', { exact: true }).click()
    expect(await isWiderThanItsScreen(seat)).toBe(false)
    await picture('enquiry-320')
    await tab.getByRole('button', { name: 'Save', exact: true }).click()
    expect(await taps()).toBeLessThanOrEqual(12)
    await tab.getByRole('heading', { level: 1, name: 'Sam Roe' }).waitFor()
    const made = await named('Sam Roe')
    const entries = await entriesOf(made?.id ?? '')
    expect(entries.map(({ kind }) => kind)).toEqual(['enquired', 'task-set'])
    expect(entries[0]?.data).toMatchObject({ area: 'north', heardOf: 'social-worker', lastJob: 'home-care', told: 'by-phone' })
    expect(entries[1]?.text).toBe('Ring them')
    await close()
  })

  test('by keyboard alone at 320 px: a duplicate is asked about, the answer is no, and it is recorded', async () => {
    const seat = await stage.sit({ person: 'catalyst', width: 320, path: '/enterprises/new' })
    const { tab, page, picture, close } = seat
    await tab.getByRole('textbox', { name: 'Who got in touch?' }).focus()
    await page.keyboard.type('Joan Lee')
    await tabTo(page, tab.getByRole('textbox', { name: 'Phone' }))
    await page.keyboard.type('07700 900147')
    await tabTo(page, tab.getByRole('textbox', { name: 'Email' }))
    await tab.getByRole('region', { name: 'We may know them already' }).waitFor()
    // The focus stays where the finger is.
    expect(await tab.evaluate(() => document.activeElement?.closest('[id^="box-"]')?.id)).toBe('box-email')
    await tab.getByText('This phone number and this name belong to 0098, Mary Lee. Is it the same person?').waitFor()
    await tab.getByRole('img', { name: 'Already known' }).first().waitFor()
    expect(await isWiderThanItsScreen(seat)).toBe(false)
    await picture('enquiry-known-320')
    await page.keyboard.press('Shift+Tab')
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('No, carry on')
    await page.keyboard.press('Enter')
    await tab.getByText('Not the same person as 0098.').waitFor()
    await tabTo(page, tab.getByRole('textbox', { name: 'What do they want to do?' }))
    await page.keyboard.type('Company for her sister’s neighbours')
    await tabTo(page, tab.getByRole('button', { name: 'Save', exact: true }))
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { level: 1, name: 'Joan Lee' }).waitFor()
    expect(await tab.getByText('We may know them already').count()).toBe(0)
    const made = await named('Joan Lee')
    expect((await entriesOf(made?.id ?? ''))[0]?.data).toMatchObject({ notSameAs: ['0098'] })
    await close()
  })
})

describe('An enquiry at a desk', () => {
  test('from someone we know goes into a contact on their record, and no second record is made', async () => {
    const before = (await cases()).length
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', width: 1280, path: '/enterprises/new' })
    await tab.getByRole('textbox', { name: 'Who got in touch?' }).fill('M. L.')
    await tab.getByRole('textbox', { name: 'Phone' }).fill('07700900147')
    await tab.getByRole('textbox', { name: 'Postcode' }).fill('ta63xx')
    await tab.getByRole('textbox', { name: 'What do they want to do?' }).fill('Would like to begin again')
    await tab.getByText('This phone number and this postcode belong to 0098, Mary Lee. Is it the same person?').waitFor()
    await picture('enquiry-known-1280')
    await tab.getByRole('button', { name: 'Yes, open 0098' }).click()
    await tab.getByRole('heading', { level: 1, name: 'Mary Lee' }).waitFor()
    const note = tab.getByRole('textbox', { name: 'What did you talk about?' })
    await note.waitFor()
    expect(await note.inputValue()).toMatch(/Would like to begin again/)
    expect((await cases()).length).toBe(before)
    await close()
  })

  test('from a pasted e-mail of someone we know is asked about at once, and so is what is sent with Enter', async () => {
    const { tab, close } = await stage.sit({ person: 'lead', width: 768, path: '/enterprises/new' })
    await tab.getByRole('button', { name: 'Paste an email' }).click()
    await tab.getByRole('textbox', { name: 'Paste the email here' }).fill('From: Mary Lee <mary@example.org>\n\nMy number is 07700 900147.')
    await tab.getByRole('button', { name: 'Fill in the boxes' }).click()
    await tab.getByText('This phone number and this name belong to 0098, Mary Lee. Is it the same person?').waitFor()
    await close()

    // Nobody leaves the box, and what they want is missing, so nothing is saved.
    const before = (await cases()).length
    const { tab: other, page: keys, close: leave } = await stage.sit({ person: 'second-catalyst', width: 768, path: '/enterprises/new' })
    await other.getByRole('textbox', { name: 'Phone' }).fill('07700 900147')
    await keys.keyboard.press('Enter')
    await other.getByText('This phone number belongs to 0098, Mary Lee. Is it the same person?').waitFor()
    expect((await cases()).length).toBe(before)
    await leave()
  })

  test('from a pasted e-mail is filled in, and decided: referred, because they want to help one person only', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', width: 768, path: '/enterprises/new' })
    await tab.getByRole('button', { name: 'Paste an email' }).click()
    const box = tab.getByRole('textbox', { name: 'Paste the email here' })
    await box.fill(
      'From: Ola Nowak <ola@example.org>\nTo: enquiries@programme.example\nSubject: Helping Mrs P\n\nI would like to help one lady I know. My number is 07700 900555 and I live at M1 1AE.\n\nThank you\nOla',
    )
    await tab.getByRole('button', { name: 'Fill in the boxes' }).click()
    await tab.getByText(/^We took the name, phone, email and postcode\./).waitFor()
    expect(await tab.getByRole('textbox', { name: 'Phone' }).inputValue()).toBe('07700 900555')
    expect(await tab.getByRole('textbox', { name: 'Postcode' }).inputValue()).toBe('M1 1AE')
    expect(await tab.getByRole('textbox', { name: 'What do they want to do?' }).inputValue()).toMatch(/^Helping Mrs P\n\nI would like/)
    await picture('enquiry-pasted-768')
    await tab.getByRole('button', { name: 'Save and decide' }).click()
    const dialog = tab.getByRole('dialog', { name: 'Answer the enquiry' })
    await dialog.waitFor()
    await dialog.getByText('Refer elsewhere').click()
    await dialog.getByRole('radio', { name: 'Work for one person' }).check({ force: true })
    await picture('enquiry-refer-768')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(async () => (await named('Ola Nowak'))?.standing).toBe('declined')
    const made = await named('Ola Nowak')
    expect((await entriesOf(made?.id ?? '')).at(-1)?.data).toEqual({ reason: 'wants-one-person', referredTo: 'personal-assistant-work' })
    await close()
  })
})

describe('A record', () => {
  test('gets a new phone number, and a yes that is given and taken back', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', width: 1280, path: `/enterprises/${known.id}` })
    await tab.getByRole('button', { name: 'Edit people and details' }).click()
    const dialog = tab.getByRole('dialog', { name: 'People and details' })
    await dialog.getByRole('textbox', { name: 'Phone' }).fill('01632 960777')
    await picture('edit-person-1280')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await tab.getByRole('link', { name: '01632 960777' }).waitFor()
    const found = await ask<{ maybeSame: unknown[] }>(stage, 'lead', 'POST', 'programmes/harbour/cases/duplicates', {
      phone: '01632 960777',
    })
    expect(found.maybeSame).toMatchObject([{ reference: '0098' }])

    await tab.getByRole('button', { name: 'They said yes' }).first().click()
    const yes = tab.getByRole('dialog')
    await yes.getByRole('button', { name: 'Save' }).click()
    await yes.waitFor({ state: 'detached' })
    await tab.getByRole('button', { name: /^They took it back today/ }).click()
    await tab.getByText(/^Taken back on/).waitFor()
    await picture('permissions-1280')
    expect((await entriesOf(known.id)).map(({ kind }) => kind)).toEqual(['enquired', 'permission-given', 'permission-ended'])
    await close()
  })

  test('of someone who helps one person only asks about HMRC, and one tap answers it', async () => {
    const { id, n } = await ask<{ id: string; n: number }>(stage, 'lead', 'POST', 'programmes/harbour/cases', {
      name: 'Quay Help',
      happenedOn: '2026-01-05',
    })
    const command = (body: object, at: number) =>
      ask<{ n: number }>(stage, 'lead', 'POST', `programmes/harbour/cases/${id}/commands`, body, { 'if-match': `"${at}"` })
    const accepted = await command({ kind: 'accept', happenedOn: '2026-01-07', origin: 'existing' }, n)
    await command({ kind: 'record-care-return', happenedOn: '2026-02-01', people: 1 }, accepted.n)
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', width: 360, path: `/enterprises/${id}` })
    await tab.getByText('They help one person only.').waitFor()
    await picture('employment-360')
    await tab.getByRole('button', { name: 'They may be an employee' }).click()
    await tab.getByText('They help one person only.').waitFor({ state: 'detached' })
    expect((await entriesOf(id)).at(-1)?.data).toEqual({ attribute: 'employment-status', codes: ['may-be-employee'] })
    await close()
  })
})
