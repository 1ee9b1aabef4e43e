import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { Savings, SavingsEstimate } from '#domain/savingsSchemas.ts'
import { apartRows } from '#tab/savings/savingsWords.ts'
import { SavingsListLink } from '#tab/savings/SavingsListLink.tsx'
import { savingsWords } from '#tab/savingsLabels.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  table: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  caption: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, textAlign: 'left' },
  head: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    textAlign: 'right',
    padding: '6px 0 6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  left: { textAlign: 'left', paddingLeft: 0 },
  name: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
  },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  link: { ...typographyStyles.caption1, display: 'block' },
  cell: {
    textAlign: 'right',
    verticalAlign: 'top',
    padding: '6px 0 6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { paddingLeft: '8px' },
  },
  amount: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  foot: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: `${tokens.spacingVerticalS} 0 0` },
})

/** What was saved, what may come, and what it cost: side by side, and never added up. */
export function KeptApart({ savings, estimate }: { savings: Savings; estimate: SavingsEstimate }) {
  const styles = useStyles()
  const narrow = useWidth() === 'phone'
  const rows = Object.entries(apartRows(savings, estimate))
  return (
    <div>
      <table className={styles.table}>
        <caption className={styles.caption}>{savingsWords.apart}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.left)}>
              {savingsWords.amount}
            </th>
            <th scope="col" className={styles.head}>
              {narrow ? savingsWords.likelyAndRange : savingsWords.likely}
            </th>
            {!narrow && (
              <th scope="col" className={styles.head}>
                {savingsWords.range}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, { name, note, amount, range, list }]) => (
            <tr key={key}>
              <th scope="row" className={styles.name}>
                {name}
                <span className={styles.note}>{note}</span>
                {list && (
                  <span className={styles.link}>
                    <SavingsListLink figure={list} short />
                  </span>
                )}
              </th>
              <td className={styles.cell}>
                <span className={styles.amount}>{amount}</span>
                {narrow && <span className={styles.note}>{range}</span>}
              </td>
              {!narrow && <td className={styles.cell}>{range}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.foot}>{savingsWords.neverAdded}</p>
    </div>
  )
}
