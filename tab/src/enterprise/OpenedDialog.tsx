import type { CaseDetail } from '#tab/api.ts'
import { DbsDialog } from '#tab/checks/DbsDialog.tsx'
import { PutRightDialog, TakeBackDialog } from '#tab/enterprise/CorrectDialog.tsx'
import { InterviewDialog } from '#tab/enterprise/InterviewDialog.tsx'
import { LogContactDialog } from '#tab/enterprise/LogContactDialog.tsx'
import { PapersDialog } from '#tab/enterprise/PapersDialog.tsx'
import { MergeDialog } from '#tab/enterprise/MergeDialog.tsx'
import type { Opened } from '#tab/enterprise/opened.ts'
import { StepDialog } from '#tab/enterprise/StepDialog.tsx'
import { EditPerson } from '#tab/enterprise/EditPerson.tsx'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { tracksOf } from '#tab/enterprise/tracks.ts'
import type { Decision } from '#tab/enquiry/triage.ts'
import { TriageDialog } from '#tab/enquiry/TriageDialog.tsx'
import { PrivateNotesDialog } from '#tab/privateNotes/PrivateNotesDialog.tsx'
import { CallDialog } from '#tab/followUp/CallDialog.tsx'

type OpenedDialogProps = {
  opened: Opened
  detail: CaseDetail
  open: (opened: Opened) => void
  close: () => void
  saved: (entry: string) => void
}

/** Draws the form that stands open. A check-in that was answered leads on to its numbers. */
export default function OpenedDialog({ opened, detail, open, close, saved }: OpenedDialogProps) {
  const tracks = tracksOf(detail)
  const common = { detail, tracks, close }
  if (opened.form === 'dbs') return <DbsDialog detail={detail} close={close} saved={() => saved('')} />
  if (opened.form === 'merge') return <MergeDialog detail={detail} close={close} saved={() => saved('')} />
  if (opened.form === 'private-notes') return <PrivateNotesDialog detail={detail} close={close} saved={() => saved('')} />
  if (opened.form === 'contact') return <LogContactDialog {...common} saved={saved} />
  if (opened.form === 'papers') return <PapersDialog {...common} />
  if (opened.form === 'interview') return <InterviewDialog {...common} saved={saved} />
  // Pages of their own, which the page opens.
  if (opened.form === 'cqc-check' || opened.form === 'recommend' || opened.form === 'grant') return null
  if (opened.form === 'call') return <CallDialog detail={detail} close={close} saved={() => saved('')} />
  if (opened.form === 'triage') return <TriageDialog detail={detail} close={close} saved={saved} />
  if (opened.form === 'person')
    return detail.person && <EditPerson detail={detail} person={detail.person} close={close} saved={() => saved('')} />
  if (opened.form === 'correction') {
    const { what, line } = opened
    return what === 'put-right' ? (
      <PutRightDialog {...common} line={line} saved={saved} />
    ) : (
      <TakeBackDialog {...common} what={what} line={line} saved={saved} />
    )
  }
  const decision = decisionOf(opened.kind)
  if (decision) {
    // Once it is answered, all that is left to decide is to take them on after all.
    const isAnswered = tracks.support.state !== 'enquiry'
    const how = isAnswered ? { only: decision } : { start: { decision } }
    return <TriageDialog detail={detail} close={close} saved={saved} {...how} />
  }
  return (
    <StepDialog
      {...common}
      kind={opened.kind}
      start={opened.start}
      instead={kind => open({ form: 'step', kind, start: {} })}
      saved={(kind, entry) => {
        saved(entry)
        if (kind === 'answer-check-in') open({ form: 'step', kind: 'record-care-return', start: {} })
      }}
    />
  )
}

/** Steps that answer an enquiry have a form of their own. */
const decisionOf = (kind: StepKind): Decision | undefined =>
  kind === 'accept' || kind === 'advise-only' || kind === 'decline' ? kind : undefined
