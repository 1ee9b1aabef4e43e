import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import type { Column, Sort, SortBy } from '#domain/listQuestion.ts'
import { milestones } from '#domain/vocabulary.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import type { Choosing } from '#tab/enterprises/choosing.ts'
import { Chooser } from '#tab/enterprises/Chooser.tsx'
import type { Fit } from '#tab/enterprises/columnFit.ts'
import { widthOf } from '#tab/enterprises/columnFit.ts'
import { milestoneLabels } from '#tab/labels.ts'
import { columnLabels } from '#tab/listLabels.ts'

const useStyles = makeStyles({
  head: {
    ...typographyStyles.caption1,
    position: 'sticky',
    top: 0,
    zIndex: 3,
    height: '36px',
    boxSizing: 'border-box',
    padding: '0 8px 0 0',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'nowrap',
    ':hover .choose': { opacity: 1 },
  },
  chooser: { width: 0, padding: 0, boxShadow: 'none' },
  sortHead: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '28px',
    margin: '0 -4px',
    padding: '0 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  active: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
  milestones: { display: 'grid', gridTemplateColumns: '44px 52px 44px 48px 62px', textAlign: 'center' },
})

/** What a column sorts by, where it can be sorted, and which way that runs down the page. */
const sortOf: Partial<Record<Column | 'name', { by: SortBy; runs: 'ascending' | 'descending' }>> = {
  name: { by: 'name', runs: 'ascending' },
  step: { by: 'step', runs: 'descending' },
  contact: { by: 'contact', runs: 'ascending' },
  heard: { by: 'heard', runs: 'ascending' },
  enquired: { by: 'enquired', runs: 'descending' },
  trading: { by: 'trading', runs: 'descending' },
}

export type TableOrder = {
  sort: Sort
  /** Left out while the rows are on their way. */
  setSort?: ((sort: Sort) => void) | undefined
}

type TableHeadProps = TableOrder & { fit: Fit; rows?: readonly CaseRow[]; choosing?: Choosing }

/** The heads. Pressing the one that the list is sorted by turns the order round. */
export function TableHead({ fit, sort, setSort, rows = [], choosing }: TableHeadProps) {
  const styles = useStyles()
  const ids = rows.map(({ id }) => id)
  const all = ids.length > 0 && ids.every(id => choosing?.has(id))
  return (
    <thead>
      <tr>
        <td className={mergeClasses(styles.head, styles.chooser)}>
          {choosing && (
            <Chooser label="Choose all shown" checked={all} shown={choosing.count > 0} change={checked => choosing.choose(ids, checked)} />
          )}
        </td>
        <Head column="name" sort={sort} setSort={setSort} />
        {fit.fitted.map(column => (
          <Head key={column} column={column} sort={sort} setSort={setSort} width={widthOf(column, fit.spread)} spread={fit.spread} />
        ))}
      </tr>
    </thead>
  )
}

type HeadProps = TableOrder & { column: Column | 'name'; width?: string; spread?: boolean }

function Head({ column, sort, setSort, width, spread }: HeadProps) {
  const styles = useStyles()
  const label = column === 'name' ? 'Enterprise' : columnLabels[column]
  const order = sortOf[column]
  const active = order !== undefined && sort.by === order.by
  const turned = order?.runs === 'ascending' ? 'descending' : 'ascending'
  const runs = active ? (sort.down ? turned : order.runs) : undefined
  return (
    <th scope="col" className={styles.head} style={{ width }} aria-sort={runs}>
      {column === 'marks' && spread ? (
        <span className={styles.milestones}>
          {milestones.map(milestone => (
            <span key={milestone}>{milestoneLabels[milestone]}</span>
          ))}
        </span>
      ) : order && setSort ? (
        <button
          type="button"
          className={mergeClasses(styles.sortHead, active && styles.active)}
          onClick={() => setSort({ by: order.by, down: active && !sort.down })}
        >
          {label}
          {runs === 'ascending' && <ArrowUpRegular fontSize={14} />}
          {runs === 'descending' && <ArrowDownRegular fontSize={14} />}
        </button>
      ) : (
        label
      )}
    </th>
  )
}
