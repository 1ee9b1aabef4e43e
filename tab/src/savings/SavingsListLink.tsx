import { Link, makeStyles } from '@fluentui/react-components'
import type { SavingsLines } from '#domain/savingsSchemas.ts'
import { listLabels, listLinkLabels } from '#tab/savingsLabels.ts'
import { useSavingsView } from '#tab/savings/useSavings.ts'

const useStyles = makeStyles({
  // Small links are 24 px high, so that a finger finds them.
  link: { minHeight: '24px', display: 'inline-flex', alignItems: 'center', fontSize: 'inherit', textAlign: 'left', marginRight: '20px' },
})

/** Opens the list behind a figure. */
export function SavingsListLink({ figure, short = false }: { figure: SavingsLines['figure']; short?: boolean }) {
  const styles = useStyles()
  const { openList } = useSavingsView()
  const words = listLinkLabels[figure]
  return (
    <Link
      as="button"
      className={styles.link}
      onClick={() => openList(figure, document.activeElement)}
      aria-label={short ? `${listLabels.whole}: ${listLabels[figure]}` : undefined}
    >
      {short ? listLabels.whole : words}
    </Link>
  )
}
