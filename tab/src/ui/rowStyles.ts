import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { phone } from '#tab/ui/widths.ts'

/** Tables of the page on a desk, and the same rows one under the other where there is less room. */
export const useRowStyles = makeStyles({
  table: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse', textAlign: 'left', fontVariantNumeric: 'tabular-nums' },
  head: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    padding: '6px 12px 6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: '6px 12px 6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  number: { textAlign: 'right', whiteSpace: 'nowrap' },
  last: { paddingRight: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  whole: { whiteSpace: 'nowrap' },
  second: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    textAlign: 'left',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [phone]: { minHeight: '44px' },
  },
  plainLink: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightRegular },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  line: { ...typographyStyles.body1, display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '4px 12px' },
  wrapping: { flexWrap: 'wrap' },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: `${tokens.spacingVerticalM} 0 0` },
  nothing: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
})
