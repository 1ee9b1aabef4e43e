import { makeStyles, tokens } from '@fluentui/react-components'
import { useOpenList } from '#tab/cohorts/useAddress.ts'
import { Headline } from '#tab/savings/Headline.tsx'
import { KeptApart } from '#tab/savings/KeptApart.tsx'
import { MissingFigures } from '#tab/savings/MissingFigures.tsx'
import { SavingsList } from '#tab/savings/SavingsList.tsx'
import { SavingsSkeleton } from '#tab/savings/SavingsSkeleton.tsx'
import { SavingsViewContext, useSavings } from '#tab/savings/useSavings.ts'
import { Remote } from '#tab/ui/Remote.tsx'
import { desk } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXXL,
    [desk]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
})

/** The estimate of savings on the day of the figures before it, with what is kept apart. */
export default function SavingsScreen({ asAt }: { asAt: string }) {
  const styles = useStyles()
  const savings = useSavings(asAt)
  const { open, openList, closeList } = useOpenList()
  return (
    <Remote query={savings} waitingFor="Adding up the hours" skeleton={<SavingsSkeleton />} called="page of savings">
      {found => (
        <SavingsViewContext value={{ savings: found, openList }}>
          {found.estimate ? (
            <div className={styles.both}>
              <div>
                <Headline savings={found} estimate={found.estimate} />
              </div>
              <KeptApart savings={found} estimate={found.estimate} />
            </div>
          ) : (
            <MissingFigures savings={found} change={undefined} />
          )}
          <SavingsList figure={open} close={closeList} />
        </SavingsViewContext>
      )}
    </Remote>
  )
}
