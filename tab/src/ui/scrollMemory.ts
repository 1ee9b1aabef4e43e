import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** Back returns to the place one left; a new page begins at its top; a filter moves nothing. */
export function useScrollMemory(): void {
  const { key, pathname } = useLocation()
  const type = useNavigationType()
  const places = useRef(new Map<string, number>())
  const here = useRef({ key, pathname })
  useEffect(() => {
    window.history.scrollRestoration = 'manual'
    const remember = (): void => void places.current.set(here.current.key, window.scrollY)
    window.addEventListener('scroll', remember, { passive: true })
    return () => window.removeEventListener('scroll', remember)
  }, [])
  // Before the browser says that the new page has scrolled: that is not the old page's place.
  useLayoutEffect(() => {
    const moved = here.current.pathname !== pathname
    here.current = { key, pathname }
    if (moved) window.scrollTo(0, type === 'POP' ? (places.current.get(key) ?? 0) : 0)
  }, [key, pathname, type])
}
