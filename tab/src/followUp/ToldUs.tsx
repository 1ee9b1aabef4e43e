import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons'
import type { SubmitEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Link as RouteLink } from 'react-router'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { ChangeKind } from '#domain/vocabulary.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { changeLabels } from '#tab/besideLabels.ts'
import { smallForms } from '#tab/followUp/smallForms.ts'
import type { SmallForm } from '#tab/followUp/smallForms.ts'
import { routes } from '#tab/routes.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { sayTime } from '#tab/ui/say.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import { useForm } from '#tab/ui/useForm.ts'
import { useSending } from '#tab/ui/useSending.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  head: {
    ...typographyStyles.body1Strong,
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    margin: '0 0 4px',
    ':focus': { outline: 'none' },
  },
  tick: { color: tokens.colorPaletteGreenForeground1, flexShrink: 0 },
  lead: { ...typographyStyles.body1, margin: '0 0 8px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '12px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 16px' },
  name: { ...typographyStyles.body1Strong, margin: 0 },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0, flex: '1 1 240px' },
  small: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 260px)',
    gap: '12px',
    marginTop: '8px',
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: { [phone]: { minHeight: '44px' } },
  link: {
    minHeight: '24px',
    display: 'inline-flex',
    alignItems: 'center',
    color: tokens.colorBrandForegroundLink,
    [phone]: { minHeight: '44px' },
  },
  done: { marginTop: '12px', [phone]: { minHeight: '44px', width: '100%' } },
})

type ToldUsProps = { detail: CaseDetail; changes: readonly ChangeKind[]; savedAt: string; n: number; done: (through: number) => void }

/** The call is saved; each thing that changed has its own small form, or the place that settles it. Left alone, it stays a to-do. */
export function ToldUs({ detail, changes, savedAt, n, done }: ToldUsProps) {
  const styles = useStyles()
  const [through, setThrough] = useState(n)
  const [settled, setSettled] = useState<readonly ChangeKind[]>([])
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <div>
      <h3 className={styles.head} ref={head} tabIndex={-1}>
        <CheckmarkCircleFilled fontSize={20} className={styles.tick} aria-hidden />
        Saved at {sayTime(savedAt)}
      </h3>
      <p className={styles.lead}>They told you of a change. Each is on the to-do list until it is done. You can do it now.</p>
      <ul className={styles.list}>
        {changes.map(change => (
          <li key={change} className={styles.item}>
            <Changed
              change={change}
              detail={detail}
              n={through}
              isSettled={settled.includes(change)}
              saved={answer => {
                setThrough(answer.n)
                setSettled([...settled, change])
              }}
            />
          </li>
        ))}
      </ul>
      <Button appearance="primary" className={styles.done} onClick={() => done(through)}>
        Done
      </Button>
    </div>
  )
}

type ChangedProps = { change: ChangeKind; detail: CaseDetail; n: number; isSettled: boolean; saved: (answer: RecordedAnswer) => void }

function Changed({ change, detail, n, isSettled, saved }: ChangedProps) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const { may } = useSession()
  const small = smallForms[change]
  const label = changeLabels[change]
  return (
    <>
      <div className={styles.row}>
        <h4 className={styles.name}>{label}</h4>
        <p className={styles.words}>{isSettled ? 'Saved.' : small.words}</p>
        {!isSettled && !isOpen && small.form && may('cases.record') && (
          <Button className={styles.button} onClick={() => setOpen(true)} aria-label={`${small.form.open}: ${label}`}>
            {small.form.open}
          </Button>
        )}
        {!isSettled && !small.form && (
          <RouteLink className={styles.link} to={routes.enterprise(detail.id)}>
            Open the record
          </RouteLink>
        )}
      </div>
      {!isSettled && isOpen && small.form && <Small small={small.form} change={change} detail={detail} n={n} saved={saved} />}
    </>
  )
}

function Small({ small, change, detail, n, saved }: Omit<ChangedProps, 'isSettled'> & { small: SmallForm }) {
  const styles = useStyles()
  const { api, desk, programme } = useSession()
  const drafts = useDrafts()
  const draft = formIdOf(detail.id, `told-${change}`)
  const form = useForm(draft, small.fields, {}, detail.today, change)
  const { sending, submit, tryNow } = useSending<TypedCommand, RecordedAnswer>({
    desk,
    send: (command, options) => api.command(programme.id, detail.id, command, options),
    recorded: () => drafts.drop(draft),
    saved,
  })
  const [against, setAgainst] = useState<number>()
  // It adds one entry and changes none, so what others recorded meanwhile stands beside it.
  if (sending.state === 'changed' && against !== sending.n) setAgainst(sending.n)
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    if (sending.state === 'waiting') tryNow()
    const answers = sending.state === 'sending' || sending.state === 'waiting' ? undefined : form.read()
    if (answers) submit(small.commandOf(answers, detail.today), Math.max(against ?? 0, n))
  }
  return (
    <form onSubmit={press} noValidate className={styles.small}>
      <SendingBar sending={sending} copy={() => wordsToCopy(form.fields, form.words)} />
      {sending.state === 'changed' && <p className={styles.words}>Someone made a change meanwhile. Your words are safe: save once more.</p>}
      <FormFields form={form} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" className={styles.button} disabledFocusable={sending.state === 'sending'}>
          {sending.state === 'waiting' ? 'Try again' : 'Save'}
        </Button>
      </div>
    </form>
  )
}
