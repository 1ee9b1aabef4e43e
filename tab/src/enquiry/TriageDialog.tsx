import type { CaseDetail } from '#tab/api.ts'
import { ConflictGuard } from '#tab/enterprise/ConflictGuard.tsx'
import type { Decision } from '#tab/enquiry/triage.ts'
import { useTriage } from '#tab/enquiry/useTriage.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'

type TriageDialogProps = {
  detail: CaseDetail
  only?: Decision | undefined
  start?: Words
  close: () => void
  saved: (entry: string) => void
}

/** What becomes of an enquiry, over its record. */
export function TriageDialog({ detail, only, start, close, saved }: TriageDialogProps) {
  const { form, sender, submit, mine } = useTriage({
    detail,
    only,
    ...(start && { start }),
    saved: answer => saved(answer.facts[0] ?? ''),
  })
  const name = detail.name ?? detail.reference
  return (
    <ConflictGuard name={name} mine={mine} sender={sender} settled={() => saved('')}>
      <FormDialog
        title={only === 'accept' ? 'Take them on' : 'Answer the enquiry'}
        lead={name}
        form={form}
        sender={sender}
        save="Save"
        submit={submit}
        close={close}
      />
    </ConflictGuard>
  )
}
