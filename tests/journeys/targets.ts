import type { Frame, Page } from 'playwright-core'

/** WCAG 2.5.8: how small what one taps may be, in CSS pixels. */
const least = 24

/**
 * What can be tapped and is smaller than 24 by 24, unless it stands in a line of text, or has room around it: a circle of 24 px about its
 * middle that touches nothing else. A box and the label that ticks it are one target.
 */
export const tooSmallIn = (tab: Frame): Promise<string[]> =>
  tab.evaluate(size => {
    const query =
      'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=menuitem], [role=option], [role=switch]'
    type Box = { left: number; top: number; right: number; bottom: number }
    const boxOf = (element: Element): Box => {
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      const boxes = [element, ...labels].map(each => each.getBoundingClientRect()).filter(({ width, height }) => width > 1 && height > 1)
      return {
        left: Math.min(...boxes.map(({ left }) => left)),
        top: Math.min(...boxes.map(({ top }) => top)),
        right: Math.max(...boxes.map(({ right }) => right)),
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      }
    }
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled, [data-tabster-dummy]') &&
      Number.isFinite(boxOf(element).left) &&
      boxOf(element).right > 0
    const inSentence = (element: Element): boolean => {
      const { parentElement: parent } = element
      const around = [...(parent?.childNodes ?? [])].some(
        node => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
      return around && getComputedStyle(element).display.startsWith('inline')
    }
    const targets = [...document.querySelectorAll(query)].filter(isSeen).map(element => ({ element, box: boxOf(element) }))
    const isSmall = ({ left, top, right, bottom }: Box): boolean => right - left < size - 0.5 || bottom - top < size - 0.5
    const middle = ({ left, top, right, bottom }: Box): [number, number] => [(left + right) / 2, (top + bottom) / 2]
    /** How far a point is from a box; 0 within it. */
    const away = ([x, y]: [number, number], { left, top, right, bottom }: Box): number =>
      Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
    const isCrowded = (one: { element: Element; box: Box }): boolean =>
      targets.some(({ element, box }) => {
        if (element === one.element || element.contains(one.element) || one.element.contains(element)) return false
        const [[x, y], [a, b]] = [middle(one.box), middle(box)]
        return away([x, y], box) < size / 2 || (isSmall(box) && Math.hypot(x - a, y - b) < size)
      })
    return targets
      .filter(({ element, box }) => isSmall(box) && !inSentence(element))
      .filter(isCrowded)
      .map(({ element, box }) => {
        const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
        return `${element.tagName.toLowerCase()} "${name}" ${Math.round(box.right - box.left)} × ${Math.round(box.bottom - box.top)}`
      })
  }, least)

/** How much of the height is under bars that stay where they are while one scrolls: 0 to 1. */
export const coveredByBars = (tab: Frame): Promise<number> =>
  tab.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight / 2)
    // What lies behind a dialog is not looked at.
    const dialog = document.querySelector('dialog[open], [role=dialog]')
    const bars = [...document.querySelectorAll<HTMLElement>('body *')].filter(element => {
      const { position } = getComputedStyle(element)
      const { width, height } = element.getBoundingClientRect()
      const stuck = position === 'fixed' || position === 'sticky'
      return (
        stuck &&
        element.checkVisibility() &&
        width > innerWidth / 2 &&
        height > 1 &&
        (!dialog || (dialog !== element && dialog.contains(element)))
      )
    })
    const rows = Array.from({ length: innerHeight }, (_, y) =>
      bars.some(bar => {
        const { top, bottom } = bar.getBoundingClientRect()
        return top <= y && y < bottom
      }),
    )
    window.scrollTo(0, 0)
    return rows.filter(Boolean).length / innerHeight
  })

/** Goes through the page by Tab, and says what has the focus where nobody sees it: all of it under something else, or off the screen. */
export async function hiddenFocus(page: Page, tab: Frame, most = 40): Promise<string[]> {
  const hidden: string[] = []
  // Within a dialog one goes on from where one is.
  await tab.locator('body').evaluate(body => {
    if (document.querySelector('dialog[open], [role=dialog]')) return
    body.tabIndex = -1
    body.focus()
  })
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    const name = await tab.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body || element.matches('[data-tabster-dummy]')) return ''
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      const seen = [element, ...labels].some(each => {
        const { left, top, width, height } = each.getBoundingClientRect()
        const points = [0.5, 0.15, 0.85].flatMap(x => [0.5, 0.15, 0.85].map(y => [left + width * x, top + height * y] as const))
        return points.some(([x, y]) => {
          const found = document.elementFromPoint(x, y)
          return found !== null && (each.contains(found) || found.contains(each))
        })
      })
      const called = element.getAttribute('aria-label') ?? element.textContent ?? ''
      return seen ? '' : `${element.tagName.toLowerCase()} "${called.trim().slice(0, 40)}"`
    })
    if (name !== '') hidden.push(name)
  }
  return hidden
}
