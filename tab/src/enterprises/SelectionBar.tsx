import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowDownloadRegular, DismissRegular } from '@fluentui/react-icons'
import type { Choosing } from '#tab/enterprises/choosing.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    boxSizing: 'border-box',
    minHeight: '32px',
    marginBottom: '8px',
    padding: '0 0 0 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  count: { ...typographyStyles.body1Strong, marginRight: '8px' },
  clear: { marginLeft: 'auto', minWidth: '30px', height: '30px', color: tokens.colorBrandForeground2 },
})

/** What can be done with the chosen rows. It stands in the place of the toolbar. */
export function SelectionBar({ choosing, takeAway }: { choosing: Choosing; takeAway: (() => void) | undefined }) {
  const styles = useStyles()
  return (
    <div className={styles.bar} role="toolbar" aria-label="The chosen ones">
      <span className={styles.count} role="status">
        {choosing.count} chosen
      </span>
      {takeAway && (
        <Button size="small" icon={<ArrowDownloadRegular />} onClick={takeAway}>
          Export…
        </Button>
      )}
      <Button
        appearance="transparent"
        className={styles.clear}
        icon={<DismissRegular />}
        aria-label="Choose none"
        onClick={choosing.clear}
      />
    </div>
  )
}
