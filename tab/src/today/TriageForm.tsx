import type { CaseDetail } from '#tab/api.ts'
import { ConflictGuard } from '#tab/enterprise/ConflictGuard.tsx'
import { useTriage } from '#tab/enquiry/useTriage.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { SettleFrame } from '#tab/today/SettleFrame.tsx'

/** An enquiry is answered under its row: taken on, advised, sent elsewhere, or not now. */
export function TriageForm({ detail, name, saved, cancel }: SettleFormProps & { detail: CaseDetail }) {
  const { form, sender, submit, mine } = useTriage({
    detail,
    saved: () => undefined,
    tell: told => saved(`${told.words}.`, told.n),
  })
  return (
    <ConflictGuard name={name} mine={mine} sender={sender} settled={cancel}>
      <SettleFrame heading="Answer the enquiry" form={form} sender={sender} save="Save" submit={submit} cancel={cancel} />
    </ConflictGuard>
  )
}
