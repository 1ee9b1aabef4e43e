import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { Mine } from '#tab/enterprise/conflict.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import type { Decision } from '#tab/enquiry/triage.ts'
import { suggestedWith, triageCommand, triageFields, triageStart } from '#tab/enquiry/triage.ts'
import { useCouncilServices } from '#tab/enquiry/useCouncilServices.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Saved } from '#tab/ui/saved.ts'
import { useForm } from '#tab/ui/useForm.ts'

type Triage = {
  detail: CaseDetail
  /** The one decision there is to make, where the others were made before. */
  only?: Decision | undefined
  start?: Words
  saved: (answer: RecordedAnswer) => void
  /** Tells what was recorded where the form itself stood; left out, a note over the page does. */
  tell?: (told: Saved) => void
}

/** The decision on an enquiry. The record's number is taken when it opens: what others record meanwhile is then seen, never lost. */
export function useTriage({ detail, only, start = {}, saved, tell }: Triage) {
  const services = useCouncilServices()
  const [n] = useState(detail.n)
  const [mine, setMine] = useState<Mine>()
  const draft = formIdOf(detail.id, 'triage')
  const fields = triageFields(services, only)
  const form = useForm(draft, fields, { ...triageStart(detail.today), ...start, ...(only && { decision: only }) }, detail.today)
  const sender = useRecording(detail.id, draft, saved, tell)
  const submit = (): void => {
    const answers = form.read()
    if (!answers) return
    const command = triageCommand(only ? { ...answers, decision: only } : answers)
    const fact = command.kind === 'accept' ? 'accepted' : command.kind === 'advise-only' ? 'advised-only' : 'declined'
    setMine({ fact, fields, answers, command })
    sender.submit(command, n)
  }
  const set = (name: string, text: string): void => {
    form.set(name, text)
    for (const [other, brought] of Object.entries(suggestedWith(name, text, form.words))) form.set(other, brought)
  }
  return { form: { ...form, set }, sender, submit, mine }
}
