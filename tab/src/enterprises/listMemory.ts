import { createContext, use } from 'react'

/** What the list remembers while the tab is open and an address must not hold: the words searched for, and where one was. */
export class ListMemory {
  words = ''
  shown = 50
  /** The rows as last listed, in their order: an enterprise opened from there has a previous and a next one. */
  walk: readonly string[] = []
  /** The view they were listed under, and its address. */
  from: { label: string; to: string } | undefined
  /** The row that was opened last: coming back, the focus returns to it. */
  opened: string | undefined
}

const ListMemoryContext = createContext(new ListMemory())

export const useListMemory = (): ListMemory => use(ListMemoryContext)
