import { makeStyles } from '@fluentui/react-components'
import { Bone } from '#tab/ui/Bone.tsx'

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  bar: { '& > *': { height: '32px' }, margin: '12px 0 40px' },
})

/** The page's own shape while it is on its way: the sentence, the bar, and rows. */
export function FundSkeleton() {
  const styles = useStyles()
  return (
    <div className={styles.stack}>
      <Bone width="min(480px, 90%)" />
      <div className={styles.bar}>
        <Bone shape="box" />
      </div>
      {[1, 2, 3, 4, 5].map(row => (
        <Bone key={row} shape="box" />
      ))}
    </div>
  )
}
