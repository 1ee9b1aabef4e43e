import { formIdOf } from '#domain/draft.ts'
import { dbsDecisions, dbsLevels, dbsSubjects } from '#domain/dbs.ts'
import type { DbsList, NewDbs } from '#domain/dbsSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { dbsDecisionLabels, dbsLevelLabels, dbsSubjectLabels } from '#tab/besideLabels.ts'
import type { CaseDetail } from '#tab/api.ts'
import { SeenBefore } from '#tab/checks/SeenBefore.tsx'
import { optionsOf } from '#tab/enterprise/options.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Field } from '#tab/ui/fields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { useForm } from '#tab/ui/useForm.ts'
import { useSaving } from '#tab/ui/useSaving.ts'

/** What we ask of a DBS check. There is no box for what it says. */
export const dbsFields: readonly Field[] = [
  { kind: 'choice', name: 'of', label: 'Whose is it?', options: optionsOf(dbsSubjects, dbsSubjectLabels) },
  { kind: 'list', name: 'level', label: 'Which level?', options: optionsOf(dbsLevels, dbsLevelLabels) },
  { kind: 'day', name: 'seenOn', label: 'When did you see it?' },
  { kind: 'day', name: 'issuedOn', label: 'When was it given out?', optional: true },
  { kind: 'stack', name: 'decision', label: 'What did you decide?', options: optionsOf(dbsDecisions, dbsDecisionLabels) },
  {
    kind: 'day',
    name: 'lookAgainOn',
    label: 'When will you look again?',
    hint: 'Leave it blank to use your programme’s own time.',
    optional: true,
    mayBeLater: true,
    withoutYear: 'next',
  },
]

/** What it begins with: the owner's own, seen today. */
export const dbsStart = (today: PlainDate): Words => ({ of: 'owner', seenOn: sayDay(today) })

type DbsDialogProps = { detail: CaseDetail; close: () => void; saved: () => void }

/** A DBS check was seen. What is kept of it can be removed, and is in no entry. */
export function DbsDialog({ detail, close, saved }: DbsDialogProps) {
  const { api, programme } = useSession()
  const draft = formIdOf(detail.id, 'dbs')
  const form = useForm(draft, dbsFields, dbsStart(detail.today), detail.today)
  const sender = useSaving<NewDbs, DbsList>(draft, (check, options) => api.seeDbs(programme.id, detail.id, check, options), saved)
  const submit = (): void => {
    const answers = form.read()
    if (answers) sender.submit(answers as NewDbs)
  }
  return (
    <FormDialog
      title="DBS check seen"
      lead="A DBS check has no end date. Say when your programme wants to see it again. Do not write down what it says."
      form={form}
      sender={sender}
      save="Save"
      submit={submit}
      close={close}
    >
      <SeenBefore id={detail.id} />
    </FormDialog>
  )
}
