import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { phone } from '#tab/ui/widths.ts'

const columns = 'minmax(120px, 3fr) minmax(112px, 2fr) repeat(5, minmax(60px, 1fr)) 148px'
const cards = '@media (max-width: 1023.98px)'

/** One row of boxes on a desk; a card on anything narrower, where each box shows its own label. */
export const useRoundStyles = makeStyles({
  heads: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    display: 'grid',
    gridTemplateColumns: columns,
    gap: '12px',
    alignItems: 'end',
    paddingBottom: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    [cards]: { display: 'none' },
  },
  row: { padding: '12px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  boxes: {
    display: 'grid',
    gridTemplateColumns: columns,
    gap: '12px',
    alignItems: 'start',
    '@media (min-width: 600px) and (max-width: 1023.98px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    [phone]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    // The heads name the columns for the eye; a reader has the labels.
    '& label': {
      '@media (min-width: 1024px)': {
        position: 'absolute',
        width: '1px',
        height: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
    },
  },
  whole: { [cards]: { gridColumn: '1 / -1' } },
  wholeOnPhone: { minWidth: 0, [phone]: { gridColumn: '1 / -1' } },
  who: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  name: { ...typographyStyles.body1Strong, padding: '2px 0', minHeight: '20px' },
  second: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexDirection: 'column', gap: '4px', [cards]: { flexDirection: 'row', gap: '8px', gridColumn: '1 / -1' } },
  button: { whiteSpace: 'nowrap', minWidth: 0, [phone]: { minHeight: '44px', flex: '1 1 auto', padding: '5px 8px' } },
  status: { [cards]: { textAlign: 'left' } },
  saved: { ...typographyStyles.body1, display: 'flex', gap: '8px', alignItems: 'center', minHeight: '32px', ':focus': { outline: 'none' } },
  tick: { color: tokens.colorPaletteGreenForeground1, flexShrink: 0 },
  changed: { ...typographyStyles.body1, display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', margin: '0 0 8px' },
})
