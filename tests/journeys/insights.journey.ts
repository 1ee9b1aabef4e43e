import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Insights } from '#domain/insightWireSchemas.ts'
import { ask, makeCase } from './api.ts'
import { tabTo } from './keyboard.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
  await makeCase(stage, 'harbour', 'Quayside Company')
})
afterAll(async () => {
  await stage?.stop()
})

const heard = (): Promise<Insights> => ask<Insights>(stage, 'lead', 'GET', 'programmes/harbour/insights')

describe('On a phone, by keyboard alone', () => {
  test('a request that could not be met is logged in four choices and a number, and is seen as a gap', async () => {
    const seat = await stage.sit({ person: 'catalyst', width: 320, path: '/insights/request' })
    const { tab, page, picture } = seat
    await tabTo(page, tab.getByRole('combobox', { name: 'Where?' }))
    await page.keyboard.type('North')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Company')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2½')
    await tabTo(page, tab.getByRole('radio', { name: 'Social worker' }))
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Polish')
    await picture('request-320')
    await tabTo(page, tab.getByRole('button', { name: 'Save request' }))
    await page.keyboard.press('Enter')
    await tab.getByText('Saved.').waitFor()
    const { requests, gaps } = await heard()
    expect(requests.rows).toMatchObject([
      { area: 'north', service: 'company', minutesPerWeek: 150, askedBy: 'social-worker', language: 'polish', answered: null },
    ])
    expect(gaps).toContainEqual(expect.objectContaining({ area: 'north', service: 'company', unmet: 1 }))

    await tabTo(page, tab.getByRole('link', { name: 'See all requests' }))
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: 'Choice and needs' }).waitFor()
    await tab.getByText('1 request not met (2½ hours)').waitFor()
    await picture('choice-and-needs-320')
    await seat.close()
  })

  test('a year’s answers go in as four numbers, and stand there with who asked', async () => {
    const seat = await stage.sit({ person: 'lead', width: 320, path: '/insights' })
    const { tab, page, picture } = seat
    await tabTo(page, tab.getByRole('button', { name: 'Add a year’s answers' }))
    await page.keyboard.press('Enter')
    const form = tab.getByRole('dialog')
    await tabTo(page, form.getByRole('combobox', { name: 'For which year?' }))
    await page.keyboard.press('ArrowDown')
    await tabTo(page, form.getByRole('radio', { name: 'The enterprise itself' }))
    // Arrows go round the group: up from the first is the last.
    await page.keyboard.press('ArrowUp')
    for (const [name, value] of [
      ['How many were asked?', '40'],
      ['How many answered?', '30'],
      ['How many say they have more choice and control?', '24'],
      ['How many would recommend it?', '27'],
    ] as const) {
      await tabTo(page, form.getByRole('textbox', { name }))
      await page.keyboard.type(value)
    }
    await picture('feedback-form-320')
    await tabTo(page, form.getByRole('button', { name: 'Save answers' }))
    await page.keyboard.press('Enter')
    await tab.getByText('24 of 30 have more choice and control (80%)').waitFor()
    expect((await heard()).feedback).toMatchObject([{ askedBy: 'council', asked: 40, answered: 30, moreChoice: 24, wouldRecommend: 27 }])
    await seat.close()
  })
})

describe('A table from a spreadsheet', () => {
  const rows = [
    'Area\tType\tWhat\tNumber\tUnit\tYear\tSource',
    'North\tneed\tOver 75 and alone\t1,200\tpeople\t2021\tCensus',
    'Moon\tneed\tCraters\t1\tpeople\t2021\tNASA',
  ]

  test('is shown row by row before it is saved, and what cannot be read is said', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'lead', width: 768, path: '/insights' })
    await tab.getByRole('button', { name: 'Paste a table' }).click()
    const form = tab.getByRole('dialog')
    await form.getByRole('textbox', { name: 'The rows, copied from a spreadsheet' }).fill(rows.join('\n'))
    await form.getByText('Row 3: There is no area called Moon.').waitFor()
    await form.getByText(/1\s+row ready, 1 we could not read/).waitFor()
    await picture('paste-768')
    await form.getByRole('button', { name: /Save 1\s+row/ }).click()
    await tab.getByText('Over 75 and alone: 1,200 people (Census, 2021)').waitFor()
    expect((await heard()).areaCounts).toMatchObject([{ area: 'north', name: 'Over 75 and alone', hundredths: 120_000, year: 2021 }])
    await close()
  })
})

describe('A story', () => {
  test('stands there with where it may be told, and is gone the moment the yes is taken back', async () => {
    const story = { kind: 'tell-story', happenedOn: '2026-05-01', words: 'We walk to the quay', places: ['report'], until: '2099-05-01' }
    await ask(stage, 'lead', 'POST', 'programmes/harbour/insights', story)
    const { tab, picture, close } = await stage.sit({ person: 'lead', path: '/insights' })
    await tab.getByText('We walk to the quay').waitFor()
    await picture('choice-and-needs-1280')
    await tab.getByRole('button', { name: /Take the yes back/ }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Remove the story' }).click()
    await tab.getByText('We walk to the quay').waitFor({ state: 'detached' })
    expect((await heard()).stories).toMatchObject({ given: 0, ended: 1, rows: [{ words: null }] })
    await close()
  })

  test('is not shown to a reviewer, who sees totals', async () => {
    const { tab, close } = await stage.sit({ person: 'reviewer', path: '/insights' })
    await tab.getByRole('heading', { name: 'Stories' }).waitFor()
    expect(await tab.getByRole('button', { name: /Take back|Add a story|Log a request/ }).count()).toBe(0)
    await tab.getByText('24 of 30 have more choice and control (80%)').waitFor()
    await close()
  })
})
