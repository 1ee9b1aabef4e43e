import type { CaseDetail } from '#tab/api.ts'
import { ConflictGuard } from '#tab/enterprise/ConflictGuard.tsx'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { stepOf } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useStep } from '#tab/enterprise/useStep.ts'
import { commandLabels } from '#tab/entryLabels.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { SettleFrame } from '#tab/today/SettleFrame.tsx'
import type { Words } from '#tab/ui/drafts.ts'

type StepFormProps = SettleFormProps & { kind: StepKind; start: Words; detail: CaseDetail; tracks: Tracks }

/** Records one step under its row. */
export function StepForm({ kind, start, detail, tracks, name, saved, cancel }: StepFormProps) {
  const { form, sender, submit, mine } = useStep({
    kind,
    start,
    detail,
    tracks,
    saved: () => undefined,
    tell: told => saved(`${told.words}.`, told.n),
  })
  const { save, lead } = stepOf(kind)
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
