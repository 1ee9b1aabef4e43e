import { useState } from 'react'

/** Which rows were chosen. */
export type Choosing = {
  count: number
  has: (id: string) => boolean
  choose: (ids: readonly string[], on: boolean) => void
  clear: () => void
  ids: readonly string[]
}

/** Chosen rows, of those that are listed: what a search takes away is not chosen any more. */
export function useChoosing(listed: readonly string[]): Choosing {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ids = listed.filter(id => chosen.has(id))
  return {
    count: ids.length,
    ids,
    has: id => chosen.has(id),
    choose: (some, on) => setChosen(before => new Set(on ? [...before, ...some] : [...before].filter(id => !some.includes(id)))),
    clear: () => setChosen(new Set()),
  }
}
