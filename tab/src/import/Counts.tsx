import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { ImportReport } from '#domain/importSchemas.ts'
import { countsOf } from '#tab/import/countRows.ts'
import type { NeedsYou } from '#tab/import/progress.ts'

const useStyles = makeStyles({
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '40px',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: '16px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 599.98px)': { columnGap: '16px' },
  },
  pair: { display: 'flex', flexDirection: 'column-reverse' },
  number: { ...typographyStyles.title3, margin: 0 },
  name: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  needs: { color: tokens.colorPaletteRedForeground1 },
})

/** The file in numbers. */
export function Counts({ report, rows }: { report: ImportReport; rows: readonly NeedsYou[] }) {
  const styles = useStyles()
  const putRight = new Set(rows.filter(({ isRight }) => isRight).map(({ remark }) => remark.row)).size
  return (
    <dl className={styles.counts}>
      {countsOf(report).map(({ name, count, needs }) => (
        <div key={name} className={styles.pair}>
          <dt className={mergeClasses(styles.name, needs && styles.needs)}>{name}</dt>
          <dd className={mergeClasses(styles.number, needs && styles.needs)}>{count.toLocaleString('en-GB')}</dd>
        </div>
      ))}
      {putRight > 0 && (
        <div className={styles.pair}>
          <dt className={styles.name}>put right so far</dt>
          <dd className={styles.number}>{putRight.toLocaleString('en-GB')}</dd>
        </div>
      )}
    </dl>
  )
}
