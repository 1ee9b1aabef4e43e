import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircleFilled, DismissRegular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { undoMinutes } from '#domain/undo.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { Saved } from '#tab/ui/saved.ts'
import { sayTime } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import type { Sender, Sending } from '#tab/ui/useSending.ts'
import { useSending } from '#tab/ui/useSending.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  note: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto auto',
    alignItems: 'center',
    columnGap: '8px',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { color: tokens.colorPaletteGreenForeground1, lineHeight: 0 },
  head: { fontWeight: tokens.fontWeightSemibold, margin: 0 },
  words: { gridColumn: '2 / -1', minWidth: 0, overflowWrap: 'anywhere', margin: 0, paddingBottom: '6px' },
  undo: { minWidth: 0, paddingLeft: '8px', paddingRight: '8px', color: tokens.colorBrandForegroundLink, [phone]: { minHeight: '44px' } },
  close: { minWidth: '32px', [phone]: { minWidth: '44px', minHeight: '44px' } },
})

/** Sends the undo, and says when it is done. */
export function useUndo(
  { caseId, n }: Pick<Saved, 'caseId' | 'n'>,
  done: (() => void) | undefined,
): { sender: Sender<TypedCommand>; undone: boolean; press: () => void } {
  const { api, desk, programme } = useSession()
  const queries = useQueryClient()
  const [undone, setUndone] = useState(false)
  const sender = useSending<TypedCommand, RecordedAnswer>({
    desk,
    send: (command, options) => api.command(programme.id, caseId, command, options),
    recorded: () => void queries.invalidateQueries(),
    saved: () => {
      setUndone(true)
      done?.()
    },
  })
  const press = (): void => {
    if (sender.sending.state === 'waiting') sender.tryNow()
    else if (sender.sending.state !== 'sending') sender.submit({ kind: 'undo', of: n })
  }
  return { sender, undone, press }
}

/** Why it is not undone; nothing where all is well. */
export function undoWords(sending: Sending): string {
  switch (sending.state) {
    case 'idle':
    case 'sending':
      return ''
    case 'waiting':
      return sending.failure.kind === 'no-signal' ? 'Not undone yet: no signal. We keep trying.' : 'Not undone yet. We keep trying.'
    case 'failed':
      return sending.failure.kind === 'refused' ? sending.failure.problem.detail : 'That did not work. Please try again.'
    case 'changed':
      return 'Someone made a change since. Take the entry back instead.'
  }
}

type SavedNoteProps = {
  saved: Saved
  /** The path of the page on which it was saved, where the note goes along to another. */
  savedOn?: string
  close: () => void
  undone?: () => void
  className?: string
}

/** What was recorded a moment ago, and the way to undo it. Whoever saved by keyboard finds Undo under the hand; on another page its title. */
export function SavedNote({ saved, savedOn, close, undone: tell, className }: SavedNoteProps) {
  const styles = useStyles()
  const { sender, undone, press } = useUndo(saved, tell)
  const button = useRef<HTMLButtonElement>(null)
  const cross = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone with what it did.
  useEffect(() => {
    if (undone) cross.current?.focus({ preventScroll: true })
  }, [undone])
  useEffect(() => {
    // After a closing form has given the focus back; and never out of a form that opened next.
    const timer = setTimeout(() => {
      const wentOn = savedOn !== undefined && savedOn !== window.location.pathname
      if (!wentOn && !document.querySelector('[role="dialog"], [role="alertdialog"]')) button.current?.focus({ preventScroll: true })
    }, 120)
    return () => clearTimeout(timer)
  }, [savedOn])
  useEffect(() => {
    const left = Date.parse(saved.at) + undoMinutes * 60_000 - Date.now()
    const timer = setTimeout(close, Math.max(0, left))
    return () => clearTimeout(timer)
  }, [saved.at, close])
  const why = undoWords(sender.sending)
  return (
    <div className={mergeClasses(styles.note, className)}>
      <span className={styles.icon}>
        <CheckmarkCircleFilled fontSize={20} />
      </span>
      <p className={styles.head}>{undone ? 'Undone' : `Saved at ${sayTime(saved.at)}`}</p>
      {undone ? (
        <span />
      ) : (
        <Button
          ref={button}
          appearance="transparent"
          className={styles.undo}
          disabledFocusable={sender.sending.state === 'sending'}
          onClick={press}
        >
          {sender.sending.state === 'sending' ? 'Undoing…' : 'Undo'}
        </Button>
      )}
      <Button
        ref={cross}
        appearance="subtle"
        className={styles.close}
        icon={<DismissRegular />}
        aria-label="Close this note"
        onClick={close}
      />
      <p className={styles.words}>{undone ? `${saved.words}. It stays in the history.` : why === '' ? saved.words : why}</p>
    </div>
  )
}
