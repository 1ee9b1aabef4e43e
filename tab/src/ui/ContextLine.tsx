import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { HideNames } from '#tab/ui/MeetingSwitch.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'

const useStyles = makeStyles({
  line: {
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground3,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '5px',
    minHeight: '24px',
  },
  pick: {
    minWidth: 0,
    padding: '0 4px',
    marginLeft: '-5px',
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground3,
    minHeight: '24px',
  },
  invented: {
    ...typographyStyles.caption1,
    padding: '0 6px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
})

/** Programme, day, and what the page adds. It says when a programme is made up, on every page. */
export function ContextLine({ more }: { more: readonly ReactNode[] }) {
  const styles = useStyles()
  const { me, programme } = useSession()
  const parts: ReactNode[] = [
    me.programmes.length > 1 ? <ProgrammePicker key="programme" /> : programme.name,
    `on ${sayDay(me.today)}`,
    ...more,
  ]
  return (
    <div className={styles.line}>
      {parts.map((part, place) => (
        <Fragment key={place}>
          {place > 0 && <span aria-hidden>·</span>}
          <span>{part}</span>
        </Fragment>
      ))}
      <HideNames />
      {programme.invented && <span className={styles.invented}>Invented sample</span>}
    </div>
  )
}

function ProgrammePicker() {
  const styles = useStyles()
  const { me, programme, choose } = useSession()
  return (
    <Menu
      checkedValues={{ programme: [programme.id] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems[0] ?? programme.id)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" className={styles.pick} icon={<ChevronDownRegular />} iconPosition="after">
          {programme.name}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {me.programmes.map(each => (
            <MenuItemRadio key={each.id} name="programme" value={each.id}>
              {each.name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
