import { Link } from '@fluentui/react-components'
import type { CaseDetail } from '#tab/api.ts'
import { ConflictGuard } from '#tab/enterprise/ConflictGuard.tsx'
import { stepOf } from '#tab/enterprise/steps.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useStep } from '#tab/enterprise/useStep.ts'
import { commandLabels } from '#tab/entryLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'

type StepDialogProps = {
  kind: StepKind
  start: Words
  detail: CaseDetail
  tracks: Tracks
  close: () => void
  saved: (kind: StepKind, id: string) => void
  /** Stopping is often no ending: only the form changed. */
  instead: (kind: StepKind) => void
}

/** Records one step. */
export function StepDialog({ kind, start, detail, tracks, close, saved, instead }: StepDialogProps) {
  const { form, sender, submit, mine } = useStep({
    kind,
    start,
    detail,
    tracks,
    saved: answer => saved(kind, answer.facts[0] ?? ''),
  })
  const { save, lead } = stepOf(kind)
  return (
    <ConflictGuard name={detail.name ?? detail.reference} mine={mine} sender={sender} settled={() => saved(kind, '')}>
      <FormDialog title={commandLabels[kind]} lead={lead} form={form} sender={sender} save={save} submit={submit} close={close}>
        {kind === 'stop' && (
          <p>
            Only changed legal form? That is not an ending.{' '}
            <Link as="button" type="button" inline onClick={() => instead('constitute')}>
              Record the new form
            </Link>
          </p>
        )}
      </FormDialog>
    </ConflictGuard>
  )
}
