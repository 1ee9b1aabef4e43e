import { taskAbouts } from '#domain/besideVocabulary.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseDetail } from '#tab/api.ts'
import { taskAboutLabels } from '#tab/besideLabels.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { answeredDay, whenFields } from '#tab/today/nextSpeak.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { SettleFrame } from '#tab/today/SettleFrame.tsx'
import { taskWords } from '#tab/todayLabels.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'
import { useForm } from '#tab/ui/useForm.ts'

/** What a to-do asks: what it is about, its words, by when, and a time where it matters. */
export const taskFields: readonly Field[] = [
  {
    kind: 'list',
    name: 'about',
    label: taskWords.about,
    options: optionsOf(taskAbouts, { ...taskAboutLabels, other: taskWords.otherAbout }),
  },
  { kind: 'line', name: 'note', label: taskWords.words, most: 200, optional: true },
  ...whenFields(taskWords.when, false),
  {
    kind: 'line',
    name: 'at',
    label: taskWords.at,
    most: 5,
    hint: taskWords.atHint,
    optional: true,
    pattern: /^(?:[01]?\d|2[0-3])[:.][0-5]\d$/,
    fault: taskWords.atFault,
  },
]

/** The to-do that the answers make; a time is typed with a point as well, and without the nought before it. */
export function taskOf({ about, note, at, ...when }: Answers, today: PlainDate): TypedCommand {
  const time = typeof at === 'string' ? at.replace('.', ':').padStart(5, '0') : undefined
  return { kind: 'set-task', happenedOn: today, about, dueOn: answeredDay(when, today), at: time, note } as TypedCommand
}

const savedAs = (command: TypedCommand): string => (command.kind === 'set-task' ? `To-do for ${sayDay(command.dueOn)}.` : '')

/** Something to do, by a day. */
export function AddTaskForm({ detail, saved, cancel }: SettleFormProps & { detail: CaseDetail }) {
  const draft = formIdOf(detail.id, 'set-task')
  const form = useForm(draft, taskFields, {}, detail.today)
  const sender = useRecording(
    detail.id,
    draft,
    () => undefined,
    told => saved(told.words, told.n),
    savedAs,
  )
  const submit = (): void => {
    const answers = form.read()
    if (answers) sender.submit(taskOf(answers, detail.today))
  }
  return (
    <SettleFrame heading={taskWords.add} form={form} sender={sender} save={taskWords.save} submit={submit} cancel={cancel} columns={2} />
  )
}
