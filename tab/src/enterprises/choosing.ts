import { useState } from 'react'

/** Which rows were chosen. */
export type Choosing = {
  /** Whether one is about to choose: something is chosen, or on a phone, where rows have boxes only then, one asked for them. */
  picking: boolean
  pick: () => void
  count: number
  has: (id: string) => boolean
  choose: (ids: readonly string[], on: boolean) => void
  clear: () => void
  ids: readonly string[]
}

/** Chosen rows, of those that are listed: what a search takes away is not chosen any more. */
export function useChoosing(listed: readonly string[]): Choosing {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [picking, setPicking] = useState(false)
  const ids = listed.filter(id => chosen.has(id))
  return {
    picking: picking || ids.length > 0,
    pick: () => setPicking(true),
    count: ids.length,
    ids,
    has: id => chosen.has(id),
    choose: (some, on) => setChosen(before => new Set(on ? [...before, ...some] : [...before].filter(id => !some.includes(id)))),
    clear() {
      setChosen(new Set())
      setPicking(false)
    },
  }
}
