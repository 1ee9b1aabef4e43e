import { Button, makeStyles, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ChevronDownRegular, MoreHorizontalRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import type { Look, SavedView } from '#domain/viewSchemas.ts'
import type { ViewTask } from '#tab/enterprises/ViewDialog.tsx'
import type { ViewsDesk } from '#tab/enterprises/useViews.ts'
import { useSession } from '#tab/ui/session.ts'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const ViewDialog = lazy(() => import('#tab/enterprises/ViewDialog.tsx'))

const useStyles = makeStyles({
  trigger: { flexShrink: 0, minWidth: 0, [phone]: { minWidth: '44px', minHeight: '44px' } },
})

type ViewsMenuProps = {
  desk: ViewsDesk
  look: Look
  saved: SavedView | undefined
  changed: boolean
  opened: (view: SavedView) => void
  closed: () => void
}

/** What can be done with the way one looks at the list: save it, share it, rename it, remove it. */
export function ViewsMenu({ desk, look, saved, changed, opened, closed }: ViewsMenuProps) {
  const styles = useStyles()
  const { may } = useSession()
  const isPhone = useWidth() === 'phone'
  const [task, setTask] = useState<ViewTask>()
  const rememberOpener = useReturnFocus(task !== undefined)
  const begin = (next: ViewTask): void => {
    rememberOpener()
    setTask(next)
  }
  const keepLook = (): void => {
    if (!saved) return
    void desk.keep(saved.id, { name: saved.name, shared: saved.shared, look }).then(said => said.ok && opened(said.value))
  }
  const mine = saved?.mayChange ? saved : undefined
  return (
    <>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          {isPhone ? (
            <Button className={styles.trigger} icon={<MoreHorizontalRegular />} aria-label="Views" />
          ) : (
            <Button appearance="subtle" className={styles.trigger} icon={<ChevronDownRegular />} iconPosition="after">
              Views
            </Button>
          )}
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => begin({ do: 'save' })}>Save this view…</MenuItem>
            {mine && changed && <MenuItem onClick={keepLook}>Keep the changes to “{mine.name}”</MenuItem>}
            {mine && <MenuDivider />}
            {mine && !mine.shared && may('views.share') && (
              <MenuItem onClick={() => begin({ do: 'share', view: mine })}>Share with the team…</MenuItem>
            )}
            {mine && <MenuItem onClick={() => begin({ do: 'rename', view: mine })}>Rename…</MenuItem>}
            {mine && <MenuItem onClick={() => begin({ do: 'remove', view: mine })}>Remove…</MenuItem>}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Suspense>
        {task && <ViewDialog task={task} look={look} desk={desk} opened={opened} removed={closed} close={() => setTask(undefined)} />}
      </Suspense>
    </>
  )
}
