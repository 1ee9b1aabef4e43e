import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { SavingsEstimate } from '#domain/savingsSchemas.ts'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { useTable } from '#tab/cohorts/useAddress.ts'
import { sayShort, sayThousands } from '#tab/savings/savingsWords.ts'
import { SavingsListLink } from '#tab/savings/SavingsListLink.tsx'
import {
  drawnFacts,
  drawnRows,
  gapData,
  gapDescription,
  gapSentences,
  gapTitle,
  monthRows,
  stepRows,
  stepsDescription,
  stepsTitle,
  swingRows,
  swingsDescription,
  swingsTitle,
  whoRows,
} from '#tab/savings/workingWords.ts'
import { useSavingsView } from '#tab/savings/useSavings.ts'
import { apartLabels } from '#tab/savingsLabels.ts'
import { workingWords } from '#tab/savingsWorkingLabels.ts'
import { desk } from '#tab/ui/widths.ts'

const SavingsChart = lazy(() => import('#tab/charts/SavingsChart.tsx'))

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    marginBottom: tokens.spacingVerticalL,
    [desk]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)', gridAutoFlow: 'dense' },
  },
  who: { listStyle: 'none', margin: 0, padding: 0 },
  row: { ...typographyStyles.body1, padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', justifyContent: 'space-between', columnGap: '12px' },
  amount: { ...typographyStyles.body1Strong, textAlign: 'right' },
  why: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
})

/** What the figure rests on: the steps, when it was paid back, which figure matters most, who saves, and the draws. */
export default function Working({ estimate }: { estimate: SavingsEstimate }) {
  const styles = useStyles()
  return (
    <section className={styles.figures} aria-label={workingWords.title}>
      <WhoFigure estimate={estimate} />
      <StepsFigure estimate={estimate} />
      <GapFigure estimate={estimate} />
      <SwingsFigure estimate={estimate} />
      <DrawsFigure estimate={estimate} />
    </section>
  )
}

type Estimated = { estimate: SavingsEstimate }

/** The room of a chart that is on its way. */
const room = <div style={{ minHeight: '280px' }} />

function WhoFigure({ estimate }: Estimated) {
  const { savings } = useSavingsView()
  return (
    <Figure
      side="left"
      title={workingWords.who}
      n={apartLabels.yearly}
      {...(estimate.nhsYearlyPence && { links: <SavingsListLink figure="nhs" /> })}
    >
      <Facts facts={whoRows(estimate, savings.cashable).map(({ name, amount, why }) => ({ name, value: amount, why }))} />
    </Figure>
  )
}

function Facts({ facts }: { facts: readonly { name: string; value: string; why?: string }[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.who}>
      {facts.map(({ name, value, why }) => (
        <li key={name} className={styles.row}>
          <div className={styles.line}>
            <span>{name}</span>
            <span className={styles.amount}>{value}</span>
          </div>
          {why !== undefined && <div className={styles.why}>{why}</div>}
        </li>
      ))}
    </ul>
  )
}

function StepsFigure({ estimate }: Estimated) {
  const table = useTable('steps')
  const rows = stepRows(estimate)
  const title = stepsTitle(estimate)
  const content = (
    <NumberTable
      caption={title}
      hideCaption
      heads={['Step', apartLabels.yearly]}
      rows={rows.map(({ name, amount, kind }) => ({ key: name, cells: [name, amount], strong: kind === 'total' }))}
    />
  )
  return (
    <Figure side="right" title={title} n={workingWords.steps} table={{ ...table, content }} links={<SavingsListLink figure="yearly" />}>
      <Suspense fallback={room}>
        <SavingsChart chart={{ of: 'steps', rows }} say={sayThousands} title={title} description={stepsDescription(rows)} />
      </Suspense>
    </Figure>
  )
}

function GapFigure({ estimate }: Estimated) {
  const { savings } = useSavingsView()
  const table = useTable('months')
  const title = gapTitle(estimate)
  const { month, saved, cost, gap } = workingWords
  const content = <NumberTable caption={title} hideCaption heads={[month, saved, cost, gap]} rows={monthRows(estimate)} />
  return (
    <Figure
      side="left"
      title={title}
      n={workingWords.gap}
      table={{ ...table, content }}
      words={gapSentences(estimate, savings.cost).join(' ')}
      links={<SavingsListLink figure="soFar" />}
    >
      <Suspense fallback={room}>
        <SavingsChart chart={{ of: 'gap', ...gapData(estimate) }} say={sayShort} title={title} description={gapDescription(estimate)} />
      </Suspense>
    </Figure>
  )
}

function SwingsFigure({ estimate }: Estimated) {
  const table = useTable('swings')
  const rows = swingRows(estimate)
  const title = swingsTitle(estimate)
  const content = (
    <NumberTable
      caption={title}
      hideCaption
      heads={['Figure', workingWords.atLow, workingWords.atHigh]}
      rows={rows.map(({ name, low, high, atLow, atHigh }) => ({
        key: name,
        cells: [name, `${low}: ${sayThousands(atLow)}`, `${high}: ${sayThousands(atHigh)}`],
      }))}
    />
  )
  return (
    <Figure
      side="right"
      title={title}
      n={rows.length > 0 && workingWords.swings}
      {...(rows.length > 0 && { table: { ...table, content } })}
    >
      {rows.length > 0 && (
        <Suspense fallback={room}>
          <SavingsChart
            chart={{ of: 'swings', rows, stated: estimate.yearly.pence }}
            say={sayThousands}
            title={title}
            description={swingsDescription(rows)}
          />
        </Suspense>
      )}
    </Figure>
  )
}

function DrawsFigure({ estimate }: Estimated) {
  const { soFar, yearly } = apartLabels
  return (
    <Figure side="left" title={workingWords.draws}>
      <NumberTable caption={workingWords.draws} hideCaption heads={['', soFar, yearly]} rows={drawnRows(estimate)} />
      <Facts facts={drawnFacts(estimate)} />
    </Figure>
  )
}
