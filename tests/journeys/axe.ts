import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = { run: (context: unknown, options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }

/** What axe finds against WCAG 2.2 A and AA. Fluent's focus guards are hidden and cannot be reached; axe takes them for a fault. */
export async function faultsOf(tab: Frame): Promise<string[]> {
  await tab.evaluate(axe)
  const violations = await tab.evaluate(async () => {
    const { run } = Reflect.get(globalThis, 'axe') as Axe
    const found = await run({ exclude: [['[data-tabster-dummy]']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
  return violations
}

/** Does anything scroll sideways? */
export const isWiderThanItsScreen = (tab: Frame): Promise<boolean> =>
  tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
