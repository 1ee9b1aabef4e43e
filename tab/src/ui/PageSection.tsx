import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  section: {
    padding: `${tokens.spacingVerticalL} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '32px',
    marginBottom: tokens.spacingVerticalS,
  },
  title: { ...typographyStyles.subtitle2, margin: 0, textWrap: 'balance', ':focus': { outline: 'none' } },
  note: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0, [phone]: { flexBasis: '100%' } },
  actions: { marginLeft: 'auto', [phone]: { marginLeft: 0 } },
})

type PageSectionProps = { id: string; title: string; note?: ReactNode; actions?: ReactNode; children: ReactNode }

/** One part of the page: its title, what is behind it, and what one can do with it. */
export function PageSection({ id, title, note, actions, children }: PageSectionProps) {
  const styles = useStyles()
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        {note && <p className={styles.note}>{note}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}
