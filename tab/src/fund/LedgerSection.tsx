import { Button, makeStyles, mergeClasses, SearchBox, Select } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useDeferredValue, useState } from 'react'
import type { LedgerKind } from '#domain/grantVocabulary.ts'
import { ledgerKinds } from '#domain/grantVocabulary.ts'
import type { Ledger, PotAnswer } from '#domain/potSchemas.ts'
import { useOpenList } from '#tab/cohorts/useAddress.ts'
import type { Exported } from '#tab/fund/exportWords.ts'
import { EntryPanel } from '#tab/fund/EntryPanel.tsx'
import { PageSection } from '#tab/ui/PageSection.tsx'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import { LedgerRows } from '#tab/fund/LedgerRows.tsx'
import { ledgerCount, searchLedger } from '#tab/fund/ledgerRows.ts'
import { useLedger } from '#tab/fund/useFund.ts'
import { fundWords } from '#tab/fundLabels.ts'
import { ledgerLabels } from '#tab/grantLabels.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'
import { desk, phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginBottom: '8px' },
  search: {
    flex: '1 1 200px',
    maxWidth: 'none',
    minWidth: 0,
    [desk]: { flex: '0 0 288px' },
    [phone]: { height: '44px', flexBasis: '100%' },
    '& input': { minWidth: 0, width: '100%' },
  },
  kinds: { flex: '0 1 200px', minWidth: 0, [phone]: { flex: '1 1 120px', '& select': { height: '44px' } }, '& select': { minWidth: 0 } },
  download: { marginLeft: 'auto', [phone]: { minHeight: '44px' } },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  more: { [phone]: { minHeight: '44px', width: '100%' } },
})

/** So many are drawn at first, and with each press. */
const page = 50

type LedgerSectionProps = {
  pot: PotAnswer
  /** Takes away what is found. */
  take: (exported: Exported) => void
}

/** Every entry of the fund, newest first, searched and filtered here: no word that is typed travels. */
export function LedgerSection({ pot, take }: LedgerSectionProps) {
  const ledger = useLedger(pot.id)
  return (
    <Remote
      query={ledger}
      waitingFor="Loading the ledger"
      skeleton={<Bone shape="box" />}
      called="ledger"
      isEmpty={({ entries }) => entries.length === 0}
      empty={<NothingEntered />}
    >
      {found => <LedgerList ledger={found} pot={pot} take={take} />}
    </Remote>
  )
}

function NothingEntered() {
  const styles = useRowStyles()
  return (
    <PageSection id="ledger" title={fundWords.ledger}>
      <p className={styles.nothing}>{fundWords.nothingEntered}</p>
    </PageSection>
  )
}

function LedgerList({ ledger, pot, take }: LedgerSectionProps & { ledger: Ledger }) {
  const styles = useStyles()
  const shared = useRowStyles()
  const [asked, setAsked] = useState<{ words: string; kind: LedgerKind | '' }>({ words: '', kind: '' })
  const [most, setMost] = useState(page)
  const { open, openList, closeList } = useOpenList()
  const settled = useDeferredValue(asked)
  const { entries } = ledger
  const found = searchLedger(entries, settled)
  const ask = (next: Partial<typeof asked>): void => {
    setAsked({ ...asked, ...next })
    setMost(page)
  }
  const narrowed = found.length < entries.length
  const opened = entries.find(({ entry }) => open === `entry-${entry}`)
  const count = ledgerCount({ shown: found.length, seen: entries.length, all: pot.entries })
  return (
    <PageSection
      id="ledger"
      title={fundWords.ledger}
      note={
        <span role="status">
          {count} {fundWords.onlyAdded}
        </span>
      }
    >
      <Tools asked={asked} ask={ask}>
        {found.length > 0 && (
          <Button
            className={styles.download}
            icon={<ArrowDownloadRegular />}
            onClick={() => take({ of: 'ledger', only: narrowed ? found.map(({ entry }) => entry) : undefined, count: found.length })}
          >
            {fundWords.download}
          </Button>
        )}
      </Tools>
      {found.length === 0 ? (
        <>
          <p className={shared.nothing}>{fundWords.nothingFound}</p>
          <Button className={styles.more} onClick={() => ask({ words: '', kind: '' })}>
            {fundWords.showAll}
          </Button>
        </>
      ) : (
        <LedgerRows entries={found.slice(0, most)} open={(entry, opener) => openList(`entry-${entry.entry}`, opener)} />
      )}
      <div className={styles.foot}>
        {found.length > most && (
          <Button className={styles.more} onClick={() => setMost(most + page)}>
            Show {Math.min(page, found.length - most)} more
          </Button>
        )}
        <p className={shared.note}>{fundWords.commitmentNote}</p>
      </div>
      {opened && <EntryPanel entry={opened} people={ledger.people} close={closeList} />}
    </PageSection>
  )
}

type ToolsProps = {
  asked: { words: string; kind: LedgerKind | '' }
  ask: (next: { words?: string; kind?: LedgerKind | '' }) => void
  children: ReactNode
}

function Tools({ asked, ask, children }: ToolsProps) {
  const styles = useStyles()
  const { may } = useSession()
  const label = may('names.see') ? fundWords.search : fundWords.searchWithoutNames
  return (
    <div className={styles.tools}>
      <SearchBox
        className={styles.search}
        placeholder={label}
        aria-label={`Search the ledger by ${label.toLowerCase()}`}
        value={asked.words}
        onChange={(_, { value }) => ask({ words: value })}
        input={{ autoComplete: 'off' }}
      />
      <Select
        className={mergeClasses(styles.kinds)}
        aria-label={fundWords.kind}
        value={asked.kind}
        onChange={(_, { value }) => ask({ kind: ledgerKinds.find(kind => kind === value) ?? '' })}
      >
        <option value="">{fundWords.allKinds}</option>
        {ledgerKinds.map(kind => (
          <option key={kind} value={kind}>
            {ledgerLabels[kind]}
          </option>
        ))}
      </Select>
      {children}
    </div>
  )
}
