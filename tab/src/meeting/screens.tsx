import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { lazy, Suspense } from 'react'
import type { Permission } from '#domain/permissions.ts'
import { CheckInFigure } from '#tab/cohorts/CheckInFigure.tsx'
import { CompareFigure } from '#tab/cohorts/CompareFold.tsx'
import { EndingsFigure } from '#tab/cohorts/EndingsFold.tsx'
import { FunnelFigure } from '#tab/cohorts/FunnelFigure.tsx'
import { Headlines } from '#tab/cohorts/Headlines.tsx'
import { StepsFigure } from '#tab/cohorts/StepsFold.tsx'
import { SurvivalFigure } from '#tab/cohorts/SurvivalFigure.tsx'
import { useTable } from '#tab/cohorts/useAddress.ts'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import type { ScreenName } from '#tab/figureLabels.ts'
import { desk } from '#tab/ui/widths.ts'

const SavingsScreen = lazy(() => import('#tab/meeting/SavingsScreen.tsx'))

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [desk]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', columnGap: tokens.spacingHorizontalXXXL },
    '& > figure': { gridColumn: 'auto', paddingLeft: 0, paddingRight: 0, borderLeft: 'none' },
  },
  alone: { '& > figure': { paddingLeft: 0, borderLeft: 'none', borderTop: 'none' } },
})

type Screen = { name: ScreenName; needs: Permission; content: ReactElement }

/** What is shown on a wall, page by page: plain counts first, money last. */
export const screens: readonly Screen[] = [
  { name: 'counts', needs: 'cohort.read', content: <Counts /> },
  { name: 'survival', needs: 'cohort.read', content: <Survival /> },
  { name: 'endings', needs: 'cohort.read', content: <EndingsFigure /> },
  { name: 'steps', needs: 'cohort.read', content: <StepsFigure /> },
  { name: 'compare', needs: 'cohort.read', content: <Compared /> },
  { name: 'savings', needs: 'savings.read', content: <Savings /> },
]

function Counts() {
  const styles = useStyles()
  const table = useTable('funnel')
  return (
    <>
      <Headlines />
      <div className={styles.both}>
        <FunnelFigure table={table} />
        <CheckInFigure />
      </div>
    </>
  )
}

function Survival() {
  const styles = useStyles()
  const table = useTable('survival')
  return (
    <div className={styles.alone}>
      <SurvivalFigure table={table} />
    </div>
  )
}

function Compared() {
  const { compared } = useCohortView().cohort
  return compared && <CompareFigure compared={compared} />
}

function Savings() {
  const { cohort } = useCohortView()
  return (
    <Suspense>
      <SavingsScreen asAt={cohort.asAt} />
    </Suspense>
  )
}
