import type { Locator, Page } from 'playwright-core'

type Where = 'here' | 'within' | 'before' | 'after'

/** Where something stands, seen from what has the focus, by the shorter way: past the end of a page or a form one comes to its beginning. */
const whereIs = (target: Locator): Promise<Where> =>
  target.evaluate(element => {
    const { activeElement: active } = document
    if (element === active) return 'here'
    if (!active || active === document.body) return 'after'
    if (element.contains(active)) return 'within'
    const stops = [
      ...(element.closest('[role="dialog"]') ?? document).querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      ),
    ]
    const isBefore = (one: Element, other: Element): boolean => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
    const place = (of: Element): number => stops.filter(stop => isBefore(stop, of)).length
    const back = place(active) - place(element)
    return back > 0 && back <= stops.length / 2 ? 'before' : 'after'
  })

async function goByTab(page: Page, target: Locator, isThere: (where: Where) => boolean): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 160; presses += 1) {
    const where = await whereIs(target)
    if (isThere(where)) return
    await page.keyboard.press(where === 'before' ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`Tab does not come to ${String(target)}`)
}

/** Goes there by Tab, or back by Shift and Tab, until this has the focus: nobody needs a mouse. */
export const tabTo = (page: Page, target: Locator): Promise<void> => goByTab(page, target, where => where === 'here')

/** Goes into a group: of radio buttons, Tab comes to the one that is chosen, or to the first or the last. */
export const tabInto = (page: Page, group: Locator): Promise<void> => goByTab(page, group, where => where === 'here' || where === 'within')

/** Types in place of what a box holds that has the focus. */
export async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}
