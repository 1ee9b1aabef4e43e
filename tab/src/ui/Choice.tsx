import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { phone } from '#tab/ui/widths.ts'

export const useChoiceStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { ...typographyStyles.body1, padding: 0, marginBottom: tokens.spacingVerticalXS, float: 'left', width: '100%' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  strip: { clear: 'both', display: 'flex', flexWrap: 'wrap', [phone]: { gap: tokens.spacingHorizontalS } },
  // Long words stand below each other, one box each.
  stack: {
    clear: 'both',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    '& > label': {
      justifyContent: 'flex-start',
      gap: tokens.spacingHorizontalS,
      marginLeft: 0,
      borderRadius: tokens.borderRadiusMedium,
      whiteSpace: 'normal',
      textAlign: 'left',
    },
    [phone]: { gap: tokens.spacingVerticalS },
  },
  pairs: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' },
  fill: {
    flexWrap: 'nowrap',
    '& > label': { flex: '1 1 auto', paddingLeft: '6px', paddingRight: '6px' },
    [phone]: { flexWrap: 'wrap', '& > label': { flexBasis: '64px' } },
  },
  option: {
    position: 'relative',
    boxSizing: 'border-box',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minHeight: '32px',
    padding: `5px ${tokens.spacingHorizontalM}`,
    marginLeft: '-1px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ...typographyStyles.body1,
    whiteSpace: 'nowrap',
    ':first-child': { marginLeft: 0, borderTopLeftRadius: tokens.borderRadiusMedium, borderBottomLeftRadius: tokens.borderRadiusMedium },
    ':last-child': { borderTopRightRadius: tokens.borderRadiusMedium, borderBottomRightRadius: tokens.borderRadiusMedium },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { zIndex: 2 },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    ':has(:disabled)': { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
    [phone]: { minHeight: '44px', marginLeft: 0, borderRadius: tokens.borderRadiusMedium, padding: `5px ${tokens.spacingHorizontalS}` },
  },
  // Line, tint and weight: it holds in high contrast and without colour.
  chosen: {
    zIndex: 1,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  input: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'inherit', width: '100%', height: '100%' },
  circle: {
    margin: 0,
    width: '16px',
    height: '16px',
    flexShrink: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: 'inherit',
    outline: 'none',
  },
  star: { color: tokens.colorPaletteRedForeground1, marginLeft: '4px' },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginTop: tokens.spacingVerticalXS },
  fault: { ...typographyStyles.caption1, color: tokens.colorPaletteRedForeground1, marginTop: tokens.spacingVerticalXS },
})

type Option<T extends string> = { value: T; label: string }

type ChoiceProps<T extends string> = {
  legend: ReactNode
  /** The legend is read out and not seen, where a heading beside it says the same. */
  hideLegend?: boolean
  options: readonly Option<T>[]
  value: T | undefined
  onChange: (value: T) => void
  hint?: ReactNode
  /** What is missing, said under the choice. */
  fault?: string | undefined
  /** Options share the whole width. */
  fill?: boolean
  /** One under the other, for options of several words. */
  stacked?: boolean
  /** Two of those in a row, where there is room. */
  pairs?: boolean
  required?: boolean
  disabled?: boolean
}

/** One of a few, as native radio buttons in one strip: arrow keys move, Tab leaves. */
export function Choice<T extends string>({
  legend,
  hideLegend,
  options,
  value,
  onChange,
  hint,
  fault,
  fill,
  stacked,
  pairs,
  required,
  disabled,
}: ChoiceProps<T>) {
  const styles = useChoiceStyles()
  const name = useId()
  const below = useId()
  return (
    <fieldset className={styles.group} aria-describedby={hint || fault ? below : undefined} disabled={disabled}>
      <legend className={hideLegend ? styles.hidden : styles.legend}>
        {legend}
        {required && (
          <span className={styles.star} aria-hidden>
            *
          </span>
        )}
      </legend>
      <div className={stacked ? mergeClasses(styles.stack, pairs && styles.pairs) : mergeClasses(styles.strip, fill && styles.fill)}>
        {options.map(option => (
          <label key={option.value} className={mergeClasses(styles.option, option.value === value && styles.chosen)}>
            <input
              type="radio"
              className={stacked ? styles.circle : styles.input}
              name={name}
              value={option.value}
              required={required}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <div id={below}>
        {hint && <div className={styles.hint}>{hint}</div>}
        {fault && <div className={styles.fault}>{fault}</div>}
      </div>
    </fieldset>
  )
}
