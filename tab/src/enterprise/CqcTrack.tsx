import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { CalendarRegular, WarningFilled } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { CqcClock as Clock } from '#domain/cqcApplication.ts'
import { cqcClocks, dbsTooOldOn } from '#domain/cqcApplication.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { RegistrationState } from '#domain/vocabulary.ts'
import type { Mark } from '#domain/wireSchemas.ts'
import { clockWords, dbsWords, papersCount } from '#tab/enterprise/applicationWords.ts'
import { CqcClock } from '#tab/enterprise/CqcClock.tsx'
import { isApplying } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { NextAction } from '#tab/enterprise/whatIsNext.ts'
import { permissionToAct } from '#tab/enterprise/whatIsNext.ts'
import { markLabels, registrationLabels } from '#tab/labels.ts'
import { MarkSign } from '#tab/ui/Marks.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  steps: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', listStyle: 'none', margin: '8px 0', padding: 0 },
  step: { display: 'flex', gap: '8px', ...typographyStyles.body1, '& svg': { marginTop: '3px' } },
  day: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  notice: { ...typographyStyles.body1, display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px', margin: '8px 0' },
  icon: { lineHeight: 0, color: tokens.colorStatusWarningForeground2 },
  plain: { lineHeight: 0, color: tokens.colorNeutralForeground3 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', marginTop: '4px' },
  link: { minHeight: '28px', padding: '2px 0', [phone]: { minHeight: '44px' } },
})

const order = ['preparing', 'submitted', 'in-assessment', 'interview'] as const satisfies readonly RegistrationState[]

/** The steps of the application: those it has been through, the one it is at, and those to come. */
export function applicationSteps({
  registration,
}: Pick<Tracks, 'registration'>): { label: string; mark: Mark; on: PlainDate | undefined }[] {
  if (registration.state === 'not-begun') return []
  const { state, moves } = registration
  const steps = order.map(step => {
    const on = moves.findLast(({ to }) => to === step)?.on
    return { label: registrationLabels[step], mark: markOf(state === step, on), on }
  })
  const isLast = !(order as readonly RegistrationState[]).includes(state)
  const last = { label: isLast ? registrationLabels[state] : 'Decision', on: isLast ? registration.since : undefined }
  return [...steps, { ...last, mark: state === 'registered' ? 'done' : isLast ? 'in-progress' : 'to-do' }]
}

const markOf = (isNow: boolean, on: PlainDate | undefined): Mark => (isNow ? 'in-progress' : on ? 'done' : 'to-do')

type CqcTrackProps = { id: string; tracks: Tracks; today: PlainDate; act: (action: NextAction) => void }

/** What the CQC track shows besides its words: the clock, the steps, a notice, and the ways to the papers and to the check. */
export function CqcTrack({ id, tracks, today, act }: CqcTrackProps) {
  const styles = useStyles()
  const { may } = useSession()
  const steps = applicationSteps(tracks)
  const clocks = cqcClocks(tracks, today)
  const links: readonly NextAction[] = [
    ...(isApplying(tracks) && tracks.registration.state !== 'not-begun'
      ? [{ label: `${papersCount(tracks)} ready`, step: 'tick-paper' as const }]
      : []),
    { label: tracks.scoping.state === 'to-do' ? 'Do the CQC check' : 'Do the CQC check again', step: 'record-scoping' },
  ]
  return (
    <>
      {clocks.map(clock => (
        <ClockLine key={clock.kind} clock={clock} today={today} />
      ))}
      <DbsLine id={id} clocks={clocks} />
      {steps.length > 0 && (
        <ul className={styles.steps}>
          {steps.map(({ label, mark, on }) => (
            <li key={label} className={styles.step}>
              <MarkSign state={mark} size={14} />
              <span>
                {label}
                <span className={styles.hidden}>, {markLabels[mark]}</span>
                {on && <span className={styles.day}>{sayDay(on)}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.links}>
        {links
          .filter(({ step }) => may(permissionToAct(step)))
          .map(action => (
            <Link key={action.label} as="button" type="button" className={styles.link} onClick={() => act(action)}>
              {action.label}
            </Link>
          ))}
      </div>
    </>
  )
}

/** The owner's DBS check, where it grows older than CQC takes while CQC has the application. Only for those who may see it. */
function DbsLine({ id, clocks }: { id: string; clocks: readonly Clock[] }) {
  const styles = useStyles()
  const { api, programme, may } = useSession()
  const isWithCqc = clocks.some(({ kind }) => kind === 'with-cqc')
  const { data } = useQuery({
    queryKey: ['dbs', programme.id, id],
    queryFn: ({ signal }) => api.dbs(programme.id, id, signal),
    enabled: isWithCqc && may('dbs.see'),
  })
  const issuedOn = data?.checks.find(check => check.of === 'owner' && check.issuedOn !== null)?.issuedOn
  const on = issuedOn ? dbsTooOldOn(issuedOn, clocks) : undefined
  if (!on) return null
  return (
    <p className={styles.notice}>
      <span className={styles.icon}>
        <WarningFilled fontSize={20} />
      </span>
      {dbsWords(on)}
    </p>
  )
}

function ClockLine({ clock, today }: { clock: Clock; today: PlainDate }) {
  const styles = useStyles()
  if (clock.kind === 'with-cqc') return <CqcClock clock={clock} />
  const isPlain = clock.kind === 'interview'
  return (
    <p className={styles.notice}>
      <span className={isPlain ? styles.plain : styles.icon}>
        {isPlain ? <CalendarRegular fontSize={20} /> : <WarningFilled fontSize={20} />}
      </span>
      {clockWords(clock, today)}
    </p>
  )
}
