import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons'
import type { Due } from '#tab/enterprises/rowWords.ts'

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, display: 'flex', alignItems: 'center', gap: '4px' },
  late: { ...typographyStyles.body1Strong, color: tokens.colorPaletteRedForeground1 },
  today: typographyStyles.body1Strong,
  later: {},
  open: { color: tokens.colorNeutralForeground3 },
  day: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  right: { justifyContent: 'flex-end', textAlign: 'right' },
})

/** When it is due, over its day. Only what is late is red, and it says by how much. */
export function DueWords({ due, right }: { due: Due | undefined; right?: boolean }) {
  const styles = useStyles()
  if (!due) return null
  return (
    <>
      <div className={mergeClasses(styles.words, styles[due.tone], right && styles.right)}>
        {due.tone === 'late' && <ErrorCircleFilled fontSize={16} />}
        {due.words}
      </div>
      {due.day !== '' && <div className={mergeClasses(styles.day, right && styles.right)}>{due.day}</div>}
    </>
  )
}
