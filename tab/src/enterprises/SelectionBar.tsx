import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { DismissRegular, MoreHorizontalRegular } from '@fluentui/react-icons'
import type { Choosing } from '#tab/enterprises/choosing.ts'
import { chooseWords } from '#tab/listLabels.ts'
import { phone, short, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    boxSizing: 'border-box',
    minHeight: '32px',
    marginBottom: '8px',
    padding: '0 0 0 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    // Under the thumb, above the navigation; search and filters stay where they are.
    [phone]: {
      position: 'fixed',
      zIndex: 9,
      left: 0,
      right: 0,
      bottom: '56px',
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr) 44px',
      gap: '4px 8px',
      margin: 0,
      padding: '4px 16px 8px',
      borderRadius: 0,
      borderLeftStyle: 'none',
      borderRightStyle: 'none',
      borderBottomStyle: 'none',
      '& button': { minHeight: '44px' },
    },
    // Four times as large, a bar over the page would leave too little of it.
    [short]: { position: 'static', marginBottom: '8px' },
  },
  count: { ...typographyStyles.body1Strong, marginRight: '8px', [phone]: { marginRight: 0 } },
  all: { minWidth: 0, color: tokens.colorBrandForeground2, textDecorationLine: 'underline', [phone]: { justifySelf: 'start' } },
  clear: {
    marginLeft: 'auto',
    minWidth: '30px',
    height: '30px',
    color: tokens.colorBrandForeground2,
    [phone]: { gridColumn: '3', gridRow: '1', minWidth: '44px' },
  },
  first: { [phone]: { gridColumn: '1 / 3', gridRow: '2', maxWidth: 'none' } },
  more: { [phone]: { gridColumn: '3', gridRow: '2', minWidth: '44px' } },
  // The last rows are not under the bar.
  room: { height: '112px', [short]: { height: 0 } },
})

/** What can be done with the chosen rows. */
export type ChosenAction = { label: string; run: () => void }

type SelectionBarProps = {
  choosing: Choosing
  /** All that match, also those that are not drawn yet. */
  listed: readonly string[]
  actions: readonly ChosenAction[]
  end: () => void
}

/** What can be done with the chosen rows. It stands in the place of the toolbar; on a phone at the foot. */
export function SelectionBar({ choosing, listed, actions, end }: SelectionBarProps) {
  const styles = useStyles()
  const isPhone = useWidth() === 'phone'
  const [first, ...others] = actions
  const beside = isPhone ? actions.slice(0, 1) : actions
  const none = choosing.count === 0
  return (
    <div className={styles.bar} role="toolbar" aria-label={chooseWords.bar}>
      <span className={styles.count} role="status">
        {choosing.count} chosen
      </span>
      {choosing.count < listed.length && (
        <Button appearance="transparent" size="small" className={styles.all} onClick={() => choosing.choose(listed, true)}>
          Choose all {listed.length}
          {!isPhone && ' that match'}
        </Button>
      )}
      {beside.map(({ label, run }) => (
        <Button key={label} size={isPhone ? 'medium' : 'small'} className={styles.first} disabledFocusable={none} onClick={run}>
          {label}
        </Button>
      ))}
      {isPhone && first && others.length > 0 && (
        <Menu positioning="above-end">
          <MenuTrigger disableButtonEnhancement>
            <Button className={styles.more} icon={<MoreHorizontalRegular />} aria-label={chooseWords.more} disabledFocusable={none} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {others.map(({ label, run }) => (
                <MenuItem key={label} onClick={run}>
                  {label}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      <Button appearance="transparent" className={styles.clear} icon={<DismissRegular />} aria-label={chooseWords.none} onClick={end} />
    </div>
  )
}

/** Keeps the foot of the list in sight above the bar of a phone. */
export function RoomForBar() {
  return <div className={useStyles().room} />
}
