import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useState } from 'react'
import type { TypedPerson } from '#domain/commandSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { Person, RecordedAnswer } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { personFields, personWords, sayPerson } from '#tab/enterprise/personFields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { useSession } from '#tab/ui/session.ts'
import { useForm } from '#tab/ui/useForm.ts'
import { useSaving } from '#tab/ui/useSaving.ts'

type EditPersonProps = { detail: CaseDetail; person: Person; close: () => void; saved: () => void }

/** Name and contact details, changed where they stand. The history says that they were, and not how. */
export function EditPerson({ detail, person, close, saved }: EditPersonProps) {
  const { api, programme } = useSession()
  const draft = formIdOf(detail.id, 'person')
  const [against, setAgainst] = useState({ n: detail.n, person })
  const form = useForm(draft, personFields, personWords(person), detail.today)
  const sender = useSaving<TypedPerson, RecordedAnswer>(
    draft,
    async (typed, { key }) => {
      const answer = await api.setPerson(programme.id, detail.id, typed, { key, n: against.n })
      if (answer.ok || answer.refusal.kind !== 'changed') return answer
      // A contact that was logged meanwhile is no reason to ask: only other details are.
      const now = await api.case(programme.id, detail.id)
      if (now.person && sayPerson(now.person) === sayPerson(against.person))
        return api.setPerson(programme.id, detail.id, typed, { key, n: now.n })
      if (now.person) setAgainst({ n: now.n, person: now.person })
      return answer
    },
    saved,
  )
  const submit = (): void => {
    const answers = form.read()
    // The number is part of the question, so that the second try after a change is not taken for the first.
    if (answers) sender.submit(answers as TypedPerson, against.n)
  }
  return (
    <FormDialog
      title="People and details"
      lead="They can ask to read this. The history says that it was changed, and not how."
      form={form}
      sender={sender}
      save="Save"
      submit={submit}
      close={close}
    >
      {sender.sending.state === 'changed' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Someone made a change while you were typing. Your words are safe.</MessageBarTitle> On record now:{' '}
            {sayPerson(against.person)}. Save again to put yours in its place.
          </MessageBarBody>
        </MessageBar>
      )}
    </FormDialog>
  )
}
