import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { PageSection } from '#tab/ui/PageSection.tsx'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import { cashRows, cashSentence } from '#tab/savings/cashWords.ts'
import { useSavingsView } from '#tab/savings/useSavings.ts'
import { cashWords } from '#tab/savingsLabels.ts'
import { useSession } from '#tab/ui/session.ts'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { phone } from '#tab/ui/widths.ts'

const BudgetForm = lazy(() => import('#tab/savings/BudgetForm.tsx'))

const useStyles = makeStyles({
  sentence: { ...typographyStyles.body1, margin: 0, maxWidth: '68ch' },
  amount: { ...typographyStyles.body1Strong, whiteSpace: 'nowrap' },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0 },
  button: { [phone]: { minHeight: '44px' } },
})

/** What form is open: for a budget that fell, or to take the word of one back. */
type Open = 'fall' | { takesBack: number; budget: string }

/** What of the saving is cash: only what the holder of a budget wrote down. */
export function CashSection() {
  const styles = useStyles()
  const fund = useRowStyles()
  const { me, may } = useSession()
  const { savings } = useSavingsView()
  const [open, setOpen] = useState<Open>()
  const rememberOpener = useReturnFocus(open !== undefined)
  const rows = cashRows(savings.cashable, me.oid)
  const show = (what: Open): void => {
    rememberOpener()
    setOpen(what)
  }
  const mayRecord = may('budgets.record')
  const record = mayRecord && (
    <Button className={styles.button} onClick={() => show('fall')}>
      {cashWords.record}
    </Button>
  )
  return (
    <PageSection id="cash" title={cashWords.title} actions={record}>
      <p className={styles.sentence}>{cashSentence(savings.cashable)}</p>
      <ul className={fund.list}>
        {rows.map(({ version, budget, amount, detail }) => (
          <li key={version} className={mergeClasses(fund.item, fund.line, fund.wrapping)}>
            <div className={styles.words}>
              {budget}
              <div className={styles.detail}>{detail}</div>
            </div>
            <span className={styles.amount}>{amount}</span>
            {mayRecord && (
              <Button
                appearance="subtle"
                className={styles.button}
                aria-label={`${cashWords.takeBack}: ${budget}`}
                onClick={() => show({ takesBack: version, budget })}
              >
                {cashWords.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!mayRecord && rows.length === 0 && <p className={styles.detail}>{cashWords.whoMay}</p>}
      <Suspense>{open && <BudgetForm takesBack={open === 'fall' ? undefined : open} close={() => setOpen(undefined)} />}</Suspense>
    </PageSection>
  )
}
