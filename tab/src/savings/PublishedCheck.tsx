import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { PageSection } from '#tab/ui/PageSection.tsx'
import { publishedCautions, publishedSums } from '#tab/savings/publishedSums.ts'
import { publishedLabels } from '#tab/savingsLabels.ts'

const useStyles = makeStyles({
  sums: { ...typographyStyles.body1, margin: 0, maxWidth: '90ch' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
    gap: '16px',
    margin: `${tokens.spacingVerticalL} 0 0`,
  },
  one: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: { ...typographyStyles.body1, flexGrow: 1 },
  result: { ...typographyStyles.subtitle1, margin: 0 },
  working: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  cautions: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalL} 0 0` },
  list: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: '20px', maxWidth: '80ch' },
})

/** How one county's published figures were made: somebody else's numbers, with their workings and two cautions. */
export function PublishedCheck() {
  const styles = useStyles()
  return (
    <PageSection id="published" title={publishedLabels.title} note={publishedLabels.whose}>
      <p className={styles.sums}>{publishedLabels.sums}</p>
      <dl className={styles.grid}>
        {publishedSums().map(({ name, result, working }) => (
          <div key={name} className={styles.one}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.result}>{result}</dd>
            <dd className={styles.working}>{working}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.cautions}>{publishedLabels.cautions}</h3>
      <ul className={styles.list}>
        {publishedCautions().map(caution => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
    </PageSection>
  )
}
