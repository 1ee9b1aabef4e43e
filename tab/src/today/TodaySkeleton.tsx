import { makeStyles } from '@fluentui/react-components'
import { useRowStyles } from '#tab/today/rowStyles.ts'
import { groupLabels } from '#tab/todayLabels.ts'
import { Bone } from '#tab/ui/Bone.tsx'

const useStyles = makeStyles({
  head: { minHeight: '32px', display: 'flex', alignItems: 'center', fontWeight: 600 },
  group: { marginBottom: '20px' },
  pair: { display: 'grid', gap: '5px' },
})

const widths = ['220px', '176px', '248px']

/** Two groups of three rows, as high as the true ones, with their heads in place. */
export function TodaySkeleton() {
  const styles = useStyles()
  const list = useRowStyles()
  return (
    <>
      {(['overdue', 'today'] as const).map(group => (
        <div key={group} className={styles.group}>
          <div className={styles.head}>{groupLabels[group]}</div>
          <div className={list.list}>
            {widths.map(width => (
              <div key={width} className={list.item}>
                <div className={list.row}>
                  <span className={list.mark}>
                    <Bone shape="mark" />
                  </span>
                  <div className={styles.pair}>
                    <Bone width={width} />
                    <Bone shape="small" width="64%" />
                  </div>
                  <div className={styles.pair}>
                    <Bone width="72px" />
                    <Bone shape="small" width="56px" />
                  </div>
                  <Bone shape="box" width="132px" />
                </div>
              </div>
            ))}
          </div>
        </div>
      ))}
    </>
  )
}
