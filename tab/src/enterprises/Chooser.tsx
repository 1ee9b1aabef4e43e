import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  // In the margin of the page, so that names begin where the title does: a target of 24 px around a box of 16.
  label: {
    position: 'absolute',
    left: '-24px',
    top: 'calc(50% - 12px)',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
  },
  box: {
    width: '16px',
    height: '16px',
    margin: 0,
    opacity: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: 'pointer',
    ':focus-visible': { opacity: 1, outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '@media (hover: none)': { opacity: 1 },
  },
  shown: { opacity: 1 },
})

type ChooserProps = { label: string; checked: boolean; shown: boolean; change: (checked: boolean) => void }

/** The box that chooses a row. It shows when one points at the row, comes to it by key, or has chosen one already. */
export function Chooser({ label, checked, shown, change }: ChooserProps) {
  const styles = useStyles()
  return (
    <label className={styles.label}>
      <input
        type="checkbox"
        className={mergeClasses('choose', styles.box, (shown || checked) && styles.shown)}
        aria-label={label}
        checked={checked}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
    </label>
  )
}
