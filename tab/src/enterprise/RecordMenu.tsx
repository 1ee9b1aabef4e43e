import {
  Button,
  makeStyles,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import type { OpenKind, StepGroup } from '#tab/enterprise/steps.ts'
import { commandLabels } from '#tab/entryLabels.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  list: { maxHeight: '70vh' },
  button: { whiteSpace: 'nowrap', [phone]: { minHeight: '44px', width: '100%', maxWidth: 'none' } },
})

/** Every step that this person may record and that makes sense now, by track. */
export function RecordMenu({
  groups,
  open,
  secondary,
}: {
  groups: readonly StepGroup[]
  open: (kind: OpenKind) => void
  secondary?: boolean
}) {
  const styles = useStyles()
  if (groups.length === 0) return null
  return (
    <Menu positioning={secondary ? 'above-end' : 'below-end'}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance={secondary ? 'secondary' : 'primary'}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          className={styles.button}
        >
          Record a step
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.list}>
          {groups.map(({ track, steps }) => (
            <MenuGroup key={track}>
              <MenuGroupHeader>{track}</MenuGroupHeader>
              {steps.map(kind => (
                <MenuItem key={kind} onClick={() => open(kind)}>
                  {commandLabels[kind]}
                </MenuItem>
              ))}
            </MenuGroup>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
