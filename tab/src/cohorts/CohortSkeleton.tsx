import { makeStyles, mergeClasses, Skeleton, SkeletonItem } from '@fluentui/react-components'
import { desk } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  headlines: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '16px',
    marginBottom: '24px',
    [desk]: { gridTemplateColumns: 'repeat(5, minmax(0, 1fr))' },
  },
  headline: { height: '124px' },
  figures: { display: 'grid', gap: '24px', [desk]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)' } },
  funnel: { height: '470px' },
  survival: { height: '680px' },
  line: { marginBottom: '16px', width: 'min(480px, 90%)' },
})

/** The page's own shape while it is on its way, so that nothing moves when it comes. */
export function CohortSkeleton() {
  const styles = useStyles()
  return (
    <Skeleton>
      <SkeletonItem size={16} className={styles.line} />
      <div className={styles.headlines}>
        {[1, 2, 3, 4, 5].map(each => (
          <SkeletonItem key={each} className={styles.headline} />
        ))}
      </div>
      <div className={styles.figures}>
        <SkeletonItem className={mergeClasses(styles.funnel)} />
        <SkeletonItem className={styles.survival} />
      </div>
    </Skeleton>
  )
}
