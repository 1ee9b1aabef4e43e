import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { CaseDetail } from '#tab/api.ts'
import { ChecksTrack } from '#tab/checks/ChecksTrack.tsx'
import type { Cure } from '#tab/checks/gateItems.ts'
import { CqcTrack } from '#tab/enterprise/CqcTrack.tsx'
import { MoneyTrack } from '#tab/enterprise/MoneyTrack.tsx'
import { trackId } from '#tab/enterprise/showTrack.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { trackWords } from '#tab/enterprise/trackWords.ts'
import type { NextAction } from '#tab/enterprise/whatIsNext.ts'
import { checkInAnswerLabels } from '#tab/labels.ts'
import { MarkSign } from '#tab/ui/Marks.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { Tag } from '#tab/ui/Tag.tsx'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: '0 0 12px' },
  track: {
    display: 'grid',
    gridTemplateColumns: '148px minmax(0, 1fr)',
    columnGap: '16px',
    padding: '16px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '6px', padding: '12px 0' },
  },
  label: { [phone]: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' } },
  name: {
    ...typographyStyles.body1Strong,
    margin: '0 0 6px',
    ':focus': { outline: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    [phone]: { margin: 0 },
  },
  line: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  more: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  checkIns: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', listStyle: 'none', margin: '8px 0 0', padding: 0 },
  checkIn: { display: 'flex', gap: '8px', ...typographyStyles.body1, '& svg': { marginTop: '3px' } },
  day: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
})

type TrackListProps = {
  detail: CaseDetail
  tracks: Tracks
  open: ((cure: Cure) => void) | undefined
  act: (action: NextAction) => void
}

/** The tracks in words, side by side in time and one under the other on the page. */
export function TrackList({ detail, tracks, open, act }: TrackListProps) {
  const styles = useStyles()
  return (
    <section aria-labelledby="tracks">
      <h2 id="tracks" className={styles.heading}>
        Tracks
      </h2>
      {trackWords(tracks, detail.today, detail.checks, detail.grantSteps).map(({ id, name, tag, line, more }) => (
        <div key={id} className={styles.track}>
          <div className={styles.label}>
            <h3 id={trackId(id)} tabIndex={-1} className={styles.name}>
              {name}
            </h3>
            {tag && <Tag tone={tag.tone}>{tag.words}</Tag>}
          </div>
          <div>
            {id === 'checks' && <ChecksTrack detail={detail} tracks={tracks} open={open} />}
            {id === 'money' && <MoneyTrack id={detail.id} tracks={tracks} grantSteps={detail.grantSteps} />}
            {id !== 'checks' && id !== 'money' && <p className={styles.line}>{line}</p>}
            {(id === 'money' ? [] : more).map(words => (
              <p key={words} className={styles.more}>
                {words}
              </p>
            ))}
            {id === 'cqc' && <CqcTrack id={detail.id} tracks={tracks} today={detail.today} act={act} />}
            {id === 'trading' && detail.checkIns.length > 0 && <CheckIns checkIns={detail.checkIns} />}
          </div>
        </div>
      ))}
    </section>
  )
}

type CheckIn = CaseDetail['checkIns'][number]

const markOf = { answered: 'done', due: 'in-progress', 'not-reached': 'not-needed', 'not-yet': 'to-do' } as const satisfies Record<
  CheckIn['state'],
  string
>

function checkInFact({ state, dueOn, on, answer }: CheckIn): string {
  switch (state) {
    case 'answered':
      return `${answer ? checkInAnswerLabels[answer] : 'Answered'}, ${sayDay(on ?? dueOn)}`
    case 'not-reached':
      return `No answer, ${sayDay(on ?? dueOn)}`
    case 'due':
      return `Was due ${sayDay(dueOn)}`
    case 'not-yet':
      return sayDay(dueOn)
  }
}

function CheckIns({ checkIns }: { checkIns: readonly CheckIn[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.checkIns}>
      {checkIns.map(checkIn => (
        <li key={checkIn.month} className={styles.checkIn}>
          <MarkSign state={markOf[checkIn.state]} size={14} />
          <span>
            {checkIn.month} months
            <span className={styles.day}>{checkInFact(checkIn)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
