import { Link, makeStyles } from '@fluentui/react-components'
import type { ReactNode, RefObject } from 'react'
import { useCohortView } from '#tab/cohorts/useCohort.ts'

const useStyles = makeStyles({
  // Small links are 24 px high, so that a finger finds them.
  link: { minHeight: '24px', display: 'inline-flex', alignItems: 'center', fontSize: 'inherit' },
})

type ListLinkProps = {
  figure: string
  children: ReactNode
  /** What a screen reader says; it begins with what is seen. */
  label?: string
  /** Where the focus goes when the list is closed, if not back here. */
  returnTo?: RefObject<HTMLElement | null>
  onOpen?: () => void
}

/** Opens the list behind a figure. */
export function ListLink({ figure, children, label, returnTo, onOpen }: ListLinkProps) {
  const styles = useStyles()
  const { openList } = useCohortView()
  const open = (): void => {
    openList(figure, returnTo?.current ?? document.activeElement)
    onOpen?.()
  }
  return (
    <Link as="button" className={styles.link} onClick={open} aria-label={label}>
      {children}
    </Link>
  )
}
