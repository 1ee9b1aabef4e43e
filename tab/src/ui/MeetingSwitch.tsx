import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { EyeOffRegular } from '@fluentui/react-icons'
import { useSyncExternalStore } from 'react'
import { useListMemory } from '#tab/enterprises/listMemory.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  line: { ...typographyStyles.body1, display: 'flex', alignItems: 'center', gap: '8px', color: tokens.colorNeutralForeground1 },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  show: {
    ...typographyStyles.caption1,
    minWidth: 0,
    padding: '0 6px',
    minHeight: '24px',
    whiteSpace: 'nowrap',
    [phone]: { minHeight: '44px' },
  },
  hide: {
    ...typographyStyles.body1,
    minWidth: 0,
    padding: '0 4px',
    minHeight: '24px',
    color: tokens.colorNeutralForeground3,
    [phone]: { minHeight: '44px', marginTop: '-10px', marginBottom: '-10px' },
  },
})

function useMeeting() {
  const { meeting, may } = useSession()
  const memory = useListMemory()
  const hidden = useSyncExternalStore(meeting.watch, meeting.isHidden)
  const hide = (): void => {
    // What was searched for is likely a name.
    memory.words = ''
    meeting.hide(true)
  }
  return { hidden, hide, show: () => meeting.hide(false), seesNames: may('names.see') }
}

/** Meeting view is on: it says so, and how to end it. */
export function MeetingLine() {
  const styles = useStyles()
  const { hidden, show } = useMeeting()
  if (!hidden) return null
  return (
    <div className={styles.line}>
      <EyeOffRegular className={styles.icon} fontSize={20} aria-hidden />
      <span>Meeting view: names hidden</span>
      <Button appearance="subtle" size="small" className={styles.show} onClick={show}>
        Show names
      </Button>
    </div>
  )
}

/** The way into meeting view, for those who see names. */
export function HideNames() {
  const styles = useStyles()
  const { hidden, hide, seesNames } = useMeeting()
  if (hidden || !seesNames) return null
  return (
    <Button appearance="subtle" size="small" className={styles.hide} icon={<EyeOffRegular fontSize={16} />} onClick={hide}>
      Hide names
    </Button>
  )
}
