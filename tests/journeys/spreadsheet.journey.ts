import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Seat, Stage } from './stage.ts'
import { setStage } from './stage.ts'

/** Five enterprises; two rows are wrong: a day that does not exist, and a legal form nobody knows. */
const spreadsheet = [
  'ref,name,area,journey,enquiry_date,idea_date,constituted_date,legal_form,cqc_needed,started_trading_date,jobs,weekly_hours,people_supported,last_contact_date',
  '0001,Quayside Company,North,new,05/01/2024,01/02/2024,01/03/2024,sole_trader,N,15/03/2024,1,12.5,4,01/09/2026',
  '0002,Hill Top Meals,South,new,31/02/2024,01/04/2024,01/05/2024,cic,N,,,,,',
  '0003,Lantern Sitting,North,new,06/02/2024,01/03/2024,02/04/2024,Ltd by friends,N,,,,,',
  '0004,Ferry Lane Help,South,new,07/02/2024,02/03/2024,03/04/2024,sole_trader,N,,,,,',
  '0005,Wharf Garden Club,North,advised_only,08/02/2024,,,,,,,,,',
].join('\n')

let stage: Stage
let seat: Seat

beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
  seat = await stage.sit({ person: 'lead', path: '/' })
})
afterAll(async () => {
  await stage?.stop()
})

const tab = () => seat.tab

describe('A lead brings in the spreadsheet, and the cohort report comes out', () => {
  test('an empty programme offers to bring in a spreadsheet', async () => {
    await tab().getByText('There is nothing here yet').waitFor()
    await seat.picture('empty-programme')
    await tab()
      .getByRole('link', { name: 'Bring in a spreadsheet' })
      .or(tab().getByRole('button', { name: 'Bring in a spreadsheet' }))
      .click()
    await tab().getByRole('heading', { level: 1, name: 'Bring in a spreadsheet' }).waitFor()
  })

  test('three rows are ready, two need her, and nothing has been saved', async () => {
    await tab()
      .locator('input[type=file]')
      .setInputFiles({ name: 'last-year.csv', mimeType: 'text/csv', buffer: Buffer.from(spreadsheet) })
    await tab().getByText('3 rows are ready. 2 need you. Nothing has been saved yet.').waitFor()
    await tab().getByText('31/02/2024 is not a real date.').waitFor()
    await tab().getByText('We do not know this form.').waitFor()
    await seat.picture('two-rows-need-you')
  })

  test('she puts both right where they stand, and brings all five in', async () => {
    await tab().getByRole('textbox', { name: 'Row 3, Enquiry date' }).fill('28 February 2024')
    await tab().getByRole('combobox', { name: 'Row 4, Legal form' }).selectOption({ label: 'Company' })
    await tab().getByText('5 rows are ready.').waitFor()
    await seat.picture('both-put-right')
    await tab().getByRole('button', { name: 'Bring in 5' }).click()
    await tab().getByText('5 rows are in').first().waitFor()
    await seat.picture('brought-in')
  })

  test('the enterprises are there, each with its five milestones', async () => {
    await tab().getByRole('link', { name: 'Enterprises' }).first().click()
    await tab().getByRole('heading', { level: 1, name: 'Enterprises' }).waitFor()
    await tab()
      .getByRole('img', { name: /^Idea done, Set up done, CQC/ })
      .first()
      .waitFor()
    expect(
      await tab()
        .getByRole('link', { name: /Quayside Company|Hill Top Meals|Lantern Sitting|Ferry Lane Help|Wharf Garden Club/ })
        .count(),
    ).toBe(5)
    await seat.picture('enterprises')
  })

  test('she opens one and records that trading began', async () => {
    await tab()
      .getByRole('link', { name: /Ferry Lane Help/ })
      .click()
    await tab().getByRole('heading', { level: 1, name: 'Ferry Lane Help' }).waitFor()
    await tab().getByRole('button', { name: 'Record a step' }).click()
    await tab().getByRole('menuitem', { name: /began/i }).click()
    const dialog = tab().getByRole('dialog')
    await dialog.getByRole('textbox').first().fill('3 May 2024')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await tab()
      .getByText(/Trading since 3\sMay\s2024/)
      .first()
      .waitFor()
    await seat.picture('trading-began')
  })

  test('the cohort counts it, and the figure opens its list', async () => {
    await tab().getByRole('link', { name: 'Cohorts' }).first().click()
    await tab().getByRole('heading', { level: 1, name: 'Cohorts' }).waitFor()
    await tab()
      .getByText(/2 of 5 enquiries/)
      .first()
      .waitFor()
    await seat.picture('cohort')
    await tab()
      .getByRole('button', { name: /Those that began \(2\)/ })
      .click()
    const list = tab().getByRole('dialog')
    await list.getByText('Ferry Lane Help').waitFor()
    await list.getByText('Quayside Company').waitFor()
    await list.getByText(/2 rows, the same as the figure/).waitFor()
    await seat.picture('line-list')
  })
})
