import { Button, Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { CaseDetail } from '#tab/api.ts'
import { GateList } from '#tab/checks/GateList.tsx'
import type { Cure } from '#tab/checks/gateItems.ts'
import { gateItems } from '#tab/checks/gateItems.ts'
import { AboutThem } from '#tab/enterprise/AboutThem.tsx'
import type { Correction } from '#tab/enterprise/CorrectDialog.tsx'
import { EmploymentPrompt } from '#tab/enterprise/EmploymentPrompt.tsx'
import { CardSkeleton } from '#tab/enterprise/EnterpriseSkeleton.tsx'
import { Happened } from '#tab/enterprise/Happened.tsx'
import { Milestones } from '#tab/enterprise/Milestones.tsx'
import { NextCard } from '#tab/enterprise/NextCard.tsx'
import { Numbers } from '#tab/enterprise/Numbers.tsx'
import type { Opened } from '#tab/enterprise/opened.ts'
import { openedBy, openedFor } from '#tab/enterprise/opened.ts'
import { RecordMenu } from '#tab/enterprise/RecordMenu.tsx'
import { RecordNotices } from '#tab/enterprise/RecordNotices.tsx'
import type { StepGroup } from '#tab/enterprise/steps.ts'
import { TaskCard } from '#tab/enterprise/TaskCard.tsx'
import { TrackList } from '#tab/enterprise/TrackList.tsx'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { tracksOf } from '#tab/enterprise/tracks.ts'
import { nothingNext, whatIsNext } from '#tab/enterprise/whatIsNext.ts'
import { endingLabels, leavingLabels } from '#tab/labels.ts'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { short, useIsWide, useWidth, wide } from '#tab/ui/widths.ts'

// On a phone a contact is a form over the page: what the card needs is not loaded there.
const LogContactCard = lazy(() => import('#tab/enterprise/LogContactCard.tsx'))

const useStyles = makeStyles({
  ended: { marginBottom: '24px' },
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '32px',
    columnGap: '32px',
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr) 344px', gridTemplateRows: 'auto 1fr' },
  },
  stack: { display: 'grid', gap: '32px', gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start', minWidth: 0 },
  aside: { [wide]: { gridColumn: '2', gridRow: '1 / span 2' } },
  bar: {
    position: 'fixed',
    zIndex: 9,
    left: 0,
    right: 0,
    bottom: '56px',
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    gap: '8px',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& button': { minHeight: '44px', width: '100%', maxWidth: 'none' },
    [short]: { position: 'static', padding: '8px 0' },
  },
})

type EnterpriseBodyProps = {
  detail: CaseDetail
  steps: readonly StepGroup[]
  open: (opened: Opened) => void
  fresh: string
  saved: (entry: string) => void
}

/** The record: where they are, what is in the way, what we said last time. The order on a narrow page is the order of the page. */
export function EnterpriseBody({ detail, steps, open, fresh, saved }: EnterpriseBodyProps) {
  const styles = useStyles()
  const { may } = useSession()
  const tracks = tracksOf(detail)
  const twoColumns = useIsWide()
  const isPhone = useWidth() === 'phone'
  const { support } = tracks
  const isStopped = support.state === 'stopped'
  const logs = may('check-ins.record') && !isStopped
  const blocked = gateItems(detail, tracks, may)
  const openCure = (cure: Cure): void => open(openedBy(cure))
  const next = (
    <div className={styles.stack}>
      <NextCard
        items={whatIsNext(detail, tracks, may)}
        nothing={nothingNext(tracks)}
        gates={blocked.length > 0 && <GateList items={blocked} open={openCure} />}
        act={({ step, start }) => open(openedFor(step, start))}
      />
      {logs && <TaskCard detail={detail} />}
    </div>
  )
  const contact = logs && !isPhone && (
    <Suspense fallback={<CardSkeleton />}>
      <LogContactCard detail={detail} tracks={tracks} saved={saved} />
    </Suspense>
  )
  const trackList = (
    <TrackList
      detail={detail}
      tracks={tracks}
      open={may('cases.record') ? openCure : undefined}
      act={({ step, start }) => open(openedFor(step, start))}
    />
  )
  const numbers = (
    <Numbers
      tracks={tracks}
      call={detail.call}
      add={may('check-ins.record') ? () => open({ form: 'step', kind: 'record-care-return', start: {} }) : undefined}
    />
  )
  const correct = may('entries.correct') ? (correction: Correction) => open({ form: 'correction', ...correction }) : undefined
  const happened = <Happened id={detail.id} fresh={fresh} correct={correct} />
  const about = <AboutThem detail={detail} tracks={tracks} open={open} correct={correct} />
  return (
    <>
      <RecordNotices detail={detail} tracks={tracks} />
      <Ended tracks={tracks} reopen={may('cases.record') ? () => open({ form: 'step', kind: 'reopen', start: {} }) : undefined} />
      {may('cases.record') && <EmploymentPrompt detail={detail} tracks={tracks} />}
      <Milestones detail={detail} tracks={tracks} />
      {twoColumns ? (
        <div className={styles.page}>
          {next}
          <div className={`${styles.stack} ${styles.aside}`}>
            {contact}
            {numbers}
            {about}
          </div>
          <div className={styles.stack}>
            {trackList}
            {happened}
          </div>
        </div>
      ) : (
        <div className={styles.stack}>
          {next}
          {contact}
          {trackList}
          {numbers}
          {happened}
          {about}
        </div>
      )}
      {isPhone && <PhoneBar steps={steps} logs={logs} open={open} />}
    </>
  )
}

/** On a phone what one does most stands where the thumb is. */
function PhoneBar({ steps, logs, open }: Pick<EnterpriseBodyProps, 'steps' | 'open'> & { logs: boolean }) {
  const styles = useStyles()
  if (!logs && steps.length === 0) return null
  return (
    <div className={styles.bar}>
      {logs && (
        <Button appearance="primary" onClick={() => open({ form: 'contact' })}>
          Log a contact
        </Button>
      )}
      <RecordMenu groups={steps} open={kind => open(openedFor(kind))} secondary />
    </div>
  )
}

/** A record that came to its end says so first, and how to open it again. */
function Ended({ tracks: { support }, reopen }: { tracks: Tracks; reopen: (() => void) | undefined }) {
  const styles = useStyles()
  if (support.state !== 'stopped' && support.state !== 'left-sight') return null
  const words =
    support.state === 'stopped'
      ? `Stopped on ${sayDay(support.stoppedOn)}: ${endingLabels[support.ending].toLowerCase()}.`
      : `Left our sight on ${sayDay(support.leftOn)}: ${leavingLabels[support.leaving].toLowerCase()}.`
  return (
    <MessageBar className={styles.ended} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words}</MessageBarTitle>{' '}
        {reopen && (
          <Link as="button" type="button" inline onClick={reopen}>
            Open it again
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  )
}
