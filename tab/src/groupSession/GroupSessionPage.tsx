import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { SubmitEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { formIdOf } from '#domain/draft.ts'
import type { CaseList } from '#domain/wireSchemas.ts'
import { titleOf } from '#tab/enterprises/rowWords.ts'
import { useCases } from '#tab/enterprises/useCases.ts'
import { cameIn, sessionCommand, sessionFields } from '#tab/groupSession/sessionFields.ts'
import { WhoCame } from '#tab/groupSession/WhoCame.tsx'
import { leftAloneInSession, sessionSaying } from '#tab/many/manyForms.ts'
import { ManyActions, ManyRows } from '#tab/many/ManyRows.tsx'
import { jobOf, useMany } from '#tab/many/useMany.ts'
import { manyWords, sessionPageWords } from '#tab/manyLabels.ts'
import { routes } from '#tab/routes.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { Notice } from '#tab/ui/Notice.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { TaskPage } from '#tab/ui/TaskPage.tsx'
import { useForm } from '#tab/ui/useForm.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  form: { maxWidth: '560px', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  rows: { maxWidth: '656px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '16px' },
  button: { [phone]: { flex: '1 1 auto', maxWidth: 'none' } },
})

const parents = [{ label: 'Enterprises', to: routes.enterprises }] as const
const draft = formIdOf('new', 'group-session')
const formId = 'group-session'
const idle = { state: 'idle' } as const

/** A meeting with eight people: one form, and each of them gets the contact in their own timeline. */
export default function GroupSessionPage() {
  const { may } = useSession()
  const cases = useCases()
  if (!may('check-ins.record')) {
    return (
      <TaskPage title={sessionPageWords.title} parents={parents}>
        <Notice heading="You cannot log a session here">Your role only reads. If you think you should, ask the lead.</Notice>
      </TaskPage>
    )
  }
  if (cases.data) return <SessionForm list={cases.data} />
  return (
    <TaskPage title={sessionPageWords.title} parents={parents}>
      <Remote query={cases} waitingFor="Loading your enterprises" skeleton={<Bone shape="box" />} called="list">
        {() => null}
      </Remote>
    </TaskPage>
  )
}

/** Those that were ticked in the list, one came from there. */
function useTicked(): string {
  const state: unknown = useLocation().state
  const who = typeof state === 'object' && state !== null && 'who' in state ? state.who : undefined
  return Array.isArray(who) ? who.filter(id => typeof id === 'string').join(',') : ''
}

function SessionForm({ list: { cases, today } }: { list: CaseList }) {
  const styles = useStyles()
  const navigate = useNavigate()
  const onPhone = useWidth() === 'phone'
  const form = useForm(draft, sessionFields(cases), { happenedOn: sayDay(today), who: useTicked() }, today)
  const many = useMany(draft, false)
  const { state } = many
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    const answers = form.read()
    if (!answers) return
    const chosen = cameIn(form.words['who'], cases).map(row => ({ id: row.id, title: titleOf(row), leftOut: leftAloneInSession(row) }))
    many.begin(chosen, jobOf(form, sessionCommand(answers)))
  }
  const see = (
    <Button type="submit" form={formId} appearance="primary" className={styles.button}>
      {manyWords.see}
    </Button>
  )
  const list = (): void => void navigate(routes.enterprises)
  const buttons = state ? (
    <ManyActions many={many} state={state} saying={sessionSaying} close={list} closeLabel={sessionPageWords.list} />
  ) : (
    form.earlier?.state !== 'offered' && see
  )
  const fieldsOf = (...names: string[]) => form.fields.filter(({ name }) => names.includes(name))
  return (
    <TaskPage
      title={sessionPageWords.title}
      parents={parents}
      status={!state && <DraftStatus form={form} sending={idle} />}
      foot={onPhone && buttons}
    >
      {state ? (
        <div className={styles.rows}>
          <ManyRows many={many} state={state} saying={sessionSaying} />
        </div>
      ) : (
        <form id={formId} className={styles.form} onSubmit={press} noValidate>
          <KeptWords form={form}>
            <FormFields form={{ ...form, fields: fieldsOf('happenedOn', 'session') }} columns={2} />
            <WhoCame form={form} rows={cases} />
            <FormFields form={{ ...form, fields: fieldsOf('minutes', 'note') }} />
          </KeptWords>
        </form>
      )}
      {!onPhone && <div className={styles.actions}>{buttons}</div>}
    </TaskPage>
  )
}
