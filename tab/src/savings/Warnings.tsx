import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { Savings, SavingsEstimate } from '#domain/savingsSchemas.ts'
import { warningsOf } from '#tab/savings/savingsWords.ts'
import { desk } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '16px',
    paddingBottom: '20px',
    [desk]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
})

/** What a careful reader would ask, each with its number. */
export function Warnings({ savings, estimate }: { savings: Savings; estimate: SavingsEstimate }) {
  const styles = useStyles()
  return (
    <div className={styles.both}>
      {warningsOf(savings, estimate).map(({ title, words }) => (
        <MessageBar key={title} intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>
            <MessageBarTitle>{title}</MessageBarTitle> {words}
          </MessageBarBody>
        </MessageBar>
      ))}
    </div>
  )
}
