import { useQueryClient } from '@tanstack/react-query'
import type { Cashable, NewBudgetRecord } from '#domain/budgetSchemas.ts'
import { budgetFields, budgetFormId, budgetRecordOf } from '#tab/savings/cashWords.ts'
import { budgetForm } from '#tab/savingsLabels.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { useSession } from '#tab/ui/session.ts'
import { useForm } from '#tab/ui/useForm.ts'
import { useSending } from '#tab/ui/useSending.ts'

type BudgetFormProps = { takesBack: { takesBack: number; budget: string } | undefined; close: () => void }

/** The word of whoever holds a budget: that it fell, by how much and when; or that this is taken back. */
export default function BudgetForm({ takesBack, close }: BudgetFormProps) {
  const { api, desk, me, programme } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const form = useForm(budgetFormId, takesBack ? [] : budgetFields, {}, me.today)
  const sender = useSending<NewBudgetRecord, Cashable>({
    desk,
    send: (record, options) => api.recordBudget(programme.id, record, options),
    recorded() {
      drafts.drop(budgetFormId)
      void queries.invalidateQueries({ queryKey: ['savings', programme.id] })
    },
    saved: close,
  })
  const submit = (): void => {
    if (takesBack) return sender.submit({ of: 'taken-back', takesBack: takesBack.takesBack }, undefined)
    const answers = form.read()
    if (answers) sender.submit(budgetRecordOf(answers), undefined)
  }
  return (
    <FormDialog
      title={takesBack ? budgetForm.backTitle : budgetForm.title}
      lead={takesBack ? `${takesBack.budget}. ${budgetForm.backLead}` : budgetForm.lead}
      form={form}
      sender={sender}
      save={takesBack ? budgetForm.takeBack : budgetForm.save}
      submit={submit}
      close={close}
    />
  )
}
