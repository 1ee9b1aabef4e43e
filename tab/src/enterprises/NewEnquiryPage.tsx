import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useNavigate } from 'react-router'
import type { TypedEnquiry } from '#domain/commandSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import { wantsFields, whoFields } from '#tab/enterprises/enquiryFields.ts'
import { routes } from '#tab/routes.ts'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { useDrafts } from '#tab/ui/drafts.ts'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { Notice } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import { formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import { useSending } from '#tab/ui/useSending.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  form: { maxWidth: '656px' },
  part: {
    paddingBottom: tokens.spacingVerticalL,
    marginBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalS}` },
  save: { [phone]: { minHeight: '48px', width: '100%', marginTop: tokens.spacingVerticalL } },
})

const parents = [{ label: 'Enterprises', to: routes.enterprises }]
const formId = 'new-enquiry'

/** Someone got in touch: two boxes, and it is on record. */
export default function NewEnquiryPage() {
  const { may } = useSession()
  if (!may('cases.enquire')) {
    return (
      <Page title="New enquiry" parents={parents}>
        <Notice heading="You cannot add an enquiry here">Your role only reads. If you think you should, ask the lead.</Notice>
      </Page>
    )
  }
  return <EnquiryForm />
}

function useEnquiry() {
  const { api, desk, me, programme } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const id = formIdOf('new', 'enquiry')
  const fields = [...whoFields, ...wantsFields(programme)]
  const form = useForm(id, fields, { happenedOn: sayDay(me.today) }, me.today)
  const sender = useSending<TypedEnquiry, RecordedAnswer>({
    desk,
    send: (body, options) => api.enquire(programme.id, body, options),
    recorded() {
      drafts.drop(id)
      void queries.invalidateQueries()
    },
    saved(answer) {
      void navigate(routes.enterprise(answer.id), { replace: true })
    },
  })
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    if (sender.sending.state === 'waiting') {
      sender.tryNow()
      return
    }
    const answers = form.read()
    if (answers && sender.sending.state !== 'sending') sender.submit(answers as TypedEnquiry)
  }
  return { form: formOnItsWay(form, sender), fields, sender, press }
}

function EnquiryForm() {
  const styles = useStyles()
  const { programme } = useSession()
  const { form, fields, sender, press } = useEnquiry()
  const phoneWide = useWidth() === 'phone'
  const { state } = sender.sending
  const save = (
    <Button type="submit" form={formId} appearance="primary" className={styles.save} disabledFocusable={state === 'sending'}>
      {state === 'waiting' ? 'Try again' : 'Save enquiry'}
    </Button>
  )
  const offered = form.earlier?.state === 'offered'
  return (
    <Page
      title="New enquiry"
      parents={parents}
      actions={
        <>
          <DraftStatus form={form} sending={sender.sending} />
          {!phoneWide && !offered && save}
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={press} noValidate>
        <SendingBar sending={sender.sending} copy={() => wordsToCopy(fields, form.words)} />
        <KeptWords form={form}>
          <div className={styles.part}>
            <h2 className={styles.heading}>Who</h2>
            <FormFields form={{ ...form, fields: whoFields }} columns={2} />
          </div>
          <FormFields form={{ ...form, fields: wantsFields(programme) }} columns={2} />
          {phoneWide && save}
        </KeptWords>
      </form>
    </Page>
  )
}
