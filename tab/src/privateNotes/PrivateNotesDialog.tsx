import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens, typographyStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import { londonDay } from '#domain/plainDate.ts'
import type { NewPrivateNote, PrivateNotes } from '#domain/privateNoteSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { useWho } from '#tab/enterprise/useEnterprise.ts'
import type { Field } from '#tab/ui/fields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { useForm } from '#tab/ui/useForm.ts'
import { useSaving } from '#tab/ui/useSaving.ts'

const useStyles = makeStyles({
  banner: { marginBottom: '12px' },
  heading: { ...typographyStyles.body1Strong, margin: '16px 0 4px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  note: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  words: { ...typographyStyles.body1, margin: '4px 0 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  who: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
})

const fields: readonly Field[] = [{ kind: 'note', name: 'words', label: 'What are you worried about?' }]

type PrivateNotesDialogProps = { detail: CaseDetail; close: () => void; saved: () => void }

/** Private notes: the number to ring stands first, because writing here tells nobody. */
export function PrivateNotesDialog({ detail, close, saved }: PrivateNotesDialogProps) {
  const { api, programme } = useSession()
  const draft = formIdOf(detail.id, 'private-note')
  const form = useForm(draft, fields, {}, detail.today)
  const sender = useSaving<NewPrivateNote, PrivateNotes>(
    draft,
    (note, options) => api.writePrivateNote(programme.id, detail.id, note, options),
    saved,
  )
  const notes = useQuery({
    queryKey: ['private-notes', programme.id, detail.id],
    queryFn: ({ signal }) => api.privateNotes(programme.id, detail.id, signal),
  })
  const submit = (): void => {
    const answers = form.read()
    if (answers) sender.submit(answers as NewPrivateNote)
  }
  return (
    <FormDialog title="Private notes" form={form} sender={sender} save="Save private note" submit={submit} close={close}>
      <Remote query={notes} waitingFor="Loading the private notes" skeleton={null} called="private notes">
        {found => <Notes id={detail.id} found={found} />}
      </Remote>
    </FormDialog>
  )
}

function Notes({ id, found: { safeguardingPhone, notes } }: { id: string; found: PrivateNotes }) {
  const styles = useStyles()
  return (
    <>
      <MessageBar intent="warning" layout="multiline" className={styles.banner}>
        <MessageBarBody>
          <MessageBarTitle>Writing here does not report a concern.</MessageBarTitle> If someone may be at risk, ring the safeguarding team
          first: <a href={`tel:${safeguardingPhone.replaceAll(/[^\d+]/g, '')}`}>{safeguardingPhone}</a>. Only you and the lead can read this
          note. It is on record who opens it.
        </MessageBarBody>
      </MessageBar>
      {notes.length > 0 && (
        <>
          <h3 className={styles.heading}>Written before</h3>
          <ul className={styles.list}>
            {notes.map(note => (
              <Note key={note.id} id={id} note={note} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Note({ id, note }: { id: string; note: PrivateNotes['notes'][number] }) {
  const styles = useStyles()
  const { api, programme } = useSession()
  const who = useWho()
  const [words, setWords] = useState<string>()
  const [failed, setFailed] = useState(false)
  const day = sayDay(londonDay(note.writtenAt))
  const open = async (): Promise<void> => {
    const answer = await api.openPrivateNote(programme.id, id, note.id, { key: crypto.randomUUID() })
    setFailed(!answer.ok)
    if (answer.ok) setWords(answer.value.words)
  }
  return (
    <li className={styles.note}>
      <span className={styles.who}>
        {day}, {who(note.writtenBy)}
      </span>{' '}
      {words === undefined && (
        <Button size="small" onClick={() => void open()} aria-label={`Open the note of ${day}`}>
          Open
        </Button>
      )}
      {failed && <p role="alert">We could not open it just now. Try again.</p>}
      {words !== undefined && <p className={styles.words}>{words}</p>}
    </li>
  )
}
