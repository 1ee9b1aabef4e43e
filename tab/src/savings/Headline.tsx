import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { Savings, SavingsEstimate } from '#domain/savingsSchemas.ts'
import { headlineOf, intervalWords, paidForItself, rangeParts, sayShort } from '#tab/savings/savingsWords.ts'
import { SavingsListLink } from '#tab/savings/SavingsListLink.tsx'
import { savingsWords } from '#tab/savingsLabels.ts'

const SavingsChart = lazy(() => import('#tab/charts/SavingsChart.tsx'))

const useStyles = makeStyles({
  first: {
    ...typographyStyles.subtitle2,
    margin: 0,
    gridColumn: '1 / -1',
    maxWidth: '72ch',
    textWrap: 'balance',
  },
  one: { minWidth: 0 },
  label: { ...typographyStyles.body1, margin: 0, fontWeight: tokens.fontWeightRegular },
  amount: {
    fontSize: tokens.fontSizeHero900,
    lineHeight: tokens.lineHeightHero900,
    fontWeight: tokens.fontWeightSemibold,
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '8px',
  },
  unit: { ...typographyStyles.body2 },
  range: { ...typographyStyles.body2, margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}` },
  strip: { minHeight: '44px' },
  means: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalM} 0 0`, maxWidth: '62ch' },
  guess: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS}`,
    maxWidth: '72ch',
  },
})

/** When the programme has paid for itself; then a year at today's rate, how sure that is, and what it is not. */
export function Headline({ savings, estimate }: { savings: Savings; estimate: SavingsEstimate }) {
  const styles = useStyles()
  const { label, amount } = headlineOf(estimate)
  const { low, high } = rangeParts(estimate)
  const { yearly } = estimate
  return (
    <>
      <p className={styles.first}>{paidForItself(estimate)}</p>
      <section className={styles.one} aria-label={label}>
        <h2 className={styles.label}>{label}</h2>
        <p className={styles.amount}>
          {amount} <span className={styles.unit}>{savingsWords.aYear}</span>
        </p>
        <p className={styles.range}>
          It could be as low as <strong>{low}</strong> or as high as <strong>{high}</strong>
        </p>
        <div className={styles.strip}>
          <Suspense>
            <SavingsChart
              chart={{ of: 'interval', low: yearly.range.low, most: yearly.pence, high: yearly.range.high }}
              say={sayShort}
              title={label}
              description={intervalWords(estimate)}
            />
          </Suspense>
        </div>
        <p className={styles.means}>{savingsWords.means.join(' ')}</p>
        <p className={styles.guess}>{savingsWords.guess}</p>
        <SavingsListLink figure="yearly" />
        {savings.hours.paidMinutes > 0 && <SavingsListLink figure="hours" />}
      </section>
    </>
  )
}
