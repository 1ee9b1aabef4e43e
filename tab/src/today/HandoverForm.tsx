import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { SettleFrame } from '#tab/today/SettleFrame.tsx'
import type { Field } from '#tab/ui/fields.ts'
import { useForm } from '#tab/ui/useForm.ts'

const fields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'answer',
    label: 'Will you take them over?',
    options: [
      { value: 'accept-handover', label: 'Yes' },
      { value: 'decline-handover', label: 'No' },
    ],
  },
]

const answerWords = ({ kind }: TypedCommand): string =>
  kind === 'accept-handover' ? 'They are yours now.' : 'You said no to taking them over.'

/** Whoever is asked to take a record over says yes or no. */
export function HandoverForm({ detail, name, saved, cancel }: SettleFormProps & { detail: CaseDetail }) {
  const [n] = useState(detail.n)
  const draft = formIdOf(detail.id, 'handover')
  const form = useForm(draft, fields, {}, detail.today)
  const sender = useRecording(
    detail.id,
    draft,
    () => undefined,
    told => saved(told.words, told.n),
    answerWords,
  )
  const submit = (): void => {
    const answers = form.read()
    if (answers) sender.submit({ kind: answers['answer'], happenedOn: detail.today } as TypedCommand, n)
  }
  return <SettleFrame heading={name} form={form} sender={sender} save="Save" submit={submit} cancel={cancel} />
}
