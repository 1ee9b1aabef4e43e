import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { DismissRegular, ProhibitedRegular } from '@fluentui/react-icons'
import type { Cure, GateItem } from '#tab/checks/gateItems.ts'
import { sayCount } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '12px',
    padding: '12px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  sign: { color: tokens.colorPaletteRedForeground1, lineHeight: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  state: { ...typographyStyles.body1Strong, color: tokens.colorPaletteRedForeground1 },
  causes: { gridColumn: '2 / -1', listStyle: 'none', margin: '4px 0 0', padding: 0 },
  cause: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'baseline',
    minHeight: '28px',
    ...typographyStyles.body1,
    '& svg': { color: tokens.colorPaletteRedForeground1, alignSelf: 'center' },
    [phone]: { gridTemplateColumns: '16px minmax(0, 1fr)' },
  },
  cure: { minHeight: '28px', padding: '2px 0', [phone]: { gridColumn: '2', minHeight: '44px' } },
  met: { ...typographyStyles.body1, gridColumn: '2 / -1', color: tokens.colorNeutralForeground3, margin: '4px 0 0' },
})

type GateListProps = { items: readonly GateItem[]; open: (cure: Cure) => void }

/** What we cannot do yet: cross, cause, and the cure on the same line. */
export function GateList({ items, open }: GateListProps) {
  const styles = useStyles()
  if (items.length === 0) return null
  return (
    <ul className={styles.list} aria-label="In the way">
      {items.map(item => (
        <li key={item.gate} className={styles.item}>
          <ProhibitedRegular fontSize={20} className={styles.sign} aria-hidden />
          <h3 className={styles.title}>{item.title}</h3>
          <span className={styles.state}>In the way</span>
          <ul className={styles.causes}>
            {item.causes.map(({ words, cure }) => (
              <li key={words} className={styles.cause}>
                <DismissRegular fontSize={14} aria-hidden />
                <span>{words}</span>
                {cure && (
                  <Link as="button" type="button" className={styles.cure} onClick={() => open(cure)}>
                    {cure.label}
                  </Link>
                )}
              </li>
            ))}
          </ul>
          {(item.met > 0 || item.overrule) && (
            <p className={styles.met}>
              {item.met > 0 && `${sayCount(item.met, 'other thing', 'other things')} ${item.met === 1 ? 'is' : 'are'} in order. `}
              {item.overrule && (
                <Link
                  as="button"
                  type="button"
                  inline
                  onClick={() => open({ label: 'Go on without it', opens: 'step', step: 'overrule-gate', start: { gate: item.gate } })}
                >
                  Go on without it…
                </Link>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
