import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CallRegular, ErrorCircleFilled } from '@fluentui/react-icons'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { RowLink } from '#tab/enterprises/RowLink.tsx'
import { dueOf, flagOf, isStuck, stepNow } from '#tab/enterprises/rowWords.ts'
import { Tag } from '#tab/ui/Tag.tsx'

const useStyles = makeStyles({
  card: {
    position: 'relative',
    minWidth: 0,
    padding: '9px 7px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
  },
  name: { overflowWrap: 'anywhere' },
  what: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  foot: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '6px',
    marginTop: '4px',
    color: tokens.colorNeutralForeground3,
  },
  strong: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
  due: { display: 'inline-flex', alignItems: 'center', gap: '3px', whiteSpace: 'nowrap', marginLeft: 'auto' },
  late: { ...typographyStyles.caption1Strong, color: tokens.colorPaletteRedForeground1 },
  tag: { marginTop: '4px' },
})

/** One enterprise on the board: its step, how long in it, and when they are next to be spoken to. */
export function BoardCard({ row, today }: { row: CaseRow; today: PlainDate }) {
  const styles = useStyles()
  const { what, time } = stepNow(row, today)
  const due = dueOf(row, today)
  const flag = flagOf(row)
  return (
    <li className={styles.card}>
      <div className={styles.name}>
        <RowLink row={row} whole />
      </div>
      <div className={styles.what}>{what}</div>
      <div className={styles.foot}>
        <span className={mergeClasses(isStuck(row) && styles.strong)}>{time}</span>
        {due && due.tone !== 'open' && (
          <span className={mergeClasses(styles.due, due.tone === 'today' && styles.strong, due.tone === 'late' && styles.late)}>
            {due.tone === 'late' ? <ErrorCircleFilled fontSize={14} /> : <CallRegular fontSize={14} />}
            {due.words}
          </span>
        )}
      </div>
      {flag && (
        <div className={styles.tag}>
          <Tag tone={flag.tone}>{flag.words}</Tag>
        </div>
      )}
    </li>
  )
}
