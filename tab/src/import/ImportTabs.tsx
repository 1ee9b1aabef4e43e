import { Link, makeStyles, mergeClasses, Tab, TabList, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { ImportReport } from '#domain/importSchemas.ts'
import { saveCsv } from '#tab/cohorts/csvFile.ts'
import { badRowsCsv } from '#tab/import/badRows.ts'
import { ChangedRows, NeedRows, WarningRows } from '#tab/import/ImportRows.tsx'
import type { Fixes, NeedsYou } from '#tab/import/progress.ts'
import { importWords } from '#tab/importLabels.ts'

const useStyles = makeStyles({
  tabs: { marginTop: '16px', marginLeft: '-10px', flexWrap: 'wrap' },
  count: { fontWeight: tokens.fontWeightRegular },
  none: { ...typographyStyles.body1, margin: '16px 0', color: tokens.colorNeutralForeground2 },
  below: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    marginTop: '16px',
  },
  link: { minHeight: '24px', ...typographyStyles.body1 },
})

type ImportTabsProps = {
  report: ImportReport
  rows: readonly NeedsYou[]
  fixes: Fixes
  fix: (row: number, column: string, value: string) => void
}

type Kind = 'need' | 'warnings' | 'changed' | 'new'

/** The rows by kind. Opens on those that need somebody, where there are any. */
export function ImportTabs({ report, rows, fixes, fix }: ImportTabsProps) {
  const styles = useStyles()
  const [kind, setKind] = useState<Kind>(rows.length > 0 ? 'need' : report.warnings.length > 0 ? 'warnings' : 'new')
  const tabs = [
    { value: 'need', label: 'Need you', count: rows.filter(({ isRight }) => !isRight).length },
    { value: 'warnings', label: 'Warnings', count: report.warnings.length },
    { value: 'changed', label: 'Changed', count: report.changed },
    { value: 'new', label: 'New', count: report.fresh },
  ] as const
  return (
    <>
      <TabList
        className={styles.tabs}
        selectedValue={kind}
        onTabSelect={(_, { value }) => setKind(tabs.find(tab => tab.value === value)?.value ?? 'need')}
      >
        {tabs.map(({ value, label, count }) => (
          <Tab key={value} value={value} id={`tab-${value}`} aria-controls="tab-rows">
            {label} <span className={styles.count}>{count.toLocaleString('en-GB')}</span>
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="tab-rows" aria-labelledby={`tab-${kind}`}>
        {kind === 'need' &&
          (rows.length > 0 ? <NeedRows rows={rows} fixes={fixes} fix={fix} /> : <None words={importWords.nothingNeedsYou} />)}
        {kind === 'need' && <BadRows report={report} />}
        {kind === 'warnings' &&
          (report.warnings.length > 0 ? <WarningRows rows={report.warnings} /> : <None words={importWords.noWarnings} />)}
        {kind === 'changed' &&
          (report.changes.length > 0 ? <ChangedRows rows={report.changes} /> : <None words={importWords.nothingChanged} />)}
        {kind === 'new' && <None words={newWords(report.fresh)} />}
      </div>
    </>
  )
}

const newWords = (fresh: number): string =>
  fresh === 0
    ? 'No row is new.'
    : `${fresh.toLocaleString('en-GB')} ${fresh === 1 ? 'row is new. It becomes an enterprise with its days.' : 'rows are new. Each becomes an enterprise with its days.'}`

function None({ words }: { words: string }) {
  const styles = useStyles()
  return <p className={styles.none}>{words}</p>
}

function BadRows({ report }: { report: ImportReport }) {
  const styles = useStyles()
  if (report.errors.length === 0) return null
  return (
    <p className={styles.below}>
      <Link as="button" className={mergeClasses(styles.link)} onClick={() => saveCsv('rows-to-put-right.csv', badRowsCsv(report.errors))}>
        Get these rows (CSV)
      </Link>
      {importWords.again}
    </p>
  )
}
