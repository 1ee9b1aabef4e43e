import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { View } from '#domain/listQuestion.ts'
import type { SavedView } from '#domain/viewSchemas.ts'
import { viewLabels } from '#tab/listLabels.ts'
import { useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: '12px',
  },
  tabs: { marginLeft: '-12px', flexWrap: 'wrap', minWidth: 0 },
  count: { fontWeight: tokens.fontWeightRegular },
  pair: { display: 'flex', gap: '8px', marginBottom: '12px' },
  select: {
    flex: '1 1 0',
    minWidth: 0,
    maxWidth: 'none',
    height: '44px',
    justifyContent: 'space-between',
    fontWeight: tokens.fontWeightRegular,
  },
})

type ViewTabsProps = {
  view: View
  saved: SavedView | undefined
  counts: ReadonlyMap<string, number>
  shown: readonly View[]
  views: readonly SavedView[]
  open: (view: View) => void
  openSaved: (view: SavedView) => void
  /** What can be done with views, at the right. */
  children: ReactNode
}

/** The ways of looking at the list, each with how many it holds: those that everyone has, then those that were saved. */
export function ViewTabs({ view, saved, counts, shown, views, open, openSaved, children }: ViewTabsProps) {
  const styles = useStyles()
  const width = useWidth()
  const present = saved?.id ?? view
  const pick = (value: unknown): void => {
    const chosen = views.find(({ id }) => id === value)
    if (chosen) openSaved(chosen)
    else open(shown.find(each => each === value) ?? view)
  }
  const words = (value: string, label: string): string => `${label}${counts.has(value) ? `, ${counts.get(value)}` : ''}`
  if (width === 'phone') {
    return (
      <div className={styles.pair}>
        <Menu
          checkedValues={{ view: [present] }}
          onCheckedValueChange={(_, { checkedItems }) => pick(checkedItems[0])}
          positioning={{ position: 'below', matchTargetSize: 'width' }}
        >
          <MenuTrigger disableButtonEnhancement>
            <Button
              className={styles.select}
              icon={<ChevronDownRegular />}
              iconPosition="after"
              aria-label={`View: ${words(present, saved?.name ?? viewLabels[view])}`}
            >
              {words(present, saved?.name ?? viewLabels[view])}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {shown.map(each => (
                <MenuItemRadio key={each} name="view" value={each}>
                  {words(each, viewLabels[each])}
                </MenuItemRadio>
              ))}
              {views.length > 0 && <MenuDivider />}
              {views.map(({ id, name }) => (
                <MenuItemRadio key={id} name="view" value={id}>
                  {words(id, name)}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        {children}
      </div>
    )
  }
  return (
    <div className={styles.line}>
      <TabList className={styles.tabs} selectedValue={present} onTabSelect={(_, { value }) => pick(value)}>
        {[...shown.map(each => ({ id: each, name: viewLabels[each] })), ...views].map(({ id, name }) => (
          <Tab key={id} value={id}>
            {name} <span className={styles.count}>{counts.get(id)}</span>
          </Tab>
        ))}
      </TabList>
      {children}
    </div>
  )
}
