import { Button, makeStyles, typographyStyles } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AfterFundingAnswer, Closing } from '#domain/followUpSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { historyOf, partsOf, settingsOn } from '#domain/settings.ts'
import type { NewSettings, SettingsAnswer } from '#domain/settingsSchemas.ts'
import type { Failure } from '#tab/api.ts'
import { failureOf } from '#tab/api.ts'
import { ClosingStep } from '#tab/followUp/ClosingStep.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: '0 0 8px' },
  words: { ...typographyStyles.body1, margin: '0 0 8px' },
  button: { [phone]: { minHeight: '44px' } },
})

/** How far closing, or opening again, has come. */
type Step =
  | { at: 'start' }
  | { at: 'looking' }
  | { at: 'preview'; plan: Closing }
  | { at: 'closing'; plan: Closing; left: number }
  | { at: 'failed'; failure: Failure }

function useClosing(today: PlainDate) {
  const { api, programme } = useSession()
  const queries = useQueryClient()
  const [step, setStep] = useState<Step>({ at: 'start' })
  const failed = (failure: Failure): void => setStep({ at: 'failed', failure })
  const over = async (): Promise<void> => {
    setStep({ at: 'start' })
    await queries.invalidateQueries()
  }
  const look = async (): Promise<void> => {
    setStep({ at: 'looking' })
    const plan = await api.closeProgramme(programme.id, { dryRun: true })
    if (plan.ok) setStep({ at: 'preview', plan: plan.value })
    else failed(plan.refusal)
  }
  /** Goes on by itself until every record is handed over. */
  const close = async (plan: Closing): Promise<void> => {
    for (let left = plan.left, isOver = false; !isOver;) {
      setStep({ at: 'closing', plan, left })
      const answered = await api.closeProgramme(programme.id, { dryRun: false })
      if (!answered.ok) return failed(answered.refusal)
      left = answered.value.left
      isOver = left === 0
    }
    await over()
  }
  const openAgain = async (): Promise<void> => {
    setStep({ at: 'looking' })
    try {
      const answer = await api.settings(programme.id)
      const saved = await api.saveSettings(programme.id, openSettings(answer, today), { key: crypto.randomUUID(), n: answer.version })
      if (saved.ok) await over()
      else failed(saved.refusal)
    } catch (error) {
      failed(failureOf(error))
    }
  }
  return { step, look, close, openAgain, back: () => setStep({ at: 'start' }) }
}

/** The settings of today, without the closing. */
function openSettings({ versions }: SettingsAnswer, today: PlainDate): NewSettings {
  const held = settingsOn(historyOf([...versions].reverse()), today)
  const settings = { ...partsOf(held), rules: { ...held.rules, closedOn: null } }
  return { effectiveFrom: today, settings: settings as NewSettings['settings'] }
}

/** Closing a programme in two steps, what would happen and then yes; and opening it again. */
export function ClosingSection({ answer }: { answer: AfterFundingAnswer }) {
  const styles = useStyles()
  const { step, look, close, openAgain, back } = useClosing(answer.today)
  const isClosed = answer.closedOn !== null
  return (
    <section aria-labelledby="close-it">
      <h2 id="close-it" className={styles.heading}>
        {isClosed ? 'The programme has closed' : 'Close the programme'}
      </h2>
      {answer.closedOn === null ? (
        <p className={styles.words}>Open records go to those who ring from then on. The check-ins stay. All other reminders stop.</p>
      ) : (
        <p className={styles.words} role="status">
          Closed on {sayDay(answer.closedOn)}. Only the check-ins go on. Records stay with those who have them.
        </p>
      )}
      {step.at !== 'start' ? (
        <ClosingStep step={step} close={plan => void close(plan)} back={back} retry={() => void (isClosed ? openAgain() : look())} />
      ) : isClosed ? (
        <Button className={styles.button} onClick={() => void openAgain()}>
          Open it again
        </Button>
      ) : (
        <Button className={styles.button} onClick={() => void look()}>
          See what would happen
        </Button>
      )}
    </section>
  )
}
