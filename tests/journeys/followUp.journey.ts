import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMonths, instantAt, londonDay } from '#domain/plainDate.ts'
import { people } from '#local/people.ts'
import { ask } from './api.ts'
import type { Seat, Stage } from './stage.ts'
import { setStage } from './stage.ts'

type Detail = {
  n: number
  standing: string
  tracks: { careReturns: Record<string, unknown>[]; checkIns: Record<string, unknown> }
  call: object
}

const now = londonDay(instantAt(Date.now()))
const ago = (months: number): string => addMonths(now, -months)

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
  await stage.makeProgramme('moors', 'Moors')
})
afterAll(async () => {
  await stage?.stop()
})

const read = (id: string, programme = 'harbour') => ask<Detail>(stage, 'lead', 'GET', `programmes/${programme}/cases/${id}`)

async function tell(id: string, command: object, programme = 'harbour'): Promise<void> {
  const { n } = await read(id, programme)
  await ask(stage, 'lead', 'POST', `programmes/${programme}/cases/${id}/commands`, command, { 'if-match': `"${n}"` })
}

/** An enterprise that began to trade so many months ago, and whose check-in of then is due today. */
async function began(name: string, months: number, programme = 'harbour'): Promise<string> {
  const enquiry = { name, happenedOn: ago(months + 2), area: 'north', phone: '07700 900152' }
  const { id } = await ask<{ id: string }>(stage, 'lead', 'POST', `programmes/${programme}/cases`, enquiry)
  await tell(id, { kind: 'accept', happenedOn: ago(months + 1), origin: 'new' }, programme)
  await tell(id, { kind: 'begin-trading', happenedOn: ago(months) }, programme)
  return id
}

const numbers = { kind: 'record-care-return', people: 5, minutesPerWeek: 960, councilPaidMinutes: 240, personalCareMinutes: 0, jobs: 1 }

async function startCall(id: string, width = 1280): Promise<Seat> {
  const seat = await stage.sit({ person: 'catalyst', path: `/enterprises/${id}?programme=harbour`, width })
  await seat.tab.getByRole('button', { name: 'Start the call' }).click()
  await seat.tab.getByRole('dialog').getByText('Five questions, about three minutes').waitFor()
  return seat
}

const dialog = ({ tab }: Seat) => tab.getByRole('dialog')

describe('The call', () => {
  let exmoor: string
  beforeAll(async () => {
    exmoor = await began('Exmoor Errands', 6)
    await tell(exmoor, { ...numbers, happenedOn: ago(1) })
  })

  test.each([320, 768, 1280])('shows what they said last time, at %i px', async width => {
    const seat = await startCall(exmoor, width)
    await dialog(seat).getByText('Last time 16').waitFor()
    expect(await dialog(seat).getByRole('link', { name: 'Ring 07700 900152' }).getAttribute('href')).toBe('tel:07700900152')
    await seat.picture(`call-${width}`)
    expect(await seat.tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false)
    await seat.close()
  })

  test('is made by keyboard alone, and what changed is settled on the same screen', async () => {
    const seat = await startCall(exmoor)
    const { page } = seat
    await dialog(seat).getByRole('radio', { name: 'Trading', exact: true }).focus()
    await page.keyboard.press('Space')
    // Who told us is chosen; Tab goes on to the five numbers.
    await page.keyboard.press('Tab')
    for (const typed of ['7', '20', '6', '0', '1']) {
      await page.keyboard.press('Tab')
      await page.keyboard.type(typed)
    }
    await dialog(seat).getByText('That is 0.53 of full-time work.').waitFor()
    await dialog(seat).getByRole('checkbox', { name: 'New price' }).focus()
    await page.keyboard.press('Space')
    await dialog(seat).getByRole('checkbox', { name: 'Took someone on' }).focus()
    await page.keyboard.press('Space')
    await seat.picture('call-filled')
    await page.keyboard.press('Enter')
    await dialog(seat)
      .getByText(/^Saved at \d+:\d\d$/)
      .waitFor()
    await dialog(seat).getByRole('button', { name: 'Add the new price: New price' }).click()
    await dialog(seat).getByRole('textbox', { name: 'Price for an hour' }).fill('22')
    await page.keyboard.press('Enter')
    await dialog(seat).getByText('Saved.', { exact: true }).waitFor()
    await seat.picture('call-told-us')
    await dialog(seat).getByRole('button', { name: 'Done' }).click()
    await dialog(seat).waitFor({ state: 'detached' })
    await seat.tab.getByText('Exmoor Errands: 6-month check-in, trading.').waitFor()
    await seat.picture('call-saved')
    const { tracks } = await read(exmoor)
    expect(tracks.checkIns['6']).toMatchObject({ state: 'answered', answer: 'trading', on: now })
    expect(tracks.careReturns.at(-1)).toMatchObject({
      people: 7,
      minutesPerWeek: 1_200,
      councilPaidMinutes: 360,
      personalCareMinutes: 0,
      jobs: 1,
    })
    expect(tracks).toMatchObject({
      price: { pencePerHour: 2_200 },
      changes: [{ what: 'took-someone-on' }, { what: 'new-price', settledOn: now }],
    })
    await seat.close()
  })

  test('takes “same as last time” as one tap, and a new answer of today', async () => {
    const id = await began('Selwood Sitters', 12)
    await tell(id, { ...numbers, happenedOn: ago(2) })
    const seat = await startCall(id)
    await dialog(seat).getByRole('button', { name: 'Same as last time' }).click()
    await dialog(seat).waitFor({ state: 'detached' })
    const { tracks } = await read(id)
    expect(tracks.careReturns.at(-1)).toMatchObject({ on: now, people: 5, minutesPerWeek: 960, same: true })
    expect(tracks.checkIns['12']).toMatchObject({ state: 'answered', answer: 'trading' })
    await seat.close()
  })

  test('that nobody answers is a try, and after 28 days they show as lost touch', async () => {
    const id = await began('Cider Barn', 7)
    const seat = await startCall(id)
    await dialog(seat).getByRole('radio', { name: 'No answer' }).check({ force: true })
    expect(await dialog(seat).getByRole('textbox', { name: '2. People, normal week' }).count()).toBe(0)
    await seat.picture('call-no-answer')
    await dialog(seat).getByRole('button', { name: 'Save no answer' }).click()
    await dialog(seat).waitFor({ state: 'detached' })
    await seat.tab.getByText(/^Cider Barn: no answer\./).waitFor()
    const { standing, tracks } = await read(id)
    expect(standing).toBe('lost-touch')
    expect(tracks.checkIns['6']).toMatchObject({ state: 'missed' })
    await seat.close()
  })

  test('is refused in plain words where a part is more than the whole, and the words stay', async () => {
    const id = await began('Tone Vale', 6)
    const seat = await startCall(id)
    await dialog(seat).getByRole('radio', { name: 'Trading', exact: true }).check({ force: true })
    await dialog(seat).getByRole('textbox', { name: '3. Hours a week' }).fill('10')
    await dialog(seat).getByRole('textbox', { name: 'Council or NHS pays' }).fill('12')
    await dialog(seat).getByRole('button', { name: 'Save check-in' }).click()
    await dialog(seat)
      .getByText(/cannot pay for more hours than there are/)
      .waitFor()
    expect(await dialog(seat).getByRole('textbox', { name: '3. Hours a week' }).inputValue()).toBe('10')
    await seat.close()
  })
})

describe('The call on a phone', () => {
  // A finger: at the place where it is seen, and nowhere else.
  const tap = async (button: ReturnType<typeof dialog>, { page }: Seat): Promise<void> => {
    await button.scrollIntoViewIfNeeded()
    const at = await button.boundingBox()
    if (!at) throw new Error('the button is nowhere')
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2)
  }
  const answerAndSave = async (place: ReturnType<typeof dialog>, seat: Seat): Promise<void> => {
    await place.getByRole('radio', { name: 'Trading', exact: true }).check({ force: true })
    await tap(place.getByRole('button', { name: 'Save check-in' }), seat)
  }

  test.each([703, 360])('of 320 × %i is saved by a tap, from the enterprise’s own page', async height => {
    const id = await began(`Low Ham ${height}`, 6)
    const seat = await stage.sit({ person: 'catalyst', path: `/enterprises/${id}?programme=harbour`, width: 320 })
    await seat.resize(320, height)
    await seat.tab.getByRole('button', { name: 'Start the call' }).click()
    await dialog(seat).getByText('Five questions, about three minutes').waitFor()
    await seat.picture(`call-phone-${height}`)
    await answerAndSave(dialog(seat), seat)
    await dialog(seat).waitFor({ state: 'detached' })
    expect((await read(id)).tracks.checkIns['6']).toMatchObject({ state: 'answered', answer: 'trading' })
    await seat.close()
  })

  test.each([703, 360])('of 320 × %i is logged by a tap with anyone who is found', async height => {
    await began(`Middle Ham ${height}`, 3)
    const seat = await stage.sit({ person: 'catalyst', path: '/?programme=harbour', width: 320 })
    await seat.resize(320, height)
    await seat.tab.getByRole('button', { name: 'Add', exact: true }).click()
    await seat.tab.getByRole('menuitem', { name: 'Log a contact' }).click()
    await dialog(seat).getByRole('textbox', { name: 'Who was it?' }).fill(`Middle Ham ${height}`)
    await dialog(seat)
      .getByRole('button', { name: new RegExp(`Middle Ham ${height}`) })
      .click()
    await dialog(seat).getByRole('radio', { name: 'No', exact: true }).check({ force: true })
    await seat.picture(`log-phone-${height}`)
    await tap(dialog(seat).getByRole('button', { name: /^Save/ }), seat)
    await dialog(seat).waitFor({ state: 'detached' })
    await seat.close()
  })

  test('of 320 × 703 is saved by a tap, from Today', async () => {
    const id = await began('High Ham', 6)
    await tell(id, { kind: 'assign', happenedOn: now, catalyst: people.catalyst.oid })
    const seat = await stage.sit({ person: 'catalyst', path: '/?programme=harbour', width: 320 })
    await seat.resize(320, 703)
    await seat.tab.getByRole('button', { name: /^Start the call.*High Ham/ }).click()
    const place = seat.tab.getByRole('group', { name: /High Ham/ })
    await place.getByText('Five questions, about three minutes').waitFor()
    await answerAndSave(place, seat)
    await seat.tab
      .getByRole('paragraph')
      .filter({ hasText: /^High Ham: 6-month check-in, trading\./ })
      .waitFor()
    expect((await read(id)).tracks.checkIns['6']).toMatchObject({ state: 'answered', answer: 'trading' })
    await seat.close()
  })
})

describe('The update round', () => {
  const names = ['Ash', 'Beech', 'Cedar', 'Damson', 'Elm']
  beforeAll(async () => {
    for (const name of names) {
      const id = await began(`${name} Care`, 6, 'moors')
      await tell(id, { ...numbers, happenedOn: ago(1) }, 'moors')
    }
  })
  const row = ({ tab }: Seat, name: string) => tab.getByRole('form', { name: `${name} Care` })

  test.each([320, 768, 1280])('is a grid, or cards, without anything to scroll sideways, at %i px', async width => {
    const seat = await stage.sit({ person: 'catalyst', path: '/update-round?programme=moors', width })
    await row(seat, 'Ash').waitFor()
    await seat.picture(`update-round-${width}`)
    expect(await seat.tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false)
    await seat.close()
  })

  test('begins in Today: once the money is over whoever follows up has the calls there, and an empty list leads to them', async () => {
    const seat = await stage.sit({ person: 'follow-up-owner', path: '/?programme=moors', width: 320 })
    await seat.tab.getByRole('button', { name: /^Start the call.*Ash Care/ }).waitFor()
    expect(await seat.tab.getByRole('button', { name: /^Start the call/ }).count()).toBe(5)
    await seat.picture('today-follow-up-320')
    expect(await seat.tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false)
    await seat.close()

    const other = await stage.sit({ person: 'second-catalyst', path: '/?programme=moors', width: 1280 })
    await other.tab.getByText('5 enterprises are due for a call.').waitFor()
    await other.picture('today-empty-round-1280')
    await other.tab.getByRole('link', { name: 'Go through them in one grid' }).click()
    await row(other, 'Ash').waitFor()
    await other.close()
  })

  test('takes five in a row, each with its own save; one of them another person recorded on meanwhile', async () => {
    const seat = await stage.sit({ person: 'catalyst', path: '/update-round?programme=moors' })
    await row(seat, 'Ash').getByRole('combobox', { name: 'Are they trading?' }).selectOption('trading')
    await row(seat, 'Ash').getByRole('textbox', { name: 'People' }).fill('9')
    await seat.page.keyboard.press('Enter')
    await seat.tab.getByText(/^Ash Care: 6-month check-in, trading\. Saved at/).waitFor()

    await row(seat, 'Beech').getByRole('button', { name: 'Same as last time, Beech Care' }).click()
    await seat.tab.getByText(/^Beech Care: 6-month check-in, trading, numbers as last time\. Saved at/).waitFor()

    await row(seat, 'Cedar').getByRole('combobox', { name: 'Are they trading?' }).selectOption('no-answer')
    await row(seat, 'Cedar').getByRole('button', { name: 'Save Cedar Care' }).click()
    await seat.tab.getByText(/^Cedar Care: no answer\. Saved at/).waitFor()

    await row(seat, 'Damson').getByRole('combobox', { name: 'Are they trading?' }).selectOption('stopped')
    await row(seat, 'Damson').getByRole('combobox', { name: 'Why did they stop?' }).selectOption('took-job')
    await row(seat, 'Damson').getByRole('button', { name: 'Save Damson Care' }).click()
    await seat.tab.getByText(/^Damson Care: 6-month check-in, stopped\. Saved at/).waitFor()

    const { rows } = await ask<{ rows: { id: string; name: string }[] }>(stage, 'lead', 'GET', 'programmes/moors/update-round')
    const elm = rows.find(({ name }) => name === 'Elm Care')?.id ?? ''
    await tell(elm, { kind: 'tell-change', happenedOn: now, what: 'found-cover' }, 'moors')
    await row(seat, 'Elm').getByRole('combobox', { name: 'Are they trading?' }).selectOption('paused')
    await row(seat, 'Elm').getByRole('button', { name: 'Save Elm Care' }).click()
    await seat.picture('update-round-conflict')
    await row(seat, 'Elm').getByRole('button', { name: 'Save mine too' }).click()
    await seat.tab.getByText(/^Elm Care: 6-month check-in, paused\. Saved at/).waitFor()
    await seat.picture('update-round-saved')
    expect((await read(elm, 'moors')).tracks.checkIns['6']).toMatchObject({ answer: 'paused' })
    expect((await ask<{ rows: object[] }>(stage, 'lead', 'GET', 'programmes/moors/update-round')).rows).toEqual([])
    await seat.close()
  })
})
