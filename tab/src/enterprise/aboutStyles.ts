import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { phone } from '#tab/ui/widths.ts'

/** How the parts that say what they are look: a heading with its link, and names beside values. */
export const useAboutStyles = makeStyles({
  head: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between' },
  heading: { ...typographyStyles.subtitle2, margin: '0 0 12px' },
  list: { display: 'grid', gridTemplateColumns: '104px minmax(0, 1fr)', gap: '6px 16px', margin: 0, ...typographyStyles.body1 },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
  link: { display: 'inline-block', padding: '2px 0', [phone]: { padding: '12px 0', margin: '-10px 0' } },
})
