import { createContext, use } from 'react'

/** What was recorded a moment ago: on which record, under which number, when, and in words. */
export type Saved = { caseId: string; n: number; at: string; words: string }

/** Holds what was recorded last, so that it can be told and undone wherever one is by then. */
export class SavedDesk {
  private saved: Saved | undefined
  private page = ''
  private readonly watchers = new Set<() => void>()

  readonly last = (): Saved | undefined => this.saved

  /** The path of the page on which it was saved. */
  readonly savedOn = (): string => this.page

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  readonly show = (saved: Saved | undefined): void => {
    this.saved = saved
    this.page = window.location.pathname
    for (const watcher of this.watchers) watcher()
  }
}

export const SavedContext = createContext(new SavedDesk())

export const useSavedDesk = (): SavedDesk => use(SavedContext)
