import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import type { View } from '#tab/enterprises/listing.ts'
import { useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  line: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, marginBottom: '12px' },
  tabs: { marginLeft: '-12px', flexWrap: 'wrap' },
  count: { fontWeight: tokens.fontWeightRegular },
  select: {
    width: '100%',
    maxWidth: 'none',
    height: '44px',
    marginBottom: '12px',
    justifyContent: 'space-between',
    fontWeight: tokens.fontWeightRegular,
  },
})

export const viewLabels = {
  mine: 'Mine',
  all: 'All',
  'with-cqc': 'With CQC',
  'check-ins-due': 'Check-ins due',
  stopped: 'Stopped',
} satisfies Record<View, string>

type ViewTabsProps = { view: View; counts: Partial<Record<View, number>>; shown: readonly View[]; choose: (view: View) => void }

/** The saved ways of looking at the list, each with how many it holds. */
export function ViewTabs({ view, counts, shown, choose }: ViewTabsProps) {
  const styles = useStyles()
  const width = useWidth()
  const pick = (value: unknown): void => choose(shown.find(each => each === value) ?? view)
  const words = (each: View): string => `${viewLabels[each]}${counts[each] === undefined ? '' : `, ${counts[each]}`}`
  if (width === 'phone') {
    return (
      <Menu
        checkedValues={{ view: [view] }}
        onCheckedValueChange={(_, { checkedItems }) => pick(checkedItems[0])}
        positioning={{ position: 'below', matchTargetSize: 'width' }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.select} icon={<ChevronDownRegular />} iconPosition="after" aria-label={`View: ${words(view)}`}>
            {words(view)}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {shown.map(each => (
              <MenuItemRadio key={each} name="view" value={each}>
                {words(each)}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    )
  }
  return (
    <div className={styles.line}>
      <TabList className={styles.tabs} selectedValue={view} onTabSelect={(_, { value }) => pick(value)}>
        {shown.map(each => (
          <Tab key={each} value={each}>
            {viewLabels[each]} <span className={styles.count}>{counts[each]}</span>
          </Tab>
        ))}
      </TabList>
    </div>
  )
}
