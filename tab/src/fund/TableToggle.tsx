import { makeStyles, ToggleButton } from '@fluentui/react-components'
import { TableRegular } from '@fluentui/react-icons'
import { tableLabel } from '#tab/figureLabels.ts'

const useStyles = makeStyles({ toggle: { minWidth: 0 } })

/** Shows the numbers of a picture as a table beside it. */
export function TableToggle({ shown, toggle }: { shown: boolean; toggle: () => void }) {
  const styles = useStyles()
  return (
    <ToggleButton
      className={styles.toggle}
      appearance="subtle"
      size="small"
      icon={<TableRegular fontSize={20} />}
      checked={shown}
      onClick={toggle}
    >
      {tableLabel}
    </ToggleButton>
  )
}
