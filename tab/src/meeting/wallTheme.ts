import type { PartialTheme } from '@fluentui/react-components'
import { webLightTheme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'

/** How large the labels of charts are, in pixels: text on a wall is never under 20, and smaller only where the screen itself is. */
const sizes = [
  { from: 1600, f: 20 },
  { from: 1280, f: 16 },
  { from: 0, f: 12 },
] as const
const besideText = 12

const queries = sizes.map(({ from, f }) => ({ f, query: window.matchMedia(`(min-width: ${from}px)`) }))

const watch = (changed: () => void): (() => void) => {
  for (const { query } of queries) query.addEventListener('change', changed)
  return () => {
    for (const { query } of queries) query.removeEventListener('change', changed)
  }
}

/** The size of labels on the screen that there is. */
export const useWallSize = (): number => useSyncExternalStore(watch, () => queries.find(({ query }) => query.matches)?.f ?? besideText)

const isOfText = (token: string): boolean => token.startsWith('fontSize') || token.startsWith('lineHeight')

/** All text as much larger as the labels are. */
export function wallTheme(f: number): PartialTheme {
  const larger = (pixels: string): string => `${Math.round((Number.parseFloat(pixels) * f) / besideText)}px`
  return Object.fromEntries(
    Object.entries(webLightTheme)
      .filter(([token]) => isOfText(token))
      .map(([token, pixels]) => [token, larger(String(pixels))]),
  )
}
