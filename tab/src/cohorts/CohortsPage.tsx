import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Cohort } from '#domain/cohortSchemas.ts'
import { CheckInFigure } from '#tab/cohorts/CheckInFigure.tsx'
import { CohortAnswer } from '#tab/cohorts/CohortAnswer.tsx'
import { CostFigure } from '#tab/cohorts/CostFigure.tsx'
import { whoSentence } from '#tab/cohorts/findings.ts'
import { FunnelFigure } from '#tab/cohorts/FunnelFigure.tsx'
import { Headlines } from '#tab/cohorts/Headlines.tsx'
import { OlderReportsFigure } from '#tab/cohorts/OlderReportsFigure.tsx'
import { Picker } from '#tab/cohorts/Picker.tsx'
import type { FigureDay } from '#tab/cohorts/question.ts'
import { askedIn, figureDay, knownWords, queryOf } from '#tab/cohorts/question.ts'
import { SurvivalFigure } from '#tab/cohorts/SurvivalFigure.tsx'
import { useTable } from '#tab/cohorts/useAddress.ts'
import { meetingWords } from '#tab/figureLabels.ts'
import { routes } from '#tab/routes.ts'
import { NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'
import { desk } from '#tab/ui/widths.ts'

const Folds = lazy(() => import('#tab/cohorts/Folds.tsx'))

const useStyles = makeStyles({
  who: {
    ...typographyStyles.body1,
    margin: `${tokens.spacingVerticalM} 0 0`,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  day: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: `${tokens.spacingVerticalXS} 0 0` },
  folds: { minHeight: '260px' },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [desk]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)', gridTemplateRows: 'auto 1fr', gridAutoFlow: 'dense' },
  },
})

/** Counts first, then survival with its interval: each figure with its definition, its day and its list. */
export default function CohortsPage() {
  const { me, programme, may } = useSession()
  const [params] = useSearchParams()
  const asked = askedIn(params, { today: me.today, areas: everyArea(programme) })
  const day = figureDay(asked, me.today, programme.followUpUntil)
  const query = queryOf(asked, day.day)
  const known = knownWords(asked)
  const counted = day.day === me.today ? known : `counted on ${sayDay(day.day)}, ${known}`
  return (
    <Page title="Cohorts" context={[counted]} actions={<Actions />}>
      {may('cohort.read') ? (
        <>
          <Picker asked={asked} day={day} />
          <CohortAnswer asked={asked} query={query}>
            {found => <Figures cohort={found} day={day} />}
          </CohortAnswer>
        </>
      ) : (
        <NotShown />
      )}
    </Page>
  )
}

/** The same figures on a wall; and what people say and need, which has a page of its own. */
function Actions() {
  const { may } = useSession()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  return (
    <>
      {may('cohort.read') && <Button onClick={() => void navigate(`${routes.meeting}?${params}`)}>{meetingWords.show}</Button>}
      {may('insights.read') && <Button onClick={() => void navigate(routes.insights)}>Choice and needs</Button>}
    </>
  )
}

function Figures({ cohort, day }: { cohort: Cohort; day: FigureDay }) {
  const styles = useStyles()
  const [funnelTable, survivalTable] = [useTable('funnel'), useTable('survival')]
  return (
    <>
      <p className={styles.who} role="status">
        {whoSentence(cohort)}
      </p>
      {day.because === 'follow-up-ended' && <FollowUpEnded day={day} />}
      <Headlines />
      <div className={styles.figures}>
        <FunnelFigure table={funnelTable} />
        <SurvivalFigure table={survivalTable} />
        <CheckInFigure />
        <OlderReportsFigure />
        <CostFigure />
      </div>
      <Suspense fallback={<div className={styles.folds} />}>
        <Folds />
      </Suspense>
    </>
  )
}

/** Says why the figures are not for today, and offers today. */
function FollowUpEnded({ day }: { day: FigureDay }) {
  const styles = useStyles()
  const { me } = useSession()
  const [params, setParams] = useSearchParams()
  const showToday = (): void => {
    const next = new URLSearchParams(params)
    next.set('asAt', me.today)
    setParams(next, { replace: true })
  }
  return (
    <p className={styles.day}>
      This programme followed nobody after {sayDay(day.day)}, so the figures are for that day.{' '}
      <Link inline as="button" onClick={showToday}>
        Show today
      </Link>
    </p>
  )
}
