import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { CalendarCheckmarkRegular, CallRegular } from '@fluentui/react-icons'
import { lazy, useState } from 'react'
import { Link } from 'react-router'
import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { QuietRow, TodayRow } from '#domain/todaySchemas.ts'
import { usePlaces } from '#tab/enterprises/useCases.ts'
import { standingLabels } from '#tab/labels.ts'
import { routes } from '#tab/routes.ts'
import { Inset } from '#tab/today/Inset.tsx'
import { useRowStyles } from '#tab/today/rowStyles.ts'
import { reasonWords, titleOf, whenWords } from '#tab/today/rowWords.ts'
import { actionLabels, todayWords } from '#tab/todayLabels.ts'
import { sayLength } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const Settle = lazy(() => import('#tab/today/Settle.tsx'))

const useStyles = makeStyles({
  icon: { lineHeight: 0, color: tokens.colorPaletteGreenForeground1, marginTop: '12px' },
  heading: { ...typographyStyles.subtitle1, margin: '16px 0 4px' },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0, maxWidth: '560px' },
  show: { marginTop: '16px', [phone]: { minHeight: '44px' } },
  quiet: { marginTop: '32px' },
  quietHead: { ...typographyStyles.body1Strong, margin: '0 0 8px' },
  could: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, marginLeft: '8px' },
  below: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
})

type NothingDueProps = {
  today: PlainDate
  /** What comes next, where something does. */
  next: TodayRow | undefined
  show: (() => void) | undefined
  quiet: readonly QuietRow[]
  saved: (row: { id: string; name: string }, words: string, n: number) => void
}

/** Nothing is due today: what comes next, and whom one could ring. */
export function NothingDue({ today, next, show, quiet, saved }: NothingDueProps) {
  const styles = useStyles()
  const [first] = next?.reasons ?? []
  return (
    <>
      <div className={styles.icon}>
        <CalendarCheckmarkRegular fontSize={40} />
      </div>
      <h2 className={styles.heading}>{todayWords.nothing}</h2>
      {next && first && (
        <p className={styles.words}>
          Next is <Link to={routes.enterprise(next.id)}>{titleOf(next)}</Link>, {whenWords(next, today).words.toLowerCase()}.{' '}
          {reasonWords(first, today)}
        </p>
      )}
      {show && (
        <Button className={styles.show} onClick={show}>
          {todayWords.showNext}
        </Button>
      )}
      {quiet.length > 0 && <Quiet rows={quiet} today={today} saved={saved} />}
    </>
  )
}

function Quiet({ rows, today, saved }: { rows: readonly QuietRow[]; today: PlainDate; saved: NothingDueProps['saved'] }) {
  const styles = useStyles()
  const list = useRowStyles()
  return (
    <section className={styles.quiet} aria-labelledby="quiet">
      <h2 id="quiet" className={styles.quietHead}>
        {todayWords.quiet}
        <span className={styles.could}>{todayWords.ring}</span>
      </h2>
      <ul className={list.list}>
        {rows.map(row => (
          <QuietLine key={row.id} row={row} today={today} saved={saved} />
        ))}
      </ul>
    </section>
  )
}

function QuietLine({ row, today, saved }: { row: QuietRow; today: PlainDate; saved: NothingDueProps['saved'] }) {
  const styles = useStyles()
  const list = useRowStyles()
  const placeOf = usePlaces()
  const { may } = useSession()
  const [opened, setOpened] = useState(false)
  const title = titleOf(row)
  const trades = row.standing === 'trading' && row.tradingFrom
  const label = `${actionLabels.call}: ${title}`
  return (
    <li className={list.item}>
      <div className={list.row}>
        <span className={list.mark}>
          <CallRegular fontSize={20} />
        </span>
        <div className={list.words}>
          <div>
            <Link to={routes.enterprise(row.id)} className={list.name}>
              {title}
            </Link>
            {row.area && <span className={list.place}> · {placeOf(row.area)}</span>}
          </div>
          <p className={list.reason}>
            {trades ? `Trading for ${sayLength(Math.max(0, daysBetween(row.tradingFrom ?? today, today)))}` : standingLabels[row.standing]}
          </p>
        </div>
        <div className={list.when}>
          {sayLength(daysBetween(row.since, today))}
          <div className={styles.below}>{todayWords.sinceWeSpoke}</div>
        </div>
        {may('check-ins.record') && (
          <Button className={list.action} aria-expanded={opened} aria-label={label} onClick={() => setOpened(!opened)}>
            {actionLabels.call}
          </Button>
        )}
      </div>
      {opened && (
        <Inset label={label} close={() => setOpened(false)}>
          <Settle
            caseId={row.id}
            name={title}
            action={{ name: 'call', form: 'contact', channel: 'call', tasks: [] }}
            saved={(words, n) => saved({ id: row.id, name: title }, words, n)}
            cancel={() => setOpened(false)}
          />
        </Inset>
      )}
    </li>
  )
}
