import { Button, makeStyles, mergeClasses, Spinner, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { SavingsLines } from '#domain/savingsSchemas.ts'
import { failureOf } from '#tab/api.ts'
import { saveCsv } from '#tab/cohorts/csvFile.ts'
import { EnterpriseLink } from '#tab/cohorts/EnterpriseLink.tsx'
import { SidePanel, useListStyles } from '#tab/cohorts/SidePanel.tsx'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import {
  amountLabel,
  footerOf,
  haveOwnFigures,
  hasHours,
  isSavingsList,
  listDay,
  savingsCsv,
  savingsCsvName,
  sayAmount,
  sayVersions,
  sortedRows,
  usedFigures,
} from '#tab/savings/savingsListRows.ts'
import { useAssumptions, useSavingsLines } from '#tab/savings/useSavings.ts'
import { columnLabels } from '#tab/figureLabels.ts'
import { listLabels, outsideWords } from '#tab/savingsLabels.ts'
import { FailedState } from '#tab/ui/Remote.tsx'
import { sayHours } from '#tab/ui/say.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  what: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: `0 0 ${tokens.spacingVerticalM}` },
  csv: { marginBottom: tokens.spacingVerticalS, [phone]: { minHeight: '44px' } },
  used: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalXS}` },
  figure: { ...typographyStyles.caption1, padding: '4px 0', overflowWrap: 'anywhere' },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
})

/** The list behind a figure, where one is open. */
export function SavingsList({ figure, close }: { figure: string | undefined; close: () => void }) {
  return isSavingsList(figure) ? <OpenList key={figure} figure={figure} close={close} /> : null
}

function OpenList({ figure, close }: { figure: SavingsLines['figure']; close: () => void }) {
  const list = useListStyles()
  const lines = useSavingsLines(figure)
  return (
    <SidePanel title={listLabels[figure]} close={close}>
      {lines.data ? (
        <Found lines={lines.data} />
      ) : (
        <div className={list.body}>
          {lines.isError ? (
            <FailedState failure={failureOf(lines.error)} retry={() => void lines.refetch()} />
          ) : (
            <Spinner size="small" label="Getting the list" />
          )}
        </div>
      )}
    </SidePanel>
  )
}

function Found({ lines }: { lines: SavingsLines }) {
  const styles = useStyles()
  const list = useListStyles()
  const { programme } = useSession()
  const areaName = (id: string | null): string => everyArea(programme).find(area => area.id === id)?.name ?? id ?? ''
  const { count, sum } = footerOf(lines)
  return (
    <>
      <div className={list.body}>
        <p className={styles.what}>{listDay(lines)}</p>
        <Button
          className={styles.csv}
          icon={<ArrowDownloadRegular />}
          onClick={() => saveCsv(savingsCsvName(lines), savingsCsv(lines, areaName))}
        >
          Download CSV
        </Button>
        <Rows lines={lines} areaName={areaName} />
        <Used lines={lines} />
      </div>
      <div className={list.footer}>
        <span className={list.same}>{count}</span>
        {sum !== '' && <span>{sum}</span>}
      </div>
    </>
  )
}

type RowsProps = { lines: SavingsLines; areaName: (id: string | null) => string }

function Rows({ lines: { figure, rows }, areaName }: RowsProps) {
  const styles = useStyles()
  const fund = useRowStyles()
  const narrow = useWidth() === 'phone'
  const own = haveOwnFigures(rows)
  const heads = [columnLabels.enterprise, ...(narrow ? [] : [columnLabels.area, ...(hasHours(figure) ? [listLabels.hoursCouncil] : [])])]
  return (
    <table className={fund.table}>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col" className={mergeClasses(fund.head, head === listLabels.hoursCouncil && fund.number)}>
              {head}
            </th>
          ))}
          <th scope="col" className={mergeClasses(fund.head, fund.number, fund.last)}>
            {amountLabel(figure)}
          </th>
        </tr>
      </thead>
      <tbody>
        {sortedRows(rows).map(({ id, reference, name, area, minutes, amount, versions }) => {
          const used = own && <span className={styles.detail}>{`${listLabels.figures}: ${sayVersions(versions)}`}</span>
          const hours = hasHours(figure) && minutes !== null ? sayHours(minutes) : ''
          return (
            <tr key={id}>
              <td className={fund.cell}>
                <EnterpriseLink id={id} reference={reference} name={name} />
                {narrow && <span className={styles.detail}>{[areaName(area), hours && `${hours} h`].filter(Boolean).join(' · ')}</span>}
                {used}
              </td>
              {!narrow && <td className={fund.cell}>{areaName(area)}</td>}
              {!narrow && hasHours(figure) && <td className={mergeClasses(fund.cell, fund.number)}>{hours}</td>}
              <td className={mergeClasses(fund.cell, fund.number, fund.last)}>{sayAmount(figure, amount)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The figures from outside behind the rows, by their numbers. */
function Used({ lines: { rows } }: { lines: SavingsLines }) {
  const styles = useStyles()
  const fund = useRowStyles()
  const { me } = useSession()
  const used = usedFigures(rows, useAssumptions().data?.assumptions ?? [], me.oid)
  if (used.length === 0) return null
  return (
    <>
      <h3 className={styles.used}>{listLabels.used}</h3>
      <ul className={fund.list}>
        {used.map(({ version, name, value, from, source }) => (
          <li key={version} className={styles.figure}>
            {outsideWords.number} {version}: {name}, {value}, from {from}. {source}
          </li>
        ))}
      </ul>
    </>
  )
}
