import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useEffect } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { followUpOwners } from '#domain/programmeRules.ts'
import type { NewProgramme, Programme } from '#domain/wireSchemas.ts'
import type { Api } from '#tab/api.ts'
import { followUpLabels } from '#tab/settingsLabels.ts'
import { readDay } from '#tab/ui/dayWords.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { Notice } from '#tab/ui/Notice.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { sayDay } from '#tab/ui/say.ts'
import type { SignInDesk } from '#tab/ui/signInDesk.ts'
import { formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import { useSending } from '#tab/ui/useSending.ts'

const useStyles = makeStyles({
  form: { maxWidth: '640px', padding: '20px 0 48px' },
  heading: { ...typographyStyles.title3, margin: `0 0 ${tokens.spacingVerticalXS}` },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: `0 0 ${tokens.spacingVerticalL}` },
  save: { marginTop: tokens.spacingVerticalL },
})

/** What is asked of a new programme. The last question says on which day the money ends, once that is known. */
export const programmeFields = (endsOn?: PlainDate): Field[] => [
  { kind: 'line', name: 'name', label: 'What is it called?', most: 120 },
  {
    kind: 'line',
    name: 'id',
    label: 'Short name for links',
    hint: 'Use small letters, with a dash for each space.',
    most: 40,
    pattern: /^[a-z0-9-]{2,40}$/,
    fault: 'Use small letters, digits and dashes.',
  },
  { kind: 'note', name: 'areas', label: 'Which areas does it cover?', hint: 'One on each line.', optional: true },
  { kind: 'day', name: 'from', label: 'The money begins', withoutYear: 'this-year', mayBeLater: true },
  { kind: 'day', name: 'to', label: 'The money ends', withoutYear: 'this-year', mayBeLater: true },
  { kind: 'money', name: 'costPence', label: 'What does it cost in all?' },
  {
    kind: 'day',
    name: 'followUpUntil',
    label: 'We ring them until',
    withoutYear: 'this-year',
    mayBeLater: true,
    optional: true,
  },
  {
    kind: 'stack',
    name: 'followUpBy',
    label: endsOn
      ? `Your money ends on ${sayDay(endsOn)}. Most two-year check-ins come after that. Who will ring them?`
      : 'Most two-year check-ins come after the money ends. Who will ring them?',
    options: followUpOwners.map(value => ({ value, label: followUpLabels[value] })),
  },
  { kind: 'line', name: 'followUpOwner', label: 'Who is it?', most: 120, when: ({ followUpBy }) => followUpBy === 'person' },
]

/** The programme that was typed, as it is sent. */
export function programmeOf({ areas, from, to, ...rest }: Answers): NewProgramme {
  const names = typeof areas === 'string' ? areas.split('\n').map(line => line.trim()) : []
  return { ...rest, areas: names.filter(line => line !== ''), period: { from, to } } as NewProgramme
}

type FirstProgrammeProps = { api: Api; desk: SignInDesk; administrator: boolean; today: PlainDate }

/** Nobody's programme yet: whom to ask, or, for an administrator, the form that makes one. */
export default function FirstProgramme({ administrator, ...rest }: FirstProgrammeProps) {
  useEffect(() => {
    document.title = 'Catalyst Casebook'
  }, [])
  if (!administrator) {
    return (
      <Notice alone heading="You are not in a programme yet">
        Ask the lead of your programme to add you. This page shows it then by itself.
      </Notice>
    )
  }
  return <ProgrammeForm {...rest} />
}

function ProgrammeForm({ api, desk, today }: Omit<FirstProgrammeProps, 'administrator'>) {
  const styles = useStyles()
  const queries = useQueryClient()
  const asked = useForm(formIdOf('new', 'programme'), programmeFields(), {}, today)
  const typed = { ...asked, fields: programmeFields(readDay(asked.words['to'] ?? '', today, 'this-year')) }
  const sender = useSending<NewProgramme, Programme>({
    desk,
    send: (body, options) => api.makeProgramme(body, options),
    recorded: () => void queries.invalidateQueries(),
  })
  const form = formOnItsWay(typed, sender)
  const waiting = sender.sending.state === 'waiting'
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    if (waiting) {
      sender.tryNow()
      return
    }
    const answers = form.read()
    if (answers && sender.sending.state !== 'sending') sender.submit(programmeOf(answers))
  }
  return (
    <form className={styles.form} onSubmit={press} noValidate>
      <h1 className={styles.heading}>Make your first programme</h1>
      <p className={styles.words}>After this you can bring in its spreadsheet.</p>
      <SendingBar sending={sender.sending} copy={() => wordsToCopy(form.fields, form.words)} />
      <FormFields form={form} columns={2} />
      <Button className={styles.save} type="submit" appearance="primary" disabledFocusable={sender.sending.state === 'sending'}>
        {waiting ? 'Try again' : 'Make the programme'}
      </Button>
    </form>
  )
}
