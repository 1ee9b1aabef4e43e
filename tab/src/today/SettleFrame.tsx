import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ComponentType, ReactNode, SubmitEvent } from 'react'
import { useEffect, useRef } from 'react'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import type { Form } from '#tab/ui/useForm.ts'
import { formOnItsWay } from '#tab/ui/useForm.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px', marginBottom: tokens.spacingVerticalM },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  lead: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
  phone: { marginLeft: 'auto', color: tokens.colorBrandForegroundLink, padding: '2px 0', [phone]: { marginLeft: 0, padding: '12px 0' } },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: tokens.spacingVerticalL },
  button: { [phone]: { minHeight: '44px', flexGrow: 1 } },
  status: { marginLeft: 'auto' },
})

type SettleFrameProps = {
  heading: string
  lead?: ReactNode
  /** Their number, as a link that rings it. */
  telephone?: string | null
  form: Form
  sender: Pick<Sender<never>, 'sending' | 'tryNow' | 'back'>
  save: string
  submit: () => void
  cancel: () => void
  columns?: 1 | 2
  /** The boxes, where they are not simply one after the other. */
  Fields?: ComponentType<{ form: Form }>
  children?: ReactNode
}

/** A form that stands under a row: its heading, its boxes, how far what was typed has got, and the focus in its first box when it opens. */
export function SettleFrame({
  heading,
  lead,
  telephone,
  form: typed,
  sender,
  save,
  submit,
  cancel,
  columns = 1,
  Fields,
  children,
}: SettleFrameProps) {
  const styles = useStyles()
  const form = formOnItsWay(typed, sender)
  const { state } = sender.sending
  const box = useFirstFocus()
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    if (state === 'waiting') sender.tryNow()
    else if (state !== 'sending') submit()
  }
  return (
    <form ref={box} onSubmit={press} noValidate>
      <div className={styles.head}>
        <h3 className={styles.heading}>{heading}</h3>
        {lead && <p className={styles.lead}>{lead}</p>}
        {telephone && (
          <a className={styles.phone} href={`tel:${telephone.replaceAll(/[^\d+]/g, '')}`}>
            Ring {telephone}
          </a>
        )}
      </div>
      <SendingBar sending={sender.sending} copy={() => wordsToCopy(form.fields, form.words)} />
      <KeptWords form={form}>
        {Fields ? <Fields form={form} /> : <FormFields form={form} columns={columns} />}
        {children}
      </KeptWords>
      <div className={styles.foot}>
        {form.earlier?.state !== 'offered' && (
          <Button type="submit" appearance="primary" className={styles.button} disabledFocusable={state === 'sending'}>
            {state === 'waiting' ? 'Try again' : save}
          </Button>
        )}
        <Button className={styles.button} appearance="subtle" onClick={cancel}>
          Cancel
        </Button>
        <DraftStatus form={form} sending={sender.sending} className={styles.status} />
      </div>
    </form>
  )
}

/** The focus goes to the first thing to answer, once, when the form is there. */
export function useFirstFocus() {
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('input, select, textarea') ?? box.current?.querySelector<HTMLElement>('button')
    first?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return box
}
