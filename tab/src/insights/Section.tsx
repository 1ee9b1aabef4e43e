import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { phone } from '#tab/ui/widths.ts'

export const useSectionStyles = makeStyles({
  section: {
    maxWidth: '840px',
    paddingTop: tokens.spacingVerticalL,
    marginBottom: tokens.spacingVerticalXXL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXS} 0`, maxWidth: '68ch' },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none' },
  },
  text: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  line: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXXS} 0 0` },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: `${tokens.spacingVerticalXXS} 0 0` },
  story: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXXS} 0 0`, whiteSpace: 'pre-wrap', maxWidth: '68ch' },
  link: {
    ...typographyStyles.body1,
    display: 'inline-block',
    padding: '2px 0',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [phone]: { padding: '12px 0' },
  },
  more: {
    ...typographyStyles.body1,
    marginTop: tokens.spacingVerticalS,
    '& > summary': { cursor: 'pointer', padding: '4px 0', [phone]: { padding: '12px 0' } },
  },
})

type SectionProps = { heading: string; lead?: string; actions?: ReactNode; children: ReactNode }

/** A part of the page: its heading, what it is, its buttons, and what stands in it. */
export function Section({ heading, lead, actions, children }: SectionProps) {
  const styles = useSectionStyles()
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          {heading}
        </h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {lead && <p className={styles.words}>{lead}</p>}
      {children}
    </section>
  )
}

/** A button beside an entry or a heading. Its whole name says what it is about, for those who hear it alone. */
export function Act({ label, about, onClick }: { label: string; about?: string; onClick: () => void }) {
  const styles = useSectionStyles()
  return (
    <Button size="small" className={styles.button} aria-label={about === undefined ? undefined : `${label}: ${about}`} onClick={onClick}>
      {label}
    </Button>
  )
}
