import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Sort } from '#domain/listQuestion.ts'
import { sortLabels } from '#tab/listLabels.ts'
import { sayCount } from '#tab/ui/say.ts'

const useStyles = makeStyles({ count: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '0 0 8px' } })

/** "25 enterprises, next contact first": said to those who hear the page whenever it changes. */
export function CountLine({ count, sort, hidden }: { count: number; sort: Sort; hidden: boolean }) {
  const styles = useStyles()
  const order = sortLabels[sort.by][sort.down ? 1 : 0]
  return (
    <p className={styles.count} role="status" hidden={hidden}>
      {sayCount(count, 'enterprise')}, {order.slice(0, 1).toLowerCase() + order.slice(1)}
    </p>
  )
}
