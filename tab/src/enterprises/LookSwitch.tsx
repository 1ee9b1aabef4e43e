import {
  Button,
  makeStyles,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { BoardRegular, ColumnTripleRegular, TextBulletListSquareRegular } from '@fluentui/react-icons'
import type { Column, Layout } from '#domain/listQuestion.ts'
import { columns } from '#domain/listQuestion.ts'
import { columnLabels } from '#tab/listLabels.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  group: { display: 'flex', flexShrink: 0 },
  button: { minWidth: '32px', [phone]: { minWidth: '44px', minHeight: '44px' } },
  // Tint, line and icon: it holds in high contrast too.
  on: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground2BrandSelected,
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}`,
  },
})

export type LookChoices = {
  layout: Layout
  setLayout: (layout: Layout) => void
  columns: readonly Column[]
  setColumns: (columns: readonly Column[]) => void
}

/** List or board, and which columns the list has. */
export function LookSwitch({ layout, setLayout, columns: chosen, setColumns }: LookChoices) {
  const styles = useStyles()
  const isDesk = useWidth() === 'desk'
  const button = (value: Layout, label: string, icon: React.ReactElement) => (
    <Button
      appearance="subtle"
      className={mergeClasses(styles.button, layout === value && styles.on)}
      icon={icon}
      aria-label={label}
      title={label}
      aria-pressed={layout === value}
      onClick={() => setLayout(value)}
    />
  )
  return (
    <span className={styles.group} role="group" aria-label="How the list looks">
      {button('list', 'List', <TextBulletListSquareRegular />)}
      {button('board', 'Board', <BoardRegular />)}
      {isDesk && layout === 'list' && <ColumnsMenu chosen={chosen} change={setColumns} />}
    </span>
  )
}

function ColumnsMenu({ chosen, change }: { chosen: readonly Column[]; change: (columns: readonly Column[]) => void }) {
  const styles = useStyles()
  const { may } = useSession()
  const offered = columns.filter(column => column !== 'phone' || may('names.see'))
  return (
    <Menu
      positioning="below-end"
      checkedValues={{ columns: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => change(columns.filter(column => checkedItems.includes(column)))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.button} icon={<ColumnTripleRegular />} aria-label="Columns" title="Columns" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {offered.map(column => (
            <MenuItemCheckbox key={column} name="columns" value={column}>
              {columnLabels[column]}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
