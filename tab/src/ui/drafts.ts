import { createContext, use } from 'react'

/** What was typed into a form, field by field, as it was typed. */
export type Words = Readonly<Record<string, string>>

/** What was typed and not yet saved, while the tab is open: closing a form loses nothing. */
export class Drafts {
  private readonly kept = new Map<string, Words>()

  find(form: string): Words | undefined {
    return this.kept.get(form)
  }

  keep(form: string, words: Words): void {
    this.kept.set(form, words)
  }

  drop(form: string): void {
    this.kept.delete(form)
  }
}

export const DraftsContext = createContext<Drafts>(new Drafts())

export const useDrafts = (): Drafts => use(DraftsContext)
