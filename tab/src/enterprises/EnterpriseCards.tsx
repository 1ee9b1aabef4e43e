import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import type { Choosing } from '#tab/enterprises/choosing.ts'
import { DetailLine } from '#tab/enterprises/DetailLine.tsx'
import { DueWords } from '#tab/enterprises/DueWords.tsx'
import { MarkRow } from '#tab/enterprises/MarkRow.tsx'
import { RowLink } from '#tab/enterprises/RowLink.tsx'
import { detailsOf, dueOf, flagOf, reasonWords, stepNow, titleOf } from '#tab/enterprises/rowWords.ts'
import type { Reason } from '#tab/enterprises/search.ts'
import { Tag } from '#tab/ui/Tag.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  item: {
    position: 'relative',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    rowGap: '8px',
  },
  picking: { paddingLeft: '44px' },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  // Above the name's own target, which is the whole card.
  box: {
    position: 'absolute',
    zIndex: 1,
    left: '-10px',
    top: 'calc(50% - 22px)',
    width: '44px',
    height: '44px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    '& input': {
      width: '20px',
      height: '20px',
      margin: 0,
      accentColor: tokens.colorCompoundBrandBackground,
      ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    },
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  line: { gridColumn: '1 / -1', display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: '16px', rowGap: '4px' },
  where: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  tag: { gridColumn: '1 / -1' },
})

type EnterpriseCardsProps = {
  rows: readonly CaseRow[]
  today: PlainDate
  placeOf: (area: string) => string
  reasonFor: (row: CaseRow) => Reason | undefined
  choosing: Choosing
}

/** The list on a phone. */
export function EnterpriseCards({ rows, today, placeOf, reasonFor, choosing }: EnterpriseCardsProps) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {rows.map(row => {
        const { what, where, time } = stepNow(row, today)
        const flag = flagOf(row)
        const reason = reasonFor(row)
        return (
          <li key={row.id} className={mergeClasses(styles.item, choosing.picking && styles.picking, choosing.has(row.id) && styles.chosen)}>
            {choosing.picking && (
              <label className={styles.box}>
                <input
                  type="checkbox"
                  aria-label={`Choose ${titleOf(row)}`}
                  checked={choosing.has(row.id)}
                  onChange={({ currentTarget }) => choosing.choose([row.id], currentTarget.checked)}
                />
              </label>
            )}
            <div className={styles.name}>
              <RowLink row={row} whole />
              <DetailLine parts={detailsOf(row, placeOf)} />
              {reason && <div className={styles.where}>Found by: {reasonWords(reason)}</div>}
            </div>
            <div>
              <DueWords due={dueOf(row, today)} right />
            </div>
            <div className={styles.line}>
              <MarkRow marks={row.marks} />
              <span className={styles.where}>{row.next ? [where, time].filter(part => part !== '').join(', ') : what}</span>
            </div>
            {flag && (
              <div className={styles.tag}>
                <Tag tone={flag.tone}>{flag.words}</Tag>
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
