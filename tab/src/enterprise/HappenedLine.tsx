import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { Fragment } from 'react'
import type { Correction } from '#tab/enterprise/CorrectDialog.tsx'
import { DocumentLink } from '#tab/enterprise/Documents.tsx'
import { EntryIcon } from '#tab/enterprise/EntryIcon.tsx'
import { headOf, restOf, sinceBefore } from '#tab/enterprise/entryWords.ts'
import type { Line } from '#tab/enterprise/timeline.ts'
import { typedInOn } from '#tab/enterprise/timeline.ts'
import { useWho, useWriter } from '#tab/enterprise/useEnterprise.ts'
import { useCodeNames } from '#tab/settings/codeNames.ts'
import { correctionReasonLabels } from '#tab/labels.ts'
import { sayDay } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '132px 20px minmax(0, 1fr) auto',
    columnGap: '12px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ...typographyStyles.body1,
    ':focus': { outline: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    [phone]: { gridTemplateColumns: '20px minmax(0, 1fr) auto' },
  },
  fresh: {
    position: 'relative',
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-8px',
      top: '8px',
      bottom: '8px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
  day: { color: tokens.colorNeutralForeground2, [phone]: { gridColumn: '2', gridRow: '1' } },
  icon: { color: tokens.colorNeutralForeground3, lineHeight: 0, [phone]: { gridColumn: '1', gridRow: '1' } },
  words: { minWidth: 0, overflowWrap: 'anywhere', [phone]: { gridColumn: '2 / -1', gridRow: '2' } },
  head: { fontWeight: tokens.fontWeightSemibold },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  text: { display: 'block', whiteSpace: 'pre-wrap' },
  gone: { color: tokens.colorNeutralForeground3 },
  more: {
    minWidth: '28px',
    alignSelf: 'start',
    [phone]: { gridColumn: '3', gridRow: '1', minWidth: '44px', minHeight: '44px', marginTop: '-12px', marginBottom: '-12px' },
  },
})

type HappenedLineProps = { line: Line; fresh: boolean; correct: ((correction: Correction) => void) | undefined }

/** One thing that happened. What was put right shows the right day, the old one struck through, and why. */
export function HappenedLine({ line, fresh, correct }: HappenedLineProps) {
  const styles = useStyles()
  const nameOf = useCodeNames()
  const writer = useWriter()
  const who = useWho()
  const { happened, day, takenBack, text, written } = line
  const typedIn = typedInOn(line)
  const head = headOf(happened)
  const worker = happened.kind === 'assigned' ? `They work with ${who(happened.data.catalyst)}.` : ''
  const sentence = [`${head}.`, restOf(happened, nameOf), worker, sinceBefore(line)].filter(part => part !== '')
  return (
    <li className={mergeClasses(styles.line, fresh && styles.fresh)} tabIndex={-1}>
      <span className={styles.day}>{takenBack ? <s>{sayDay(day)}</s> : sayDay(day)}</span>
      <span className={styles.icon}>
        <EntryIcon kind={happened.kind} />
      </span>
      <div className={mergeClasses(styles.words, takenBack && styles.gone)}>
        {takenBack ? (
          <s>{sentence.join(' ')}</s>
        ) : (
          <>
            <span className={styles.head}>{sentence[0]}</span> {sentence.slice(1).join(' ')}
          </>
        )}{' '}
        {line.was.map(({ day: before, happened: old }, place) => (
          <Fragment key={line.why[place]?.recordedAt ?? place}>
            <s>not {before === day ? [headOf(old), restOf(old, nameOf)].join(' ').trim() : sayDay(before)}</s>{' '}
          </Fragment>
        ))}
        <Corrections line={line} />
        {text !== null && (
          <span className={styles.text}>{happened.kind === 'document-linked' ? <DocumentLink words={text} /> : text}</span>
        )}{' '}
        <span className={styles.small}>
          {writer(written)}
          {typedIn && written.via === 'person' && `, typed in ${sayDay(typedIn)}`}
        </span>
      </div>
      {/* A merge is on two records, and is put right on both: by splitting them. */}
      {correct && line.happened.kind !== 'merged-into' && <Corrector line={line} head={head} correct={correct} />}
    </li>
  )
}

/** Why it was put right or taken back, by whom, and when. */
function Corrections({ line: { why, takenBack } }: { line: Line }) {
  const styles = useStyles()
  const writer = useWriter()
  const all = [...why.map(each => ({ ...each, done: 'Put right' })), ...(takenBack ? [{ ...takenBack, done: 'Taken back' }] : [])]
  return all.map(({ done, reason, text, ...written }) => (
    <span key={written.recordedAt} className={styles.small}>
      {done}: {correctionReasonLabels[reason].toLowerCase()}
      {text ? `, “${text}”` : ''} ({writer(written)}).{' '}
    </span>
  ))
}

function Corrector({ line, head, correct }: { line: Line; head: string; correct: (correction: Correction) => void }) {
  const styles = useStyles()
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          className={styles.more}
          icon={<MoreHorizontalRegular />}
          aria-label={`More for: ${head}, ${sayDay(line.day)}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {line.takenBack ? (
            <MenuItem onClick={() => correct({ what: 'bring-back', line })}>Bring back</MenuItem>
          ) : (
            <>
              <MenuItem onClick={() => correct({ what: 'put-right', line })}>Put right</MenuItem>
              {line.happened.kind !== 'enquired' && <MenuItem onClick={() => correct({ what: 'take-back', line })}>Take back</MenuItem>}
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
