import { createContext, use } from 'react'
import type { FormId } from '#domain/draft.ts'
import type { DraftList, KeptDraft } from '#domain/draftSchemas.ts'
import type { Instant } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import type { Failure } from '#tab/api.ts'
import type { Watch } from '#tab/ui/clock.ts'
import { realWatch } from '#tab/ui/clock.ts'

/** What was typed into a form, field by field, as it was typed. */
export type Words = Readonly<Record<string, string>>

/** Where what was typed is kept beside this tab. Reads throw where they fail. */
export type Keeper = {
  list: () => Promise<DraftList>
  find: (form: FormId) => Promise<KeptDraft>
  /** `leaving`: the page is going, so there is no time to wait for anything. */
  keep: (form: FormId, words: Words, leaving: boolean) => Promise<Result<{ keptAt: Instant }, Failure>>
  drop: (form: FormId) => Promise<Result<unknown, Failure>>
}

/** How far what was typed has got on its way to be kept. Being kept is not being saved. */
export type Keeping = { state: 'blank' } | { state: 'typed' } | { state: 'kept'; at: Instant }

/** One form. Each change is a version, and the server has one of them. */
type Slot = {
  words: Words | undefined
  typedAt: number
  version: number
  kept: number
  keeping: Keeping
  /** The server may hold words of this form. */
  there: boolean
  /** An answer is under way; the next call waits for it, so that an old one never comes last. */
  busy: boolean
  tries: number
  sentAt: number
  /** When the next call is due; whoever types on does not put it off. */
  dueAt: number
  stop: () => void
  looking: Promise<unknown>
}

const blank: Keeping = { state: 'blank' }
const typed: Keeping = { state: 'typed' }
const nothing = (): void => undefined

/** A first word goes out after a second, the next at most every four. */
const settle = 1_000
const apart = 4_000
/** Without signal: after 5, 15 and 45 seconds, then every minute. */
const waits = [5_000, 15_000, 45_000, 60_000] as const
const listStandsFor = 15_000

/**
 * What was typed and not yet saved. It is in memory at once, so that closing a form loses nothing, and on the server within a few seconds,
 * so that a reload or another device finds it. Typing never waits for the server, and no form fails because the server is away.
 */
export class Drafts {
  private readonly slots = new Map<FormId, Slot>()
  private readonly watchers = new Set<() => void>()
  private listed: { at: number; list: Promise<DraftList> } | undefined

  private readonly keeper: Keeper | undefined
  private readonly time: Watch

  constructor(keeper?: Keeper, time: Watch = realWatch) {
    this.keeper = keeper
    this.time = time
  }

  find(form: FormId): Words | undefined {
    return this.slots.get(form)?.words
  }

  /** When the words of a form were last typed here; 0 where there are none. */
  typedAt(form: FormId): number {
    return this.slots.get(form)?.typedAt ?? 0
  }

  keepingOf(form: FormId): Keeping {
    return this.slots.get(form)?.keeping ?? blank
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  keep(form: FormId, words: Words): void {
    const slot = this.slotOf(form)
    slot.words = words
    slot.typedAt = this.time.now()
    this.changed(form, slot, Math.max(settle, slot.sentAt + apart - this.time.now()))
  }

  /** Saved, or thrown away: it goes on the server too. */
  drop(form: FormId): void {
    const slot = this.slotOf(form)
    slot.words = undefined
    this.changed(form, slot, 0)
  }

  /** Takes up what the server kept, as if it had just been typed. */
  adopt(form: FormId, { words, keptAt }: KeptDraft): void {
    const slot = this.slotOf(form)
    slot.words = words
    slot.typedAt = Date.parse(keptAt)
    slot.version += 1
    slot.kept = slot.version
    this.tell(slot, { state: 'kept', at: keptAt })
  }

  /** What the server kept of a form that nothing is typed into here: from before a reload, or from another device. */
  lookUp(form: FormId): Promise<KeptDraft | undefined> {
    const slot = this.slotOf(form)
    if (!this.keeper || slot.words || slot.busy || slot.kept !== slot.version) return Promise.resolve(undefined)
    const looking = this.look(this.keeper, form).catch(() => undefined)
    slot.looking = looking
    return looking
  }

  /** Sends at once what is not kept yet: the page is going, or the signal is back. */
  flush(leaving: boolean): void {
    for (const [form, slot] of this.slots) if (slot.kept !== slot.version) void this.send(form, slot, leaving)
  }

  /** True where words would be gone with the page: the server could not be reached for them. */
  get inDanger(): boolean {
    return [...this.slots.values()].some(({ words, kept, version, tries }) => words && kept !== version && tries > 0)
  }

  private slotOf(form: FormId): Slot {
    const slot = this.slots.get(form) ?? newSlot()
    this.slots.set(form, slot)
    return slot
  }

  private changed(form: FormId, slot: Slot, wait: number): void {
    slot.version += 1
    this.tell(slot, slot.words === undefined ? blank : slot.keeping.state === 'kept' ? slot.keeping : typed)
    this.sendIn(wait, form, slot)
  }

  private sendIn(wait: number, form: FormId, slot: Slot): void {
    if (!this.keeper) return
    const due = this.time.now() + wait
    if (due >= slot.dueAt) return
    slot.stop()
    slot.dueAt = due
    slot.stop = this.time.after(wait, () => void this.send(form, slot, false))
  }

  private async send(form: FormId, slot: Slot, leaving: boolean): Promise<void> {
    const { keeper } = this
    slot.stop()
    slot.dueAt = Number.POSITIVE_INFINITY
    if (!keeper) return
    // What the server kept before has to be known first: words from another day are not to be written over unseen.
    if (!leaving) await slot.looking
    if ((slot.busy && !leaving) || slot.kept === slot.version) return
    const { version, words } = slot
    if (words === undefined && !slot.there && !slot.busy) {
      slot.kept = version
      return
    }
    slot.busy = true
    slot.there = true
    slot.sentAt = this.time.now()
    const answer = await (words === undefined ? keeper.drop(form) : keeper.keep(form, words, leaving))
    slot.busy = false
    this.settled(form, slot, version, words, answer)
  }

  private settled(form: FormId, slot: Slot, version: number, words: Words | undefined, answer: Result<unknown, Failure>): void {
    const passes = !answer.ok && ['no-signal', 'busy', 'signed-out'].includes(answer.refusal.kind)
    if (passes) {
      if (slot.words) this.tell(slot, typed)
      this.sendIn(waits[Math.min(slot.tries, waits.length - 1)] ?? 0, form, slot)
      slot.tries += 1
      return
    }
    slot.tries = 0
    slot.kept = version
    if (answer.ok && words === undefined) slot.there = false
    // A refusal would be the same again; the next change may be smaller.
    if (slot.words && words) this.tell(slot, answer.ok ? { state: 'kept', at: (answer.value as { keptAt: Instant }).keptAt } : typed)
    if (slot.version !== version) this.sendIn(slot.words ? apart : 0, form, slot)
  }

  private async look(keeper: Keeper, form: FormId): Promise<KeptDraft | undefined> {
    const { drafts } = await this.list(keeper)
    if (!drafts.some(each => each.form === form)) return undefined
    const found = await keeper.find(form)
    const slot = this.slotOf(form)
    slot.there = true
    // Other words were saved before these came: these stay where they are.
    if (slot.words === undefined) slot.kept = slot.version
    return found
  }

  private list(keeper: Keeper): Promise<DraftList> {
    const now = this.time.now()
    if (this.listed && now - this.listed.at < listStandsFor) return this.listed.list
    const list = keeper.list()
    list.catch(() => {
      this.listed = undefined
    })
    this.listed = { at: now, list }
    return list
  }

  private tell(slot: Slot, keeping: Keeping): void {
    slot.keeping = keeping
    for (const watcher of this.watchers) watcher()
  }
}

const newSlot = (): Slot => ({
  words: undefined,
  typedAt: 0,
  version: 0,
  kept: 0,
  keeping: blank,
  there: false,
  busy: false,
  tries: 0,
  sentAt: 0,
  dueAt: Number.POSITIVE_INFINITY,
  stop: nothing,
  looking: Promise.resolve(),
})

/** The drafts of each programme that one is in, for as long as the tab is open. */
export class DraftDesk {
  private readonly kept = new Map<string, Drafts>()
  private readonly keeperOf: (programme: string) => Keeper

  constructor(keeperOf: (programme: string) => Keeper) {
    this.keeperOf = keeperOf
  }

  /** The drafts of a programme; in memory alone where this person may keep none on the server. */
  of(programme: string, mayKeep: boolean): Drafts {
    const drafts = this.kept.get(programme) ?? new Drafts(mayKeep ? this.keeperOf(programme) : undefined)
    this.kept.set(programme, drafts)
    return drafts
  }

  /** Keeps what is typed when the page hides or goes, and when the signal is back. */
  listen(page: Window): () => void {
    const all = (leaving: boolean) => (): void => this.kept.forEach(drafts => drafts.flush(leaving))
    const [going, back] = [all(true), all(false)]
    const hiding = (): void => {
      if (page.document.visibilityState === 'hidden') going()
    }
    const asking = (event: Event): void => {
      if ([...this.kept.values()].some(drafts => drafts.inDanger)) event.preventDefault()
    }
    page.document.addEventListener('visibilitychange', hiding)
    page.addEventListener('pagehide', going)
    page.addEventListener('beforeunload', asking)
    page.addEventListener('online', back)
    return () => {
      page.document.removeEventListener('visibilitychange', hiding)
      page.removeEventListener('pagehide', going)
      page.removeEventListener('beforeunload', asking)
      page.removeEventListener('online', back)
    }
  }
}

export const DraftsContext = createContext<Drafts>(new Drafts())

export const useDrafts = (): Drafts => use(DraftsContext)
