import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { EmploymentAnswer } from '#domain/attributes.ts'
import { employmentAnswers } from '#domain/attributes.ts'
import { formIdOf } from '#domain/draft.ts'
import { asksEmploymentStatus } from '#domain/employment.ts'
import type { CaseDetail } from '#tab/api.ts'
import { employmentLabels } from '#tab/besideLabels.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { employmentQuestion } from '#tab/enquiry/triage.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  bar: { marginBottom: '24px' },
  answer: { whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'flex-start' },
})

/** Who helps one person only may be that person's employee. It is asked until it was talked about, and one tap answers it. */
export function EmploymentPrompt({ detail, tracks }: { detail: CaseDetail; tracks: Tracks }) {
  const styles = useStyles()
  const sender = useRecording(detail.id, formIdOf(detail.id, 'employment'), () => undefined)
  if (!asksEmploymentStatus(tracks)) return null
  const { state } = sender.sending
  const answer = (code: EmploymentAnswer): void => {
    if (state === 'sending') return
    sender.submit({ kind: 'tell-attribute', happenedOn: detail.today, attribute: 'employment-status', codes: [code] }, detail.n)
  }
  return (
    <>
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>They help one person only.</MessageBarTitle> {employmentQuestion}
        </MessageBarBody>
        <MessageBarActions className={styles.actions}>
          {employmentAnswers.map(code => (
            <Button key={code} className={styles.answer} onClick={() => answer(code)} disabledFocusable={state === 'sending'}>
              {employmentLabels[code]}
            </Button>
          ))}
        </MessageBarActions>
      </MessageBar>
      <SendingBar sending={sender.sending} copy={() => employmentQuestion} />
    </>
  )
}
