import { useRef, useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { stepCommand, stepFields, stepStart } from '#tab/fund/grant/stepFields.ts'
import type { GrantStepKind } from '#domain/grantSteps.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { useSession } from '#tab/ui/session.ts'
import { formOnItsWay, useForm } from '#tab/ui/useForm.ts'

type GrantStepProps = {
  answer: GrantAnswer
  kind: GrantStepKind | undefined
  /** The number that one's own last step took: the page may not have read it yet. */
  since: number
  /** Told once something is typed or sent, so that the form stays although the grant may move on meanwhile; and once it is thrown away. */
  hold: (kind: GrantStepKind | undefined) => void
  saved: (n: number) => void
}

/** One step of a grant on its way into the record. What others record meanwhile is seen and never lost, and nor is what was typed. */
export function useGrantStep({ answer, kind, since, hold, saved }: GrantStepProps) {
  const { me } = useSession()
  const drafts = useDrafts()
  const { caseId, grantId } = answer.row
  const draft = formIdOf(caseId, `${kind ?? 'grant'}.${grantId}`)
  // While somebody types, the grant stays as it was when they began: its boxes do not change under their hands.
  const [opened, setOpened] = useState(answer)
  const [isSent, setSent] = useState(false)
  const isTyped = drafts.find(draft) !== undefined
  if (opened !== answer && !isTyped && !isSent) setOpened(answer)
  const agreed = useRef(0)
  const fields = kind ? stepFields(kind, opened) : []
  const typed = useForm(draft, fields, kind ? stepStart(kind, opened, { oid: me.oid, today: answer.today }) : {}, answer.today)
  const sender = useRecording(caseId, draft, ({ n }) => saved(n))
  const { sending } = sender
  const form = formOnItsWay(typed, sender)
  const submit = (): void => {
    if (!kind || sending.state === 'sending') return
    const answers = typed.read()
    if (!answers) return
    hold(kind)
    setSent(true)
    sender.submit(stepCommand(kind, answers, opened, { oid: me.oid, today: answer.today }), Math.max(opened.n, since, agreed.current))
  }
  return {
    kind,
    opened,
    sender,
    submit,
    form: {
      ...form,
      set(name: string, text: string): void {
        hold(kind)
        form.set(name, text)
      },
      clear(): void {
        form.clear()
        hold(undefined)
      },
    },
    /** One has seen what was recorded meanwhile: the same words may be sent on top of it. */
    lookAgain(): void {
      if (sending.state === 'changed') agreed.current = sending.n
      setSent(false)
      sender.back()
      hold(undefined)
    },
  }
}

export type GrantStepForm = ReturnType<typeof useGrantStep>
