import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { settingsChanges, settingsOn } from '#domain/settings.ts'
import { changeWords } from '#tab/settings/changeWords.ts'
import type { Edit } from '#tab/settings/edits.ts'
import { fromWhen, settingsFrom } from '#tab/settings/edits.ts'
import { useSaving } from '#tab/settings/useSettings.ts'
import { useSettingsView } from '#tab/settings/view.ts'
import type { Answers } from '#tab/ui/fields.ts'
import { readFields } from '#tab/ui/fields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { useForm } from '#tab/ui/useForm.ts'

const useStyles = makeStyles({
  changes: {
    marginTop: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  list: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: '20px', overflowWrap: 'anywhere' },
  none: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
})

/** Changes one thing, from a day on, and says before it is saved what that will change. */
export function EditDialog({ edit, close }: { edit: Edit; close: () => void }) {
  const { me } = useSession()
  const { answer, history } = useSettingsView()
  const fields = [...edit.fields, fromWhen]
  const form = useForm(edit.id, fields, { ...edit.start, effectiveFrom: sayDay(me.today) }, me.today)
  const sender = useSaving(edit.id, close)
  const submit = (): void => {
    const answers = form.read()
    if (answers) sender.submit(settingsFrom(edit, answers, history, me.today), answer.version)
  }
  return (
    <FormDialog title={edit.title} lead={edit.lead} form={form} sender={sender} save={edit.save} submit={submit} close={close}>
      <ThisChanges edit={edit} form={form} />
    </FormDialog>
  )
}

/** What will be otherwise, worked out as one types. */
function ThisChanges({ edit, form }: { edit: Edit; form: Form }) {
  const styles = useStyles()
  const { history } = useSettingsView()
  const { answers, faults } = readFields(form.fields, form.words, form.today)
  const phrases = Object.keys(faults).length > 0 ? [] : phrasesOf(edit, answers)
  function phrasesOf(asked: Edit, said: Answers): string[] {
    const { effectiveFrom, settings } = settingsFrom(asked, said, history, form.today)
    return changeWords(settingsChanges(settingsOn(history, effectiveFrom), settings), settings)
  }
  return (
    <div className={styles.changes}>
      <h3 className={styles.heading}>This changes</h3>
      {phrases.length === 0 ? (
        <p className={styles.none}>Nothing yet.</p>
      ) : (
        <ul className={styles.list}>
          {phrases.map(phrase => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
