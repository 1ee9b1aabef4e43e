import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { grantName } from '#domain/grants.ts'
import type { Ledger } from '#domain/potSchemas.ts'
import { londonDay } from '#domain/plainDate.ts'
import { SidePanel } from '#tab/cohorts/SidePanel.tsx'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import type { Entry } from '#tab/fund/ledgerRows.ts'
import { kindWords, saySigned } from '#tab/fund/ledgerRows.ts'
import { fundWords, ledgerHeads } from '#tab/fundLabels.ts'
import { gapLabels } from '#tab/labels.ts'
import { routes } from '#tab/routes.ts'
import { sayDay, sayTime } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  body: { overflowY: 'auto', padding: '0 24px 24px', [phone]: { padding: '0 16px 16px' } },
  list: { margin: 0 },
  row: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: '160px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  words: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
})

/** One entry, whole: what happened, who recorded it and when. It is read and never changed. */
export function EntryPanel({ entry, people, close }: { entry: Entry; people: Ledger['people']; close: () => void }) {
  const styles = useStyles()
  return (
    <SidePanel title={kindWords(entry)} close={close}>
      <div className={styles.body}>
        <dl className={styles.list}>
          {rowsOf(entry, people).map(([name, value]) => (
            <div key={name} className={styles.row}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.words}>{fundWords.onlyAdded} What was wrong is put right by one more entry.</p>
      </div>
    </SidePanel>
  )
}

function rowsOf(entry: Entry, people: Ledger['people']): (readonly [string, ReactNode])[] {
  const { pence, on, number, name, caseReference, gap, costCode, reference, availablePence, recordedBy, recordedAt, n } = entry
  const enterprise = [name, caseReference].filter(part => part !== null).join(' · ')
  const rows: (readonly [string, ReactNode] | undefined)[] = [
    [ledgerHeads.amount, saySigned(pence)],
    [ledgerHeads.on, sayDay(on)],
    number === null ? undefined : [ledgerHeads.grant, <ToGrant key="grant" entry={entry} />],
    enterprise === '' ? undefined : [ledgerHeads.enterprise, enterprise],
    gap === null ? undefined : [ledgerHeads.gap, gapLabels[gap]],
    [ledgerHeads.costCode, costCode],
    reference === null ? undefined : [ledgerHeads.reference, reference],
    [ledgerHeads.available, saySigned(availablePence)],
    [ledgerHeads.by, people[recordedBy] ?? 'Someone who is not here any more'],
    [ledgerHeads.at, `${sayDay(londonDay(recordedAt))}, ${sayTime(recordedAt)}`],
    [ledgerHeads.entry, String(entry.entry)],
    [ledgerHeads.log, String(n)],
  ]
  return rows.filter(row => row !== undefined)
}

function ToGrant({ entry: { number, caseId, grantId } }: { entry: Entry }) {
  const styles = useRowStyles()
  const name = grantName(number ?? 0)
  if (caseId === null || grantId === null) return name
  return (
    <Link to={routes.grant(caseId, grantId)} className={mergeClasses(styles.link, styles.plainLink)}>
      {name}
    </Link>
  )
}
