import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode, SyntheticEvent } from 'react'
import { useShown } from '#tab/cohorts/useAddress.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  fold: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalM} 0`,
    [phone]: { minHeight: '44px', boxSizing: 'border-box' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  heading: { ...typographyStyles.subtitle2, margin: 0, display: 'inline' },
  finding: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: `${tokens.spacingVerticalXXS} 0 0 16px` },
})

type FoldProps = { name: string; heading: string; finding: string; children: ReactNode }

/** Figures that wait under a plain heading, with their finding beside it. What is open stands in the address, so that a link shows the same. */
export function Fold({ name, heading, finding, children }: FoldProps) {
  const styles = useStyles()
  const { shown, show } = useShown('open', name)
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>): void => {
    if (event.currentTarget.open !== shown) show(event.currentTarget.open)
  }
  return (
    <details className={styles.fold} open={shown} onToggle={onToggle}>
      <summary className={styles.summary}>
        <h2 className={styles.heading}>{heading}</h2>
        {!shown && <p className={styles.finding}>{finding}</p>}
      </summary>
      {shown && children}
    </details>
  )
}
