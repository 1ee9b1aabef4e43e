import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { EnterpriseLink } from '#tab/cohorts/EnterpriseLink.tsx'
import { say } from '#tab/cohorts/findings.ts'
import type { LineRow } from '#tab/cohorts/lineRows.ts'
import type { ListHead } from '#tab/cohorts/lists.ts'
import { columnLabels } from '#tab/figureLabels.ts'
import { sayDay } from '#tab/ui/say.ts'

const useStyles = makeStyles({
  table: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse' },
  head: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    textAlign: 'left',
    padding: '6px 12px 6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'nowrap',
  },
  cell: { padding: '6px 12px 6px 0', verticalAlign: 'top', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  number: { textAlign: 'right', paddingRight: 0, whiteSpace: 'nowrap' },
  list: { listStyleType: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  value: { ...typographyStyles.body1Strong },
  more: { marginTop: tokens.spacingVerticalM },
})

type LineRowsProps = { rows: readonly LineRow[]; head: ListHead; areaName: (id: string | null) => string; narrow: boolean }

const atOnce = 200

/** The rows of a list: a table, or items of two lines on a phone. Long lists show more when asked. */
export function LineRows(props: LineRowsProps) {
  const styles = useStyles()
  const [shown, setShown] = useState(atOnce)
  const part = { ...props, rows: props.rows.slice(0, shown) }
  const rest = props.rows.length - part.rows.length
  return (
    <>
      {props.narrow ? <Items {...part} /> : <Rows {...part} />}
      {rest > 0 && (
        <Button className={styles.more} onClick={() => setShown(shown + atOnce)}>
          Show {say(Math.min(rest, atOnce))} more of {say(rest)}
        </Button>
      )}
    </>
  )
}

function Rows({ rows, head, areaName }: LineRowsProps) {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[columnLabels.enterprise, columnLabels.area, head.day].map(label => (
            <th key={label} scope="col" className={styles.head}>
              {label}
            </th>
          ))}
          {head.value && (
            <th scope="col" className={mergeClasses(styles.head, styles.number)}>
              {head.value.label}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={`${row.id} ${row.on} ${row.value}`}>
            <td className={styles.cell}>
              <EnterpriseLink id={row.id} reference={row.reference} name={row.name} />
            </td>
            <td className={styles.cell}>{areaName(row.area)}</td>
            <td className={styles.cell}>{row.on === null ? 'not known' : sayDay(row.on)}</td>
            {head.value && <td className={mergeClasses(styles.cell, styles.number)}>{head.value.text(row.value ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Items({ rows, head, areaName }: LineRowsProps) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {rows.map(row => {
        const day = row.on === null ? '' : `${head.day.toLowerCase()} ${sayDay(row.on)}`
        const below = [row.name === null ? '' : row.reference, areaName(row.area), day].filter(words => words !== '').join(' · ')
        return (
          <li key={`${row.id} ${row.on} ${row.value}`} className={styles.item}>
            <div>
              <EnterpriseLink id={row.id} reference={row.reference} name={row.name} below={below} />
            </div>
            {head.value && <span className={styles.value}>{head.value.text(row.value ?? 0)}</span>}
          </li>
        )
      })}
    </ul>
  )
}
