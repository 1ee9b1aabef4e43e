import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AssumptionKind } from '#domain/assumptions.ts'
import { PageSection } from '#tab/ui/PageSection.tsx'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import { Confidence } from '#tab/savings/Confidence.tsx'
import { EarlierValues } from '#tab/savings/EarlierValues.tsx'
import type { OutsideRow } from '#tab/savings/outsideRows.ts'
import { outsideRow, unknownRows } from '#tab/savings/outsideRows.ts'
import type { ChangeFigures } from '#tab/savings/useSavings.ts'
import { useAssumptions, useSavingsView } from '#tab/savings/useSavings.ts'
import { outsideWords } from '#tab/savingsLabels.ts'
import { useSession } from '#tab/ui/session.ts'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { phone, useIsWide } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '4px' },
  button: { minWidth: 'auto', whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } },
  source: { overflowWrap: 'anywhere' },
  recorded: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  unknown: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalXL} 0 0` },
  lead: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: `0 0 ${tokens.spacingVerticalXS}` },
  words: { minWidth: 0 },
  narrow: { maxWidth: '760px' },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  value: { ...typographyStyles.body1Strong, whiteSpace: 'nowrap' },
  silent: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** The figures that the record does not hold: those that hold on the day, each with its source, and those that nobody recorded. */
export function OutsideFigures({ change }: { change: ChangeFigures }) {
  const styles = useStyles()
  const { me } = useSession()
  const { savings } = useSavingsView()
  const recorded = useAssumptions().data?.assumptions ?? []
  const [earlier, setEarlier] = useState<AssumptionKind>()
  const rememberOpener = useReturnFocus(earlier !== undefined)
  const wide = useIsWide()
  const rows = savings.assumptions.map(figure => outsideRow(figure, me.oid))
  const unknown = unknownRows(savings, recorded)
  const part = {
    rows,
    change,
    showEarlier: (kind: AssumptionKind): void => {
      rememberOpener()
      setEarlier(kind)
    },
    hasEarlier: (kind: AssumptionKind): boolean => recorded.filter(each => each.kind === kind).length > 1,
  }
  return (
    <PageSection id="outside" title={outsideWords.title} note={outsideWords.lead}>
      {rows.length > 0 && (wide ? <FigureTable {...part} /> : <FigureItems {...part} />)}
      {unknown.length > 0 && (
        <>
          <h3 className={styles.unknown}>{outsideWords.unknown}</h3>
          <p className={styles.lead}>{outsideWords.unknownLead}</p>
          <UnknownItems unknown={unknown} change={change} />
        </>
      )}
      {earlier && <EarlierValues kind={earlier} recorded={recorded} close={() => setEarlier(undefined)} />}
    </PageSection>
  )
}

type FiguresProps = {
  rows: readonly OutsideRow[]
  change: ChangeFigures
  showEarlier: (kind: AssumptionKind) => void
  hasEarlier: (kind: AssumptionKind) => boolean
}

function Actions({ row, change, showEarlier, hasEarlier }: Omit<FiguresProps, 'rows'> & { row: OutsideRow }) {
  const styles = useStyles()
  return (
    <div className={styles.actions}>
      {hasEarlier(row.kind) && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.button}
          aria-label={`${outsideWords.earlier}: ${row.name}`}
          onClick={() => showEarlier(row.kind)}
        >
          {outsideWords.earlier}
        </Button>
      )}
      {change && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.button}
          icon={<EditRegular />}
          aria-label={`${outsideWords.change}: ${row.name}`}
          onClick={() => change([row.kind])}
        >
          {outsideWords.change}
        </Button>
      )}
    </div>
  )
}

function FigureTable({ rows, ...actions }: FiguresProps) {
  const styles = useStyles()
  const fund = useRowStyles()
  const { figure, value, range, from, source, sure } = outsideWords
  return (
    <table className={fund.table}>
      <thead>
        <tr>
          {[figure, value, range, from, source, sure].map(head => (
            <th key={head} scope="col" className={mergeClasses(fund.head, head === value && fund.number)}>
              {head}
            </th>
          ))}
          <th scope="col" className={fund.head}>
            <span className={styles.silent}>{outsideWords.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.kind}>
            <th scope="row" className={fund.cell}>
              {row.name}
            </th>
            <td className={mergeClasses(fund.cell, fund.number, fund.strong)}>{row.value}</td>
            <td className={mergeClasses(fund.cell, fund.whole)}>{row.range}</td>
            <td className={mergeClasses(fund.cell, fund.whole)}>{row.from}</td>
            <td className={mergeClasses(fund.cell, styles.source)}>
              {row.source}
              <span className={styles.recorded}>{row.recorded}</span>
            </td>
            <td className={fund.cell}>
              <Confidence {...row.sure} />
            </td>
            <td className={mergeClasses(fund.cell, fund.last)}>
              <Actions row={row} {...actions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FigureItems({ rows, ...actions }: FiguresProps) {
  const styles = useStyles()
  const fund = useRowStyles()
  return (
    <ul className={fund.list}>
      {rows.map(row => (
        <li key={row.kind} className={fund.item}>
          <div className={fund.line}>
            <span>{row.name}</span>
            <span className={styles.value}>{row.value}</span>
          </div>
          <div className={styles.detail}>
            {row.range} · from {row.from}
          </div>
          <div className={styles.detail}>{row.source}</div>
          <div className={styles.detail}>{row.recorded}</div>
          <div className={mergeClasses(fund.line, fund.wrapping)}>
            <Confidence {...row.sure} />
            <Actions row={row} {...actions} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function UnknownItems({ unknown, change }: { unknown: ReturnType<typeof unknownRows>; change: ChangeFigures }) {
  const styles = useStyles()
  const fund = useRowStyles()
  return (
    <ul className={mergeClasses(fund.list, styles.narrow)}>
      {unknown.map(({ kind, name, why }) => (
        <li key={kind} className={mergeClasses(fund.item, fund.line)}>
          <div className={styles.words}>
            {name}
            <div className={styles.detail}>{why}</div>
          </div>
          {change && (
            <Button
              appearance="subtle"
              className={styles.button}
              aria-label={`${outsideWords.add}: ${name}`}
              onClick={() => change([kind])}
            >
              {outsideWords.add}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
