import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { markInWords, marksInWords } from '#tab/enterprises/rowWords.ts'
import { MarkSign } from '#tab/ui/Marks.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center' },
  cell: { display: 'flex', justifyContent: 'center' },
  // Under heads of 44, 52, 44, 48 and 62 the marks stand in the middle of each.
  heads: { display: 'grid', gridTemplateColumns: '44px 52px 44px 48px 62px', position: 'relative' },
  line: { height: '1px', width: '11px', margin: '0', backgroundColor: tokens.colorNeutralStroke2, flexShrink: 0 },
  short: { width: '5px', margin: '0 3px' },
  headsLine: {
    position: 'relative',
    '::before': {
      content: '""',
      position: 'absolute',
      top: '50%',
      right: 'calc(50% + 12px)',
      height: '1px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  after44: { '::before': { width: '24px' } },
  after52: { '::before': { width: '24px' } },
  after44b: { '::before': { width: '22px' } },
  after48: { '::before': { width: '31px' } },
})

/** The five marks as one image, named in full. `spread` stands under its five heads; without it they sit close together. */
export function MarkRow({ marks, spread }: { marks: CaseRow['marks']; spread?: boolean }) {
  const styles = useStyles()
  const lines = [undefined, styles.after44, styles.after52, styles.after44b, styles.after48]
  if (spread) {
    return (
      <div role="img" aria-label={marksInWords(marks)} className={styles.heads}>
        {marks.map((mark, place) => (
          <span key={mark.milestone} className={mergeClasses(styles.cell, place > 0 && styles.headsLine, lines[place])}>
            <MarkSign state={mark.state} size={16} title={markInWords(mark)} />
          </span>
        ))}
      </div>
    )
  }
  return (
    <div role="img" aria-label={marksInWords(marks)} className={styles.row}>
      {marks.map((mark, place) => (
        <Fragment key={mark.milestone}>
          {place > 0 && <span className={mergeClasses(styles.line, styles.short)} />}
          <MarkSign state={mark.state} size={16} title={markInWords(mark)} />
        </Fragment>
      ))}
    </div>
  )
}
