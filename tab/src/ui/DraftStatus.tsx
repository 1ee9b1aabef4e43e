import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Keeping } from '#tab/ui/drafts.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { sayKeptOn, sayTime } from '#tab/ui/say.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { usePaced } from '#tab/ui/usePaced.ts'
import type { Sending } from '#tab/ui/useSending.ts'

const useStyles = makeStyles({
  status: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, textAlign: 'right' },
})

const saving = 'Saving…'
const notSaved = 'Not saved yet'

/** Where a form stands, in words. "Kept" is a draft; only the server's answer makes it "Saved". */
export function draftWords({ state }: Sending, keeping: Keeping, savedAt: string | undefined, today: PlainDate): string {
  if (state === 'sending') return saving
  if (state !== 'idle' || keeping.state === 'typed') return notSaved
  if (keeping.state === 'kept') return `Kept ${sayKeptOn(keeping.at, today)}, not saved yet`
  return savedAt === undefined ? '' : `Saved at ${sayTime(savedAt)}`
}

type DraftStatusProps = {
  form: Form
  sending: Sending
  /** When the server last took something from this form, where the form stays open. */
  savedAt?: string | undefined
  className?: string
}

/**
 * The line that says how far what was typed has got. It changes at most every five seconds, so that a screen reader is not flooded;
 * only what is saved is said at once, because "not saved yet" would then be wrong.
 */
export function DraftStatus({ form, sending, savedAt, className }: DraftStatusProps) {
  const styles = useStyles()
  const drafts = useDrafts()
  const keeping = useSyncExternalStore(drafts.watch, () => drafts.keepingOf(form.id))
  const words = draftWords(sending, keeping, savedAt, form.today)
  const settled = sending.state === 'idle' && keeping.state === 'blank'
  // Being on its way for a moment is not worth a word.
  const shown = usePaced(words, { every: settled ? 0 : 5_000, after: words === saving ? 400 : 0 })
  return (
    <span role="status" className={mergeClasses(styles.status, className)}>
      {shown}
    </span>
  )
}
