import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { CaseDetail } from '#tab/api.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { StepForm } from '#tab/today/StepForm.tsx'
import { Choice } from '#tab/ui/Choice.tsx'

const useStyles = makeStyles({ answer: { marginBottom: '16px' } })

const answers = [
  { value: 'accept', label: 'Take them on' },
  { value: 'advise-only', label: 'Advise only' },
  { value: 'decline', label: 'Not now' },
] as const
type TriageKind = (typeof answers)[number]['value']

/** An enquiry is answered: taken on, advised, or not now. */
export function TriageForm(props: SettleFormProps & { detail: CaseDetail; tracks: Tracks }) {
  const styles = useStyles()
  const [kind, setKind] = useState<TriageKind>('accept')
  return (
    <>
      <div className={styles.answer}>
        <Choice legend="What is your answer?" options={answers} value={kind} onChange={setKind} />
      </div>
      <StepForm key={kind} {...props} kind={kind} start={kind === 'accept' ? { origin: 'new' } : {}} />
    </>
  )
}
