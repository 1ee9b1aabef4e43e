import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

/** The width that an element has, in whole pixels; undefined until it stands on the page. */
export function useElementWidth(element: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>()
  useLayoutEffect(() => {
    const node = element.current
    if (!node) return
    const measure = (): void => setWidth(Math.floor(node.getBoundingClientRect().width))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return width
}
