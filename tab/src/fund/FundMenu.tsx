import { Button, makeStyles, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { AddRegular, ArrowDownloadRegular, EditRegular, MoreHorizontalRegular } from '@fluentui/react-icons'
import { useNavigate } from 'react-router'
import type { PotAnswer } from '#domain/potSchemas.ts'
import type { Exported } from '#tab/fund/exportWords.ts'
import { exportWords, fundWords } from '#tab/fundLabels.ts'
import { routes } from '#tab/routes.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  export: { [phone]: { minHeight: '44px' } },
  more: { minWidth: '32px', [phone]: { minWidth: '44px', minHeight: '44px' } },
})

/** What can be taken away from the fund; lists for the public are for those who publish. */
export function ExportMenu({ pot, take }: { pot: PotAnswer; take: (exported: Exported) => void }) {
  const styles = useStyles()
  const { may } = useSession()
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.export} icon={<ArrowDownloadRegular />}>
          {exportWords.menu}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => take({ of: 'ledger', only: undefined, count: pot.entries })}>{exportWords.ledger}</MenuItem>
          <MenuItem onClick={() => take({ of: 'year-end' })}>{exportWords.yearEnd}</MenuItem>
          {may('grants.publish') && (
            <>
              <MenuDivider />
              <MenuItem onClick={() => take({ of: 'register' })}>{exportWords.register}</MenuItem>
              <MenuItem onClick={() => take({ of: 'three-sixty' })}>{exportWords.threeSixty}</MenuItem>
              <MenuItem onClick={() => take({ of: 'transparency' })}>{exportWords.transparency}</MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** Changes this fund, or makes another, for those who may. */
export function ChangeMenu({ pot }: { pot: PotAnswer }) {
  const styles = useStyles()
  const navigate = useNavigate()
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={fundWords.more} className={styles.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<EditRegular />} onClick={() => void navigate(routes.changeFund(pot.id))}>
            {fundWords.change}
          </MenuItem>
          <MenuItem icon={<AddRegular />} onClick={() => void navigate(routes.newFund)}>
            {fundWords.makeAnother}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
