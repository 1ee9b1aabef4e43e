import { useState } from 'react'
import type { Need } from '#domain/besideVocabulary.ts'
import { monthsAhead, putOffReasons } from '#domain/besideVocabulary.ts'
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
    monthsAhead: monthsAhead.putOff,
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

const isLegal = (reason: Reason): boolean => lossOf(reason) === 'legal'

/** What a reason is put off as; a to-do is put off by itself. */
const needIn = (reason: Reason): Need | undefined => (reason.kind === 'task' ? undefined : needOf[reason.kind])

/** What has a legal day that has come is not put off any more, nor what would be put off with it. */
function movable(reasons: readonly Reason[], today: PlainDate): Reason[] {
  const fixed = new Set(reasons.filter(reason => isLegal(reason) && reason.on <= today).map(needIn))
  return reasons.filter(reason => reason.kind === 'task' || !fixed.has(needIn(reason)))
}

/**
 * Everything a row is about is put off in one entry. What is due later than that day has nothing to wait for, and no legal day is passed:
 * the row comes back on the first one.
 */
export function putOffCommand(reasons: readonly Reason[], answers: Answers, today: PlainDate): TypedCommand | undefined {
  const asked = untilOf(answers, today)
  const waiting = movable(reasons, today).filter(({ on }) => on < asked)
  const [until = asked] = [asked, ...waiting.filter(isLegal).map(({ on }) => on)].sort()
  const tasks = waiting.flatMap(reason => (reason.kind === 'task' ? [reason.task] : []))
  const needs = [...new Set(waiting.flatMap(reason => needIn(reason) ?? []))]
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
  const legal = movable(row.reasons, today).length === 0 ? putOffWords.legalNow : row.reasons.some(isLegal) && putOffWords.legal
  const submit = (): void => {
    const answers = form.read()
    const command = answers && putOffCommand(row.reasons, answers, today)
    if (command) sender.submit(command, n)
    else if (answers) cancel()
  }
  return (
    <SettleFrame
      heading={name}
      {...(legal && { lead: legal })}
      form={form}
      sender={sender}
      save={putOffWords.save}
      submit={submit}
      cancel={cancel}
    />
  )
}
