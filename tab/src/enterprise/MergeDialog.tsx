import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { useCases } from '#tab/enterprises/useCases.ts'
import type { Field } from '#tab/ui/fields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { useSession } from '#tab/ui/session.ts'
import { useForm } from '#tab/ui/useForm.ts'
import { useSaving } from '#tab/ui/useSaving.ts'

const fields: readonly Field[] = [
  { kind: 'line', name: 'reference', label: 'Which record do you keep?', hint: 'Type its reference, such as 0098.', most: 24 },
]

type MergeDialogProps = { detail: CaseDetail; close: () => void; saved: () => void }

/** This record is a duplicate. Nothing moves between the two histories, and a merge can be taken apart. */
export function MergeDialog({ detail, close, saved }: MergeDialogProps) {
  const { api, programme } = useSession()
  const { data } = useCases()
  const draft = formIdOf(detail.id, 'merge')
  const form = useForm(draft, fields, {}, detail.today)
  const [unknown, setUnknown] = useState('')
  const sender = useSaving<string, RecordedAnswer>(draft, (into, options) => api.merge(programme.id, detail.id, into, options), saved)
  const submit = (): void => {
    const answers = form.read()
    if (!answers) return
    const wanted = (form.words['reference'] ?? '').trim()
    const kept = data?.cases.find(({ reference }) => reference.toLowerCase() === wanted.toLowerCase())
    setUnknown(kept ? '' : `We know no record ${wanted} here.`)
    if (kept) sender.submit(kept.id)
  }
  return (
    <FormDialog
      title="Merge with another"
      lead="This record leaves every list and count. The one you keep stays as it is, from the first day they got in touch. You can take the merge apart again."
      form={form}
      sender={sender}
      save="Merge"
      submit={submit}
      close={close}
    >
      {unknown !== '' && <p role="alert">{unknown}</p>}
    </FormDialog>
  )
}
