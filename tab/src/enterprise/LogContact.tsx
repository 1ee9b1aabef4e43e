import { Link, makeStyles, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { CaseDetail } from '#tab/api.ts'
import { behindChange, broughtAlong, contactFields, contactStart } from '#tab/enterprise/contactFields.ts'
import { commandOf } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { channelLabels } from '#tab/labels.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { sayDay } from '#tab/ui/say.ts'
import type { Saved } from '#tab/ui/saved.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px', marginTop: '16px' },
  how: { ...typographyStyles.body1, display: 'flex', gap: '8px', alignItems: 'baseline' },
  change: { minHeight: '24px', padding: '2px 0', [phone]: { minHeight: '44px' } },
})

export type LogContactProps = { detail: CaseDetail; tracks: Tracks; saved: (id: string) => void }

/** What a contact asks for, and the way it is sent. */
export function useContact({ detail, tracks, saved }: LogContactProps, tell?: (told: Saved) => void) {
  const draft = formIdOf(detail.id, 'log-contact')
  const form = useForm(draft, contactFields(tracks, {}), contactStart('call', detail.today), detail.today)
  const sender = useRecording(
    detail.id,
    draft,
    answer => {
      form.clear()
      saved(answer.facts[0] ?? '')
    },
    tell,
  )
  const submit = (): void => {
    const answers = form.read()
    if (answers) sender.submit(commandOf('log-contact', answers))
  }
  const shown = withBroughtAlong({ ...form, fields: contactFields(tracks, form.words) })
  return { form: formOnItsWay(shown, sender), sender, submit }
}

/** The form, in which one tap answers what follows from it. */
export const withBroughtAlong = (form: Form): Form => ({
  ...form,
  set(name, text) {
    form.set(name, text)
    for (const [other, brought] of Object.entries(broughtAlong(name, text, form.words))) {
      if (form.fields.some(field => field.name === other)) form.set(other, brought)
    }
  },
})

/** The boxes; what is mostly right waits behind "Change". */
export function ContactFields({ form, children }: { form: Form; children?: ReactNode }) {
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const shown = all || behindChange.some(name => form.faults[name])
  const fields = form.fields.filter(({ name }) => shown || !behindChange.includes(name))
  return (
    <>
      <FormFields form={{ ...form, fields }} />
      <div className={styles.foot}>
        {children}
        {!shown && (
          <span className={styles.how}>
            {howInWords(form)}
            <Link as="button" type="button" className={styles.change} onClick={() => setAll(true)}>
              Change
            </Link>
          </span>
        )}
      </div>
    </>
  )
}

function howInWords({ words: { channel, minutes, happenedOn }, today }: Form): string {
  const label = Object.entries(channelLabels).find(([value]) => value === channel)?.[1] ?? ''
  return [label, minutes ? `${minutes} minutes` : '', happenedOn && happenedOn !== sayDay(today) ? happenedOn : '']
    .filter(part => part !== '')
    .join(', ')
}
