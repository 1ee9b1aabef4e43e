import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { Link } from 'react-router'
import { grantName } from '#domain/grants.ts'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import type { Entry } from '#tab/fund/ledgerRows.ts'
import { amountsOf, kindWords, saySigned, whoseWords } from '#tab/fund/ledgerRows.ts'
import { fundWords, ledgerHeads } from '#tab/fundLabels.ts'
import { routes } from '#tab/routes.ts'
import { sayDay } from '#tab/ui/say.ts'
import { useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  silent: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  opens: {
    border: 'none',
    background: 'none',
    padding: 0,
    cursor: 'pointer',
    fontSize: 'inherit',
    fontFamily: 'inherit',
    lineHeight: 'inherit',
  },
  light: { fontWeight: 'inherit' },
})

type LedgerRowsProps = { entries: readonly Entry[]; open: (entry: Entry, opener: Element) => void }

/** The entries: a table where there is room, two lines each where there is not. An entry opens; there is nothing to change in it. */
export function LedgerRows({ entries, open }: LedgerRowsProps) {
  return useWidth() === 'phone' ? <Stacked entries={entries} open={open} /> : <Table entries={entries} open={open} />
}

function Table({ entries, open }: LedgerRowsProps) {
  const styles = useRowStyles()
  const own = useStyles()
  const head = (words: string, ...more: string[]) => (
    <th scope="col" className={mergeClasses(styles.head, ...more)}>
      {words}
    </th>
  )
  return (
    <table className={styles.table}>
      <caption className={own.silent}>{fundWords.ledger}</caption>
      <thead>
        <tr>
          {head(ledgerHeads.on)}
          {head(ledgerHeads.kind)}
          {head(ledgerHeads.grant)}
          {head(ledgerHeads.setAside, styles.number)}
          {head(ledgerHeads.paid, styles.number)}
          {head(ledgerHeads.cameBack, styles.number)}
          {head(ledgerHeads.available, styles.number, styles.last)}
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => {
          const { setAside, paid, cameBack } = amountsOf(entry)
          const number = mergeClasses(styles.cell, styles.number)
          return (
            <tr key={entry.entry}>
              <td className={mergeClasses(styles.cell, styles.whole)}>{sayDay(entry.on)}</td>
              <th scope="row" className={styles.cell}>
                <Opener entry={entry} open={open} light />
              </th>
              <td className={styles.cell}>
                <GrantLink entry={entry} /> {whoseWords(entry)}
              </td>
              <td className={number}>{setAside}</td>
              <td className={number}>{paid}</td>
              <td className={number}>{cameBack}</td>
              <td className={mergeClasses(number, styles.last, styles.strong)}>{saySigned(entry.availablePence)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Stacked({ entries, open }: LedgerRowsProps) {
  const styles = useRowStyles()
  return (
    <ul className={styles.list}>
      {entries.map(entry => {
        const { setAside, paid, cameBack } = amountsOf(entry)
        return (
          <li key={entry.entry} className={styles.item}>
            <div className={styles.line}>
              <Opener entry={entry} open={open} />
              <span className={styles.strong}>{setAside || paid || cameBack}</span>
            </div>
            <div className={styles.second}>
              {[sayDay(entry.on), entry.number === null ? '' : grantName(entry.number), whoseWords(entry)]
                .filter(part => part !== '')
                .join(' · ')}
            </div>
            <div className={styles.second}>left after: {saySigned(entry.availablePence)}</div>
          </li>
        )
      })}
    </ul>
  )
}

function Opener({ entry, open, light = false }: { entry: Entry; open: LedgerRowsProps['open']; light?: boolean }) {
  const styles = useRowStyles()
  const own = useStyles()
  return (
    <button
      type="button"
      className={mergeClasses(styles.link, own.opens, light && own.light)}
      aria-label={`${kindWords(entry)}: entry ${entry.entry}`}
      onClick={event => open(entry, event.currentTarget)}
    >
      {kindWords(entry)}
    </button>
  )
}

function GrantLink({ entry: { number, caseId, grantId } }: { entry: Entry }) {
  const styles = useRowStyles()
  if (number === null || caseId === null || grantId === null) return null
  return (
    <Link to={routes.grant(caseId, grantId)} className={mergeClasses(styles.link, styles.plainLink)}>
      {grantName(number)}
    </Link>
  )
}
