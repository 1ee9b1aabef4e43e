import { createContext, use } from 'react'
import type { KindOfReason } from '#tab/todayLabels.ts'

/** What Today remembers while the tab is open: whose list, and of which kind. */
export class TodayMemory {
  /** Undefined until one has chosen. */
  whose: 'mine' | 'everyone' | undefined
  kind: KindOfReason | undefined
}

const TodayMemoryContext = createContext(new TodayMemory())

export const useTodayMemory = (): TodayMemory => use(TodayMemoryContext)
