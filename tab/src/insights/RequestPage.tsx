import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router'
import { formIdOf } from '#domain/draft.ts'
import type { Insights } from '#domain/insightWireSchemas.ts'
import { commandOf, requestFields } from '#tab/insights/insightForms.ts'
import { useAsking, useInsights, useInsightSending } from '#tab/insights/useInsights.ts'
import { routes } from '#tab/routes.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { Notice } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import { formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  form: { maxWidth: '480px' },
  save: { marginTop: tokens.spacingVerticalL, [phone]: { minHeight: '48px', width: '100%' } },
  // It is there before there is anything to say, so that what is said then is read out.
  saved: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalM}`, ':empty': { margin: 0 } },
})

const parents = [{ label: 'Choice and needs', to: routes.insights }]
const title = 'A request we could not meet'
const draft = formIdOf('new', 'log-request')

/** Someone asked for help that we could not find: where, what, how much, which language, who asked. No names. */
export default function RequestPage() {
  const { may } = useSession()
  const insights = useInsights()
  return (
    <Page title={title} parents={parents}>
      {may('insights.record') ? (
        <Remote query={insights} waitingFor="Loading the areas and services" skeleton={<Bone shape="box" />}>
          {found => <RequestForm insights={found} />}
        </Remote>
      ) : (
        <Notice heading="You cannot log a request here">Your role only reads. If you think you should, ask the lead.</Notice>
      )}
    </Page>
  )
}

function RequestForm({ insights }: { insights: Insights }) {
  const styles = useStyles()
  const { me } = useSession()
  const asking = useAsking(insights)
  const fields = requestFields(asking)
  const [saved, setSaved] = useState('')
  const typed = useForm(draft, fields, { happenedOn: sayDay(me.today) }, me.today)
  const sender = useInsightSending(draft, ({ insights: [id = ''] }) => {
    typed.clear()
    setSaved(id)
  })
  const form = formOnItsWay(typed, sender)
  const { state } = sender.sending
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    if (state === 'waiting') {
      sender.tryNow()
      return
    }
    const answers = form.read()
    if (answers && state !== 'sending') sender.submit(commandOf('log-request', answers))
  }
  return (
    <form className={styles.form} onSubmit={press} noValidate>
      <Saved key={saved} id={saved} undone={() => setSaved('')} />
      <SendingBar sending={sender.sending} copy={() => wordsToCopy(fields, form.words)} />
      <KeptWords form={form}>
        <FormFields form={form} />
        <DraftStatus form={form} sending={sender.sending} />
        <Button type="submit" appearance="primary" className={styles.save} disabledFocusable={state === 'sending'}>
          {state === 'waiting' ? 'Try again' : 'Save request'}
        </Button>
      </KeptWords>
    </form>
  )
}

/** What was saved, a way to undo it, and the way to all of them. The form stays for the next one. */
function Saved({ id, undone }: { id: string; undone: () => void }) {
  const styles = useStyles()
  const sender = useInsightSending(formIdOf('new', 'undo-insight'), undone)
  return (
    <p role="status" className={styles.saved}>
      {id !== '' && (
        <>
          Saved.{' '}
          <Link as="button" type="button" inline onClick={() => sender.submit({ kind: 'withdraw', of: id, reason: 'did-not-happen' })}>
            Undo
          </Link>{' '}
          <RouterLink to={routes.insights}>See all requests</RouterLink>
        </>
      )}
    </p>
  )
}
