import { formIdOf } from '#domain/draft.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseDetail } from '#tab/api.ts'
import { contactFields, contactStart } from '#tab/enterprise/contactFields.ts'
import { ContactFields, withBroughtAlong } from '#tab/enterprise/LogContact.tsx'
import { commandOf } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { heardLabels } from '#tab/labels.ts'
import { answeredDay, whenFields } from '#tab/today/nextSpeak.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { SettleFrame } from '#tab/today/SettleFrame.tsx'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'
import { useForm } from '#tab/ui/useForm.ts'

type ContactFormProps = SettleFormProps & {
  detail: CaseDetail
  tracks: Tracks
  channel: 'call' | 'visit'
  /** To-dos that this contact is about: they are done with it, once somebody was reached. */
  tasks?: readonly string[]
}

/** What it asks: when one next speaks as well. */
export const contactWithNext = (tracks: Tracks, words: Words): Field[] =>
  contactFields(tracks, words, whenFields('When will you next speak?', true))

/** The contact that the answers make: what it settled, and when one next speaks. */
function contactOf({ after, dueOn, ...answers }: Answers, today: PlainDate, tasks: readonly string[]): TypedCommand {
  const next = answeredDay({ after, dueOn }, today)
  const done = answers['reached'] === true ? tasks : []
  return {
    ...commandOf('log-contact', answers),
    ...(next && { next: { dueOn: next } }),
    ...(done.length > 0 && { done: [...done] }),
  }
}

/** "Reached, not trading yet. You next speak on 20 May 2026." */
export function contactWords(command: TypedCommand): string {
  if (command.kind !== 'log-contact') return ''
  const { reached, heard, next } = command
  const state = heard ? `, ${heardLabels[heard] === 'Not yet' ? 'not trading yet' : heardLabels[heard].toLowerCase()}` : ''
  return [reached ? `Reached${state}.` : 'Nobody was reached.', next ? `You next speak on ${sayDay(next.dueOn)}.` : '']
    .filter(part => part !== '')
    .join(' ')
}

/** Twenty seconds, and the call or visit is on record. What is mostly right is filled in. */
export function ContactForm({ detail, tracks, channel, tasks = [], name, saved, cancel }: ContactFormProps) {
  const draft = formIdOf(detail.id, 'log-contact')
  const typed = useForm(draft, contactWithNext(tracks, {}), contactStart(channel, detail.today), detail.today)
  const form = withBroughtAlong({ ...typed, fields: contactWithNext(tracks, typed.words) })
  const made = (): TypedCommand | undefined => {
    const answers = typed.read()
    return answers && contactOf(answers, detail.today, tasks)
  }
  const sender = useRecording(
    detail.id,
    draft,
    () => undefined,
    told => saved(told.words, told.n),
    contactWords,
  )
  const submit = (): void => {
    const command = made()
    if (command) sender.submit(command)
  }
  return (
    <SettleFrame
      heading="Log a contact"
      lead={name}
      telephone={detail.person?.phone ?? null}
      form={form}
      sender={sender}
      save="Save contact"
      submit={submit}
      cancel={cancel}
      Fields={ContactFields}
    />
  )
}
