import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { CqcClock as Clock } from '#domain/cqcApplication.ts'
import { aimWeeks } from '#domain/cqcApplication.ts'
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
export function CqcClock({ clock: { days, since, aimOn, pastAim } }: { clock: Extract<Clock, { kind: 'with-cqc' }> }) {
  const styles = useStyles()
  const aimDays = aimWeeks * 7
  return (
    <>
      <p className={styles.words}>
        <span>
          <strong>{sayCount(days, 'day')}</strong> since {sayDay(since)}
        </span>
        <span className={styles.aim}>{pastAim ? `CQC aims for ${aimDays} days` : `CQC’s aim: ${aimWeeks} weeks, ${sayDay(aimOn)}`}</span>
      </p>
      <div className={styles.bar} aria-hidden>
        <div className={styles.gone} style={{ width: `${Math.min(100, (days / aimDays) * 100)}%` }} />
      </div>
    </>
  )
}
