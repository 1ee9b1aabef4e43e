import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { FormId } from '#domain/draft.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Chosen, ManyState } from '#tab/many/manyDesk.ts'
import { ManyActions, ManyRows } from '#tab/many/ManyRows.tsx'
import type { ManySaying } from '#tab/many/manySentences.ts'
import type { Many } from '#tab/many/useMany.ts'
import { jobOf, useMany } from '#tab/many/useMany.ts'
import { manyWords } from '#tab/manyLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { FormDialog, useDialogStyles } from '#tab/ui/FormDialog.tsx'
import { useForm } from '#tab/ui/useForm.ts'

type ManyDialogProps = {
  title: string
  lead?: string
  draft: FormId
  fields: readonly Field[]
  start?: Words
  today: PlainDate
  chosen: readonly Chosen[]
  commandOf: (answers: Answers) => TypedCommand
  /** Sent with the number of the record that the look gave. */
  guarded: boolean
  sayingOf: (command: TypedCommand) => ManySaying
  detailOf?: ((id: string) => string) | undefined
  columns?: 1 | 2
  close: () => void
}

const idle = { sending: { state: 'idle' }, tryNow: () => undefined, back: () => undefined } as const

/** One change to many enterprises: what it is, then what will come of each, and only then is anything saved. */
export function ManyDialog(props: ManyDialogProps) {
  const { title, lead, draft, fields, start = {}, today, chosen, commandOf, guarded, sayingOf, detailOf, columns = 1, close } = props
  const form = useForm(draft, fields, start, today)
  const many = useMany(draft, guarded)
  const see = (): void => {
    const answers = form.read()
    if (answers) many.begin(chosen, jobOf(form, commandOf(answers)))
  }
  const { state } = many
  if (state)
    return <RowsDialog title={title} many={many} state={state} saying={sayingOf(state.command)} detailOf={detailOf} close={close} />
  return (
    <FormDialog title={title} lead={lead} form={form} sender={idle} save={manyWords.see} submit={see} close={close} columns={columns} />
  )
}

type RowsDialogProps = Pick<ManyDialogProps, 'title' | 'detailOf' | 'close'> & { many: Many; state: ManyState; saying: ManySaying }

/** Nothing closes it while something is on its way: one stops first. */
function RowsDialog({ title, many, state, saying, detailOf, close }: RowsDialogProps) {
  const styles = useDialogStyles()
  const busy = state.step === 'saving' || state.step === 'stopping' || state.step === 'undoing'
  const shut = (): void => {
    if (!busy) close()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => open || shut()}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle
            className={styles.title}
            action={
              <Button
                appearance="subtle"
                className={styles.cross}
                icon={<DismissRegular />}
                aria-label={manyWords.close}
                disabledFocusable={busy}
                onClick={shut}
              />
            }
          >
            {title}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <ManyRows many={many} state={state} saying={saying} detailOf={detailOf} />
          </DialogContent>
          <DialogActions className={styles.actions}>
            <ManyActions many={many} state={state} saying={saying} close={close} closeLabel={manyWords.close} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
