import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { Legend } from '#tab/enterprises/Legend.tsx'
import { sayCount } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginTop: '12px' },
  shown: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  more: { [phone]: { minHeight: '44px', width: '100%' } },
  export: { minWidth: 0, [phone]: { minHeight: '44px' } },
  legend: { marginLeft: 'auto', [phone]: { marginLeft: 0 } },
})

const page = 50

type ListFootProps = {
  count: number
  shown: number
  showMore: () => void
  takeAway: (() => void) | undefined
  legend: boolean
}

/** How many there are, the next fifty, a file of them all, and what the marks mean. */
export function ListFoot({ count, shown, showMore, takeAway, legend }: ListFootProps) {
  const styles = useStyles()
  const all = sayCount(count, 'enterprise')
  return (
    <div className={styles.foot}>
      <span className={styles.shown}>{shown < count ? `${shown} of ${all} shown` : `${all}, all shown`}</span>
      {shown < count && (
        <Button className={styles.more} onClick={showMore}>
          Show {Math.min(page, count - shown)} more
        </Button>
      )}
      {takeAway && (
        <Button appearance="subtle" size="small" className={styles.export} icon={<ArrowDownloadRegular />} onClick={takeAway}>
          Export the list…
        </Button>
      )}
      {legend && (
        <span className={styles.legend}>
          <Legend />
        </span>
      )}
    </div>
  )
}
