import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { useNavigate } from 'react-router'
import { useListMemory } from '#tab/enterprises/listMemory.ts'
import { routes } from '#tab/routes.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  walk: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    marginLeft: 'auto',
  },
  button: { minWidth: '24px', [phone]: { minWidth: '44px', minHeight: '44px' } },
})

/** "9 of 25" and the way to the one before and the one after, in the list that one came from. */
export function Walk({ id }: { id: string }) {
  const styles = useStyles()
  const { walk } = useListMemory()
  const navigate = useNavigate()
  const place = walk.indexOf(id)
  if (place < 0 || walk.length < 2) return null
  // Replaced, not added: back leads to the list, not through every record one looked at.
  const go = (to: string | undefined): void => {
    if (to !== undefined) void navigate(routes.enterprise(to), { replace: true })
  }
  const [before, after] = [walk[place - 1], walk[place + 1]]
  return (
    <div className={styles.walk}>
      {place + 1} of {walk.length}
      <Button
        appearance="subtle"
        size="small"
        className={styles.button}
        icon={<ChevronUpRegular />}
        aria-label="The one before"
        disabledFocusable={before === undefined}
        onClick={() => go(before)}
      />
      <Button
        appearance="subtle"
        size="small"
        className={styles.button}
        icon={<ChevronDownRegular />}
        aria-label="The one after"
        disabledFocusable={after === undefined}
        onClick={() => go(after)}
      />
    </div>
  )
}
