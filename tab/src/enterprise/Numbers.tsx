import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Call } from '#domain/callSchemas.ts'
import { fullTimeHundredths } from '#domain/numbersNow.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CareReturn } from '#domain/supportCase.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { sayDay, sayHours } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '12px' },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  source: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '4px 0 12px' },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '12px', margin: 0 },
  number: { ...typographyStyles.subtitle1, margin: 0 },
  caption: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  pair: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  bars: {
    display: 'grid',
    gridTemplateColumns: '132px minmax(0, 1fr) 40px',
    alignItems: 'center',
    gap: '6px 8px',
    margin: '16px 0 0',
    ...typographyStyles.body1,
  },
  track: { height: '12px', borderLeft: `1px solid ${tokens.colorNeutralStroke1}` },
  bar: {
    height: '12px',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  value: { textAlign: 'right' },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '8px 0 0' },
  add: { minHeight: '24px', padding: '2px 0', [phone]: { minHeight: '44px' } },
})

/** People, hours and workers, as last told, and who pays for the hours. */
export function Numbers({ tracks, call, add }: { tracks: Tracks; call: Call; add: (() => void) | undefined }) {
  const styles = useStyles()
  const last = tracks.careReturns.at(-1)
  return (
    <section aria-labelledby="numbers">
      <div className={styles.head}>
        <h2 id="numbers" className={styles.heading}>
          Numbers
        </h2>
        {add && (
          <Link as="button" type="button" className={styles.add} onClick={add}>
            {last ? 'Add new ones' : 'Add the first ones'}
          </Link>
        )}
      </div>
      {last ? <Told last={last} call={call} /> : <p className={styles.words}>No numbers on record yet.</p>}
    </section>
  )
}

/** Who said so, and until when it holds. Carried forward for twelve months, it counts for nothing after that. */
function howLong(on: PlainDate, { last }: Call): string {
  const said = `${sayDay(on)}${last?.isEstimate ? ', as we think' : ''}.`
  if (!last) return said
  return last.isCurrent ? `${said} Good until ${sayDay(last.goodUntil)}.` : `${said} Too old to count since ${sayDay(last.goodUntil)}.`
}

function Told({ last, call }: { last: CareReturn; call: Call }) {
  const styles = useStyles()
  const numbers = [
    { value: last.people?.toLocaleString('en-GB'), caption: 'people' },
    { value: last.minutesPerWeek === undefined ? undefined : sayHours(last.minutesPerWeek), caption: 'hours a week' },
    { value: last.jobs?.toLocaleString('en-GB'), caption: 'work in it' },
  ]
  return (
    <>
      <p className={styles.source}>{howLong(last.on, call)}</p>
      <dl className={styles.grid}>
        {numbers.map(({ value, caption }) => (
          <div key={caption} className={styles.pair}>
            <dt className={styles.caption}>{caption}</dt>
            <dd className={styles.number}>{value ?? 'Not asked'}</dd>
          </div>
        ))}
      </dl>
      {last.minutesPerWeek !== undefined && (
        <p className={styles.words}>Worked out: {fullTimeHundredths(last.minutesPerWeek, call.fullTimeMinutes) / 100} of full-time work.</p>
      )}
      <Hours last={last} />
    </>
  )
}

/** The part of the hours that a council or the NHS pays for, and what is personal care. A zero keeps its row. */
function Hours({ last: { minutesPerWeek, councilPaidMinutes, personalCareMinutes } }: { last: CareReturn }) {
  const styles = useStyles()
  if (!minutesPerWeek || (councilPaidMinutes === undefined && personalCareMinutes === undefined)) return null
  const rows = [
    { label: 'Council or NHS', minutes: councilPaidMinutes },
    { label: 'Paid otherwise', minutes: councilPaidMinutes === undefined ? undefined : Math.max(0, minutesPerWeek - councilPaidMinutes) },
    { label: 'Personal care', minutes: personalCareMinutes },
  ]
  return (
    <div className={styles.bars} role="list" aria-label="Hours a week">
      {rows.map(({ label, minutes }) =>
        minutes === undefined ? null : (
          <div key={label} role="listitem" style={{ display: 'contents' }}>
            <span>{label}</span>
            <span className={styles.track}>
              <span className={styles.bar} style={{ display: 'block', width: `${Math.min(100, (minutes / minutesPerWeek) * 100)}%` }} />
            </span>
            <span className={styles.value}>{sayHours(minutes)}</span>
          </div>
        ),
      )}
    </div>
  )
}
