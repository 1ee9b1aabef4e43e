import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { ImportRemark, ImportReport } from '#domain/importSchemas.ts'
import { columnName } from '#tab/import/columnWords.ts'
import { FixBox } from '#tab/import/FixBox.tsx'
import type { Fixes, NeedsYou } from '#tab/import/progress.ts'
import { cellKey } from '#tab/import/progress.ts'
import { becomesLabels, importWords } from '#tab/importLabels.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  table: {
    ...typographyStyles.body1,
    width: '100%',
    borderCollapse: 'collapse',
    marginTop: tokens.spacingVerticalS,
    [phone]: { display: 'block', '& tbody': { display: 'block' } },
  },
  heads: { [phone]: { display: 'none' } },
  head: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    textAlign: 'left',
    padding: '6px 16px 6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'nowrap',
  },
  // On a phone each row is a block: what it is, what is wrong, and the box.
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '12px 0' },
  },
  cell: { padding: '8px 16px 8px 0', verticalAlign: 'top', ':last-child': { paddingRight: 0 }, [phone]: { padding: 0 } },
  strong: { fontWeight: tokens.fontWeightSemibold },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '0 6px',
    overflowWrap: 'break-word',
  },
  more: { marginTop: '12px' },
  rowWord: { display: 'none', [phone]: { display: 'inline' } },
  box: { width: '216px', [phone]: { width: '100%' } },
})

const atOnce = 100

/** A table of rows; a long one shows more when asked. */
function RowsTable({ heads, rows }: { heads: readonly string[]; rows: readonly ReactNode[] }) {
  const styles = useStyles()
  const [shown, setShown] = useState(atOnce)
  const rest = rows.length - shown
  return (
    <>
      <table className={styles.table}>
        <thead className={styles.heads}>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col" className={styles.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.slice(0, shown)}</tbody>
      </table>
      {rest > 0 && (
        <Button className={styles.more} onClick={() => setShown(shown + atOnce)}>
          Show {Math.min(rest, atOnce)} more of {rest.toLocaleString('en-GB')}
        </Button>
      )}
    </>
  )
}

function Who({ row, reference, name }: Pick<ImportRemark, 'row' | 'reference' | 'name'>) {
  const styles = useStyles()
  return (
    <>
      <td className={styles.cell}>
        {row !== null && <span className={styles.rowWord}>Row </span>}
        {row ?? 'The file'}
      </td>
      <td className={styles.cell}>
        <span className={styles.strong}>{name ?? reference ?? ''}</span>
        {name !== null && reference !== null && <span className={styles.small}>{reference}</span>}
      </td>
    </>
  )
}

/** The start of a cell: enough to know it again. */
const inShort = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value)

function InTheFile({ value, column }: Pick<ImportRemark, 'value' | 'column'>) {
  const styles = useStyles()
  return (
    <td className={styles.cell}>
      {value !== null && value !== '' && <code className={styles.code}>{inShort(value)}</code>}
      {column !== null && <span className={styles.small}>{columnName(column)}</span>}
    </td>
  )
}

type NeedRowsProps = { rows: readonly NeedsYou[]; fixes: Fixes; fix: (row: number, column: string, value: string) => void }

/** Rows that cannot go in as they stand, each bad cell with a box to put it right. */
export function NeedRows({ rows, fixes, fix }: NeedRowsProps) {
  const styles = useStyles()
  return (
    <RowsTable
      heads={['Row', 'Enterprise', 'In the file', 'What is wrong', 'Put it right here']}
      rows={rows.map(({ remark, isRight }) => {
        const { row, column } = remark
        return (
          <tr key={`${cellKey(remark)} ${remark.kind}`} className={styles.row}>
            <Who {...remark} />
            <InTheFile {...remark} />
            <td className={styles.cell}>{isRight ? 'Put right.' : remark.what}</td>
            <td className={mergeClasses(styles.cell, styles.box)}>
              {row === null || column === null ? (
                <span className={styles.small}>{importWords.inTheFile}</span>
              ) : (
                <FixBox
                  row={row}
                  column={column}
                  value={fixes.get(cellKey(remark))?.value ?? ''}
                  isRight={isRight}
                  onFix={value => fix(row, column, value)}
                />
              )}
            </td>
          </tr>
        )
      })}
    />
  )
}

/** What goes in as it is and is worth a look. */
export function WarningRows({ rows }: { rows: readonly ImportRemark[] }) {
  const styles = useStyles()
  return (
    <RowsTable
      heads={['Row', 'Enterprise', 'In the file', 'What to know']}
      rows={rows.map((remark, place) => (
        <tr key={place} className={styles.row}>
          <Who {...remark} />
          <InTheFile {...remark} />
          <td className={styles.cell}>{remark.what}</td>
        </tr>
      ))}
    />
  )
}

/** Each cell that differs from what was brought in before: before and after. */
export function ChangedRows({ rows }: { rows: readonly ImportReport['changes'][number][] }) {
  const styles = useStyles()
  return (
    <RowsTable
      heads={['Row', 'Enterprise', 'Column', 'Before', 'In the file now', 'What happens']}
      rows={rows.map(({ row, reference, name, column, before, after, becomes }, place) => (
        <tr key={place} className={styles.row}>
          <Who row={row} reference={reference} name={name} />
          <td className={styles.cell}>{columnName(column)}</td>
          <td className={styles.cell}>{before === '' ? 'Nothing' : <code className={styles.code}>{inShort(before)}</code>}</td>
          <td className={styles.cell}>{after === '' ? 'Nothing' : <code className={styles.code}>{inShort(after)}</code>}</td>
          <td className={styles.cell}>{becomesLabels[becomes]}</td>
        </tr>
      ))}
    />
  )
}
