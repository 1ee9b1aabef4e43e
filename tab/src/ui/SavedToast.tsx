import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { useSavedDesk } from '#tab/ui/saved.ts'
import { desk as deskWidth, phone } from '#tab/ui/widths.ts'

const SavedNote = lazy(async () => ({ default: (await import('#tab/ui/SavedNote.tsx')).SavedNote }))

const useStyles = makeStyles({
  place: {
    position: 'fixed',
    zIndex: 10,
    right: '24px',
    bottom: '24px',
    width: '360px',
    maxWidth: 'calc(100vw - 48px)',
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow16,
    // Above the navigation and the page's own bar of actions.
    [phone]: { left: '16px', right: '16px', bottom: '136px', width: 'auto', maxWidth: 'none' },
    [deskWidth]: { right: '32px' },
    ':empty': { display: 'none' },
  },
})

/**
 * What was recorded last, where the place that changed may not be on the screen. It is told politely, goes along to the pages
 * of its own record, and is left behind on any other.
 */
export function SavedToast() {
  const styles = useStyles()
  const desk = useSavedDesk()
  const { pathname } = useLocation()
  const saved = useSyncExternalStore(desk.watch, desk.last)
  const page = useRef(pathname)
  useEffect(() => {
    if (page.current === pathname) return
    page.current = pathname
    const last = desk.last()
    if (last && !pathname.includes(last.caseId)) desk.show(undefined)
  }, [pathname, desk])
  return (
    <div role="status" className={styles.place}>
      {saved && (
        <Suspense>
          <SavedNote key={`${saved.caseId} ${saved.n}`} saved={saved} savedOn={desk.savedOn()} close={() => desk.show(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
