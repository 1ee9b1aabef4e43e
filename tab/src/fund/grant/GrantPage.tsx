import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { LockClosedFilled } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useParams } from 'react-router'
import { failureOf } from '#tab/api.ts'
import { grantName } from '#domain/grants.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { pageLabels } from '#tab/fund/grant/grantPageLabels.ts'
import { GrantPapers } from '#tab/fund/grant/GrantPapers.tsx'
import { PeopleStrip } from '#tab/fund/grant/PeopleStrip.tsx'
import { peopleStrip } from '#tab/fund/grant/peopleStrip.ts'
import type { Blocked } from '#tab/fund/grant/standingWords.ts'
import { blockedWords, grantTitle, sinceWords, stateWords } from '#tab/fund/grant/standingWords.ts'
import type { GrantStepKind } from '#domain/grantSteps.ts'
import { kindOfStep } from '#tab/fund/grant/stepKinds.ts'
import { StepPanel } from '#tab/fund/grant/StepPanel.tsx'
import { useGrant, useNameOf } from '#tab/fund/grant/useGrant.ts'
import { useGrantStep } from '#tab/fund/grant/useGrantStep.ts'
import { routes } from '#tab/routes.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'
import { desk } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: '32px',
    rowGap: '14px',
    [desk]: { gridTemplateColumns: 'minmax(0, 7fr) minmax(0, 5fr)' },
  },
  notice: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    marginTop: '12px',
    padding: '10px 14px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  noticeTitle: { ...typographyStyles.body1Strong, margin: 0 },
  noticeWords: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  bones: { display: 'grid', gap: '16px', marginTop: '16px' },
})

const parents = [{ label: pageLabels.fund, to: routes.fund }]

/** One grant, from what it is for to its end: whoever decides, pays or reads finds it all on one screen. */
export default function GrantPage() {
  const { caseId = '', grantId = '' } = useParams()
  const grant = useGrant(caseId, grantId)
  const { data } = grant
  if (grant.error && !data && failureOf(grant.error).kind === 'not-shown') {
    return (
      <Page title="We cannot show you this" parents={parents}>
        <NotShown titled />
      </Page>
    )
  }
  const number = data ? grantName(data.row.number) : 'Grant'
  return (
    <Page
      title={data ? grantTitle(data) : 'Grant'}
      windowTitle={number}
      parents={parents}
      context={data ? [number, data.pot.name, stateWords(data), sinceWords(data, data.today)] : []}
    >
      <Remote query={grant} waitingFor="Loading the grant" skeleton={<Skeleton />} called="grant">
        {answer => <Grant key={grantId} answer={answer} />}
      </Remote>
    </Page>
  )
}

function Skeleton() {
  const styles = useStyles()
  return (
    <div className={styles.bones}>
      <Bone shape="box" />
      <Bone width="60%" />
      <Bone width="80%" />
      <Bone width="40%" />
    </div>
  )
}

/** Which step's form is on the page: one that was opened, one that somebody types into, else the one that waits for this person. */
function useShownStep({ row: { next } }: GrantAnswer) {
  const [opened, setOpened] = useState<GrantStepKind>()
  const [held, setHeld] = useState<GrantStepKind>()
  const waits = next?.may ? kindOfStep(next.step) : undefined
  return { kind: opened ?? held ?? waits, opened, setOpened, setHeld }
}

/** Where the form stood, what is next takes the focus. */
function useFocusOnStep(times: number): void {
  const before = useRef(times)
  useEffect(() => {
    if (before.current === times) return
    before.current = times
    document.getElementById('grant-step')?.focus()
  }, [times])
}

function Grant({ answer }: { answer: GrantAnswer }) {
  const queries = useQueryClient()
  const { kind, opened, setOpened, setHeld } = useShownStep(answer)
  const [since, setSince] = useState(0)
  const [turns, setTurns] = useState(0)
  useFocusOnStep(turns)
  const settle = (): void => {
    setOpened(undefined)
    setHeld(undefined)
    setTurns(times => times + 1)
  }
  return (
    <GrantBody
      // Each step has its own form, and so has each turn of the same step.
      key={`${kind ?? ''} ${turns}`}
      answer={answer}
      kind={kind}
      isOpened={opened !== undefined}
      since={since}
      hold={setHeld}
      saved={n => {
        setSince(n)
        settle()
      }}
      open={next => {
        setOpened(next)
        setTurns(times => times + 1)
      }}
      refresh={() => void queries.invalidateQueries()}
    />
  )
}

type GrantBodyProps = {
  answer: GrantAnswer
  kind: GrantStepKind | undefined
  isOpened: boolean
  since: number
  hold: (kind: GrantStepKind | undefined) => void
  saved: (n: number) => void
  open: (kind: GrantStepKind | undefined) => void
  refresh: () => void
}

function GrantBody({ answer, kind, isOpened, since, hold, saved, open, refresh }: GrantBodyProps) {
  const styles = useStyles()
  const { me, meeting } = useSession()
  const hidden = useSyncExternalStore(meeting.watch, meeting.isHidden)
  const nameOf = useNameOf(answer)
  const step = useGrantStep({ answer, kind, since, hold, saved })
  const { next } = answer.row
  const blocked = next && blockedWords(next, nameOf)
  return (
    <>
      {blocked && <BlockedNotice {...blocked} />}
      <PeopleStrip items={peopleStrip(answer, nameOf, me.oid)} />
      <div className={styles.columns}>
        <div>
          <GrantPapers answer={answer} nameOf={nameOf} step={step} hidden={hidden} />
        </div>
        <div>
          <StepPanel answer={answer} nameOf={nameOf} step={step} hidden={hidden} open={open} isOpened={isOpened} refresh={refresh} />
        </div>
      </div>
    </>
  )
}

/** Before anything else: that this is not theirs to take, and who can. */
function BlockedNotice({ title, words }: Blocked) {
  const styles = useStyles()
  return (
    <div className={styles.notice}>
      <LockClosedFilled fontSize={20} aria-hidden />
      <div>
        <p className={styles.noticeTitle}>{title}</p>
        <p className={styles.noticeWords}>{words}</p>
      </div>
    </div>
  )
}
