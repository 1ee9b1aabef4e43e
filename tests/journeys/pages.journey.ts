import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSample } from '#local/sample.ts'
import { ask } from './api.ts'
import { faultsOf, isWiderThanItsScreen } from './axe.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

let stage: Stage
let enterprise: string

beforeAll(async () => {
  stage = await setStage()
  await loadSample({ address: stage.address, tokenFor: person => stage.tokenFor(person as 'lead') })
  const { cases } = await ask<{ cases: { id: string; standing: string }[] }>(stage, 'lead', 'GET', 'programmes/levels-and-moors/cases')
  await heard()
  enterprise = cases.find(({ standing }) => standing === 'trading')?.id ?? ''
})
afterAll(async () => {
  await stage?.stop()
})

/** Something of each kind to see on the page of choice and needs. */
async function heard(): Promise<void> {
  const happenedOn = '2026-05-01'
  const insights = [
    { kind: 'ask-people', happenedOn, year: 2025, askedBy: 'independent', asked: 40, answered: 30, moreChoice: 24, wouldRecommend: 27 },
    {
      kind: 'log-request',
      happenedOn,
      service: 'company',
      minutesPerWeek: 150,
      askedBy: 'social-worker',
      language: 'polish',
      gender: 'woman',
    },
    {
      kind: 'count-area',
      happenedOn,
      lines: [{ side: 'need', name: 'People over 75 who live alone', hundredths: 120_000, unit: 'people', source: 'Census', year: 2021 }],
    },
    { kind: 'tell-story', happenedOn, words: 'We walk to the market on Fridays.', places: ['report'], until: '2099-05-01' },
  ]
  for (const insight of insights) await ask(stage, 'lead', 'POST', 'programmes/levels-and-moors/insights', insight)
}

const pages = [
  'today',
  'enterprises',
  'enterprise',
  'cohorts',
  'import',
  'new enquiry',
  'cqc check',
  'settings',
  'board',
  'choice and needs',
  'a request',
  'update round',
  'after funding',
] as const
const themes = ['default', 'dark', 'contrast'] as const
const widths = [320, 768, 1280] as const

const pathOf = (page: (typeof pages)[number]): string =>
  ({
    today: '/today',
    enterprises: '/enterprises',
    board: '/enterprises?layout=board',
    enterprise: `/enterprises/${enterprise}`,
    cohorts: '/cohorts',
    import: '/import',
    'new enquiry': '/enterprises/new',
    'cqc check': `/enterprises/${enterprise}/cqc-check`,
    settings: '/settings',
    'choice and needs': '/insights',
    'a request': '/insights/request',
    'update round': '/update-round',
    'after funding': '/after-funding',
  })[page]

describe.each(pages)('The page %s', page => {
  test.each(themes.flatMap(theme => widths.map(width => [theme, width] as const)))(
    'in the theme %s at %i px has no fault that axe can see, and nothing to scroll sideways',
    async (theme, width) => {
      const { tab, picture, close } = await stage.sit({ theme, width, path: pathOf(page) })
      await tab.getByText('Levels and Moors (sample)').first().waitFor()
      await tab.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
      // The board and the charts come in pieces of their own.
      if (page === 'board') await tab.getByText('By the furthest milestone reached.').waitFor()
      if (page === 'cohorts') await tab.locator('figure svg').first().waitFor()
      await picture(`${page.replaceAll(' ', '-')}-${theme}-${width}`)
      expect({ faults: await faultsOf(tab), sideways: await isWiderThanItsScreen(tab) }).toEqual({ faults: [], sideways: false })
      await close()
    },
  )

  test('says that the sample is invented', async () => {
    const { tab, close } = await stage.sit({ width: 320, path: pathOf(page) })
    await tab.getByText('Invented sample').first().waitFor()
    expect(await tab.getByText('Invented sample').count()).toBeGreaterThan(0)
    await close()
  })
})

test('A reviewer sees references where others see names', async () => {
  const { tab, close } = await stage.sit({ person: 'reviewer', path: '/enterprises' })
  const { cases } = await ask<{ cases: { name: string; reference: string }[] }>(stage, 'lead', 'GET', 'programmes/levels-and-moors/cases')
  await tab.getByRole('link', { name: cases[0]?.reference ?? '' }).waitFor()
  const words = await tab.locator('body').innerText()
  expect(cases.filter(({ name }) => words.includes(name))).toEqual([])
  await close()
})

test('A funder is told in words that this is not for them', async () => {
  const { tab, close } = await stage.sit({ person: 'funder', path: '/enterprises' })
  await tab.getByText('Your role does not open single records. If you think it should, ask the lead.').waitFor()
  expect(await tab.getByRole('link', { name: 'Enterprises' }).count()).toBe(0)
  await close()
})
