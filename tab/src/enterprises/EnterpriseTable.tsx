import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowUpRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { milestones } from '#domain/vocabulary.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { DetailLine } from '#tab/enterprises/DetailLine.tsx'
import { DueWords } from '#tab/enterprises/DueWords.tsx'
import type { Sort } from '#tab/enterprises/listing.ts'
import { MarkRow } from '#tab/enterprises/MarkRow.tsx'
import { RowLink } from '#tab/enterprises/RowLink.tsx'
import { detailsOf, dueOf, flagOf, stepNow } from '#tab/enterprises/rowWords.ts'
import { milestoneLabels } from '#tab/labels.ts'
import { Tag } from '#tab/ui/Tag.tsx'
import { useWidth } from '#tab/ui/widths.ts'

export const useTableStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', textAlign: 'left' },
  head: {
    ...typographyStyles.caption1,
    position: 'sticky',
    top: 0,
    zIndex: 3,
    height: '36px',
    padding: '0 8px 0 0',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'nowrap',
  },
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
  activeHead: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
  heads: { display: 'grid', gridTemplateColumns: '44px 52px 44px 48px 62px', textAlign: 'center' },
  row: { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    boxSizing: 'border-box',
    height: '49px',
    padding: '4px 8px 4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
  },
  second: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  what: typographyStyles.body1,
  under: { marginTop: '4px' },
  enterprise: { width: 'auto' },
  marks: { width: '266px' },
  marksClose: { width: '152px' },
  step: { width: '184px' },
  stepClose: { width: '164px' },
  due: { width: '136px' },
  flags: { width: '148px' },
})

type EnterpriseTableProps = {
  rows: readonly CaseRow[]
  today: PlainDate
  placeOf: (area: string) => string
  sort: Sort
  setSort: (sort: Sort) => void
}

/** The list from 600 px: two lines a row, the marks a matrix that the eye runs down. */
export function EnterpriseTable({ rows, today, placeOf, sort, setSort }: EnterpriseTableProps) {
  const styles = useTableStyles()
  return (
    <table className={styles.table}>
      <TableHead sort={sort} setSort={setSort} />
      <tbody>
        {rows.map(row => (
          <tr key={row.id} className={styles.row}>
            <RowCells row={row} today={today} placeOf={placeOf} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The heads; without a way to sort while the rows are on their way. */
export function TableHead({ sort, setSort }: { sort: Sort; setSort?: (sort: Sort) => void }) {
  const styles = useTableStyles()
  const desk = useWidth() === 'desk'
  const sortable = (by: Sort, words: string): ReactNode => <SortHead by={by} words={words} sort={sort} setSort={setSort} />
  return (
    <thead>
      <tr>
        <th scope="col" className={mergeClasses(styles.head, styles.enterprise)} aria-sort={sort === 'name' ? 'ascending' : undefined}>
          {sortable('name', 'Enterprise')}
        </th>
        <th scope="col" className={mergeClasses(styles.head, desk ? styles.marks : styles.marksClose)}>
          {desk ? (
            <span className={styles.heads}>
              {milestones.map(milestone => (
                <span key={milestone}>{milestoneLabels[milestone]}</span>
              ))}
            </span>
          ) : (
            'Milestones'
          )}
        </th>
        <th scope="col" className={mergeClasses(styles.head, desk ? styles.step : styles.stepClose)}>
          Step now
        </th>
        <th scope="col" className={mergeClasses(styles.head, styles.due)} aria-sort={sort === 'due' ? 'ascending' : undefined}>
          {sortable('due', 'Next due')}
        </th>
        {desk && (
          <th scope="col" className={mergeClasses(styles.head, styles.flags)}>
            Flags
          </th>
        )}
      </tr>
    </thead>
  )
}

function SortHead({ by, words, sort, setSort }: { by: Sort; words: string; sort: Sort; setSort: ((sort: Sort) => void) | undefined }) {
  const styles = useTableStyles()
  if (!setSort) return words
  return (
    <button type="button" className={mergeClasses(styles.sortHead, sort === by && styles.activeHead)} onClick={() => setSort(by)}>
      {words}
      {sort === by && <ArrowUpRegular fontSize={14} />}
    </button>
  )
}

function RowCells({ row, today, placeOf }: { row: CaseRow; today: PlainDate; placeOf: (area: string) => string }) {
  const styles = useTableStyles()
  const desk = useWidth() === 'desk'
  const { what, where } = stepNow(row, today)
  const flag = flagOf(row, today)
  return (
    <>
      <th scope="row" className={mergeClasses(styles.cell, styles.enterprise)}>
        <RowLink row={row} />
        <DetailLine parts={detailsOf(row, placeOf)} />
        {!desk && flag && (
          <div className={styles.under}>
            <Tag tone={flag.tone}>{flag.words}</Tag>
          </div>
        )}
      </th>
      <td className={styles.cell}>
        <MarkRow marks={row.marks} spread={desk} />
      </td>
      <td className={styles.cell}>
        <div className={styles.what}>{what}</div>
        <div className={styles.second}>{where}</div>
      </td>
      <td className={styles.cell}>
        <DueWords due={dueOf(row, today)} />
      </td>
      {desk && <td className={styles.cell}>{flag && <Tag tone={flag.tone}>{flag.words}</Tag>}</td>}
    </>
  )
}
