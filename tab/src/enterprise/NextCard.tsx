import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowCircleRightRegular, ErrorCircleRegular, HourglassRegular, WarningRegular } from '@fluentui/react-icons'
import type { ReactElement, ReactNode } from 'react'
import type { NextAction, NextItem } from '#tab/enterprise/whatIsNext.ts'
import { phone } from '#tab/ui/widths.ts'

export const useCardStyles = makeStyles({
  card: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusXLarge, overflow: 'hidden', minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    minHeight: '46px',
    boxSizing: 'border-box',
    padding: '12px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  body: { padding: '16px' },
})

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '12px',
    rowGap: '2px',
    padding: '12px 16px',
    alignItems: 'start',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTop: 'none' },
  },
  icon: { lineHeight: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  state: { ...typographyStyles.body1, textAlign: 'right', [phone]: { maxWidth: '112px' } },
  careful: { color: tokens.colorStatusWarningForeground2 },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  ready: { color: tokens.colorBrandForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
  // The cause and its cure stand on one line; on a phone the cure goes under its cause.
  under: {
    gridColumn: '2 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    columnGap: '24px',
  },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0, flex: '1 1 240px' },
  actions: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', marginLeft: 'auto', [phone]: { marginLeft: 0, flexBasis: '100%' } },
  action: { minHeight: '28px', padding: '2px 0', [phone]: { minHeight: '44px' } },
  none: { ...typographyStyles.body1, padding: '16px', margin: 0, color: tokens.colorNeutralForeground2 },
})

const icons = {
  careful: <WarningRegular fontSize={20} />,
  late: <ErrorCircleRegular fontSize={20} />,
  ready: <ArrowCircleRightRegular fontSize={20} />,
  waiting: <HourglassRegular fontSize={20} />,
} satisfies Record<NextItem['tone'], ReactElement>

type NextCardProps = {
  items: readonly NextItem[]
  nothing: string
  act: (action: NextAction) => void
  /** What is in the way stands before what is next. */
  gates?: ReactNode
}

/** The biggest thing on the page: what is next, what is in the way, and beside each the form that settles it. */
export function NextCard({ items, nothing, act, gates }: NextCardProps) {
  const styles = useStyles()
  const card = useCardStyles()
  return (
    <section className={card.card} aria-labelledby="what-is-next">
      <div className={card.head}>
        <h2 id="what-is-next" className={card.heading}>
          What is next, and what is in the way
        </h2>
      </div>
      {gates}
      {items.length === 0 && !gates && <p className={styles.none}>{nothing}</p>}
      <ul className={styles.list}>
        {items.map(item => (
          <li key={item.key} className={styles.item}>
            <span className={mergeClasses(styles.icon, styles[item.tone])}>{icons[item.tone]}</span>
            <h3 className={styles.title}>{item.title}</h3>
            <span className={mergeClasses(styles.state, styles[item.tone])}>{item.state}</span>
            {(item.words || item.actions.length > 0) && (
              <div className={styles.under}>
                {item.words && <p className={styles.words}>{item.words}</p>}
                <Actions actions={item.actions} act={act} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Actions({ actions, act }: { actions: readonly NextAction[]; act: (action: NextAction) => void }) {
  const styles = useStyles()
  if (actions.length === 0) return null
  return (
    <div className={styles.actions}>
      {actions.map(action => (
        <Link key={action.label} as="button" type="button" className={styles.action} onClick={() => act(action)}>
          {action.label}
        </Link>
      ))}
    </div>
  )
}
