import { Button, makeStyles } from '@fluentui/react-components'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import type { LogContactProps } from '#tab/enterprise/LogContact.tsx'
import { ContactFields, useContact } from '#tab/enterprise/LogContact.tsx'
import { useCardStyles } from '#tab/enterprise/NextCard.tsx'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import type { Saved } from '#tab/ui/saved.ts'
import { SavedNote } from '#tab/ui/SavedNote.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'

const useStyles = makeStyles({
  told: { margin: '12px 16px 0' },
})

/** The most used thing on the page: twenty seconds, and the visit is on record. */
export default function LogContactCard(props: LogContactProps) {
  const card = useCardStyles()
  const styles = useStyles()
  const [told, setTold] = useState<Saved>()
  const [undone, setUndone] = useState(false)
  const { form, sender, submit } = useContact(props, next => {
    setTold(next)
    setUndone(false)
  })
  const { state } = sender.sending
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    if (state === 'waiting') sender.tryNow()
    else if (state !== 'sending') submit()
  }
  return (
    <section className={card.card} aria-labelledby="log-a-contact">
      <div className={card.head}>
        <h2 id="log-a-contact" className={card.heading}>
          Log a contact
        </h2>
        <DraftStatus form={form} sending={sender.sending} savedAt={undone ? undefined : told?.at} />
      </div>
      <div role="status">
        {told && (
          <SavedNote key={told.n} saved={told} close={() => setTold(undefined)} undone={() => setUndone(true)} className={styles.told} />
        )}
      </div>
      <form className={card.body} onSubmit={press} noValidate>
        <SendingBar sending={sender.sending} copy={() => wordsToCopy(form.fields, form.words)} />
        <KeptWords form={form}>
          <ContactFields form={form}>
            <Button type="submit" appearance="primary" disabledFocusable={state === 'sending'}>
              {state === 'waiting' ? 'Try again' : 'Save contact'}
            </Button>
          </ContactFields>
        </KeptWords>
      </form>
    </section>
  )
}
