import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './api.ts'
import { atFourTimes, lookAt, nothingWrong } from './look.ts'
import type { Seat, Stage, View } from './stage.ts'
import { setSampleStage } from './stage.ts'

let stage: Stage
let enterprise: string

beforeAll(async () => {
  stage = await setSampleStage()
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
  'savings',
  'import',
  'new enquiry',
  'cqc check',
  'settings',
  'board',
  'choice and needs',
  'a request',
  'update round',
  'group session',
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
    savings: '/savings?working=shown',
    import: '/import',
    'new enquiry': '/enterprises/new',
    'cqc check': `/enterprises/${enterprise}/cqc-check`,
    settings: '/settings',
    'choice and needs': '/insights',
    'a request': '/insights/request',
    'update round': '/update-round',
    'group session': '/group-session',
    'after funding': '/after-funding',
  })[page]

/** Opens a page and waits until it has what it shows; the board and the charts come in pieces of their own. */
async function open(page: (typeof pages)[number], view: View): Promise<Seat> {
  const seat = await stage.sit({ ...view, path: pathOf(page) })
  // What moves for a moment would be looked at half way.
  await seat.page.emulateMedia({ reducedMotion: 'reduce' })
  await seat.tab.getByText('Levels and Moors (sample)').first().waitFor()
  await seat.tab.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  if (page === 'board') await seat.tab.getByText('By the furthest milestone reached.').waitFor()
  if (page === 'savings') await seat.tab.locator('figure svg').nth(2).waitFor()
  if (page === 'cohorts') await seat.tab.locator('figure svg').first().waitFor()
  return seat
}

describe.each(pages)('The page %s', page => {
  test.each(themes)(
    'in the theme %s has no fault that axe can see, nothing to scroll sideways and nothing too small to tap',
    async theme => {
      const seat = await open(page, { theme, width: 1280 })
      const found: Record<number, unknown> = {}
      for (const width of widths) {
        await seat.resize(width)
        await seat.tab.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
        await seat.picture(`${page.replaceAll(' ', '-')}-${theme}-${width}`)
        found[width] = await lookAt(seat.tab)
      }
      expect(found).toEqual(Object.fromEntries(widths.map(width => [width, nothingWrong])))
      await seat.close()
    },
  )

  test('at 400% has nothing to scroll sideways, bars over no more than a third of it, and no focus under them; and says that it is invented', async () => {
    const seat = await open(page, { theme: 'default', width: 320 })
    expect(await seat.tab.getByText('Invented sample').count()).toBeGreaterThan(0)
    // A window of 1280 by 1024, four times as large.
    await seat.resize(320, 256)
    await seat.picture(`${page.replaceAll(' ', '-')}-400-percent`)
    expect(await atFourTimes(seat)).toEqual({ sideways: false, free: true, hidden: [] })
    await seat.close()
  })
})

test('what is looked at is found where it is wrong: a page that is too wide, small buttons side by side, a bar over half of it', async () => {
  const seat = await open('today', { width: 320 })
  await seat.tab.locator('main').evaluate(main => {
    const small = 'width: 18px; height: 18px; padding: 0'
    main.insertAdjacentHTML(
      'beforeend',
      `<div style="width: 400px"><button style="${small}">A</button><button style="${small}">B</button></div>`,
    )
  })
  expect(await lookAt(seat.tab)).toMatchObject({ sideways: true, tooSmall: ['button "A" 18 × 18', 'button "B" 18 × 18'] })
  await seat.resize(320, 256)
  await seat.tab.locator('main').evaluate(main => {
    main.insertAdjacentHTML('beforeend', '<div style="position: fixed; inset: 0; background: Canvas; z-index: 99"></div>')
  })
  const { free, hidden } = await atFourTimes(seat)
  expect(free).toBe(false)
  expect(hidden.length).toBeGreaterThan(3)
  await seat.close()
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
