import { useEffect, useRef, useState } from 'react'

/** A text that changes at most so often, in milliseconds; `after` says how long a new one has to stand before it is shown. */
export function usePaced(text: string, { every, after }: { every: number; after: number }): string {
  const [shown, setShown] = useState(text)
  const changedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (text === shown) return
    const wait = Math.max(after, changedAt.current + every - Date.now())
    const timer = setTimeout(() => {
      changedAt.current = Date.now()
      setShown(text)
    }, wait)
    return () => clearTimeout(timer)
  }, [text, shown, every, after])
  return shown
}
