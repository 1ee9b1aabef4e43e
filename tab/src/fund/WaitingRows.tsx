import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons'
import { Link, useNavigate } from 'react-router'
import { grantName } from '#domain/grants.ts'
import type { Fund } from '#domain/potSchemas.ts'
import { titleOf } from '#tab/enterprises/rowWords.ts'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import type { WaitingRow } from '#tab/fund/waiting.ts'
import { boundWords, waitedWords, whoCanWords } from '#tab/fund/waiting.ts'
import { stepActions, stepLabels } from '#tab/fundLabels.ts'
import { gapLabels } from '#tab/labels.ts'
import { routes } from '#tab/routes.ts'
import { sayMoney } from '#tab/ui/say.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  silent: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  lock: { display: 'inline-flex', alignItems: 'center', gap: '6px', ...typographyStyles.body1 },
  who: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  action: { minWidth: '148px', [phone]: { minHeight: '44px' } },
  doing: { width: '196px' },
  stacked: { marginLeft: 'auto', textAlign: 'right' },
  enterprise: { width: '22%' },
})

type WaitingRowsProps = {
  rows: readonly WaitingRow[]
  fund: Fund
  caption: string
  /** One reads them and has nothing to do with them. */
  forOthers?: boolean
}

/** Grants with what they wait for: a table on a desk, one under the other where there is less room. */
export function WaitingRows({ rows, fund, caption, forOthers = false }: WaitingRowsProps) {
  const styles = useRowStyles()
  const own = useStyles()
  const onDesk = useWidth() === 'desk'
  const first = rows.find(({ next }) => next.may)
  const doing = (row: WaitingRow) => <Doing row={row} people={fund.people} primary={row === first && !forOthers} forOthers={forOthers} />
  if (!onDesk) {
    return (
      <ul className={styles.list} aria-label={caption}>
        {rows.map(row => (
          <li key={row.grantId} className={styles.item}>
            <div className={styles.line}>
              <GrantLink row={row} />
              <span className={styles.strong}>{sayMoney(row.pence)}</span>
            </div>
            <div>{forWords(row)}</div>
            <div className={mergeClasses(styles.line, styles.wrapping)}>
              <span className={styles.second}>
                {grantName(row.number)} · {stepLabels[row.next.step]}, {waitedWords(row, fund.today)}
              </span>
              <div className={own.stacked}>{doing(row)}</div>
            </div>
          </li>
        ))}
      </ul>
    )
  }
  const head = (words: string, ...more: string[]) => (
    <th scope="col" className={mergeClasses(styles.head, ...more)}>
      {words}
    </th>
  )
  return (
    <table className={styles.table}>
      <caption className={own.silent}>{caption}</caption>
      <thead>
        <tr>
          {head('Enterprise', own.enterprise)}
          {head('For')}
          {head('Amount', styles.number)}
          {head('Step')}
          {head('Waiting')}
          <th scope="col" className={mergeClasses(styles.head, styles.last, own.doing)}>
            <span className={own.silent}>What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.grantId}>
            <th scope="row" className={styles.cell}>
              <GrantLink row={row} />
              <div className={styles.second}>
                {row.name === null ? grantName(row.number) : `${grantName(row.number)} · ${row.reference}`}
              </div>
            </th>
            <td className={styles.cell}>{forWords(row)}</td>
            <td className={mergeClasses(styles.cell, styles.number)}>{sayMoney(row.pence)}</td>
            <td className={mergeClasses(styles.cell, styles.whole)}>{stepLabels[row.next.step]}</td>
            <td className={mergeClasses(styles.cell, styles.whole)}>{waitedWords(row, fund.today)}</td>
            <td className={mergeClasses(styles.cell, styles.last)}>{doing(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What it is for, as it was typed; to those who may not read that, the gap that it fills. */
const forWords = ({ purpose, gap }: WaitingRow): string => purpose ?? gapLabels[gap]

function GrantLink({ row }: { row: WaitingRow }) {
  const styles = useRowStyles()
  return (
    <Link to={routes.grant(row.caseId, row.grantId)} className={styles.link}>
      {titleOf(row)}
    </Link>
  )
}

/** The one thing that one can do; or why not, and who can. */
function Doing({ row, people, primary, forOthers }: { row: WaitingRow; people: Fund['people']; primary: boolean; forOthers: boolean }) {
  const styles = useStyles()
  const navigate = useNavigate()
  const { next, caseId, grantId } = row
  if (next.may) {
    return (
      <Button
        appearance={primary ? 'primary' : 'secondary'}
        className={styles.action}
        aria-label={`${stepActions[next.step]}: ${titleOf(row)}, ${grantName(row.number)}`}
        onClick={() => void navigate(routes.grant(caseId, grantId))}
      >
        {stepActions[next.step]}
      </Button>
    )
  }
  if (forOthers && next.whoCan.length === 0) return null
  return (
    <div>
      {!forOthers && (
        <div className={styles.lock}>
          <LockClosedRegular fontSize={16} aria-hidden />
          {boundWords(next)}
        </div>
      )}
      <div className={styles.who}>{whoCanWords(next, people)}</div>
    </div>
  )
}
