import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Sort } from '#domain/listQuestion.ts'
import { chooseWords, sortLabels } from '#tab/listLabels.ts'
import { sayCount } from '#tab/ui/say.ts'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
  count: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '0 0 8px' },
  choose: { minHeight: '44px', minWidth: 0, flexShrink: 0, margin: '-8px -8px 0 0', padding: '0 8px', whiteSpace: 'nowrap' },
})

type CountLineProps = {
  count: number
  sort: Sort
  hidden: boolean
  /** Begins to choose rows, where they have no boxes until one does. */
  choose?: (() => void) | undefined
}

/** "25 enterprises, next contact first": said to those who hear the page whenever it changes. */
export function CountLine({ count, sort, hidden, choose }: CountLineProps) {
  const styles = useStyles()
  const order = sortLabels[sort.by][sort.down ? 1 : 0]
  return (
    <div className={styles.line}>
      <p className={styles.count} role="status" hidden={hidden}>
        {sayCount(count, 'enterprise')}, {order.slice(0, 1).toLowerCase() + order.slice(1)}
      </p>
      {choose && (
        <Button appearance="transparent" className={styles.choose} onClick={choose}>
          {chooseWords.several}
        </Button>
      )}
    </div>
  )
}
