import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { AddRegular, EditRegular } from '@fluentui/react-icons'
import type { ReactElement, ReactNode } from 'react'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  section: { marginBottom: tokens.spacingVerticalXXXL, maxWidth: '760px', scrollMarginTop: '12px' },
  heading: { ...typographyStyles.subtitle2, margin: 0, ':focus': { outline: 'none' } },
  subheading: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalL} 0 0` },
  lead: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXS} 0 0` },
  rows: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '44px',
    padding: '4px 0',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { flex: '1 1 140px', minWidth: 0, overflowWrap: 'anywhere' },
  name: { ...typographyStyles.body1, color: tokens.colorNeutralForeground1 },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  value: { ...typographyStyles.body1Strong, textAlign: 'right' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, [phone]: { marginLeft: '-12px' } },
  button: { minWidth: 'auto', whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalS} 0 0` },
  add: { marginTop: tokens.spacingVerticalS, [phone]: { minHeight: '44px' } },
})

/** One part of the page under its heading, to which the list of parts leads. */
export function Section({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1} className={styles.heading}>
        {title}
      </h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  )
}

export function Subheading({ children }: { children: ReactNode }) {
  return <h3 className={useStyles().subheading}>{children}</h3>
}

/** Lines with a divider between them; a sentence where there is none. */
export function Rows({ none, children }: { none?: string; children: readonly ReactNode[] }) {
  const styles = useStyles()
  if (children.length === 0) return none ? <p className={styles.none}>{none}</p> : null
  return <ul className={styles.rows}>{children}</ul>
}

/** What can be done with a row. `about` is said with the words to those who cannot see the row. */
type RowAction = { words: string; about: string; press: () => void }

type RowProps = { name: ReactNode; detail?: ReactNode; value?: ReactNode; actions?: readonly RowAction[] }

export function Row({ name, detail, value, actions = [] }: RowProps) {
  const styles = useStyles()
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div className={styles.name}>{name}</div>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {value !== undefined && <div className={styles.value}>{value}</div>}
      {actions.length > 0 && (
        <div className={styles.actions}>
          {actions.map(({ words, about, press }) => (
            <Button key={words} appearance="subtle" className={styles.button} aria-label={`${words}: ${about}`} onClick={press}>
              {words}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

type ButtonProps = { children: string; press: (() => void) | undefined }

export const AddButton = (props: ButtonProps) => <BelowRows {...props} icon={<AddRegular />} />
export const ChangeButton = (props: ButtonProps) => <BelowRows {...props} icon={<EditRegular />} />

/** A button under the rows; none for those who may only look. */
function BelowRows({ children, press, icon }: ButtonProps & { icon: ReactElement }) {
  const styles = useStyles()
  if (!press) return null
  return (
    <Button className={styles.add} icon={icon} onClick={press}>
      {children}
    </Button>
  )
}
