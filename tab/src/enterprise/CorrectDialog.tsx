import { useState } from 'react'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { CorrectionReason } from '#domain/vocabulary.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { Mine } from '#tab/enterprise/conflict.ts'
import { ConflictGuard } from '#tab/enterprise/ConflictGuard.tsx'
import { headOf } from '#tab/enterprise/entryWords.ts'
import { factFields } from '#tab/enterprise/factFields.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import { replacementOf } from '#tab/enterprise/replacement.ts'
import { noteHint } from '#tab/enterprise/steps.ts'
import type { Line } from '#tab/enterprise/timeline.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useChoices } from '#tab/enterprise/useChoices.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { correctionReasonLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { writeField } from '#tab/ui/fields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useForm } from '#tab/ui/useForm.ts'

export type Correction = { what: 'put-right' | 'take-back' | 'bring-back'; line: Line }

type CorrectDialogProps = Correction & { detail: CaseDetail; tracks: Tracks; close: () => void; saved: (id: string) => void }

const note: Field = { kind: 'note', name: 'note', label: 'Anything to note?', hint: noteHint, optional: true }

const reasonField = (reasons: readonly CorrectionReason[]): Field => ({
  kind: 'stack',
  name: 'reason',
  label: 'Why?',
  options: optionsOf(reasons, correctionReasonLabels),
})

const day: Field = { kind: 'day', name: 'happenedOn', label: 'The right day' }

/** The right entry, in the boxes that an entry of this kind has, filled in as it stands. */
export function PutRightDialog({ line, detail, tracks, close, saved }: Omit<CorrectDialogProps, 'what'>) {
  const choices = useChoices()
  const [n] = useState(detail.n)
  // What was told last is no help here: it may be this very entry.
  // Nor can the outcome of a CQC check be other than its answers make it: to answer otherwise is to do the check again.
  const isAnswered = line.happened.kind === 'scoped' && line.happened.data.answers !== undefined
  const asked = isAnswered ? [] : factFields(line.happened.kind, { ...tracks, careReturns: [] }, choices)
  const fields = [...asked, day, reasonField(['wrong-date', 'wrong-details']), note]
  const draft = formIdOf(detail.id, `put-right-${line.id}`)
  const data: Answers = line.happened.data
  const start: Words = {
    happenedOn: sayDay(line.day),
    ...Object.fromEntries(asked.map(field => [field.name, writeField(field, data[field.name])])),
  }
  const form = useForm(draft, fields, start, detail.today)
  const sender = useRecording(detail.id, draft, answer => saved(answer.facts[0] ?? ''))
  const [mine, setMine] = useState<Mine>()
  const submit = (): void => {
    const answers = form.read()
    if (!answers) return
    const command = replacementOf(line, asked, answers)
    setMine({
      fact: line.happened.kind,
      fields: [...asked, day, note],
      answers,
      of: line.id,
      before: { ...line.happened.data, happenedOn: line.day },
      command,
    })
    sender.submit(command, n)
  }
  return (
    <ConflictGuard name={detail.name ?? detail.reference} mine={mine} sender={sender} settled={() => saved('')}>
      <FormDialog
        title={`Put right: ${headOf(line.happened)}`}
        lead="The right one will be used from now on. The old one stays in the history with your reason."
        form={form}
        sender={sender}
        save="Put it right"
        submit={submit}
        close={close}
      />
    </ConflictGuard>
  )
}

const takeBackFields = [reasonField(['wrong-enterprise', 'did-not-happen', 'wrong-date', 'wrong-details']), note]

/** An entry that does not belong here. It stays in the history, struck through; a taken-back one can be brought back the same way. */
export function TakeBackDialog({ what, line, detail, close, saved }: CorrectDialogProps) {
  const [n] = useState(detail.n)
  const bringing = what === 'bring-back'
  const of = bringing ? (line.takenBack?.id ?? line.id) : line.id
  const draft = formIdOf(detail.id, `${what}-${of}`)
  const form = useForm(draft, bringing ? [note] : takeBackFields, {}, detail.today)
  const sender = useRecording(detail.id, draft, answer => saved(answer.facts[0] ?? ''))
  const [mine, setMine] = useState<Mine>()
  const submit = (): void => {
    const answers = form.read()
    if (!answers) return
    // An entry that was put right has versions: taken back, none of them counts.
    const whole = bringing ? {} : { whole: true }
    const command = { kind: 'withdraw', of, reason: bringing ? 'wrong-details' : answers['reason'], ...whole, ...answers } as TypedCommand
    setMine({ fact: line.happened.kind, fields: form.fields, answers, of, command })
    sender.submit(command, n)
  }
  return (
    <ConflictGuard name={detail.name ?? detail.reference} mine={mine} sender={sender} settled={() => saved('')}>
      <FormDialog
        title={bringing ? 'Bring this entry back?' : 'Take back this entry?'}
        lead={`${headOf(line.happened)}, ${sayDay(line.day)}. ${bringing ? 'It will count again.' : 'It will not count any more. It stays in the history with your reason. Reports already published will not change.'}`}
        form={form}
        sender={sender}
        save={bringing ? 'Bring it back' : 'Take it back'}
        submit={submit}
        close={close}
      />
    </ConflictGuard>
  )
}
