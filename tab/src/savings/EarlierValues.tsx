import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { AssumptionAnswer } from '#domain/assumptionSchemas.ts'
import type { AssumptionKind } from '#domain/assumptions.ts'
import { SidePanel } from '#tab/cohorts/SidePanel.tsx'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import { Confidence } from '#tab/savings/Confidence.tsx'
import { outsideRow } from '#tab/savings/outsideRows.ts'
import { outsideLabels, outsideWords } from '#tab/savingsLabels.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '0 24px 16px', [phone]: { padding: '0 16px 16px' } },
  value: { ...typographyStyles.body1Strong },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
})

type EarlierValuesProps = { kind: AssumptionKind; recorded: readonly AssumptionAnswer[]; close: () => void }

/** Every value that a figure was given, the newest first. None is ever changed or removed. */
export function EarlierValues({ kind, recorded, close }: EarlierValuesProps) {
  const styles = useStyles()
  const fund = useRowStyles()
  const { me } = useSession()
  const rows = recorded.filter(each => each.kind === kind).map(each => outsideRow(each, me.oid))
  return (
    <SidePanel title={outsideLabels[kind].name} close={close}>
      <div className={styles.body}>
        <ul className={fund.list}>
          {rows.map(row => (
            <li key={row.version} className={fund.item}>
              <div className={mergeClasses(fund.line, fund.wrapping)}>
                <span className={styles.value}>{row.value}</span>
                <Confidence {...row.sure} />
              </div>
              <div className={styles.detail}>{[row.range, `from ${row.from}`].filter(Boolean).join(' · ')}</div>
              <div className={styles.detail}>{row.source}</div>
              <div className={styles.detail}>
                {outsideWords.number} {row.version}. {row.recorded}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </SidePanel>
  )
}
