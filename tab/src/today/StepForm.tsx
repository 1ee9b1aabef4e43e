import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { Mine } from '#tab/enterprise/conflict.ts'
import { ConflictGuard } from '#tab/enterprise/ConflictGuard.tsx'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { commandOf, stepFields, stepOf } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { commandLabels } from '#tab/entryLabels.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { SettleFrame } from '#tab/today/SettleFrame.tsx'
import type { Words } from '#tab/ui/drafts.ts'
import { sayDay } from '#tab/ui/say.ts'
import { useForm } from '#tab/ui/useForm.ts'

type StepFormProps = SettleFormProps & { kind: StepKind; start: Words; detail: CaseDetail; tracks: Tracks }

/** Records one step under its row. The record's number is taken when the form opens, so that what others record meanwhile is seen. */
export function StepForm({ kind, start, detail, tracks, name, saved, cancel }: StepFormProps) {
  const [n] = useState(detail.n)
  const draft = formIdOf(detail.id, kind)
  const fields = stepFields(kind, tracks)
  const form = useForm(draft, fields, { happenedOn: sayDay(detail.today), ...start }, detail.today)
  const [mine, setMine] = useState<Mine>()
  const sender = useRecording(
    detail.id,
    draft,
    () => undefined,
    told => saved(`${told.words}.`, told.n),
  )
  const { fact, save, lead } = stepOf(kind)
  const submit = (): void => {
    const answers = form.read()
    if (!answers) return
    const command = commandOf(kind, answers)
    setMine({ fact, fields, answers, command })
    sender.submit(command, n)
  }
  return (
    <ConflictGuard name={name} mine={mine} sender={sender} settled={cancel}>
      <SettleFrame
        heading={commandLabels[kind]}
        lead={lead}
        telephone={kind === 'answer-check-in' || kind === 'record-care-return' ? (detail.person?.phone ?? null) : null}
        form={form}
        sender={sender}
        save={save}
        submit={submit}
        cancel={cancel}
        columns={2}
      />
    </ConflictGuard>
  )
}
