import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useId } from 'react'
import type { Clash, Side } from '#tab/enterprise/conflict.ts'
import { sayField } from '#tab/ui/fields.ts'
import { sayTime } from '#tab/ui/say.ts'
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
  legend: { display: 'grid', padding: '6px 0' },
  legendOfThree: { gridRow: '1 / span 2', [phone]: { gridRow: 'auto' } },
  name: typographyStyles.body1Strong,
  was: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  again: { ...typographyStyles.caption1, color: tokens.colorStatusWarningForeground2 },
  both: { gridColumn: '2 / -1', [phone]: { gridColumn: 'auto' } },
  bothWord: { [phone]: { display: 'none' } },
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

type PickRowProps = { clash: Clash; them: string; picked: Side | undefined; pick: (side: Side) => void }

/** One field that two people filled in: what it was, mine beside theirs, and both where both can stand. */
export function PickRow({ clash: { field, before, mine, theirs, both, againAt }, them, picked, pick }: PickRowProps) {
  const styles = useStyles()
  const name = useId()
  const sides: readonly { side: Side; whose: string; value: unknown }[] = [
    { side: 'mine', whose: 'Yours', value: mine },
    { side: 'theirs', whose: them, value: theirs },
    ...(both ? [{ side: 'both' as const, whose: 'Both', value: both }] : []),
  ]
  return (
    <fieldset className={styles.row} aria-label={field.label} data-clash={field.name}>
      <div className={styles.grid}>
        <div className={mergeClasses(styles.legend, both && styles.legendOfThree)}>
          <span className={styles.name}>{field.label}</span>
          <span className={styles.was}>Before: {sayField(field, before)}</span>
          {againAt && <span className={styles.again}>Changed again at {sayTime(againAt)}</span>}
        </div>
        {sides.map(({ side, whose, value }) => (
          <label key={side} className={mergeClasses(styles.box, side === 'both' && styles.both, picked === side && styles.chosen)}>
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
              {side === 'both' && <span className={styles.bothWord}>Both: </span>}
              {sayField(field, value)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
