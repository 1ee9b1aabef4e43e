import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { Instant } from '#domain/plainDate.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { CallFields } from '#tab/followUp/CallFields.tsx'
import { callCommand, callFields, callSaved, callStart, callTitle, changesIn, noAnswerYet, sameAgain } from '#tab/followUp/callFields.ts'
import { ChangedSince } from '#tab/followUp/ChangedSince.tsx'
import { ToldUs } from '#tab/followUp/ToldUs.tsx'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { useDrafts } from '#tab/ui/drafts.ts'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { focusField, formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { useSending } from '#tab/ui/useSending.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px', rowGap: '4px', marginBottom: '12px' },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  lead: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  ring: {
    marginLeft: 'auto',
    minHeight: '24px',
    [phone]: { marginLeft: 0, minHeight: '44px', display: 'inline-flex', alignItems: 'center' },
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '16px' },
  button: { [phone]: { minHeight: '44px', flex: '1 1 100%' } },
  status: { marginLeft: 'auto' },
  tries: { ...typographyStyles.body1, margin: '0 0 12px' },
})

type CallFormProps = {
  detail: CaseDetail
  /** A sentence of what was recorded and what comes next, the log number, so that it can be undone, and the moment of it. */
  saved: (words: string, n: number, at: Instant) => void
  cancel: () => void
}

type Done = { words: string; answer: RecordedAnswer; command: TypedCommand }

/** Sends the call. What else is read again waits until the small forms that it led to are done: the row must not go from under them. */
function useCall(detail: CaseDetail, finished: (done: Done) => void) {
  const { api, desk, programme } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const draft = formIdOf(detail.id, 'check-in')
  const [last, setLast] = useState<TypedCommand>()
  // What went out last: the answer comes to a page that was drawn before it did.
  const sent = useRef<TypedCommand>(undefined)
  const sender: Sender<TypedCommand> = useSending<TypedCommand, RecordedAnswer>({
    desk,
    send: (command, options) => api.command(programme.id, detail.id, command, options),
    recorded: () => drafts.drop(draft),
    saved: answer => sent.current && finished({ words: callSaved(sent.current), answer, command: sent.current }),
  })
  const submit = (command: TypedCommand, n: number): void => {
    sent.current = command
    setLast(command)
    sender.submit(command, n)
  }
  return { sender: { ...sender, submit }, draft, last, readAgain: () => void queries.invalidateQueries() }
}

/** One call, one screen, five questions: it settles the check-in, the numbers and what they tell us changed. */
export function CallForm({ detail, saved, cancel }: CallFormProps) {
  const [n, setN] = useState(detail.n)
  const [call] = useState(detail.call)
  const [done, setDone] = useState<Done>()
  const leave = ({ words, answer }: Done, through: number): void => {
    readAgain()
    saved(words, Math.max(answer.n, through), answer.recordedAt)
  }
  const { sender, draft, last, readAgain } = useCall(detail, now => {
    if (changesIn(now.command).length === 0) leave(now, 0)
    else setDone(now)
  })
  const [told, setTold] = useState<string>()
  const form = useForm(draft, callFields(call), callStart(detail.today, told === undefined ? {} : { told }), detail.today, 'call')
  if (form.words['told'] !== told) setTold(form.words['told'])
  const same = (): void => {
    // Nothing need be typed: how they were doing is what we heard last.
    const answers = form.words['answer'] ? form.read() : { told: form.words['told'], happenedOn: detail.today }
    if (answers) sender.submit(sameAgain(callCommand(answers, call), detail.standing), n)
  }
  const save = (): void => {
    const answers = form.read()
    if (answers) sender.submit(callCommand(answers, call), n)
  }
  if (done)
    return (
      <ToldUs
        detail={detail}
        changes={changesIn(done.command)}
        savedAt={done.answer.recordedAt}
        n={done.answer.n}
        done={now => leave(done, now)}
      />
    )
  const { sending } = sender
  if (sending.state === 'changed' && last) {
    const again = sending.n
    const send = (command: TypedCommand): void => {
      setN(again)
      sender.submit(command, again)
    }
    return <ChangedSince entries={sending.entries} mine={last} back={sender.back} send={send} />
  }
  return <CallSheet detail={detail} form={formOnItsWay(form, sender)} sender={sender} save={save} same={same} cancel={cancel} />
}

type CallSheetProps = {
  detail: CaseDetail
  form: Form
  sender: Pick<Sender<never>, 'sending' | 'tryNow'>
  save: () => void
  same: () => void
  cancel: () => void
}

function CallSheet({ detail, form, sender: { sending, tryNow }, save, same, cancel }: CallSheetProps) {
  const styles = useStyles()
  const { call, person, today } = detail
  const waiting = sending.state === 'waiting'
  const busy = sending.state === 'sending'
  const tries = noAnswerYet(call, today)
  useEffect(() => focusField('answer', 'call'), [])
  const isOffered = form.earlier?.state === 'offered'
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    if (waiting) tryNow()
    else if (!busy) save()
  }
  return (
    <form onSubmit={press} noValidate>
      <div className={styles.head}>
        <h3 className={styles.heading}>{callTitle(call)}</h3>
        <span className={styles.lead}>Five questions, about three minutes</span>
        {person?.phone && (
          <Link href={`tel:${person.phone.replaceAll(/[^+\d]/g, '')}`} className={styles.ring}>
            Ring {person.phone}
          </Link>
        )}
      </div>
      {tries && <p className={styles.tries}>{tries}</p>}
      <SendingBar sending={sending} copy={() => wordsToCopy(form.fields, form.words)} />
      <KeptWords form={form}>
        <CallFields form={form} call={call} />
      </KeptWords>
      <div className={styles.foot}>
        {!isOffered && (
          <Button type="submit" appearance="primary" className={styles.button} disabledFocusable={busy}>
            {waiting ? 'Try again' : form.words['told'] === 'no-answer' ? 'Save no answer' : 'Save check-in'}
          </Button>
        )}
        {!isOffered && call.last && form.words['told'] !== 'no-answer' && (
          <Button className={styles.button} onClick={same} disabledFocusable={busy || waiting}>
            Same as last time
          </Button>
        )}
        <Button appearance="subtle" className={styles.button} onClick={cancel}>
          Cancel
        </Button>
        <DraftStatus form={form} sending={sending} className={styles.status} />
      </div>
    </form>
  )
}
