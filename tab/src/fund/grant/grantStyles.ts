import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { phone } from '#tab/ui/widths.ts'

/** How the parts of a grant's page look. */
export const useGrantStyles = makeStyles({
  part: {
    marginBottom: '12px',
    paddingBottom: '12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  heading: { ...typographyStyles.subtitle2, margin: '0 0 4px', ':focus': { outline: 'none' } },
  words: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  // What a heading says, and how it stands, in one line where there is room.
  headed: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '10px', '& p': { margin: '0 0 4px' } },
  small: { ...typographyStyles.caption1, margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  facts: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: '148px minmax(0, 1fr)',
    gap: '4px 16px',
    margin: '8px 0 0',
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '& dt': { color: tokens.colorNeutralForeground3 },
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)', '& dd': { marginBottom: '4px' } },
  },
  list: { ...typographyStyles.body1, listStyle: 'none', margin: 0, padding: 0, '& li': { overflowWrap: 'anywhere' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px', '& button': { [phone]: { minHeight: '44px' } } },
  letter: { margin: '4px 0 12px' },
  link: { [phone]: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' } },
})
