import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { Mine } from '#tab/enterprise/conflict.ts'
import { offerStart } from '#tab/enterprise/offer.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { commandOf, stepFields, stepOf } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { Choices } from '#tab/enterprise/useChoices.ts'
import { usualChoices, useChoices } from '#tab/enterprise/useChoices.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { sayDay } from '#tab/ui/say.ts'
import type { Saved } from '#tab/ui/saved.ts'
import { useForm } from '#tab/ui/useForm.ts'

/** What stands in a step's form when it opens: today, what the button that opened it knows, the training that is waited for, and what they offer. */
export function stepStart(kind: StepKind, start: Words, tracks: Tracks, today: PlainDate, choices: Choices = usualChoices): Words {
  const waiting = Object.entries(tracks.training).filter(([, { neededOn, doneOn }]) => neededOn && !doneOn)
  const [only] = waiting
  const skill: Words = kind === 'finish-training' && waiting.length === 1 && only ? { skill: only[0] } : {}
  const asItStands = kind === 'tell-offer' ? offerStart(tracks, choices) : {}
  return { happenedOn: sayDay(today), ...asItStands, ...skill, ...start }
}

type StepToRecord = {
  kind: StepKind
  start: Words
  detail: CaseDetail
  tracks: Tracks
  saved: (answer: RecordedAnswer) => void
  /** Tells what was recorded where the form itself stood; left out, a note over the page does. */
  tell?: (told: Saved) => void
}

/** One step on its way into the record. Its number is taken when the form opens: what others record meanwhile is then seen, never lost. */
export function useStep({ kind, start, detail, tracks, saved, tell }: StepToRecord) {
  const choices = useChoices()
  const [n] = useState(detail.n)
  const [mine, setMine] = useState<Mine>()
  const draft = formIdOf(detail.id, kind)
  const fields = stepFields(kind, tracks, choices)
  const form = useForm(draft, fields, stepStart(kind, start, tracks, detail.today, choices), detail.today)
  const sender = useRecording(detail.id, draft, saved, tell)
  const submit = (): void => {
    const answers = form.read()
    if (!answers) return
    const command = commandOf(kind, answers, tracks)
    setMine({ fact: stepOf(kind).fact, fields, answers, command })
    sender.submit(command, n)
  }
  return { form, sender, submit, mine }
}
