import { makeStyles, Tab, TabList, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Fund } from '#domain/potSchemas.ts'
import { Swatch } from '#tab/charts/Swatch.tsx'
import { NumberTable } from '#tab/cohorts/Figure.tsx'
import { useTable } from '#tab/cohorts/useAddress.ts'
import { PageSection } from '#tab/ui/PageSection.tsx'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import type { ShareBy } from '#tab/fund/shareWords.ts'
import { shareCount, shareDescription, shareRows } from '#tab/fund/shareWords.ts'
import { TableToggle } from '#tab/fund/TableToggle.tsx'
import { fundWords } from '#tab/fundLabels.ts'
import { sayMoney } from '#tab/ui/say.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const ShareChart = lazy(() => import('#tab/charts/ShareChart.tsx'))

const useStyles = makeStyles({
  actions: { display: 'flex', alignItems: 'center', gap: '8px' },
  tab: { [phone]: { minHeight: '44px' } },
  key: { ...typographyStyles.caption1, display: 'flex', gap: '16px', color: tokens.colorNeutralForeground2, marginBottom: '8px' },
  part: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  table: { maxWidth: '720px', marginTop: tokens.spacingVerticalM },
})

/** What the money went to, by gap or by area, and how much of what is wanted is there by now. */
export function SharesSection({ fund }: { fund: Fund }) {
  const styles = useStyles()
  const shared = useRowStyles()
  const { programme } = useSession()
  const [by, setBy] = useState<ShareBy>('gap')
  const table = useTable('shares')
  const placeOf = (id: string): string => everyArea(programme).find(area => area.id === id)?.name ?? id
  const rows = shareRows(fund, by, placeOf)
  if (rows.length === 0) {
    return (
      <PageSection id="gaps" title={fundWords.gaps}>
        <p className={shared.nothing}>{fundWords.noGapsYet}</p>
      </PageSection>
    )
  }
  return (
    <PageSection
      id="gaps"
      title={fundWords.gaps}
      note={shareCount(fund.byGap)}
      actions={
        <div className={styles.actions}>
          <TabList size="small" selectedValue={by} onTabSelect={(_, { value }) => setBy(value === 'area' ? 'area' : 'gap')}>
            <Tab value="gap" className={styles.tab}>
              {fundWords.byGap}
            </Tab>
            <Tab value="area" className={styles.tab}>
              {fundWords.byArea}
            </Tab>
          </TabList>
          <TableToggle {...table} />
        </div>
      }
    >
      <Suspense fallback={<div style={{ minHeight: `${40 * rows.length}px` }} />}>
        <div className={styles.key}>
          <span className={styles.part}>
            <Swatch ink="bar" /> {fundWords.paid}
          </span>
          <span className={styles.part}>
            <Swatch ink="second-bar" /> {fundWords.setAside}
          </span>
        </div>
        <ShareChart rows={rows} title={fundWords.gaps} description={shareDescription(rows)} />
      </Suspense>
      {table.shown && (
        <div className={styles.table}>
          <NumberTable
            caption="The same figures as a table"
            heads={[by === 'gap' ? 'Gap' : 'Area', 'Paid', 'Set aside', 'Together']}
            rows={rows.map(({ name, paid, setAside, amount }) => ({
              key: name,
              cells: [name, sayMoney(paid), sayMoney(setAside), amount],
            }))}
          />
        </div>
      )}
    </PageSection>
  )
}
