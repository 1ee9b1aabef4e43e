import { Button, makeStyles, typographyStyles } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import { headOf } from '#tab/enterprise/entryWords.ts'
import type { Happened } from '#tab/enterprise/timeline.ts'
import { isHappeningKind } from '#tab/enterprise/timeline.ts'
import { useWho } from '#tab/enterprise/useEnterprise.ts'
import { sayTime } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, margin: '0 0 8px', ':focus': { outline: 'none' } },
  list: { ...typographyStyles.body1, margin: '0 0 12px', paddingLeft: '20px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: { [phone]: { minHeight: '44px' } },
})

type ChangedSinceProps = { entries: readonly Entry[]; mine: TypedCommand; back: () => void; send: (command: TypedCommand) => void }

/**
 * My call, after what they recorded. A check-in that somebody answered meanwhile stays as they answered it:
 * then mine is a contact with its numbers, and nothing of it is lost.
 */
export function besideTheirs(mine: TypedCommand, entries: readonly Entry[]): TypedCommand {
  if (mine.kind !== 'check-in' || mine.month === undefined) return mine
  const { month, ...rest } = mine
  const isAnswered = entries.some(({ kind, counts, data }) => kind === 'check-in-answered' && counts === 'yes' && data['month'] === month)
  return isAnswered ? rest : mine
}

/** Somebody was faster. What they recorded is shown, and what was typed is safe and can be saved beside it. */
export function ChangedSince({ entries, mine, back, send }: ChangedSinceProps) {
  const styles = useStyles()
  const who = useWho()
  const first = useRef<HTMLParagraphElement>(null)
  useEffect(() => first.current?.focus(), [])
  const last = entries.at(-1)
  const them = last ? who(last.recordedBy) : 'a colleague'
  const beside = besideTheirs(mine, entries)
  return (
    <div role="group" aria-label="A change while you were typing">
      <p className={styles.words} ref={first} tabIndex={-1}>
        {them === 'you' ? 'You made a change in another window' : `${them.charAt(0).toUpperCase()}${them.slice(1)} made a change`} while you
        were typing{last && `, saved at ${sayTime(last.recordedAt)}`}. Your words are safe.
      </p>
      <ul className={styles.list}>
        {entries.map(entry => (
          <li key={entry.id}>{entryWords(entry)}</li>
        ))}
      </ul>
      {beside !== mine && <p className={styles.words}>This check-in has its answer now. Yours is kept as a call, with its numbers.</p>}
      <div className={styles.buttons}>
        <Button className={styles.button} onClick={back}>
          Back to my words
        </Button>
        <Button appearance="primary" className={styles.button} onClick={() => send(beside)}>
          Save mine too
        </Button>
      </div>
    </div>
  )
}

const entryWords = ({ kind, data }: Entry): string =>
  isHappeningKind(kind) ? headOf({ kind, data } as Happened) : kind === 'withdraw' ? 'An entry was taken back' : 'An entry was put right'
