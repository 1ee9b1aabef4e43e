import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { SavingsRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { AssumptionKind } from '#domain/assumptions.ts'
import type { Savings } from '#domain/savingsSchemas.ts'
import { DayBox } from '#tab/cohorts/DayBox.tsx'
import { askedIn, withAsked } from '#tab/cohorts/question.ts'
import { useOpenList } from '#tab/cohorts/useAddress.ts'
import { routes } from '#tab/routes.ts'
import { CashSection } from '#tab/savings/CashSection.tsx'
import { Headline } from '#tab/savings/Headline.tsx'
import { KeptApart } from '#tab/savings/KeptApart.tsx'
import { MissingFigures } from '#tab/savings/MissingFigures.tsx'
import { OutsideFigures } from '#tab/savings/OutsideFigures.tsx'
import { PublishedCheck } from '#tab/savings/PublishedCheck.tsx'
import { SavingsList } from '#tab/savings/SavingsList.tsx'
import { SavingsSkeleton } from '#tab/savings/SavingsSkeleton.tsx'
import { isNobody } from '#tab/savings/savingsWords.ts'
import type { ChangeFigures } from '#tab/savings/useSavings.ts'
import { SavingsViewContext, useSavings } from '#tab/savings/useSavings.ts'
import { Warnings } from '#tab/savings/Warnings.tsx'
import { WorkingToggle } from '#tab/savings/WorkingToggle.tsx'
import { savingsWords } from '#tab/savingsLabels.ts'
import { Notice, NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { desk } from '#tab/ui/widths.ts'

const OutsideForm = lazy(() => import('#tab/savings/OutsideForm.tsx'))

const useStyles = makeStyles({
  top: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: '48px',
    rowGap: tokens.spacingVerticalXXL,
    paddingBottom: tokens.spacingVerticalXXL,
    [desk]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)' },
  },
  nobody: { paddingBottom: tokens.spacingVerticalXXXL },
  day: { maxWidth: '132px', marginBottom: tokens.spacingVerticalL },
})

/** What the council did not have to pay: first when the programme has paid for itself, then the estimate, with every number it stands on. */
export default function SavingsPage() {
  const { me, may } = useSession()
  const [params] = useSearchParams()
  const { asAt = me.today } = askedIn(params, { today: me.today, areas: [] })
  const when = asAt === me.today ? 'as known today' : `counted on ${sayDay(asAt)}, as known today`
  return (
    <Page title={savingsWords.title} context={[when]}>
      {may('savings.read') ? <Answer asAt={asAt} /> : <NotShown />}
    </Page>
  )
}

function Answer({ asAt }: { asAt: string }) {
  const savings = useSavings(asAt)
  return (
    <>
      <Day />
      <Remote query={savings} waitingFor="Adding up the hours" skeleton={<SavingsSkeleton />} called="page of savings">
        {found => (
          <div aria-busy={savings.isPlaceholderData}>
            <Present savings={found} />
          </div>
        )}
      </Remote>
    </>
  )
}

/** Any day up to today can be asked about; it stands in the address. */
function Day() {
  const styles = useStyles()
  const { me } = useSession()
  const [params, setParams] = useSearchParams()
  const { asAt } = askedIn(params, { today: me.today, areas: [] })
  return (
    <div className={styles.day}>
      <DayBox
        label="On"
        day={asAt}
        onDay={day => setParams(withAsked(params, 'asAt', day), { replace: true })}
        today={me.today}
        placeholder="Today"
        pastOnly
      />
    </div>
  )
}

function Present({ savings }: { savings: Savings }) {
  const { may } = useSession()
  const { open, openList, closeList } = useOpenList()
  const form = useFigureForm()
  const change = may('assumptions.change') ? form.open : undefined
  return (
    <SavingsViewContext value={{ savings, openList }}>
      <Estimate savings={savings} change={change} />
      <CashSection />
      <OutsideFigures change={change} />
      <PublishedCheck />
      <SavingsList figure={open} close={closeList} />
      <Suspense>{form.kind && <OutsideForm key={form.kind} kind={form.kind} close={form.close} saved={form.saved} />}</Suspense>
    </SavingsViewContext>
  )
}

/** The form of one figure; where several are missing, the next follows once one is saved. */
function useFigureForm() {
  const [kinds, setKinds] = useState<readonly AssumptionKind[]>([])
  const rememberOpener = useReturnFocus(kinds.length > 0)
  return {
    kind: kinds[0],
    open: (wanted: readonly AssumptionKind[]): void => {
      rememberOpener()
      setKinds(wanted)
    },
    saved: (): void => setKinds(kinds.slice(1)),
    close: (): void => setKinds([]),
  }
}

/** The figure; in its place what is missing, or that there is nothing to count. */
function Estimate({ savings, change }: { savings: Savings; change: ChangeFigures }) {
  const styles = useStyles()
  const { estimate } = savings
  if (isNobody(savings)) return <Nobody />
  if (!estimate) return <MissingFigures savings={savings} change={change} />
  return (
    <>
      <div className={styles.top}>
        <Headline savings={savings} estimate={estimate} />
        <KeptApart savings={savings} estimate={estimate} />
      </div>
      <Warnings savings={savings} estimate={estimate} />
      <WorkingToggle estimate={estimate} />
    </>
  )
}

function Nobody() {
  const styles = useStyles()
  const { may } = useSession()
  const navigate = useNavigate()
  return (
    <div className={styles.nobody}>
      <Notice
        icon={<SavingsRegular />}
        heading={savingsWords.nobody}
        actions={may('cohort.read') && <Button onClick={() => void navigate(routes.cohorts)}>{savingsWords.toCohorts}</Button>}
      >
        {savingsWords.nobodyWhy}
      </Notice>
    </div>
  )
}
