import { Button, Field, makeStyles, Select } from '@fluentui/react-components'
import { AddRegular, WalletRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Fund, PotAnswer } from '#domain/potSchemas.ts'
import type { Exported } from '#tab/fund/exportWords.ts'
import { ChangeMenu, ExportMenu } from '#tab/fund/FundMenu.tsx'
import { FundSkeleton } from '#tab/fund/FundSkeleton.tsx'
import { GlanceSection } from '#tab/fund/Glance.tsx'
import { periodWords } from '#tab/fund/glanceWords.ts'
import { LedgerSection } from '#tab/fund/LedgerSection.tsx'
import { SharesSection } from '#tab/fund/Shares.tsx'
import { useChosenPot, useFund, usePots } from '#tab/fund/useFund.ts'
import { WaitingSection } from '#tab/fund/Waiting.tsx'
import { fundWords } from '#tab/fundLabels.ts'
import { routes } from '#tab/routes.ts'
import { Notice, NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const ExportDialogs = lazy(() => import('#tab/fund/ExportDialogs.tsx'))
const PickDialog = lazy(() => import('#tab/fund/PickDialog.tsx'))

const useStyles = makeStyles({
  recommend: { [phone]: { minHeight: '44px' } },
  which: { maxWidth: '360px', marginBottom: '16px', '& select': { [phone]: { height: '44px' } } },
})

/** The fund: what is left, what waits for whom, which gaps it fills, and its ledger. */
export default function FundPage() {
  const { may } = useSession()
  if (may('pots.read')) return <Funds />
  return (
    <Page title={fundWords.title}>
      <NotShown />
    </Page>
  )
}

function Funds() {
  const pots = usePots()
  const all = pots.data?.pots ?? []
  const { pot, choose } = useChosenPot(all)
  const [taken, setTaken] = useState<Exported>()
  return (
    <Page
      title={fundWords.title}
      context={pot ? [`${pot.name}, ${periodWords(pot)}`] : []}
      actions={pot && <Actions pot={pot} take={setTaken} />}
    >
      <Remote
        query={pots}
        waitingFor="Loading the fund"
        skeleton={<FundSkeleton />}
        called="list of funds"
        isEmpty={({ pots: found }) => found.length === 0}
        empty={<NoFund />}
      >
        {() => (
          <>
            {pot && all.length > 1 && <Which pots={all} pot={pot} choose={choose} />}
            {pot && <FundOf key={pot.id} pot={pot} take={setTaken} />}
          </>
        )}
      </Remote>
      <Suspense>{pot && taken && <ExportDialogs pot={pot} exported={taken} close={() => setTaken(undefined)} />}</Suspense>
    </Page>
  )
}

type Taking = { pot: PotAnswer; take: (exported: Exported) => void }

function Actions({ pot, take }: Taking) {
  const styles = useStyles()
  const { may } = useSession()
  const navigate = useNavigate()
  const [picking, setPicking] = useState(false)
  return (
    <>
      <ExportMenu pot={pot} take={take} />
      {may('grants.recommend') && (
        <Button appearance="primary" className={styles.recommend} icon={<AddRegular />} onClick={() => setPicking(true)}>
          {fundWords.recommend}
        </Button>
      )}
      {may('pots.change') && <ChangeMenu pot={pot} />}
      <Suspense>
        {picking && <PickDialog close={() => setPicking(false)} pick={({ id }) => void navigate(routes.recommend(id))} />}
      </Suspense>
    </>
  )
}

/** Several funds are told apart by name. */
function Which({ pots, pot, choose }: { pots: readonly PotAnswer[]; pot: PotAnswer; choose: (id: string) => void }) {
  const styles = useStyles()
  return (
    <Field label={fundWords.which} className={styles.which}>
      <Select value={pot.id} onChange={(_, { value }) => choose(value)}>
        {pots.map(each => (
          <option key={each.id} value={each.id}>
            {each.name}, {periodWords(each)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** What to do first, or who can. */
function NoFund() {
  const { may } = useSession()
  const navigate = useNavigate()
  const change = may('pots.change')
  return (
    <Notice
      icon={<WalletRegular />}
      heading={fundWords.none}
      actions={
        change && (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => void navigate(routes.newFund)}>
            {fundWords.make}
          </Button>
        )
      }
    >
      {change ? fundWords.noneMake : fundWords.noneAsk}
    </Notice>
  )
}

function FundOf({ pot, take }: Taking) {
  const fund = useFund(pot.id)
  return (
    <Remote query={fund} waitingFor="Loading the fund" skeleton={<FundSkeleton />} called="fund">
      {found => <Present fund={found} take={take} />}
    </Remote>
  )
}

function Present({ fund, take }: { fund: Fund; take: Taking['take'] }) {
  const toLedger = (): void => {
    const heading = document.getElementById('ledger')
    heading?.scrollIntoView()
    heading?.focus({ preventScroll: true })
  }
  return (
    <>
      <GlanceSection fund={fund} toLedger={toLedger} />
      <WaitingSection fund={fund} />
      <SharesSection fund={fund} />
      <LedgerSection pot={fund.pot} take={take} />
    </>
  )
}
