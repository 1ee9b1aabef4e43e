import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import type { SavingsEstimate } from '#domain/savingsSchemas.ts'
import { savingsWords } from '#tab/savingsLabels.ts'
import { phone } from '#tab/ui/widths.ts'

const Working = lazy(() => import('#tab/savings/Working.tsx'))

const useStyles = makeStyles({
  button: { marginBottom: tokens.spacingVerticalL, [phone]: { minHeight: '44px' } },
})

/** The working behind one link, so that a shared address shows it as well. */
export function WorkingToggle({ estimate }: { estimate: SavingsEstimate }) {
  const styles = useStyles()
  const [params, setParams] = useSearchParams()
  const shown = params.get('working') === 'shown'
  const toggle = (): void => {
    const next = new URLSearchParams(params)
    if (shown) next.delete('working')
    else next.set('working', 'shown')
    setParams(next, { replace: true })
  }
  return (
    <>
      <Button
        appearance="subtle"
        className={styles.button}
        aria-expanded={shown}
        icon={shown ? <ChevronDownRegular /> : <ChevronRightRegular />}
        onClick={toggle}
      >
        {shown ? savingsWords.hideWorking : savingsWords.working}
      </Button>
      {shown && (
        <Suspense>
          <Working estimate={estimate} />
        </Suspense>
      )}
    </>
  )
}
