import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useId } from 'react'
import type { Clash, Side } from '#tab/enterprise/conflict.ts'
import { sayField } from '#tab/ui/fields.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  row: {
    border: 'none',
    margin: 0,
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    [phone]: { borderBottom: 'none' },
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: '180px minmax(0, 1fr) minmax(0, 1fr)',
    gap: '8px',
    alignItems: 'start',
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  legend: { ...typographyStyles.body1Strong, padding: '6px 0' },
  box: {
    ...typographyStyles.body1,
    display: 'flex',
    gap: '8px',
    alignItems: 'flex-start',
    padding: '6px 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    minWidth: 0,
    overflowWrap: 'anywhere',
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    [phone]: { minHeight: '44px', boxSizing: 'border-box' },
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  input: { margin: '3px 0 0', width: '16px', height: '16px', flexShrink: 0, accentColor: tokens.colorCompoundBrandBackground },
  whose: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'none', [phone]: { display: 'block' } },
})

type PickRowProps = { clash: Clash; picked: Side | undefined; pick: (side: Side) => void }

/** One field that two people filled in: mine beside theirs, both in full. */
export function PickRow({ clash: { field, mine, theirs }, picked, pick }: PickRowProps) {
  const styles = useStyles()
  const name = useId()
  const sides = [
    { side: 'mine', whose: 'Yours', value: mine },
    { side: 'theirs', whose: 'Theirs', value: theirs },
  ] as const
  return (
    <fieldset className={styles.row} aria-label={field.label}>
      <div className={styles.grid}>
        <span className={styles.legend}>{field.label}</span>
        {sides.map(({ side, whose, value }) => (
          <label key={side} className={mergeClasses(styles.box, picked === side && styles.chosen)}>
            <input
              type="radio"
              name={name}
              className={styles.input}
              checked={picked === side}
              aria-label={`${whose}: ${sayField(field, value)}`}
              onChange={() => pick(side)}
            />
            <span>
              <span className={styles.whose}>{whose}</span>
              {sayField(field, value)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
