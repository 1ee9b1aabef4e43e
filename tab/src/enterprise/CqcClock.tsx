import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Clock } from '#tab/enterprise/trackWords.ts'
import { sayCount, sayDay } from '#tab/ui/say.ts'

const useStyles = makeStyles({
  words: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '16px',
    margin: '4px 0 6px',
  },
  aim: { color: tokens.colorNeutralForeground3 },
  bar: {
    height: '8px',
    boxSizing: 'border-box',
    borderRadius: '4px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    marginBottom: '8px',
  },
  gone: {
    height: '100%',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
})

/** How long CQC has had it, against its own aim. Never red: the aim is CQC's, and past it the bar is full. */
export function CqcClock({ clock: { days, since, aimDays, aimOn } }: { clock: Clock }) {
  const styles = useStyles()
  const past = days > aimDays
  return (
    <>
      <p className={styles.words}>
        <span>
          <strong>{sayCount(days, 'day')}</strong> since {sayDay(since)}
        </span>
        <span className={styles.aim}>{past ? `CQC aims for ${aimDays} days` : `CQC’s aim: 10 weeks, ${sayDay(aimOn)}`}</span>
      </p>
      <div className={styles.bar} aria-hidden>
        <div className={styles.gone} style={{ width: `${Math.min(100, (days / aimDays) * 100)}%` }} />
      </div>
    </>
  )
}
