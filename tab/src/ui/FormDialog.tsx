import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode, SubmitEvent } from 'react'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import type { Form } from '#tab/ui/useForm.ts'
import { formOnItsWay } from '#tab/ui/useForm.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { phone, short, useWidth } from '#tab/ui/widths.ts'

export const useDialogStyles = makeStyles({
  surface: {
    maxWidth: '520px',
    width: 'calc(100% - 48px)',
    maxHeight: 'calc(100dvh - 32px)',
    [phone]: { width: '100%', maxWidth: '100%', height: '100dvh', maxHeight: '100dvh', borderRadius: 0, border: 'none', padding: '16px' },
    // Too low for a foot that stays: all of it scrolls.
    [short]: { overflowY: 'auto' },
  },
  wide: { maxWidth: '840px' },
  form: { [phone]: { height: '100%', display: 'flex', flexDirection: 'column' }, [short]: { height: 'auto', display: 'block' } },
  body: {
    maxHeight: 'calc(100dvh - 82px)',
    [phone]: { height: '100%', gridTemplateRows: 'auto minmax(0, 1fr) auto', maxHeight: 'none' },
    [short]: { height: 'auto', gridTemplateRows: 'auto auto auto' },
  },
  // On a phone the form is a screen of its own: a cross above, one button below.
  cross: {
    display: 'none',
    [phone]: { display: 'inline-flex', minWidth: '44px', minHeight: '44px', marginTop: '-8px', marginRight: '-8px' },
  },
  cancel: { [phone]: { display: 'none' } },
  content: { ...typographyStyles.body1, paddingTop: tokens.spacingVerticalXS, [short]: { overflowY: 'visible' } },
  lead: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: `0 0 ${tokens.spacingVerticalM}` },
  status: { display: 'block', minHeight: '16px', marginTop: tokens.spacingVerticalS, textAlign: 'left' },
  // On a phone it stands beside the cross: the foot of a long form is out of sight.
  head: { display: 'flex', alignItems: 'center', gap: '8px', [phone]: { maxWidth: '148px' } },
  title: { [phone]: typographyStyles.subtitle2 },
  actions: {
    '& button': { whiteSpace: 'nowrap', [phone]: { minHeight: '48px', width: '100%' } },
    [phone]: { flexDirection: 'column-reverse', '> *': { width: '100%' } },
  },
})

type FormDialogProps = {
  title: string
  lead?: ReactNode
  form: Form
  sender: Pick<Sender<never>, 'sending' | 'tryNow' | 'back'>
  save: string
  submit: () => void
  close: () => void
  columns?: 1 | 2
  /** The boxes, where they are not simply one under the other. */
  fields?: ReactNode
  children?: ReactNode
}

/** A form over the page. Closing it keeps what was typed; only saving it, or throwing it away, ends that. */
export function FormDialog({ title, lead, form: typed, sender, save, submit, close, columns = 1, fields, children }: FormDialogProps) {
  const styles = useDialogStyles()
  const { sending, tryNow } = sender
  const form = formOnItsWay(typed, sender)
  const waiting = sending.state === 'waiting'
  const busy = sending.state === 'sending'
  const onPhone = useWidth() === 'phone'
  const status = <DraftStatus form={form} sending={sending} {...(onPhone ? {} : { className: styles.status })} />
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    if (waiting) tryNow()
    else if (!busy) submit()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className={styles.surface}>
        <form className={styles.form} onSubmit={press} noValidate>
          <DialogBody className={styles.body}>
            <DialogTitle
              className={styles.title}
              action={
                <div className={styles.head}>
                  {onPhone && status}
                  <Button
                    appearance="subtle"
                    className={styles.cross}
                    icon={<DismissRegular />}
                    aria-label="Close. We keep what you typed."
                    onClick={close}
                  />
                </div>
              }
            >
              {title}
            </DialogTitle>
            <DialogContent className={styles.content}>
              {lead && <p className={styles.lead}>{lead}</p>}
              <SendingBar sending={sending} copy={() => wordsToCopy(form.fields, form.words)} />
              <KeptWords form={form}>
                {fields ?? <FormFields form={form} columns={columns} />}
                {children}
              </KeptWords>
              {!onPhone && status}
            </DialogContent>
            <DialogActions className={styles.actions}>
              <Button className={styles.cancel} onClick={close}>
                Cancel
              </Button>
              {form.earlier?.state !== 'offered' && (
                <Button type="submit" appearance="primary" disabledFocusable={busy}>
                  {waiting ? 'Try again' : save}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
