import { Button, Link } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { RoundRow as Row } from '#domain/followUpSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import { callSaved, callTitle, numberNames } from '#tab/followUp/callFields.ts'
import { besideTheirs } from '#tab/followUp/ChangedSince.tsx'
import { roundCommand, roundFields, roundSame } from '#tab/followUp/roundFields.ts'
import { useRoundStyles } from '#tab/followUp/roundStyles.ts'
import { usePlaces } from '#tab/enterprises/useCases.ts'
import { routes } from '#tab/routes.ts'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { useDrafts } from '#tab/ui/drafts.ts'
import { askedOf, wordsToCopy } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { sayNearDay, sayTime } from '#tab/ui/say.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { useSending } from '#tab/ui/useSending.ts'

type RoundRowProps = { row: Row; today: PlainDate }

type Saved = { words: string; at: string }

/** One enterprise of the round: its boxes, its own save and its own status. */
export function RoundRow({ row, today }: RoundRowProps) {
  const styles = useRoundStyles()
  const [saved, setSaved] = useState<Saved>()
  if (!saved) {
    return (
      <li className={styles.row}>
        <Boxes row={row} today={today} saved={setSaved} />
      </li>
    )
  }
  return (
    <li className={styles.row}>
      <div className={styles.saved} role="status" ref={focusOn} tabIndex={-1}>
        <CheckmarkCircleFilled fontSize={20} className={styles.tick} aria-hidden />
        {saved.words} Saved at {sayTime(saved.at)}.
      </div>
    </li>
  )
}

const nameOf = ({ name, reference }: Row): string => name ?? reference

function useRow({ row, saved }: RoundRowProps & { saved: (saved: Saved) => void }) {
  const { api, desk, programme } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const draft = formIdOf(row.id, 'round')
  const last = useRef<TypedCommand>(undefined)
  const sender: Sender<TypedCommand> = useSending<TypedCommand, RecordedAnswer>({
    desk,
    send: (command, options) => api.command(programme.id, row.id, command, options),
    recorded() {
      drafts.drop(draft)
      // The row stays where it is until one leaves the page.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'update-round' })
    },
    saved: ({ recordedAt }) => last.current && saved({ words: `${nameOf(row)}: ${callSaved(last.current)}`, at: recordedAt }),
  })
  const submit = (command: TypedCommand, n = row.n): void => {
    last.current = command
    sender.submit(command, n)
  }
  return {
    draft,
    sender,
    submit,
    saveBeside: (entries: Parameters<typeof besideTheirs>[1], n: number) => last.current && submit(besideTheirs(last.current, entries), n),
  }
}

function Boxes(props: RoundRowProps & { saved: (saved: Saved) => void }) {
  const styles = useRoundStyles()
  const { row, today } = props
  const { draft, sender, submit, saveBeside } = useRow(props)
  const { sending } = sender
  const typed = useForm(draft, roundFields(row.call), {}, today, row.id)
  const form = formOnItsWay(typed, sender)
  const save = (event: SubmitEvent): void => {
    event.preventDefault()
    if (sending.state === 'waiting') sender.tryNow()
    const answers = sending.state === 'waiting' || sending.state === 'sending' ? undefined : typed.read()
    if (answers) submit(roundCommand(answers, today, row.call))
  }
  const same = (): void => submit(roundSame(form.words['how'], today, row.call, row.standing))
  return (
    <form onSubmit={save} noValidate aria-label={nameOf(row)}>
      <SendingBar sending={sending} copy={() => wordsToCopy(form.fields, form.words)} />
      {sending.state === 'changed' && (
        <p className={styles.changed} role="alert">
          Someone made a change while you were typing. Your words are safe.
          <Button size="small" className={styles.button} onClick={() => saveBeside(sending.entries, sending.n)}>
            Save mine too
          </Button>
        </p>
      )}
      <KeptWords form={form}>
        <div className={styles.boxes}>
          <Who row={row} today={today} />
          <Asked form={form} />
          <div className={styles.buttons}>
            <Button
              type="submit"
              appearance="primary"
              className={styles.button}
              disabledFocusable={sending.state === 'sending'}
              aria-label={`Save ${nameOf(row)}`}
            >
              {sending.state === 'waiting' ? 'Try again' : 'Save'}
            </Button>
            {row.call.last && (
              <Button
                className={styles.button}
                onClick={same}
                disabledFocusable={sending.state === 'sending' || sending.state === 'waiting'}
                aria-label={`Same as last time, ${nameOf(row)}`}
              >
                Same as last time
              </Button>
            )}
            <DraftStatus form={form} sending={sending} className={styles.status} />
          </div>
        </div>
      </KeptWords>
    </form>
  )
}

/** Who it is, what is due and since when, with the number to ring. */
function Who({ row, today }: RoundRowProps) {
  const styles = useRoundStyles()
  const placeOf = usePlaces()
  const navigate = useNavigate()
  const place = row.area ? placeOf(row.area) : ''
  const to = routes.enterprise(row.id)
  return (
    <div className={`${styles.who} ${styles.whole}`}>
      <Link href={to} className={styles.name} onClick={event => (event.preventDefault(), void navigate(to))}>
        {nameOf(row)}
      </Link>
      <span className={styles.second}>{[row.name === null ? '' : row.reference, place].filter(part => part !== '').join(' · ')}</span>
      <span className={styles.second}>
        {callTitle(row.call)}, due {sayNearDay(row.dueOn, today)}
      </span>
      {row.phone && (
        <Link href={`tel:${row.phone.replaceAll(/[^+\d]/g, '')}`} className={styles.name}>
          {row.phone}
        </Link>
      )}
    </div>
  )
}

/** The choice, with why under it where they stopped, and the numbers beside. */
function Asked({ form }: { form: Form }) {
  const styles = useRoundStyles()
  const asked = askedOf(form.fields, form.words)
  const [how, ...rest] = asked
  const why = rest.filter(({ name }) => name === 'ending')
  const numbers = numberNames.map(name => rest.find(field => field.name === name))
  return (
    <>
      <div className={styles.wholeOnPhone}>
        <FormFields form={{ ...form, fields: [...(how ? [how] : []), ...why] }} />
      </div>
      {numbers.map((field, place) => (
        <div key={numberNames[place]}>{field && <FormFields form={{ ...form, fields: [field] }} />}</div>
      ))}
    </>
  )
}

/** The boxes are gone with the focus in them, so the line in their place takes it. */
const focusOn = (line: HTMLElement | null): void => line?.focus()
