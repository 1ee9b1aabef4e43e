import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { Column } from '#domain/listQuestion.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { DueWords } from '#tab/enterprises/DueWords.tsx'
import { MarkRow } from '#tab/enterprises/MarkRow.tsx'
import { dueOf, flagOf, isStuck, stepNow } from '#tab/enterprises/rowWords.ts'
import { standingLabels } from '#tab/labels.ts'
import { sayDay } from '#tab/ui/say.ts'
import { Tag } from '#tab/ui/Tag.tsx'

const useStyles = makeStyles({
  second: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  strong: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1, whiteSpace: 'nowrap' },
  what: typographyStyles.body1,
  phone: { ...typographyStyles.body1, color: tokens.colorBrandForegroundLink, whiteSpace: 'nowrap' },
})

type ColumnCellProps = { column: Column; row: CaseRow; today: PlainDate; spread: boolean }

/** What one column says of one enterprise. */
export function ColumnCell({ column, row, today, spread }: ColumnCellProps) {
  const styles = useStyles()
  switch (column) {
    case 'marks':
      return <MarkRow marks={row.marks} spread={spread} />
    case 'step':
      return <Step row={row} today={today} />
    case 'contact':
      return <DueWords due={dueOf(row, today)} />
    case 'flags': {
      const flag = flagOf(row)
      return flag && <Tag tone={flag.tone}>{flag.words}</Tag>
    }
    case 'heard':
      return <Day day={row.lastContactOn} />
    case 'enquired':
      return <Day day={row.enquiredOn} />
    case 'trading':
      return <Day day={row.tradingFrom} />
    case 'status':
      return <span className={styles.what}>{standingLabels[row.standing]}</span>
    case 'phone':
      return (
        row.phone !== null && (
          <a className={styles.phone} href={`tel:${row.phone.replaceAll(/[^\d+]/g, '')}`}>
            {row.phone}
          </a>
        )
      )
  }
}

function Day({ day }: { day: PlainDate | null }) {
  const styles = useStyles()
  return <span className={styles.what}>{day === null ? '' : sayDay(day)}</span>
}

/** The step over its milestone and its time; the time is heavier where it is too long. */
function Step({ row, today }: { row: CaseRow; today: PlainDate }) {
  const styles = useStyles()
  const { what, where, time } = stepNow(row, today)
  return (
    <>
      <div className={styles.what}>{what}</div>
      <div className={styles.second}>
        {where}
        {time !== '' && ', '}
        <span className={mergeClasses(isStuck(row) && styles.strong)}>{time}</span>
      </div>
    </>
  )
}
