import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { desk, phone } from '#tab/ui/widths.ts'

/** The lines of Today: 56 px and more, columns that line up, and on a phone the words across with the button under them. */
export const useRowStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  row: {
    display: 'grid',
    boxSizing: 'border-box',
    minHeight: '56px',
    padding: '7px 0',
    alignItems: 'center',
    columnGap: '12px',
    gridTemplateColumns: '20px minmax(0, 1fr) 112px 148px 32px',
    [desk]: { columnGap: '16px', gridTemplateColumns: '20px minmax(0, 1fr) 136px 156px 32px' },
    // A day never breaks within itself, so a long button gives way.
    [phone]: { gridTemplateColumns: 'minmax(min-content, 1fr) auto 40px', columnGap: '8px', rowGap: '6px', padding: '10px 0' },
  },
  mark: { lineHeight: 0, color: tokens.colorNeutralForeground3, [phone]: { display: 'none' } },
  words: { minWidth: 0, overflowWrap: 'anywhere', [phone]: { gridColumn: '1 / -1' } },
  name: {
    ...typographyStyles.body1Strong,
    display: 'inline-block',
    padding: '2px 0',
    margin: '-2px 0',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  place: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3 },
  reason: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
  when: { minWidth: 0 },
  action: {
    minWidth: 0,
    width: '100%',
    padding: '5px 4px',
    whiteSpace: 'nowrap',
    [phone]: { minHeight: '40px', width: 'auto', padding: '5px 12px', whiteSpace: 'normal' },
  },
  more: { minWidth: '32px', [phone]: { minWidth: '40px', minHeight: '40px' } },
})
