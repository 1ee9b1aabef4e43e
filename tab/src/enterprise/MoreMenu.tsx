import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { LinkRegular, LockClosedRegular, MergeRegular, MoreHorizontalRegular, PersonSwapRegular } from '@fluentui/react-icons'
import type { Opened } from '#tab/enterprise/opened.ts'
import { linkTo } from '#tab/routes.ts'
import { shareLink } from '#tab/teams.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({ more: { minWidth: '32px', [phone]: { minWidth: '44px', minHeight: '44px' } } })

/** What else one can do with a record. */
export function MoreMenu({ id, reference, open }: { id: string; reference: string; open: (opened: Opened) => void }) {
  const styles = useStyles()
  const { programme, may } = useSession()
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="More" className={styles.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {may('private-notes.write') && (
            <MenuItem icon={<LockClosedRegular />} onClick={() => open({ form: 'private-notes' })}>
              Private notes…
            </MenuItem>
          )}
          {may('entries.correct') && (
            <MenuItem icon={<MergeRegular />} onClick={() => open({ form: 'merge' })}>
              Merge with another…
            </MenuItem>
          )}
          {may('cases.record') && (
            <MenuItem icon={<PersonSwapRegular />} onClick={() => open({ form: 'step', kind: 'offer-handover', start: {} })}>
              Hand to a colleague…
            </MenuItem>
          )}
          <MenuItem icon={<LinkRegular />} onClick={() => shareLink(linkTo(programme.id, id), reference)}>
            Copy link
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
