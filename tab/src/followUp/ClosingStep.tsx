import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, Spinner, typographyStyles } from '@fluentui/react-components'
import type { Closing } from '#domain/followUpSchemas.ts'
import type { Failure } from '#tab/api.ts'
import { planWords } from '#tab/followUp/afterFundingWords.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  list: { ...typographyStyles.body1, margin: '0 0 12px', paddingLeft: '20px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: { [phone]: { minHeight: '44px' } },
  words: { ...typographyStyles.body1, margin: '0 0 8px' },
})

type ClosingStepProps = {
  step:
    | { at: 'looking' }
    | { at: 'preview'; plan: Closing }
    | { at: 'closing'; plan: Closing; left: number }
    | { at: 'failed'; failure: Failure }
  close: (plan: Closing) => void
  back: () => void
  retry: () => void
}

/** What closing would do, how far it is, or why it stopped. What was handed over stays, so that one can go on. */
export function ClosingStep({ step, close, back, retry }: ClosingStepProps) {
  const styles = useStyles()
  switch (step.at) {
    case 'looking':
      return <Spinner size="tiny" label="One moment" labelPosition="after" />
    case 'preview':
      return (
        <div role="group" aria-label="What would happen">
          <ul className={styles.list}>
            {planWords(step.plan).map(words => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <div className={styles.buttons}>
            <Button appearance="primary" className={styles.button} onClick={() => close(step.plan)}>
              Close the programme
            </Button>
            <Button className={styles.button} onClick={back}>
              Not now
            </Button>
          </div>
        </div>
      )
    case 'closing':
      return (
        <>
          <p className={styles.words} role="status">
            Handing the records over. {step.plan.left - step.left} of {step.plan.left} done.
          </p>
          <ProgressBar value={step.plan.left === 0 ? 1 : (step.plan.left - step.left) / step.plan.left} aria-label="Records handed over" />
        </>
      )
    case 'failed':
      return (
        <>
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>
              {step.failure.kind === 'refused'
                ? step.failure.problem.detail
                : 'That did not work. What was handed over stays. Try again in a moment.'}
            </MessageBarBody>
          </MessageBar>
          <Button className={styles.button} onClick={retry}>
            Try again
          </Button>
        </>
      )
  }
}
