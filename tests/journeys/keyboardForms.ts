import type { Frame, Locator, Page } from 'playwright-core'
import type { PlainDate } from '#domain/plainDate.ts'
import { tabInto, tabTo, typeOver } from './keyboard.ts'
import type { Seat } from './stage.ts'

/** How a form is filled in and sent with the keys alone, each control found by the role and the name that a screen reader says. */

type Within = Frame | Locator

/** A day as people type it: 3/5/2026. */
export const typedDay = (day: PlainDate): string => day.split('-').map(Number).toReversed().join('/')

/** Words of the page on one line, with plain spaces. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const exactly = (words: string): RegExp => new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\\*?$`)

/** Goes to a control by Tab and presses it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Goes into a group and by arrow keys to one of its choices. */
export async function choose(page: Page, group: Locator, option: string): Promise<void> {
  const wanted = group.getByRole('radio', { name: exactly(option) })
  await wanted.waitFor()
  await tabInto(page, group)
  for (let presses = 0; presses < 20; presses += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  // An arrow chooses what it comes to; the one that Tab came to is chosen by the space bar.
  if (!(await wanted.isChecked())) await page.keyboard.press('Space')
}

/** Goes down a list until it shows this. */
async function select(page: Page, list: Locator, option: string): Promise<void> {
  await tabTo(page, list)
  await page.keyboard.press('Home')
  const shown = (): Promise<string> => list.evaluate(element => (element as HTMLSelectElement).selectedOptions[0]?.label ?? '')
  for (let presses = 0; presses < 40 && (await shown()) !== option; presses += 1) await page.keyboard.press('ArrowDown')
  if ((await shown()) !== option) throw new Error(`“${option}” is not in the list`)
}

/** Answers one question, whatever control it has. */
async function answer(page: Page, within: Within, question: string, said: string): Promise<void> {
  const group = within.getByRole('group', { name: exactly(question) })
  const list = within.getByRole('combobox', { name: exactly(question) })
  const box = within.getByRole('textbox', { name: exactly(question) })
  await group.or(list).or(box).first().waitFor()
  if ((await group.count()) > 0) await choose(page, group, said)
  else if ((await list.count()) > 0) await select(page, list, said)
  else {
    await tabTo(page, box)
    await typeOver(page, said)
  }
}

/** Questions and answers in their order: the label of each, and what is typed or chosen. */
export type Said = Readonly<Record<string, string>>

export async function fill(page: Page, within: Within, said: Said): Promise<void> {
  for (const [question, words] of Object.entries(said)) await answer(page, within, question, words)
}

/** Opens the menu of this name and goes down to one of its entries. */
export async function pickFromMenu({ page, tab }: Seat, menu: Locator, item: string): Promise<void> {
  await press(page, menu)
  const wanted = tab.getByRole('menuitem', { name: exactly(item) })
  await wanted.waitFor()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrows do not come to “${item}”`)
}

/** Fills in the form that stands open over the page and saves it. */
export async function fillDialog({ page, tab }: Seat, title: string | RegExp, said: Said, save = 'Save'): Promise<void> {
  const dialog = tab.getByRole('dialog', { name: title })
  await dialog.waitFor()
  await fill(page, dialog, said)
  await press(page, dialog.getByRole('button', { name: exactly(save) }))
  await dialog.waitFor({ state: 'detached' })
}

/** What was saved is told with Undo under the hand: from there one goes on. */
export async function untilSaved({ tab }: Seat): Promise<void> {
  await tab.locator('button:focus', { hasText: 'Undo' }).waitFor()
}
