import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useRef } from 'react'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { useElementWidth } from '#tab/charts/useElementWidth.ts'
import { Chooser } from '#tab/enterprises/Chooser.tsx'
import type { Choosing } from '#tab/enterprises/choosing.ts'
import type { Fit } from '#tab/enterprises/columnFit.ts'
import { columnsThatFit } from '#tab/enterprises/columnFit.ts'
import { ColumnCell } from '#tab/enterprises/ColumnCell.tsx'
import { DetailLine } from '#tab/enterprises/DetailLine.tsx'
import { RowLink } from '#tab/enterprises/RowLink.tsx'
import { detailsOf, flagOf, reasonWords, titleOf } from '#tab/enterprises/rowWords.ts'
import type { Reason } from '#tab/enterprises/search.ts'
import { useFirstRows } from '#tab/enterprises/useFirstRows.ts'
import { TableHead } from '#tab/enterprises/TableHead.tsx'
import type { TableOrder } from '#tab/enterprises/TableHead.tsx'
import type { Column } from '#domain/listQuestion.ts'
import { columnLabels } from '#tab/listLabels.ts'
import { Tag } from '#tab/ui/Tag.tsx'

const rowHeight = 49

export const useTableStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    boxSizing: 'border-box',
    height: `${rowHeight}px`,
    padding: '4px 8px 4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
  },
  row: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':hover .choose': { opacity: 1 },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  choose: { position: 'relative', width: 0, padding: 0 },
  under: { marginTop: '4px' },
  reason: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  left: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '8px 0 0' },
})

type EnterpriseTableProps = TableOrder & {
  rows: readonly CaseRow[]
  today: PlainDate
  placeOf: (area: string) => string
  columns: readonly Column[]
  reasonFor: (row: CaseRow) => Reason | undefined
  choosing: Choosing
}

/** The list from 600 px: two lines a row, the marks a matrix that the eye runs down. */
export function EnterpriseTable({ rows, today, placeOf, columns, reasonFor, choosing, sort, setSort }: EnterpriseTableProps) {
  const styles = useTableStyles()
  const frame = useRef<HTMLDivElement>(null)
  const { drawn, coming } = useFirstRows(rows)
  const fit = columnsThatFit(columns, useElementWidth(frame) ?? 0)
  return (
    <div ref={frame} style={{ paddingBottom: `${coming * rowHeight}px` }}>
      <table className={styles.table}>
        <TableHead fit={fit} sort={sort} setSort={setSort} choosing={choosing} rows={rows} />
        <tbody>
          {drawn.map(row => (
            <tr key={row.id} className={mergeClasses(styles.row, choosing.has(row.id) && styles.chosen)}>
              <td className={styles.choose}>
                <Chooser
                  label={`Choose ${titleOf(row)}`}
                  checked={choosing.has(row.id)}
                  shown={choosing.count > 0}
                  change={checked => choosing.choose([row.id], checked)}
                />
              </td>
              <NameCell row={row} placeOf={placeOf} fit={fit} reason={reasonFor(row)} />
              {fit.fitted.map(column => (
                <td key={column} className={styles.cell}>
                  <ColumnCell column={column} row={row} today={today} spread={fit.spread} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <LeftOut columns={fit.left.filter(column => column !== 'flags')} />
    </div>
  )
}

type NameCellProps = { row: CaseRow; placeOf: (area: string) => string; fit: Fit; reason: Reason | undefined }

function NameCell({ row, placeOf, fit, reason }: NameCellProps) {
  const styles = useTableStyles()
  const flag = fit.left.includes('flags') ? flagOf(row) : undefined
  return (
    <th scope="row" className={styles.cell}>
      <RowLink row={row} />
      <DetailLine parts={detailsOf(row, placeOf)} />
      {reason && <div className={styles.reason}>Found by: {reasonWords(reason)}</div>}
      {flag && (
        <div className={styles.under}>
          <Tag tone={flag.tone}>{flag.words}</Tag>
        </div>
      )}
    </th>
  )
}

/** Columns that were chosen and have no room here are named, so that nobody looks for them. */
function LeftOut({ columns }: { columns: readonly Column[] }) {
  const styles = useTableStyles()
  if (columns.length === 0) return null
  const names = columns.map(column => columnLabels[column])
  return (
    <p className={styles.left}>
      There is no room here for {names.join(', ')}. {columns.length === 1 ? 'It shows' : 'They show'} on a wider page.
    </p>
  )
}
