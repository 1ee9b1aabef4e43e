import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import type { ReactNode, SubmitEvent } from 'react'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { isHappeningKind } from '#tab/enterprise/timeline.ts'
import { entryLabels } from '#tab/entryLabels.ts'
import { inWriting, pageLabels, stepLabels } from '#tab/fund/grant/grantPageLabels.ts'
import { useGrantStyles } from '#tab/fund/grant/grantStyles.ts'
import type { NameOf } from '#tab/fund/grant/peopleStrip.ts'
import { starting } from '#tab/fund/grant/peopleStrip.ts'
import { limitWords, refusedWords } from '#tab/fund/grant/standingWords.ts'
import { isNotSignedYet, isPanelField, isRuleField, isUnderTheAct } from '#tab/fund/grant/stepFields.ts'
import type { GrantStepKind } from '#domain/grantSteps.ts'
import type { GrantStepForm } from '#tab/fund/grant/useGrantStep.ts'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import { phone, short } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  bar: { marginBottom: '12px' },
  // The button stays in reach while its form is on the screen: on a phone above the navigation.
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    position: 'sticky',
    zIndex: 8,
    bottom: 0,
    padding: '8px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    [phone]: {
      bottom: '56px',
      '& button': { minHeight: '44px', flexGrow: 1 },
    },
    [short]: { position: 'static' },
  },
})

type StepFormProps = {
  answer: GrantAnswer
  step: GrantStepForm & { kind: GrantStepKind }
  nameOf: NameOf
  /** Back to what the grant waits for; left out where that is this. */
  cancel: (() => void) | undefined
  /** "I have an interest", beside the button. */
  beside: ReactNode
  /** Shows the grant as it is now, with what others did meanwhile. */
  refresh: () => void
}

/** The form of one step, in its place. What is refused says who can, and nothing typed is lost. */
export function StepForm({ answer, step, nameOf, cancel, beside, refresh }: StepFormProps) {
  const styles = useStyles()
  const shared = useGrantStyles()
  const { form, sender, kind, submit } = step
  const { state } = sender.sending
  const { lead, save } = { ...stepLabels[kind], ...(kind === 'accept-grant' && isUnderTheAct(answer) && inWriting) }
  const { me } = useSession()
  const limit = kind === 'decide-grant' ? limitWords(answer, nameOf, me.oid) : ''
  const notYet = kind === 'accept-grant' && isNotSignedYet(form.words)
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    if (state === 'waiting') sender.tryNow()
    else if (!notYet) submit()
  }
  const offered = form.earlier?.state === 'offered'
  return (
    <form onSubmit={press} noValidate>
      {lead !== '' && <p className={shared.small}>{lead}</p>}
      {limit !== '' && <p className={shared.small}>{limit}</p>}
      <SendingBar sending={sender.sending} copy={() => wordsToCopy(form.fields, form.words)} />
      <NotTaken step={step} nameOf={nameOf} refresh={refresh} />
      <KeptWords form={form}>
        <FormFields form={{ ...form, fields: form.fields.filter(field => !isRuleField(field) && !isPanelField(field)) }} />
      </KeptWords>
      {!offered && (
        <div className={styles.foot}>
          <span role="status">{notYet && inWriting.notYet}</span>
          {!notYet && (
            <Button type="submit" appearance="primary" disabledFocusable={state === 'sending'}>
              {state === 'waiting' ? 'Try again' : save}
            </Button>
          )}
          {cancel && <Button onClick={cancel}>{pageLabels.cancel}</Button>}
          {beside}
          <DraftStatus form={form} sending={sender.sending} />
        </div>
      )}
    </form>
  )
}

/** Why it was not taken: somebody was faster, or it is for others to do. */
function NotTaken({ step, nameOf, refresh }: Pick<StepFormProps, 'step' | 'nameOf' | 'refresh'>) {
  const styles = useStyles()
  const shared = useGrantStyles()
  const { sending } = step.sender
  const look = (
    <Button
      onClick={() => {
        step.lookAgain()
        refresh()
      }}
    >
      {pageLabels.look}
    </Button>
  )
  if (sending.state === 'failed' && sending.failure.kind === 'refused') {
    const who = refusedWords(sending.failure.problem, nameOf)
    return (
      <div className={styles.bar}>
        {who !== '' && <p className={shared.words}>{who}</p>}
        {look}
      </div>
    )
  }
  if (sending.state !== 'changed') return null
  const what = sending.entries.map(({ kind, recordedBy }) => {
    return `${starting(nameOf(recordedBy))}: ${isHappeningKind(kind) ? entryLabels[kind] : 'Entry put right'}.`
  })
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>Not saved: someone was faster.</MessageBarTitle> {what.join(' ')} {pageLabels.changed}
      </MessageBarBody>
      <MessageBarActions>{look}</MessageBarActions>
    </MessageBar>
  )
}
