import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { Fund } from '#domain/potSchemas.ts'
import { PageSection } from '#tab/ui/PageSection.tsx'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import { countWords, othersSentence, waitingIn } from '#tab/fund/waiting.ts'
import { WaitingRows } from '#tab/fund/WaitingRows.tsx'
import { fundWords } from '#tab/fundLabels.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  others: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', marginTop: '8px' },
  words: { margin: 0, flex: '0 1 auto' },
  see: { minWidth: 0, [phone]: { minHeight: '44px' } },
})

/** What one can do something about, the oldest first; and how much waits for others. */
export function WaitingSection({ fund }: { fund: Fund }) {
  const styles = useRowStyles()
  const { may } = useSession()
  const { mine, others } = waitingIn(fund, may)
  return (
    <PageSection id="waiting" title={fundWords.waiting} note={mine.length > 0 && countWords(mine)}>
      {mine.length > 0 ? (
        <WaitingRows rows={mine} fund={fund} caption={fundWords.waiting} />
      ) : (
        <p className={styles.nothing}>{fundWords.nothingWaits}</p>
      )}
      {others.length > 0 && <Others rows={others} fund={fund} mine={mine.length} />}
    </PageSection>
  )
}

function Others({ rows, fund, mine }: { rows: ReturnType<typeof waitingIn>['others']; fund: Fund; mine: number }) {
  const styles = useRowStyles()
  const own = useStyles()
  const [shown, setShown] = useState(false)
  return (
    <>
      <div className={own.others}>
        <p className={mergeClasses(styles.note, own.words)}>{othersSentence(rows, { people: fund.people, mine })}</p>
        <Button appearance="subtle" size="small" className={own.see} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? fundWords.hideOthers : fundWords.seeOthers}
        </Button>
      </div>
      {shown && <WaitingRows rows={rows} fund={fund} caption="What waits for others" forOthers />}
    </>
  )
}
