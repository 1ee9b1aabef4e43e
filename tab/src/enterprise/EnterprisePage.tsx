import { lazy, Suspense, useEffect, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { failureOf } from '#tab/api.ts'
import type { Arrival } from '#tab/enterprise/arrival.ts'
import { useArrivalWith } from '#tab/enterprise/arrival.ts'
import { EnterpriseBody } from '#tab/enterprise/EnterpriseBody.tsx'
import { EnterpriseSkeleton } from '#tab/enterprise/EnterpriseSkeleton.tsx'
import { MaybeKnown } from '#tab/enterprise/MaybeKnown.tsx'
import { MoreMenu } from '#tab/enterprise/MoreMenu.tsx'
import type { Opened } from '#tab/enterprise/opened.ts'
import { openedFor, pageOf } from '#tab/enterprise/opened.ts'
import { RecordMenu } from '#tab/enterprise/RecordMenu.tsx'
import { offeredSteps } from '#tab/enterprise/steps.ts'
import { tracksOf } from '#tab/enterprise/tracks.ts'
import { useEnterprise, useRow, useWho } from '#tab/enterprise/useEnterprise.ts'
import { Walk } from '#tab/enterprise/Walk.tsx'
import { useListMemory } from '#tab/enterprises/listMemory.ts'
import { titleOf } from '#tab/enterprises/rowWords.ts'
import { usePlaces } from '#tab/enterprises/useCases.ts'
import { useKeepsFund } from '#tab/fund/useFund.ts'
import { routes } from '#tab/routes.ts'
import { NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { useWidth } from '#tab/ui/widths.ts'

// The forms come when the first one is opened.
const OpenedDialog = lazy(() => import('#tab/enterprise/OpenedDialog.tsx'))

/** One enterprise. Each has its own page, so that nothing of the one before is left on it. */
export default function EnterprisePage() {
  const { id = '' } = useParams()
  return <Enterprise key={id} id={id} />
}

function useParents() {
  const { from } = useListMemory()
  const list = { label: 'Enterprises', to: from?.to ?? routes.enterprises }
  return from && from.label !== 'All'
    ? [
        { ...list, to: routes.enterprises },
        { label: from.label, to: from.to },
      ]
    : [list]
}

/** The entry saved last. It is marked for two seconds, so that the eye finds it. */
function useFresh(): [string, (entry: string) => void] {
  const [fresh, setFresh] = useState('')
  useEffect(() => {
    if (fresh === '') return
    const timer = setTimeout(() => setFresh(''), 2_500)
    return () => clearTimeout(timer)
  }, [fresh])
  return [fresh, setFresh]
}

/** The form that one came for. A contact has a card of its own on the page; on a phone it is a form over it. */
function firstOpened(form: Arrival['open'], phone: boolean): Opened | undefined {
  if (form === 'triage') return { form }
  return form === 'contact' && phone ? { form } : undefined
}

function Enterprise({ id }: { id: string }) {
  const { may } = useSession()
  const navigate = useNavigate()
  const record = useEnterprise(id)
  const row = useRow(id)
  const placeOf = usePlaces()
  const who = useWho()
  const keepsFund = useKeepsFund()
  const parents = useParents()
  const phone = useWidth() === 'phone'
  const { open: first, maybeSame = [] } = useArrivalWith()
  const [opened, setOpened] = useState(() => firstOpened(first, phone))
  const [fresh, setFresh] = useFresh()
  const rememberOpener = useReturnFocus(opened !== undefined)
  const open = (next: Opened): void => {
    const page = pageOf(next, id)
    if (page !== undefined) void navigate(page)
    else {
      rememberOpener()
      setOpened(next)
    }
  }
  const known = record.data ?? row
  if (record.error && !record.data && failureOf(record.error).kind === 'not-shown') {
    return (
      <Page title="We cannot show you this" parents={parents}>
        <NotShown titled />
      </Page>
    )
  }
  const tracks = record.data && tracksOf(record.data)
  const steps = tracks ? offeredSteps(tracks, may, keepsFund) : []
  const context = known
    ? [
        known.name === null ? '' : known.reference,
        known.area ? placeOf(known.area) : '',
        known.catalyst ? `with ${who(known.catalyst)}` : '',
      ].filter(part => part !== '')
    : []
  return (
    <Page
      title={known ? titleOf(known) : 'Enterprise'}
      windowTitle={known?.reference ?? 'Enterprise'}
      parents={parents}
      place={<Walk id={id} />}
      actions={
        <>
          {known && <MoreMenu id={id} reference={known.reference} open={open} />}
          {!phone && <RecordMenu groups={steps} open={kind => open(openedFor(kind))} />}
        </>
      }
      context={context}
      barBelow
    >
      <Remote query={record} waitingFor="Loading the record" skeleton={<EnterpriseSkeleton />} called="record">
        {detail => (
          <>
            <MaybeKnown maybeSame={maybeSame} />
            <EnterpriseBody detail={detail} steps={steps} open={open} fresh={fresh} saved={setFresh} />
            <Suspense>
              {opened && (
                <OpenedDialog
                  key={JSON.stringify(opened)}
                  opened={opened}
                  detail={detail}
                  open={open}
                  close={() => setOpened(undefined)}
                  saved={entry => {
                    setFresh(entry)
                    setOpened(undefined)
                  }}
                />
              )}
            </Suspense>
          </>
        )}
      </Remote>
    </Page>
  )
}
