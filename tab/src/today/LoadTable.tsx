import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Load, Today } from '#domain/todaySchemas.ts'
import { todayWords } from '#tab/todayLabels.ts'
import { sayCount } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', ...typographyStyles.body1, marginBottom: '8px' },
  head: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, textAlign: 'right' },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, height: '44px', [phone]: { height: 'auto' } },
  headRow: { borderBottom: `1px solid ${tokens.colorNeutralStroke1}`, height: '32px', [phone]: { display: 'none' } },
  name: { ...typographyStyles.body1Strong, textAlign: 'left', paddingRight: '16px', [phone]: { display: 'block', padding: '8px 0 0' } },
  number: { textAlign: 'right', padding: '0 0 0 16px', [phone]: { display: 'inline-block', padding: '0 12px 8px 0', textAlign: 'left' } },
  bars: { width: '40%', [phone]: { display: 'block', width: 'auto' } },
  bar: {
    display: 'block',
    marginRight: '52px',
    height: '8px',
    borderRadius: '4px',
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  filled: {
    display: 'block',
    height: '100%',
    borderRadius: '4px',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  count: { float: 'right', width: '40px', textAlign: 'right', marginTop: '-6px' },
  small: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    marginLeft: '4px',
    display: 'none',
    [phone]: { display: 'inline' },
  },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '0 0 20px' },
})

type LoadTableProps = { loads: readonly Load[]; today: Pick<Today, 'caseload' | 'silentDays'>; nameOf: (oid: string) => string }

/** Who carries how much, by name and never by size. No red, no averages, and nothing of what came of anyone's work. */
export default function LoadTable({ loads, today: { caseload, silentDays }, nameOf }: LoadTableProps) {
  const styles = useStyles()
  const named = loads.map(load => ({ ...load, name: load.catalyst === null ? todayWords.notAssigned : nameOf(load.catalyst) }))
  const sorted = named.toSorted(
    (a, b) => Number(a.catalyst === null) - Number(b.catalyst === null) || a.name.localeCompare(b.name, 'en-GB'),
  )
  const columns = [
    ['overdue', 'Overdue'],
    ['thisWeek', 'This week'],
    ['silent', `${sayCount(silentDays, 'day')} silent`],
    ['stuck', 'Stuck'],
  ] as const
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr className={styles.headRow}>
            <th scope="col" className={styles.head} style={{ textAlign: 'left' }}>
              Catalyst
            </th>
            <th scope="col" className={styles.head} style={{ textAlign: 'left' }}>
              Open records; about {caseload} is a full load
            </th>
            {columns.map(([key, label]) => (
              <th key={key} scope="col" className={styles.head}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(load => (
            <tr key={load.catalyst ?? ''} className={styles.row}>
              <th scope="row" className={styles.name}>
                {load.name}
              </th>
              <td className={styles.bars}>
                <span className={styles.count}>{load.open}</span>
                <span className={styles.bar}>
                  <span className={styles.filled} style={{ width: `${Math.min(100, (100 * load.open) / Math.max(1, caseload))}%` }} />
                </span>
              </td>
              {columns.map(([key, label]) => (
                <td key={key} className={styles.number}>
                  {load[key]}
                  <span className={styles.small}>{label.toLowerCase()}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{todayWords.loadNote}</p>
    </>
  )
}
