import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { SettleFrame } from '#tab/today/SettleFrame.tsx'
import { taskWords } from '#tab/todayLabels.ts'
import type { Field } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'
import { useForm } from '#tab/ui/useForm.ts'

const fields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'how',
    label: taskWords.how,
    options: [
      { value: 'done', label: taskWords.done },
      { value: 'dropped', label: taskWords.dropped },
    ],
  },
  { kind: 'day', name: 'happenedOn', label: 'When?' },
]

const doneWords = (command: TypedCommand): string =>
  command.kind === 'do-task' ? (command.dropped ? 'Not needed.' : `Done on ${sayDay(command.happenedOn)}.`) : ''

type TaskFormProps = SettleFormProps & { detail: CaseDetail; task: string; words: string }

/** A to-do is done, or was not needed after all. */
export function TaskForm({ detail, task, words, saved, cancel }: TaskFormProps) {
  const [n] = useState(detail.n)
  const draft = formIdOf(detail.id, `do-task.${task}`)
  const form = useForm(draft, fields, { how: 'done', happenedOn: sayDay(detail.today) }, detail.today)
  const sender = useRecording(
    detail.id,
    draft,
    () => undefined,
    told => saved(told.words, told.n),
    doneWords,
  )
  const submit = (): void => {
    const answers = form.read()
    if (!answers) return
    const dropped = answers['how'] === 'dropped'
    sender.submit({ kind: 'do-task', task, happenedOn: answers['happenedOn'], ...(dropped && { dropped }) } as TypedCommand, n)
  }
  return <SettleFrame heading={words} form={form} sender={sender} save="Save" submit={submit} cancel={cancel} columns={2} />
}
