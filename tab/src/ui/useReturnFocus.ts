import { useEffect, useRef } from 'react'

/** What opened a form: the button pressed, or the button of the menu in which one chose. */
function openerNow(): Element | null {
  const active = document.activeElement
  return active?.closest('[role="menu"]') ? document.querySelector('[aria-haspopup="menu"][aria-expanded="true"]') : active
}

/**
 * When a form closes, the focus goes back to what opened it. What opened it may be gone by then, with the thing that it settled:
 * then the page's title takes the focus, and the next Tab is near.
 */
export function useReturnFocus(isOpen: boolean): () => void {
  const opener = useRef<Element | null>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    const closed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (!closed) return
    // After Fluent has tried: its own way back wins where it finds one.
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return
      const target = opener.current?.isConnected ? opener.current : document.querySelector('main h1')
      if (target instanceof HTMLElement) target.focus({ preventScroll: true })
    }, 50)
    return () => clearTimeout(timer)
  }, [isOpen])
  return () => {
    opener.current = openerNow()
  }
}
