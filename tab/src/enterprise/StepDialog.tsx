import { Link } from '@fluentui/react-components'
import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { Mine } from '#tab/enterprise/conflict.ts'
import { ConflictGuard } from '#tab/enterprise/ConflictGuard.tsx'
import { commandOf, stepFields, stepOf } from '#tab/enterprise/steps.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useCatalysts } from '#tab/enterprise/useEnterprise.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { commandLabels } from '#tab/entryLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useForm } from '#tab/ui/useForm.ts'

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

/** Records one step. The record's number is taken when the form opens: what others record meanwhile is then seen, never lost. */
export function StepDialog({ kind, start, detail, tracks, close, saved, instead }: StepDialogProps) {
  const catalysts = useCatalysts()
  const [n] = useState(detail.n)
  const draft = formIdOf(detail.id, kind)
  const fields = stepFields(kind, tracks, catalysts)
  const form = useForm(draft, fields, { happenedOn: sayDay(detail.today), ...start }, detail.today)
  const sender = useRecording(detail.id, draft, answer => saved(kind, answer.facts[0] ?? ''))
  const [mine, setMine] = useState<Mine>()
  const { fact, save, lead } = stepOf(kind)
  const submit = (): void => {
    const answers = form.read()
    if (!answers) return
    const command = commandOf(kind, answers)
    setMine({ fact, fields, answers, command })
    sender.submit(command, n)
  }
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
