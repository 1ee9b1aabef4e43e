import { useState } from 'react'
import { putOffReasons } from '#domain/besideVocabulary.ts'
import { formIdOf } from '#domain/draft.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, daysBetween } from '#domain/plainDate.ts'
import { lossOf, needOf } from '#domain/todayReasons.ts'
import type { Reason, TodayRow } from '#domain/todaySchemas.ts'
import { putOffLabels } from '#tab/besideLabels.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { SettleFrame } from '#tab/today/SettleFrame.tsx'
import { putOffWords } from '#tab/todayLabels.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'
import { useForm } from '#tab/ui/useForm.ts'

const fields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'until',
    label: putOffWords.title,
    options: [
      { value: 'tomorrow', label: putOffWords.tomorrow },
      { value: 'monday', label: putOffWords.monday },
      { value: 'day', label: putOffWords.day },
    ],
  },
  {
    kind: 'day',
    name: 'day',
    label: putOffWords.whichDay,
    mayBeLater: true,
    withoutYear: 'next',
    when: ({ until }) => until === 'day',
  },
  { kind: 'choice', name: 'why', label: putOffWords.why, options: optionsOf(putOffReasons, putOffLabels) },
]

/** The Monday after a day; of a Monday it is the next one. */
function mondayAfter(today: PlainDate): PlainDate {
  // 5 January 1970 was a Monday.
  const weekday = ((daysBetween('1970-01-05' as PlainDate, today) % 7) + 7) % 7
  return addDays(today, 7 - weekday)
}

function untilOf({ until, day }: Answers, today: PlainDate): PlainDate {
  if (until === 'tomorrow') return addDays(today, 1)
  return until === 'monday' ? mondayAfter(today) : (day as PlainDate)
}

/** Everything a row is about is put off in one entry. What is due later than that day has nothing to wait for. */
export function putOffCommand(reasons: readonly Reason[], answers: Answers, today: PlainDate): TypedCommand | undefined {
  const until = untilOf(answers, today)
  const waiting = reasons.filter(({ on }) => on < until)
  const tasks = waiting.flatMap(reason => (reason.kind === 'task' ? [reason.task] : []))
  const needs = [...new Set(waiting.flatMap(reason => (reason.kind === 'task' ? [] : [needOf[reason.kind]])))]
  const { why } = answers
  const rest = { happenedOn: today, until, why }
  const [need, ...otherNeeds] = needs
  const [task, ...otherTasks] = tasks
  if (need) return { kind: 'put-off', need, ...rest, also: { needs: otherNeeds, tasks } } as TypedCommand
  return task ? ({ kind: 'put-off-task', task, ...rest, also: { needs: [], tasks: otherTasks } } as TypedCommand) : undefined
}

const putOffSaid = (command: TypedCommand): string => ('until' in command && command.until ? `Put off until ${sayDay(command.until)}.` : '')

/** Puts a row off, with a reason. */
export default function PutOffForm({ row, today, name, saved, cancel }: SettleFormProps & { row: TodayRow; today: PlainDate }) {
  const [n] = useState(row.n)
  const draft = formIdOf(row.id, 'put-off')
  const form = useForm(draft, fields, {}, today)
  const sender = useRecording(
    row.id,
    draft,
    () => undefined,
    told => saved(told.words, told.n),
    putOffSaid,
  )
  const legal = row.reasons.some(reason => lossOf(reason) === 'legal')
  const submit = (): void => {
    const answers = form.read()
    const command = answers && putOffCommand(row.reasons, answers, today)
    if (command) sender.submit(command, n)
    else if (answers) cancel()
  }
  return (
    <SettleFrame
      heading={name}
      {...(legal && { lead: putOffWords.legal })}
      form={form}
      sender={sender}
      save={putOffWords.save}
      submit={submit}
      cancel={cancel}
    />
  )
}
