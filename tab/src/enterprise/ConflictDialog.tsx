import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import type { Clash, Conflict, Kept, Mine, Picks, Side } from '#tab/enterprise/conflict.ts'
import { commandOfPicks, conflictOf } from '#tab/enterprise/conflict.ts'
import { headOf, restOf } from '#tab/enterprise/entryWords.ts'
import { isHappeningKind } from '#tab/enterprise/timeline.ts'
import type { Happened } from '#tab/enterprise/timeline.ts'
import { useWho } from '#tab/enterprise/useEnterprise.ts'
import type { NameOf } from '#tab/settings/codeNames.ts'
import { useCodeNames } from '#tab/settings/codeNames.ts'
import { commandLabels } from '#tab/entryLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { sayField, wordsToCopy } from '#tab/ui/fields.ts'
import { useDialogStyles } from '#tab/ui/FormDialog.tsx'
import { PickRow } from '#tab/enterprise/PickRow.tsx'
import { sayDay, sayTime } from '#tab/ui/say.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import type { Sender } from '#tab/ui/useSending.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  lead: { ...typographyStyles.body1, margin: `0 0 ${tokens.spacingVerticalM}` },
  heads: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    display: 'grid',
    gridTemplateColumns: '180px 1fr 1fr',
    gap: '8px',
    paddingBottom: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    [phone]: { display: 'none' },
  },
  heading: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: '20px' },
  kept: {
    ...typographyStyles.body1,
    display: 'flex',
    gap: '8px',
    margin: `${tokens.spacingVerticalM} 0 0`,
    '& svg': { color: tokens.colorPaletteGreenForeground1, flexShrink: 0, marginTop: '2px' },
  },
})

type ConflictDialogProps = {
  name: string
  mine: Mine
  /** What was recorded since this form was opened. */
  since: readonly Entry[]
  /** The part of it that one had looked at before the last change came. */
  seen: readonly Entry[]
  sender: Pick<Sender<never>, 'sending' | 'tryNow'>
  back: () => void
  done: () => void
  send: (command: TypedCommand) => void
}

/** Both versions beside each other. Nothing is saved until one has picked, and nothing typed is lost. */
export function ConflictDialog({ name, mine, since, seen, sender, back, done, send }: ConflictDialogProps) {
  const styles = useStyles()
  const dialog = useDialogStyles()
  const who = useWho()
  const conflict = conflictOf(mine, since, seen)
  const { target, clashes, kept } = conflict
  const { picks, pick } = usePicks(clashes)
  const last = since.at(-1)
  const them = last ? who(last.recordedBy) : 'a colleague'
  const { sending, tryNow } = sender
  const busy = sending.state === 'sending'
  const missing = clashes.find(({ field }) => picks[field.name] === undefined)
  const press = (): void => {
    if (sending.state === 'waiting') {
      tryNow()
      return
    }
    if (busy) return
    if (missing) {
      document.querySelector<HTMLInputElement>(`[data-clash="${missing.field.name}"] input`)?.focus()
      return
    }
    const command = commandOfPicks(mine, conflict, picks)
    if (command) send(command)
    else done()
  }
  return (
    <Dialog open modalType="alert">
      <DialogSurface className={mergeClasses(dialog.surface, dialog.wide)}>
        <DialogBody className={dialog.body}>
          <DialogTitle>{titleOf(them)}</DialogTitle>
          <DialogContent className={dialog.content}>
            <p className={styles.lead}>
              {name}
              {last && `, saved at ${sayTime(last.recordedAt)}`}. Your words are safe. Look at both and pick what to keep.
              {seen.length > 0 && last && ` It was changed again at ${sayTime(last.recordedAt)}, while you were picking.`}
            </p>
            <SendingBar sending={sending} copy={() => wordsToCopy(mine.fields, wordsOf(mine))} />
            {clashes.length > 0 && (
              <div className={styles.heads} aria-hidden>
                <span>Field</span>
                <span>Yours, not saved yet</span>
                <span>
                  {whoseOf(target ? who(target.recordedBy) : '')}
                  {target ? `, saved ${sayTime(target.recordedAt)}` : ''}
                </span>
              </div>
            )}
            {clashes.map(clash => (
              <PickRow
                key={clash.field.name}
                clash={clash}
                them={whoseOf(target ? who(target.recordedBy) : '')}
                picked={picks[clash.field.name]}
                pick={side => pick(clash, side)}
              />
            ))}
            {clashes.length === 0 ? <SideBySide mine={mine} /> : <BothNotes mine={mine} theirs={target?.text ?? null} />}
            <KeptLine kept={kept} them={whoseOf(target ? who(target.recordedBy) : '')} />
            <Since entries={since.filter(entry => clashes.length === 0 || entry.id !== target?.id)} />
            {clashes.length === 0 && !target && (
              <p className={styles.kept}>
                <CheckmarkRegular fontSize={16} /> Nobody changed this very entry. Look at both before you save yours too.
              </p>
            )}
          </DialogContent>
          <DialogActions className={dialog.actions}>
            <Button onClick={back}>Back to my words</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={press}>
              {busy ? 'Saving…' : missing ? `Pick one: ${missing.field.label}` : saveWords(mine, conflict)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

const titleOf = (them: string): string =>
  them === 'you'
    ? 'You made a change in another window'
    : `${them.charAt(0).toUpperCase()}${them.slice(1)} made a change while you were typing`

const wordsOf = ({ fields, answers }: Mine): Words =>
  Object.fromEntries(fields.map(field => [field.name, sayField(field, answers[field.name])]))

/** What is picked by now. A pick holds until their side changes again: then one has to look once more. */
function usePicks(clashes: readonly Clash[]): { picks: Picks; pick: (clash: Clash, side: Side) => void } {
  const [made, setMade] = useState<Readonly<Record<string, { side: Side; of: string }>>>({})
  const seenAs = ({ theirs }: Clash): string => JSON.stringify(theirs)
  const sideOf = (clash: Clash): Side | undefined => {
    const mine = made[clash.field.name]
    return mine && mine.of === seenAs(clash) ? mine.side : clash.picked
  }
  const picks = clashes.flatMap((clash): [string, Side][] => {
    const side = sideOf(clash)
    return side ? [[clash.field.name, side]] : []
  })
  return {
    picks: Object.fromEntries(picks),
    pick: (clash, side) => setMade({ ...made, [clash.field.name]: { side, of: seenAs(clash) } }),
  }
}

const whoseOf = (them: string): string => (them === 'you' ? 'Your other window' : them === 'a colleague' || them === '' ? 'Theirs' : them)

function saveWords({ command }: Mine, { target, clashes }: Conflict): string {
  if (command.kind === 'withdraw' && target) return 'Take it back'
  if (clashes.length > 0) return 'Save what I picked'
  return target ? 'Keep both' : 'Save mine too'
}

/** What does not clash, in one line: whose change each is. */
function KeptLine({ kept, them }: { kept: readonly Kept[]; them: string }) {
  const styles = useStyles()
  if (kept.length === 0) return null
  const which = kept.map(({ field, whose }) => `${field.label} (${whose === 'mine' ? 'yours' : them})`).join(', ')
  const one = kept.length === 1
  return (
    <p className={styles.kept}>
      <CheckmarkRegular fontSize={16} />
      {kept.length} more {one ? 'change does' : 'changes do'} not clash. {one ? 'It is' : kept.length === 2 ? 'Both are' : 'All are'} kept:{' '}
      {which}.
    </p>
  )
}

/** What one typed, where nothing of it clashes. */
function SideBySide({ mine }: { mine: Mine }) {
  const styles = useStyles()
  const said = mine.fields.filter(({ name }) => mine.answers[name] !== undefined)
  return (
    <>
      <h3 className={styles.heading}>Yours, not saved yet: {commandLabels[mine.command.kind]}</h3>
      <ul className={styles.list}>
        {said.map(field => (
          <li key={field.name}>
            {field.label} {sayField(field, mine.answers[field.name])}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Words do not clash: both notes stand in the record, so both are shown and nothing is picked. */
function BothNotes({ mine, theirs }: { mine: Mine; theirs: string | null }) {
  const styles = useStyles()
  const field = mine.fields.find(({ kind }) => kind === 'note')
  const typed = field && mine.answers[field.name]
  if (!field || typeof typed !== 'string' || typed === '') return null
  return (
    <>
      <h3 className={styles.heading}>{field.label}</h3>
      <ul className={styles.list}>
        <li>Yours: {typed}</li>
        {theirs && <li>Theirs: {theirs}</li>}
      </ul>
      <p className={styles.kept}>
        <CheckmarkRegular fontSize={16} /> {theirs ? 'Both notes are kept.' : 'Your note is kept.'}
      </p>
    </>
  )
}

/** What was recorded meanwhile, in the words of the timeline. */
function Since({ entries }: { entries: readonly Entry[] }) {
  const styles = useStyles()
  const nameOf = useCodeNames()
  if (entries.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>Recorded since you began</h3>
      <ul className={styles.list}>
        {entries.map(entry => (
          <li key={entry.id}>{entryInWords(entry, nameOf)}</li>
        ))}
      </ul>
    </>
  )
}

function entryInWords({ kind, data, happenedOn, text }: Entry, nameOf: NameOf): string {
  const day = happenedOn ? `, ${sayDay(happenedOn)}` : ''
  if (kind === 'withdraw') return 'An entry was taken back.'
  if (kind === 'replace') return `An entry was put right${day}.`
  if (!isHappeningKind(kind)) return kind
  const happened = { kind, data } as Happened
  return [`${headOf(happened)}${day}.`, restOf(happened, nameOf), text ?? ''].filter(part => part !== '').join(' ')
}
