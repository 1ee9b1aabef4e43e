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
import { thingsIn } from '#tab/today/rowWords.ts'
import { putOffWords } from '#tab/todayLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { readFields } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'
import { useForm } from '#tab/ui/useForm.ts'

export const putOffFields: readonly Field[] = [
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

/** Those of a row's reasons that such a command puts off, and those that stay as they are. */
function sorted(reasons: readonly Reason[], command: TypedCommand): { off: Reason[]; stay: Reason[] } {
  if (command.kind !== 'put-off' && command.kind !== 'put-off-task') return { off: [], stay: [...reasons] }
  const needs: readonly (Need | undefined)[] = [...(command.kind === 'put-off' ? [command.need] : []), ...(command.also?.needs ?? [])]
  const tasks = [...(command.kind === 'put-off-task' ? [command.task] : []), ...(command.also?.tasks ?? [])]
  const isOff = (reason: Reason): boolean => (reason.kind === 'task' ? tasks.includes(reason.task) : needs.includes(needIn(reason)))
  return { off: reasons.filter(isOff), stay: reasons.filter(reason => !isOff(reason)) }
}

/** What was put off and until when, and what the row is still there for. */
export function putOffSaid(reasons: readonly Reason[], command: TypedCommand): string {
  if (!('until' in command) || !command.until) return ''
  const { off, stay } = sorted(reasons, command)
  return `Put off until ${sayDay(command.until)}: ${thingsIn(off)}.${stay.length > 0 ? ` Still here: ${thingsIn(stay)}.` : ''}`
}

/** What pressing the button would put off, where a row has several reasons; and what the law or a policy sets the day of. */
export function putOffLead(reasons: readonly Reason[], words: Words, today: PlainDate): string {
  const { answers, faults } = readFields(putOffFields.slice(0, 2), words, today)
  const command = Object.keys(faults).length === 0 ? putOffCommand(reasons, answers, today) : undefined
  const { off, stay } = command ? sorted(reasons, command) : { off: movable(reasons, today), stay: [] }
  if (off.length === 0) return putOffWords.legalNow
  const which = reasons.length > 1 ? `${putOffWords.which} ${thingsIn(off)}.` : ''
  const left = stay.length > 0 ? `${putOffWords.stays} ${thingsIn(stay)}.` : ''
  return [which, left, reasons.some(isLegal) ? putOffWords.legal : ''].filter(part => part !== '').join(' ')
}

/** Puts a row off, with a reason. */
export default function PutOffForm({ row, today, name, saved, cancel }: SettleFormProps & { row: TodayRow; today: PlainDate }) {
  const [n] = useState(row.n)
  const draft = formIdOf(row.id, 'put-off')
  const form = useForm(draft, putOffFields, {}, today)
  const sender = useRecording(
    row.id,
    draft,
    () => undefined,
    told => saved(told.words, told.n),
    command => putOffSaid(row.reasons, command),
  )
  const lead = putOffLead(row.reasons, form.words, today)
  const submit = (): void => {
    const answers = form.read()
    const command = answers && putOffCommand(row.reasons, answers, today)
    if (command) sender.submit(command, n)
    else if (answers) cancel()
  }
  return (
    <SettleFrame
      heading={name}
      {...(lead !== '' && { lead })}
      form={form}
      sender={sender}
      save={putOffWords.save}
      submit={submit}
      cancel={cancel}
    />
  )
}
