import type { CaseDetail } from '#tab/api.ts'
import { DbsDialog } from '#tab/checks/DbsDialog.tsx'
import type { Cure } from '#tab/checks/gateItems.ts'
import type { Correction } from '#tab/enterprise/CorrectDialog.tsx'
import { PutRightDialog, TakeBackDialog } from '#tab/enterprise/CorrectDialog.tsx'
import { LogContactDialog } from '#tab/enterprise/LogContact.tsx'
import { StepDialog } from '#tab/enterprise/StepDialog.tsx'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { tracksOf } from '#tab/enterprise/tracks.ts'
import { PrivateNotesDialog } from '#tab/privateNotes/PrivateNotesDialog.tsx'
import type { Words } from '#tab/ui/drafts.ts'

/** The form that stands open over the page. */
export type Opened =
  | { form: 'dbs' }
  | { form: 'private-notes' }
  | { form: 'step'; kind: StepKind; start: Words }
  | { form: 'contact' }
  | ({ form: 'correction' } & Correction)

/** The form that clears a cause. The CQC check is recorded as a step. */
export function openedBy(cure: Cure): Opened {
  if (cure.opens === 'dbs') return { form: 'dbs' }
  if (cure.opens === 'cqc-check') return { form: 'step', kind: 'record-scoping', start: {} }
  return { form: 'step', kind: cure.step, start: cure.start ?? {} }
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
  if (opened.form === 'private-notes') return <PrivateNotesDialog detail={detail} close={close} saved={() => saved('')} />
  if (opened.form === 'contact') return <LogContactDialog {...common} saved={saved} />
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
