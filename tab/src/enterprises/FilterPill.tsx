import {
  Button,
  makeStyles,
  Menu,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import { ChevronDownRegular, DismissRegular } from '@fluentui/react-icons'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  off: {
    minWidth: 0,
    height: '32px',
    padding: '0 10px 0 12px',
    fontWeight: tokens.fontWeightRegular,
    borderRadius: '16px',
    whiteSpace: 'nowrap',
    [phone]: { height: '44px', borderRadius: '22px' },
  },
  on: {
    display: 'inline-flex',
    alignItems: 'center',
    boxSizing: 'border-box',
    height: '32px',
    borderRadius: '16px',
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    [phone]: { height: '44px', borderRadius: '22px' },
  },
  value: {
    minWidth: 0,
    height: '30px',
    padding: '0 2px 0 12px',
    border: 'none',
    borderRadius: '16px',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    [phone]: { height: '42px' },
  },
  remove: {
    minWidth: '24px',
    width: '24px',
    height: '24px',
    padding: 0,
    marginRight: '4px',
    borderRadius: '12px',
    color: tokens.colorBrandForeground2,
    [phone]: { minWidth: '40px', height: '40px' },
  },
  list: { maxHeight: '60vh' },
})

type Value<T extends string> = { value: T; label: string }

type FilterPillProps<T extends string> = { label: string; values: readonly Value<T>[]; chosen: readonly T[]; change: (chosen: T[]) => void }

/** A filter: its label while it is off; its value, and a way to take it off, while it is on. */
export function FilterPill<T extends string>({ label, values, chosen, change }: FilterPillProps<T>) {
  const styles = useStyles()
  const on = chosen.length > 0
  const first = values.find(({ value }) => value === chosen[0])?.label ?? label
  const words = chosen.length > 1 ? `${first} and ${chosen.length - 1} more` : first
  const pick = (items: readonly string[]): void => change(values.map(({ value }) => value).filter(value => items.includes(value)))
  const menu = (
    <Menu
      checkedValues={{ [label]: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => pick(checkedItems)}
      positioning="below-start"
    >
      <MenuTrigger disableButtonEnhancement>
        {on ? (
          <Button appearance="transparent" className={styles.value} aria-label={`${label}: ${words}`}>
            {words}
          </Button>
        ) : (
          <Button className={styles.off} icon={<ChevronDownRegular />} iconPosition="after">
            {label}
          </Button>
        )}
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.list}>
          {values.map(each => (
            <MenuItemCheckbox key={each.value} name={label} value={each.value}>
              {each.label}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
  if (!on) return menu
  return (
    <span className={styles.on}>
      {menu}
      <Button
        appearance="transparent"
        className={styles.remove}
        icon={<DismissRegular />}
        aria-label={`Remove filter ${words}`}
        onClick={() => change([])}
      />
    </span>
  )
}

type OrderPillProps<T extends string> = { values: readonly Value<T>[]; chosen: T; change: (chosen: T) => void }

/** The order of the list. There is always one, so it cannot be taken off. */
export function OrderPill<T extends string>({ values, chosen, change }: OrderPillProps<T>) {
  const styles = useStyles()
  const present = values.find(({ value }) => value === chosen)
  return (
    <Menu
      checkedValues={{ order: [chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => change(values.find(({ value }) => value === checkedItems[0])?.value ?? chosen)}
      positioning="below-end"
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.off} icon={<ChevronDownRegular />} iconPosition="after" aria-label={`Order: ${present?.label ?? ''}`}>
          {present?.label}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {values.map(each => (
            <MenuItemRadio key={each.value} name="order" value={each.value}>
              {each.label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
