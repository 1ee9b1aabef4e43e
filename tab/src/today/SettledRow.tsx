import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import { undoWords, useUndo } from '#tab/ui/SavedNote.tsx'
import { useRowStyles } from '#tab/today/rowStyles.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '16px',
    alignItems: 'center',
    minHeight: '48px',
    boxSizing: 'border-box',
    [phone]: { columnGap: '8px' },
  },
  icon: { lineHeight: 0, color: tokens.colorPaletteGreenForeground1 },
  words: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  undo: { minWidth: 0, [phone]: { minHeight: '44px' } },
})

/** What was settled a moment ago. */
export type Settled = { id: string; name: string; words: string; n: number }

/** A row that was settled: one line, what was recorded and what comes next, and the way to undo it. It stays until the page is left. */
export function SettledRow({ settled, undone }: { settled: Settled; undone: () => void }) {
  const styles = useStyles()
  const list = useRowStyles()
  const { sender, press } = useUndo({ caseId: settled.id, n: settled.n }, undone)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const why = undoWords(sender.sending)
  return (
    <li className={list.item}>
      <div className={styles.row}>
        <span className={styles.icon}>
          <CheckmarkCircleFilled fontSize={20} />
        </span>
        <p className={styles.words}>
          <span className={styles.name}>{settled.name}</span>: {why === '' ? settled.words : why}
        </p>
        <Button
          ref={button}
          appearance="transparent"
          className={styles.undo}
          aria-label={`Undo: ${settled.name}`}
          disabledFocusable={sender.sending.state === 'sending'}
          onClick={press}
        >
          {sender.sending.state === 'sending' ? 'Undoing…' : 'Undo'}
        </Button>
      </div>
    </li>
  )
}
