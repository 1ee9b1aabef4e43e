import { useEffect, useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

/** Which list is open stands in the address: a link opens it, and going back closes it. */
export function useOpenList(): {
  open: string | undefined
  openList: (figure: string, opener: Element | null) => void
  closeList: () => void
} {
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const open = params.get('list') ?? undefined
  const opener = useRef<Element>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && open === undefined) focusAgain(opener.current)
    wasOpen.current = open !== undefined
  }, [open])
  const withList = (figure: string | undefined): URLSearchParams => {
    const next = new URLSearchParams(params)
    if (figure === undefined) next.delete('list')
    else next.set('list', figure)
    return next
  }
  return {
    open,
    openList: (figure, from) => {
      opener.current = from
      setParams(withList(figure), { replace: open !== undefined, state: { openedHere: true } })
    },
    closeList: () => {
      if (wasOpenedHere(window.history.state)) void navigate(-1)
      else setParams(withList(undefined), { replace: true })
    },
  }
}

/** The list is gone: the focus goes back to what opened it, or to the page's title where a link did. */
function focusAgain(opener: Element | null): void {
  const target = opener?.isConnected && opener !== document.body ? opener : document.querySelector('h1')
  if (target instanceof HTMLElement) target.focus({ preventScroll: true })
}

/** A list that was opened on this page leaves the history as it came; one that a link opened is only taken away. */
const wasOpenedHere = (state: unknown): boolean =>
  typeof state === 'object' &&
  state !== null &&
  'usr' in state &&
  typeof state.usr === 'object' &&
  state.usr !== null &&
  'openedHere' in state.usr

/** Whether something of the page is shown (a figure's table, a fold): in the address, so that a link shows the same. */
export function useShown(kind: 'table' | 'open', name: string): { shown: boolean; show: (shown: boolean) => void } {
  const [params, setParams] = useSearchParams()
  const names = (params.get(kind) ?? '').split(',').filter(each => each !== '')
  const show = (shown: boolean): void => {
    const next = new URLSearchParams(params)
    const left = [...names.filter(each => each !== name), ...(shown ? [name] : [])]
    if (left.length === 0) next.delete(kind)
    else next.set(kind, left.join(','))
    setParams(next, { replace: true })
  }
  return { shown: names.includes(name), show }
}

/** Whether a figure's table is shown. */
export function useTable(figure: string): { shown: boolean; toggle: () => void } {
  const { shown, show } = useShown('table', figure)
  return { shown, toggle: () => show(!shown) }
}
