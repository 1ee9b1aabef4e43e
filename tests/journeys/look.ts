import type { Frame } from 'playwright-core'
import { faultsOf, isWiderThanItsScreen } from './axe.ts'
import type { Seat } from './stage.ts'
import { coveredByBars, hiddenFocus, tooSmallIn } from './targets.ts'

/** What is looked at on every page, at each width and in each theme. */
export const nothingWrong = { faults: [], sideways: false, tooSmall: [] }

export const lookAt = async (tab: Frame): Promise<typeof nothingWrong | object> => ({
  faults: await faultsOf(tab),
  sideways: await isWiderThanItsScreen(tab),
  tooSmall: await tooSmallIn(tab),
})

/** And at 400%: whether it scrolls sideways, whether bars leave two thirds of it free, and what has the focus unseen. */
export const atFourTimes = async ({ page, tab }: Seat): Promise<{ sideways: boolean; free: boolean; hidden: string[] }> => ({
  sideways: await isWiderThanItsScreen(tab),
  free: (await coveredByBars(tab)) <= 1 / 3,
  hidden: await hiddenFocus(page, tab),
})
