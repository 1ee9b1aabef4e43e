import type { Locator, Page, Route } from 'playwright-core'
import { errors } from 'playwright-core'
import type { PersonId } from '#local/people.ts'
import type { Seat } from './stage.ts'

/** What the server said to one command, whether or not the tab ever heard it. */
export type Answered = {
  by: PersonId
  command: Record<string, unknown>
  status: number
  n: number
  facts: readonly string[]
  heard: boolean
}

/** Words that an author typed, and what became of them. `kept`: refused, and still in the author's form. */
export type Typed = { by: PersonId; mark: string; became: 'accepted' | 'kept' }

/** What both authors did, as the server and the screen tell it. */
export type Ledger = { answers: Answered[]; typed: Typed[]; done: Record<string, number> }

type Chance = { next: () => number; pick: <T>(of: readonly T[]) => T; happens: (share: number) => boolean }

/** A stream of numbers that is the same for one seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, pick: of => of[Math.floor(next() * of.length)] as (typeof of)[number], happens: share => next() < share }
}

/** Throws where words that an author typed are not in front of them. */
function holds(shown: string, mark: string): void {
  if (!shown.includes(mark)) throw new Error(`the words ${mark} are gone: ${shown}`)
}

/** Somebody at a seat who edits one record by hand: through its forms, and with everything that goes wrong on the way. */
export class Author {
  private readonly page: Page
  private readonly tab: Seat['tab']
  private lose = false
  private heard: (answer: Answered) => void = () => undefined
  private marks = 0
  private readonly person: PersonId
  private readonly chance: Chance
  private readonly ledger: Ledger

  constructor(seat: Seat, person: PersonId, chance: Chance, ledger: Ledger) {
    this.page = seat.page
    this.tab = seat.tab
    this.person = person
    this.chance = chance
    this.ledger = ledger
  }

  /** Listens to what the server says; some answers are lost on the way back. */
  async begin(): Promise<void> {
    await this.page.route('**/commands', route => this.carry(route))
  }

  private async carry(route: Route): Promise<void> {
    const response = await route.fetch()
    const body = (await response.json()) as { n?: number; facts?: string[] }
    const command = route.request().postDataJSON() as Record<string, unknown>
    const { lose } = this
    this.lose = false
    const answer = { by: this.person, command, status: response.status(), n: body.n ?? 0, facts: body.facts ?? [], heard: !lose }
    this.ledger.answers.push(answer)
    await (lose ? route.abort('connectionreset') : route.fulfill({ response }))
    this.heard(answer)
  }

  /** Presses a button and waits for what the server says. */
  private async answerTo(press: () => Promise<void>): Promise<Answered> {
    const answer = new Promise<Answered>(done => (this.heard = done))
    await press()
    return answer
  }

  private mark(): string {
    this.marks += 1
    return `${this.person}-${this.marks}.`
  }

  private tell(kind: string): void {
    this.ledger.done[kind] = (this.ledger.done[kind] ?? 0) + 1
  }

  /** Types a mark at the end of a note, after whatever stands there. */
  private async type(note: Locator): Promise<string> {
    const mark = this.mark()
    await note.fill(`${await note.inputValue()} ${mark}`.trim())
    return mark
  }

  private became(mark: string, became: Typed['became']): void {
    // Words that were carried on with go into the record with those that came after them.
    this.ledger.typed.push({ by: this.person, mark, became })
  }

  private get card(): Locator {
    return this.tab.locator('section[aria-labelledby="log-a-contact"]')
  }

  /** One contact, logged on the card; now and then its answer is lost, and it is sent once more. */
  async contact(): Promise<boolean> {
    const { card } = this
    await card
      .getByRole('radio', { name: this.chance.pick(['Yes', 'No']), exact: true })
      .first()
      .check({ force: true })
    const note = card.locator('textarea')
    const mark = await this.type(note)
    this.lose = this.chance.happens(0.06)
    const first = await this.answerTo(() => card.locator('button[type=submit]').click())
    if (!first.heard) {
      await card.getByText('Not saved yet: no signal.').waitFor()
      holds(await note.inputValue(), mark)
      this.tell('answer lost')
      await this.answerTo(() => card.getByRole('button', { name: 'Try again' }).click())
    }
    await this.tab.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('[aria-labelledby=log-a-contact] textarea')?.value === '',
    )
    this.became(mark, 'accepted')
    this.tell('contact')
    return true
  }

  /** Undoes the contact that was just saved. Where somebody was faster, the note says why not. */
  async undo(): Promise<boolean> {
    const button = this.card.getByRole('button', { name: 'Undo', exact: true })
    if ((await button.count()) === 0) return false
    const { status } = await this.answerTo(() => button.click())
    if (status === 200) await this.card.getByText('Undone', { exact: true }).waitFor()
    else await this.card.getByText('This entry was taken back or put right already.', { exact: false }).waitFor()
    this.tell(status === 200 ? 'undo' : 'undo refused')
    return true
  }

  /** Puts an entry of the timeline right, takes it back, or brings it back: whichever its menu offers. */
  async correct(): Promise<boolean> {
    const opened = await this.tried(() => this.chooseOnLine())
    return opened === undefined ? false : this.fillAndSave(opened.toLowerCase())
  }

  /** What moves away under the hand is left alone: a line that scrolled off, a menu that closed with it. */
  private async tried(choose: () => Promise<string | undefined>): Promise<string | undefined> {
    try {
      return await choose()
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error
      await this.page.keyboard.press('Escape')
      this.tell('moved away')
      return undefined
    }
  }

  private async chooseOnLine(): Promise<string | undefined> {
    const buttons = this.tab.locator('button[aria-label^="More for: "]:not([aria-label*="Enquiry"])')
    const count = await buttons.count()
    if (count === 0) return undefined
    await buttons.nth(Math.floor(this.chance.next() * count)).click({ timeout: 3_000 })
    const items = this.tab.getByRole('menuitem')
    await items.first().waitFor({ timeout: 3_000 })
    const names = await items.allInnerTexts()
    const name = this.chance.pick(names)
    await items.getByText(name, { exact: true }).click({ timeout: 3_000 })
    await this.tab.getByRole('dialog').waitFor({ timeout: 5_000 })
    return name
  }

  /** Records a step that the menu offers and that takes words. */
  async step(): Promise<boolean> {
    const opened = await this.tried(() => this.chooseStep())
    return opened === undefined ? false : this.fillAndSave(opened)
  }

  private async chooseStep(): Promise<string | undefined> {
    await this.tab.getByRole('button', { name: 'Record a step' }).click({ timeout: 3_000 })
    const items = this.tab.getByRole('menuitem', { name: /^(Idea agreed|Pause|Paused|They paused|They start again|Started again)/ })
    await this.tab.getByRole('menuitem').first().waitFor({ timeout: 3_000 })
    if ((await items.count()) === 0) {
      await this.page.keyboard.press('Escape')
      return undefined
    }
    await items.first().click({ timeout: 3_000 })
    await this.tab.getByRole('dialog').waitFor({ timeout: 5_000 })
    return 'step'
  }

  private async fillAndSave(kind: string): Promise<boolean> {
    const dialog = this.tab.getByRole('dialog')
    const why = dialog.getByRole('radio', { name: this.chance.pick(['Wrong details', 'Wrong date']) })
    if ((await why.count()) > 0) await why.first().check({ force: true })
    const notes = dialog.locator('textarea')
    const mark = (await notes.count()) > 0 ? await this.type(notes.last()) : undefined
    const answer = await this.answerTo(() => dialog.locator('button[type=submit]').click())
    const saved = await this.settle(answer, mark)
    if (mark) this.became(mark, saved ? 'accepted' : 'kept')
    this.tell(saved ? kind : `${kind}, kept`)
    return true
  }

  /** What comes of a form: saved, or refused with its words in front of the author, who picks, goes back, or leaves it for later. */
  private async settle(first: Answered, mark: string | undefined): Promise<boolean> {
    let answer = first
    for (let tries = 0; answer.status === 412; tries++) {
      this.tell('conflict')
      const both = this.tab.getByRole('alertdialog')
      await both.waitFor({ timeout: 10_000 })
      if (mark) holds(await both.innerText(), mark)
      if (tries >= 3 || this.chance.happens(0.15)) return this.leave(both, mark)
      await this.pickAll(both)
      answer = await this.answerTo(() => both.getByRole('button', { name: /^(Save|Keep|Take it back)/ }).click())
    }
    if (answer.status === 200) {
      await this.tab.locator('[role=dialog], [role=alertdialog]').waitFor({ state: 'detached', timeout: 10_000 })
      return true
    }
    this.tell(`refused ${answer.status}`)
    const dialog = this.tab.getByRole('dialog')
    await dialog.getByText('Not saved.', { exact: true }).waitFor({ timeout: 10_000 })
    return this.close(dialog, mark)
  }

  /** Picks a side wherever nothing is chosen yet. */
  private async pickAll(both: Locator): Promise<void> {
    for (const group of await both.getByRole('group').all()) {
      if ((await group.locator('input:checked').count()) > 0) continue
      await group
        .getByRole('radio')
        .nth(this.chance.happens(0.5) ? 0 : 1)
        .check({ force: true })
    }
  }

  private async leave(both: Locator, mark: string | undefined): Promise<boolean> {
    await both.getByRole('button', { name: 'Back to my words' }).click()
    const dialog = this.tab.getByRole('dialog')
    await dialog.waitFor({ timeout: 5_000 })
    return this.close(dialog, mark)
  }

  /** Leaves a refused form for later: its words are in it, and stay when it closes. */
  private async close(dialog: Locator, mark: string | undefined): Promise<false> {
    if (mark) holds(await dialog.locator('textarea').last().inputValue(), mark)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'detached', timeout: 5_000 })
    return false
  }
}
