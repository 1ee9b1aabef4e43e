import type { GrantAnswer } from '#domain/potSchemas.ts'
import { pageLabels } from '#tab/fund/grant/grantPageLabels.ts'
import { useGrantStyles } from '#tab/fund/grant/grantStyles.ts'
import type { NameOf } from '#tab/fund/grant/peopleStrip.ts'
import { panelWords } from '#tab/fund/grant/standingWords.ts'
import { isPanelField, needsPanel } from '#tab/fund/grant/stepFields.ts'
import type { GrantStepForm } from '#tab/fund/grant/useGrantStep.ts'
import type { Field } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import type { Form } from '#tab/ui/useForm.ts'

type PanelSeatsProps = { answer: GrantAnswer; step: Pick<GrantStepForm, 'kind' | 'form'>; nameOf: NameOf }

/** Who sits on the panel, and how many of them count: where a panel decides, and until more is asked for. */
export function PanelSeats({ answer, step: { kind, form }, nameOf }: PanelSeatsProps) {
  const styles = useGrantStyles()
  if (kind !== 'decide-grant' || !needsPanel(answer) || form.words['outcome'] === 'ask-for-more') return null
  const ticked = (name: string): string[] => (form.words[name] ?? '').split(',').filter(each => each !== '')
  return (
    <section className={styles.part} aria-labelledby="grant-panel">
      <div className={styles.headed}>
        <h2 id="grant-panel" className={styles.heading}>
          {pageLabels.panel}
        </h2>
        <p role="status" className={styles.small}>
          {panelWords(answer, { present: ticked('present'), interested: ticked('interested') }, nameOf)}
        </p>
      </div>
      <FormFields form={{ ...form, fields: seats(form) }} />
    </section>
  )
}

/** Only who was there can have had an interest. */
function seats({ fields, words }: Form): Field[] {
  const present = (words['present'] ?? '').split(',')
  return fields.filter(isPanelField).map(field => {
    const isNarrowed = field.name === 'interested' && field.kind === 'several'
    return isNarrowed ? { ...field, options: field.options.filter(({ value }) => present.includes(value)) } : field
  })
}
