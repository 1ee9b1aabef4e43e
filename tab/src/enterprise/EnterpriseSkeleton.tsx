import { makeStyles, tokens } from '@fluentui/react-components'
import { milestones } from '#domain/vocabulary.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { phone, wide } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  marks: { display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', marginBottom: '24px', [phone]: { justifyItems: 'center' } },
  milestone: { display: 'grid', gap: '6px', [phone]: { justifyItems: 'center', width: '100%' } },
  fact: { [phone]: { display: 'none' } },
  columns: { display: 'grid', gap: '32px', [wide]: { gridTemplateColumns: 'minmax(0, 1fr) 344px' } },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    padding: '16px',
    display: 'grid',
    gap: '12px',
    minHeight: '216px',
    boxSizing: 'border-box',
    alignContent: 'start',
  },
})

/** The frame of a record while it is on its way: nothing jumps when it comes. */
export function EnterpriseSkeleton() {
  const styles = useStyles()
  return (
    <>
      <div className={styles.marks}>
        {milestones.map(milestone => (
          <div key={milestone} className={styles.milestone}>
            <Bone shape="milestone" />
            <Bone width="60px" />
            <span className={styles.fact}>
              <Bone shape="small" width="112px" />
            </span>
          </div>
        ))}
      </div>
      <div className={styles.columns}>
        <div className={styles.card}>
          <Bone width="120px" />
          {['70%', '56%', '62%', '40%', '52%'].map(width => (
            <Bone key={width} width={width} />
          ))}
        </div>
        <CardSkeleton />
      </div>
    </>
  )
}

/** The frame of a card with three boxes. */
export function CardSkeleton() {
  const styles = useStyles()
  return (
    <div className={styles.card}>
      <Bone width="120px" />
      <Bone shape="box" />
      <Bone shape="box" />
      <Bone shape="box" />
    </div>
  )
}
