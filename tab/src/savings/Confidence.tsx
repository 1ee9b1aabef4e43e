import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { OutsideRow } from '#tab/savings/outsideRows.ts'

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: '8px', whiteSpace: 'nowrap' },
  bars: { display: 'inline-flex', gap: '2px' },
  bar: { width: '5px', height: '9px', boxSizing: 'border-box', border: `1px solid ${tokens.colorNeutralForeground2}` },
  full: { backgroundColor: tokens.colorNeutralForeground2, forcedColorAdjust: 'none' },
})

/** How sure somebody is of a figure: the word, and four small bars for the eye. */
export function Confidence({ words, bars }: OutsideRow['sure']) {
  const styles = useStyles()
  return (
    <span className={styles.line}>
      {bars !== null && (
        <span className={styles.bars} aria-hidden>
          {[1, 2, 3, 4].map(place => (
            <span key={place} className={mergeClasses(styles.bar, place <= bars && styles.full)} />
          ))}
        </span>
      )}
      {words}
    </span>
  )
}
