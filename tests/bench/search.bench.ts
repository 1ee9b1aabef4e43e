import { fileURLToPath } from 'node:url'
import type { Browser, Frame } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { directory } from '#functions/store.ts'
import { tableStoreAt } from '#functions/tableStore.ts'
import type { LocalHost } from '#local/localHost.ts'
import { startLocalHost } from '#local/localHost.ts'
import type { Bench } from './programme.ts'
import { programme, seedBench, tid } from './programme.ts'

const cases = 4_000
/** What the page waits for after the last letter, on purpose. */
const wait = 150

let bench: Bench
let host: LocalHost
let browser: Browser
beforeAll(async () => {
  bench = await seedBench(cases)
  const store = tableStoreAt(bench.azurite.connectionString, bench.table)
  await store.commit(directory, [{ put: 'upsert', kind: 'programme', key: [programme], row: { id: programme, tid } }])
  host = await startLocalHost({
    appFolder: fileURLToPath(new URL('../../functions/dist', import.meta.url)),
    frameFolder: fileURLToPath(new URL('../../functions/local/dist/frame', import.meta.url)),
    connectionString: bench.azurite.connectionString,
    tableName: bench.table,
  })
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await host?.stop()
  await bench?.azurite.stop()
})

/** Types words as a person would, and gives the milliseconds from the last letter to the rows that answer it, without the wait. */
async function answeredIn(tab: Frame, words: string, rows: string): Promise<number> {
  const box = tab.getByRole('searchbox')
  await box.fill('')
  await tab.getByText('50 of 4,000').waitFor()
  await tab.evaluate(() => {
    const seen = { typed: 0, answered: 0 }
    Object.assign(window, { seen })
    document.querySelector('[type="search"], [role="searchbox"]')?.addEventListener('input', () => (seen.typed = performance.now()))
    new MutationObserver(() => (seen.answered = performance.now())).observe(document.querySelector('main tbody') ?? document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
  await box.pressSequentially(words, { delay: 15 })
  await tab.locator('main p[role=status]:not([hidden])', { hasText: rows }).waitFor()
  const { typed, answered } = await tab.evaluate(() => Reflect.get(window, 'seen') as { typed: number; answered: number })
  return answered - typed - wait
}

test(`a search over ${cases} enterprises in Chromium, from the last letter to the rows, without the ${wait} ms of waiting`, async () => {
  const context = await browser.newContext({ viewport: { width: 1_320, height: 900 } })
  const page = await context.newPage()
  await page.goto(
    `${host.address}/local/?${new URLSearchParams({ person: 'administrator', width: '1280', path: '/enterprises?view=all' })}`,
  )
  const tab = await (await page.waitForSelector('iframe')).contentFrame()
  if (!tab) throw new Error('the frame shows no tab')
  await tab.getByText('50 of 4,000').waitFor({ timeout: 60_000 })
  const searches: [string, string][] = [
    ['Enterprise 3217', '1 enterprise,'],
    ['enterprze 3217', '1 enterprise,'],
    ['03218', '1 enterprise,'],
    ['area', '4,000 enterprises,'],
  ]
  const taken: { typed: string; ms: number; bar: number }[] = []
  for (const [words, rows] of searches) {
    const rounds: number[] = []
    for (let round = 0; round < 5; round++) rounds.push(await answeredIn(tab, words, rows))
    taken.push({ typed: words, ms: Math.round((rounds.toSorted((a, b) => a - b)[2] ?? 0) * 10) / 10, bar: 50 })
  }
  console.table(taken)
  expect(taken).toHaveLength(searches.length)
})
