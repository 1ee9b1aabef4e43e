import { monthsAhead } from '#domain/besideVocabulary.ts'
import { formIdOf } from '#domain/draft.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import type { Field } from '#tab/ui/fields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { useForm } from '#tab/ui/useForm.ts'

const title = 'Plan the interview'

export const interviewFields: readonly Field[] = [
  { kind: 'day', name: 'dueOn', label: 'When is it?', mayBeLater: true, withoutYear: 'next', monthsAhead: monthsAhead.task },
  { kind: 'line', name: 'at', label: 'At what time?', most: 5, pattern: /^(?:[01]?\d|2[0-3])[:.][0-5]\d$/, fault: 'Such as 10:30.' },
  { kind: 'note', name: 'note', label: 'Where, and with whom?', optional: true },
]

/** 9.30 as 09:30 */
const timeOf = (text: string): string => text.replace('.', ':').padStart(5, '0')

type InterviewDialogProps = { detail: CaseDetail; close: () => void; saved: (entry: string) => void }

/** The interview with CQC is a to-do with a day and a time, until it was held. */
export function InterviewDialog({ detail, close, saved }: InterviewDialogProps) {
  const draft = formIdOf(detail.id, 'interview')
  const form = useForm(draft, interviewFields, {}, detail.today)
  const sender = useRecording(detail.id, draft, answer => saved(answer.facts[0] ?? ''))
  const submit = (): void => {
    const answers = form.read() as { dueOn: string; at: string; note?: string } | undefined
    if (!answers) return
    const { dueOn, at, note } = answers
    const words = ['Interview with CQC', note].filter(Boolean).join('. ')
    sender.submit({ kind: 'set-task', happenedOn: detail.today, about: 'cqc', dueOn, at: timeOf(at), note: words } as TypedCommand)
  }
  return (
    <FormDialog
      title={title}
      lead="It goes on the to-do list with its day and time."
      form={form}
      sender={sender}
      save={title}
      submit={submit}
      close={close}
    />
  )
}
