import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { Milestone } from '#domain/vocabulary.ts'
import type { CaseDetail } from '#tab/api.ts'
import { milestoneFacts } from '#tab/enterprise/milestoneFacts.ts'
import { showTrack } from '#tab/enterprise/showTrack.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { markLabels, milestoneLabels } from '#tab/labels.ts'
import { MarkSign } from '#tab/ui/Marks.tsx'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', listStyle: 'none', margin: '0 0 24px', padding: 0 },
  item: {
    position: 'relative',
    minWidth: 0,
    paddingRight: '8px',
    [phone]: { paddingRight: 0, textAlign: 'center', display: 'flex', flexDirection: 'column', alignItems: 'center' },
  },
  // The line stops short of each mark; it does not say that the order is compulsory.
  line: {
    '::after': {
      content: '""',
      position: 'absolute',
      top: '11px',
      left: '32px',
      right: '8px',
      height: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
    [phone]: { '::after': { left: 'calc(50% + 16px)', right: 'calc(-50% + 16px)' } },
  },
  done: { '::after': { backgroundColor: tokens.colorPaletteGreenForeground1 } },
  button: {
    display: 'block',
    width: '100%',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    textAlign: 'inherit',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit',
    ':hover span': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    [phone]: { minHeight: '48px', display: 'flex', flexDirection: 'column', alignItems: 'center' },
  },
  label: {
    ...typographyStyles.body1Strong,
    display: 'block',
    marginTop: '6px',
    [phone]: { ...typographyStyles.caption1Strong, marginTop: '4px' },
  },
  fact: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, [phone]: { display: 'none' } },
})

type MilestonesProps = { detail: CaseDetail; tracks: Tracks }

/** The five milestones across the top. Each leads to its track; on a phone its fact is in its name only. */
export function Milestones({ detail, tracks }: MilestonesProps) {
  const styles = useStyles()
  const isPhone = useWidth() === 'phone'
  const facts = milestoneFacts(detail, tracks)
  return (
    <ol className={styles.list} aria-label="Milestones">
      {detail.marks.map(({ milestone, state }, place) => (
        <li key={milestone} className={mergeClasses(styles.item, place < 4 && styles.line, state === 'done' && styles.done)}>
          <MarkSign state={state} size={24} />
          <button
            type="button"
            className={styles.button}
            aria-label={`${milestoneLabels[milestone]}, ${markLabels[state]}. ${facts[milestone]}`}
            onClick={() => showTrack(trackOf[milestone])}
          >
            <span className={styles.label}>{milestoneLabels[milestone]}</span>
          </button>
          {!isPhone && <p className={styles.fact}>{facts[milestone]}</p>}
        </li>
      ))}
    </ol>
  )
}

const trackOf = {
  idea: 'support',
  constitution: 'set-up',
  registration: 'cqc',
  grant: 'money',
  'two-years': 'trading',
} as const satisfies Record<Milestone, string>
