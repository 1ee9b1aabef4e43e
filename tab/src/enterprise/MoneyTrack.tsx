import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Link } from 'react-router'
import type { Grant } from '#domain/grants.ts'
import { grantName, isSettled } from '#domain/grants.ts'
import type { GrantStep } from '#domain/grantRules.ts'
import type { CaseDetail } from '#tab/api.ts'
import { endedOn } from '#domain/supportCase.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { sayGrant } from '#tab/enterprise/trackWords.ts'
import { useKeepsFund } from '#tab/fund/useFund.ts'
import { whereItIs } from '#tab/grantLabels.ts'
import { routes } from '#tab/routes.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { ...typographyStyles.body1, overflowWrap: 'anywhere', marginBottom: '4px' },
  state: { color: tokens.colorNeutralForeground3 },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [phone]: { minHeight: '44px' },
  },
})

type MoneyTrackProps = Pick<CaseDetail, 'id' | 'grantSteps'> & { tracks: Tracks }

/** Their grants, newest first. One of a fund leads to its own page, where all its steps are. */
export function MoneyTrack({ id, tracks, grantSteps }: MoneyTrackProps) {
  const styles = useStyles()
  const { may } = useSession()
  const keepsFund = useKeepsFund()
  const { grants, support } = tracks
  const offers = keepsFund && may('grants.recommend') && grants.every(isSettled) && endedOn(support) === undefined
  return (
    <>
      {grants.length === 0 && <p className={styles.item}>No grant.</p>}
      <ul className={styles.list}>
        {grants.toReversed().map(grant => (
          <li key={grant.grantId} className={styles.item}>
            {sayGrant(grant)} <State grant={grant} step={grantSteps[grant.grantId]} />
            {grant.number !== undefined && may('grants.read') && (
              <Link to={routes.grant(id, grant.grantId)} className={styles.link}>
                Open {grantName(grant.number)}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {offers && (
        <Link to={routes.recommend(id)} className={styles.link}>
          Recommend a grant
        </Link>
      )}
    </>
  )
}

/** Where it is, unless its line says so. */
function State({ grant, step }: { grant: Grant; step: GrantStep | undefined }) {
  const styles = useStyles()
  if (grant.pot === undefined || grant.state === 'turned-down' || grant.state === 'closed') return null
  return <span className={styles.state}>{whereItIs(grant, step)}. </span>
}
