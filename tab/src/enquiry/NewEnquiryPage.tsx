import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import type { FocusEvent, SubmitEvent } from 'react'
import { useState } from 'react'
import { sayMaybeSame } from '#tab/enquiry/duplicateWords.ts'
import { dayField, notSameIn, toldFields, wantsFields, whoFields } from '#tab/enquiry/enquiryFields.ts'
import { KnownAlready } from '#tab/enquiry/KnownAlready.tsx'
import { PasteEmail } from '#tab/enquiry/PasteEmail.tsx'
import type { Duplicates } from '#tab/enquiry/useDuplicates.ts'
import { useDuplicates } from '#tab/enquiry/useDuplicates.ts'
import { useEnquiry } from '#tab/enquiry/useEnquiry.ts'
import { routes } from '#tab/routes.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { Notice } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import { TaskPage } from '#tab/ui/TaskPage.tsx'
import { phone, useIsWide, useWidth, wide } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 656px)',
    columnGap: '32px',
    alignItems: 'start',
    [wide]: { gridTemplateColumns: 'minmax(0, 656px) minmax(0, 344px)' },
  },
  part: {
    paddingBottom: tokens.spacingVerticalL,
    marginBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  save: { whiteSpace: 'nowrap', [phone]: { flex: '1 1 auto', minWidth: 0, maxWidth: 'none' } },
  decide: { whiteSpace: 'nowrap', [phone]: { flex: '2 1 auto', minWidth: 0, maxWidth: 'none' } },
  otherDay: { marginTop: tokens.spacingVerticalM },
  link: { minHeight: '24px', padding: '2px 0', [phone]: { minHeight: '44px' } },
})

const parents = [{ label: 'Enterprises', to: routes.enterprises }] as const
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

function EnquiryForm() {
  const enquiry = useEnquiry()
  const { form, sender, press } = enquiry
  const duplicates = useDuplicates(form.words)
  const onPhone = useWidth() === 'phone'
  const styles = useStyles()
  const { state } = sender.sending
  const busy = state === 'sending'
  const save = (
    <Button type="submit" form={formId} value="later" className={styles.save} disabledFocusable={busy}>
      {state === 'waiting' ? 'Try again' : 'Save'}
    </Button>
  )
  const decide = state !== 'waiting' && (
    <Button type="submit" form={formId} value="decide" appearance="primary" className={styles.decide} disabledFocusable={busy}>
      Save and decide
    </Button>
  )
  const offered = form.earlier?.state === 'offered'
  // Enter sends what stands in a box that was never left. Saving does not wait for the answer.
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    duplicates.ask('postcode', form.words)
    press(event)
  }
  const status = <DraftStatus form={form} sending={sender.sending} />
  const body = (
    <form id={formId} onSubmit={submit} noValidate>
      <SendingBar sending={sender.sending} copy={enquiry.copy} />
      <KeptWords form={form}>
        <EnquiryBoxes enquiry={enquiry} duplicates={duplicates} />
      </KeptWords>
    </form>
  )
  const buttons = !offered && (
    <>
      {onPhone && decide}
      {save}
      {!onPhone && decide}
    </>
  )
  return (
    <TaskPage
      title="New enquiry"
      parents={parents}
      status={
        <>
          {status}
          {!onPhone && buttons}
        </>
      }
      foot={onPhone && buttons}
    >
      {body}
    </TaskPage>
  )
}

/** Where the question "Is it the same person?" stands: beside the form, under the row of the box that was left, or under that box. */
function placeOf(left: string, width: ReturnType<typeof useWidth>, isBeside: boolean): string | undefined {
  if (isBeside) return undefined
  if (width === 'phone') return left
  return left === 'name' || left === 'phone' ? 'phone' : 'postcode'
}

function EnquiryBoxes({ enquiry, duplicates }: { enquiry: ReturnType<typeof useEnquiry>; duplicates: Duplicates }) {
  const styles = useStyles()
  const { form, asks, take, say, open } = enquiry
  const { found, left, leave, ask } = duplicates
  const width = useWidth()
  const isBeside = useIsWide()
  const [otherDay, setOtherDay] = useState(false)
  const fill = (words: Words): void => {
    take(words)
    ask('name', { ...form.words, ...words })
  }
  const notSame = notSameIn(form.words)
  const asked = found.filter(({ reference }) => !notSame.includes(reference))
  const known = found.length > 0 && <KnownAlready found={found} notSame={notSame} open={open} say={say} />
  const under = placeOf(left, width, isBeside)
  const marks = Object.fromEntries(asked.flatMap(({ signs }) => signs.map(sign => [sign, 'Already known'])))
  return (
    <div className={styles.columns}>
      <div onBlur={(event: FocusEvent) => leave(event.target.closest('[id^="box-"]')?.id ?? '')}>
        <div role="status" className={styles.hidden}>
          {asked.map(sayMaybeSame).join(' ')}
        </div>
        <div className={styles.part}>
          <PasteEmail heading="Who" words={form.words} take={fill} />
          <FormFields
            form={{ ...form, fields: whoFields }}
            columns={2}
            marks={marks}
            {...(known && under && { insert: { after: under, what: known } })}
          />
        </div>
        <div className={styles.part}>
          <FormFields form={{ ...form, fields: wantsFields(asks) }} columns={2} />
        </div>
        <FormFields form={{ ...form, fields: toldFields }} />
        <div className={styles.otherDay}>
          {otherDay || form.faults['happenedOn'] ? (
            <FormFields form={{ ...form, fields: [dayField] }} columns={2} />
          ) : (
            <Link as="button" type="button" className={styles.link} onClick={() => setOtherDay(true)}>
              They got in touch on another day
            </Link>
          )}
        </div>
      </div>
      {isBeside && known}
    </div>
  )
}
