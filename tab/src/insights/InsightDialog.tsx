import { formIdOf } from '#domain/draft.ts'
import type { InsightAnswer } from '#domain/insightWireSchemas.ts'
import type { Asking, DialogKind } from '#tab/insights/insightForms.ts'
import { commandOf, forms } from '#tab/insights/insightForms.ts'
import { useInsightSending } from '#tab/insights/useInsights.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers } from '#tab/ui/fields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useForm } from '#tab/ui/useForm.ts'

/** Which form is open, what the page knows already (the entry it is about), and what it says above the boxes. */
export type Opened = { kind: DialogKind; about?: string; known?: Answers; start?: Words; lead?: string; saved: string }

type InsightDialogProps = { opened: Opened; asking: Asking; close: () => void; saved: (answer: InsightAnswer) => void }

/** One form over the page: what was told or counted, or what takes it back. */
export function InsightDialog({ opened, asking, close, saved }: InsightDialogProps) {
  const { kind, about = '', known, start, lead } = opened
  const { title, save, fields, lead: usual } = forms[kind]
  const draft = formIdOf('new', about === '' ? kind : `${kind}.${about}`)
  const asked = fields(asking)
  const form = useForm(draft, asked, { happenedOn: sayDay(asking.today), ...start }, asking.today)
  const sender = useInsightSending(draft, saved)
  const submit = (): void => {
    const answers = form.read()
    if (answers) sender.submit(commandOf(kind, answers, known))
  }
  return <FormDialog title={title} lead={lead ?? usual} form={form} sender={sender} save={save} submit={submit} close={close} />
}
