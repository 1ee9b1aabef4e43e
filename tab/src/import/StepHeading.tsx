import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'

const useStyles = makeStyles({
  heading: {
    ...typographyStyles.subtitle1,
    margin: '24px 0 12px',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    ':focus': { outline: 'none' },
  },
})

/** The first line of a step. It takes the focus when the step begins: the button that led here is gone. */
export function StepHeading({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.heading}>
      {children}
    </h2>
  )
}
