import { useSyncExternalStore } from 'react'

/** The three widths of looks: a phone, a rail, a desk. Media queries for styles, and the same for what is drawn at all. */
export const phone = '@media (max-width: 599.98px)'
export const desk = '@media (min-width: 900px)'
export const wide = '@media (min-width: 1100px)'
/** A phone’s width and little height, as at 400% or over a keyboard: bars do not stay there, or nothing else would be seen. */
export const short = '@media (max-width: 599.98px) and (max-height: 400px)'

export type Width = 'phone' | 'rail' | 'desk'

const atLeast = (pixels: number): MediaQueryList => window.matchMedia(`(min-width: ${pixels}px)`)

function watch(changed: () => void): () => void {
  const queries = [atLeast(600), atLeast(900), atLeast(1100)]
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

const present = (): Width => (atLeast(900).matches ? 'desk' : atLeast(600).matches ? 'rail' : 'phone')

export const useWidth = (): Width => useSyncExternalStore(watch, present)

/** Room for two columns beside each other. */
export const useIsWide = (): boolean => useSyncExternalStore(watch, () => atLeast(1100).matches)
