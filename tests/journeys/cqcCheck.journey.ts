import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cqcAnswers } from '../builders.ts'
import { ask, makeCase } from './api.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

const p = 'harbour'
let stage: Stage
beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme(p)
})
afterAll(async () => {
  await stage?.stop()
})

type Detail = {
  n: number
  today: string
  marks: { milestone: string; state: string }[]
  tracks: { scoping: { outcome: string; answers: object } }
}
const read = (id: string): Promise<Detail> => ask<Detail>(stage, 'lead', 'GET', `programmes/${p}/cases/${id}`)
const cqcMark = ({ marks }: Detail): string | undefined => marks.find(({ milestone }) => milestone === 'registration')?.state

async function record(id: string, command: object): Promise<void> {
  const { n } = await read(id)
  await ask(stage, 'lead', 'POST', `programmes/${p}/cases/${id}/commands`, command, { 'if-match': `"${n}"` })
}

/** Answers a question with the keys: to the group, to the word, and the space bar. */
async function answer(tab: Frame, page: Page, number: number, word: string): Promise<void> {
  const group = tab.getByRole('group', { name: new RegExp(`^${number}\\. `) })
  await group.getByRole('radio', { name: word, exact: true }).focus()
  await page.keyboard.press('Space')
}

async function press(tab: Frame, page: Page, name: string | RegExp, role: 'button' | 'checkbox' = 'button'): Promise<void> {
  await tab.getByRole(role, { name }).first().focus()
  await page.keyboard.press(role === 'button' ? 'Enter' : 'Space')
}

describe.each([320, 1280])('At %i px, by keyboard', width => {
  const isPhone = width < 600

  test('two “No” and a signature are a whole check', async () => {
    const id = await makeCase(stage, p, `Two No ${width}`)
    const { page, tab, picture, close } = await stage.sit({ width, path: `/enterprises/${id}/cqc-check` })
    await answer(tab, page, 1, 'No')
    await answer(tab, page, 2, 'No')
    expect(await tab.getByText('For every person they help').count()).toBe(0)
    if (isPhone) await press(tab, page, 'See why and sign')
    await tab.getByText('They do not need to register with CQC for it.').waitFor()
    await tab.getByText('This is a guide. CQC decides.').waitFor()
    await picture(`cqc-check-two-no-${width}`)
    // What is missing is said when one presses, and the focus is there.
    await press(tab, page, 'Sign the check')
    await tab.getByText('Tick this to sign.').waitFor()
    await page.keyboard.press('Space')
    await press(tab, page, 'Sign the check')
    await tab.getByRole('heading', { name: `Two No ${width}` }).waitFor()
    const after = await read(id)
    expect(after.tracks.scoping).toMatchObject({ outcome: 'not-personal-care', answers: cqcAnswers.twoNo })
    expect(cqcMark(after)).toBe('not-needed')
    await close()
  })

  test('one “Not sure” in a full check comes to “Ask CQC”, with a to-do', async () => {
    const id = await makeCase(stage, p, `Not sure ${width}`)
    await record(id, { kind: 'constitute', happenedOn: '2026-01-08', form: 'sole_trader' })
    const { page, tab, picture, close } = await stage.sit({ width, path: `/enterprises/${id}/cqc-check` })
    const answers = ['Yes', 'No', 'Yes', 'Yes', 'Yes', 'The person', 'Not sure', 'No', 'No', 'No']
    for (const [place, word] of answers.entries()) await answer(tab, page, place + 1, word)
    await tab.getByText('10 of 10').waitFor()
    await picture(`cqc-check-full-${width}`)
    if (isPhone) await press(tab, page, 'See why and sign')
    await tab.getByText('We are not sure about: who is in charge of the care.').waitFor()
    await picture(`cqc-check-answer-${width}`)
    // A reason leads to its question.
    await press(tab, page, 'Answer 7')
    await tab.locator('#box-inCharge input:focus').waitFor()
    if (isPhone) await press(tab, page, 'See why and sign')
    await press(tab, page, /answered these as I was told/, 'checkbox')
    await press(tab, page, 'Sign the check')
    await tab.getByRole('heading', { name: `Not sure ${width}` }).waitFor()
    const { tracks } = await ask<{ tracks: { scoping: { outcome: string }; tasks: { about: string }[] } }>(
      stage,
      'lead',
      'GET',
      `programmes/${p}/cases/${id}`,
    )
    expect(tracks.scoping.outcome).toBe('refer-to-cqc')
    expect(tracks.tasks).toMatchObject([{ about: 'cqc' }])
    await close()
  })

  test('a second worker raises the check again, and the changed answer says what it was', async () => {
    const id = await makeCase(stage, p, `Second ${width}`)
    const { today } = await read(id)
    await record(id, { kind: 'constitute', happenedOn: '2026-01-08', form: 'sole_trader' })
    await record(id, { kind: 'record-scoping', happenedOn: today, outcome: 'individual-1-3-c', answers: cqcAnswers.onePerson })
    expect(cqcMark(await read(id))).toBe('not-needed')
    await record(id, { kind: 'tell-change', happenedOn: today, what: 'took-someone-on' })
    expect(cqcMark(await read(id))).toBe('in-progress')
    const { page, tab, picture, close } = await stage.sit({ width, path: `/enterprises/${id}` })
    await press(tab, page, 'Ask again')
    await tab.getByRole('heading', { name: 'CQC check', level: 1 }).waitFor()
    await tab.getByText('Ask again before the new worker gives any personal care.').waitFor()
    const answers = ['Yes', 'No', 'Yes', 'Yes', 'No', 'The person', 'Yes', 'No', 'No']
    for (const [place, word] of answers.entries()) await answer(tab, page, place + 1, word)
    await tab
      .getByText(/^Was Yes on /)
      .first()
      .waitFor()
    await picture(`cqc-check-second-worker-${width}`)
    if (isPhone) await press(tab, page, 'See why and sign')
    await tab.getByText('They must register with CQC before they give this care.').waitFor()
    await press(tab, page, /answered these as I was told/, 'checkbox')
    await press(tab, page, 'Sign the check')
    await tab.getByRole('heading', { name: `Second ${width}` }).waitFor()
    expect((await read(id)).tracks.scoping.outcome).toBe('required')
    await close()
  })

  test('papers, a returned application with its reason, and a notice with its last day', async () => {
    const id = await makeCase(stage, p, `Applying ${width}`)
    await record(id, { kind: 'record-scoping', happenedOn: '2026-02-01', outcome: 'required', answers: cqcAnswers.twoPeople })
    await record(id, { kind: 'advance-registration', happenedOn: '2026-02-10', to: 'preparing' })
    const { page, tab, close } = await stage.sit({ width, path: `/enterprises/${id}` })
    await press(tab, page, /0 of 11 papers ready/)
    await press(tab, page, 'Medicines', 'checkbox')
    await press(tab, page, 'Consent', 'checkbox')
    await tab.getByText('2 of 11 papers ready.', { exact: false }).first().waitFor()
    await tab.getByText('Saved', { exact: true }).waitFor()
    await press(tab, page, 'Done')
    await record(id, { kind: 'advance-registration', happenedOn: '2026-03-01', to: 'submitted' })
    await close()

    const again = await stage.sit({ width, path: `/enterprises/${id}` })
    await press(again.tab, again.page, 'Record what CQC did')
    await again.tab.getByLabel('Where is it now?').selectOption('returned')
    await again.tab.getByRole('button', { name: 'Save', exact: true }).press('Enter')
    await again.tab.getByText('Please fill this in.').waitFor()
    await again.tab.locator('#box-note textarea:focus').waitFor()
    await again.page.keyboard.type('The policy had another name on it.')
    await again.picture(`cqc-returned-${width}`)
    await again.tab.getByRole('button', { name: 'Save', exact: true }).press('Enter')
    await again.tab.getByText('Send it to CQC again').waitFor()
    const { today } = await read(id)
    await record(id, { kind: 'advance-registration', happenedOn: today, to: 'submitted' })
    await record(id, { kind: 'advance-registration', happenedOn: today, to: 'notice-of-proposal', servedOn: today })
    await again.close()

    const last = await stage.sit({ width, path: `/enterprises/${id}` })
    await last.tab.getByText('Check the date on the letter, and get advice now.').first().waitFor()
    await last.tab
      .getByText(/By our count the last day is/)
      .first()
      .waitFor()
    await last.picture(`cqc-application-${width}`)
    await last.close()
  })
})
