import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { Savings } from '#domain/savingsSchemas.ts'
import { missingWords } from '#tab/savings/savingsWords.ts'
import type { ChangeFigures } from '#tab/savings/useSavings.ts'
import { savingsWords } from '#tab/savingsLabels.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  box: {
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '24px',
    marginBottom: tokens.spacingVerticalXXL,
    maxWidth: '720px',
    boxSizing: 'border-box',
    [phone]: { padding: '16px' },
  },
  heading: { ...typographyStyles.subtitle2, margin: 0, ':focus': { outline: 'none' } },
  lead: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0` },
  list: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: '20px' },
  add: { marginTop: tokens.spacingVerticalL, [phone]: { minHeight: '44px' } },
  ask: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalM} 0 0` },
})

/** Stands in place of the figure: what is needed before anything can be worked out. Nothing is guessed. */
export function MissingFigures({ savings, change }: { savings: Savings; change: ChangeFigures }) {
  const styles = useStyles()
  const { lead, each } = missingWords(savings)
  const kinds = savings.missing.map(({ kind }) => kind)
  return (
    <section className={styles.box} aria-labelledby="missing">
      <h2 id="missing" tabIndex={-1} className={styles.heading}>
        {savingsWords.cannot}
      </h2>
      <p className={styles.lead}>{lead}</p>
      <ul className={styles.list}>
        {each.map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {change ? (
        <Button appearance="primary" icon={<AddRegular />} className={styles.add} onClick={() => change(kinds)}>
          {kinds.length === 1 ? savingsWords.addOne : savingsWords.add}
        </Button>
      ) : (
        <p className={styles.ask}>{savingsWords.askLead}</p>
      )}
    </section>
  )
}
