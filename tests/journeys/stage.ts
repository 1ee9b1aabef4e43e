import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { Browser, Frame, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { startAzurite } from '#local/azurite.ts'
import { startLocalHost } from '#local/localHost.ts'
import type { PersonId } from '#local/people.ts'
import { loadSample } from '#local/sample.ts'

const root = new URL('../..', import.meta.url).pathname
const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Where pictures of what was seen are left to be looked at. */
const pictures = `${root}tests/journeys/pictures`

export type View = {
  person?: PersonId
  theme?: 'default' | 'dark' | 'contrast'
  width?: number
  path?: string
  place?: 'content' | 'sidePanel'
}

/** The tab as a person sees it: the frame's inside, and the page around it. */
export type Seat = {
  page: Page
  tab: Frame
  picture: (name: string) => Promise<void>
  /** Gives the tab another size, as a window that is made smaller; a height is taken where it is given. */
  resize: (width: number, height?: number) => Promise<void>
  close: () => Promise<void>
}

export type Stage = {
  address: string
  tokenFor: (person: PersonId) => Promise<string>
  /** Makes a programme as the administrator; the local people are in it. */
  makeProgramme: (id: string, name?: string) => Promise<void>
  sit: (view: View) => Promise<Seat>
  stop: () => Promise<void>
}

/** The same with the sample programme in it. */
export async function setSampleStage(): Promise<Stage> {
  const stage = await setStage()
  await loadSample({ address: stage.address, tokenFor: person => stage.tokenFor(person as PersonId) })
  return stage
}

/** The built app, its store and a browser: what `npm start` runs, with an empty store. */
export async function setStage(): Promise<Stage> {
  if (!existsSync(chromiumPath)) {
    throw new Error(
      'Chromium is missing: apt-get install -y --no-install-recommends chromium fonts-liberation (or set CHROMIUM to its path)',
    )
  }
  await mkdir(pictures, { recursive: true })
  const azurite = await startAzurite({})
  const host = await startLocalHost({
    appFolder: `${root}functions/dist`,
    frameFolder: `${root}functions/local/dist/frame`,
    connectionString: azurite.connectionString,
  })
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  return {
    address: host.address,
    tokenFor: host.tokenFor,
    makeProgramme: async (id, name = 'Harbour and Hills') => {
      const made = await fetch(`${host.address}/api/v1/programmes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await host.tokenFor('administrator')}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          id,
          name,
          areas: ['North', 'South'],
          period: { from: '2023-04-01', to: '2025-03-31' },
          costPence: 13_500_000,
          followUpOwner: 'The growth team',
        }),
      })
      if (made.status !== 201) throw new Error(`the programme was not made: ${made.status} ${await made.text()}`)
    },
    sit: view => sit(browser, host.address, view),
    stop: async () => {
      await browser.close()
      await host.stop()
      await azurite.stop()
    },
  }
}

async function sit(browser: Browser, address: string, view: View): Promise<Seat> {
  const { person = 'lead', theme = 'default', width = 1280, path = '/', place = 'content' } = view
  const context = await browser.newContext({ viewport: { width: width + 40, height: 900 }, acceptDownloads: true })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const query = new URLSearchParams({ person, theme, width: String(width), path, place })
  await page.goto(`${address}/local/?${query}`)
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  if (!frame) throw new Error('the frame shows no tab')
  await frame.locator('h1').first().waitFor()
  return {
    page,
    tab: frame,
    picture: async name => {
      await page.locator('iframe').screenshot({ path: `${pictures}/${name}.png` })
    },
    resize: async (to, height) => {
      await page.setViewportSize({ width: to + 40, height: 900 })
      await page.locator('iframe').evaluate((element, size) => Object.assign(element.style, size), {
        width: `${to}px`,
        height: height === undefined ? '' : `${height}px`,
        flex: height === undefined ? '' : 'none',
      })
      await frame.waitForFunction(([wide, high]) => innerWidth === wide && (high === undefined || innerHeight === high), [
        to,
        height,
      ] as const)
    },
    close: () => context.close(),
  }
}
