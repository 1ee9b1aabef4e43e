import { makeStyles } from '@fluentui/react-components'
import { Bone } from '#tab/ui/Bone.tsx'
import { desk } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '24px' },
  two: { display: 'grid', gap: '24px', [desk]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)' } },
  tall: { '& > *': { height: '300px' } },
})

/** The page's own shape while it is on its way: the sentence, the figure with its table, and rows. */
export function SavingsSkeleton() {
  const styles = useStyles()
  return (
    <div className={styles.stack}>
      <Bone width="min(640px, 90%)" />
      <div className={styles.two}>
        {[1, 2].map(side => (
          <div key={side} className={styles.tall}>
            <Bone shape="box" />
          </div>
        ))}
      </div>
      {[1, 2, 3, 4].map(row => (
        <Bone key={row} shape="box" />
      ))}
    </div>
  )
}
