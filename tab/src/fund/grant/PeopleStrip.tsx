import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import type { StripItem } from '#tab/fund/grant/peopleStrip.ts'
import { desk } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  strip: {
    listStyle: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: '12px 0 20px',
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    [desk]: { gridTemplateColumns: 'none', gridAutoFlow: 'column', gridAutoColumns: 'minmax(0, 1fr)' },
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: '10px',
    padding: '9px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
    [desk]: {
      borderBottom: 'none',
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
      ':last-child': { borderRight: 'none' },
    },
  },
  now: {
    boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  sign: {
    ...typographyStyles.caption1Strong,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground1,
  },
  signDone: {
    backgroundColor: tokens.colorNeutralForeground2,
    color: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralForeground2}`,
  },
  signNow: { border: `2px solid ${tokens.colorCompoundBrandStroke}` },
  name: { ...typographyStyles.body1, margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  who: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  more: { color: tokens.colorNeutralForeground3 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

const stateWords = { done: 'Done', now: 'Now', later: 'Later', 'not-taken': '' } satisfies Record<StripItem['state'], string>

/** The people and their steps, beside each other; upright where there is no room. */
export function PeopleStrip({ items }: { items: readonly StripItem[] }) {
  const styles = useStyles()
  return (
    <ol className={styles.strip} aria-label="People and steps">
      {items.map(({ step, name, state, who, more }, place) => (
        <li
          key={step}
          className={mergeClasses(styles.item, state === 'now' && styles.now)}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className={mergeClasses(styles.sign, state === 'done' && styles.signDone, state === 'now' && styles.signNow)} aria-hidden>
            {state === 'done' ? <CheckmarkRegular fontSize={16} /> : place + 1}
          </span>
          <div>
            <p className={mergeClasses(styles.name, (state === 'done' || state === 'now') && styles.strong)}>
              <span className={styles.hidden}>{stateWords[state]} </span>
              {name}
            </p>
            <p className={styles.who}>
              {who}
              {more !== '' && <span className={styles.more}> · {more}</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
