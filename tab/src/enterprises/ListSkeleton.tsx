import { makeStyles, tokens } from '@fluentui/react-components'
import { milestones } from '#domain/vocabulary.ts'
import { usualColumns } from '#domain/listQuestion.ts'
import { useTableStyles } from '#tab/enterprises/EnterpriseTable.tsx'
import { usualSort } from '#tab/enterprises/listing.ts'
import { TableHead } from '#tab/enterprises/TableHead.tsx'
import { Bone } from '#tab/ui/Bone.tsx'
import { useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  above: { display: 'grid', gap: '12px', marginBottom: '8px' },
  pair: { display: 'grid', gap: '5px' },
  heads: { display: 'grid', gridTemplateColumns: '44px 52px 44px 48px 62px', justifyItems: 'center' },
  close: { display: 'flex', gap: '11px' },
  card: {
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gap: '8px',
    height: '92px',
    boxSizing: 'border-box',
  },
})

const widths = ['176px', '132px', '148px', '188px', '172px', '142px', '160px', '120px', '190px', '170px', '136px']

/** Rows as high as the true ones, so that nothing jumps when they come. */
export function ListSkeleton() {
  const styles = useStyles()
  const width = useWidth()
  return (
    <>
      <div className={styles.above}>
        <Bone shape="box" width="420px" />
        <Bone shape="box" width="288px" />
      </div>
      {width === 'phone' ? <Cards /> : <Rows spread={width === 'desk'} />}
    </>
  )
}

function Marks({ spread }: { spread: boolean }) {
  const styles = useStyles()
  return (
    <div className={spread ? styles.heads : styles.close}>
      {milestones.map(milestone => (
        <Bone key={milestone} shape="mark" />
      ))}
    </div>
  )
}

function Pair({ width }: { width: string }) {
  const styles = useStyles()
  return (
    <div className={styles.pair}>
      <Bone width={width} />
      <Bone shape="small" width="64px" />
    </div>
  )
}

function Rows({ spread }: { spread: boolean }) {
  const table = useTableStyles()
  return (
    <table className={table.table}>
      <TableHead fit={{ fitted: usualColumns.filter(column => spread || column !== 'flags'), left: [], spread }} sort={usualSort} />
      <tbody>
        {widths.map(width => (
          <tr key={width}>
            <td className={table.choose}>
              <Bone width="0" />
            </td>
            <td className={table.cell}>
              <Pair width={width} />
            </td>
            <td className={table.cell}>
              <Marks spread={spread} />
            </td>
            <td className={table.cell}>
              <Pair width="112px" />
            </td>
            <td className={table.cell}>
              <Pair width="76px" />
            </td>
            {spread && (
              <td className={table.cell}>
                <Bone width="0" />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cards() {
  const styles = useStyles()
  return (
    <div>
      {widths.slice(0, 6).map(width => (
        <div key={width} className={styles.card}>
          <Pair width={width} />
          <Marks spread={false} />
        </div>
      ))}
    </div>
  )
}
