import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import { stepLabels } from '#tab/importLabels.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    gap: '24px',
    listStyleType: 'none',
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gap: '16px' },
  },
  step: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  now: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  mark: {
    ...typographyStyles.caption1,
    boxSizing: 'border-box',
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
  },
  markNow: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: `1px solid ${tokens.colorBrandBackground}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  // On a phone only the present step has its word; the others keep it for those who listen.
  word: { [phone]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
})

const names = Object.values(stepLabels)

/** The three steps, and where one is; `at` is 3 once all are done. */
export function Steps({ at }: { at: number }) {
  const styles = useStyles()
  return (
    <ol className={styles.steps}>
      {names.map((name, place) => {
        const isNow = place === at
        return (
          <li key={name} className={mergeClasses(styles.step, isNow && styles.now)} aria-current={isNow ? 'step' : undefined}>
            <span className={mergeClasses(styles.mark, isNow && styles.markNow)} aria-hidden>
              {place < at ? <CheckmarkRegular fontSize={16} /> : place + 1}
            </span>
            <span className={mergeClasses(!isNow && styles.word)}>
              {name}
              {place < at ? <Done /> : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const useHidden = makeStyles({ hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } })

const Done = () => <span className={useHidden().hidden}>, done</span>
