import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { formOn } from '#domain/cohortMembers.ts'
import type { Checked, CqcAnswersSoFar, CqcQuestion } from '#domain/cqcCheck.ts'
import { outcomeOf, questionsAsked } from '#domain/cqcCheck.ts'
import { formIdOf } from '#domain/draft.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseDetail } from '#tab/api.ts'
import { answersIn, checkFields, recordedAnswers, startOf } from '#tab/cqcCheck/checkFields.ts'
import { askBy } from '#tab/cqcCheck/checkWords.ts'
import { notSureLabels } from '#tab/cqcLabels.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { tracksOf } from '#tab/enterprise/tracks.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { routes } from '#tab/routes.ts'
import { readDay } from '#tab/ui/dayWords.ts'
import type { Answers } from '#tab/ui/fields.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import type { Sender } from '#tab/ui/useSending.ts'

/** A check while it is filled in. */
export type Check = {
  detail: CaseDetail
  tracks: Tracks
  form: Form
  sender: Sender<TypedCommand>
  answers: CqcAnswersSoFar
  /** The day on which the questions were asked: mostly today, and earlier where it is written down later. */
  askedOn: PlainDate
  asked: readonly CqcQuestion[]
  /** Known from the record: these stand in one line, unless one wants to change them. */
  known: readonly CqcQuestion[]
  checked: Checked
  /** Outside England: whom they ask is another body, and nothing is recorded. */
  isEngland: boolean
  /** True while one has not answered anything. */
  isEmpty: boolean
  sign: () => 'missing' | 'sent'
}

const fromRecord: readonly CqcQuestion[] = ['form', 'commissioned', 'children']

function commandOf(
  { answers, checked, tracks, detail }: Pick<Check, 'answers' | 'checked' | 'tracks' | 'detail'>,
  read: Answers,
): TypedCommand {
  const { note, happenedOn, trueFrom } = read as { note?: string; happenedOn: PlainDate; trueFrom: PlainDate }
  const by = askBy(checked, tracks, detail.today)
  const about = checked.notSureOf.map(question => notSureLabels[question]).join('; ')
  return {
    kind: 'record-scoping',
    happenedOn,
    outcome: checked.outcome,
    answers: recordedAnswers(answers),
    ...(trueFrom !== happenedOn && { trueFrom }),
    ...(note && { note }),
    ...(by && { next: { dueOn: by, about: 'cqc' as const, words: `Ask CQC about: ${about}` } }),
  }
}

/** Fills in and signs a check. The record's number is taken when the page opens: what others record meanwhile is then seen, never lost. */
export function useCqcCheck(detail: CaseDetail): Check {
  const navigate = useNavigate()
  const [n] = useState(detail.n)
  const tracks = tracksOf(detail)
  const id = formIdOf(detail.id, 'cqc-check')
  const [dayTyped, setDayTyped] = useState('')
  const day = readDay(dayTyped, detail.today)
  const askedOn = day && day <= detail.today ? day : detail.today
  const start = startOf(tracks, detail.today, askedOn)
  const typed = useForm(id, checkFields, start, detail.today)
  // What is true since, and how they were set up then, follow the day on which one asked.
  if ((typed.words['happenedOn'] ?? '') !== dayTyped) setDayTyped(typed.words['happenedOn'] ?? '')
  const sender = useRecording(detail.id, id, () => void navigate(routes.enterprise(detail.id), { replace: true }))
  const form = formOnItsWay(typed, sender)
  const answers = answersIn(form.words)
  const onRecord = formOn(tracks.constitution, askedOn)
  const asked = questionsAsked(answers)
  const checked = outcomeOf(answers, onRecord)
  const known = fromRecord.filter(question => start[question] !== undefined)
  const sign = (): 'missing' | 'sent' => {
    const read = typed.read()
    if (!read) return 'missing'
    const { sending } = sender
    if (sending.state === 'waiting') sender.tryNow()
    // Somebody was faster, and one has seen what it was: the check now rests on the newer record.
    else sender.submit(commandOf({ answers, checked, tracks, detail }, read), sending.state === 'changed' ? sending.n : n)
    return 'sent'
  }
  return {
    detail,
    tracks,
    form,
    sender,
    answers,
    askedOn,
    asked,
    known,
    checked,
    isEngland: form.words['nation'] === 'england',
    isEmpty: answers.personalCare === undefined && answers.otherActivity === undefined,
    sign,
  }
}
