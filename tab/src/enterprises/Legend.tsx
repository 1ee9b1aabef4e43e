import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Mark } from '#domain/wireSchemas.ts'
import { markLabels } from '#tab/labels.ts'
import { MarkSign } from '#tab/ui/Marks.tsx'

const useStyles = makeStyles({
  legend: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  item: { display: 'flex', alignItems: 'center', gap: '6px', ':first-letter': { textTransform: 'uppercase' } },
  words: { display: 'inline-block', '::first-letter': { textTransform: 'uppercase' } },
})

const states: readonly Mark[] = ['done', 'in-progress', 'not-needed', 'to-do']

/** What the marks mean, once under a list. */
export function Legend() {
  const styles = useStyles()
  return (
    <ul className={styles.legend} aria-label="What the marks mean">
      {states.map(state => (
        <li key={state} className={styles.item}>
          <MarkSign state={state} size={14} />
          <span className={styles.words}>{markLabels[state]}</span>
        </li>
      ))}
    </ul>
  )
}
