import type { CaseDetail } from '#tab/api.ts'
import { DbsDialog } from '#tab/checks/DbsDialog.tsx'
import type { Cure } from '#tab/checks/gateItems.ts'
import type { Correction } from '#tab/enterprise/CorrectDialog.tsx'
import { PutRightDialog, TakeBackDialog } from '#tab/enterprise/CorrectDialog.tsx'
import { InterviewDialog } from '#tab/enterprise/InterviewDialog.tsx'
import { LogContactDialog } from '#tab/enterprise/LogContact.tsx'
import { PapersDialog } from '#tab/enterprise/PapersDialog.tsx'
import { MergeDialog } from '#tab/enterprise/MergeDialog.tsx'
import { StepDialog } from '#tab/enterprise/StepDialog.tsx'
import type { OpenKind, StepKind } from '#tab/enterprise/steps.ts'
import { tracksOf } from '#tab/enterprise/tracks.ts'
import { PrivateNotesDialog } from '#tab/privateNotes/PrivateNotesDialog.tsx'
import type { Words } from '#tab/ui/drafts.ts'

/** The form that stands open over the page. */
export type Opened =
  | { form: 'dbs' }
  | { form: 'private-notes' }
  | { form: 'merge' }
  | { form: 'step'; kind: StepKind; start: Words }
  | { form: 'contact' }
  | { form: 'papers' }
  | { form: 'interview' }
  | { form: 'cqc-check' }
  | ({ form: 'correction' } & Correction)

/** What clears a cause: a form, or the page of the CQC check. */
export function openedBy(cure: Cure): Opened {
  if (cure.opens === 'dbs' || cure.opens === 'cqc-check') return { form: cure.opens }
  return { form: 'step', kind: cure.step, start: cure.start ?? {} }
}

/** What is opened to record a step: mostly its form. */
export function openedFor(kind: OpenKind, start: Words = {}): Opened {
  if (kind === 'record-scoping') return { form: 'cqc-check' }
  if (kind === 'tick-paper') return { form: 'papers' }
  // The one to-do that a track sets is the interview with CQC.
  return kind === 'set-task' ? { form: 'interview' } : { form: 'step', kind, start }
}

type OpenedDialogProps = {
  opened: Opened
  detail: CaseDetail
  open: (opened: Opened) => void
  close: () => void
  saved: (entry: string) => void
}

/** Draws the form that stands open. A check-in that was answered leads on to its numbers. */
export function OpenedDialog({ opened, detail, open, close, saved }: OpenedDialogProps) {
  const tracks = tracksOf(detail)
  const common = { detail, tracks, close }
  if (opened.form === 'dbs') return <DbsDialog detail={detail} close={close} saved={() => saved('')} />
  if (opened.form === 'merge') return <MergeDialog detail={detail} close={close} saved={() => saved('')} />
  if (opened.form === 'private-notes') return <PrivateNotesDialog detail={detail} close={close} saved={() => saved('')} />
  if (opened.form === 'contact') return <LogContactDialog {...common} saved={saved} />
  if (opened.form === 'papers') return <PapersDialog {...common} />
  if (opened.form === 'interview') return <InterviewDialog {...common} saved={saved} />
  // A page of its own, which the page opens.
  if (opened.form === 'cqc-check') return null
  if (opened.form === 'correction') {
    const { what, line } = opened
    return what === 'put-right' ? (
      <PutRightDialog {...common} line={line} saved={saved} />
    ) : (
      <TakeBackDialog {...common} what={what} line={line} saved={saved} />
    )
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
