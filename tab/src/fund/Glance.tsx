import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { Ink } from '#domain/marks.ts'
import type { Fund } from '#domain/potSchemas.ts'
import { Swatch } from '#tab/charts/Swatch.tsx'
import { NumberTable } from '#tab/cohorts/Figure.tsx'
import { useTable } from '#tab/cohorts/useAddress.ts'
import type { Glance } from '#tab/fund/glanceWords.ts'
import { barDescription, glanceOf, glanceRows, leftSentence, potData, sumSentences } from '#tab/fund/glanceWords.ts'
import { PageSection } from '#tab/ui/PageSection.tsx'
import { TableToggle } from '#tab/fund/TableToggle.tsx'
import { fundWords, ledgerHeads } from '#tab/fundLabels.ts'
import { sayMoney } from '#tab/ui/say.ts'
import { useWidth } from '#tab/ui/widths.ts'

const PotChart = lazy(() => import('#tab/charts/PotChart.tsx'))

const useStyles = makeStyles({
  room: { minHeight: '104px' },
  table: { maxWidth: '480px', marginTop: tokens.spacingVerticalM },
  sum: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: `${tokens.spacingVerticalM} 0 0` },
  link: { ...typographyStyles.caption1 },
  rows: { listStyle: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  row: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: '1 1 auto', minWidth: 0 },
  amount: { ...typographyStyles.body1Strong },
})

const inks = { paid: 'bar', setAside: 'second-bar', available: 'own-number', asked: 'asked-for' } as const satisfies Record<string, Ink>

/** The fund in one bar: what is left first, then the sum in words, which adds up. */
export function GlanceSection({ fund, toLedger }: { fund: Fund; toLedger: () => void }) {
  const styles = useStyles()
  const table = useTable('pot')
  // There its rows stand beneath the bar.
  const onPhone = useWidth() === 'phone'
  const { pot } = fund
  const glance = glanceOf(fund)
  const title = leftSentence(pot)
  return (
    <PageSection id="pot" title={title} actions={!onPhone && <TableToggle {...table} />}>
      <Suspense fallback={<div className={styles.room} />}>
        <PotChart data={potData(glance)} title={title} description={barDescription(glance)} narrow={<Swatches glance={glance} />} />
      </Suspense>
      {table.shown && !onPhone && (
        <div className={styles.table}>
          <NumberTable
            caption="The same figures as a table"
            heads={[fundWords.title, ledgerHeads.amount]}
            rows={[
              ...glanceRows(glance).map(({ key, name, pence }) => ({ key, cells: [name, sayMoney(pence)] })),
              { key: 'all', cells: ['All that was put in', sayMoney(pot.balance.putIn)], strong: true },
            ]}
          />
        </div>
      )}
      <p className={styles.sum}>
        {sumSentences(pot, glance).join(' ')}{' '}
        <Link as="button" inline className={styles.link} onClick={toLedger}>
          {fundWords.openLedger}
        </Link>
      </p>
    </PageSection>
  )
}

/** The same numbers beneath a bar that is too narrow for labels. */
function Swatches({ glance }: { glance: Glance }) {
  const styles = useStyles()
  return (
    <ul className={styles.rows}>
      {glanceRows(glance).map(({ key, name, pence }) => (
        <li key={key} className={styles.row}>
          <Swatch ink={inks[key]} />
          <span className={styles.name}>{name}</span>
          <span className={styles.amount}>{sayMoney(pence)}</span>
        </li>
      ))}
    </ul>
  )
}
