import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons'
import type { MaybeSame } from '#domain/wireSchemas.ts'
import { askIfSame, cannotOpen, knownAlready, sayMaybeSame } from '#tab/enquiry/duplicateWords.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '8px',
    padding: '16px',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  icon: { color: tokens.colorStatusWarningForeground1, lineHeight: 0 },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  each: {
    gridColumn: 2,
    ...typographyStyles.body1,
    marginTop: tokens.spacingVerticalXS,
    ':not(:last-child)': { marginBottom: tokens.spacingVerticalL },
  },
  words: { margin: 0, overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    marginTop: tokens.spacingVerticalM,
    '& > *': { [phone]: { minHeight: '44px' } },
  },
  folded: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
  change: { minHeight: '24px', padding: '2px 0', [phone]: { minHeight: '44px' } },
})

type KnownAlreadyProps = {
  found: readonly MaybeSame[]
  /** References of records that are not the same person: one was asked and said no. */
  notSame: readonly string[]
  open: (id: string) => void
  /** Somebody else, or not so sure after all. */
  say: (reference: string, isSame: boolean) => void
}

/** Who may be on record already. It asks, and never stops anyone from saving. */
export function KnownAlready({ found, notSame, open, say }: KnownAlreadyProps) {
  const styles = useStyles()
  const asked = found.filter(({ reference }) => !notSame.includes(reference))
  const folded = found.filter(({ reference }) => notSame.includes(reference))
  return (
    <>
      {asked.length > 0 && (
        <section className={styles.box} aria-label={knownAlready}>
          <span className={styles.icon}>
            <WarningFilled fontSize={20} />
          </span>
          <h3 className={styles.heading}>{knownAlready}</h3>
          {asked.map(each => (
            <div key={each.reference} className={styles.each}>
              <p className={styles.words}>
                {sayMaybeSame(each)} {each.id === null ? cannotOpen : askIfSame}
              </p>
              <Answers each={each} open={open} say={say} />
            </div>
          ))}
        </section>
      )}
      {folded.map(({ reference }) => (
        <p key={reference} className={styles.folded}>
          Not the same person as {reference}.{' '}
          <Link as="button" type="button" inline className={styles.change} onClick={() => say(reference, true)}>
            Ask me again
          </Link>
        </p>
      ))}
    </>
  )
}

function Answers({ each: { id, reference }, open, say }: { each: MaybeSame } & Pick<KnownAlreadyProps, 'open' | 'say'>) {
  const styles = useStyles()
  return (
    <div className={styles.actions}>
      {id !== null && <Button onClick={() => open(id)}>Yes, open {reference}</Button>}
      <Button appearance="subtle" onClick={() => say(reference, false)}>
        No, carry on
      </Button>
    </div>
  )
}
